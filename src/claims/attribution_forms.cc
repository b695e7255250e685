// Verbs that report, in other forms than "X said": passives, participles, "is convinced that", "put
// the damage at".
#include "base/strings.h"
#include "claims/attributor.h"

namespace claimscope {

constexpr uint32_t kAddressee = 12;  // words for who is told

// "was described by the mayor as a ruin": who says it stands behind "by".
void Attributor::PassiveCue(uint32_t at, uint32_t cue_end, const Cue& cue) {
  if (ReportedIn(at, cue_end)) return;
  if (Text(cue_end) != "by" || at == begin_) return;
  uint32_t stop = NounPhraseEnd(cue_end + 1);
  // "blamed by the rebels for the attack"
  for (uint32_t i = cue_end + 2; i + 1 < stop; ++i) {
    if (Text(i) == "for" && Has(i + 1, Is::kArticle)) stop = i;
  }
  if (stop == cue_end + 1) return;
  Attribution a = Make(at, cue_end, CueKind::kSay);
  a.status = cue.status;
  a.source_begin = cue_end + 1;
  a.source_end = stop;
  a.content_begin = LastSaid();
  a.content_end = at;
  a.content2_begin = stop;
  a.content2_end = ContentEnd(stop);
  // "This was stated by the mayor."
  const std::string first = AsciiLower(Text(begin_));
  if ((first == "this" || first == "that") && GroupStart(at) == begin_ + 1) {
    a.content_begin = a.content_end = begin_;
    a.content2_begin = a.content2_end = 0;
    a.back = true;
  }
  Push(std::move(a));
}

// "In the report of the staff, it was said that ...", "It was said at the ministry that ...".
bool Attributor::ReportedIn(uint32_t at, uint32_t cue_end) {
  const uint32_t group = GroupStart(at);
  if (group == begin_ || !EqualsIgnoreAsciiCase(Text(group - 1), "it")) return false;
  const auto leads = [this](uint32_t i) {
    return EqualsIgnoreAsciiCase(Text(i), "in") || EqualsIgnoreAsciiCase(Text(i), "at");
  };
  const bool before = IsThat(cue_end) && group > begin_ + 3 && leads(begin_);
  const uint32_t lead = before ? begin_ : cue_end;
  const bool at_body = group == begin_ + 1 && leads(cue_end) && Has(cue_end + 1, Is::kArticle);
  if (!before && !at_body) return false;  // "it was reported in Oslo"
  const uint32_t stop = NounPhraseEnd(lead + 1);
  const uint32_t that = before ? cue_end : stop;
  if (stop <= lead + 1 || !IsThat(that) || (before && stop + Mark(stop, ',') + 1 != group) ||
      !speakers_.CanSpeak(lead + 1, stop))
    return false;
  Attribution a = Make(at, cue_end, CueKind::kSay);
  a.source_begin = lead + 1;
  a.source_end = stop;
  a.content_begin = that;
  a.content_end = ContentEnd(that);
  Push(std::move(a));
  return true;
}

// "as saying"
bool Attributor::AsSaying(uint32_t as) const {
  return Text(as) == "as" && Has(as + 1, Is::kSpeech) && Has(as + 1, Is::kVerbIng);
}

// "The mayor was quoted by the agency as saying the town will hold": who stands before it says it.
bool Attributor::QuotedAs(uint32_t at, uint32_t cue_end) {
  const uint32_t as = Text(cue_end) == "by" ? NounPhraseEnd(cue_end + 1) : cue_end;
  if (!AsSaying(as)) return false;
  const uint32_t group = GroupStart(at);
  Attribution a = Make(at, as + 2, CueKind::kSay);
  if (group == begin_ || !Subject(group, &a)) return false;
  const bool tag = as + 2 >= end_ || Mark(as + 2, '.');
  a.content_begin = tag ? LastSaid() : as + 2;
  a.content_end = tag ? a.source_begin : ContentEnd(as + 2);
  Push(std::move(a));
  return true;
}

// "The mayor is convinced that the town will hold."
void Attributor::BeCue(uint32_t at, uint32_t cue_end) {
  // "is convinced the town will hold"
  const bool clause =
      cue_end < end_ &&
      (tokens_[cue_end].capital || Has(cue_end, Is::kArticle) || Pronoun(cue_end)) &&
      FiniteIn(cue_end, NextStop(cue_end));
  if (!IsThat(cue_end) && !clause) return;
  uint32_t verb = at;
  while (verb > begin_ && !Finite(verb) && Has(verb - 1, Is::kAdverb) &&
         !Has(verb - 1, Is::kNegation))
    --verb;
  if (!Finite(verb) && verb > begin_) --verb;
  const TagInfo& info = tags_[verb];
  if (info.tag != Tag::kFinite || info.modal || info.negated ||
      !(info.passive || Has(verb, Is::kBeForm)))
    return;
  const uint32_t group = GroupStart(verb);
  Attribution a = Make(at, cue_end, CueKind::kSay);
  if (group == begin_ || !Subject(group, &a)) return;
  const std::string who = AsciiLower(Text(a.source_begin));
  if (who == "it" || who == "i" || who == "we") return;  // "it is certain that", "I am sure that"
  if (Has(a.source_begin, Is::kNegation) ||
      (a.source_begin > begin_ + 1 && Has(a.source_begin - 1, Is::kSubordinator)))
    return;
  a.content_begin = cue_end;
  a.content_end = ContentEnd(cue_end);
  Push(std::move(a));
}

// "The agency quoted the mayor as saying the town will hold": it is the mayor who says it.
bool Attributor::Quotes(uint32_t cue_end, Attribution* a) const {
  const uint32_t as = NounPhraseEnd(cue_end);
  if (as <= cue_end || !AsSaying(as)) return false;
  const bool tag = as + 2 >= end_ || Mark(as + 2, '.') || Mark(as + 2, ',');
  a->content_begin = tag ? LastSaid() : as + 2;
  a->content_end = tag ? a->source_begin : ContentEnd(as + 2);
  a->source_begin = cue_end;
  a->source_end = as;
  a->kind = CueKind::kSay;
  return true;
}

// "put the damage at $40 million": a figure that is put on something.
bool Attributor::PutsAt(uint32_t cue_end) const {
  if (Has(cue_end, Is::kPreposition) || Has(cue_end, Is::kAdverb)) return false;  // "put forward"
  uint32_t i = cue_end + 1;
  while (i < end_ && Text(i) != "at") {
    if (Finite(i) || Mark(i, ',') || i > cue_end + kMaxNounPhrase) return false;
    ++i;
  }
  for (uint32_t steps = 0; ++i < end_ && steps < kMaxFigureLead; ++steps) {
    if (tokens_[i].kind == TokenKind::kNumber || Has(i, Is::kNumber) || Has(i, Is::kVague))
      return true;
  }
  return false;
}

// "called it a crime", "described the raid as the largest": an object and what it is said to be.
bool Attributor::Names(uint32_t from, uint32_t to) const {
  if (Has(from, Is::kPreposition) && !Has(from, Is::kPronoun)) return false;
  for (uint32_t i = from; i < to && !Mark(i, ','); ++i) {
    if (Open(i) || (i > from && Text(i) == "as")) return true;
    // "called the claim absurd"
    if (i > from && lexicon_.status_predicates.Longest(tokens_.data(), to, i)) return true;
    if (i > from && Has(i, Is::kArticle) && !Has(i, Is::kPronoun) &&
        !Has(i - 1, Is::kPreposition) && tags_[i - 1].tag == Tag::kNone)
      return true;
  }
  return false;
}

// "Petro Koval reported from Kyiv": who wrote the story.
bool Attributor::Byline(uint32_t at, uint32_t cue_end) const {
  const std::string_view word = Text(at);
  return (word == "reported" || word == "contributed" || word == "reporting") &&
         (Text(cue_end) == "from" || Text(cue_end) == "to") && cue_end + 1 < end_ &&
         tokens_[cue_end + 1].capital;
}

// "posted on X saying", "wrote to the court saying": the first verb after the source leads straight
// to a preposition.
bool Attributor::Posts(uint32_t source_end, uint32_t saying) const {
  uint32_t verb = source_end;
  while (verb < saying && !Finite(verb)) ++verb;
  const std::string_view lead = Text(verb + 1);
  return words_.Info(tokens_[saying].word).lemma != say_ || lead == "on" || lead == "to" ||
         lead == "in";
}

// ", stressing that": the source of the sentence goes on.
void Attributor::Participle(uint32_t at, uint32_t cue_end, const Cue& cue) {
  if (cue.kind == CueKind::kThink || cue.kind == CueKind::kHold) return;
  const bool content = IsThat(cue_end) || Open(cue_end) || Has(cue_end, Is::kArticle) ||
                       FiniteIn(cue_end, end_) || Mark(cue_end, ':');
  if (!content || at == begin_) return;
  const uint32_t prior = at - 1;
  if (cue.kind == CueKind::kWeak && !IsThat(cue_end) && !Open(cue_end)) return;
  if (cue.clause && !IsThat(cue_end) && !Open(cue_end) && !Mark(cue_end, ':') &&
      !Pronoun(cue_end) && !FiniteIn(cue_end, NextStop(cue_end)))
    return;  // "adding pressure"
  if (Has(prior, Is::kPreposition) && !IsThat(cue_end)) return;
  // "with Mayor Anna Berg saying", "with a soldier telling the paper that"
  const uint32_t start = NounPhraseStart(at);
  const bool with = start > begin_ && start < at && Text(start - 1) == "with";
  bool told = false;
  for (uint32_t i = cue_end; with && i < end_ && i < cue_end + kAddressee && !told; ++i)
    told = IsThat(i);
  if (!told && !Mark(prior, ',') && !IsThat(cue_end) && !Open(cue_end) && !Has(prior, Is::kAnd) &&
      !speakers_.IsMade(prior) &&                      // "published a post claiming ..."
      (words_.Info(tokens_[at].word).lemma != say_ ||  // "posted on X saying ..."
       AsSaying(prior) || tags_[prior].tag != Tag::kNone))
    return;
  Attribution a = Make(at, cue_end, cue.kind);
  a.status = cue.status;
  if (with && !speakers_.CanSpeak(start, at)) return;
  if (with) {
    a.source_begin = start;
    a.source_end = at;
  } else if (found_.size() > first_) {
    a.source_begin = found_.back().source_begin;
    a.source_end = found_.back().source_end;
    SaidBy(found_.back(), &a);
  } else if (!MainSubject(at, &a) || (!Mark(prior, ',') && !Posts(a.source_end, at)) ||
             (a.source_end < at && Finite(a.source_end) && tags_[a.source_end].passive)) {
    return;
  }
  a.content_begin = cue_end;
  a.content_end = end_;
  Push(std::move(a));
}

}  // namespace claimscope
