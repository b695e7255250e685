#include "host/cli/stats_table.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "model/query.h"

namespace claimscope {
namespace {

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

std::string Figure(uint64_t count) { return count == 0 ? "." : std::to_string(count); }

}  // namespace

void StatsTable::Add(const Claim& claim) {
  const Day day = AnchorDay(claim.time);
  ++months_[day.known() ? MonthStart(day) : day][claim.region];
}

std::string StatsTable::Format(const RegionNames& names) const {
  std::map<std::string, uint64_t> totals;
  for (const auto& [month, regions] : months_) {
    for (const auto& [region, count] : regions) totals[region] += count;
  }
  std::vector<std::pair<std::string, uint64_t>> order(totals.begin(), totals.end());
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });

  Cells head = {"region", "name"};
  Cells foot = {"total", ""};
  uint64_t all = 0;
  const auto add_month = [&](Day month) {
    uint64_t sum = 0;
    for (const auto& [region, count] : months_.at(month)) sum += count;
    head.push_back(month.known() ? FormatIsoDay(month).substr(0, 7) : "undated");
    foot.push_back(Figure(sum));
    all += sum;
  };
  // The unknown day is less than any other; undated claims are shown last.
  std::vector<Day> columns;
  for (const auto& [month, regions] : months_) {
    if (month.known()) columns.push_back(month);
  }
  if (months_.count(Day{}) != 0) columns.push_back(Day{});
  for (const Day month : columns) add_month(month);
  head.push_back("total");
  foot.push_back(std::to_string(all));

  std::vector<Cells> rows = {head};
  for (const auto& [region, total] : order) {
    Cells& row = rows.emplace_back(Cells{region, std::string(names.NameOf(region))});
    for (const Day month : columns) {
      const auto& regions = months_.at(month);
      const auto at = regions.find(region);
      row.push_back(Figure(at == regions.end() ? 0 : at->second));
    }
    row.push_back(std::to_string(total));
  }
  rows.push_back(foot);
  return Align(rows);
}

}  // namespace claimscope
