#include "claims/gazetteer.h"

#include <algorithm>

#include "base/strings.h"

namespace claimscope {

RegionId Gazetteer::Find(std::string_view code) const {
  for (size_t i = 1; i < codes_.size(); ++i) {
    if (codes_[i] == code) return static_cast<RegionId>(i);
  }
  return 0;
}

RegionId Gazetteer::SeatOf(RegionId country) const {
  const auto found = seats_.find(country);
  if (found == seats_.end()) return country;
  for (const Place& place : entries_[found->second]) {
    if (place.kind == PlaceKind::kSettlement && CountryOf(place.region) == country)
      return place.region;
  }
  return country;
}

RegionId Gazetteer::Intern(std::string_view code) {
  if (code.empty() || code == "-") return 0;
  if (const RegionId found = Find(code)) return found;
  codes_.emplace_back(code);
  countries_.push_back(0);
  const auto id = static_cast<RegionId>(codes_.size() - 1);
  const RegionId country =
      code.find('-') == std::string_view::npos ? id : Intern(code.substr(0, code.find('-')));
  countries_[id] = country;
  return id;
}

const std::vector<Place>* Gazetteer::BySpelling(std::string_view name) const {
  const auto found = by_spelling_.find(spelling_.Key(name));
  return found == by_spelling_.end() ? nullptr : &entries_[found->second];
}

// Which entry it went to.
uint32_t Gazetteer::Add(std::string_view name, Place place, Lexicon* lexicon) {
  const std::vector<WordId> words = PhraseWords(name, &lexicon->words);
  if (words.empty()) return 0;
  const auto fresh = static_cast<uint32_t>(entries_.size());
  const uint32_t value = trie_.Add(words, fresh);
  if (value == fresh) entries_.emplace_back();
  std::vector<Place>& places = entries_[value];
  for (Place& other : places) {
    // The same place from two tables: our own row, read first, stays.
    if (other.kind == place.kind && other.region == place.region) {
      other.population = std::max(other.population, place.population);
      return value;
    }
  }
  places.push_back(place);
  return value;
}

Status Gazetteer::Load(const FileBundle& rules, Lexicon* lexicon) {
  if (Status status = spelling_.Load(rules); !status.ok()) return status;
  using Step = Status (Gazetteer::*)(const FileBundle&, Lexicon*);
  for (Step step : {&Gazetteer::LoadRegions, &Gazetteer::LoadCountries, &Gazetteer::LoadSettlements,
                    &Gazetteer::LoadPlaces}) {
    if (Status status = (this->*step)(rules, lexicon); !status.ok()) return status;
  }
  return Status::Ok();
}

Status Gazetteer::LoadRegions(const FileBundle& rules, Lexicon* lexicon) {
  constexpr std::string_view kName = "gazetteer/regions.tsv";
  const Result<Table> table = ReadTable(rules, kName);
  if (!table.ok()) return table.status();
  for (size_t row = 0; row < table->rows(); ++row) {
    Place place;
    place.kind = PlaceKind::kRegion;
    place.region = Intern(table->At(row, "code"));
    if (place.region == 0) return TableError(kName, *table, row, "a region needs a code.");
    place.name = static_cast<uint32_t>(names_.size());
    names_.emplace_back(table->At(row, "name"));
    double lat = 0, lon = 0;
    if (!ParseDouble(table->At(row, "lat"), &lat) || !ParseDouble(table->At(row, "lon"), &lon)) {
      return TableError(kName, *table, row, "lat and lon are degrees.");
    }
    place.lat = static_cast<float>(lat);
    place.lon = static_cast<float>(lon);
    if (table->At(row, "city") == "itself") {
      const auto adjacent = SplitTrimmed(table->At(row, "adjacent"), '|');
      if (!adjacent.empty()) around_.emplace(place.region, Intern(adjacent.front()));
    }
    // "Kyiv Oblast" has its suffix, "Vladimir" does not.
    const bool suffix = table->At(row, "city") == "suffix";
    place.needs_suffix = suffix && table->At(row, "name").find(' ') == std::string_view::npos;
    Add(table->At(row, "name"), place, lexicon);
    place.needs_suffix = suffix;
    place.alias = true;
    for (std::string_view alias : SplitTrimmed(table->At(row, "aliases"), '|'))
      Add(alias, place, lexicon);
  }
  return Status::Ok();
}

Status Gazetteer::LoadCountries(const FileBundle& rules, Lexicon* lexicon) {
  constexpr std::string_view kName = "gazetteer/countries.tsv";
  const Result<Table> table = ReadTable(rules, kName);
  if (!table.ok()) return table.status();
  for (size_t row = 0; row < table->rows(); ++row) {
    Place place;
    place.region = Intern(table->At(row, "code"));
    if (place.region == 0) return TableError(kName, *table, row, "a country needs a code.");
    place.name = static_cast<uint32_t>(names_.size());
    names_.emplace_back(table->At(row, "name"));
    place.kind = PlaceKind::kCountry;
    Add(table->At(row, "name"), place, lexicon);
    place.alias = true;
    for (std::string_view alias : SplitTrimmed(table->At(row, "aliases"), '|'))
      Add(alias, place, lexicon);
    place.kind = PlaceKind::kDemonym;
    for (std::string_view word : SplitTrimmed(table->At(row, "demonyms"), '|')) {
      Add(word, place, lexicon);
      Add(std::string(word) + "s", place, lexicon);
    }
    place.kind = PlaceKind::kCapital;
    for (std::string_view word : SplitTrimmed(table->At(row, "capital"), '|')) {
      place.name = static_cast<uint32_t>(names_.size());
      names_.emplace_back(word);
      seats_.emplace(place.region, Add(word, place, lexicon));
    }
  }
  return Status::Ok();
}

Status Gazetteer::LoadSettlements(const FileBundle& rules, Lexicon* lexicon) {
  constexpr std::string_view kName = "gazetteer/settlements.tsv";
  if (!rules.Has(kName)) return Status::Ok();
  const Result<Table> table = ReadTable(rules, kName);
  if (!table.ok()) return table.status();
  for (size_t row = 0; row < table->rows(); ++row) {
    Place place;
    place.region = Intern(table->At(row, "region"));
    if (place.region == 0) return TableError(kName, *table, row, "a settlement needs a region.");
    place.listed = true;
    place.shared = table->At(row, "shared") == "yes";
    place.name = static_cast<uint32_t>(names_.size());
    names_.emplace_back(table->At(row, "name"));
    double lat = 0, lon = 0;
    if (ParseDouble(table->At(row, "lat"), &lat) && ParseDouble(table->At(row, "lon"), &lon)) {
      place.lat = static_cast<float>(lat);
      place.lon = static_cast<float>(lon);
    }
    const std::string_view name = table->At(row, "name");
    const uint32_t entry = Add(name, place, lexicon);
    // The first of one sound stands: where several places share it, their exact names tell more.
    if (!spelling_.empty()) by_spelling_.emplace(spelling_.Key(name), entry);
    place.alias = true;
    for (std::string_view alias : SplitTrimmed(table->At(row, "aliases"), '|'))
      Add(alias, place, lexicon);
  }
  return Status::Ok();
}

Status Gazetteer::LoadPlaces(const FileBundle& rules, Lexicon* lexicon) {
  constexpr std::string_view kName = "gazetteer/places.tsv";
  if (!rules.Has(kName)) return Status::Ok();
  const Result<Table> table = ReadTable(rules, kName);
  if (!table.ok()) return table.status();
  const int name = table->Column("name"), country = table->Column("country"),
            region = table->Column("region");
  const int lat = table->Column("lat"), lon = table->Column("lon"),
            population = table->Column("population");
  for (size_t row = 0; row < table->rows(); ++row) {
    Place place;
    const std::string_view code = table->At(row, region);
    place.region = Intern(code.empty() ? table->At(row, country) : code);
    if (place.region == 0) return TableError(kName, *table, row, "a place needs a country.");
    double x = 0, y = 0;
    int64_t people = 0;
    if (!ParseDouble(table->At(row, lat), &x) || !ParseDouble(table->At(row, lon), &y)) {
      return TableError(kName, *table, row, "lat and lon are degrees.");
    }
    ParseInt(table->At(row, population), &people);
    place.lat = static_cast<float>(x);
    place.lon = static_cast<float>(y);
    place.population = static_cast<uint32_t>(std::clamp<int64_t>(people, 0, 100000000));
    place.name = static_cast<uint32_t>(names_.size());
    names_.emplace_back(table->At(row, name));
    Add(table->At(row, name), place, lexicon);
  }
  return Status::Ok();
}

}  // namespace claimscope
