// So and so many units: three days ago, two weeks before 9 May, a year and a half, every two days.
#include <algorithm>

#include "base/strings.h"
#include "claims/date_reader.h"

namespace claimscope {

// How many: digits or words, "a", "few", "half an". The tokens it takes, 0: none. `vague`: no
// certain number.
uint32_t DateReader::Count(uint32_t at, double* count, bool* vague) const {
  *vague = false;
  if (IsNumber(at)) {
    *count = NumberOf(text_, tokens_[at]);
    const bool scale = Has(at + 1, Is::kScale) && tokens_[at + 1].end - tokens_[at + 1].begin > 2;
    if (scale) *count *= static_cast<double>(Info(at + 1).number);
    // "1 1/2 hours"
    if (!scale && Text(at + 1) == "1" && !Glued(at + 1) && IsMark(at + 2, '/') &&
        Text(at + 3) == "2") {
      *count += 0.5;
      return 4;
    }
    return scale ? 2 : 1;
  }
  const Key key = KeyAt(at);
  const uint32_t few = key == Key::kA ? at + 1 : at;
  if (KeyAt(few) == Key::kFew || (KeyAt(at) == Key::kSome && UnitAt(at + 1) != TimeUnit::kNone)) {
    const uint32_t i = KeyAt(few) == Key::kFew ? few : at;
    *count = Text(i) == "couple" ? 2 : 3;
    *vague = Text(i) != "couple";
    return (KeyAt(i + 1) == Key::kOf ? i + 2 : i + 1) - at;
  }
  if (key == Key::kHalf && KeyAt(at + 1) == Key::kA) {
    *count = 0.5;
    return 2;
  }
  if (Has(at, Is::kNumber) || key == Key::kA) {
    *count = Has(at, Is::kNumber) ? static_cast<double>(Info(at).number) : 1;
    uint32_t i = at + 1;
    if (IsMark(i, '-') && Has(i + 1, Is::kNumber) && *count >= 20) {
      *count += static_cast<double>(Info(i + 1).number);
      i += 2;
    }
    while (Has(i, Is::kScale) && tokens_[i].end - tokens_[i].begin > 2) {
      *count *= static_cast<double>(Info(i).number);
      ++i;
      double rest = 0;
      bool uncertain = false;
      if (KeyAt(i) != Key::kAnd || !Has(i + 1, Is::kNumber)) continue;
      i += 1 + Count(i + 1, &rest, &uncertain);  // "three hundred and sixty-five"
      *count += rest;
      break;
    }
    // "two and a half", "two-and-a-half"
    const uint32_t and_at = IsMark(i, '-') ? i + 1 : i;
    if (KeyAt(and_at) == Key::kAnd) {
      uint32_t half = and_at + 1;
      while (IsMark(half, '-') || KeyAt(half) == Key::kA) ++half;
      if (KeyAt(half) == Key::kHalf && half > and_at + 1) {
        *count += 0.5;
        i = half + 1;
      }
    }
    return i - at;
  }
  if (Has(at, Is::kVague) && KeyAt(at + 1) == Key::kOf) {
    *count = static_cast<double>(Info(at).number);
    *vague = true;
    return 2;
  }
  return 0;
}

// "and a half": its tokens, 0 when it does not stand there.
uint32_t DateReader::AndAHalf(uint32_t at) const {
  if (KeyAt(at) != Key::kAnd) return 0;
  const uint32_t half = KeyAt(at + 1) == Key::kA ? at + 2 : at + 1;
  const Key next = KeyAt(half + 1);  // "and half of them", "and half a million fled"
  const bool more = next == Key::kOf || next == Key::kA || Has(half + 1, Is::kScale);
  return KeyAt(half) == Key::kHalf && !more ? half + 1 - at : 0;
}

// "three days ago", "two days earlier", "4 months from tomorrow", "in two weeks", or a bare length
// of time.
Reading DateReader::Counted(uint32_t at) {
  double count = 1;
  bool vague = false;
  const uint32_t counted = Count(at, &count, &vague);
  if (counted == 0) return {};
  uint32_t i = at + counted;
  if (!vague) {
    if (Reading between = BetweenAgo(i, count)) return between;
  }
  if (IsMark(i, '-')) ++i;
  if (KeyAt(i) == Key::kFiller) ++i;
  const TimeUnit unit = UnitAt(i);
  if (unit == TimeUnit::kNone) return {};
  // "a years-long battle": several
  vague = vague || (counted == 1 && KeyAt(at) == Key::kA && i == at + 1 && EndsWith(Text(i), "s"));
  // "a quarter of", "three-quarters": a part of something.
  if (unit == TimeUnit::kQuarter && (count == 1 || count == 3) && KeyAt(i - 1) != Key::kFiller) {
    return {};
  }
  // "a second wave": no length of time.
  if (unit == TimeUnit::kSecond && Has(i, Is::kOrdinal) && (!IsNumber(at) || count == 1)) return {};
  ++i;
  if (IsMark(i, '-') && KeyAt(i + 1) == Key::kTo) return {};  // "day-to-day"
  // "a year and a half"
  if (const uint32_t half = AndAHalf(i)) {
    count += 0.5;
    i += half;
  }
  if (Text(i) == "or" && KeyAt(i + 1) == Key::kSo) i += 2;  // "a month or so ago"
  const Key after = KeyAt(i);
  if (after == Key::kAgo) return Ago(i + 1, count, vague, unit);
  if (after == Key::kAnd && !vague) {
    if (Reading sum = SumAgo(i + 1, count, unit)) return sum;
  }
  // "in two weeks' time"
  const bool apostrophe = IsMark(i, '\'') || IsPossessiveS(i);
  if (apostrophe && Text(i + 1) == "time" && !vague && published_.known()) {
    const Day day = AddUnits(published_, count, unit);
    const bool days = unit <= TimeUnit::kWeek || unit == TimeUnit::kFortnight;
    return days ? DayReading(i + 2, day, true) : UnitAround(i + 2, day, unit, true);
  }
  if (!vague) {
    if (Reading shifted = Shifted(at, i, count, unit)) return shifted;
  }
  Reading reading;
  reading.form = DateMention::Form::kDuration;
  reading.value = DurationValue(count, vague, unit);
  if (!vague && unit > TimeUnit::kDay) i = SmallerUnits(i, unit, &reading.value);
  const uint32_t old = IsMark(i, '-') ? i + 1 : i;
  reading.end = KeyAt(old) == Key::kOld ? old + 1 : i;
  return reading;
}

// "two weeks and two days ago": from "two days" on.
Reading DateReader::SumAgo(uint32_t at, double count, TimeUnit unit) const {
  double more = 0;
  bool vague = false;
  const uint32_t i = at + Count(at, &more, &vague);
  const TimeUnit smaller = UnitAt(i);
  if (i == at || vague || smaller == TimeUnit::kNone || smaller >= unit ||
      KeyAt(i + 1) != Key::kAgo)
    return {};
  if (!published_.known()) return PeriodOf(i + 2, {}, Grain::kNone, UnknownValue(smaller), true);
  const Day day = AddUnits(AddUnits(published_, -count, unit), -more, smaller);
  return smaller == TimeUnit::kMonth ? UnitAround(i + 2, day, smaller, true)
                                     : DayReading(i + 2, day, true);
}

// "two years, three months and four days": what follows the years; the token after it.
uint32_t DateReader::SmallerUnits(uint32_t at, TimeUnit unit, std::string* value) const {
  double count = 0;
  bool vague = false;
  uint32_t i = IsMark(at, ',') ? at + 1 : at;
  if (KeyAt(i) == Key::kAnd) ++i;
  const uint32_t counted = Count(i, &count, &vague);
  const TimeUnit smaller = UnitAt(i + counted);
  if (counted == 0 || vague || smaller < TimeUnit::kDay || smaller >= unit) return at;
  const Key after = KeyAt(i + counted + 1);
  if (after == Key::kAgo || after == Key::kBefore || after == Key::kAfter ||
      after == Key::kEarlier || after == Key::kLater)
    return at;
  value->append(DurationValue(count, false, smaller), 1);
  return SmallerUnits(i + counted + 1, smaller, value);
}

// "two to three weeks ago", "2-3 weeks ago": from "to" on.
Reading DateReader::BetweenAgo(uint32_t at, double least) const {
  const bool joined =
      KeyAt(at) == Key::kTo || IsMark(at, '-') || IsMark(at, '~') || Text(at) == "or";
  double most = 0;
  bool vague = false;
  const uint32_t i = at + 1 + Count(at + 1, &most, &vague);
  if (!joined || i == at + 1 || vague || most <= least || KeyAt(i + 1) != Key::kAgo) return {};
  const TimeUnit unit = UnitAt(i);
  if (unit == TimeUnit::kNone) return {};
  Reading reading = PeriodOf(i + 2, {}, Grain::kNone, "PAST_REF", true);
  if (published_.known())
    reading.days = {AddUnits(published_, -most, unit), AddUnits(published_, -least, unit)};
  return reading;
}

Reading DateReader::Ago(uint32_t end, double count, bool vague, TimeUnit unit) const {
  if (!published_.known()) return PeriodOf(end, {}, Grain::kNone, UnknownValue(unit), true);
  if (vague) {
    Reading reading = PeriodOf(end, {}, Grain::kNone, "PAST_REF", true);
    reading.days = {AddUnits(published_, -count * 3, unit), AddUnits(published_, -1, unit)};
    return reading;
  }
  if (unit == TimeUnit::kYear && count != static_cast<int>(count))  // "half a year ago"
    return UnitAround(end, AddUnits(published_, -count * 12, TimeUnit::kMonth), TimeUnit::kMonth,
                      true);
  const Day day = AddUnits(published_, -count, unit);
  // "a week ago today", "two years ago this month", "two weeks ago on Friday"
  if (KeyAt(end) == Key::kToday) return DayReading(end + 1, day, true);
  const TimeUnit same = KeyAt(end) == Key::kThis ? UnitAt(end + 1) : TimeUnit::kNone;
  if (same >= TimeUnit::kDay && same != TimeUnit::kNight && same < unit)
    return UnitAround(end + 2, day, same, true);
  const uint32_t on = KeyAt(end) == Key::kOn ? end + 1 : end;
  if (unit == TimeUnit::kWeek && Info(on).weekday != 0 && tokens_[on].capital)
    return DayReading(on + 1, WeekStart(day) + (Info(on).weekday - 1), true);
  switch (unit) {
    case TimeUnit::kMonth:
      return UnitAround(end, day, TimeUnit::kMonth, true);
    case TimeUnit::kYear:
    case TimeUnit::kDecade:
    case TimeUnit::kCentury:
      return UnitAround(end, day, TimeUnit::kYear, true);
    case TimeUnit::kWeek:
      return UnitAround(end, day, TimeUnit::kWeek, true);
    default:
      return DayReading(end, day, true);
  }
}

// So much before or after a day that is named, or that was told last.
Reading DateReader::Shifted(uint32_t at, uint32_t end, double count, TimeUnit unit) {
  const Key joint = KeyAt(end);
  const bool back = joint == Key::kBefore || joint == Key::kEarlier;
  if (joint == Key::kEarlier || joint == Key::kLater) {
    const Day told = StoryFrom(unit);
    const Day from = told.known() ? told : published_.known() ? published_ : told_day_;
    if (!from.known()) return {};
    const bool sure = told.known() || (back && published_.known());
    const Day day = AddUnits(from, back ? -count : count, unit);
    Reading reading = unit >= TimeUnit::kQuarter ? UnitAround(end + 1, day, TimeUnit::kYear, true)
                      : unit == TimeUnit::kMonth ? UnitAround(end + 1, day, unit, true)
                                                 : DayReading(end + 1, day, true);
    if (!sure) reading.days = {};  // after a day that was told long before
    return reading;
  }
  if (joint == Key::kBefore || joint == Key::kAfter || joint == Key::kFrom) {
    uint32_t i = end + 1;
    if (joint == Key::kFrom && KeyAt(i) == Key::kNow) {
      if (!published_.known()) return {};
      Reading reading = DayReading(i + 1, AddUnits(published_, count, unit), true);
      return reading;
    }
    if (KeyAt(i) == Key::kOn) ++i;
    if (!CanStart(i) || Has(i, Is::kNumber) || KeyAt(i) == Key::kA || IsNumberOfTime(i)) return {};
    const Reading base = Base(i);
    if (!base || !base.days.known()) return {};
    // "the six months from January to June"
    if (joint == Key::kFrom && (KeyAt(base.end) == Key::kTo || KeyAt(base.end) == Key::kUntil))
      return {};
    const Day day = AddUnits(base.days.from, back ? -count : count, unit);
    // "two years before 2015", "three months after May"
    const bool whole = (base.grain == Grain::kYear && unit == TimeUnit::kYear) ||
                       (base.grain == Grain::kMonth && unit == TimeUnit::kMonth);
    if (whole) return UnitAround(base.end, day, unit, base.relative);
    if (base.grain != Grain::kDay) return {};
    return DayReading(base.end, day, base.relative);
  }
  // "will end in two weeks"
  if (at > begin_ && KeyAt(at - 1) == Key::kIn && published_.known() && FutureBefore(at) &&
      !tokens_[at - 1].capital) {
    const Day day = AddUnits(published_, count, unit);
    Reading reading = unit == TimeUnit::kYear || unit == TimeUnit::kMonth
                          ? UnitAround(end, day, unit, true)
                          : DayReading(end, day, true);
    reading.days = {day, day};
    return reading;
  }
  return {};
}

// "for years", "weeks of talks", "decades-long", "minutes later": how many is not said.
Reading DateReader::ManyUnits(uint32_t at) {
  const TimeUnit unit = UnitAt(at);
  if (unit == TimeUnit::kNone || unit == TimeUnit::kSecond || unit == TimeUnit::kWeekend ||
      unit == TimeUnit::kNight || unit == TimeUnit::kQuarter || text_[tokens_[at].end - 1] != 's') {
    return {};
  }
  // "the early years", "school days": of something that is named.
  constexpr WordClasses kLeads = Bit(Is::kPreposition) | Bit(Is::kAnd) | Bit(Is::kVerbPast) |
                                 Bit(Is::kVerbBase) | Bit(Is::kVerbS) | Bit(Is::kVerbIng) |
                                 Bit(Is::kAuxiliary);
  const Key after = KeyAt(at + 1);
  const bool told = after == Key::kAgo || after == Key::kEarlier || after == Key::kLater;
  if (at > begin_) {
    const Token& before = tokens_[at - 1];
    const bool led = (before.classes & (kLeads | Bit(Is::kAdverb))) != 0 ||
                     (before.kind != TokenKind::kWord && before.kind != TokenKind::kNumber &&
                      before.mark != '-') ||
                     Text(at - 1) == "for";
    const bool hyphen = IsMark(at + 1, '-') && Glued(at + 1);
    if (Has(at - 1, Is::kAdjective) || !(led || told || hyphen)) return {};
  }
  if (after == Key::kAgo) return Ago(at + 2, 3, true, unit);
  Reading reading;
  reading.end = at + 1;
  reading.form = DateMention::Form::kDuration;
  reading.value = DurationValue(1, true, unit);
  return reading;
}

}  // namespace claimscope
