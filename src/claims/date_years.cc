// Years, decades, centuries and quarters by their names and numbers.
#include <utility>

#include "base/strings.h"
#include "claims/date_reader.h"

namespace claimscope {
namespace {

Reading YearsReading(uint32_t end, int first, int last) {
  Reading both = WithGivenYear(YearReading(end, first, false));
  both.days.to = DayOf({last, 12, 31});
  return both;
}

}  // namespace

// "2022 soldiers": a number that counts; "the 2015 deal", "the 2014 elections": a year.
bool DateReader::CountsNoun(uint32_t at) const {
  if (at + 1 >= end_ || Glued(at + 1) || TimePreposition(at)) return false;
  uint32_t i = at + 1, steps = 0;
  while (i < end_ && steps < 3 && tokens_[i].kind == TokenKind::kWord &&
         !lexicon_.noun_phrases.Starts(tokens_[i]) && Has(i, Is::kAdjective)) {
    ++i;
    ++steps;
  }
  if (i >= end_ || !lexicon_.noun_phrases.Starts(tokens_[i])) return false;
  const auto noun = lexicon_.noun_phrases.Longest(tokens_.data(), end_, i);
  if (!noun) return false;
  uint32_t last = i + noun.length - 1;
  while (last + 1 < end_ && lexicon_.noun_phrases.Starts(tokens_[last + 1])) ++last;
  const std::string_view head = Text(last);
  const bool many = EndsWith(head, "s") || EndsWith(head, "men") || head == "people" ||
                    head == "personnel" || head == "staff";
  const bool led = at > begin_ && (KeyAt(at - 1) == Key::kThe || Has(at - 1, Is::kPossessive) ||
                                   KeyAt(at - 1) == Key::kA);
  return many && !led;
}

// "at MILEX 2025", "asteroid 2025 KF": part of a name in capitals, where not all is in capitals.
bool DateReader::YearInName(uint32_t at) const {
  if (at == begin_) return false;
  const Token& before = tokens_[at - 1];
  if (before.NameInCapitals()) return LoneNameInCapitals(tokens_, begin_, end_, at - 1, at - 2);
  return before.kind == TokenKind::kWord && !TimePreposition(at) && Text(at + 1).size() == 2 &&
         LoneNameInCapitals(tokens_, begin_, end_, at + 1, at + 2);
}

// "2022"; "1812" and "2150" after a preposition.
Reading DateReader::Year(uint32_t at) const {
  int year = 0;
  if (!IsYear(at, &year)) {
    const bool far = year >= 1500 && year < 2200 && tokens_[at].end - tokens_[at].begin == 4;
    if (!far || at == begin_) return {};
    const Key before = KeyAt(at - 1);
    const bool led =
        before == Key::kIn || before == Key::kSince || before == Key::kBy || before == Key::kUntil;
    if (!led || (at + 1 < end_ && tokens_[at + 1].kind == TokenKind::kWord &&
                 tokens_[at + 1].classes == 0)) {
      return {};
    }
  }
  if (Glued(at + 1)) {
    const Token& next = tokens_[at + 1];
    const std::string_view marks = ".,)-;:~]?!/";
    const bool ends = next.kind == TokenKind::kCloseQuote ||
                      (next.mark != 0 && marks.find(next.mark) != std::string_view::npos) ||
                      (next.mark == '\'' && (Text(at + 2) == "s" || !Glued(at + 2)));
    if (!ends) return {};
    if (next.mark == '/' && IsNumber(at + 2) && Glued(at + 2)) {
      if (Digits(at + 2, 2) != (year + 1) % 100) return {};
      return YearsReading(at + 3, year, year + 1);  // 2007/08
    }
  }
  // 1914-18
  if (IsMark(at + 1, '-') && Glued(at + 1) && Glued(at + 2) && year >= 1500 &&
      Digits(at + 2, 2) > year % 100 && tokens_[at + 2].end - tokens_[at + 2].begin == 2 &&
      !(IsMark(at + 3, '-') && Glued(at + 3))) {
    return YearsReading(at + 3, year, year / 100 * 100 + Digits(at + 2, 2));
  }
  if (Glued(at) && at > begin_ && !IsMark(at - 1, '(') && !IsMark(at - 1, '~') &&
      tokens_[at - 1].kind != TokenKind::kOpenQuote) {
    int before = 0;                                                              // 2014-2018
    const bool part = at >= begin_ + 2 && Info(at - 2).part != TimePart::kNone;  // mid-2025
    if (at < begin_ + 2 || !IsMark(at - 1, '-') || !(part || IsYear(at - 2, &before))) return {};
  }
  // "2022 soldiers": a number that counts; "MILEX 2025": a name.
  if (CountsNoun(at) || YearInName(at)) return {};
  Reading reading = YearReading(at + 1, year, false);
  if (Info(at + 1).season != 0 && !tokens_[at + 1].capital &&
      KeyAt(at + 2) != Key::kOf) {  // "2016 summer"
    reading = SeasonReading(at + 2, year, Info(at + 1).season, false);
  }
  // "2017 April".
  int month = 0;
  const uint32_t step = Month(at + 1, &month, true);
  if (step != 0 && !IsNumber(at + 1 + step)) {
    reading = MonthReading(at + 2, year, month, false);
  }
  return WithGivenYear(std::move(reading));
}

// "in nineteen ninety-six", only after what leads to a time.
Reading DateReader::YearInWords(uint32_t at) const {
  int year = 0;
  if (!TimePreposition(at)) return {};
  const uint32_t step = SpelledYear(at, &year);
  if (step == 0) return {};
  return WithGivenYear(YearReading(at + step, year, false));
}

// "the 1990s", "the '90s", "the 90s", "the 21st century".
Reading DateReader::Decade(uint32_t at) const {
  const bool the = KeyAt(at) == Key::kThe;
  uint32_t i = the ? at + 1 : at;
  const bool part =
      at > begin_ &&
      (Info(at - 1).part != TimePart::kNone ||
       (IsMark(at - 1, '-') && at > begin_ + 1 && Info(at - 2).part != TimePart::kNone));
  const bool short_form = IsMark(i, '\'') || part;
  if (IsMark(i, '\'')) ++i;
  if (Info(i).decade != 0) {
    if (!the && !part) return {};
    return DecadeReading(i + 1, 1900 + Info(i).decade, false);
  }
  const int number = Digits(i, 4);
  if (number < 0 && Info(i).ordinal == 0) return {};
  const uint32_t s = IsMark(i + 1, '\'') && Glued(i + 1) && Glued(i + 2) ? i + 2 : i + 1;
  if (s > i + 1 && Text(s) == "s" && number % 10 == 0 && number >= 1700 && number < 2100 && the) {
    return DecadeReading(s + 1, number, false);  // the 1980's
  }
  if (Text(i + 1) == "s" && number % 10 == 0) {
    if (Glued(i + 1) && number >= 1700 && number < 2000 && number % 100 == 0 && the)
      return UnitAround(i + 2, DayOf({number + 50, 1, 1}), TimeUnit::kCentury, false);
    if (Glued(i + 1) && number >= 1700 && number < 2100) return DecadeReading(i + 2, number, false);
    if ((the || short_form) && Glued(i + 1) && number >= 10 && number < 100) {
      return DecadeReading(i + 2, number + (number < 30 ? 2000 : 1900), false);
    }
  }
  int ordinal = 0;
  uint32_t step = DayNumber(i, &ordinal);
  if (step == 0) {
    step = OrdinalWord(i, &ordinal);
  } else if (step != 2) {
    return {};
  }
  if (step == 0) return {};
  i += IsMark(i + step, '-') ? step + 1 : step;
  if (UnitAt(i) == TimeUnit::kCentury && ordinal >= 2 && ordinal <= 22) {
    return UnitAround(i + 1, DayOf({ordinal * 100 - 50, 1, 1}), TimeUnit::kCentury, false);
  }
  return {};
}

// "Q3 2024", "2024 Q3", "Q3", "3Q 2024"; "H1 2024" only with its year.
Reading DateReader::QuarterName(uint32_t at) const {
  int year = 0;
  uint32_t i = at;
  const bool year_first = IsYear(i, &year);
  if (year_first) i = IsMark(i + 1, '-') ? i + 2 : i + 1;
  const bool turned = IsNumber(i) && Glued(i + 1) && Text(i).size() == 1 && Text(i + 1).size() == 1;
  const std::string_view name = turned ? Text(i + 1) : Text(i);
  if (name.size() != (turned ? 1u : 2u)) return {};
  const char number = turned ? Text(i)[0] : name[1];
  const bool half = name[0] == 'H' || name[0] == 'h';
  if ((!half && name[0] != 'Q' && name[0] != 'q') || number < '1' || number > (half ? '2' : '4'))
    return {};
  const int quarter = number - '0';
  i += turned ? 2 : 1;
  if (!year_first) {
    const uint32_t after = YearTold(i, &year);
    if (after == i) {
      if (!published_.known() || half || turned) return {};
      year = YearFor(at, quarter * 3 - 2, 1);
    }
    i = after;
  }
  return half ? HalfReading(i, year, quarter, false) : QuarterReading(i, year, quarter, false);
}

}  // namespace claimscope
