#include "claims/actors.h"

#include <algorithm>
#include <unordered_map>

#include "base/strings.h"
#include "base/utf8.h"

namespace claimscope {
namespace {

bool KindOf(std::string_view name, ActorKind* out) {
  constexpr std::pair<std::string_view, ActorKind> kKinds[] = {
      {"person", ActorKind::kPerson}, {"office", ActorKind::kOffice},
      {"body", ActorKind::kBody},     {"country", ActorKind::kCountry},
      {"media", ActorKind::kMedia},   {"group", ActorKind::kGroup}};
  for (const auto& [word, kind] : kKinds) {
    if (word == name) {
      *out = kind;
      return true;
    }
  }
  return false;
}

// "2019", "2019-05": its first or last day.
Day DayOfMonth(std::string_view text, bool last) {
  int64_t year = 0, month = last ? 12 : 1;
  if (!ParseInt(text.substr(0, 4), &year)) return {};
  if (text.size() >= 7 && !ParseInt(text.substr(5, 2), &month)) return {};
  if (month < 1 || month > 12) return {};
  const Day first = DayOf({static_cast<int>(year), static_cast<int>(month), 1});
  return last ? MonthEnd(first) : first;
}

constexpr size_t kFewest = 4;  // consonants of a surname

// What the romanisations of one Slavic name share: its consonants, as English writes them.
std::string Consonants(std::string_view name) {
  const std::string folded = FoldText(name);
  std::string key;
  for (size_t i = 0; i < folded.size(); ++i) {
    char c = folded[i];
    const char next = i + 1 < folded.size() ? folded[i + 1] : ' ';
    if (c == 'z' && i > 0 && (folded[i - 1] == 's' || folded[i - 1] == 'c')) c = 'h';  // Polish
    if (c == 'w' || (c == 'f' && next == 'f')) c = 'v';
    const bool plain =
        IsAsciiAlpha(c) && std::string_view("aeiouyj").find(c) == std::string_view::npos;
    if (plain && (key.empty() || key.back() != c)) key += c;
  }
  return key;
}

// "Aleksiej" and Alexei, not Andriy: the first two consonants.
bool SameFirstName(std::string_view one, std::string_view name) {
  const auto sounds = [](std::string_view first) {
    std::string key = Consonants(first.substr(0, first.find(' ')));
    for (size_t at = key.find('x'); at != key.npos; at = key.find('x')) key.replace(at, 1, "ks");
    std::replace(key.begin(), key.end(), 'g', 'h');  // Ihor, Igor
    return key.substr(0, 2);
  };
  const std::string told = sounds(one);
  return StartsWith(sounds(name), told) && (told.size() == 2 || one.size() <= 2);
}

}  // namespace

void Actors::FindSurnames(const Gazetteer& gazetteer) {
  for (uint32_t i = 0; i < actors_.size(); ++i) {
    const Actor& actor = actors_[i];
    const std::string_view country = actor.country == 0 ? "" : gazetteer.Code(actor.country);
    if (actor.kind != ActorKind::kPerson || (country != "UA" && country != "RU" && country != "BY"))
      continue;
    const std::string_view name = actor.name;
    const std::string key = Consonants(name.substr(name.rfind(' ') + 1));
    if (key.size() >= kFewest) surnames_.emplace_back(key, i);
  }
  std::sort(surnames_.begin(), surnames_.end());
}

const Actor* Actors::Romanised(std::string_view first, std::string_view surname) const {
  const std::string key = Consonants(surname);
  if (key.size() < kFewest) return nullptr;
  const Actor* person = nullptr;
  for (auto i = std::lower_bound(surnames_.begin(), surnames_.end(), std::make_pair(key, 0u));
       i != surnames_.end() && i->first == key; ++i) {
    const Actor& actor = actors_[i->second];
    if (!first.empty() && !SameFirstName(first, actor.name)) continue;
    if (person != nullptr && person->name != actor.name) return nullptr;
    person = &actor;
  }
  return person;
}

RegionId Actors::LocalRegion(const std::string& name, Day day) const {
  const auto row = local_.find(name);
  if (row == local_.end()) return 0;
  const Actor& actor = At(row->second, day);
  return actor.InOffice(day) ? actor.region : RegionId{0};
}

Status Actors::Load(const FileBundle& rules, Lexicon* lexicon, Gazetteer* gazetteer) {
  constexpr std::string_view kActors = "lexicon/actors.tsv";
  const Result<Table> table = ReadTable(rules, kActors);
  if (!table.ok()) return table.status();
  std::unordered_map<std::string, uint32_t> rows;  // of a person the last one
  for (size_t row = 0; row < table->rows(); ++row) {
    Actor actor;
    actor.name = std::string(table->At(row, "canonical"));
    if (actor.name.empty()) return TableError(kActors, *table, row, "an actor needs a name.");
    if (!FromName(table->At(row, "side"), &actor.side))
      return TableError(kActors, *table, row, "no such side.");
    if (!KindOf(table->At(row, "kind"), &actor.kind))
      return TableError(kActors, *table, row, "no such kind of actor.");
    actor.country = gazetteer->Find(table->At(row, "country"));
    actor.from = DayOfMonth(table->At(row, "from"), false);
    actor.to = DayOfMonth(table->At(row, "to"), true);
    actor.office = std::string(table->At(row, "office"));
    actor.region = gazetteer->Find(table->At(row, "region"));
    actor.head = PhraseWords(table->At(row, "head"), &lexicon->words);
    const auto value = static_cast<uint32_t>(actors_.size());
    names_.Add(PhraseWords(actor.name, &lexicon->words), value);
    for (std::string_view alias : SplitTrimmed(table->At(row, "aliases"), '|')) {
      if (StartsWith(alias, "the ") || StartsWith(alias, "The ")) alias.remove_prefix(4);
      names_.Add(PhraseWords(alias, &lexicon->words), value);
    }
    last_row_.push_back(value);
    if (actor.kind == ActorKind::kPerson) {
      const auto [same, is_new] = rows.try_emplace(actor.name, value);
      if (!is_new) {
        actor.before = static_cast<int>(same->second);
        last_row_[same->second] = value;
        same->second = value;
      }
    }
    if (actor.region != 0) local_.try_emplace(actor.name, value);
    actors_.push_back(std::move(actor));
  }
  FindSurnames(*gazetteer);
  constexpr std::string_view kSides = "lexicon/country_sides.tsv";
  const Result<Table> sides = ReadTable(rules, kSides);
  if (!sides.ok()) return sides.status();
  for (size_t row = 0; row < sides->rows(); ++row) {
    Side side = Side::kThird;
    if (!FromName(sides->At(row, "side"), &side))
      return TableError(kSides, *sides, row, "no such side.");
    const RegionId country = gazetteer->Find(sides->At(row, "country"));
    if (country == 0) continue;
    if (country >= sides_.size()) sides_.resize(country + 1, Side::kUnknown);
    sides_[country] = side;
  }
  constexpr std::string_view kSpeakers = "lexicon/speakers.tsv";
  const Result<Table> speakers = ReadTable(rules, kSpeakers);
  if (!speakers.ok()) return speakers.status();
  for (size_t row = 0; row < speakers->rows(); ++row) {
    Side side = Side::kUnknown;
    if (!FromName(speakers->At(row, "side"), &side))
      return TableError(kSpeakers, *speakers, row, "no such side.");
    const std::string_view phrase = speakers->At(row, "phrase");
    side_words_.Add(PhraseWords(phrase, &lexicon->words), static_cast<uint32_t>(side));
    side_words_.Add(PhraseWords(PluralOf(phrase), &lexicon->words), static_cast<uint32_t>(side));
  }
  return Status::Ok();
}

uint32_t Actors::LastRow(uint32_t value) const {
  while (last_row_[value] != value) value = last_row_[value];
  return value;
}

std::string Actors::OfficesOf(const Actor& person, Day day) const {
  std::string offices;
  const auto value = static_cast<uint32_t>(&person - actors_.data());
  for (int row = static_cast<int>(LastRow(value)); row >= 0;) {
    const Actor& actor = actors_[static_cast<size_t>(row)];
    if (actor.InOffice(day)) offices += actor.office + " ";
    row = actor.before;
  }
  return offices.empty() ? person.office : offices;
}

const Actor& Actors::At(uint32_t value, Day day) const {
  const Actor* latest = nullptr;  // begun by then
  for (int row = static_cast<int>(LastRow(value)); row >= 0;
       row = actors_[static_cast<size_t>(row)].before) {
    const Actor& actor = actors_[static_cast<size_t>(row)];
    if (actor.InOffice(day)) return actor;
    if (day.known() && actor.from.known() && actor.from <= day &&
        (latest == nullptr || actor.from > latest->from))
      latest = &actor;
  }
  return latest != nullptr ? *latest : actors_[value];
}

}  // namespace claimscope
