// Units of the calendar by other names: the rest of the week, week 12 of 2024, the year to date,
// year-end, the second Sunday of May, on the 5th.
#include <algorithm>

#include "claims/date_reader.h"

namespace claimscope {
namespace {

constexpr int kWeeksOfYear = 53;
constexpr int kFirstMonths = 3;  // in which "at year-end" is of the year before

// The unclipped week, month, quarter or year that begins there.
DayRange WholeOf(Day first, Grain grain) {
  switch (grain) {
    case Grain::kWeek:
      return {first, first + 6};
    case Grain::kMonth:
      return {first, MonthEnd(first)};
    case Grain::kQuarter:
      return {first, AddMonths(first, 3) - 1};
    case Grain::kYear:
      return {first, AddMonths(first, 12) - 1};
    default:
      return {};
  }
}

}  // namespace

// Nothing follows that belongs to it.
bool DateReader::StandsAlone(uint32_t at) const {
  if (at >= end_) return true;
  if (tokens_[at].kind == TokenKind::kNumber) return false;
  return tokens_[at].kind != TokenKind::kWord || Has(at, Is::kPreposition) || Has(at, Is::kAnd);
}

// "the rest of the week", "the remainder of 2022": from the day of writing or the one told last.
Reading DateReader::RestOf(Reading reading) const {
  const DayRange whole = WholeOf(reading.days.from, reading.grain);
  if (!whole.from.known()) return {};
  reading.days = whole;
  reading.form = DateMention::Form::kPeriod;
  const auto within = [&](Day day) { return day.known() && whole.from <= day && day <= whole.to; };
  const bool story = InStory() && within(told_day_);
  if (story || within(published_)) reading.days.from = story ? told_day_ : published_;
  return reading;
}

// "the second Sunday of May", "the last Friday in June".
Reading DateReader::NthWeekday(uint32_t at, int ordinal) {
  if (KeyAt(at + 1) != Key::kOf && KeyAt(at + 1) != Key::kIn) return {};
  const Reading month = Whole(at + 2);
  const bool fits = month.grain == Grain::kMonth || month.grain == Grain::kYear;
  if (!month || !fits || !month.days.known() || ordinal > 5) return {};
  const DayRange whole = WholeOf(month.days.from, month.grain);
  const Day first = whole.from, last = whole.to;
  const int weekday = Info(at).weekday - 1;
  const auto to = [weekday](Day day) {
    return (weekday - static_cast<int>(WeekdayOf(day)) + 7) % 7;
  };
  Day day = first + to(first) + 7 * (std::max(ordinal, 1) - 1);
  if (ordinal < 0) {
    day = last - 6;
    day = day + to(day);
  }
  if (day > last) return {};
  Reading reading = DayReading(month.end, day, month.relative);
  reading.year_given = month.year_given;
  return reading;
}

// "week 12 of 2024", "the year to date", "all year", "year-end".
Reading DateReader::NamedUnit(uint32_t at) const {
  const TimeUnit unit = UnitAt(at);
  if (unit < TimeUnit::kWeek || unit > TimeUnit::kYear || text_[tokens_[at].end - 1] == 's')
    return {};
  int year = 0;
  const int number = Digits(at + 1, 2);
  if (unit == TimeUnit::kWeek && number >= 1 && number <= kWeeksOfYear) {
    const uint32_t end = YearAfter(at + 2, &year);
    if (end == at + 2) return {};
    return WeekReading(end, WeekStart(DayOf({year, 1, 4})) + 7 * (number - 1), false);
  }
  if (!published_.known() || unit == TimeUnit::kWeekend) return {};
  Reading reading = UnitAround(at + 1, published_, unit, true);
  const uint32_t to = IsMark(at + 1, '-') ? at + 2 : at + 1;
  const uint32_t date = IsMark(to + 1, '-') ? to + 2 : to + 1;
  if (KeyAt(to) == Key::kTo && Text(date) == "date") {
    reading.end = date + 1;
    reading.days.to = published_;
    return reading;
  }
  if (at > begin_ && KeyAt(at - 1) == Key::kAll && StandsAlone(at + 1)) {
    if (!FutureBefore(at)) reading.days.to = published_;
    return reading;
  }
  const bool of = IsMark(at + 1, '-') || IsPossessiveS(at + 1);
  if (!of || Info(at + 2).part != TimePart::kEnd || Has(at + 2, Is::kAdjective)) return {};
  if (unit == TimeUnit::kYear && CivilOf(published_).month <= kFirstMonths && ToldAsPast(at))
    reading = YearReading(at + 1, CivilOf(published_).year - 1, true);
  reading.end = at + 3;
  reading.days = PartOfDays(reading.days, reading.grain, TimePart::kEnd);
  return reading;
}

// "on the 5th", "until the 31st of last month": of the month told last, else the last one over.
Reading DateReader::DayOfMonth(uint32_t at) {
  const Key before = at > begin_ ? KeyAt(at - 1) : Key::kNone;
  const bool led = before == Key::kOn || before == Key::kBy || before == Key::kUntil ||
                   before == Key::kSince || before == Key::kFrom;
  int day = 0;
  if (!led || KeyAt(at) != Key::kThe || DayNumber(at + 1, &day) != 2) return {};
  uint32_t end = at + 3;
  Day month = InStory() ? told_day_ : published_;
  if (KeyAt(end) == Key::kOf) {
    const Reading whole = Whole(end + 1);
    if (!whole || whole.grain != Grain::kMonth || !whole.days.known()) return {};
    month = whole.days.from;
    end = whole.end;
  } else if (!StandsAlone(end) || !month.known()) {
    return {};
  } else if (month == published_ && day > CivilOf(published_).day && !FutureBefore(at)) {
    month = MonthStart(published_) - 1;
  }
  const CivilDate date{CivilOf(month).year, CivilOf(month).month, day};
  return IsValidDate(date) ? DayReading(end, DayOf(date), true) : Reading{};
}

// "the same month last year", "the same quarter a year earlier": `at` is the unit.
Reading DateReader::SameLastYear(uint32_t at) const {
  const TimeUnit unit = UnitAt(at);
  uint32_t i = KeyAt(at + 1) == Key::kOf || KeyAt(at + 1) == Key::kIn ? at + 2 : at + 1;
  if (unit < TimeUnit::kDay || unit == TimeUnit::kNight || unit >= TimeUnit::kYear) return {};
  if (KeyAt(i) != Key::kLast && KeyAt(i) != Key::kA) return {};
  const bool counted = KeyAt(i) == Key::kA;
  if (UnitAt(++i) != TimeUnit::kYear) return {};
  if (counted && KeyAt(++i) != Key::kAgo && KeyAt(i) != Key::kEarlier) return {};
  const bool story = InStory();
  Day day = story ? told_day_ : published_;
  if (unit == TimeUnit::kQuarter && told_quarter_.known()) day = told_quarter_;
  if (!day.known()) return {};
  return UnitAround(i + 1, AddMonths(day, -12), unit, true);
}

}  // namespace claimscope
