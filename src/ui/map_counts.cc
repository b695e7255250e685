#include "ui/map_counts.h"
#include "base/stable_sort.h"

#include <algorithm>
#include <iterator>

namespace claimscope {

MapCounts CountForMap(const MapShapes& shapes, const Answer& answer) {
  MapCounts counts;
  counts.own.assign(shapes.shapes().size(), 0);
  counts.country.assign(shapes.shapes().size(), 0);
  for (const FacetCount& region : answer.regions) {
    if (region.claims == 0) continue;
    const uint32_t shape = shapes.Find(region.value);
    if (shape == MapShapes::kNoShape) {
      counts.elsewhere.push_back({region.value, region.claims});
    } else {
      counts.own[shape] = region.claims;
      counts.most_own = std::max(counts.most_own, region.claims);
    }
    const std::string country = region.value.substr(0, region.value.find('-'));
    for (size_t i = 0; i < counts.country.size(); ++i) {
      if (shapes.shapes()[i].country == country) counts.country[i] += region.claims;
    }
  }
  for (const uint32_t claims : counts.country)
    counts.most_country = std::max(counts.most_country, claims);
  StableSort(&counts.elsewhere, [](const MapElsewhere& a, const MapElsewhere& b) {
    if ((a.code == "-") != (b.code == "-")) return b.code == "-";
    return a.claims > b.claims;
  });
  return counts;
}

std::vector<KnownSpot> FindSpots(const Workspace& workspace,
                                 const std::vector<std::string_view>& names) {
  struct Candidate {
    uint32_t name;
    float lat, lon;
    uint32_t mentions;
  };
  std::vector<Candidate> candidates;
  std::vector<std::vector<uint32_t>> of_name(names.size());  // into candidates
  std::vector<Segment::Spot> spots;
  for (size_t s = 0; s < workspace.segment_count(); ++s) {
    const Segment& segment = workspace.SegmentAt(s);
    std::vector<uint32_t> number(segment.string_count(), ~0u);
    for (uint32_t row = 0; row < segment.claim_count(); ++row) {
      spots.clear();
      segment.AppendSpotsOf(row, &spots);
      for (const Segment::Spot& spot : spots) {
        uint32_t& name = number[spot.name];
        if (name == ~0u) {
          const auto at = std::lower_bound(names.begin(), names.end(), segment.StringAt(spot.name));
          if (at == names.end() || *at != segment.StringAt(spot.name)) continue;
          name = static_cast<uint32_t>(at - names.begin());
        }
        const auto same =
            std::find_if(of_name[name].begin(), of_name[name].end(), [&](uint32_t known) {
              return candidates[known].lat == spot.lat && candidates[known].lon == spot.lon;
            });
        if (same != of_name[name].end()) {
          ++candidates[*same].mentions;
        } else {
          of_name[name].push_back(static_cast<uint32_t>(candidates.size()));
          candidates.push_back({name, spot.lat, spot.lon, 1});
        }
      }
    }
  }
  std::vector<KnownSpot> known(names.size());
  for (size_t i = 0; i < names.size(); ++i) {
    uint32_t all = 0;
    const Candidate* best = nullptr;
    for (const uint32_t at : of_name[i]) {
      all += candidates[at].mentions;
      if (best == nullptr || candidates[at].mentions > best->mentions) best = &candidates[at];
    }
    if (best == nullptr) continue;
    known[i] = {true, best->mentions * 4 <= all * 3,
                ProjectPlace(static_cast<double>(best->lon), static_cast<double>(best->lat))};
  }
  return known;
}

std::vector<MapDot> MakeDots(const std::vector<KnownSpot>& spots,
                             const std::vector<std::string_view>& names,
                             const std::vector<uint32_t>& counts) {
  std::vector<MapDot> dots;
  const size_t count = std::min({spots.size(), names.size(), counts.size()});
  for (size_t i = 0; i < count; ++i) {
    if (spots[i].known && counts[i] > 0) dots.push_back({names[i], spots[i].at, counts[i]});
  }
  StableSort(&dots, [](const MapDot& a, const MapDot& b) { return a.claims > b.claims; });
  return dots;
}

std::vector<uint32_t> ColorSteps(uint32_t most) {
  constexpr size_t kMost = 6;
  static constexpr uint32_t kByThree[] = {1, 2, 5}, kByTwo[] = {1, 3}, kByOne[] = {1};
  const auto make = [most](const uint32_t* digits, size_t count) {
    std::vector<uint32_t> steps;
    for (uint64_t tens = 1; tens <= most; tens *= 10) {
      for (size_t i = 0; i < count; ++i) {
        if (digits[i] * tens <= most) steps.push_back(static_cast<uint32_t>(digits[i] * tens));
      }
    }
    return steps;
  };
  std::vector<uint32_t> steps = make(kByThree, std::size(kByThree));
  if (steps.size() > kMost) steps = make(kByTwo, std::size(kByTwo));
  if (steps.size() > kMost) steps = make(kByOne, std::size(kByOne));
  if (steps.size() > kMost)
    steps.erase(steps.begin() + 1, steps.end() - static_cast<ptrdiff_t>(kMost - 1));
  return steps;
}

int StepOf(const std::vector<uint32_t>& steps, uint32_t claims) {
  if (claims == 0) return -1;
  const auto above = std::upper_bound(steps.begin(), steps.end(), claims);
  return static_cast<int>(above - steps.begin()) - 1;
}

std::vector<std::string> CodesOf(const Corpus& corpus, const MapShape& shape, bool whole_country) {
  if (!whole_country) return {shape.code};
  std::vector<std::string> codes;
  for (const FacetCount& region : corpus.regions()) {
    if (region.value.substr(0, region.value.find('-')) == shape.country)
      codes.push_back(region.value);
  }
  if (codes.empty()) codes.push_back(shape.country);
  return codes;
}

}  // namespace claimscope
