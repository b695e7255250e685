// Times of day: 8:30 p.m., 0930 GMT, noon on Friday, in the morning of 3 May.
#include <algorithm>

#include "base/strings.h"
#include "claims/date_reader.h"

namespace claimscope {

// "a.m.", "pm", "P.M." at `at`: 0 or 12 hours more; the tokens it takes, 0: none.
uint32_t DateReader::HalfOfDay(uint32_t at, bool* afternoon) const {
  const std::string_view word = Text(at);
  if (word.empty() || word.size() > 2) return 0;
  *afternoon = AsciiLower(word[0]) == 'p';
  if (!*afternoon && AsciiLower(word[0]) != 'a') return 0;
  if (word.size() == 2) return AsciiLower(word[1]) == 'm' ? 1 : 0;
  const bool pointed = IsMark(at + 1, '.') && Glued(at + 1) && Glued(at + 2);
  if (!pointed || (Text(at + 2) != "m" && Text(at + 2) != "M")) return 0;
  return IsMark(at + 3, '.') && Glued(at + 3) ? 4 : 3;
}

// "at 12.30", "after 14.00": hours and minutes with a point between, where no unit or noun follows.
bool DateReader::DottedClock(uint32_t at, uint32_t end) const {
  if (at == begin_ || Text(at).size() != 5) return false;
  const Key lead = KeyAt(at - 1);
  const bool led = lead == Key::kAt || lead == Key::kUntil || lead == Key::kBefore ||
                   lead == Key::kAfter || Text(at - 1) == "around";
  if (!led) return false;
  if (end >= end_ || tokens_[end].kind != TokenKind::kWord) return !IsMark(end, '%');
  constexpr WordClasses kGoesOn = Bit(Is::kPreposition) | Bit(Is::kAnd) | Bit(Is::kBut) |
                                  Bit(Is::kPronoun) | Bit(Is::kArticle) | Bit(Is::kAdverb) |
                                  Bit(Is::kRelative) | Bit(Is::kSubordinator);
  return (tokens_[end].classes & kGoesOn) != 0 || Info(end).zone || Text(end) == "local";
}

// Hours and minutes in digits; the token after them, 0: none.
uint32_t DateReader::ClockDigits(uint32_t at, int* hour, int* minute) const {
  if (at > begin_ && Glued(at) && tokens_[at - 1].mark != '(') return 0;
  *minute = 0;
  uint32_t end = at + 1;
  bool sure = false;
  if (tokens_[at].decimal) {  // 8.30pm
    const std::string_view text = Text(at);
    const size_t point = text.find('.');
    int64_t hours = 0, minutes = 0;
    if (text.size() - point != 3 || !ParseInt(text.substr(0, point), &hours) ||
        !ParseInt(text.substr(point + 1), &minutes) || hours > 24) {
      return 0;
    }
    *hour = static_cast<int>(hours);
    *minute = static_cast<int>(minutes);
    sure = DottedClock(at, end);
    if (hours > 12 && !sure) return 0;
  } else if (IsMark(end, ':') && Glued(end) && Glued(end + 1) && Text(end + 1).size() == 2) {
    *hour = Digits(at, 2);
    *minute = Digits(end + 1, 2);
    end += 2;
    sure = !(IsMark(end, ':') && Glued(end));
    if (!sure) return 0;
  } else if (Text(at).size() == 4 && Info(at + 1).zone && tokens_[at + 1].all_caps) {  // 0930 GMT
    const int digits = Digits(at, 4);
    *hour = digits / 100;
    *minute = digits % 100;
    sure = true;
  } else {
    *hour = Digits(at, 2);
  }
  if (*hour < 0 || *hour > 24 || *minute < 0 || *minute > 59) return 0;
  bool afternoon = false;
  if (const uint32_t half = HalfOfDay(end, &afternoon); half != 0 && *hour <= 12) {
    *hour = *hour % 12 + (afternoon ? 12 : 0);
    return end + half;
  }
  // "1:20" may be odds or a score: two digits of hours, a zone, or a word of time before it.
  const Key lead = at > begin_ ? KeyAt(at - 1) : Key::kNone;
  sure = sure && (tokens_[at].decimal || Text(at).size() == 2 || Text(at).size() == 4 ||
                  Info(end).zone || Text(end) == "local" || lead == Key::kAt || lead == Key::kBy ||
                  lead == Key::kFrom || lead == Key::kUntil || lead == Key::kSince);
  return sure ? end : 0;
}

// The day that a time without one belongs to: the one named after it, before it in the sentence,
// else the day of writing. `end` moves behind the day where it stands right after the time.
Reading DateReader::DayOfClock(uint32_t* end) {
  uint32_t i = *end;
  const bool joined = KeyAt(i) == Key::kOf;
  if (KeyAt(i) == Key::kOn || IsMark(i, ',') || joined) ++i;
  if (CanStart(i) && !IsNumberOfTime(i)) {
    for (const Reading& day : {Weekday(i), NamedDay(i), MonthDay(i), DayMonth(i)}) {
      if (!day || day.grain != Grain::kDay) continue;
      if (i == *end || joined) *end = day.end;
      return day;
    }
  }
  if (told_day_.known() && day_sentence_ == sentence_) return DayReading(*end, told_day_, true);
  Reading today = DayReading(*end, published_, true);
  today.form = DateMention::Form::kTimeOfDay;
  return today;
}

// A number that begins another time.
bool DateReader::IsNumberOfTime(uint32_t at) const {
  int hour = 0, minute = 0;
  return IsNumber(at) && ClockDigits(at, &hour, &minute) != 0;
}

Reading DateReader::AtTime(uint32_t end, const std::string& time) {
  const uint32_t before = end;
  Reading day = DayOfClock(&end);
  if (end == before) day.form = DateMention::Form::kTimeOfDay;
  day.end = end;
  day.value = day.value.substr(0, 10) + time;
  return day;
}

bool DateReader::IsOClock(uint32_t at) const {
  return at < end_ && tokens_[at].mid_apostrophe && EndsWith(Text(at), "clock");
}

// "8:30 p.m.", "15:30", "0930 GMT", "7 o'clock", "10 a.m. EST Wednesday".
Reading DateReader::Clock(uint32_t at) {
  int hour = 0, minute = 0;
  uint32_t end = ClockDigits(at, &hour, &minute);
  if (end == 0) {
    end = at + 1;
    if (!IsOClock(end)) return {};
    hour = IsNumber(at) ? Digits(at, 2) : static_cast<int>(Info(at).number);
    if (hour < 1 || hour > 12) return {};
    ++end;
    const bool told = KeyAt(end) == Key::kIn && KeyAt(end + 1) == Key::kThe;
    if (told && Info(end + 2).day_part != 0) {  // in the evening
      const bool late = lexicon_.day_parts[Info(end + 2).day_part] != "TMO";
      hour = hour % 12 + (late ? 12 : 0);
      end += 3;
    }
  }
  if (Info(end).zone && tokens_[end].all_caps) {
    ++end;
  } else if (Text(end + 1) == "time" && (Text(end) == "local" || tokens_[end].capital)) {
    end += 2;  // local time, Moscow time
  }
  return AtTime(end, "T" + FormatNumbers("%02d:%02d", hour, minute));
}

// "at noon", "in the morning", "by dawn on Saturday", "the morning of 3 May".
Reading DateReader::PartOfDay(uint32_t at) {
  const bool the = KeyAt(at) == Key::kThe;
  const uint32_t i = the ? at + 1 : at;
  if (KeyAt(i) != Key::kDayPart || Info(i).day_part == 0) return {};
  const std::string& value = lexicon_.day_parts[Info(i).day_part];
  const bool plural = text_[tokens_[i].end - 1] == 's';
  const Key before = at > begin_ ? KeyAt(at - 1) : Key::kNone;
  const bool led = before == Key::kAt || before == Key::kBy || before == Key::kUntil ||
                   before == Key::kSince || before == Key::kBefore || before == Key::kAfter ||
                   before == Key::kFrom || before == Key::kIn || before == Key::kDuring ||
                   before == Key::kTo;
  if (plural) {
    if (!led) return {};
    Reading set;
    set.end = i + 1;
    set.form = DateMention::Form::kSet;
    set.value = "XXXX-XX-XX" + value;
    return set;
  }
  const uint32_t day = KeyAt(i + 1) == Key::kOn || KeyAt(i + 1) == Key::kOf ? i + 2 : i + 1;
  const bool dated = Info(day).weekday != 0 || Info(day).month != 0 || IsNumber(day);
  if (!led && !(the && dated)) return {};
  if (!dated && i + 1 < end_ && tokens_[i + 1].kind == TokenKind::kWord &&
      tokens_[i + 1].classes == 0) {
    return {};  // "at evening classes"
  }
  return AtTime(i + 1, value);
}

}  // namespace claimscope
