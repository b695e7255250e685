// Times seen from the day of writing (yesterday, last month, on Monday) or from a day told before
// (the next day).
#include <algorithm>

#include "base/strings.h"
#include "claims/date_reader.h"

namespace claimscope {

constexpr double kFewAhead[] = {3, 7};  // units that "coming weeks", "coming days" may reach ahead

// "morning", "night" after a day: part of its value, the day stays.
void DateReader::TakeDayPart(Reading* reading) const {
  const uint32_t at = reading->end;
  const bool night = UnitAt(at) == TimeUnit::kNight;
  if (KeyAt(at) != Key::kDayPart && !night) return;
  reading->end = at + 1;
  if (reading->grain != Grain::kDay) return;
  reading->value += night ? "TNI" : lexicon_.day_parts[Info(at).day_part];
}

// "Monday", "last Friday", "Tuesday morning", "Tuesday of last week", "Thursday, June 20".
Reading DateReader::Weekday(uint32_t at) const {
  const Key before = KeyAt(at);
  const bool ahead = before == Key::kNext || before == Key::kComing ||
                     (before == Key::kFollowing && at > begin_ && KeyAt(at - 1) == Key::kThe);
  const bool pointed =
      ahead || before == Key::kLast || before == Key::kThis || before == Key::kPast;
  const uint32_t i = pointed ? at + 1 : at;
  const int weekday = Info(i).weekday;
  if (weekday == 0) return {};
  // "early on a Saturday morning": some Saturday
  if (!pointed && at >= begin_ + 2 && KeyAt(at - 1) == Key::kA && KeyAt(at - 2) == Key::kOn)
    return {};
  const uint32_t size = tokens_[i].end - tokens_[i].begin;
  if (!tokens_[i].capital && size < 6) return {};
  // "Sun", "Sat", "Wed" alone are words.
  if (size < 6 && !IsMark(i + 1, ',') && !IsMark(i + 1, '.') && Info(i + 1).month == 0 &&
      !IsMark(i + 2, '/'))
    return {};
  uint32_t end = i + 1;
  if (size < 6 && IsMark(end, '.') && Glued(end)) ++end;
  const uint32_t full = IsMark(end, ',') || IsMark(end, '(') ? end + 1 : end;
  if (const Reading date = ShortNumeric(full, weekday)) return date;
  for (Reading date : {MonthDay(full), DayMonth(full)}) {
    if (!date) continue;
    if (date.no_year && published_.known() && date.days.from == date.days.to)
      OfWeekday(weekday, &date);
    return date;
  }
  const uint32_t of = KeyAt(end) == Key::kOf ? end + 1 : end;
  if (Reading week = RelativeUnit(of); week && week.grain == Grain::kWeek) {
    if (!published_.known()) return week;
    return DayReading(week.end, WeekStart(week.days.from) + (weekday - 1), true);
  }
  Reading reading;
  if (!published_.known()) {
    reading = PeriodOf(end, {}, Grain::kDay, "XXXX-WXX-" + FormatNumbers("%d", weekday), true);
    TakeDayPart(&reading);
    return reading;
  }
  const int today = static_cast<int>(WeekdayOf(published_)) + 1;
  const int back = (today - weekday + 7) % 7;
  Day day = published_ - back;
  const bool future =
      (FutureBefore(at) && !SpeechJustBefore(at)) || (at <= begin_ + 1 && FutureAfter(end));
  if (ahead || (!pointed && future)) {
    day = published_ + (back == 0 ? (ahead ? 7 : 0) : 7 - back);
  } else if (before == Key::kLast && back == 0) {
    day = published_ - 7;
  } else if (before == Key::kThis && FutureBefore(at) && back != 0) {
    day = published_ + (7 - back);
  }
  reading = DayReading(end, day, true);
  TakeDayPart(&reading);
  return reading;
}

// "Wednesday, June 18": of the years around the one of writing the nearest in which it is one.
void DateReader::OfWeekday(int weekday, Reading* date) const {
  const CivilDate told = CivilOf(date->days.from);
  if (static_cast<int>(WeekdayOf(date->days.from)) + 1 == weekday) return;
  Day best;
  for (int shift : {0, -1, 1, -2, 2}) {
    const int year = CivilOf(published_).year + shift;
    if (told.month == 2 && told.day == 29) continue;
    const Day day = DayOf({year, told.month, told.day});
    if (static_cast<int>(WeekdayOf(day)) + 1 == weekday && !best.known()) best = day;
  }
  if (!best.known()) return;
  const uint32_t end = date->end;
  *date = DayReading(end, best, false);
}

// "On Tuesday the envoys will meet", "are expected to": by the first verb of the sentence.
bool DateReader::FutureAfter(uint32_t at) const {
  for (uint32_t i = at; i < end_ && i < at + 14; ++i) {
    const bool now = i > at && Has(i - 1, Is::kAuxiliary) && Text(i - 1) != "was" &&
                     Text(i - 1) != "were" && Text(i - 1) != "had";
    const bool ahead = KeyAt(i) == Key::kFutureTo || KeyAt(i) == Key::kFuture;
    if (ahead && now && Text(i + 1) == "to") return true;
    if (Text(i) == "will") return true;
    if (IsMark(i, ',') && i > at) return false;
    if (Has(i, Is::kVerbPast) || Has(i, Is::kSpeech) || Has(i, Is::kRelative)) return false;
  }
  return false;
}

// "said on Monday that it would": the speech is over, whatever follows.
bool DateReader::SpeechJustBefore(uint32_t at) const {
  for (uint32_t i = at, steps = 0; i-- > begin_ && steps < 3; ++steps) {
    if (Has(i, Is::kSpeech) && KeyAt(i) != Key::kFuture) return true;
  }
  return false;
}

// today, yesterday, overnight, tonight.
Reading DateReader::NamedDay(uint32_t at) const {
  const Day now = published_;
  const auto shift = [now](int days) { return now.known() ? now + days : now; };
  Reading reading;
  switch (KeyAt(at)) {
    case Key::kToday:
      reading = DayReading(at + 1, now, true);
      break;
    case Key::kTonight:
      reading = DayReading(at + 1, now, true);
      if (now.known()) reading.value += "TNI";
      break;
    case Key::kYesterday:
      reading = DayReading(at + 1, shift(-1), true);
      break;
    case Key::kTomorrow:
      reading = DayReading(at + 1, shift(1), true);
      break;
    case Key::kOvernight:
      reading = DayReading(at + 1, now, true);
      reading.days = {shift(-1), now};
      reading.form = DateMention::Form::kPeriod;
      return reading;
    default:
      return {};
  }
  TakeDayPart(&reading);
  return reading;
}

bool DateReader::IsPointer(Key key) {
  return key == Key::kLast || key == Key::kPast || key == Key::kThis || key == Key::kNext ||
         key == Key::kComing || key == Key::kFollowing || key == Key::kPrevious ||
         key == Key::kCurrent || key == Key::kRecentAdjective;
}

// "may last two years", "did not last a week", "is expected to last three days": the verb.
bool DateReader::LastsFor(uint32_t at) const {
  uint32_t i = at;
  while (i > begin_ && (Has(i - 1, Is::kAdverb) || Has(i - 1, Is::kNegation))) --i;
  if (i == begin_) return false;
  double count = 0;
  bool vague = false;
  const bool number = Count(at + 1, &count, &vague) != 0;
  if (Has(i - 1, Is::kTo)) return number;
  // "as it did last month" is a time.
  const bool counted = i < at || number;
  return Has(i - 1, Is::kModal) || (counted && Has(i - 1, Is::kAuxiliary) &&
                                    !Has(i - 1, Is::kBeForm) && !Has(i - 1, Is::kHaveForm));
}

// "in the next year", "over the next year": does it last so long?
bool DateReader::Lasting(uint32_t at) const {
  if (at == begin_) return false;
  const Key lead = KeyAt(at - 1);
  return lead == Key::kIn || lead == Key::kOver || lead == Key::kWithin || lead == Key::kDuring;
}

// "last month", "this year", "earlier this month", "the past two weeks", "later in the year", "the
// two previous months", "this morning".
Reading DateReader::RelativeUnit(uint32_t at) const {
  uint32_t i = at;
  const bool earlier = KeyAt(i) == Key::kEarlier, later = KeyAt(i) == Key::kLater;
  if (earlier || later) {
    ++i;
    if (KeyAt(i) == Key::kIn && KeyAt(i + 1) == Key::kThe && UnitAt(i + 2) >= TimeUnit::kDay) {
      return Calendar(i + 3, Key::kThis, UnitAt(i + 2), earlier, later, at);
    }
    if (KeyAt(i) == Key::kIn) ++i;
  }
  const bool so_far = KeyAt(i) == Key::kSo && KeyAt(i + 1) == Key::kFar;
  if (so_far) i += 2;
  const bool the = KeyAt(i) == Key::kThe;
  if (the) ++i;
  double count = 1;
  bool vague = false;
  uint32_t counted = 0;
  if (the && !IsPointer(KeyAt(i)) && (counted = Count(i, &count, &vague)) != 0) {
    i += counted;  // "the two previous months"
  }
  const Key pointer = KeyAt(i);
  if (pointer == Key::kRecentAdjective) {
    const TimeUnit unit = UnitAt(i + 1);
    if (unit == TimeUnit::kNone) return {};
    Reading reading = PeriodOf(i + 2, {}, Grain::kNone, "PAST_REF", true);
    if (published_.known()) reading.days = {AddUnits(published_, -2, unit), published_};
    return reading;
  }
  if (!IsPointer(pointer)) return {};
  if (pointer == Key::kFollowing && !the) return {};  // "following months of battle"
  if (pointer == Key::kLast && (KeyAt(i + 1) == Key::kA || (!the && LastsFor(i)))) return {};
  const bool coming = pointer == Key::kComing;
  const bool told = pointer == Key::kFollowing || pointer == Key::kPrevious;
  const Key point = coming || pointer == Key::kFollowing ? Key::kNext
                    : pointer == Key::kPrevious          ? Key::kLast
                    : pointer == Key::kCurrent           ? Key::kThis
                                                         : pointer;
  ++i;
  if (KeyAt(i) == Key::kDayPart) {  // "this morning"
    if (point != Key::kThis && point != Key::kLast) return {};
    Reading reading = DayReading(i, published_, true);
    if (point == Key::kLast && published_.known()) reading = DayReading(i, published_ - 1, true);
    TakeDayPart(&reading);
    return reading;
  }
  if (counted == 0) {
    counted = Count(i, &count, &vague);
    i += counted;
  }
  if (IsMark(i, '-')) ++i;
  if (KeyAt(i) == Key::kFiller) ++i;
  const TimeUnit unit = UnitAt(i);
  if (unit == TimeUnit::kNone) return {};
  uint32_t end = i + 1;
  if (const uint32_t half = AndAHalf(end); half != 0 && unit > TimeUnit::kNight) {
    count = (counted == 0 ? 1 : count) + 0.5;
    counted += half;
    end += half;
  }
  if (Text(end) == "period") ++end;  // "the past 24-hour period"
  const bool past = point == Key::kPast;
  const bool rolling =
      counted != 0 || (past && unit != TimeUnit::kWeekend) ||
      (the && pointer == Key::kLast && (unit <= TimeUnit::kDay || unit >= TimeUnit::kDecade)) ||
      (the && pointer == Key::kNext && unit >= TimeUnit::kYear && Lasting(at));
  const Day from = told ? StoryFrom(unit) : Day();
  if (rolling) return Rolling(end, from.known() ? from : published_, point, count, vague, unit);
  const bool many = EndsWith(Text(end - 1), "s");
  if (from.known() && many && unit >= TimeUnit::kDay && point == Key::kNext) {
    // "the following months", in a story: a few of them.
    Reading reading = PeriodOf(end, {}, Grain::kNone, DurationValue(1, true, unit), true);
    reading.days = {UnitAround(end, AddUnits(from, 1, unit), unit, true).days.from,
                    AddUnits(from, kFewAhead[unit == TimeUnit::kDay], unit)};
    return reading;
  }
  if (from.known() && unit > TimeUnit::kNight) {
    // "the following week", in a story: after the one told last.
    const int step = point == Key::kNext ? 1 : -1;
    const Day first = unit <= TimeUnit::kWeekend ? WeekStart(from) : MonthStart(from);
    return UnitAround(end, AddUnits(first, step, unit), unit, true);
  }
  Reading reading = Calendar(end, point, unit, earlier || so_far, later, at);
  if (coming && reading) {
    reading.value = "FUTURE_REF";
    // "in the coming weeks": a few of them.
    if (many && published_.known()) {
      reading.days = {published_ + 1,
                      AddUnits(published_, kFewAhead[unit == TimeUnit::kDay], unit)};
      reading.form = DateMention::Form::kPeriod;
    }
  }
  // "this week Monday", "last week - Friday"
  const uint32_t day = IsMark(end, '~') || IsMark(end, '-') ? end + 1 : end;
  if (reading.grain == Grain::kWeek && Info(day).weekday != 0 && reading.days.known()) {
    return DayReading(day + 1, WeekStart(reading.days.from) + (Info(day).weekday - 1), true);
  }
  return reading;
}

// "the past two months": up to the day of writing; "the following two", from one told before.
Reading DateReader::Rolling(uint32_t end, Day from, Key point, double count, bool vague,
                            TimeUnit unit) const {
  Reading reading = PeriodOf(end, {}, Grain::kNone, DurationValue(count, vague, unit), true);
  if (!from.known()) return reading;
  if (unit == TimeUnit::kQuarter && !vague) {
    // "the past two quarters": those of the calendar.
    const Day first = QuarterStart(from);
    const int months = 3 * static_cast<int>(count);
    reading.days = point == Key::kNext
                       ? DayRange{AddMonths(first, 3), AddMonths(first, 3 + months) - 1}
                       : DayRange{AddMonths(first, -months), first - 1};
    return reading;
  }
  reading.days = point == Key::kNext ? DayRange{from, AddUnits(from, count, unit)}
                                     : DayRange{AddUnits(from, -count, unit), from};
  return reading;
}

// "last month", "this year": whole units of the calendar; what is not over ends with the day of
// writing.
Reading DateReader::Calendar(uint32_t end, Key point, TimeUnit unit, bool earlier, bool later,
                             uint32_t at) const {
  if (unit < TimeUnit::kDay) return {};
  if (!published_.known()) return PeriodOf(end, {}, Grain::kNone, UnknownValue(unit), true);
  const int shift = point == Key::kNext ? 1 : point == Key::kThis ? 0 : -1;
  Reading reading;
  if (unit == TimeUnit::kDay) {
    // "the next day", in a story: the day after the one told last.
    const bool story = InStory() && point != Key::kThis;
    return DayReading(end, (story ? told_day_ : published_) + shift, true);
  }
  if (unit == TimeUnit::kNight) {
    reading = DayReading(end, published_ + std::min(shift, 0), true);
    if (shift < 0) {
      reading.value += "TNI";
      reading.days.to = published_;
      reading.form = DateMention::Form::kPeriod;
    }
    return reading;
  }
  if (unit == TimeUnit::kWeekend) {
    Day saturday = WeekStart(published_) + 5;
    const bool near =
        KeyAt(at) == Key::kThis && WeekdayOf(published_) >= claimscope::Weekday::kThursday;
    if (shift < 0 || (shift == 0 && saturday > published_ && !near && !FutureBefore(at)))
      saturday = saturday - 7;
    if (shift > 0 &&
        (saturday <= published_ || WeekdayOf(published_) >= claimscope::Weekday::kThursday))
      saturday = saturday + 7;
    return UnitAround(end, saturday, unit, true);
  }
  const Day first = unit == TimeUnit::kWeek ? WeekStart(published_) : MonthStart(published_);
  reading = UnitAround(end, AddUnits(first, shift, unit), unit, true);
  const bool running = reading.days.from <= published_ && published_ < reading.days.to;
  const bool ahead = FutureBefore(at) || (at <= begin_ + 1 && FutureAfter(end));
  if (running && (earlier || !ahead) && !later) reading.days.to = published_;
  if (running && later) reading.days.from = published_;
  return reading;
}

// "the same day", "that week", "the day after", "the year before" in a story.
Reading DateReader::ToldDay(uint32_t at) const {
  const bool earlier = KeyAt(at) == Key::kEarlier, later = KeyAt(at) == Key::kLater;
  const bool the = KeyAt(at) == Key::kThe;
  const uint32_t i = the || earlier || later ? at + 1 : at;
  const bool story = InStory();
  if (KeyAt(i) == Key::kSame) {
    const TimeUnit same = UnitAt(i + 1);
    if (Reading year_ago = SameLastYear(i + 1)) return year_ago;
    const Day from = StoryFrom(same);
    if (!from.known() || same < TimeUnit::kDay || same == TimeUnit::kNight) return {};
    if (same == TimeUnit::kDay) return story ? DayReading(i + 2, told_day_, true) : Reading{};
    Reading reading = UnitAround(i + 2, from, same, true);
    const bool within =
        told_day_.known() && reading.days.from <= told_day_ && told_day_ <= reading.days.to;
    if (earlier && within) reading.days.to = told_day_;
    if (later && within) reading.days.from = told_day_;
    return reading;
  }
  if (earlier || later) return {};
  const TimeUnit unit = UnitAt(i);
  if (!the || unit < TimeUnit::kDay) return {};
  const Key after = KeyAt(i + 1);
  if (after != Key::kAfter && after != Key::kBefore) return {};
  if (unit == TimeUnit::kNight) {
    if (after != Key::kBefore || !StandsAlone(i + 2) || !published_.known()) return {};
    Reading night = DayReading(i + 2, (story ? told_day_ : published_) - 1, true);
    night.value += "TNI";
    return night;
  }
  // "the day before yesterday", "the day after Christmas", "the week before May 9"
  using Part = Reading (DateReader::*)(uint32_t) const;
  for (Part part : {&DateReader::NamedDay, &DateReader::NamedMoment, &DateReader::MonthDay,
                    &DateReader::DayMonth}) {
    const Reading day = (this->*part)(i + 2);
    if (!day || !day.days.known() || day.grain != Grain::kDay) continue;
    return UnitAround(day.end, AddUnits(day.days.from, after == Key::kAfter ? 1 : -1, unit), unit,
                      true);
  }
  // "the year before 2015", "the month after May"
  for (Part part : {&DateReader::MonthYear, &DateReader::Year}) {
    const Reading whole = (this->*part)(i + 2);
    const bool year = unit == TimeUnit::kYear && whole.grain == Grain::kYear;
    if (!year && !(unit == TimeUnit::kMonth && whole.grain == Grain::kMonth)) continue;
    const Day first = AddUnits(whole.days.from, after == Key::kAfter ? 1 : -1, unit);
    return UnitAround(whole.end, first, unit, whole.relative);
  }
  // "the week after next", "the year before last"
  const bool twice = KeyAt(i + 2) == (after == Key::kAfter ? Key::kNext : Key::kLast);
  if (twice && published_.known() && StandsAlone(i + 3)) {
    return UnitAround(i + 3, AddUnits(published_, after == Key::kAfter ? 2 : -2, unit), unit, true);
  }
  const bool bare = i + 2 >= end_ || (tokens_[i + 2].kind != TokenKind::kWord && !IsNumber(i + 2));
  const Day told = StoryFrom(unit);
  if (!bare || !(told.known() || (after == Key::kBefore && published_.known()))) return {};
  const Day from = told.known() ? told : published_;
  return UnitAround(i + 2, AddUnits(from, after == Key::kAfter ? 1 : -1, unit), unit, true);
}

}  // namespace claimscope
