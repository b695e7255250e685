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
    return 1;
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

// "three days ago", "two days earlier", "4 months from tomorrow", "in two weeks", or a bare length
// of time.
Reading DateReader::Counted(uint32_t at) {
  double count = 1;
  bool vague = false;
  const uint32_t counted = Count(at, &count, &vague);
  if (counted == 0) return {};
  uint32_t i = at + counted;
  if (IsMark(i, '-')) ++i;
  const TimeUnit unit = UnitAt(i);
  if (unit == TimeUnit::kNone) return {};
  // "a second wave": no length of time.
  if (unit == TimeUnit::kSecond && Has(i, Is::kOrdinal) && (!IsNumber(at) || count == 1)) return {};
  ++i;
  // "a year and a half"
  if (KeyAt(i) == Key::kAnd && KeyAt(i + 1) == Key::kA && KeyAt(i + 2) == Key::kHalf) {
    count += 0.5;
    i += 3;
  } else if (KeyAt(i) == Key::kAnd && KeyAt(i + 1) == Key::kHalf) {
    count += 0.5;
    i += 2;
  }
  const Key after = KeyAt(i);
  if (after == Key::kAgo) return Ago(i + 1, count, vague, unit);
  if (!vague) {
    if (Reading shifted = Shifted(at, i, count, unit)) return shifted;
  }
  const uint32_t old = IsMark(i, '-') ? i + 1 : i;
  if (KeyAt(old) == Key::kOld) return {};  // an age
  Reading reading;
  reading.end = i;
  reading.form = DateMention::Form::kDuration;
  reading.value = DurationValue(count, vague, unit);
  return reading;
}

Reading DateReader::Ago(uint32_t end, double count, bool vague, TimeUnit unit) const {
  if (!published_.known()) return PeriodOf(end, {}, Grain::kNone, UnknownValue(unit), true);
  if (vague) {
    Reading reading = PeriodOf(end, {}, Grain::kNone, "PAST_REF", true);
    reading.days = {AddUnits(published_, -count * 3, unit), AddUnits(published_, -1, unit)};
    return reading;
  }
  const Day day = AddUnits(published_, -count, unit);
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
    const bool story = told_day_.known() && day_sentence_ + 2 >= sentence_;
    if (!story && (!back || !published_.known())) return {};
    const Day day = AddUnits(story ? told_day_ : published_, back ? -count : count, unit);
    if (unit == TimeUnit::kYear || unit == TimeUnit::kMonth) {
      return UnitAround(end + 1, day, unit, true);
    }
    return DayReading(end + 1, day, true);
  }
  if (joint == Key::kBefore || joint == Key::kAfter || joint == Key::kFrom) {
    uint32_t i = end + 1;
    if (joint == Key::kFrom && KeyAt(i) == Key::kNow) {
      if (!published_.known()) return {};
      Reading reading = DayReading(i + 1, AddUnits(published_, count, unit), true);
      return reading;
    }
    if (KeyAt(i) == Key::kOn) ++i;
    if (!CanStart(i) || Has(i, Is::kNumber) || KeyAt(i) == Key::kA) return {};
    const Reading base = Base(i);
    if (!base || base.grain != Grain::kDay || !base.days.known()) return {};
    const Day day = AddUnits(base.days.from, back ? -count : count, unit);
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

// "every two days", "every Monday", "each morning".
Reading DateReader::Set(uint32_t at) const {
  double count = 1;
  bool vague = false;
  uint32_t i = at + 1;
  if (Text(i) == "other") {
    count = 2;
    ++i;
  } else if (KeyAt(i) != Key::kA) {
    i += Count(i, &count, &vague);
  }
  const WordInfo& info = Info(i);
  const bool part = info.key == Key::kDayPart;
  if (info.unit == TimeUnit::kNone && info.weekday == 0 && info.month == 0 && !part) return {};
  if (info.unit == TimeUnit::kSecond && Has(i, Is::kOrdinal) && at + 1 == i) return {};
  Reading reading;
  reading.end = i + 1;
  reading.form = DateMention::Form::kSet;
  reading.value = info.weekday != 0 ? "XXXX-WXX-" + FormatNumbers("%d", info.weekday)
                  : info.month != 0 ? "XXXX-" + FormatNumbers("%02d", info.month)
                  : part            ? std::string("P1D")
                                    : DurationValue(count, vague, info.unit);
  return reading;
}

}  // namespace claimscope
