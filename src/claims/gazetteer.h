// The gazetteer of a rule pack: names of places, with every place that bears a name.
//
// Read from gazetteer/regions.tsv, countries.tsv, settlements.tsv (ours, with aliases), places.tsv
// (GeoNames).
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/file_bundle.h"
#include "base/status.h"
#include "claims/lexicon.h"
#include "claims/phrases.h"
#include "claims/place_spelling.h"

namespace claimscope {

using RegionId = uint16_t;  // index into Gazetteer::codes; 0 is "no region"

enum class PlaceKind : uint8_t { kSettlement, kRegion, kCountry, kCapital, kDemonym };

struct Place {
  PlaceKind kind = PlaceKind::kSettlement;
  RegionId region = 0;        // the first-level region, or the country
  bool alias = false;         // the name is not the canonical one
  bool listed = false;        // stands in our own table of front-line settlements
  bool needs_suffix = false;  // a region whose bare name is another place
  bool shared = false;        // other settlements bear the name, listed or not
  uint32_t name = 0;          // canonical, index into names
  uint32_t population = 0;
  float lat = 0, lon = 0;
};

class Gazetteer {
 public:
  Status Load(const FileBundle& rules, Lexicon* lexicon);

  // The places that bear the longest name at a token; length 0: none.
  PhraseTrie::Match Longest(const Token* tokens, size_t count, size_t at) const {
    return trie_.Longest(tokens, count, at);
  }
  bool Starts(const Token& token) const { return trie_.Starts(token); }
  void MarkStarts(int bit, Vocabulary* words) { trie_.MarkStarts(bit, words); }
  // The listed settlements whose name is this one spelt otherwise; null: none.
  const std::vector<Place>* BySpelling(std::string_view name) const;
  const std::vector<Place>& Candidates(uint32_t value) const { return entries_[value]; }
  std::string_view Code(RegionId region) const { return codes_[region]; }
  std::string_view Name(uint32_t name) const { return names_[name]; }
  RegionId Find(std::string_view code) const;
  RegionId CountryOf(RegionId region) const { return countries_[region]; }
  // The region in which the capital of a country lies; the country where no table tells.
  RegionId SeatOf(RegionId country) const;
  // The region around a city that is a region itself; `region` for any other.
  RegionId Around(RegionId region) const {
    const auto found = around_.find(region);
    return found == around_.end() ? region : found->second;
  }

 private:
  RegionId Intern(std::string_view code);
  uint32_t Add(std::string_view name, Place place, Lexicon* lexicon);
  Status LoadRegions(const FileBundle& rules, Lexicon* lexicon);
  Status LoadCountries(const FileBundle& rules, Lexicon* lexicon);
  Status LoadSettlements(const FileBundle& rules, Lexicon* lexicon);
  Status LoadPlaces(const FileBundle& rules, Lexicon* lexicon);

  PhraseTrie trie_;
  Spelling spelling_;
  std::unordered_map<std::string, uint32_t> by_spelling_;  // key -> entry
  std::vector<std::vector<Place>> entries_;
  std::vector<std::string> names_;
  std::vector<std::string> codes_ = {"-"};
  std::vector<RegionId> countries_ = {0};
  std::unordered_map<RegionId, RegionId> around_;
  std::unordered_map<RegionId, uint32_t> seats_;  // country -> entry of its capital's name
};

}  // namespace claimscope
