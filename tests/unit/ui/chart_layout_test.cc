#include "ui/chart_layout.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>

#include "tests/unit/ui/demo_corpus.h"
#include "ui/corpus.h"
#include "ui/zoom.h"

namespace claimscope {
namespace {

Histogram Days(Day first, const std::vector<uint32_t>& counts) {
  Histogram histogram;
  histogram.series = {"UA-59"};
  for (size_t i = 0; i < counts.size(); ++i)
    histogram.buckets.push_back(first + static_cast<int>(i));
  histogram.counts = counts;
  return histogram;
}

TEST_CASE("axes count in steps that people count in") {
  CHECK(NiceStep(1, 4) == 1);
  CHECK(NiceStep(7, 4) == 2);
  CHECK(NiceStep(30, 4) == 10);
  CHECK(NiceStep(1200, 4) == 500);
}

TEST_CASE("bars stand on their days and are as high as their counts") {
  const Day first = ParseIsoDay("2025-05-01");
  const ChartLayout chart =
      LayOutChart(Days(first, {2, 0, 4, 1}), {first, first + 3}, 400, 100, 60);
  REQUIRE(chart.columns.size() == 4);
  REQUIRE(chart.bars.size() == 3);  // nothing is drawn for none
  CHECK(chart.columns[2].total == 4);
  CHECK(chart.bars[1].y1 == doctest::Approx(100));
  CHECK(chart.bars[1].y0 == doctest::Approx(100 - 100 * 4.0 / chart.top));
  CHECK(chart.DayAt(250) == first + 2);
  CHECK(chart.ColumnAt(250) == 2);
  CHECK(chart.ColumnAt(-5) == -1);
  CHECK(chart.DayAt(-50) == first);
  CHECK(chart.DayAt(9999) == first + 3);
}

TEST_CASE("stacked bars rest on one another") {
  const Day first = ParseIsoDay("2025-05-01");
  Histogram histogram = Days(first, {});
  histogram.buckets = {first};
  histogram.series = {"UA-59", "UA-63", "other"};
  histogram.counts = {3, 2, 5};
  const ChartLayout chart = LayOutChart(histogram, {first, first}, 50, 100, 60);
  REQUIRE(chart.bars.size() == 3);
  CHECK(chart.bars[1].y1 == doctest::Approx(chart.bars[0].y0));
  CHECK(chart.bars[2].y1 == doctest::Approx(chart.bars[1].y0));
  CHECK(chart.bars[2].y0 == doctest::Approx(0));
}

TEST_CASE("a share is of all claims on the bar's days, in percent") {
  const Day first = ParseIsoDay("2025-05-01");
  Histogram histogram = Days(first, {3, 0, 1});
  histogram.all = {4, 2, 10};
  histogram.published = {2, 1, 5};
  const ChartLayout chart = LayOutChart(histogram, {first, first + 2}, 300, 100, 60, true);
  CHECK(chart.top == 100);
  REQUIRE(chart.bars.size() == 2);
  CHECK(chart.bars[0].y1 - chart.bars[0].y0 == doctest::Approx(75));
  CHECK(chart.bars[1].y1 - chart.bars[1].y0 == doctest::Approx(10));
  CHECK(chart.most_published == 5);
  CHECK(chart.columns[2].published == 5);
  CHECK(chart.y_ticks.back().label == "100%");
}

TEST_CASE("a zoom keeps the day under the pointer, stays within the corpus and ends at a week") {
  const Day first = ParseIsoDay("2025-01-01");
  const DayRange all{first, first + 99}, days{first + 20, first + 59};
  const DayRange closer = Zoomed(days, all, first + 30, 0.5);
  CHECK(closer == DayRange{first + 25, first + 44});
  CHECK(Zoomed(days, all, first + 30, 10) == all);
  CHECK(DayCount(Zoomed(days, all, first + 30, 0.01)) == 7);
  CHECK(Zoomed({first, first + 19}, all, first, 2) == DayRange{first, first + 39});
  CHECK(Moved(days, all, -50) == DayRange{first, first + 39});
  CHECK(Moved(days, all, 500) == DayRange{first + 60, first + 99});
  const DayRange few{first, first + 2};
  CHECK(Zoomed(few, few, first, 0.5) == few);
}

TEST_CASE("what lies outside the days shown is counted, and many days share a bar") {
  const Day first = ParseIsoDay("2020-01-01");
  const Histogram histogram = Days(first, std::vector<uint32_t>(1500, 1));
  const ChartLayout part = LayOutChart(histogram, {first + 10, first + 19}, 300, 100, 60);
  CHECK(part.before == 10);
  CHECK(part.after == 1480);
  CHECK(part.columns.size() == 10);
  const ChartLayout dense = LayOutChart(histogram, {first, first + 1499}, 300, 100, 60);
  CHECK(dense.columns.size() <= 150);
  uint32_t total = 0;
  for (const ChartColumn& column : dense.columns) total += column.total;
  CHECK(total == 1500);
}

TEST_CASE("date labels begin calendar units, leave room and say the year") {
  const Day first = ParseIsoDay("2024-11-20");
  for (const int days : {3, 20, 90, 400, 4000, 30000}) {
    CAPTURE(days);
    const ChartLayout chart = LayOutChart(Days(first, {1}), {first, first + days}, 600, 100, 70);
    REQUIRE_FALSE(chart.x_ticks.empty());
    bool says_year = false;
    for (size_t i = 0; i < chart.x_ticks.size(); ++i) {
      CHECK(chart.x_ticks[i].at >= -0.01);
      CHECK(chart.x_ticks[i].at <= 600);
      if (i > 0) CHECK(chart.x_ticks[i].at - chart.x_ticks[i - 1].at > 60);
      says_year |= chart.x_ticks[i].label.find("20") != std::string::npos;
    }
    CHECK(says_year);
  }
}

TEST_CASE("no days and no room give an empty chart") {
  CHECK(LayOutChart({}, {}, 300, 100, 60).columns.empty());
  const Day first = ParseIsoDay("2025-05-01");
  CHECK(LayOutChart(Days(first, {1}), {first, first}, 0, 100, 60).columns.empty());
}

TEST_CASE("a few claims far away do not squeeze the chart") {
  Histogram months;
  months.series = {"UA-59"};
  for (Day day = ParseIsoDay("1950-01-01"); day <= ParseIsoDay("2025-12-01");
       day = MonthEnd(day) + 1) {
    months.buckets.push_back(day);
    months.counts.push_back(0);
  }
  months.counts.front() = 3;
  months.counts[months.counts.size() - 7] = 500;  // June 2025
  const DayRange all{ParseIsoDay("1950-01-05"), ParseIsoDay("2025-12-10")};
  const DayRange usual = UsualDays(months, all);
  CHECK(usual.from == ParseIsoDay("2025-05-01"));
  CHECK(usual.to == ParseIsoDay("2025-07-31"));
  months.counts.assign(months.counts.size(), 5);
  CHECK(UsualDays(months, all) == all);
}

TEST_CASE("a chart of some days counts what lies before and after them") {
  Workspace workspace;
  bool added = false;
  REQUIRE(workspace.AddSegment(DemoSegment(80, 2), &added).ok());
  const Histogram all = workspace.Ask({}, Per::kDay).histogram;
  const DayRange shown{ParseIsoDay("2025-05-10"), ParseIsoDay("2025-05-24")};
  const Histogram part = workspace.Ask({}, Asking(Per::kDay, shown)).histogram;
  REQUIRE(part.buckets.size() == 15);
  CHECK(part.before > 0);
  CHECK(part.after > 0);
  const auto sum = [](const Histogram& h) {
    return std::accumulate(h.counts.begin(), h.counts.end(), 0u);
  };
  CHECK(sum(part) + part.before + part.after == sum(all));
  CHECK(part.undated == all.undated);
  // The same days of the whole, bar by bar.
  const auto first = std::find(all.buckets.begin(), all.buckets.end(), shown.from);
  REQUIRE(first != all.buckets.end());
  for (size_t b = 0; b < part.buckets.size(); ++b) {
    const auto row_sum = [](const Histogram& h, size_t bucket) {
      const auto begin = h.counts.begin() + static_cast<std::ptrdiff_t>(bucket * h.series.size());
      return std::accumulate(begin, begin + static_cast<std::ptrdiff_t>(h.series.size()), 0u);
    };
    CHECK(row_sum(part, b) == row_sum(all, b + static_cast<size_t>(first - all.buckets.begin())));
  }
}

}  // namespace
}  // namespace claimscope
