// Times that have a name (Christmas, the future, now), and those that come back (every Friday, on
// Mondays, quarterly).
#include <algorithm>

#include "claims/date_reader.h"

namespace claimscope {

// A value that names no day of its own.
Reading DateReader::Timeless(uint32_t end, std::string value) const {
  Reading reading;
  reading.end = end;
  reading.relative = true;
  reading.form = DateMention::Form::kSet;
  reading.value = std::move(value);
  return reading;
}

// "currently", "recently"; "current" before what it describes.
Reading DateReader::Present(uint32_t at) const {
  const Key key = KeyAt(at);
  if (key == Key::kNow || key == Key::kCurrent) return Timeless(at + 1, "PRESENT_REF");
  const bool recent = key == Key::kRecent || key == Key::kRecentAdjective;
  return recent ? Timeless(at + 1, "PAST_REF") : Reading{};
}

Day DateReader::Holiday(const Moment& moment, int year) const {
  Day day;
  if (moment.month == 0) {
    // Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher).
    const int a = year % 19, b = year / 100, c = year % 100;
    const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    const int sum = h + l - 7 * ((a + 11 * h + 22 * l) / 451) + 114;
    day = DayOf({year, sum / 31, sum % 31 + 1});
  } else if (moment.weekday == 0) {
    day = DayOf({year, moment.month, std::min<int>(moment.day, DaysInMonth(year, moment.month))});
  } else {
    const Day first = DayOf({year, moment.month, 1});
    const int wanted = moment.weekday - 1;
    const int to = (wanted - static_cast<int>(WeekdayOf(first)) + 7) % 7;
    day = first + (to + 7 * (std::max<int>(moment.week, 1) - 1));
    if (moment.week < 0) {
      while (day + 7 <= MonthEnd(first)) day = day + 7;
    }
  }
  return day + moment.shift;
}

// "Christmas", "last Easter", "Thanksgiving Day 2010", "these days", "quarterly".
Reading DateReader::NamedMoment(uint32_t at) const {
  const Key pointer = KeyAt(at);
  const bool pointed = pointer == Key::kLast || pointer == Key::kNext || pointer == Key::kThis ||
                       pointer == Key::kComing || pointer == Key::kFollowing;
  const uint32_t i = pointed && !MomentStarts(at) ? at + 1 : at;
  if (!MomentStarts(i)) return {};
  const auto match = lexicon_.moment_phrases.Longest(tokens_.data(), end_, i);
  if (!match) return {};
  const Moment& moment = lexicon_.moments[match.value];
  const uint32_t end = i + match.length;
  if (moment.after != 0 && (i == begin_ || tokens_[i - 1].word != moment.after)) return {};
  if (moment.alone && end < end_ && tokens_[end].kind == TokenKind::kWord &&
      tokens_[end].classes == 0) {
    return {};  // "future generations"
  }
  if (!moment.value.empty()) return Timeless(end, moment.value);
  // Without capitals only what is no other word: "on good friday", "at christmas", not "an
  // epiphany".
  const Key led = i > begin_ ? KeyAt(i - 1) : Key::kNone;
  if (!tokens_[i].capital && led != Key::kOn && led != Key::kAt && led != Key::kSince &&
      led != Key::kBefore && led != Key::kAfter && led != Key::kUntil && led != Key::kBy &&
      !pointed)
    return {};
  if (end < end_ && tokens_[end].kind == TokenKind::kWord && tokens_[end].capital &&
      tokens_[end].classes == 0) {
    return {};  // "Easter Island"
  }
  int year = 0;
  uint32_t after = YearAfter(end, &year);
  // "a New Year's Eve party in 2020"
  if (after == end && KeyAt(end + 1) == Key::kIn && tokens_[end].kind == TokenKind::kWord) {
    const uint32_t told = YearAfter(end + 2, &year);
    if (told != end + 2) after = told;
  }
  if (after == end) {
    if (!published_.known()) return Timeless(end, "XXXX-XX-XX");
    year = CivilOf(published_).year;
    const Day now = Holiday(moment, year);
    if (pointer == Key::kNext || pointer == Key::kComing || pointer == Key::kFollowing) {
      year += now <= published_;
    } else if (pointer == Key::kLast) {
      year -= now >= published_;
    } else if (pointer != Key::kThis && now > published_ + 30 && !FutureBefore(at)) {
      --year;
    }
  }
  Reading reading = DayReading(after, Holiday(moment, year), after == end);
  reading.year_given = after != end;
  return reading;
}

// "on Mondays", "weekends", "Friday nights".
Reading DateReader::Often(uint32_t at) const {
  const WordInfo& info = Info(at);
  if (info.weekday == 0 && info.unit != TimeUnit::kWeekend) return {};
  const bool parts = info.weekday != 0 &&
                     (KeyAt(at + 1) == Key::kDayPart || UnitAt(at + 1) == TimeUnit::kNight) &&
                     text_[tokens_[at + 1].end - 1] == 's';
  if (parts) {
    const std::string part =
        UnitAt(at + 1) == TimeUnit::kNight ? "TNI" : lexicon_.day_parts[Info(at + 1).day_part];
    return Timeless(at + 2, "XXXX-WXX-" + FormatNumbers("%d", info.weekday) + part);
  }
  const uint32_t size = tokens_[at].end - tokens_[at].begin;
  if (size < 7 || text_[tokens_[at].end - 1] != 's') return {};
  if (info.weekday == 0) return Timeless(at + 1, "XXXX-WXX-WE");
  return Timeless(at + 1, "XXXX-WXX-" + FormatNumbers("%d", info.weekday));
}

// "every two days", "every Monday", "each morning", "every summer".
Reading DateReader::Set(uint32_t at) const {
  double count = 1;
  bool vague = false;
  uint32_t i = at + 1;
  if (Text(i) == "other") {
    count = 2;
    ++i;
  } else if (Text(i) == "single") {
    ++i;
  } else if (Info(i).ordinal > 1 && Info(i + 1).unit > TimeUnit::kSecond) {
    count = Info(i).ordinal;  // "every third year"
    ++i;
  } else if (KeyAt(i) != Key::kA) {
    i += Count(i, &count, &vague);
  }
  const WordInfo& info = Info(i);
  const bool part = info.key == Key::kDayPart && info.day_part != 0;
  if (info.unit == TimeUnit::kNone && info.weekday == 0 && info.month == 0 && info.season == 0 &&
      !part) {
    return {};
  }
  if (info.unit == TimeUnit::kSecond && Has(i, Is::kOrdinal) && at + 1 == i) return {};
  std::string value;
  if (info.weekday != 0) {
    value = "XXXX-WXX-" + FormatNumbers("%d", info.weekday);
  } else if (info.month != 0) {
    value = "XXXX-" + FormatNumbers("%02d", info.month);
  } else if (info.season != 0) {
    value = std::string("XXXX-") + SeasonLetters(info.season);
  } else if (part) {
    value = "XXXX-XX-XX" + lexicon_.day_parts[info.day_part];
  } else if (info.unit == TimeUnit::kWeekend) {
    value = "XXXX-WXX-WE";
  } else {
    value = DurationValue(count, vague, info.unit);
  }
  return Timeless(i + 1, std::move(value));
}

}  // namespace claimscope
