// Verbs that report: who says it, and which words are said.
#include <algorithm>

#include "base/strings.h"
#include "claims/attributor.h"

namespace claimscope {
namespace {

constexpr uint32_t kReadReach = 2;  // sentences back to what is read
constexpr uint32_t kTimeReach = 6;  // words from "time" to the verb of what was then

}  // namespace

// "The envoy contrasted Norway's claims that ...", "rejected Russian reports that": a noun behind a
// verb that tells nothing itself.
bool Attributor::Object(const Attribution& a) const {
  constexpr WordClasses kNoVerb = Bit(Is::kSpeech) | Bit(Is::kAuxiliary);
  const uint32_t verb = a.source_begin - 1;
  return Has(a.cue_begin, Is::kNounToo) && Has(a.cue_begin, Is::kVerbS) &&
         a.source_begin > begin_ + 1 && a.source_end > a.source_begin &&
         tags_[verb].tag == Tag::kFinite && (tokens_[verb].classes & kNoVerb) == 0 &&
         !Pronoun(a.source_begin);
}

// "It was the first time Norway announced ...": that it did is what is told.
bool Attributor::FirstTime(uint32_t group) const {
  for (uint32_t i = group, steps = 0; i-- > begin_ + 1 && steps < kTimeReach; ++steps) {
    if (tokens_[i].kind != TokenKind::kWord || tags_[i].OfClause() || Has(i, Is::kSubordinator))
      return false;
    if (Text(i) == "time") return Has(i - 1, Is::kOrdinal) || Text(i - 1) == "last";
  }
  return false;
}

// "talked about the war by phone with Petro Koval": that they did is what is told.
bool Attributor::TalksWith(uint32_t at, uint32_t cue_end) const {
  if (!StartsWith(Text(at), "talk")) return false;
  for (uint32_t i = cue_end; i + 1 < end_ && !Mark(i, ','); ++i) {
    if (Text(i) == "with" && (tokens_[i + 1].capital || Has(i + 1, Is::kPossessive))) return true;
  }
  return false;
}

// `"The town stands," we read in the bulletin of the army`: the bulletin's; alone it is whose words
// were told last.
bool Attributor::WeRead(uint32_t at, uint32_t cue_end) {
  if (at <= begin_ + 1 || Text(at) != "read" || Text(at - 1) != "we" ||
      !(Close(at - 2) || Mark(at - 2, ',') || Mark(at - 2, '-') || Mark(at - 2, '~')))
    return false;
  Attribution a = Make(at, cue_end, CueKind::kSay);
  a.content_begin = begin_;
  a.content_end = at - 1;
  if (Text(cue_end) == "in" || Text(cue_end) == "on") {
    a.source_begin = cue_end + 1;
    a.source_end = NounPhraseEnd(cue_end + 1);
  } else {
    const auto last = std::find_if(found_.rbegin(), found_.rend(), [&](const Attribution& before) {
      return (!before.claimant.empty() && before.kind != CueKind::kThink) ||
             before.sentence + kReadReach < sentence_;
    });
    if (last == found_.rend() || last->sentence + kReadReach < sentence_) return true;
    SaidBy(*last, &a);
  }
  Push(std::move(a));
  return true;
}

void Attributor::VerbCue(uint32_t at, uint32_t cue_end, const Cue& cue) {
  if (WeRead(at, cue_end)) return;
  // "has added three million addresses", "contended with a bad year": done, not said.
  const bool counts = cue_end < end_ && (tokens_[cue_end].kind == TokenKind::kNumber ||
                                         Has(cue_end, Is::kNumber) || Has(cue_end, Is::kVague));
  if (cue.clause && (counts || Text(cue_end) == "with") && !Close(at - (at > begin_))) return;
  // "from the Baltic states to the south": a noun, unless it opens what is stated.
  if (Text(at) == "states" && !IsThat(cue_end) && !Open(cue_end) && !Mark(cue_end, ':') &&
      !Mark(cue_end, ','))
    return;
  const TagInfo& info = tags_[at];
  if (info.tag == Tag::kIng) return Participle(at, cue_end, cue);
  if (info.tag == Tag::kFinite && info.passive && QuotedAs(at, cue_end)) return;
  if (info.tag == Tag::kFinite && info.passive && cue.status == ClaimStatus::kAsserted &&
      (cue.kind == CueKind::kSay || cue.kind == CueKind::kName)) {
    // "is not recognised by anybody"
    if (!info.negated) PassiveCue(at, cue_end, cue);
    return;
  }
  if (info.tag != Tag::kFinite || info.passive) {
    // `, said X`, `" says X`: a form the tagger may take for a noun.
    const bool after_mark = at > begin_ && (Mark(at - 1, ',') || Close(at - 1));
    // `," write Berg and Koval`
    const bool plural = info.tag != Tag::kAuxiliary && at > begin_ && Close(at - 1) &&
                        cue_end < end_ && tokens_[cue_end].NameLike();
    if (!(info.tag == Tag::kParticiple && after_mark) && !plural && !TagOfNoun(at, cue_end, cue))
      return;
  }
  if (Byline(at, cue_end)) return;
  // "gathered for talks about": a noun
  if (at > begin_ && Has(at - 1, Is::kPreposition) && Has(at, Is::kVerbS)) return;
  // "a city said to be lost"
  if (Text(at) == "said" && Has(cue_end, Is::kTo) &&
      (Text(cue_end + 1) == "be" || Text(cue_end + 1) == "have"))
    return;
  const uint32_t group = GroupStart(at);
  if (group == begin_ && !FollowsQuote()) return;
  // What somebody holds to be so is thought, unless a clause tells it.
  const CueKind kind = cue.kind == CueKind::kHold ? CueKind::kThink : cue.kind;
  Attribution a = Make(at, cue_end, kind);
  // "denied that", "denied killing", "denies it plans to"; not "denied them visas".
  const bool denies = cue.status == ClaimStatus::kDenied;
  if (!denies || IsThat(cue_end) || (cue_end < end_ && tags_[cue_end].tag == Tag::kIng) ||
      (Pronoun(cue_end) && FiniteIn(cue_end, NextStop(cue_end))))
    a.status = cue.status;
  if (Inversion(at, group, cue_end, cue, &a)) return;
  if (group == begin_) return;
  if (!Subject(group, &a)) return;
  if (FirstTime(group) || TalksWith(at, cue_end)) return;
  // "worse than Norway says": not what Norway says.
  if (a.source_begin > begin_ && Text(a.source_begin - 1) == "than" &&
      tokens_[a.source_begin].capital)
    return;
  if (Quotes(cue_end, &a)) return Push(std::move(a));
  if (IsThat(cue_end) && Object(a)) return;
  const uint32_t source = a.source_end > a.source_begin ? a.source_begin : group;
  // "it reported on the flood": what it did.
  if (Text(cue_end) == "on" && words_.Info(tokens_[at].word).lemma == report_ &&
      cue_end + 1 < end_ && !tokens_[cue_end + 1].capital &&
      !IsMeans(tokens_[cue_end + 1], lexicon_) && !IsMeans(tokens_[cue_end + 2], lexicon_) &&
      a.source_begin == begin_ && !Open(NextStop(cue_end)) && !FiniteIn(cue_end, NextStop(cue_end)))
    return;
  // "The bridge fell, Koval has confirmed, amid reports that ...": the tag ends at its comma.
  const bool closed = source > begin_ + 1 && Mark(source - 1, ',') && Mark(cue_end, ',') &&
                      FiniteIn(LastSaid(), source);
  const uint32_t follow = closed ? cue_end : SkipAdjuncts(cue_end);
  // "has not commented on it"
  if (info.negated && cue.kind == CueKind::kSay && cue.status == ClaimStatus::kAsserted &&
      !IsThat(follow) && !Open(follow) && !FiniteIn(cue_end, end_))
    return;
  // "nobody has said who"
  if (Has(source, Is::kNegation) && Has(cue_end, Is::kQuestion)) return;
  const bool beside = source > begin_ && Has(source - 1, Is::kSubordinator);
  if (cue.tells && !beside &&
      (speakers_.IsPaper(source, group) ||
       (CountsSoon(cue_end) && speakers_.IsMonitor(source, group))))
    a.kind = CueKind::kSay;
  if (cue.kind == CueKind::kRate) {
    if (!PutsAt(cue_end)) return;
    a.kind = CueKind::kSay;
  }
  // "..., as the mayor noted."
  const bool as =
      source > begin_ + 1 && Text(source - 1) == "as" && Mark(source - 2, ',') &&
      !EndsWith(Text(source), "thing") &&
      (cue_end >= end_ || tokens_[cue_end].kind == TokenKind::kMark ||
       (Has(cue_end, Is::kPreposition) && !Has(cue_end, Is::kTo)) || Has(cue_end, Is::kAdverb));
  const uint32_t edge = as ? source - 1 : source;
  const bool before_mark =
      edge > begin_ && (Mark(edge - 1, ',') || Close(edge - 1) || Mark(edge - 1, '~'));
  const bool block = Mark(end_ - 1, ':');
  const bool opens = IsThat(follow) || Open(follow) || Mark(follow, ':') || block;
  const bool after_quote =
      source > begin_ && (Close(source - 1) || (source >= begin_ + 2 && Close(source - 2)));
  const bool after_comma = edge > begin_ && Mark(edge - 1, ',') && FiniteIn(begin_, source) &&
                           !FiniteIn(cue_end, NextStop(cue_end));
  const bool bare = follow >= end_ || (Mark(follow, '.') && follow + 1 >= end_);
  const bool tag = bare && source == begin_ && FollowsQuote();  // `"Who?" Koval asked.`
  // "found a way out: it ...": what stands before the colon is found, not said.
  const bool speaks = Pronoun(source) || speakers_.HasActor(source, group, false) ||
                      speakers_.HasPerson(source, group);
  const bool object = Mark(follow, ':') && !Open(follow + 1) && !block &&
                      ((follow > cue_end && Has(cue_end, Is::kArticle)) || !speaks);
  if (a.kind != CueKind::kThink && a.kind != CueKind::kVow && AsTold(source, at, cue_end)) {
    a.kind = CueKind::kSay;
    a.content_begin = NextStop(cue_end) + 1;
    a.content_end = end_;
    a.whole = true;
    return Push(std::move(a));
  }
  if (cue.behind || (cue.back && PointsBack(cue_end))) {
    a.kind = CueKind::kSay;
    a.content_begin = a.content_end = begin_;
    a.back = true;
    return Push(std::move(a));
  }
  // "..., the buildup continues": nobody who speaks.
  const bool told = after_comma && (speaks || tokens_[group - 1].capital);
  if (a.kind == CueKind::kWeak && (!opens || object) && !after_quote && !told && !tag) return;
  if (cue.kind == CueKind::kName) {
    if (!after_quote && !Names(cue_end, ContentEnd(cue_end))) return;
    a.kind = CueKind::kSay;
  }
  // "what it described as ..." is no statement of its own.
  if (source > begin_ && Text(source - 1) == "what" && !block) return;
  if (info.modal && !info.negated && a.kind != CueKind::kThink && a.kind != CueKind::kVow)
    return;  // "could signal"
  if (a.kind == CueKind::kWeak) a.kind = CueKind::kSay;
  const uint32_t stop = NextStop(cue_end);
  // "because he believes that ...", "if she thinks ...": a reason, not what is told.
  const bool reason = source > begin_ + 1 && Has(source - 1, Is::kSubordinator);
  if (cue.kind == CueKind::kHold && !info.modal && !reason &&
      (opens ||
       (cue.infinitive && !info.negated && speaks && !Has(source, Is::kNegation) &&
        Text(source) != "one" && HoldsOf(cue_end)) ||
       FiniteIn(cue_end, stop) || VerbBehindAside(stop) || (bare && (after_quote || after_comma))))
    a.kind = CueKind::kSay;
  const bool circumstance =
      before_mark && !opens &&
      (Has(cue_end, Is::kSubordinator) || Has(cue_end, Is::kPreposition)) &&
      (FiniteIn(LastSaid(), source) || Close(source - 1) || (source >= 2 && Close(source - 2)));
  const bool clause_follows =
      opens || a.kind == CueKind::kThink || FiniteIn(cue_end, stop) || VerbBehindAside(stop);
  const uint32_t left = LastSaid();
  if (before_mark && (!clause_follows || circumstance) && a.kind != CueKind::kThink &&
      (FiniteIn(left, source) || Close(source - 1) || (source >= 2 && Close(source - 2)))) {
    a.content_begin = left;
    a.content_end = edge;
    bool relays = false;  // "the official news agency TASS said"
    for (uint32_t i = source; i < group; ++i) relays = relays || speakers_.IsMedium(i, group);
    if (bare && !relays && words_.Info(tokens_[at].word).lemma != report_) Reported();
    After(std::max(stop, cue_end), &a);
    Push(std::move(a));
    return;
  }
  if ((follow >= end_ || (Mark(follow, '.') && follow + 1 >= end_)) && !Mark(end_ - 1, ':')) {
    // `"Will they come?" Koval asked.`: the quotation is a sentence of its own.
    if (!tag || a.kind == CueKind::kThink) return;
    a.content_begin = a.content_end = begin_;
    return Push(std::move(a));
  }
  if (cue.clause && !clause_follows) return;  // "adds pressure"
  a.content_begin = IsThat(follow) ? follow : cue_end;
  a.content_end = ContentEnd(a.content_begin);
  if (cue.infinitive && !opens && HoldsOf(cue_end)) a.content_end = ThoughtEnd(a.content_begin);
  // "As leaders vow to help, the town ...": the main clause is not what they vow.
  if (source > begin_ && source <= begin_ + 2 && Has(source - 1, Is::kSubordinator)) {
    for (uint32_t i = a.content_begin; i < a.content_end; ++i) {
      if (Mark(i, ',') && FiniteIn(i, end_)) a.content_end = i;
    }
  }
  Push(std::move(a));
}

// "The bridge was hit, reports the agency.": a form the tagger takes for a noun, behind a clause,
// with nothing but its subject after it.
bool Attributor::TagOfNoun(uint32_t at, uint32_t cue_end, const Cue& cue) const {
  const bool after_mark =
      at > begin_ + 1 && (Mark(at - 1, ',') || Mark(at - 1, '~') || Close(at - 1));
  if (!after_mark || !(Has(at, Is::kVerbS) || Has(at, Is::kVerbBase)) ||
      cue.kind != CueKind::kSay || cue_end >= end_)
    return false;
  const uint32_t who = cue_end + Mark(cue_end, '\'');
  const bool many = !Has(at, Is::kVerbBase) || EndsWith(Text(NounPhraseEnd(who) - 1), "s");
  const bool subject = who < end_ && (tokens_[who].capital || Text(who) == "the") && many;
  if (!subject || !FiniteIn(begin_, at - 1) || !Inverted(who)) return false;
  const uint32_t stop = NounPhraseEnd(who);
  return stop >= end_ || Mark(stop, '.') || Mark(stop, ',') || Mark(stop, '\'') ||
         tags_[stop].tag == Tag::kIng || (Has(stop, Is::kVerbPart) && Text(stop + 1) == "by");
}

// `..., - said the Oslo agency a high-ranking officer`, as machines translate it: where who speaks
// begins behind who is told; `who`: nobody is.
uint32_t Attributor::Addressed(uint32_t who) const {
  const uint32_t stop = NounPhraseEnd(who);
  for (uint32_t i = who + 1; i + 1 < stop; ++i) {
    if (!Has(i, Is::kArticle)) continue;
    uint32_t from = Has(who, Is::kArticle) ? who + 1 : who, to = i;
    if (!speakers_.IsMedium(from, to) && to > from + 1) --to;  // "agency", "daily"
    return speakers_.IsMedium(from, to) && speakers_.HasPerson(i, stop) ? i : who;
  }
  return who;
}

// `"...," said the mayor`: true when the words are such a tag, whether or not it names somebody.
bool Attributor::Inversion(uint32_t at, uint32_t group, uint32_t cue_end, const Cue& cue,
                           Attribution* a) {
  const uint32_t prior = group - 1;
  const bool quoted = group > begin_ && Close(prior);
  const bool dashed = group > begin_ && Mark(prior, '~');
  const bool after_mark = quoted || dashed || (group > begin_ && Mark(prior, ','));
  // `"...," believes the mayor`
  const bool held = cue.kind == CueKind::kHold && (quoted || dashed);
  if (!(after_mark || group == begin_) || cue.kind == CueKind::kRate) return false;
  uint32_t who = cue_end;      // "said on Sunday the prime minister"
  if (Mark(who, '\'')) ++who;  // 'writes "The Oslo Times"'
  const uint32_t told = Addressed(who);
  const bool vows = a->kind == CueKind::kVow && (quoted || dashed) && who < end_ &&
                    (tokens_[who].capital || Has(who, Is::kArticle));
  // ", congratulated his counterpart": done, not said; ", underlined his country's need": it is no
  // one who speaks.
  const bool after_comma = !quoted && !dashed && group > begin_ && Mark(prior, ',');
  if (after_comma && Has(cue_end, Is::kPossessive) &&
      (cue.kind == CueKind::kWeak || !speakers_.IsSpeaker(cue_end, NounPhraseEnd(cue_end))))
    return false;
  // "Norway, which lies in the west, declared independence": a bare noun that names no one.
  const bool bare = cue_end < end_ && tokens_[cue_end].kind == TokenKind::kWord &&
                    !tokens_[cue_end].capital && !Has(cue_end, Is::kArticle) &&
                    !Has(cue_end, Is::kNumber) && !Has(cue_end, Is::kAdjective);
  if (bare && after_comma && LastSaid() == begin_ && !EndsWith(Text(cue_end), "s") &&
      !speakers_.IsSpeaker(cue_end, NounPhraseEnd(cue_end)))
    return false;
  const bool says = held || (a->kind != CueKind::kThink && (a->kind != CueKind::kVow || vows) &&
                             a->kind != CueKind::kName && (!Tells(at) || told > who));
  if (!says) return false;  // ", put forward by Norway"
  who = told;
  if (who + 3 < end_ && words_.Info(tokens_[who + 2].word).key != TimeKey::kDayPart) {
    const WordInfo& when = words_.Info(tokens_[who + 1].word);
    if ((Text(who) == "on" && when.weekday != 0) || (Text(who) == "in" && when.month != 0))
      who += 2;
  }
  if (!Inverted(who)) return false;
  uint32_t stop = NounPhraseEnd(who);
  // "The raid, said Koval, killed 40"
  const bool inside = after_mark && !quoted && group == at && group > begin_ + 1 &&
                      LastSaid() == begin_ && Mark(stop, ',') && !FiniteIn(begin_, group) &&
                      FiniteIn(stop, end_) && tokens_[who].capital;
  // "Anna Berg, the envoy, said Petro Koval, the leader of the group, had lied": straight on.
  if (after_mark && !quoted && !dashed && Mark(stop, ',') && AuxiliaryAt(stop + 1) &&
      CommaIn(who, stop))
    return false;
  // "All this in order to regroup - said Petro Koval"
  const bool ends = stop >= end_ || Mark(stop, '.');
  const bool verbless =
      (dashed || (after_mark && ends)) && group > begin_ + kMinQuote && tokens_[who].capital;
  if (!(FiniteIn(LastSaid(), group) || quoted || (group <= begin_ + 1 && FollowsQuote()) ||
        inside || verbless))
    return false;
  if (stop <= who) return true;
  // "said the prime minister on Sunday Anna Berg"
  uint32_t name = stop + 2;
  while (Text(stop) == "on" && name < end_ && tokens_[name].capital &&
         tokens_[name].kind == TokenKind::kWord && words_.Info(tokens_[name].word).weekday == 0)
    ++name;
  if (name >= stop + 4 && words_.Info(tokens_[stop + 1].word).weekday != 0) stop = name;
  if (held || vows) a->kind = CueKind::kSay;
  a->source_begin = who;
  a->source_end = stop;
  // "... - assessed Koval": all before the dash is his, whoever is spoken of in it.
  const bool dash = dashed && (end_ - stop <= 2 || Mark(stop, ','));
  for (size_t i = first_; dash && i < found_.size(); ++i) found_[i].kind = CueKind::kThink;
  a->content_begin = begin_;
  for (size_t i = first_; !dash && i < found_.size(); ++i) {
    if (found_[i].kind != CueKind::kThink)  // "attacked a plan" is no speech
      a->content_begin = std::max(a->content_begin, found_[i].cue_end);
  }
  a->content_end = group;
  After(stop, a);
  if (inside) {
    a->content_begin = stop + 1;
    a->content_end = end_;
    a->content2_begin = a->content2_end = 0;
    a->whole = true;
  }
  Push(std::move(*a));
  return true;
}

// "Most of them said it was over, the mayor said": what they said is told by him.
void Attributor::Reported() {
  for (size_t i = first_; i < found_.size(); ++i) {
    Attribution& before = found_[i];
    if (before.kind != CueKind::kSay || before.content_begin < before.cue_end || before.named ||
        LastSaid() != begin_ || tokens_[before.source_end - 1].capital)
      continue;
    before.kind = CueKind::kThink;
  }
}

// "As the mayor noted on Monday, the town ...": all that follows is what he noted.
bool Attributor::AsTold(uint32_t source, uint32_t at, uint32_t cue_end) const {
  const bool beside =
      cue_end < end_ && tags_[cue_end].tag == Tag::kIng;  // "stated following a talk"
  if (!Mark(cue_end, ',') && !Tells(at) && !Has(cue_end, Is::kAdverb) &&
      !Has(cue_end, Is::kPreposition) && !Has(cue_end, Is::kSubordinator) && !beside)
    return false;
  const uint32_t comma = NextStop(cue_end);
  // "In May, Koval recalls, the envoy ..."
  // "The raid, Koval told reporters on Monday, killed ...", "said in a post on Monday"
  const bool said_in = Text(cue_end) == "in" &&
                       (Has(cue_end + 1, Is::kArticle) || Has(cue_end + 1, Is::kPossessive)) &&
                       Text(cue_end + 1) != "the";
  const bool adjuncts =
      TrimTime(comma) <= cue_end || ((Tells(at) || said_in) && comma <= cue_end + kMaxNounPhrase &&
                                     !Has(begin_, Is::kPreposition) && VerbAt(comma + 1));
  const bool inserted = source > begin_ && Mark(source - 1, ',') && Mark(comma, ',') && adjuncts &&
                        !FiniteIn(begin_, source);
  return (inserted || (source == begin_ + 1 && AsciiLower(Text(begin_)) == "as")) &&
         Mark(comma, ',') && comma + 3 < end_ && !FiniteIn(cue_end, comma) && FiniteIn(comma, end_);
}

// "said this in an interview": what he said stands before.
bool Attributor::PointsBack(uint32_t cue_end) const {
  const std::string_view word = Text(cue_end);
  if (word != "this" && word != "so") return false;
  const uint32_t next = cue_end + 1;
  return next >= end_ || Mark(next, '.') || Mark(next, ',') || Has(next, Is::kTo) ||
         ((Has(next, Is::kPreposition) || Has(next, Is::kSubordinator)) &&
          tags_[next].tag == Tag::kNone);
}

// Indirect speech ends where the paper goes on by itself: ", while ...", ", even as ...".
uint32_t Attributor::ContentEnd(uint32_t from) const {
  bool quoted = false;
  for (uint32_t i = from; i < end_; ++i) {
    if (Open(i)) quoted = true;
    if (Close(i)) quoted = false;
    if (quoted || !Mark(i, ',') || i + 2 >= end_) continue;
    const std::string_view next = Text(i + 1);
    // "said A, but "B"", "said it had lost A, but held B": he goes on.
    const bool goes_on = next == "but" && (Open(i + 2) || VerbAt(i + 2));
    const bool joint = (next == "but" && !IsThat(i + 2) && !goes_on) || next == "while" ||
                       next == "whereas" || (next == "even" && Text(i + 2) == "as");
    if (joint && FiniteIn(i + 1, end_)) return i + 1;
  }
  return end_;
}

// What is said after a tag inside a sentence: `"A," he said, "B"`, "A, he said, and B".
void Attributor::After(uint32_t stop, Attribution* a) const {
  uint32_t at = stop;
  const bool quoted = Quoted(a->content_begin, a->content_end);
  while (at < end_ && !Open(at) && (quoted || (!Mark(at, ',') && !Mark(at, '.')))) ++at;
  if (at >= end_ || Mark(at, '.')) return;
  // ", said Olena Bila, a doctor who ...": the speaker is told more of.
  if (Mark(at, ',') && (Has(at + 1, Is::kRelative) || Has(at + 1, Is::kArticle)) &&
      a->source_end <= at && a->cue_begin < a->source_begin)
    return;
  a->content2_begin = Mark(at, ',') ? at + 1 : at;
  a->content2_end = end_;
  // ", the mayor said, as Norway sent troops": what goes on meanwhile, the paper tells.
  const uint32_t next = a->content2_begin + Has(a->content2_begin + 1, Is::kMeanwhile);
  if (!quoted && Has(next, Is::kMeanwhile) && next + 1 < end_ &&
      (tokens_[next + 1].capital || Has(next + 1, Is::kArticle)) && !Has(next + 1, Is::kPronoun))
    a->content2_begin = a->content2_end = 0;
  if (a->content2_begin >= end_) a->content2_begin = a->content2_end = 0;
}

// Where what this sentence has said so far, by an earlier cue, began; its start without one.
uint32_t Attributor::LastSaid() const {
  for (size_t i = found_.size(); i-- > first_;) {
    if (found_[i].kind != CueKind::kThink && found_[i].named)
      return std::max(begin_, found_[i].cue_end);
  }
  return begin_;
}

bool Attributor::FollowsQuote() const {
  if (sentence_ == 0) return false;
  const Sentence& before = sentences_[sentence_ - 1];
  return before.end > before.begin && tokens_[before.end - 1].kind == TokenKind::kCloseQuote;
}

bool Attributor::Inverted(uint32_t at) const {
  if (at >= end_ || IsThat(at)) return false;
  const Token& token = tokens_[at];
  // "said 34-year-old Anna Berg"
  const bool aged = token.kind == TokenKind::kNumber && Mark(at + 1, '-') && Text(at + 2) == "year";
  if ((token.kind != TokenKind::kWord && !aged) || Text(at + 1) == "than") return false;
  const WordInfo& info = words_.Info(token.word);
  const bool name = at + 1 < end_ && tokens_[at + 1].capital && !tokens_[at + 1].all_caps &&
                    tokens_[at + 1].kind == TokenKind::kWord;  // "Jan Nord", "April Berg"
  if (info.weekday != 0 || (info.month != 0 && !name) || info.part != TimePart::kNone ||
      info.key == TimeKey::kLast || info.key == TimeKey::kEarlier || info.key == TimeKey::kToday ||
      info.key == TimeKey::kYesterday)
    return false;
  const bool one = Text(at) == "one" && at + 1 < end_ && tokens_[at + 1].kind == TokenKind::kWord;
  if (Has(at, Is::kPreposition) || (Pronoun(at) && !one) || Has(at, Is::kTo) ||
      (Has(at, Is::kSubordinator) && !token.capital) ||
      (Has(at, Is::kAdverb) && !token.capital &&
       (IsThat(at + 1) || at + 1 >= end_ || tokens_[at + 1].kind != TokenKind::kWord)))
    return false;
  // "said the plant was hit" is no inversion; what follows must hold no clause of its own.
  uint32_t stop = NounPhraseEnd(at);
  // "said assurances about safety were"
  if (stop < end_ && stop > at && Has(stop, Is::kPreposition) && !Has(stop, Is::kSubordinator))
    stop = NounPhraseEnd(stop + 1);
  return !(stop < end_ && tags_[stop].OfClause()) || Has(stop, Is::kRelative);
}

// Past "on Monday", "in a statement", "the BBC" after "told": to where what is said begins.
uint32_t Attributor::SkipAdjuncts(uint32_t at) const {
  bool comma = false;
  for (uint32_t i = at; i < end_ && i < at + 16; ++i) {
    // "added Lyman to the list, a claim that nobody confirmed"
    if (i > at + 3 && IsThat(i) && Has(i - 2, Is::kArticle) && Mark(i - 3, ',')) return at;
    if (IsThat(i) || Mark(i, ':')) return i;
    if (Open(i) && (!comma || Mark(i - 1, ','))) return i;
    if (tags_[i].tag == Tag::kFinite || (comma && tags_[i].tag == Tag::kIng) ||
        (Mark(i, '.') && i + 1 >= end_))
      break;
    comma = comma || Mark(i, ',');
  }
  return at;
}

// "recorded at least 641 deaths"
bool Attributor::CountsSoon(uint32_t at) const {
  for (uint32_t i = at; i < end_ && i < at + 4; ++i) {
    if (tokens_[i].kind == TokenKind::kNumber || Has(i, Is::kNumber)) return true;
    if (Text(i) == "on" || Text(i) == "in") return false;  // "recorded on 12 May"
  }
  return false;
}

// A finite verb, adverbs before it aside.
bool Attributor::VerbAt(uint32_t at) const {
  while (at < end_ && Has(at, Is::kAdverb)) ++at;
  return at < end_ && tags_[at].OfClause();
}

// "expects the bank to cut rates": what somebody is held to do.
bool Attributor::HoldsOf(uint32_t at) const {
  const uint32_t to = NounPhraseEnd(at);
  return to > at && to + 1 < end_ && Has(to, Is::kTo) && Has(to + 1, Is::kVerbBase);
}

// "believes the army, which lost a town, will": the verb behind what stands between two commas.
bool Attributor::VerbBehindAside(uint32_t comma) const {
  if (!Mark(comma, ',')) return false;
  const uint32_t close = NextStop(comma + 1);
  if (!Mark(close, ',') || close > comma + kMaxAppositive) return false;
  return VerbAt(close + 1);
}

// The next comma, dash or quotation mark that ends what follows a cue.
uint32_t Attributor::NextStop(uint32_t at) const {
  for (uint32_t i = at; i < end_; ++i) {
    if (Mark(i, ',') || Mark(i, ';') || Mark(i, '~') || Open(i)) return i;
  }
  return end_;
}

}  // namespace claimscope
