// Parts of periods: early May, the last week of July, the first half of 2023, summer, the start of
// the invasion.
#include <algorithm>

#include "claims/date_reader.h"

namespace claimscope {

constexpr double kFewDays = 5, kFewUnits = 3;  // what "the last days", "the first weeks" may be

// "mid-June", "early 2023", "the end of August", "late last month", "the end of the year".
Reading DateReader::PartOf(uint32_t at) {
  uint32_t i = KeyAt(at) == Key::kThe ? at + 1 : at;
  const TimePart part = Info(i).part;
  if (part == TimePart::kNone) return {};
  if (at > begin_ && Has(at - 1, Is::kPossessive)) return {};  // "his early 50s"
  ++i;
  const bool hyphen = IsMark(i, '-');
  if (hyphen) ++i;
  const bool of = KeyAt(i) == Key::kOf;
  if (!of && KeyAt(at) != Key::kThe && !hyphen && Has(i - 1, Is::kVerbBase))
    return {};  // "start on Monday"
  if (of || KeyAt(i) == Key::kIn || KeyAt(i) == Key::kOn) ++i;
  const bool the = KeyAt(i) == Key::kThe;
  if (i >= end_ || Info(the ? i + 1 : i).part != TimePart::kNone) return {};
  // "the early hours of Sunday", "the early days of May"
  const bool units = !the && !of && !hyphen && UnitAt(i) != TimeUnit::kNone &&
                     text_[tokens_[i].end - 1] == 's' && KeyAt(i + 1) == Key::kOf;
  const TimeUnit unit = UnitAt(i);
  if (units) i += 2;
  Reading reading = Whole(i);
  if (!reading && hyphen && UnitAt(i) >= TimeUnit::kWeek && UnitAt(i) <= TimeUnit::kYear &&
      published_.known())
    reading = UnitAround(i + 1, published_, UnitAt(i), true);  // "mid-week", "mid-month"
  if (!reading && part == TimePart::kStart) {
    reading = EventStart(the ? i + 1 : i);
    if (reading && units) reading.days.to = AddUnits(reading.days.from, kFewUnits, unit);
    return reading;
  }
  if (!reading) return {};
  if (!reading.days.known()) return reading;
  if (part == TimePart::kRest) return RestOf(reading);
  const Day first = reading.days.from;
  // "late this year": of the whole of it
  if (reading.relative && reading.days.to == published_ && first < published_) {
    if (reading.grain == Grain::kYear) reading.days.to = AddUnits(first, 1, TimeUnit::kYear) - 1;
    if (reading.grain == Grain::kMonth) reading.days.to = AddUnits(first, 1, TimeUnit::kMonth) - 1;
  }
  reading.days = PartOfDays(reading.days, reading.grain, part);
  if (reading.relative && published_.known() && reading.days.from <= published_) {
    reading.days.to = std::min(reading.days.to, std::max(published_, first));
  }
  if (reading.grain != Grain::kDay) reading.form = DateMention::Form::kPeriod;
  return reading;
}

// What can have parts: a month, a year, "the month", "last year", "the second quarter".
Reading DateReader::Whole(uint32_t at) {
  using Inner = Reading (DateReader::*)(uint32_t) const;
  for (Inner inner :
       {&DateReader::MonthDay, &DateReader::DayMonth, &DateReader::MonthYear, &DateReader::Season,
        &DateReader::RelativeUnit, &DateReader::QuarterName, &DateReader::Decade, &DateReader::Year,
        &DateReader::Weekday, &DateReader::NamedDay}) {
    if (Reading reading = (this->*inner)(at)) return reading;
  }
  const uint32_t i = KeyAt(at) == Key::kThe ? at + 1 : at;
  const TimeUnit unit = UnitAt(i);
  if (i != at && unit >= TimeUnit::kWeek) {  // "of the year"
    if (!published_.known()) return PeriodOf(i + 1, {}, Grain::kNone, UnknownValue(unit), true);
    return UnitAround(i + 1, published_, unit, true);
  }
  return OrdinalPart(at);
}

// "the start of the invasion".
Reading DateReader::EventStart(uint32_t i) {
  if (Has(i, Is::kPossessive)) ++i;
  uint32_t end = 0;
  const DayRange* event = Event(i, &end);
  if (event == nullptr) return {};
  // "the start of the war in October 2023": another one, or told closer.
  if (KeyAt(end) == Key::kIn || KeyAt(end) == Key::kOn) {
    int year = 0;
    const bool month = Info(end + 1).month != 0 && IsYear(end + 2, &year);
    if (month || IsYear(end + 1, &year)) {
      const Day from = DayOf({year, month ? Info(end + 1).month : 1, 1});
      const bool same = event->from >= from && event->from < AddMonths(from, month ? 1 : 12);
      return DayReading(end + (month ? 3 : 2), same ? event->from : from, false);
    }
  }
  return DayReading(end, event->from, false);
}

// "the spring offensive": it was then.
bool DateReader::Operation(uint32_t at) const {
  const auto noun = lexicon_.noun_phrases.Longest(tokens_.data(), end_, at);
  return noun && (lexicon_.nouns[noun.value].classes & lexicon_.known.operation) != 0;
}

// How often the article has the words of the event; counted once.
size_t DateReader::Named(const Lexicon::Event& event) const {
  const auto [at, fresh] = named_.emplace(&event, 0);
  if (fresh) {
    at->second =
        static_cast<size_t>(std::count_if(tokens_.begin(), tokens_.end(), [&](const Token& token) {
          return token.word != 0 && std::find(event.beside.begin(), event.beside.end(),
                                              token.word) != event.beside.end();
        }));
  }
  return at->second;
}

// "Ukraine", "Moscow": a word of the articles on one of the events.
bool DateReader::OfEvents(WordId word) const {
  return word != 0 &&
         std::any_of(lexicon_.events.begin(), lexicon_.events.end(), [&](const auto& event) {
           return std::find(event.beside.begin(), event.beside.end(), word) != event.beside.end();
         });
}

// "The war": of several, the one whose words the article has most of.
const DayRange& DateReader::WhichEvent(int event) {
  const Lexicon::Event* best = &lexicon_.events[static_cast<size_t>(event)];
  if (best->other < 0) return best->days;
  auto most = Named(*best);
  for (int next = best->other; next >= 0;) {
    const Lexicon::Event& other = lexicon_.events[static_cast<size_t>(next)];
    if (const auto count = Named(other); count > most) {
      most = count;
      best = &other;
    }
    next = other.other;
  }
  return best->days;
}

const DayRange* DateReader::Event(uint32_t i, uint32_t* end) {
  for (uint32_t skip = 0; skip < 4 && i < end_; ++skip, ++i) {
    if (const auto match = lexicon_.event_phrases.Longest(tokens_.data(), end_, i)) {
      const DayRange& event = WhichEvent(static_cast<int>(match.value));
      if (published_.known() && event.from > published_) return nullptr;  // another one
      *end = i + match.length;
      return &event;
    }
    const bool filler = KeyAt(i) == Key::kThe || KeyAt(i) == Key::kFiller || tokens_[i].capital ||
                        Has(i, Is::kAdjective) || Has(i, Is::kPossessive);
    if (!filler) return nullptr;
  }
  return nullptr;
}

// "the quarter", "the latest quarter": the one told last, else the one over last; "the year-ago
// quarter": of the year before.
Reading DateReader::TheQuarter(uint32_t at) const {
  uint32_t i = KeyAt(at) == Key::kThe ? at + 1 : at;
  bool year_ago = false;
  if (UnitAt(i) == TimeUnit::kYear && IsMark(i + 1, '-') &&
      (KeyAt(i + 2) == Key::kAgo || KeyAt(i + 2) == Key::kEarlier)) {
    year_ago = true;
    i += 3;
  } else if (i == at) {
    return {};
  } else if (Text(i) == "latest") {
    ++i;
  }
  if (UnitAt(i) != TimeUnit::kQuarter || !published_.known()) return {};
  if (IsMark(i + 1, '-') || text_[tokens_[i].end - 1] == 's') return {};
  Day day = told_quarter_.known() ? told_quarter_ : AddMonths(published_, -3);
  if (year_ago) day = AddMonths(day, -12);
  return UnitAround(i + 1, day, TimeUnit::kQuarter, true);
}

// "summer 2023", "the summer of 2023", "last winter", "in the spring".
Reading DateReader::Season(uint32_t at) const {
  const Key before = KeyAt(at);
  const bool pointed = before == Key::kLast || before == Key::kNext || before == Key::kThis ||
                       before == Key::kThe || before == Key::kPast || before == Key::kComing;
  // "Koval's last winter in power": the end of many.
  if (before == Key::kLast && at > begin_ && Has(at - 1, Is::kPossessive)) return {};
  uint32_t i = pointed ? at + 1 : at;
  if (pointed && KeyAt(i) == Key::kFiller) ++i;  // "the whole summer"
  const int first = Info(i).season;
  // "the Winter Olympics"
  if (first == 0 || (tokens_[i].capital && i + 1 < end_ && tokens_[i + 1].capital &&
                     tokens_[i + 1].kind == TokenKind::kWord))
    return {};
  // "the winter fuel allowance"
  constexpr WordClasses kGoesOn = Bit(Is::kPreposition) | Bit(Is::kAnd) | Bit(Is::kBut) |
                                  Bit(Is::kSubordinator) | Bit(Is::kRelative) | Bit(Is::kPronoun) |
                                  Bit(Is::kAuxiliary) | Bit(Is::kModal) | Bit(Is::kAdverb) |
                                  Bit(Is::kArticle) | Bit(Is::kPossessive) | Bit(Is::kVerbPast) |
                                  Bit(Is::kVerbS) | Bit(Is::kTo) | Bit(Is::kTimeWord);
  if (before == Key::kThe && i + 1 < end_ && tokens_[i + 1].kind == TokenKind::kWord &&
      !tokens_[i + 1].glued && (tokens_[i + 1].classes & kGoesOn) == 0 && !Operation(i + 1))
    return {};
  int year = 0;
  const uint32_t end = YearAfter(i + 1, &year);
  const bool given = end != i + 1;
  if (!given) {
    const bool led =
        i > begin_ && (KeyAt(i - 1) == Key::kIn || Info(i - 1).part != TimePart::kNone);
    if ((!pointed && !led) || !published_.known()) return {};
    if (first == 9 && before == Key::kThe && !(at > begin_ && KeyAt(at - 1) == Key::kIn)) return {};
    year = CivilOf(published_).year;
    const Day start = DayOf({year, first, 1});
    if (before == Key::kNext || before == Key::kComing) {
      if (start <= published_) ++year;
    } else if (before == Key::kLast || before == Key::kPast) {
      if (AddMonths(start, 3) > published_) --year;
    } else if (start > published_ && before != Key::kThis && !FutureBefore(at)) {
      --year;
    }
  }
  Reading reading = SeasonReading(end, year, first, !given);
  reading.year_given = given;
  return reading;
}

// "the last week of July", "the first half of 2023", "the second quarter", "the first two days of
// the month", "the 15th day of next month".
Reading DateReader::OrdinalPart(uint32_t at) {
  uint32_t i = KeyAt(at) == Key::kThe ? at + 1 : at;
  int ordinal = 0;
  uint32_t step = 0;
  if (KeyAt(i) == Key::kLast || Text(i) == "final" || Text(i) == "closing") {
    ordinal = -1;
    step = 1;
  } else if ((step = OrdinalWord(i, &ordinal)) == 0) {
    step = DayNumber(i, &ordinal);
    if (step != 2) return {};
  }
  i += step;
  if (Info(i).weekday != 0) return NthWeekday(i, ordinal);
  if (IsMark(i, '-') && Glued(i)) ++i;  // third-quarter
  double count = 1;
  bool vague = false;
  if (UnitAt(i) == TimeUnit::kNone && KeyAt(i) != Key::kA) {
    if (KeyAt(i) == Key::kHalf) {
      // "the first half of 2023"
    } else if (const uint32_t counted = Count(i, &count, &vague)) {
      i += counted;
    }
  }
  const bool half = KeyAt(i) == Key::kHalf;
  const TimeUnit unit = UnitAt(i);
  const bool several = !half && unit != TimeUnit::kNone && i < end_ && count == 1 && !vague &&
                       text_[tokens_[i].end - 1] == 's';
  if (!half && (unit == TimeUnit::kNone || unit < TimeUnit::kDay)) return {};
  ++i;
  const bool linked = KeyAt(i) == Key::kOf || KeyAt(i) == Key::kIn;
  const bool last_alone = ordinal < 0 && !linked;
  Reading whole;
  if (linked) whole = Whole(i + 1);
  int year = 0;
  if (!whole && !last_alone && IsYear(i, &year)) whole = Year(i);
  if (!whole && unit == TimeUnit::kQuarter && !last_alone && published_.known()) {
    // "the third quarter": the last one that has begun.
    if (ordinal < 1 || ordinal > 4) return {};
    year = YearFor(at, ordinal * 3 - 2, 1);
    return QuarterReading(i, year, ordinal, true);
  }
  if (!whole && half && !last_alone && ordinal <= 2 && published_.known()) {
    return HalfReading(i, YearFor(at, ordinal * 6 - 5, 1), ordinal, true);
  }
  uint32_t end = 0;
  if (!whole && linked && unit == TimeUnit::kDay && ordinal > 0 && published_.known()) {
    // "the fourth day of the invasion"
    if (const DayRange* event = Event(i + 1, &end))
      return DayReading(end, event->from + (ordinal - 1), false);
  }
  if (!whole || !whole.days.known() || vague || count > 400) return {};
  if (several) {  // "the last days of May", "the first months of 2022"
    if (ordinal > 1) return {};
    const double few = unit == TimeUnit::kDay ? kFewDays : kFewUnits;
    const DayRange all = whole.days;
    if (ordinal < 0)
      whole.days.from = std::max(all.from, AddUnits(all.to + 1, -few, unit));
    else
      whole.days.to = std::min(all.to, AddUnits(all.from, few, unit) - 1);
    whole.form = DateMention::Form::kPeriod;
    return whole;
  }
  if (half && whole.grain == Grain::kMonth && ordinal <= 2) {
    constexpr int kFirstHalf = 15;  // days
    const Day middle = whole.days.from + kFirstHalf;
    whole.days = ordinal == 1 ? DayRange{whole.days.from, middle - 1}
                              : DayRange{middle, MonthEnd(whole.days.from)};
    return whole;
  }
  if (half) {
    if (whole.grain != Grain::kYear || ordinal > 2) return {};
    return HalfReading(whole.end, CivilOf(whole.days.from).year, ordinal < 0 ? 2 : ordinal,
                       whole.relative);
  }
  Reading reading = NthOf(whole.end, ordinal, static_cast<int>(count), unit, whole);
  reading.year_given = whole.year_given;
  return reading;
}

Reading DateReader::NthOf(uint32_t end, int ordinal, int count, TimeUnit unit,
                          const Reading& whole) const {
  const DayRange days = whole.days;
  const bool relative = whole.relative;
  if (unit == TimeUnit::kQuarter && whole.grain == Grain::kYear && count == 1) {
    if (ordinal > 4) return {};
    return QuarterReading(end, CivilOf(days.from).year, ordinal < 0 ? 4 : ordinal, relative);
  }
  DayRange part;
  if (ordinal < 0) {
    part = {AddUnits(days.to + 1, -count, unit), days.to};
  } else {
    if (count > 1 && ordinal != 1) return {};
    part.from = AddUnits(days.from, ordinal - 1, unit);
    part.to = AddUnits(part.from, count, unit) - 1;
  }
  if (part.to < days.from || days.to < part.from) return {};
  if (count > 1) {
    return PeriodOf(end, part, Grain::kNone, DurationValue(count, false, unit), relative);
  }
  if (unit == TimeUnit::kWeek) {
    // As ISO 8601 has it: the first week is the one with the period's first Thursday or its equal.
    const Day day = ordinal < 0 ? days.to - 3 : AddUnits(days.from + 3, ordinal - 1, unit);
    Reading reading = WeekReading(end, WeekStart(day), relative);
    // Of a month its own seven days are meant.
    if (whole.grain == Grain::kMonth) {
      reading.days.from = ordinal < 0 ? MonthEnd(days.from) - 6 : days.from + 7 * (ordinal - 1);
      reading.days.to = std::min(reading.days.from + 6, MonthEnd(days.from));
    }
    return reading;
  }
  return UnitAround(end, ordinal < 0 ? part.to : part.from, unit, relative);
}

}  // namespace claimscope
