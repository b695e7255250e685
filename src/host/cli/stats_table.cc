#include "host/cli/stats_table.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "model/query.h"

namespace claimscope {
namespace {

constexpr int kMonthsBefore = 11;
constexpr int kMonthsAfter = 3;
constexpr int kYearsAround = 5;

using Cells = std::vector<std::string>;

size_t Columns(std::string_view text) {
  return static_cast<size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

// The first two columns to the left, figures to the right, two spaces between.
std::string Align(const std::vector<Cells>& rows) {
  std::vector<size_t> widths(rows[0].size());
  for (const Cells& row : rows) {
    for (size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], Columns(row[i]));
  }
  std::string text;
  for (const Cells& row : rows) {
    for (size_t i = 0; i < row.size(); ++i) {
      const std::string padding(widths[i] - Columns(row[i]), ' ');
      if (i > 0) text += "  ";
      text += i < 2 ? row[i] + padding : padding + row[i];
    }
    text += '\n';
  }
  return text;
}

// The column of a month, with a first letter that puts the columns in order. Months far from the
// busiest one, of which articles tell as background, are joined to years and then to what came
// before and after.
std::string PeriodOf(Day month, Day busiest) {
  if (!month.known()) return "5undated";
  const CivilDate at = CivilOf(month);
  const CivilDate centre = CivilOf(busiest);
  const int months_off = (at.year - centre.year) * 12 + at.month - centre.month;
  const std::string year = std::to_string(at.year);
  if (months_off < -kMonthsBefore) {
    return centre.year - at.year > kYearsAround ? "0earlier" : "1" + year;
  }
  if (months_off > kMonthsAfter)
    return at.year - centre.year > kYearsAround ? "4later" : "3" + year;
  return "2" + FormatIsoDay(month).substr(0, 7);
}

std::string Figure(uint64_t count) { return count == 0 ? "." : std::to_string(count); }

}  // namespace

void StatsTable::Add(const Claim& claim) {
  const Day day = AnchorDay(claim.time);
  ++months_[day.known() ? MonthStart(day) : day][claim.region];
}

Day StatsTable::BusiestMonth() const {
  Day busiest;
  uint64_t most = 0;
  for (const auto& [month, regions] : months_) {
    uint64_t sum = 0;
    for (const auto& [region, count] : regions) sum += count;
    if (month.known() && sum >= most) {
      most = sum;
      busiest = month;
    }
  }
  return busiest;
}

std::string StatsTable::Format(const RegionNames& names) const {
  std::map<std::string, uint64_t> totals;
  for (const auto& [month, regions] : months_) {
    for (const auto& [region, count] : regions) totals[region] += count;
  }
  std::vector<std::pair<std::string, uint64_t>> order(totals.begin(), totals.end());
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });

  // Periods in the order of time, undated claims last.
  const Day busiest = BusiestMonth();
  std::map<std::string, std::map<std::string, uint64_t>> by_period;
  for (const auto& [month, regions] : months_) {
    auto& period = by_period[PeriodOf(month, busiest)];
    for (const auto& [region, count] : regions) period[region] += count;
  }
  Cells head = {"region", "name"};
  Cells foot = {"total", ""};
  uint64_t all = 0;
  for (const auto& [period, regions] : by_period) {
    uint64_t sum = 0;
    for (const auto& [region, count] : regions) sum += count;
    head.push_back(period.substr(1));
    foot.push_back(Figure(sum));
    all += sum;
  }
  head.push_back("total");
  foot.push_back(std::to_string(all));

  std::vector<Cells> rows = {head};
  for (const auto& [region, total] : order) {
    Cells& row = rows.emplace_back(Cells{region, std::string(names.NameOf(region))});
    for (const auto& [period, regions] : by_period) {
      const auto at = regions.find(region);
      row.push_back(Figure(at == regions.end() ? 0 : at->second));
    }
    row.push_back(std::to_string(total));
  }
  rows.push_back(foot);
  return Align(rows);
}

}  // namespace claimscope
