// A plain loop over rows in the order of the day, compiled for this machine: what `make bench`
// holds brushes against.
//
//   claimscope_bench_loop ROWS.bin BRUSHES     BRUSHES: "GROUP<TAB>FROM<TAB>TO<TAB>REGION<TAB>KIND"
//                                              a line; prints "GROUP<TAB>MS<TAB>DIGEST" a line
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <string>
#include <vector>

namespace {

constexpr int kDays = 1200, kFirstDay = 20000;
constexpr size_t kRegions = 40, kKinds = 8, kSides = 7;

struct Columns {
  std::vector<uint32_t> begins;  // per day
  std::vector<uint16_t> regions;
  std::vector<uint8_t> kinds, sides;
};
struct Brush {
  int from, to, region, kind;
};
struct Counts {
  uint32_t total, regions[kRegions], kinds[kKinds], sides[kSides];
};

Columns ReadRows(const char* path) {
  Columns columns;
  columns.begins.assign(kDays + 1, 0);
  std::FILE* const file = std::fopen(path, "rb");
  if (file == nullptr) return columns;
  unsigned char row[8];
  while (std::fread(row, 1, sizeof row, file) == sizeof row) {
    int32_t day;
    uint16_t region;
    std::memcpy(&day, row, 4);
    std::memcpy(&region, row + 4, 2);
    ++columns.begins[static_cast<size_t>(day - kFirstDay) + 1];
    columns.regions.push_back(region);
    columns.kinds.push_back(row[6]);
    columns.sides.push_back(row[7]);
  }
  std::fclose(file);
  for (size_t day = 0; day < kDays; ++day) columns.begins[day + 1] += columns.begins[day];
  return columns;
}

// Each count under the parts of the filter that are not its own.
Counts CountBrush(const Columns& columns, const Brush& brush) {
  Counts counts{};
  const uint32_t end = columns.begins[static_cast<size_t>(brush.to) + 1];
  for (uint32_t row = columns.begins[static_cast<size_t>(brush.from)]; row < end; ++row) {
    const uint32_t region = columns.regions[row], kind = columns.kinds[row];
    const uint32_t is_region = brush.region < 0 || static_cast<int>(region) == brush.region;
    const uint32_t is_kind = brush.kind < 0 || static_cast<int>(kind) == brush.kind;
    counts.regions[region] += is_kind;
    counts.kinds[kind] += is_region;
    counts.sides[columns.sides[row]] += is_region & is_kind;
    counts.total += is_region & is_kind;
  }
  return counts;
}

// As digestOf in measure.mjs.
uint64_t DigestOf(const Counts& counts) {
  uint64_t digest = counts.total;
  for (size_t i = 0; i < kRegions; ++i) digest += uint64_t{counts.regions[i]} * (i + 1);
  for (size_t i = 0; i < kKinds; ++i) digest += uint64_t{counts.kinds[i]} * (i + 101);
  for (size_t i = 0; i < kSides; ++i) digest += uint64_t{counts.sides[i]} * (i + 301);
  return digest;
}

double NowMs() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration<double, std::milli>(now).count();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const Columns columns = ReadRows(argv[1]);
  std::FILE* const file = std::fopen(argv[2], "r");
  if (file == nullptr) return 2;
  std::vector<std::pair<std::string, std::vector<Brush>>> groups;
  char name[100];
  Brush brush;
  while (std::fscanf(file, "%99[^\t]\t%d\t%d\t%d\t%d\n", name, &brush.from, &brush.to,
                     &brush.region, &brush.kind) == 5) {
    if (groups.empty() || groups.back().first != name) groups.push_back({name, {}});
    groups.back().second.push_back(brush);
  }
  std::fclose(file);
  for (const auto& [group, brushes] : groups) {
    uint64_t digest = 0;
    for (size_t i = 0; i < 3; ++i) digest += DigestOf(CountBrush(columns, brushes[i]));
    std::vector<double> times;
    uint64_t all = 0;
    for (int run = 0; run < 7; ++run) {
      const double begin = NowMs();
      for (const Brush& next : brushes) all += DigestOf(CountBrush(columns, next));
      times.push_back((NowMs() - begin) / static_cast<double>(brushes.size()));
    }
    std::sort(times.begin(), times.end());
    std::printf("%s\t%.6f\t%llu\n", group.c_str(), all > 0 ? times[times.size() / 2] : 0,
                static_cast<unsigned long long>(digest));
  }
  return 0;
}
