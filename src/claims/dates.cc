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
  if (KeyAt(at) == Key::kSince || KeyAt(at) == Key::kDuring || IsTimely(at + 1) ||
      Has(at + 1, Is::kScale))
    return true;
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
      if (!Within(at, mention)) return lead == Key::kDuring && DuringEvent(at, mention);
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
      // "the daily said", "the Italian daily “Alv”", "the Annual Conference"
      const bool led =
          at > begin_ &&
          (KeyAt(at - 1) == Key::kThe || tokens_[at - 1].kind == TokenKind::kCloseQuote ||
           (at > begin_ + 1 && KeyAt(at - 2) == Key::kThe && at + 1 < end_ &&
            tokens_[at + 1].kind == TokenKind::kOpenQuote));
      const bool paper = led && (at + 1 >= end_ || tokens_[at + 1].kind != TokenKind::kWord ||
                                 Has(at + 1, Is::kSpeech));
      const bool name = at > begin_ && tokens_[at].capital && at + 1 < end_ &&
                        tokens_[at + 1].capital && !tokens_[at].all_caps;
      if (paper || name) return false;
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
  if (Ending(at, mention)) return true;
  const Reading reading = Base(at);
  if (!reading) return false;
  if (reading.form != DateMention::Form::kDuration && FromTo(at, reading, false, mention)) {
    return true;
  }
  Fill(at, reading, mention);
  if (KeyAt(at) == Key::kOvernight) {
    OvernightTo(reading, mention);
  } else if (at > begin_ && reading.days.known()) {
    Beside(at, reading, mention);
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

std::vector<DateMention> FindDates(std::string_view text, const Tokens& tokens,
                                   const std::vector<Sentence>& sentences, const Lexicon& lexicon,
                                   Day published) {
  std::vector<DateMention> mentions;
  DateReader reader(text, tokens, lexicon, published);
  for (const Sentence& sentence : sentences) reader.ReadSentence(sentence, &mentions);
  return mentions;
}

}  // namespace claimscope
