#include "claims/lexicon.h"

#include <algorithm>

#include "base/strings.h"

namespace claimscope {
namespace {

bool IsVowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }
bool EndsInSibilant(std::string_view w) {
  return EndsWith(w, "s") || EndsWith(w, "x") || EndsWith(w, "z") || EndsWith(w, "ch") ||
         EndsWith(w, "sh");
}
bool EndsInConsonantY(std::string_view w) {
  return w.size() > 2 && w.back() == 'y' && !IsVowel(w[w.size() - 2]);
}

std::string SForm(std::string_view w) {
  if (EndsInSibilant(w)) return std::string(w) + "es";
  if (EndsInConsonantY(w)) return std::string(w.substr(0, w.size() - 1)) + "ies";
  if (EndsWith(w, "go") || EndsWith(w, "do") || EndsWith(w, "to")) {
    return std::string(w) + (w.size() <= 4 || EndsWith(w, "eto") ? "es" : "s");
  }
  return std::string(w) + "s";
}
std::string EdForm(std::string_view w) {
  if (EndsWith(w, "e")) return std::string(w) + "d";
  if (EndsInConsonantY(w)) return std::string(w.substr(0, w.size() - 1)) + "ied";
  return std::string(w) + "ed";
}
std::string IngForm(std::string_view w) {
  if (EndsWith(w, "ie")) return std::string(w.substr(0, w.size() - 2)) + "ying";
  if (EndsWith(w, "e") && !EndsWith(w, "ee") && !EndsWith(w, "ye") && !EndsWith(w, "oe")) {
    return std::string(w.substr(0, w.size() - 1)) + "ing";
  }
  return std::string(w) + "ing";
}

template <typename E>
struct Name {
  std::string_view name;
  E value;
};

constexpr Name<Is> kWordClasses[] = {
    {"article", Is::kArticle},
    {"possessive", Is::kPossessive},
    {"preposition", Is::kPreposition},
    {"and", Is::kAnd},
    {"but", Is::kBut},
    {"subordinator", Is::kSubordinator},
    {"relative", Is::kRelative},
    {"pronoun", Is::kPronoun},
    {"auxiliary", Is::kAuxiliary},
    {"modal", Is::kModal},
    {"negation", Is::kNegation},
    {"adverb", Is::kAdverb},
    {"adjective", Is::kAdjective},
    {"title", Is::kTitle},
    {"abbreviation", Is::kAbbreviation},
    {"question", Is::kQuestion},
    {"be", Is::kBeForm},
    {"have", Is::kHaveForm},
    {"to", Is::kTo},
    {"plain_noun", Is::kNounMostly},
    {"designation", Is::kDesignation},
    {"region_word", Is::kRegionWord},
    {"district_word", Is::kDistrictWord},
    {"place_lead", Is::kPlaceLead},
    {"country_lead", Is::kCountryLead},
    {"motion", Is::kMotion},
};

constexpr Name<TimeKey> kTimeKeys[] = {{"today", TimeKey::kToday},
                                       {"yesterday", TimeKey::kYesterday},
                                       {"tomorrow", TimeKey::kTomorrow},
                                       {"tonight", TimeKey::kTonight},
                                       {"overnight", TimeKey::kOvernight},
                                       {"last", TimeKey::kLast},
                                       {"past", TimeKey::kPast},
                                       {"next", TimeKey::kNext},
                                       {"this", TimeKey::kThis},
                                       {"same", TimeKey::kSame},
                                       {"since", TimeKey::kSince},
                                       {"until", TimeKey::kUntil},
                                       {"by", TimeKey::kBy},
                                       {"before", TimeKey::kBefore},
                                       {"after", TimeKey::kAfter},
                                       {"from", TimeKey::kFrom},
                                       {"to", TimeKey::kTo},
                                       {"between", TimeKey::kBetween},
                                       {"and", TimeKey::kAnd},
                                       {"during", TimeKey::kDuring},
                                       {"within", TimeKey::kWithin},
                                       {"over", TimeKey::kOver},
                                       {"in", TimeKey::kIn},
                                       {"on", TimeKey::kOn},
                                       {"at", TimeKey::kAt},
                                       {"of", TimeKey::kOf},
                                       {"the", TimeKey::kThe},
                                       {"a", TimeKey::kA},
                                       {"ago", TimeKey::kAgo},
                                       {"earlier", TimeKey::kEarlier},
                                       {"later", TimeKey::kLater},
                                       {"now", TimeKey::kNow},
                                       {"recent", TimeKey::kRecent},
                                       {"recentadj", TimeKey::kRecentAdjective},
                                       {"so", TimeKey::kSo},
                                       {"far", TimeKey::kFar},
                                       {"daypart", TimeKey::kDayPart},
                                       {"every", TimeKey::kEvery},
                                       {"daily", TimeKey::kDaily},
                                       {"weekly", TimeKey::kWeekly},
                                       {"monthly", TimeKey::kMonthly},
                                       {"yearly", TimeKey::kYearly},
                                       {"few", TimeKey::kFew},
                                       {"some", TimeKey::kSome},
                                       {"half", TimeKey::kHalf},
                                       {"old", TimeKey::kOld},
                                       {"long", TimeKey::kLong},
                                       {"future", TimeKey::kFuture},
                                       {"futureto", TimeKey::kFutureTo},
                                       {"quartername", TimeKey::kQuarterName},
                                       {"coming", TimeKey::kComing},
                                       {"following", TimeKey::kFollowing},
                                       {"previous", TimeKey::kPrevious},
                                       {"filler", TimeKey::kFiller},
                                       {"per", TimeKey::kPer},
                                       {"current", TimeKey::kCurrent}};
constexpr Name<TimeUnit> kTimeUnits[] = {
    {"second", TimeUnit::kSecond},   {"minute", TimeUnit::kMinute},
    {"hour", TimeUnit::kHour},       {"day", TimeUnit::kDay},
    {"night", TimeUnit::kNight},     {"week", TimeUnit::kWeek},
    {"weekend", TimeUnit::kWeekend}, {"fortnight", TimeUnit::kFortnight},
    {"month", TimeUnit::kMonth},     {"quarter", TimeUnit::kQuarter},
    {"year", TimeUnit::kYear},       {"decade", TimeUnit::kDecade},
    {"century", TimeUnit::kCentury}};

template <typename E, size_t N>
const E* Find(const Name<E> (&names)[N], std::string_view name) {
  for (const Name<E>& entry : names) {
    if (entry.name == name) return &entry.value;
  }
  return nullptr;
}

// Whether an expression of time can begin with a word of that meaning.
WordClasses ClassesOf(TimeKey key) {
  switch (key) {
    case TimeKey::kSince:
    case TimeKey::kFrom:
    case TimeKey::kBetween:
    case TimeKey::kWithin:
    case TimeKey::kOver:
    case TimeKey::kIn:
    case TimeKey::kDuring:
    case TimeKey::kThe:
    case TimeKey::kA:
    case TimeKey::kSame:
    case TimeKey::kHalf:
    case TimeKey::kSome:
      return Bit(Is::kTimeLead);
    case TimeKey::kToday:
    case TimeKey::kYesterday:
    case TimeKey::kTomorrow:
    case TimeKey::kTonight:
    case TimeKey::kOvernight:
    case TimeKey::kLast:
    case TimeKey::kPast:
    case TimeKey::kNext:
    case TimeKey::kThis:
    case TimeKey::kNow:
    case TimeKey::kRecent:
    case TimeKey::kRecentAdjective:
    case TimeKey::kEarlier:
    case TimeKey::kLater:
    case TimeKey::kEvery:
    case TimeKey::kDaily:
    case TimeKey::kWeekly:
    case TimeKey::kMonthly:
    case TimeKey::kYearly:
    case TimeKey::kFew:
    case TimeKey::kSo:
    case TimeKey::kDayPart:
    case TimeKey::kQuarterName:
    case TimeKey::kComing:
    case TimeKey::kFollowing:
    case TimeKey::kPrevious:
    case TimeKey::kPer:
    case TimeKey::kCurrent:
      return Bit(Is::kTimeWord);
    default:
      return 0;
  }
}

}  // namespace

std::string PluralOf(std::string_view phrase) {
  const size_t space = phrase.find_last_of(" -");
  const size_t at = space == std::string_view::npos ? 0 : space + 1;
  return std::string(phrase.substr(0, at)) + SForm(phrase.substr(at));
}

Result<Table> ReadTable(const FileBundle& rules, std::string_view name) {
  if (!rules.Has(name)) return Status::NotFound("The table " + std::string(name) + " is missing.");
  return Table::Parse(name, rules.Find(name));
}

Status TableError(std::string_view name, const Table& table, size_t row, std::string_view what) {
  return Status::Invalid(std::string(name) + " line " + std::to_string(table.Line(row)) + ": " +
                         std::string(what));
}

int Lexicon::NounClass(std::string_view name) const {
  for (size_t i = 0; i < noun_classes.size(); ++i) {
    if (noun_classes[i] == name) return static_cast<int>(i);
  }
  return -1;
}

Status Lexicon::Load(const FileBundle& rules) {
  using Step = Status (Lexicon::*)(const FileBundle&);
  for (Step step :
       {&Lexicon::LoadWords, &Lexicon::LoadVerbs, &Lexicon::LoadNumbers, &Lexicon::LoadTime,
        &Lexicon::LoadEvents, &Lexicon::LoadMoments, &Lexicon::LoadNouns, &Lexicon::LoadUnits,
        &Lexicon::LoadBounds, &Lexicon::LoadCues, &Lexicon::LoadAttitudes, &Lexicon::LoadStatuses,
        &Lexicon::LoadRoles, &Lexicon::LoadGivenNames}) {
    if (Status status = (this->*step)(rules); !status.ok()) return status;
  }
  struct Known {
    std::string_view name;
    NounClasses KnownClasses::*out;
  };
  constexpr Known kKnown[] = {{"weapon", &KnownClasses::weapon},
                              {"ground", &KnownClasses::ground},
                              {"settlement", &KnownClasses::settlement},
                              {"target", &KnownClasses::target},
                              {"people", &KnownClasses::people},
                              {"strike", &KnownClasses::strike},
                              {"troops", &KnownClasses::troops},
                              {"force", &KnownClasses::force},
                              {"state", &KnownClasses::state}};
  for (const Known& entry : kKnown) {
    const int index = NounClass(entry.name);
    known.*entry.out = index < 0 ? 0 : BitOf(index);
  }
  return Status::Ok();
}

Status Lexicon::LoadWords(const FileBundle& rules) {
  constexpr std::string_view kName = "lexicon/words.tsv";
  const Result<Table> table = ReadTable(rules, kName);
  if (!table.ok()) return table.status();
  for (size_t row = 0; row < table->rows(); ++row) {
    const Is* is = Find(kWordClasses, table->At(row, "class"));
    if (is == nullptr) return TableError(kName, *table, row, "no such class of words.");
    for (std::string_view word : SplitTrimmed(table->At(row, "words"), '|')) {
      for (WordId id : PhraseWords(word, &words)) words.Info(id).classes |= Bit(*is);
    }
  }
  return Status::Ok();
}

void Lexicon::AddForm(std::string_view form, WordId lemma, Is is) {
  const WordId id = words.Add(form);
  WordInfo& info = words.Info(id);
  info.classes |= Bit(is);
  // A form of two verbs ("found", "ground") belongs to the one in which it is not the base.
  if (info.lemma == 0 || is != Is::kVerbBase) info.lemma = lemma;
  forms_.emplace_back(lemma, id);
}

Status Lexicon::LoadVerbs(const FileBundle& rules) {
  constexpr std::string_view kName = "lexicon/verbs.tsv";
  const Result<Table> table = ReadTable(rules, kName);
  if (!table.ok()) return table.status();
  for (size_t row = 0; row < table->rows(); ++row) {
    const std::string base(table->At(row, "lemma"));
    if (base.empty()) return TableError(kName, *table, row, "a verb needs a lemma.");
    const WordId lemma = words.Add(base);
    AddForm(base, lemma, Is::kVerbBase);
    const std::string s = SForm(base);
    AddForm(s, lemma, Is::kVerbS);
    AddForm(IngForm(base), lemma, Is::kVerbIng);
    const bool doubled = table->At(row, "double") == "d";
    if (doubled) AddForm(base + base.back() + "ing", lemma, Is::kVerbIng);
    const auto past = SplitTrimmed(table->At(row, "past"), '|');
    const auto part = SplitTrimmed(table->At(row, "participle"), '|');
    for (std::string_view form : past) AddForm(form, lemma, Is::kVerbPast);
    for (std::string_view form : part) AddForm(form, lemma, Is::kVerbPart);
    const bool may_be_regular = past.empty() || EndsWith(past[0], "t");
    if (may_be_regular && (past.empty() || past[0].size() > base.size())) {
      for (const std::string& ed : {EdForm(base), base + base.back() + "ed"}) {
        if (!doubled && ed.size() > EdForm(base).size()) continue;
        AddForm(ed, lemma, Is::kVerbPast);
        AddForm(ed, lemma, Is::kVerbPart);
      }
    }
    const std::string_view noun = table->At(row, "noun");
    const Is too = noun == "N" ? Is::kNounMostly : Is::kNounToo;
    if (noun == "n" || noun == "N") {
      words.Info(lemma).classes |= Bit(too);
      words.Info(words.Add(s)).classes |= Bit(too);
    }
  }
  std::sort(forms_.begin(), forms_.end());
  forms_.erase(std::unique(forms_.begin(), forms_.end()), forms_.end());
  return Status::Ok();
}

std::vector<WordId> Lexicon::FormsOf(WordId lemma) const {
  std::vector<WordId> forms;
  for (auto at = std::lower_bound(forms_.begin(), forms_.end(), std::pair{lemma, WordId{0}});
       at != forms_.end() && at->first == lemma; ++at) {
    forms.push_back(at->second);
  }
  return forms;
}

Status Lexicon::LoadNumbers(const FileBundle& rules) {
  constexpr std::string_view kName = "lexicon/numbers.tsv";
  const Result<Table> table = ReadTable(rules, kName);
  if (!table.ok()) return table.status();
  for (size_t row = 0; row < table->rows(); ++row) {
    double value = 0;
    if (!ParseDouble(table->At(row, "value"), &value)) {
      return TableError(kName, *table, row, "the value is no number.");
    }
    WordInfo& info = words.Info(words.Add(table->At(row, "word")));
    const std::string_view kind = table->At(row, "kind");
    if (kind == "ordinal") {
      info.classes |= Bit(Is::kOrdinal);
      info.ordinal = static_cast<uint8_t>(value);
      continue;
    }
    if (kind == "fraction") {
      info.classes |= Bit(Is::kFraction);
      info.fraction = static_cast<uint8_t>(value);
      continue;
    }
    info.number = static_cast<float>(value);
    if (kind == "number")
      info.classes |= Bit(Is::kNumber);
    else if (kind == "scale")
      info.classes |= Bit(Is::kScale);
    else if (kind == "vague")
      info.classes |= Bit(Is::kVague);
    else
      return TableError(kName, *table, row,
                        "the kind is number, scale, vague, ordinal or fraction.");
  }
  return Status::Ok();
}

Status Lexicon::LoadTime(const FileBundle& rules) {
  constexpr std::string_view kName = "lexicon/time.tsv";
  const Result<Table> table = ReadTable(rules, kName);
  if (!table.ok()) return table.status();
  for (size_t row = 0; row < table->rows(); ++row) {
    WordInfo& info = words.Info(PhraseWords(table->At(row, "word"), &words)[0]);
    const std::string_view kind = table->At(row, "kind"), value = table->At(row, "value");
    int64_t number = 0;
    if (kind == "key") {
      const TimeKey* key = Find(kTimeKeys, value);
      if (key == nullptr) return TableError(kName, *table, row, "no such key.");
      info.key = *key;
      info.classes |= ClassesOf(*key);
      continue;
    }
    info.classes |= Bit(Is::kTimeWord);
    if (kind == "unit") {
      const TimeUnit* unit = Find(kTimeUnits, value);
      if (unit == nullptr) return TableError(kName, *table, row, "no such unit.");
      info.unit = *unit;
      info.classes |= Bit(Is::kTimeUnit);
      continue;
    }
    if (kind == "part") {
      info.part = value == "start"    ? TimePart::kStart
                  : value == "middle" ? TimePart::kMiddle
                                      : TimePart::kEnd;
      continue;
    }
    if (kind == "daypart") {
      info.key = TimeKey::kDayPart;
      info.day_part = static_cast<uint8_t>(day_parts.size());
      day_parts.emplace_back(value);
      continue;
    }
    if (kind == "zone") {
      info.zone = true;
      continue;
    }
    if (!ParseInt(value, &number)) return TableError(kName, *table, row, "the value is no number.");
    if (kind == "month") {
      info.month = static_cast<uint8_t>(number);
      info.classes |= Bit(Is::kMonth);
    } else if (kind == "weekday") {
      info.weekday = static_cast<uint8_t>(number);
      info.classes |= Bit(Is::kWeekday);
    } else if (kind == "season") {
      info.season = static_cast<uint8_t>(number);
    } else if (kind == "decade") {
      info.decade = static_cast<uint8_t>(number);
    } else {
      return TableError(
          kName, *table, row,
          "the kind is month, weekday, unit, part, season, decade, daypart, zone or key.");
    }
  }
  return Status::Ok();
}

Status Lexicon::LoadEvents(const FileBundle& rules) {
  constexpr std::string_view kName = "lexicon/events.tsv";
  const Result<Table> table = ReadTable(rules, kName);
  if (!table.ok()) return table.status();
  for (size_t row = 0; row < table->rows(); ++row) {
    const DayRange days{ParseIsoDay(table->At(row, "from")), ParseIsoDay(table->At(row, "to"))};
    if (!days.known()) return TableError(kName, *table, row, "an event needs its first day.");
    event_phrases.Add(PhraseWords(table->At(row, "phrase"), &words),
                      static_cast<uint32_t>(events.size()));
    events.push_back(days);
  }
  return Status::Ok();
}

// "12-25", "11-4-4" (the fourth Thursday of November), "5-last-1", "easter-2", "11-4-4+1".
bool Lexicon::ReadHoliday(std::string_view rule, Moment* moment) {
  const bool easter = StartsWith(rule, "easter");
  const size_t sign = rule.find_first_of(easter ? "+-" : "+");
  int64_t number = 0;
  if (sign != std::string_view::npos) {
    if (!ParseInt(rule.substr(sign + 1), &number) || number > 300) return false;
    moment->shift = static_cast<int16_t>(rule[sign] == '-' ? -number : number);
    rule = rule.substr(0, sign);
  }
  if (easter) return rule == "easter";
  const std::vector<std::string_view> parts = SplitTrimmed(rule, '-');
  if (parts.size() != 2 && parts.size() != 3) return false;
  if (!ParseInt(parts[0], &number) || number < 1 || number > 12) return false;
  moment->month = static_cast<uint8_t>(number);
  const bool last = parts.size() == 3 && parts[1] == "last";
  if (!last && (!ParseInt(parts[1], &number) || number < 1 || number > 31)) return false;
  if (parts.size() == 2) {
    moment->day = static_cast<uint8_t>(number);
    return true;
  }
  moment->week = static_cast<int8_t>(last ? -1 : number);
  if (!ParseInt(parts[2], &number) || number < 1 || number > 7) return false;
  moment->weekday = static_cast<uint8_t>(number);
  return true;
}

Status Lexicon::LoadMoments(const FileBundle& rules) {
  constexpr std::string_view kName = "lexicon/moments.tsv";
  const Result<Table> table = ReadTable(rules, kName);
  if (!table.ok()) return table.status();
  for (size_t row = 0; row < table->rows(); ++row) {
    Moment moment;
    const std::string_view value = table->At(row, "value"), after = table->At(row, "after");
    if (EndsWith(value, "_REF") || StartsWith(value, "P")) {
      moment.value = std::string(value);
    } else if (!ReadHoliday(value, &moment)) {
      return TableError(kName, *table, row, "the value is no TIMEX3 value and no day of the year.");
    }
    if (!after.empty()) moment.after = words.Add(after);
    moment.alone = table->At(row, "alone") == "yes";
    moment_phrases.Add(PhraseWords(table->At(row, "phrase"), &words),
                       static_cast<uint32_t>(moments.size()));
    moments.push_back(std::move(moment));
  }
  return Status::Ok();
}

Status Lexicon::LoadNouns(const FileBundle& rules) {
  constexpr std::string_view kName = "lexicon/nouns.tsv";
  const Result<Table> table = ReadTable(rules, kName);
  if (!table.ok()) return table.status();
  for (size_t row = 0; row < table->rows(); ++row) {
    Noun noun;
    for (std::string_view name : SplitTrimmed(table->At(row, "class"), '|')) {
      int index = NounClass(name);
      if (index < 0) {
        index = static_cast<int>(noun_classes.size());
        if (index == kMaxNounClasses) return TableError(kName, *table, row, "too many classes.");
        noun_classes.emplace_back(name);
      }
      noun.classes |= BitOf(index);
    }
    if (noun.classes == 0) return TableError(kName, *table, row, "a noun needs a class.");
    noun.unit = std::string(table->At(row, "unit"));
    const std::string phrase(table->At(row, "phrase"));
    const auto value = static_cast<uint32_t>(nouns.size());
    nouns.push_back(std::move(noun));
    noun_phrases.Add(PhraseWords(phrase, &words), value);
    noun_phrases.Add(PhraseWords(PluralOf(phrase), &words), value);
  }
  return Status::Ok();
}

Status Lexicon::LoadUnits(const FileBundle& rules) {
  constexpr std::string_view kName = "lexicon/units.tsv";
  const Result<Table> table = ReadTable(rules, kName);
  if (!table.ok()) return table.status();
  for (size_t row = 0; row < table->rows(); ++row) {
    Unit unit;
    unit.name = std::string(table->At(row, "unit"));
    unit.si_name = std::string(table->At(row, "si_unit"));
    if (!ParseDouble(table->At(row, "factor"), &unit.factor)) {
      return TableError(kName, *table, row, "the factor is no number.");
    }
    const std::string_view kind = table->At(row, "kind");
    unit.kind = kind == "money"     ? UnitKind::kMoney
                : kind == "percent" ? UnitKind::kPercent
                : kind == "time"    ? UnitKind::kTime
                                    : UnitKind::kMeasure;
    const std::string_view phrase = table->At(row, "phrase");
    const auto value = static_cast<uint32_t>(units.size());
    units.push_back(std::move(unit));
    const std::vector<WordId> words_of = PhraseWords(phrase, &words);
    if (words_of.empty()) return TableError(kName, *table, row, "a unit needs a phrase.");
    unit_phrases.Add(words_of, value);
    if (IsAsciiAlpha(phrase.back())) unit_phrases.Add(PhraseWords(PluralOf(phrase), &words), value);
  }
  return Status::Ok();
}

Status Lexicon::LoadBounds(const FileBundle& rules) {
  constexpr std::string_view kName = "lexicon/bounds.tsv";
  const Result<Table> table = ReadTable(rules, kName);
  if (!table.ok()) return table.status();
  for (size_t row = 0; row < table->rows(); ++row) {
    BoundWord word;
    if (!FromName(table->At(row, "bound"), &word.bound)) {
      return TableError(kName, *table, row, "no such bound.");
    }
    word.after = table->At(row, "side") == "after";
    // The same words may stand on both sides ("at least 5", "5 at least"): two values, one phrase.
    const auto value = static_cast<uint32_t>(bounds.size());
    if (bound_phrases.Add(PhraseWords(table->At(row, "phrase"), &words), value) == value) {
      bounds.push_back(word);
    }
  }
  return Status::Ok();
}

Status Lexicon::LoadCues(const FileBundle& rules) {
  constexpr std::string_view kName = "lexicon/cues.tsv";
  constexpr Name<CueKind> kKinds[] = {{"say", CueKind::kSay},   {"weak", CueKind::kWeak},
                                      {"vow", CueKind::kVow},   {"think", CueKind::kThink},
                                      {"hold", CueKind::kHold}, {"source", CueKind::kSource},
                                      {"noun", CueKind::kNoun}, {"name", CueKind::kName}};
  const Result<Table> table = ReadTable(rules, kName);
  if (!table.ok()) return table.status();
  for (size_t row = 0; row < table->rows(); ++row) {
    const CueKind* kind = Find(kKinds, table->At(row, "kind"));
    if (kind == nullptr) return TableError(kName, *table, row, "no such kind of cue.");
    Cue cue{*kind, ClaimStatus::kAsserted};
    const std::string_view status = table->At(row, "status");
    if (!status.empty() && !FromName(status, &cue.status)) {
      return TableError(kName, *table, row, "no such status.");
    }
    const auto value = static_cast<uint32_t>(cues.size());
    cues.push_back(cue);
    const std::string_view phrase = table->At(row, "cue");
    std::vector<WordId> phrase_words = PhraseWords(phrase, &words);
    if (phrase_words.empty()) return TableError(kName, *table, row, "a cue needs words.");
    cue_phrases.Add(phrase_words, value);
    if (*kind == CueKind::kNoun) {
      cue_phrases.Add(PhraseWords(PluralOf(phrase), &words), value);
      AddAttitude(phrase, AttitudeKind::kNoun);
    }
    if (*kind == CueKind::kSource || *kind == CueKind::kNoun) continue;
    const WordId lemma = phrase_words[0];
    const std::vector<WordId> forms = FormsOf(lemma);
    if (forms.empty()) return TableError(kName, *table, row, "the verb is not in verbs.tsv.");
    for (WordId form : forms) {
      phrase_words[0] = form;
      cue_phrases.Add(phrase_words, value);
      attitude_verbs.Add(phrase_words, 0);
      if (*kind == CueKind::kSay && phrase_words.size() == 1) {
        words.Info(form).classes |= Bit(Is::kSpeech);
      }
    }
  }
  return Status::Ok();
}

// False when a verb is none of verbs.tsv.
bool Lexicon::AddAttitude(std::string_view phrase, AttitudeKind kind) {
  std::vector<WordId> phrase_words = PhraseWords(phrase, &words);
  if (phrase_words.empty()) return false;
  if (kind != AttitudeKind::kVerb) {
    const auto value = static_cast<uint32_t>(kind);
    attitude_words.Add(phrase_words, value);
    if (kind == AttitudeKind::kNoun)
      attitude_words.Add(PhraseWords(PluralOf(phrase), &words), value);
    return true;
  }
  const std::vector<WordId> forms = FormsOf(phrase_words[0]);
  for (WordId form : forms) {
    phrase_words[0] = form;
    attitude_verbs.Add(phrase_words, 0);
  }
  return !forms.empty();
}

Status Lexicon::LoadAttitudes(const FileBundle& rules) {
  constexpr std::string_view kName = "lexicon/attitudes.tsv";
  if (!rules.Has(kName)) return Status::Ok();  // the page has it not: nothing there shows attitudes
  constexpr Name<AttitudeKind> kKinds[] = {{"verb", AttitudeKind::kVerb},
                                           {"noun", AttitudeKind::kNoun},
                                           {"adjective", AttitudeKind::kAdjective},
                                           {"adverb", AttitudeKind::kAdverb}};
  const Result<Table> table = ReadTable(rules, kName);
  if (!table.ok()) return table.status();
  for (size_t row = 0; row < table->rows(); ++row) {
    const AttitudeKind* kind = Find(kKinds, table->At(row, "kind"));
    if (kind == nullptr) return TableError(kName, *table, row, "no such kind of word.");
    if (!AddAttitude(table->At(row, "word"), *kind))
      return TableError(kName, *table, row, "the verb is not in verbs.tsv.");
  }
  return Status::Ok();
}

Status Lexicon::LoadStatuses(const FileBundle& rules) {
  constexpr std::string_view kName = "lexicon/status.tsv";
  const Result<Table> table = ReadTable(rules, kName);
  if (!table.ok()) return table.status();
  for (size_t row = 0; row < table->rows(); ++row) {
    StatusWord word;
    if (!FromName(table->At(row, "status"), &word.status)) {
      return TableError(kName, *table, row, "no such status.");
    }
    word.reaches_back = table->At(row, "reach") == "back";
    const auto value = static_cast<uint32_t>(statuses.size());
    statuses.push_back(word);
    status_phrases.Add(PhraseWords(table->At(row, "phrase"), &words), value);
  }
  return Status::Ok();
}

Status Lexicon::LoadRoles(const FileBundle& rules) {
  constexpr std::string_view kName = "lexicon/roles.tsv";
  const Result<Table> table = ReadTable(rules, kName);
  if (!table.ok()) return table.status();
  for (size_t row = 0; row < table->rows(); ++row) {
    const std::string_view phrase = table->At(row, "role");
    const std::string_view kind = table->At(row, "kind");
    uint32_t same = 0;
    if (const std::string_view head = table->At(row, "same"); !head.empty()) {
      role_heads.push_back(static_cast<uint32_t>(HashFolded(head)));
      same = static_cast<uint32_t>(role_heads.size());
    }
    const uint32_t value = (same << kRoleSame) |
                           (kind == "person"  ? kRolePerson
                            : kind == "word"  ? kRoleWord
                            : kind == "paper" ? kRolePaper
                                              : 0) |
                           (table->At(row, "side") == "place"         ? kRoleLocal
                            : table->At(row, "side") == "independent" ? kRoleCivil
                                                                      : 0);
    role_phrases.Add(PhraseWords(phrase, &words), value);
    role_phrases.Add(PhraseWords(PluralOf(phrase), &words), value);
  }
  return Status::Ok();
}

Status Lexicon::LoadGivenNames(const FileBundle& rules) {
  constexpr std::string_view kName = "lexicon/given_names.tsv";
  const Result<Table> table = ReadTable(rules, kName);
  if (!table.ok()) return table.status();
  for (size_t row = 0; row < table->rows(); ++row) {
    const std::string_view gender = table->At(row, "gender");
    const bool female = StartsWith(gender, "female");
    if (!female && !StartsWith(gender, "male"))
      return TableError(kName, *table, row, "a name is female or male.");
    for (std::string_view name : SplitTrimmed(table->At(row, "names"), '|')) {
      for (WordId id : PhraseWords(name, &words))
        words.Info(id).classes |= Bit(female ? Is::kFemale : Is::kMale);
    }
  }
  return Status::Ok();
}

}  // namespace claimscope
