// When it happened.
#include "base/strings.h"
#include "claims/composer.h"

namespace claimscope {

constexpr int kFar = 15 * 365;       // days
constexpr int kLongest = 31;         // days
constexpr int kWeek = 7;             // days
constexpr int kLongAgo = 365;        // days
constexpr uint32_t kStoryLead = 3;   // sentences
constexpr uint32_t kThan = 7;        // words from "than" to the day
constexpr uint32_t kCompared = 12;   // words from "compared" to the day
constexpr uint32_t kUtterance = 8;   // words between what was said and its day
constexpr uint32_t kBrackets = 12;   // words from a bracket to the day in it
constexpr uint32_t kAsideReach = 8;  // words from where an aside begins to its day

void Composer::SetTime(uint32_t begin, uint32_t end, Claim* claim) const {
  const DateMention* best = nullptr;
  int best_score = -9;
  // "since the bank cut rates in May" alone: it did so in May.
  const auto OfClause = [&](const DateMention& date) {
    return date.clause.known() && begin + 1 >= date.begin && begin < date.end &&
           end <= date.end + 1;
  };
  for (size_t d = date_begin_; d < date_end_; ++d) {
    const DateMention& date = a_.dates[d];
    if (!date.days.known() || date.form == DateMention::Form::kSet ||
        date.form == DateMention::Form::kDuration || date.form == DateMention::Form::kTimeOfDay)
      continue;
    // "the first since the invasion in 2022": measured by it.
    if (d > date_begin_ && a_.dates[d - 1].compared && date.begin <= a_.dates[d - 1].end + 1)
      continue;
    if (OfGrowth(date.begin) || OfSpeech(date) || (!OfClause(date) && !TellsWhen(date, begin)))
      continue;
    const bool inside = date.begin >= begin && date.begin < end;
    int score = inside ? 4 : 2;
    if (article_.date.known() && date.days.from > article_.date) --score;
    // "As of Monday": when it was counted, not since when.
    if (date.begin > 1 && Text(date.begin - 1) == "of" && AsciiLower(Text(date.begin - 2)) == "as")
      score -= 3;
    // "half of this year's sum": whose something is, beside when it happened.
    if (date.end < a_.tokens.size() && a_.tokens[date.end].glued && EndsWith(Text(date.end), "s") &&
        a_.tokens[date.end].end - a_.tokens[date.end].begin <= 4)
      score -= 2;
    const uint32_t told = inside ? BesideNoun(date, begin) : 0;
    if (told != 0 && a_.tokens[told - 1].mark == ',') continue;
    if (told != 0) --score;
    if (!inside && !SharedTime(date, begin)) continue;
    // "a year later, in October 2023"
    const bool closer = best != nullptr && score == best_score && date.begin == best->end + 2 &&
                        a_.tokens[best->end].mark == ',' && Has(best->end + 1, Is::kPreposition) &&
                        !best->open_start && date.days.from >= best->days.from &&
                        date.days.to <= best->days.to &&
                        (best->days.from < date.days.from || date.days.to < best->days.to);
    // "This year, Norway holds the talks on August 23"
    const bool finer = best != nullptr && inside && score >= best_score - 1 &&
                       best->begin <= a_.sentences[s_].begin + 1 && !best->open_start &&
                       best->basis == TimeBasis::kRelative &&
                       best->days.to > best->days.from + kLongest &&
                       date.days.from == date.days.to && date.days.from >= best->days.from &&
                       a_.tokens[best->end].mark == ',' && told == 0;
    if (score > best_score || closer || finer) {
      best_score = score;
      best = &date;
    }
  }
  if (best != nullptr) {
    claim->time = OfClause(*best) ? best->clause : best->days;
    claim->time_basis = best->basis;
    claim->time_span = BytesOf(a_.tokens, best->begin, best->end);
    return;
  }
  // "40 have been killed since then"
  for (uint32_t at = begin; at + 1 < end && !drafts_.empty(); ++at) {
    const Claim& last = drafts_.back().claim;
    if (!EqualsIgnoreAsciiCase(Text(at), "since") || Text(at + 1) != "then" ||
        last.time_basis == TimeBasis::kPublication || drafts_.back().sentence + 2 < s_ ||
        last.time.from >= article_.date)
      continue;
    claim->time = {last.time.from, article_.date};
    claim->time_basis = TimeBasis::kRelative;
    return;
  }
  if (GoesOnThen(begin, end, *claim)) {
    claim->time = drafts_.back().claim.time;
    claim->time_basis = drafts_.back().claim.time_basis;
    return;
  }
  if (story_.known() && !story_over_ && claim->mode == Mode::kOutlet &&
      ToldAsPast(begin, end, true)) {
    claim->time = story_;
    claim->time_basis = story_basis_;
    return;
  }
  claim->time = {article_.date, article_.date};
  claim->time_basis = TimeBasis::kPublication;
}

// The day that a story began with, as long as no other is told: "The truck hit a house on Tuesday.
// ... Crews freed the driver."
void Composer::FollowStory(const Draft& draft) {
  const Claim& claim = draft.claim;
  if (claim.time_basis == TimeBasis::kPublication || story_over_) return;
  const bool begins = !story_.known() && draft.sentence < kStoryLead &&
                      claim.time.from == claim.time.to && claim.time.from < article_.date &&
                      claim.time.from + kWeek >= article_.date;
  story_over_ =
      !begins && (!story_.known() || claim.time.from != story_.from || claim.time.to != story_.to);
  if (!begins) return;
  story_ = claim.time;
  story_basis_ = claim.time_basis;
}

// Is something done in the past, and nothing else told: "fell", "was hit"; not "was large"?
bool Composer::ToldAsPast(uint32_t begin, uint32_t end, bool done) const {
  bool past = false;
  for (uint32_t at = begin; at < end; ++at) {
    if (Has(at, Is::kHaveForm) || a_.tags[at].modal) return false;
    if (!a_.tags[at].OfClause()) continue;
    const bool was = Text(at) == "was" || Text(at) == "were";
    if (done && !past) {
      uint32_t verb = at;
      while (verb < end && a_.tags[verb].tag == Tag::kAuxiliary) ++verb;
      if (verb == end || (was && !a_.tags[verb].passive)) return false;
      const auto cue = pack_.lexicon.cue_phrases.Longest(a_.tokens.data(), end, verb);
      if (cue && pack_.lexicon.cues[cue.value].kind != CueKind::kThink) return false;
    }
    past = past || was || Has(at, Is::kVerbPast);
    if (!past) return false;
  }
  return past;
}

// "The town fell on Monday. It had held out for weeks; its defenders left": the paper goes on about
// what it has just dated, in the past and in the same paragraph.
bool Composer::GoesOnThen(uint32_t begin, uint32_t end, const Claim& claim) const {
  if (drafts_.empty() || claim.mode != Mode::kOutlet) return false;
  const Draft& last = drafts_.back();
  const Sentence& sentence = a_.sentences[s_];
  if ((Text(sentence.begin) == "Back" || Text(sentence.begin) == "Even") &&
      Text(sentence.begin + 1) == "then")
    return last.sentence + 2 >= s_ && last.claim.time.to < article_.date;
  if (last.claim.time_basis == TimeBasis::kPublication || last.claim.mode != Mode::kOutlet ||
      last.sentence + 1 < s_ || a_.sentences[last.sentence].paragraph != sentence.paragraph ||
      last.claim.time.to > article_.date || last.claim.time.to > last.claim.time.from + kLongest)
    return false;
  if (last.sentence != s_ && !Has(sentence.begin, Is::kPronoun) &&
      !Has(sentence.begin, Is::kArticle) && !Has(sentence.begin, Is::kPossessive))
    return false;
  return ToldAsPast(begin, end, false);
}

// "The largest since 1945", "the 2024 candidate", "in this century" say nothing of when.
bool Composer::TellsWhen(const DateMention& date, uint32_t begin) const {
  if (date.compared || date.days.from > date.days.to) return false;
  const bool known = article_.date.known();
  if (date.begin > 0 && a_.tokens[date.begin - 1].mark == '(' && date.end < a_.tokens.size() &&
      a_.tokens[date.end].mark == ')')
    return false;  // "the former president (1995-2005)"
  if (InBrackets(date.begin, begin)) return false;
  // "footage published on Sunday", "a study released last week": the day of the paper.
  uint32_t issued = date.begin;
  if (issued > 1 && Has(issued - 1, Is::kPreposition)) --issued;
  if (issued > 1 && Has(issued - 1, Is::kIssued) &&
      (a_.tags[issued - 1].tag == Tag::kParticiple || IsPaper(issued - 2)))
    return false;
  const bool on = date.begin > 0 && Text(date.begin - 1) == "on" && known &&
                  date.days.from <= article_.date;  // "before noon on Monday"
  if (!on && Pending(date.begin)) return false;
  // "Before the start of the offensive on 4 June, ..."
  const uint32_t first = a_.sentences[s_].begin;
  if (date.begin > first && date.begin < a_.sentences[s_].end && Beside(date.begin) &&
      Beside(first) && EqualsIgnoreAsciiCase(Text(first), "before"))
    return false;
  // "less than a year ago", "compared with the week before"
  bool words = true;  // "more than 40 people" says nothing of the day
  for (uint32_t i = date.begin, steps = 0; i-- > 0 && steps < kCompared; ++steps) {
    const std::string_view word = Text(i);
    const Token& token = a_.tokens[i];
    words = words && steps < kThan &&
            (token.kind == TokenKind::kWord ||
             (steps > 0 && (token.mark == '%' || (token.kind == TokenKind::kNumber && i > 0 &&
                                                  Has(i - 1, Is::kArticle)))));
    // A claim that begins with it is what is compared: "compared with 26 billion in March".
    if ((word == "than" && words) || (word == "compared" && i > begin) || word == "versus")
      return false;
    // "up from 4% in March", "from $4bn a year ago"
    if (word == "to" && ShareAt(i + 1) != 0) break;
    // "cut from 120 in 2022 to 58"
    if (word == "from" && date.end + 1 < a_.tokens.size() && Text(date.end) == "to" &&
        a_.tokens[date.end + 1].kind == TokenKind::kNumber &&
        a_.tokens[i + 1].kind == TokenKind::kNumber)
      return false;
    if (word == "from" && i > begin &&
        (ShareAt(i + 1) + 1 >= date.begin || Text(i - 1) == "up" || Text(i - 1) == "down"))
      return false;
    if (a_.tokens[i].mark == ',' || a_.tokens[i].mark == '.' || a_.tags[i].tag == Tag::kFinite)
      break;
  }
  if (known && date.days.from < article_.date && date.days.to > article_.date + kFar) return false;
  if (date.end - date.begin != 1 || date.begin == 0 || date.end >= a_.tokens.size() ||
      a_.tokens[date.begin].kind != TokenKind::kNumber)
    return true;
  // A year before a noun names the thing; "during the 2014 siege" still says when.
  const Token& next = a_.tokens[date.end];
  constexpr WordClasses kOther = Bit(Is::kPreposition) | Bit(Is::kAnd) | Bit(Is::kAuxiliary) |
                                 Bit(Is::kBut) | Bit(Is::kRelative) | Bit(Is::kTo) |
                                 Bit(Is::kSubordinator) | Bit(Is::kArticle) | Bit(Is::kPronoun);
  if (next.kind != TokenKind::kWord || next.glued || (next.classes & kOther) != 0 ||
      a_.tags[date.end].tag != Tag::kNone || a_.tokens[date.begin - 1].mark == ',')
    return true;
  for (uint32_t i = date.begin, steps = 0; i-- > 0 && steps < 3; ++steps) {
    if (Has(i, Is::kPreposition) || Has(i, Is::kSubordinator))
      return Text(i) != "of" && Text(i) != "to" && !After(i);  // "following the 2014 siege"
    if (a_.tags[i].tag == Tag::kFinite) break;
  }
  return false;
}

// "Koval (who left in 2016) said": told beside all the rest.
bool Composer::InBrackets(uint32_t at, uint32_t begin) const {
  for (uint32_t i = at, steps = 0; i-- > begin + 1 && steps < kBrackets; ++steps) {
    if (a_.tokens[i].mark == ')') return false;
    if (a_.tokens[i].mark == '(') return Has(i + 1, Is::kRelative);
  }
  return false;
}

// The end of the share or the sum that stands there; 0: none.
uint32_t Composer::ShareAt(uint32_t at) const {
  for (size_t q = quantity_begin_; q < quantity_end_; ++q) {
    const QuantityMention& mention = a_.quantities[q];
    if (mention.begin <= at && at < mention.number_end)
      return mention.money || mention.quantity.unit == "%" ? mention.end : 0;
  }
  return 0;
}

// "ahead of the vote in June", "amid an outcry over a 2023 film": the day of what is told beside
// the main clause, and is not the reason for it.
bool Composer::Pending(uint32_t at) const {
  const uint32_t begin = a_.sentences[s_].begin;
  if (at < begin || at >= a_.sentences[s_].end || !Beside(at)) return false;
  uint32_t from = at;
  while (from > begin && Beside(from - 1) && !Has(from, Is::kCircumstance)) --from;
  return Has(from, Is::kCircumstance) && !After(from) &&
         !EqualsIgnoreAsciiCase(Text(from), "since") && !EqualsIgnoreAsciiCase(Text(from), "until");
}

// "The harbour, built in 1990, was closed", "the truce that began in May was broken": told of a
// noun, not of what happened. Where that begins; 0: it is not.
uint32_t Composer::BesideNoun(const DateMention& date, uint32_t begin) const {
  const bool closed = date.end < a_.tokens.size() && a_.tokens[date.end].mark == ',';
  for (uint32_t at = date.begin, steps = 0; at-- > begin + 1 && steps < kAsideReach; ++steps) {
    if (a_.tokens[at].mark == ',')
      return closed && Has(at + 1, Is::kVerbPart) && !a_.tags[at + 1].OfClause() ? at + 1 : 0;
    const bool that = Text(at) == "that" && a_.tags[at + 1].OfClause();
    if (that || (Has(at, Is::kRelative) && Text(at) != "that"))
      return Text(at) != "where" && Text(at) != "when" ? at : 0;
    if (a_.tokens[at].kind == TokenKind::kOpenQuote || a_.tokens[at].mark == ';') return 0;
  }
  return 0;
}

// "Following", "after": what is told came later.
bool Composer::After(uint32_t at) const {
  const std::string word = AsciiLower(Text(at));
  return word == "following" || word == "after";
}

// A time at the head of the sentence, or of the figure's own list, holds for its other pieces
// too.
bool Composer::SharedTime(const DateMention& date, uint32_t begin) const {
  const Sentence& sentence = a_.sentences[s_];
  if (shares_ || date.begin <= sentence.begin + 1) return true;
  if (date.begin < begin && date.days.from <= article_.date) return true;
  return date.form == DateMention::Form::kPeriod &&
         (date.basis == TimeBasis::kRelative || date.open_start);
}

// "Speaking on Tuesday", "in a post on Tuesday", "in a May 16 note": what was said then; not "a
// border post on Tuesday".
bool Composer::OfUtterance(const DateMention& date) const {
  const uint32_t begin = a_.sentences[s_].begin;
  if (date.end < a_.tokens.size() && IsUtterance(date.end)) return true;
  if (date.end + 1 < a_.tokens.size() && Text(date.end) == "earnings" &&
      Text(date.end + 1) == "call")
    return true;
  // "said in a report last month"
  if (date.begin > begin + 3 && IsPaper(date.begin - 1) && Has(date.begin - 2, Is::kArticle) &&
      Text(date.begin - 3) == "in" && Has(date.begin - 4, Is::kSpeech))
    return true;
  for (uint32_t at = date.begin, steps = 0; at-- > begin && steps < kUtterance; ++steps) {
    if (a_.tokens[at].mark == ',' || a_.tokens[at].kind == TokenKind::kCloseQuote) return false;
    const std::string word = AsciiLower(Text(at));
    if (word == "speaking" || word == "writing" || word == "addressing" || word == "talking")
      return true;
    if (a_.tags[at].OfClause()) return false;
    if (IsUtterance(at)) return InUtterance(at);
  }
  return false;
}

bool Composer::IsPaper(uint32_t at) const {
  return pack_.lexicon.IsRole(a_.tokens, at + 1, at, kRolePaper);
}

// "statement", "post", "interview": what is said or written.
bool Composer::IsUtterance(uint32_t at) const {
  if (pack_.lexicon.IsRole(a_.tokens, static_cast<uint32_t>(a_.tokens.size()), at, kRoleWord))
    return true;
  const std::string_view word = Text(at);
  return word == "interview" || word == "briefing" || word == "address" || word == "conference" ||
         word == "note";
}

// "in a video message": a preposition leads to it.
bool Composer::InUtterance(uint32_t at) const {
  for (uint32_t i = at, steps = 0; i-- > a_.sentences[s_].begin && steps < 4; ++steps) {
    const std::string word = AsciiLower(Text(i));
    if (word == "in" || word == "during" || word == "to" || word == "on" || word == "at")
      return true;
    if (Has(i, Is::kPreposition) || a_.tags[i].tag == Tag::kFinite) return false;
  }
  return false;
}

// A day beside the cue dates the speaking: "said on Monday".
bool Composer::OfSpeech(const DateMention& date) const {
  if (attribution_begin_ < attribution_end_ && OfUtterance(date)) return true;
  for (size_t i = attribution_begin_; i < attribution_end_; ++i) {
    const Attribution& a = a_.attributions[i];
    if (a.cue_begin == a.cue_end || a.kind == CueKind::kSource) continue;
    // "on Tuesday announced new sanctions", "agreed on Sunday to let them go": done that day.
    if (!a.direct && a.content_begin >= a.cue_end && a.content_end <= a_.sentences[s_].end &&
        date.begin >= a.source_end && Text(a.content_begin) != "that" &&
        NoFinite(a.content_begin, a.content_end) && !NoFinite(a.cue_begin, a.cue_end) &&
        a.content2_begin == a.content2_end)
      continue;
    if (date.form == DateMention::Form::kPeriod && (date.open_start)) continue;
    // "said June was the hottest": what it says something of.
    if (date.begin == a.cue_end && date.end < a_.tokens.size() && a_.tags[date.end].OfClause())
      continue;
    // "The mayor, who took office in 2019, said": of who speaks; not "the court, in 2019, said".
    const bool parted = date.begin > a.source_begin + 2 && a_.tokens[date.begin - 2].mark == ',';
    if (date.begin > a.source_begin && date.end <= a.source_end && a.kind != CueKind::kThink &&
        !parted)
      return true;
    // "announced in 2019 that he would leave": so long ago the announcement is what is told.
    if (article_.date.known() && date.days.to + kLongAgo < article_.date &&
        date.days.to > date.days.from + kWeek)
      continue;
    // Right after the cue, "on"/"in" and commas aside; not "voted on Tuesday to".
    if ((a.kind != CueKind::kThink || Has(a.cue_begin, Is::kSpeech)) && date.begin >= a.cue_end &&
        date.begin <= a.cue_end + 2 && OnlyLinks(a.cue_end, date.begin))
      return true;
    if (date.begin >= a.source_end && a.source_begin >= a.cue_end &&
        date.begin <= a.source_end + 2 && OnlyLinks(a.source_end, date.begin))
      return true;
    // "told Reuters on Monday that ..."
    if (date.begin >= a.cue_end && date.end <= a.content_begin && date.end + 1 >= a.content_begin &&
        a.kind != CueKind::kThink && date.days.from == date.days.to)
      return true;
    // "On Monday, the mayor said ...", before all else.
    const uint32_t comma =
        date.end + (date.end < a_.tokens.size() && a_.tokens[date.end].mark == ',');
    if (date.begin <= a_.sentences[s_].begin + 1 && a.kind == CueKind::kSay &&
        date.basis == TimeBasis::kRelative && date.days.from + kWeek >= article_.date &&
        date.days.from == date.days.to && comma == a.source_begin && a.source_begin < a.cue_begin &&
        a.content_begin >= a.cue_end)
      return true;
    // Between the source and the cue: "Russia on Sunday announced"; not "in 2023 announced".
    if (date.days.to <= date.days.from + kWeek && date.begin >= a.source_begin &&
        date.end <= a.cue_begin + 1 && a.source_begin < a.cue_begin && date.end > a.source_end &&
        a.source_end <= a.cue_begin && NoFinite(a.source_end, date.begin))
      return true;
    // After an addressee or a place of speaking: "told a news conference Monday", "said on his
    // channel on Wednesday".
    if (date.begin > a.cue_end && date.begin <= a.cue_end + 12 && a.content_end <= a.cue_begin &&
        NoVerb(a.cue_end, date.begin))
      return true;
  }
  return false;
}

bool Composer::OnlyLinks(uint32_t from, uint32_t to) const {
  for (uint32_t i = from; i < to; ++i) {
    if (!Has(i, Is::kPreposition) && a_.tokens[i].mark != ',' && !Has(i, Is::kAdverb)) return false;
  }
  return true;
}

bool Composer::NoFinite(uint32_t from, uint32_t to) const {
  for (uint32_t i = from; i < to; ++i) {
    if (a_.tags[i].tag == Tag::kFinite) return false;
  }
  return true;
}

bool Composer::NoVerb(uint32_t from, uint32_t to) const {
  for (uint32_t i = from; i < to; ++i) {
    if (a_.tags[i].tag != Tag::kNone || a_.tokens[i].mark == ',') return false;
  }
  return true;
}

}  // namespace claimscope
