// What stands around an expression: since, until, by, before, after, from ... to, between ... and,
// within, a period by its end.
#include <algorithm>

#include "base/strings.h"
#include "claims/date_reader.h"

namespace claimscope {
namespace {

constexpr uint32_t kClause = 12;      // words of "since the bank cut rates in May"
constexpr uint32_t kLongClause = 16;  // of "since the end of the long war of Norway in 1974"

}  // namespace

// "From March 3, the army has ...", "from the beginning of the year": since then. Not "his book
// from 2014".
bool DateReader::GoesOn(uint32_t at, const Reading& first) const {
  if (!published_.known() || first.days.from >= published_ || first.grain == Grain::kNone)
    return false;
  const bool start = Info(at + 1).part == TimePart::kStart || Info(at + 2).part == TimePart::kStart;
  const std::string_view after = Text(first.end);
  const bool onwards =
      after == "onwards" || after == "onward" ||
      (after == "on" && (first.end + 1 >= end_ || tokens_[first.end + 1].kind != TokenKind::kWord));
  return (at == begin_ && IsMark(first.end, ',')) || start || onwards;
}

// "overnight on 5 May", "overnight into Friday": the night that ends then.
void DateReader::OvernightTo(const Reading& night, DateMention* mention) {
  const uint32_t i = night.end;
  if (KeyAt(i) != Key::kOn && Text(i) != "into") return;
  const Reading day = Base(i + 1);
  if (!day || day.grain != Grain::kDay || !day.days.known()) return;
  mention->end = day.end;
  mention->days = {day.days.to - 1, day.days.to};
  mention->value = day.value;
  mention->basis = day.relative ? TimeBasis::kRelative : TimeBasis::kExplicit;
  Remember(day);
}

// "the three months ended March 31", "in the year to June", "the week ending 18 May".
bool DateReader::Ending(uint32_t at, DateMention* mention) {
  const bool the = KeyAt(at) == Key::kThe;
  if (!the && !IsNumber(at) && !Has(at, Is::kNumber)) return false;
  if (at > begin_ && KeyAt(at - 1) == Key::kBy) return false;  // "put off by two weeks to 15 May"
  double count = 1;
  bool vague = false;
  const uint32_t i = (the ? at + 1 : at) + Count(the ? at + 1 : at, &count, &vague);
  const TimeUnit unit = UnitAt(i);
  const std::string_view joint = Text(i + 1);
  const bool ends = joint == "ended" || joint == "ending";
  if (vague || unit < TimeUnit::kWeek || unit == TimeUnit::kNight ||
      (!ends && KeyAt(i + 1) != Key::kTo))
    return false;
  const Reading last = Base(KeyAt(i + 2) == Key::kOn ? i + 3 : i + 2);
  const bool dated = last.grain == Grain::kDay || last.grain == Grain::kMonth ||
                     (last.grain == Grain::kYear && unit >= TimeUnit::kYear);
  if (!last || !dated || !last.days.known()) return false;
  Fill(at, last, mention);
  mention->days.from = AddUnits(last.days.to + 1, -count, unit);
  mention->value = DurationValue(count, false, unit);
  mention->form = DateMention::Form::kPeriod;
  return true;
}

// "will not return until July": in July. Is what leads to the bound at `at` denied?
bool DateReader::NotBefore(uint32_t at) const {
  for (uint32_t i = at, steps = 0; i-- > begin_ && steps < kClause; ++steps) {
    if (IsMark(i, ',')) return false;
    if (Has(i, Is::kNegation) || EndsWith(Text(i), "n't")) return true;
  }
  return false;
}

// "by 2017", "before early September", "after February", "the eve of 5 May": a bound of what they
// stand before.
void DateReader::Beside(uint32_t at, const Reading& reading, DateMention* mention) const {
  DayRange& days = mention->days;
  const Key lead = KeyAt(at - 1);
  if (lead == Key::kBy && reading.grain != Grain::kDay) days = {days.to, days.to};
  if (((lead == Key::kUntil && !NotBefore(at - 1)) || lead == Key::kBy) && published_.known() &&
      days.from > published_)
    days.from = published_;
  if (lead == Key::kOf && at >= begin_ + 2 && Text(at - 2) == "eve" && reading.grain == Grain::kDay)
    days = {days.from - 1, days.from - 1};
  if (!StandsAlone(reading.end)) return;
  // "before the end of the year" lies within it.
  if (Info(at).part == TimePart::kEnd || Info(at + 1).part == TimePart::kEnd) return;
  if (reading.value.find('T') != reading.value.npos) return;  // "after midnight on May 5"
  const bool on = at >= begin_ + 3 && Text(at - 2) == "or";   // "on or before May 5"
  const bool prior = lead == Key::kTo && at >= begin_ + 2 && Text(at - 2) == "prior";
  if (prior || (lead == Key::kBefore && !on)) days = {days.from - 1, days.from - 1};
  // "soon after 5 May", "before and after 5 May"; not "on or after 5 May"
  const bool near = !on && at >= begin_ + 2 && (Has(at - 2, Is::kAdverb) || Has(at - 2, Is::kAnd));
  const bool units = at >= begin_ + 2 && UnitAt(at - 2) != TimeUnit::kNone;  // "the weeks after"
  if (lead == Key::kAfter && days.to < published_ && !units && !near)
    days = {on ? days.from : days.to + 1, published_};
}

// "The largest since", "for the first time since": measured by the past, not told of it.
bool DateReader::Compared(uint32_t at) const {
  bool verb = false;
  for (uint32_t i = at, steps = 0; i-- > begin_ && steps < 10; ++steps) {
    if (IsMark(i, ',')) return false;
    const std::string_view word = Text(i);
    if (word == "most" || word == "worst" || word == "best") return true;
    if (word == "time" && i > begin_ && Text(i - 1) == "first") return true;
    // "their first trophy since"; not "he first came in May, and has stayed since"
    verb = verb || Has(i, Is::kVerbPast) || Has(i, Is::kAuxiliary);
    if (word == "first" && !verb) return true;
    constexpr WordClasses kOther = Bit(Is::kNounMostly) | Bit(Is::kNounToo) | Bit(Is::kVerbBase);
    if (word.size() > 5 && EndsWith(word, "est") && (tokens_[i].classes & kOther) == 0 &&
        !tokens_[i].capital && !lexicon_.noun_phrases.Starts(tokens_[i]))
      return true;
  }
  return false;
}

bool DateReader::Since(uint32_t at, DateMention* mention) {
  mention->compared = Compared(at);
  const int told_year = told_year_;
  if (SinceWhen(at, mention)) {
    if (mention->compared) told_year_ = told_year;
    return true;
  }
  mention->compared = false;
  return false;
}

// As long as the event has gone on.
void DateReader::FillEvent(uint32_t at, uint32_t end, const DayRange& event,
                           DateMention* mention) const {
  mention->begin = mention->core_begin = at;
  mention->end = end;
  mention->days = {event.from, event.to.known() ? event.to : published_};
  mention->basis = TimeBasis::kExplicit;
  mention->form = DateMention::Form::kPeriod;
  mention->value = FormatIsoDay(event.from);
}

bool DateReader::SinceEvent(uint32_t at, uint32_t i, DateMention* mention) {
  uint32_t end = 0;
  const DayRange* event = Event(i, &end);
  if (event == nullptr || !published_.known()) return false;
  FillEvent(at, end, *event, mention);
  mention->days = {event->to.known() ? event->to : event->from, published_};
  mention->open_start = true;
  return true;
}

// "During the war", "throughout the course of the invasion": as long as it has gone on.
bool DateReader::DuringEvent(uint32_t at, DateMention* mention) {
  uint32_t i = at + 1;
  if (KeyAt(i) == Key::kThe && Text(i + 1) == "course" && KeyAt(i + 2) == Key::kOf) i += 3;
  uint32_t end = 0;
  const DayRange* event = Event(i, &end);
  if (event == nullptr || !published_.known() || KeyAt(end) == Key::kOf || Text(end) == "between")
    return false;
  // "the Cold War", "the Normandy invasion": another one.
  for (; i < end && !lexicon_.event_phrases.Longest(tokens_.data(), end_, i); ++i) {
    if (tokens_[i].capital && !Glued(i + 1) && !OfEvents(tokens_[i].word)) return false;
  }
  if (tokens_[i].capital && i > at + 1 && tokens_[i - 1].capital) return false;
  FillEvent(at, end, *event, mention);
  return true;
}

// Does a clause of the past begin at `at`, up to a day, month or year: "the bank cut rates in May"?
bool DateReader::TookPlace(uint32_t at) const {
  bool past = false;
  for (uint32_t i = at; i < end_ && i < at + kClause; ++i) {
    if (tokens_[i].kind != TokenKind::kWord && tokens_[i].kind != TokenKind::kNumber) return false;
    // "since he said on Monday that": because; "since the law that was passed in May"
    constexpr WordClasses kOther = Bit(Is::kSpeech) | Bit(Is::kRelative) | Bit(Is::kAnd) |
                                   Bit(Is::kBut) | Bit(Is::kSubordinator);
    const bool preposition = Has(i, Is::kPreposition);
    const bool as = past && Text(i) == "as";  // "since he was named as minister in May"
    if (((tokens_[i].classes & kOther) != 0 && !preposition && !as) || Text(i) == "that")
      return false;
    if (past && (KeyAt(i) == Key::kIn || KeyAt(i) == Key::kOn || KeyAt(i) == Key::kLast))
      return IsTimely(i + 1);
    past = past || (i > at && Has(i, Is::kVerbPast));
  }
  return false;
}

bool DateReader::SinceWhen(uint32_t at, DateMention* mention) {
  uint32_t i = at + 1;
  Reading reading;
  const bool doing = Has(i, Is::kVerbIng);   // "since opening its gates in May"
  const bool told = !doing && TookPlace(i);  // "since the bank cut rates in May"
  if (told && SinceEvent(at, i, mention)) return true;
  for (uint32_t steps = 0; steps < (told ? kClause : doing ? 6u : 5u) && i < end_; ++steps, ++i) {
    if ((reading = Base(i))) break;
    const Key key = KeyAt(i);
    if ((doing || told) && tokens_[i].kind == TokenKind::kWord) continue;
    const bool pointed = key == Key::kLast && Info(i + 1).month != 0;   // "since last May"
    const bool least = Text(i) == "least" && KeyAt(i - 1) == Key::kAt;  // "since at least 2021"
    if (key != Key::kThe && key != Key::kAt && key != Key::kIn && !IsMark(i, ',') && !pointed &&
        !least && Info(i).part != TimePart::kStart && KeyAt(i) != Key::kOf &&
        !(i == at + 1 && Has(i, Is::kPossessive)))  // "since his January oath"
      break;
  }
  if (!reading || !reading.days.known()) {
    if (reading && reading.form != DateMention::Form::kDuration && !published_.known()) {
      Fill(at, reading, mention);  // no day of writing: the words, without days
      mention->core_begin = i;
      return true;
    }
    if (SinceEvent(at, i, mention)) return true;
    // "since the start of the civil war in 2011"
    for (uint32_t in = i; in + 1 < end_ && in < at + kLongClause; ++in) {
      if ((tokens_[in].kind != TokenKind::kWord && !IsMark(in, '-')) || Has(in, Is::kAuxiliary) ||
          Has(in, Is::kPronoun))
        break;
      if (KeyAt(in) != Key::kIn) continue;
      reading = Base(in + 1);
      if (reading.relative || (reading.grain != Grain::kYear && reading.grain != Grain::kMonth))
        reading = {};
      i = in + 1;
      break;
    }
    if (!reading || !reading.days.known()) return false;
  }
  if (reading.form == DateMention::Form::kDuration) return false;
  // "since November", written in August: last year's.
  if (reading.no_year && published_.known() && reading.days.from > published_) {
    reading.days = {AddMonths(reading.days.from, -12), AddMonths(reading.days.to, -12)};
    if (reading.grain == Grain::kMonth || reading.grain == Grain::kDay)
      reading.value = FormatIsoDay(reading.days.from).substr(0, reading.value.size());
  }
  Fill(at, reading, mention);
  mention->core_begin = i;
  mention->open_start = true;
  if (told) mention->clause = reading.days;
  // "since the end of 2023" begins where the year ends.
  if (Info(i).part == TimePart::kEnd ||
      (KeyAt(i) == Key::kThe && Info(i + 1).part == TimePart::kEnd)) {
    mention->days.from = reading.days.to;
  }
  if (published_.known()) mention->days.to = std::max(published_, mention->days.from);
  mention->form = DateMention::Form::kPeriod;
  return true;
}

// "from 3 May to 9 May", "between Monday and Friday", "June-August 1992", "2014 to 2018".
bool DateReader::FromTo(uint32_t at, const Reading& start, bool between, DateMention* mention) {
  Reading first = start;
  const uint32_t joint = first.end;
  const bool led = KeyAt(at) == Key::kFrom || between;
  const Key key = KeyAt(joint);
  const bool joined = IsMark(joint, '-') || IsMark(joint, '~') || key == Key::kTo ||
                      key == Key::kUntil || key == Key::kAnd;
  if (!joined || !first.days.known() || joint + 1 >= end_) return false;
  // "in February and March", "on Monday and Tuesday": one follows the other.
  const bool pair = key == Key::kAnd && !between;
  if (pair && (led || (first.grain != Grain::kMonth && first.grain != Grain::kDay))) return false;
  if (!led && first.grain != Grain::kDay && first.grain != Grain::kMonth &&
      first.grain != Grain::kYear) {
    return false;
  }
  // "from March to date", "from 2012 until now"
  const uint32_t word = KeyAt(joint + 1) == Key::kThe ? joint + 2 : joint + 1;
  const bool now = KeyAt(word) == Key::kNow || (key == Key::kTo && KeyAt(word + 1) != Key::kOf &&
                                                (Text(word) == "date" || Text(word) == "present"));
  if (led && now && published_.known()) {
    Fill(at, first, mention);
    mention->end = word + 1;
    mention->days.to = published_;
    mention->open_start = true;
    mention->form = DateMention::Form::kPeriod;
    return true;
  }
  Reading second = Base(joint + 1);
  if (!second || !second.days.known() || second.form == DateMention::Form::kDuration) return false;
  if (!led && second.grain != first.grain) return false;
  if (pair && second.days.from != first.days.to + 1) return false;
  if (second.days.to < first.days.from && second.grain == Grain::kDay && second.relative) {
    // "from next Monday to Friday": the first one after.
    const int weeks = (first.days.from.value - second.days.from.value + 6) / 7;
    second = DayReading(second.end, second.days.from + 7 * weeks, true);
  } else if (second.days.to < first.days.from && second.no_year) {
    const CivilDate date = CivilOf(second.days.from);
    const int year = CivilOf(first.days.from).year;
    const int later = DayOf({year, date.month, 1}) < MonthStart(first.days.from) ? year + 1 : year;
    if (!IsValidDate({later, date.month, date.day})) return false;
    second = second.grain == Grain::kMonth
                 ? MonthReading(second.end, later, date.month, false)
                 : DayReading(second.end, DayOf({later, date.month, date.day}), false);
  }
  if (first.no_year && (second.year_given || (second.relative && second.grain == Grain::kMonth))) {
    // "June-August 1992": the year stands once.
    CivilDate date = CivilOf(first.days.from);
    date.year = CivilOf(second.days.from).year;
    if (!IsValidDate(date)) return false;
    if (DayOf(date) > second.days.to) --date.year;
    first = first.grain == Grain::kMonth ? MonthReading(first.end, date.year, date.month, false)
                                         : DayReading(first.end, DayOf(date), false);
  }
  Remember(first);
  Fill(at, second, mention);
  mention->core_begin = led ? at + 1 : at;
  mention->second_begin = joint + 1;
  mention->days = {std::min(first.days.from, second.days.from), second.days.to};
  mention->form = DateMention::Form::kPeriod;
  mention->value = first.value;
  mention->second_value = second.value;
  return true;
}

// "within 24 hours", "over the past day", "during the day", "in two weeks", "in May".
bool DateReader::Within(uint32_t at, DateMention* mention) {
  const uint32_t i = at + 1;
  const Reading reading = Base(i);
  if (!reading) {
    // "within the week", "during the day", "during the night"
    const TimeUnit whole = KeyAt(i) == Key::kThe ? UnitAt(i + 1) : TimeUnit::kNone;
    if (KeyAt(at) == Key::kWithin && whole >= TimeUnit::kDay && StandsAlone(i + 2) &&
        published_.known()) {
      Fill(at,
           Rolling(i + 2, published_, FutureBefore(at) ? Key::kNext : Key::kPast, 1, false, whole),
           mention);
      return true;
    }
    if (KeyAt(at) != Key::kDuring || KeyAt(i) != Key::kThe || !published_.known()) return false;
    if (UnitAt(i + 1) != TimeUnit::kDay && UnitAt(i + 1) != TimeUnit::kNight) return false;
    // "during the day on May 19": that says which.
    if (KeyAt(i + 2) == Key::kOn || KeyAt(i + 2) == Key::kOf) return false;
    Reading day = DayReading(i + 2, published_, true);
    if (UnitAt(i + 1) == TimeUnit::kNight) day.days.from = published_ - 1;
    Fill(at, day, mention);
    mention->core_begin = i;
    return true;
  }
  if (reading.form != DateMention::Form::kDuration) {
    if (!FromTo(i, reading, false, mention)) Fill(i, reading, mention);
    return true;
  }
  Fill(i, reading, mention);
  // "can grow tenfold in a year"
  bool may = false;
  for (uint32_t back = at; KeyAt(at) == Key::kIn && back > begin_ && back + kClause > at; --back) {
    if (IsMark(back - 1, ',')) break;
    may = may || Has(back - 1, Is::kModal);
  }
  const bool ahead = FutureBefore(at) || may;
  const bool open = ahead && (KeyAt(at) != Key::kWithin || ToldAsPast(at));
  if (!published_.known() || open) return true;
  double count = 1;
  bool vague = false;
  const uint32_t counted = Count(i, &count, &vague);
  if (counted == 0) return true;  // "the largest in months"
  uint32_t unit_at = i + counted;
  if (IsMark(unit_at, '-')) ++unit_at;
  if (UnitAt(unit_at) == TimeUnit::kNone || vague) return true;
  // "lasted over an hour": more than it.
  if (KeyAt(at) == Key::kOver && UnitAt(unit_at) < TimeUnit::kDay) return true;
  mention->begin = at;
  mention->days = ahead ? DayRange{published_, AddUnits(published_, count, UnitAt(unit_at))}
                        : DayRange{AddUnits(published_, -count, UnitAt(unit_at)), published_};
  mention->basis = TimeBasis::kRelative;
  mention->form = DateMention::Form::kPeriod;
  return true;
}

}  // namespace claimscope
