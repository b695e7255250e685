// Words of time: time.tsv, events.tsv, moments.tsv.
#include <algorithm>

#include "base/strings.h"
#include "claims/lexicon.h"
#include "claims/lexicon_names.h"

namespace claimscope {
namespace {

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
                                       {"all", TimeKey::kAll},
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
                  : value == "rest"   ? TimePart::kRest
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
  std::vector<std::string> names;  // by event
  for (size_t row = 0; row < table->rows(); ++row) {
    const DayRange days{ParseIsoDay(table->At(row, "from")), ParseIsoDay(table->At(row, "to"))};
    if (!days.known()) return TableError(kName, *table, row, "an event needs its first day.");
    Event event{days, {}, -1};
    for (std::string_view word : SplitTrimmed(table->At(row, "beside"), '|')) {
      const std::vector<WordId> ids = PhraseWords(word, &words);
      if (ids.size() != 1)
        return TableError(kName, *table, row, "beside an event stand single words.");
      event.beside.push_back(ids[0]);
    }
    const auto number = static_cast<int>(events.size());
    const std::string phrase(table->At(row, "phrase"));
    const auto same = std::find(names.begin(), names.end(), phrase);
    if (same == names.end()) {
      event_phrases.Add(PhraseWords(phrase, &words), static_cast<uint32_t>(number));
    } else {
      size_t last = static_cast<size_t>(same - names.begin());
      while (events[last].other >= 0) last = static_cast<size_t>(events[last].other);
      events[last].other = number;
    }
    names.push_back(phrase);
    events.push_back(std::move(event));
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

}  // namespace claimscope
