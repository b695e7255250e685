// Dates: here are tokens and the article's day, give me the words that say when, and the days they
// mean.
//
// TIMEX3 sense (TimeML): `value` is "2025-06", "2025-06-18", "2025-W26", "2025-Q2", "P2M", "PXW",
// "PRESENT_REF" ...; [from, to] are days. A day, month or weekday without a year is taken near the
// article's day: by tense (past unless a future verb stands before it), and years are carried along
// a narrative that names them. Of an undated article what is relative has no days, and its value an
// X for every digit that is not known ("XXXX-WXX-1").
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "claims/lexicon.h"
#include "claims/sentences.h"
#include "claims/tokens.h"
#include "model/day.h"

namespace claimscope {

struct DateMention {
  enum class Form : uint8_t { kDay, kPeriod, kDuration, kSet, kTimeOfDay };
  uint32_t begin, end;        // tokens; words such as "since" and "from" included
  uint32_t core_begin = 0;    // without them
  uint32_t second_begin = 0;  // "from A to B": where B begins; 0: one expression alone
  DayRange days;              // unknown for bare durations, sets, and when the article has no day
  TimeBasis basis = TimeBasis::kExplicit;
  Form form = Form::kDay;
  bool open_start = false;   // "since ..."
  DayRange clause;           // "since the bank cut rates in May": when it did
  bool compared = false;     // "the largest since ..."
  std::string value;         // TIMEX3
  std::string second_value;  // of B
};

std::vector<DateMention> FindDates(std::string_view text, const Tokens& tokens,
                                   const std::vector<Sentence>& sentences, const Lexicon& lexicon,
                                   Day published);

}  // namespace claimscope
