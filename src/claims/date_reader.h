// Reads the expressions of time of one sentence after another. Each Read... begins at a token and
// gives the expression that stands there, or nothing; the longer forms are tried first.
#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

#include "claims/date_reading.h"
#include "claims/dates.h"

namespace claimscope {

class DateReader {
 public:
  DateReader(std::string_view text, const Tokens& tokens, const Lexicon& lexicon, Day published)
      : text_(text),
        tokens_(tokens),
        lexicon_(lexicon),
        words_(lexicon.words),
        published_(published) {}

  void ReadSentence(const Sentence& sentence, std::vector<DateMention>* out);

 private:
  using Key = TimeKey;

  const WordInfo& Info(uint32_t at) const { return words_.Info(at < end_ ? tokens_[at].word : 0); }
  Key KeyAt(uint32_t at) const { return Info(at).key; }
  TimeUnit UnitAt(uint32_t at) const { return Info(at).unit; }
  bool Has(uint32_t at, Is is) const { return at < end_ && tokens_[at].Has(is); }
  bool IsMark(uint32_t at, char mark) const { return at < end_ && tokens_[at].mark == mark; }
  bool IsNumber(uint32_t at) const { return at < end_ && tokens_[at].kind == TokenKind::kNumber; }
  bool Glued(uint32_t at) const { return at < end_ && tokens_[at].glued; }
  std::string_view Text(uint32_t at) const {
    return at < end_ ? text_.substr(tokens_[at].begin, tokens_[at].end - tokens_[at].begin)
                     : std::string_view();
  }
  bool IsPossessiveS(uint32_t at) const { return Text(at) == "'s" || Text(at) == "\xE2\x80\x99s"; }
  // A day was told here or just before: what is told goes on from it.
  bool InStory() const { return told_day_.known() && day_sentence_ + 2 >= sentence_; }
  // The day, or the first day of the month or year, from which a story counts on in such units.
  Day StoryFrom(TimeUnit unit) const;
  bool LastsFor(uint32_t at) const;
  bool CanStart(uint32_t at) const;
  bool IsTimely(uint32_t at) const;

  // date_explicit.cc: what the calendar names.
  int Digits(uint32_t at, size_t max_digits) const;
  bool IsYear(uint32_t at, int* year) const;
  uint32_t DayNumber(uint32_t at, int* day) const;
  uint32_t OrdinalWord(uint32_t at, int* day) const;
  uint32_t Month(uint32_t at, int* month, bool beside_number) const;
  bool SmallMonth(uint32_t at) const;
  // "may", "march": other words, too.
  bool Homonym(uint32_t at) const {
    return (tokens_[at].classes & (Bit(Is::kModal) | Bit(Is::kVerbBase))) != 0;
  }
  uint32_t YearTold(uint32_t at, int* year) const;
  uint32_t YearAfter(uint32_t at, int* year) const;
  int YearFor(uint32_t at, int month, int day) const;
  int EventYear(uint32_t at, int month, int day) const;
  bool GoesOnAfter(uint32_t at, int month, int day) const;
  size_t Named(const Lexicon::Event& event) const;
  bool OfEvents(WordId word) const;
  bool NotBefore(uint32_t at) const;
  void FillEvent(uint32_t at, uint32_t end, const DayRange& event, DateMention* mention) const;
  bool DuringEvent(uint32_t at, DateMention* mention);
  int YearPointed(uint32_t at, int month, int day) const;
  bool FutureBefore(uint32_t at) const;
  bool FutureAfter(uint32_t at) const;
  bool ToldAsPast(uint32_t at, bool otherwise = true) const;
  bool InName(uint32_t at) const;
  bool TimePreposition(uint32_t at) const;
  uint32_t OverDays(uint32_t at, int day) const;
  bool JoinsDays(uint32_t at) const;
  bool CountsSomething(uint32_t at) const;
  bool CountsNoun(uint32_t at) const;
  Reading DayMonth(uint32_t at) const;
  Reading MonthDay(uint32_t at) const;
  Reading WithYear(uint32_t at, uint32_t i, int month, int day, int last) const;
  Reading MonthYear(uint32_t at) const;
  bool MonthStandsAlone(uint32_t at, uint32_t after) const;
  // date_figures.cc: dates in figures, years and days in words.
  Reading Numeric(uint32_t at) const;
  Reading MixedNumeric(uint32_t at) const;
  Reading ShortNumeric(uint32_t at, int weekday) const;
  Reading ShortBetween(uint32_t at) const;
  uint32_t SpelledYear(uint32_t at, int* year) const;
  bool DottedDay(uint32_t at, int64_t* day, int64_t* month) const;
  bool ShortYear(uint32_t at, int* year) const;
  uint32_t BelowHundred(uint32_t at, int* value) const;
  uint32_t SpelledDay(uint32_t at, int* day) const;
  // date_years.cc
  bool YearInName(uint32_t at) const;
  Reading Year(uint32_t at) const;
  Reading YearInWords(uint32_t at) const;
  Reading Decade(uint32_t at) const;
  Reading QuarterName(uint32_t at) const;

  // date_parts.cc: parts of periods.
  Reading PartOf(uint32_t at);
  Reading EventStart(uint32_t i);
  bool Operation(uint32_t at) const;
  const DayRange& WhichEvent(int event);
  const DayRange* Event(uint32_t i, uint32_t* end);
  Reading TheQuarter(uint32_t at) const;
  Reading Season(uint32_t at) const;
  Reading OrdinalPart(uint32_t at);
  Reading Whole(uint32_t at);
  Reading NthOf(uint32_t end, int ordinal, int count, TimeUnit unit, const Reading& whole) const;

  // date_calendar.cc: units of the calendar by other names.
  bool StandsAlone(uint32_t at) const;
  Reading RestOf(Reading reading) const;
  Reading NthWeekday(uint32_t at, int ordinal);
  Reading NamedUnit(uint32_t at) const;
  Reading DayOfMonth(uint32_t at);
  Reading SameLastYear(uint32_t at) const;

  // date_relative.cc: seen from the day of writing, or from a day told before.
  void OfWeekday(int weekday, Reading* date) const;
  Reading Weekday(uint32_t at) const;
  bool SpeechJustBefore(uint32_t at) const;
  Reading NamedDay(uint32_t at) const;
  static bool IsPointer(Key key);
  bool Lasting(uint32_t at) const;
  Reading RelativeUnit(uint32_t at) const;
  Reading Rolling(uint32_t end, Day from, Key point, double count, bool vague, TimeUnit unit) const;
  Reading Calendar(uint32_t end, Key point, TimeUnit unit, bool earlier, bool later,
                   uint32_t at) const;
  Reading ToldDay(uint32_t at) const;
  void TakeDayPart(Reading* reading) const;

  // date_clock.cc: times of day.
  uint32_t HalfOfDay(uint32_t at, bool* afternoon) const;
  bool DottedClock(uint32_t at, uint32_t end) const;
  uint32_t ClockDigits(uint32_t at, int* hour, int* minute) const;
  bool IsOClock(uint32_t at) const;
  bool IsNumberOfTime(uint32_t at) const;
  Reading DayOfClock(uint32_t* end);
  Reading AtTime(uint32_t end, const std::string& time);
  Reading Clock(uint32_t at);
  Reading PartOfDay(uint32_t at);

  // date_moments.cc: holidays, words for now, once and some day, what comes back.
  bool MomentStarts(uint32_t at) const {
    return at < end_ && lexicon_.moment_phrases.Starts(tokens_[at]);
  }
  Reading NamedMoment(uint32_t at) const;
  Day Holiday(const Moment& moment, int year) const;
  Reading Often(uint32_t at) const;
  Reading Set(uint32_t at) const;
  Reading Present(uint32_t at) const;
  Reading Timeless(uint32_t end, std::string value) const;

  // date_counts.cc: so and so many units.
  uint32_t AndAHalf(uint32_t at) const;
  uint32_t Count(uint32_t at, double* count, bool* vague) const;
  Reading Counted(uint32_t at);
  uint32_t SmallerUnits(uint32_t at, TimeUnit unit, std::string* value) const;
  Reading BetweenAgo(uint32_t at, double least) const;
  Reading SumAgo(uint32_t at, double count, TimeUnit unit) const;
  Reading Ago(uint32_t end, double count, bool vague, TimeUnit unit) const;
  Reading Shifted(uint32_t at, uint32_t end, double count, TimeUnit unit);
  Reading ManyUnits(uint32_t at);

  // dates.cc, date_bounds.cc
  Reading Base(uint32_t at);
  bool Mention(uint32_t at, DateMention* mention);
  bool Since(uint32_t at, DateMention* mention);
  bool TookPlace(uint32_t at) const;
  bool SinceWhen(uint32_t at, DateMention* mention);
  bool SinceEvent(uint32_t at, uint32_t i, DateMention* mention);
  bool Compared(uint32_t at) const;
  bool GoesOn(uint32_t at, const Reading& first) const;
  bool FromTo(uint32_t at, const Reading& first, bool between, DateMention* mention);
  bool Within(uint32_t at, DateMention* mention);
  void Fill(uint32_t at, const Reading& reading, DateMention* mention);
  void Beside(uint32_t at, const Reading& reading, DateMention* mention) const;
  void OvernightTo(const Reading& night, DateMention* mention);
  bool Ending(uint32_t at, DateMention* mention);
  void Remember(const Reading& reading);
  bool NarrativeYear(int* year) const;

  std::string_view text_;
  const Tokens& tokens_;
  const Lexicon& lexicon_;
  const Vocabulary& words_;
  Day published_;
  uint32_t begin_ = 0, end_ = 0;  // of the sentence
  uint32_t sentence_ = 0, paragraph_ = 0;
  mutable std::unordered_map<const Lexicon::Event*, size_t> named_;  // how often its words stand
  // The year told last with a day or month, and where; the day told last.
  int told_year_ = 0;
  uint32_t year_sentence_ = 0, year_paragraph_ = 0;
  Day told_day_;
  uint32_t day_sentence_ = 0;
  Day told_quarter_;  // its first day
  // The first day of the day, month or year told last.
  struct Told {
    Day first;
    Grain grain = Grain::kNone;
    uint32_t sentence = 0;
  };
  Told told_last_;
};

}  // namespace claimscope
