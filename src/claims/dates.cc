#include "claims/dates.h"

#include <algorithm>

#include "base/strings.h"
#include "claims/date_reader.h"

namespace claimscope {

// A word that belongs to an expression of time, or a number.
bool DateReader::IsTimely(uint32_t at) const {
  if (at >= end_) return false;
  constexpr WordClasses kTimely = Bit(Is::kTimeWord) | Bit(Is::kNumber) | Bit(Is::kOrdinal);
  return tokens_[at].kind == TokenKind::kNumber || (tokens_[at].classes & kTimely) != 0;
}

// Cheap, and true wherever an expression could begin: asked of every word.
bool DateReader::CanStart(uint32_t at) const {
  if (IsTimely(at)) return true;
  if (MomentStarts(at) && lexicon_.moment_phrases.Longest(tokens_.data(), end_, at)) return true;
  if (at >= end_ || (!tokens_[at].Has(Is::kTimeLead) && !tokens_[at].Has(Is::kVague))) return false;
  if (KeyAt(at) == Key::kSince || IsTimely(at + 1) || Has(at + 1, Is::kScale)) return true;
  const Key next = KeyAt(at + 1);
  return (next == Key::kThe || next == Key::kA || next == Key::kOf || next == Key::kSame ||
          next == Key::kFiller || IsMark(at + 1, '\'')) &&
         (IsTimely(at + 2) || KeyAt(at + 2) == Key::kSame);
}

// "USA Today", "News Daily": a small word with a capital, after another name.
bool DateReader::InName(uint32_t at) const {
  if (at == begin_ || !tokens_[at].capital || tokens_[at].all_caps || !tokens_[at - 1].capital) {
    return false;
  }
  const WordInfo& info = Info(at);
  return info.key != Key::kNone && info.month == 0 && info.weekday == 0 &&
         tokens_[at - 1].kind == TokenKind::kWord;
}

void DateReader::ReadSentence(const Sentence& sentence, std::vector<DateMention>* out) {
  begin_ = sentence.begin;
  end_ = sentence.end;
  paragraph_ = sentence.paragraph;
  ++sentence_;
  for (uint32_t at = begin_; at < end_;) {
    uint32_t next = at + 1;
    if (CanStart(at) && !InName(at)) {
      DateMention mention{};
      if (Mention(at, &mention)) {
        next = mention.end;
        out->push_back(std::move(mention));
      }
    }
    at = next;
  }
}

// The longest expression that begins here.
Reading DateReader::Base(uint32_t at) {
  if (at >= end_) return {};
  if (Reading reading = NamedMoment(at)) return reading;
  if (IsNumber(at)) {
    using Part = Reading (DateReader::*)(uint32_t) const;
    for (Part part : {&DateReader::Numeric, &DateReader::MixedNumeric, &DateReader::ShortBetween,
                      &DateReader::DayMonth, &DateReader::QuarterName, &DateReader::Decade}) {
      if (Reading reading = (this->*part)(at)) return reading;
    }
    if (Reading reading = Clock(at)) return reading;
    if (Reading reading = OrdinalPart(at)) return reading;
    if (Reading reading = Counted(at)) return reading;
    return Year(at);
  }
  const WordInfo& info = Info(at);
  if (info.month != 0) {
    using Part = Reading (DateReader::*)(uint32_t) const;
    for (Part part : {&DateReader::MixedNumeric, &DateReader::MonthDay, &DateReader::MonthYear}) {
      if (Reading reading = (this->*part)(at)) return reading;
    }
  }
  if (info.part != TimePart::kNone || info.key == Key::kThe) {
    if (Reading reading = PartOf(at)) return reading;
  }
  if (info.ordinal != 0 || info.key == Key::kThe || info.key == Key::kLast || info.number > 0) {
    if (Reading reading = DayMonth(at)) return reading;
    if (Reading reading = OrdinalPart(at)) return reading;
  }
  if (info.number > 0 && IsOClock(at + 1)) return Clock(at);
  if (info.number > 0) {
    if (Reading reading = YearInWords(at)) return reading;
  }
  if (Reading reading = Often(at)) return reading;
  if (Reading reading = PartOfDay(at)) return reading;
  using Part = Reading (DateReader::*)(uint32_t) const;
  for (Part part :
       {&DateReader::TheQuarter, &DateReader::Season, &DateReader::Weekday, &DateReader::NamedDay,
        &DateReader::RelativeUnit, &DateReader::ToldDay, &DateReader::NamedUnit}) {
    if (Reading reading = (this->*part)(at)) return reading;
  }
  if (Reading reading = DayOfMonth(at)) return reading;
  if (info.key == Key::kThe) {
    if (Reading reading = Decade(at)) return reading;
    int year = 0;
    if (Text(at + 1) == "year" && IsYear(at + 2, &year)) return Year(at + 2);
    if (UnitAt(at + 1) == TimeUnit::kWeekend) {
      if (KeyAt(at + 2) == Key::kOf) {  // "the weekend of 5-6 May"
        if (const Reading days = Base(at + 3); days && days.grain == Grain::kDay) return days;
      }
      return Calendar(at + 2, Key::kThis, TimeUnit::kWeekend, false, false, at);
    }
    if (Text(at + 1) == "week" && KeyAt(at + 2) == Key::kOf) {  // "the week of 10 April"
      Reading day = Base(at + 3);
      if (day && day.grain == Grain::kDay && day.days.known()) {
        return WeekReading(day.end, WeekStart(day.days.from), day.relative);
      }
    }
    return {};
  }
  if (Reading reading = QuarterName(at)) return reading;
  if (Reading reading = Counted(at)) return reading;
  if (Reading reading = ManyUnits(at)) return reading;
  return Present(at);
}

// "From March 3, the army has ...", "from the beginning of the year": since then. Not "his book
// from 2014".
bool DateReader::GoesOn(uint32_t at, const Reading& first) const {
  if (!published_.known() || first.days.from >= published_ || first.grain == Grain::kNone)
    return false;
  const bool start = Info(at + 1).part == TimePart::kStart || Info(at + 2).part == TimePart::kStart;
  return (at == begin_ && IsMark(first.end, ',')) || start;
}

// One expression with what stands before it: since, until, by, from ... to, between ... and,
// within.
bool DateReader::Mention(uint32_t at, DateMention* mention) {
  switch (const Key lead = KeyAt(at)) {
    case Key::kSince:
      return Since(at, mention);
    case Key::kFrom:
    case Key::kBetween: {
      const Reading first = Base(at + 1);
      if (!first || !first.days.known()) return false;
      if (FromTo(at, first, lead == Key::kBetween, mention)) return true;
      Fill(at + 1, first, mention);
      if (lead == Key::kFrom && GoesOn(at, first)) {
        mention->begin = at;
        mention->open_start = true;
        mention->days.to = published_;
        mention->form = DateMention::Form::kPeriod;
      }
      return true;
    }
    case Key::kWithin:
    case Key::kOver:
    case Key::kIn:
    case Key::kDuring:
      if (!Within(at, mention)) return false;
      mention->compared = lead == Key::kIn && KeyAt(at + 1) != Key::kThe &&
                          mention->form == DateMention::Form::kPeriod &&
                          mention->basis == TimeBasis::kRelative && Compared(at);
      return true;
    case Key::kEvery: {
      const Reading set = Set(at);
      if (set) Fill(at, set, mention);
      return static_cast<bool>(set);
    }
    case Key::kPer: {
      const TimeUnit unit = UnitAt(at + 1);
      if (unit < TimeUnit::kDay) return false;  // of speeds
      const Reading set = Timeless(at + 2, DurationValue(1, false, unit));
      Fill(at, set, mention);
      return true;
    }
    case Key::kDaily:
    case Key::kWeekly:
    case Key::kMonthly:
    case Key::kYearly: {
      static constexpr const char* kValues[] = {"P1D", "P1W", "P1M", "P1Y"};
      Fill(at, Timeless(at + 1, kValues[static_cast<int>(lead) - static_cast<int>(Key::kDaily)]),
           mention);
      return true;
    }
    case Key::kSo:  // "so far in the war"
      if (KeyAt(at + 1) == Key::kFar && KeyAt(at + 2) == Key::kIn &&
          SinceEvent(at, at + 3, mention))
        return true;
      break;
    default:
      break;
  }
  const Reading reading = Base(at);
  if (!reading) return false;
  if (reading.form != DateMention::Form::kDuration && FromTo(at, reading, false, mention)) {
    return true;
  }
  Fill(at, reading, mention);
  const bool by = at > begin_ && KeyAt(at - 1) == Key::kBy;
  if (by && reading.days.known() && reading.grain != Grain::kDay) {
    mention->days = {reading.days.to, reading.days.to};
  }
  return true;
}

void DateReader::Fill(uint32_t at, const Reading& reading, DateMention* mention) {
  mention->begin = mention->core_begin = at;
  mention->end = reading.end;
  mention->days = reading.days;
  mention->form = reading.form;
  mention->value = reading.value;
  mention->basis = reading.relative ? TimeBasis::kRelative : TimeBasis::kExplicit;
  Remember(reading);
}

void DateReader::Remember(const Reading& reading) {
  if (!reading.days.known() || reading.form == DateMention::Form::kDuration) return;
  const bool dated = reading.grain == Grain::kDay || reading.grain == Grain::kMonth;
  if (reading.year_given && (dated || !published_.known() || told_year_ == 0)) {
    told_year_ = CivilOf(reading.days.from).year;
    year_sentence_ = sentence_;
    year_paragraph_ = paragraph_;
  }
  if (reading.grain == Grain::kQuarter) told_quarter_ = reading.days.from;
  if (reading.grain == Grain::kDay || reading.grain == Grain::kMonth ||
      reading.grain == Grain::kYear)
    told_last_ = {reading.days.from, reading.grain, sentence_};
  if (reading.grain == Grain::kDay) {
    told_day_ = reading.days.to;
    day_sentence_ = sentence_;
  }
}

// A month is no day to count days from, a year no month.
Day DateReader::StoryFrom(TimeUnit unit) const {
  const Grain grain = told_last_.grain;
  const bool fits = grain == Grain::kDay || (grain == Grain::kMonth && unit >= TimeUnit::kMonth) ||
                    unit >= TimeUnit::kYear;
  if (fits && told_last_.first.known() && told_last_.sentence + 3 >= sentence_)
    return told_last_.first;
  return InStory() ? told_day_ : Day();
}

// The year a story is in: of a text without a day of its own the one told last, else the one told
// in this sentence or, with days of it, just before.
bool DateReader::NarrativeYear(int* year) const {
  if (told_year_ == 0) return false;
  *year = told_year_;
  if (!published_.known() || year_sentence_ == sentence_) return true;
  return year_paragraph_ == paragraph_ && year_sentence_ + 2 >= sentence_ &&
         told_year_ < CivilOf(published_).year && day_sentence_ >= year_sentence_;
}

// "The largest since", "for the first time since": measured by the past, not told of it.
bool DateReader::Compared(uint32_t at) const {
  for (uint32_t i = at, steps = 0; i-- > begin_ && steps < 10; ++steps) {
    if (IsMark(i, ',')) return false;
    const std::string_view word = Text(i);
    if (word == "most" || word == "worst" || word == "best") return true;
    if (word == "time" && i > begin_ && Text(i - 1) == "first") return true;
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

bool DateReader::SinceEvent(uint32_t at, uint32_t i, DateMention* mention) {
  uint32_t end = 0;
  const DayRange* event = Event(i, &end);
  if (event == nullptr || !published_.known()) return false;
  mention->begin = mention->core_begin = at;
  mention->end = end;
  mention->days = {event->to.known() ? event->to : event->from, published_};
  mention->basis = TimeBasis::kExplicit;
  mention->form = DateMention::Form::kPeriod;
  mention->open_start = true;
  mention->value = FormatIsoDay(event->from);
  return true;
}

bool DateReader::SinceWhen(uint32_t at, DateMention* mention) {
  uint32_t i = at + 1;
  Reading reading;
  const bool doing = Has(i, Is::kVerbIng);  // "since opening its gates in May"
  for (uint32_t steps = 0; steps < (doing ? 6u : 4u) && i < end_; ++steps, ++i) {
    if ((reading = Base(i))) break;
    const Key key = KeyAt(i);
    if (doing && tokens_[i].kind == TokenKind::kWord) continue;
    if (key != Key::kThe && key != Key::kAt && key != Key::kIn && !IsMark(i, ',')) break;
  }
  if (!reading || !reading.days.known()) {
    if (reading && reading.form != DateMention::Form::kDuration && !published_.known()) {
      Fill(at, reading, mention);  // no day of writing: the words, without days
      mention->core_begin = i;
      return true;
    }
    return SinceEvent(at, i, mention);
  }
  if (reading.form == DateMention::Form::kDuration) return false;
  Fill(at, reading, mention);
  mention->core_begin = i;
  mention->open_start = true;
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
  const bool now = (key == Key::kTo && Text(joint + 1) == "date") || KeyAt(joint + 1) == Key::kNow;
  if (led && now && published_.known()) {
    Fill(at, first, mention);
    mention->end = joint + 2;
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
  const bool ahead = FutureBefore(at);
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

std::vector<DateMention> FindDates(std::string_view text, const Tokens& tokens,
                                   const std::vector<Sentence>& sentences, const Lexicon& lexicon,
                                   Day published) {
  std::vector<DateMention> mentions;
  DateReader reader(text, tokens, lexicon, published);
  for (const Sentence& sentence : sentences) reader.ReadSentence(sentence, &mentions);
  return mentions;
}

}  // namespace claimscope
