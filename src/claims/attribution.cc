// The cues of a sentence, one after another: "according to", "in her view", "their claim that";
// what was found is put in order.
#include "base/strings.h"
#include "claims/attributor.h"

namespace claimscope {

std::vector<Attribution> Attributor::Run(AttitudeReader attitudes) {
  FindInterview();
  bullets_ = DashesList();
  for (uint32_t s = 0; s < sentences_.size(); ++s) {
    sentence_ = s;
    begin_ = sentences_[s].begin;
    end_ = sentences_[s].end;
    first_ = found_.size();
    if (end_ > begin_ && (tokens_[begin_].paragraph || DashQuote())) dash_ = DashQuote();
    if (!sentences_[s].dateline || (interview_ && Label(begin_) != 0)) {
      ReadSentence();
      // Whom somebody speaks of is not the one who goes on speaking.
      if (sentences_[s].begins_in_quote || Open(begin_) || dash_) continue;
      speakers_.NoteSubject(begin_, end_, s);
      if (found_.size() > first_ || NoteSpokenTo()) continue;
      if (Attribution subject; MainSubject(end_, &subject))
        speakers_.NotePhrase(subject.source_begin, subject.source_end, begin_, end_, s);
    }
  }
  Carry();
  OneSpeech();
  CarryOwnWords();
  if (attitudes != nullptr) attitudes(this);
  return std::move(found_);
}

// "The paper spoke to Petro Koval, a farmer": he goes on.
bool Attributor::NoteSpokenTo() {
  for (uint32_t at = begin_ + 1; at + 2 < end_; ++at) {
    if (Text(at) != "to" && Text(at) != "with") continue;
    const std::string_view verb = Text(at - 1);
    if ((verb != "spoke" && verb != "talked") || !tokens_[at + 1].NameLike() ||
        !tokens_[at + 2].NameLike())
      continue;
    uint32_t stop = at + 1;
    while (stop < end_ && tokens_[stop].NameLike()) ++stop;
    speakers_.Resolve(at + 1, stop, begin_, end_, sentence_, true);
    return true;
  }
  return false;
}

void Attributor::ReadSentence() {
  bool quoted = sentences_[sentence_].begins_in_quote;
  uint32_t noun = end_;
  for (uint32_t at = begin_; at < end_; ++at) {
    if (Open(at)) {
      quoted = true;
      ++quotes_;
    }
    if (Close(at)) quoted = false;
    if (quoted || tokens_[at].kind != TokenKind::kWord) continue;
    if (!lexicon_.cue_phrases.Starts(tokens_[at])) continue;
    const auto match = lexicon_.cue_phrases.Longest(tokens_.data(), end_, at);
    if (!match) continue;
    const Cue& cue = lexicon_.cues[match.value];
    const uint32_t cue_end = at + match.length;
    if (cue.kind == CueKind::kSource && match.length > 1 && ByMeans(at)) {
      const auto verb = lexicon_.cue_phrases.Longest(tokens_.data(), at + 1, at);
      if (verb) VerbCue(at, at + 1, lexicon_.cues[verb.value]);
    } else if (cue.kind == CueKind::kSource || cue.kind == CueKind::kCites) {
      SourcePhrase(at, cue_end, cue.kind == CueKind::kCites);
      at = cue_end - 1;
    } else if (cue.kind == CueKind::kWhose || (tags_[at].tag == Tag::kNone && Mark(cue_end, ','))) {
      WhoseCue(at, cue_end, cue.kind == CueKind::kWhose);
    } else if (cue.kind == CueKind::kBe) {
      BeCue(at, cue_end);
    } else if (tags_[at].tag == Tag::kNone && IsThat(cue_end)) {
      if (noun == end_ && (cue.tells || cue.kind == CueKind::kSay)) noun = at;
    } else if (cue.kind != CueKind::kNoun) {
      VerbCue(at, cue_end, cue);
    }
  }
  Colon();
  HeadlineTag();
  if (noun < end_ && found_.size() == first_) NounCue(noun, noun + 1);
}

// "The mayor confirmed by phone that": how, not who.
bool Attributor::ByMeans(uint32_t verb) const {
  return Finite(verb) && !tags_[verb].passive && Text(verb + 1) == "by" && verb + 2 < end_ &&
         IsMeans(tokens_[verb + 2], lexicon_);
}

Attribution Attributor::Make(uint32_t cue, uint32_t cue_end, CueKind kind) const {
  Attribution a;
  a.sentence = sentence_;
  a.cue_begin = cue;
  a.cue_end = cue_end;
  a.kind = kind;
  return a;
}

// Does an outlet tell what others said? One of the table, or whoever "reports".
bool Attributor::Relayed(const Attribution& a) const {
  const WordId lemma = words_.Info(tokens_[a.cue_begin].word).lemma;
  return a.media || tokens_[a.cue_begin].word == report_ || lemma == report_;
}

// "the ministry's data", "Norway's daily report": whose it is speaks. One past the owner, else
// `end`.
uint32_t Attributor::BeforeData(uint32_t begin, uint32_t end) const {
  if (end <= begin + 2 || !(speakers_.IsMade(end - 1) || speakers_.IsPaper(end - 1, end)))
    return end;
  for (uint32_t i = end; i-- > begin + 1 && i + kDataWords > end;) {
    if (tokens_[i].glued && EndsWith(Text(i), "s") && tokens_[i].end - tokens_[i].begin < 5)
      return i;
    if (Has(i, Is::kPreposition)) break;
  }
  return end;
}

// "according to plan", "to the rules", "to Norwegian law", "to his own vision of it".
bool Attributor::NamesRule(const Attribution& a) const {
  const std::string_view first = Text(a.source_begin);
  for (const std::string_view word : {"plan", "plans", "schedule", "tradition", "legend"}) {
    if (first == word && a.source_end == a.source_begin + 1) return true;
  }
  for (uint32_t at = a.source_begin; at < a.source_end && !Has(at, Is::kPreposition); ++at) {
    for (const std::string_view word : {"rules", "law", "laws", "vision", "logic"}) {
      if (Text(at) == word) return true;
    }
  }
  return false;
}

// "according to X": what it governs is the clause around it.
void Attributor::SourcePhrase(uint32_t at, uint32_t cue_end, bool cites) {
  if (Mark(cue_end, ',')) return;
  // ", per the mayor's office"; not "40 per cent", "a dollar per share"
  if (EqualsIgnoreAsciiCase(Text(at), "per") &&
      !(at > begin_ && (Mark(at - 1, ',') || Close(at - 1)) &&
        speakers_.IsSpeaker(cue_end, NounPhraseEnd(cue_end))))
    return;
  uint32_t stop = NounPhraseEnd(cue_end);
  if (stop > cue_end + 1 && IsThat(stop) && Has(stop - 1, Is::kVerbBase)) --stop;  // "show that"
  if (stop == cue_end) return;
  // "Koval, cited by the paper, said": he says it.
  if (at > begin_ + 1 && Mark(at - 1, ',') && Mark(stop, ',') && stop + 1 < end_ &&
      Has(at, Is::kVerbPart) && Has(stop + 1, Is::kSpeech) && Finite(stop + 1))
    return;
  // "citing his own sources": he answers for them.
  if (cites && found_.size() > first_ && Has(cue_end, Is::kPossessive) &&
      Text(cue_end + 1) == "own")
    return;
  Attribution a = Make(at, cue_end, CueKind::kSource);
  a.source_begin = cue_end;
  // "say officials cited by the agency": who is cited says it.
  if (found_.size() > first_ && found_.back().kind == CueKind::kSay &&
      found_.back().source_end == at && Has(at, Is::kVerbPart))
    return;
  // "according to a statement published on the ministry's website"
  if (Has(stop, Is::kVerbPart) && Text(stop + 1) == "on" && speakers_.IsMade(stop - 1) &&
      speakers_.HasRole(stop + 2, NounPhraseEnd(stop + 2))) {
    a.source_begin = stop + 2;
    stop = NounPhraseEnd(stop + 2);
    for (uint32_t i = a.source_begin + 1; i < stop; ++i) {  // "the ministry", "the city council"
      if (tokens_[i].glued && EndsWith(Text(i), "s")) stop = i;
    }
    while (stop > a.source_begin + 1 && speakers_.IsPaper(stop - 1, stop)) --stop;
  }
  // "according to a report published on Monday by the institute"
  const uint32_t made = stop + (Has(stop, Is::kAdverb) ? 1 : 0);  // "data previously provided by"
  for (uint32_t i = made; Has(made, Is::kVerbPart) && i < end_ && i < made + kMadeBy; ++i) {
    if (Text(i) != "by" || NounPhraseEnd(i + 1) == i + 1) continue;
    a.source_begin = i + 1;
    stop = NounPhraseEnd(i + 1);
    break;
  }
  a.source_end = BeforeData(a.source_begin, stop);
  a.cites = cites;
  // "citing concerns", "according to law": no one who speaks.
  if (NamesRule(a) || (cites && !speakers_.IsSpeaker(cue_end, stop))) return;
  // "data on the operation released by the ministry": the nearer source is the one.
  if (found_.size() > first_ && found_.back().kind == CueKind::kSource &&
      found_.back().cue_end < at && !FiniteIn(found_.back().cue_end, at) &&
      !CommaIn(found_.back().cue_end, at)) {
    Attribution& before = found_.back();
    const Speaker nearer = speakers_.Resolve(cue_end, stop, begin_, end_, sentence_, true);
    if (!nearer.claimant.empty()) {
      SaidBy(nearer, &before);
      before.source_end = stop;
    }
    return;
  }
  // "X told Y that it tracked what was reported by Z": Z's words are not the sentence's.
  if (found_.size() > first_ && found_.back().kind == CueKind::kSay &&
      found_.back().content_begin <= at && found_.back().content_end > at &&
      !CommaIn(found_.back().cue_end, at) && !Mark(at - 1, '-') && !Mark(at - 1, '~'))
    a.kind = CueKind::kThink;
  const std::string first = AsciiLower(Text(begin_));
  // "That is according to the mayor."; not "This week, according to the mayor, ..."
  if ((first == "that" || first == "this") && at > begin_ && at <= begin_ + 3 &&
      (Has(at - 1, Is::kBeForm) || (tokens_[at - 1].glued && at - 1 == begin_ + 1))) {
    a.content_begin = a.content_end = begin_;
    a.back = true;
    return Push(std::move(a));
  }
  const uint32_t left = LastSaid();
  const bool leads = at <= begin_ + 1;
  // "Norway will leave, the agency reported, citing an envoy": all of it is the envoy's.
  if (cites && found_.size() > first_ && found_.back().kind == CueKind::kSay &&
      !FiniteIn(found_.back().cue_end, at)) {
    const Attribution& before = found_.back();
    // "The envoy said ..., the agency reported, citing officials": it is the envoy's.
    if (SayIn(first_, found_.size() - 1) || !Relayed(before)) a.kind = CueKind::kThink;
    a.content_begin = before.content_begin;
    a.content_end = before.content_end;
    a.content2_begin = std::max(before.content2_begin, stop);
    a.content2_end = before.content2_end;
    if (a.content_begin >= before.cue_end && a.content_begin < at)
      a.content_begin = Mark(stop, ',') ? stop + 1 : stop;  // "reported, citing an envoy, that ..."
    return Push(std::move(a));
  }
  if (leads) {
    a.content_begin = Mark(stop, ',') ? stop + 1 : stop;
    a.content_end = end_;
  } else {
    // A clause that begins with "who, according to witnesses, was ..." goes on after it.
    a.content_begin = left > begin_ && left < at ? ClauseStart(left, at) : begin_;
    a.content_end = at;
    if (Mark(stop, ',') && stop + 1 < end_) {
      a.content2_begin = stop + 1;
      a.content2_end = end_;
    }
  }
  Push(std::move(a));
}

// "In the mayor's view, the town ...", "The town, in her opinion, ...", "By his count, ...".
void Attributor::WhoseCue(uint32_t at, uint32_t cue_end, bool held) {
  if (!Mark(cue_end, ',') || cue_end - at != 1) return;
  uint32_t in = at;
  const auto Opens = [this, held](uint32_t i) {
    const std::string word = AsciiLower(Text(i));
    return (held && word == "in") || word == "by";
  };
  while (in > begin_ && at - in < kMaxOwner && !Opens(in)) --in;
  const bool leads = in == begin_;
  if (!Opens(in) || !(leads || Mark(in - 1, ',')) || at < in + 2) return;
  const bool pronoun = at == in + 2 && Has(in + 1, Is::kPossessive);
  const bool owner = tokens_[at - 1].glued && EndsWith(Text(at - 1), "s");
  if (!(pronoun || owner) || FiniteIn(in, at - 1)) return;
  Attribution a = Make(at, cue_end, CueKind::kSource);
  a.source_begin = in + 1;
  a.source_end = pronoun ? at : at - 1;
  a.content_begin = leads ? cue_end + 1 : begin_;
  a.content_end = leads ? end_ : in;
  a.content2_begin = leads ? 0 : cue_end + 1;
  a.content2_end = leads ? 0 : end_;
  Push(std::move(a));
}

// "Moscow's claim that the town fell drew laughs": said by whose claim it is.
void Attributor::NounCue(uint32_t at, uint32_t cue_end) {
  if (!FiniteIn(cue_end, end_)) return;
  Attribution a = Make(at, cue_end, CueKind::kSay);
  OwnerBefore(at, &a);
  if (a.source_end <= a.source_begin || a.source_begin > begin_ + 1) return;
  a.content_begin = cue_end;
  a.content_end = end_;
  Push(std::move(a));
}

uint32_t Attributor::ClauseStart(uint32_t from, uint32_t to) const {
  for (uint32_t i = to; i-- > from;) {
    if ((Has(i, Is::kBut) || Mark(i, ';')) && i > from) return i + 1;
  }
  return from;
}

// "X said that Y expects ...": what X says holds it all, Y's words are not the article's source.
bool Attributor::Nested(const Attribution& a) const {
  if (found_.size() <= first_ || a.kind == CueKind::kSource) return false;
  const Attribution& outer = found_.back();
  if (outer.media || (outer.kind != CueKind::kSay && outer.kind != CueKind::kVow)) return false;
  const uint32_t start =
      std::min(a.source_end > a.source_begin ? a.source_begin : a.cue_begin, a.cue_begin);
  // "The raid, said Koval, killed 40, but Bilyk denied it": the paper goes on there, too.
  const bool beside = start > outer.content_begin + 1 && start < a.cue_begin && !Pronoun(start) &&
                      Mark(start - 2, ',') &&
                      (Has(start - 1, Is::kAnd) || Has(start - 1, Is::kBut));
  if (outer.whole) return start >= outer.content_begin && !beside;
  // "In May, Koval recalls, the envoy told him ...": inside what he recalls.
  // "..., Koval said, but the envoy denied it": the paper goes on.
  if (outer.content2_end == end_ && outer.content2_begin > outer.cue_begin &&
      start >= outer.content2_begin && start <= outer.content2_begin + 2 && !outer.direct)
    return !GoesOnBeside(outer, start, a.cue_begin);
  if (outer.content_begin < outer.cue_end || outer.content_begin > start ||
      outer.content_end != end_ || a.content_begin < a.cue_end || a.source_begin < outer.cue_end)
    return false;
  int depth = 0;  // "said that "of course" Norway expects": a few words in quotation marks
  for (uint32_t i = outer.cue_end; i < a.cue_begin; ++i) {
    if (Mark(i, ',') || Mark(i, ';') || Mark(i, '~') || Has(i, Is::kAnd) || Has(i, Is::kBut))
      return false;
    depth += Open(i) ? 1 : Close(i) ? -1 : 0;
    if (depth < 0) return false;
  }
  return depth == 0;
}

// "A will stay, X said, but Y said ...": Y speaks beside X, not in what X says.
bool Attributor::GoesOnBeside(const Attribution& tag, uint32_t start, uint32_t cue) const {
  const uint32_t joint = tag.content2_begin;
  if (joint <= tag.cue_begin || start >= cue || tag.content_end > tag.cue_begin) return false;
  // "..., Koval said, hours after Norway announced that"
  if (start > joint + 1 && start < joint + 4 &&
      (Text(start - 1) == "after" || Text(start - 1) == "before"))
    return true;
  return start == joint + 1 && (Has(joint, Is::kAnd) || Has(joint, Is::kBut)) && !Pronoun(start) &&
         FiniteIn(tag.content_begin, tag.content_end);
}

// "The minister was asked about it, and he replied": who the sentence is about.
void Attributor::NoteSubjectOf(const Attribution& a) {
  const bool pronoun = a.source_end - a.source_begin == 1 && Pronoun(a.source_begin);
  const bool role = a.source_end > a.source_begin && Text(a.source_begin) == "the" &&
                    a.source_end - a.source_begin <= 3;
  if (SayIn(first_, found_.size()) || !(pronoun || role) || a.source_begin < begin_ + 3 || dash_)
    return;
  Attribution subject;
  if (!MainSubject(a.source_begin, &subject) || Pronoun(subject.source_begin) ||
      subject.source_end > a.source_begin)
    return;
  // `"The mayor is wrong," he said`: nobody within the quotation.
  for (uint32_t i = subject.source_end; i < a.source_begin; ++i) {
    if (Open(i)) break;
    if (Close(i)) return;
  }
  speakers_.NotePhrase(subject.source_begin, subject.source_end, begin_, end_, sentence_);
}

// "..., X said, according to the paper": who relays what X said does not go on speaking.
bool Attributor::Relays(const Attribution& a) const {
  return a.kind == CueKind::kSource && !a.cites && found_.size() > first_ && found_.back().named &&
         found_.back().kind == CueKind::kSay && !found_.back().media &&
         found_.back().cue_begin < a.cue_begin;
}

// "Petro Koval, a lawyer, went further when he said": of whom the sentence is.
void Attributor::OfSubject(Attribution* a) const {
  const uint32_t at = a->source_begin;
  if (a->source_end != at + 1 || at <= begin_ + 2 || found_.size() > first_ ||
      !(Text(at) == "he" || Text(at) == "she") || !Has(at - 1, Is::kSubordinator))
    return;
  Attribution main;
  if (!MainSubject(at - 1, &main) || main.source_begin > begin_ + 1) return;
  uint32_t name = main.source_begin;
  while (name < main.source_end && tokens_[name].NameLike()) ++name;
  if (name < main.source_begin + 2) return;
  a->source_begin = main.source_begin;
  a->source_end = main.source_end;
}

// "No one has said", "Neither the army nor the mayor confirmed": the paper tells that.
bool Attributor::NobodySays(const Attribution& a) const {
  if (a.kind == CueKind::kSource || a.source_begin < begin_ || a.source_begin == a.source_end)
    return false;
  uint32_t from = a.source_begin;
  while (from > begin_ && a.source_begin - from < 2 &&
         (Has(from - 1, Is::kNegation) || Has(from - 1, Is::kArticle)))
    --from;
  for (uint32_t at = from; at < a.source_end && at < from + 3; ++at) {
    if (Has(at, Is::kNegation)) return a.source_end <= a.cue_begin;
  }
  return false;
}

// "Looking back, I recall the joy", outside of quotation marks where the article has such: of
// whoever wrote it.
bool Attributor::AuthorSays(const Attribution& a) const {
  if (a.source_end != a.source_begin + 1 || Text(a.source_begin) != "I" || interview_ ||
      found_.size() > first_ || sentences_[sentence_].begins_in_quote)
    return false;
  bool quoted = false;
  for (uint32_t at = begin_; at < end_; ++at)
    quoted = quoted || Open(at) || Close(at) || Mark(at, '~');
  return quotes_ >= kQuotesWords && !quoted && !Mark(begin_, '-');
}

void Attributor::Push(Attribution a) {
  // "Our analysts say" is said by whoever speaks of his own.
  const std::string_view whose = a.source_end > a.source_begin ? Text(a.source_begin) : "";
  const bool own = whose == "our" || whose == "Our" || whose == "my" || whose == "My";
  // "Citing an envoy, the agency reported that ..."
  const bool relay = found_.size() > first_ && found_.back().cites &&
                     found_.back().cue_begin <= begin_ + 1 && a.kind == CueKind::kSay && Relayed(a);
  const bool nested = own || relay || Nested(a);
  if (nested) a.kind = CueKind::kThink;
  NoteSubjectOf(a);
  if (a.source_end > a.source_begin && a.kind != CueKind::kSource && a.kind != CueKind::kThink &&
      !speakers_.CanSpeak(a.source_begin, a.source_end))
    return;
  // "Germany's recent | announced delivery": no noun, nobody.
  if (a.source_end > a.source_begin + 1 && Has(a.source_end - 1, Is::kAdjective) &&
      !tokens_[a.source_end - 1].capital && tokens_[a.source_end - 2].glued &&
      !lexicon_.IsRole(tokens_, a.source_end, a.source_end - 1) &&
      EndsWith(Text(a.source_end - 2), "s"))
    return;
  if (NobodySays(a)) return;
  OfSubject(&a);
  if (AuthorSays(a)) {
    a.claimant = "outlet";
    a.side = Side::kOutlet;
  }
  if (a.source_end > a.source_begin && a.claimant.empty()) {
    a.source_end = BeforeData(a.source_begin, a.source_end);
    const Speaker speaker = speakers_.Resolve(
        a.source_begin, a.source_end, begin_, end_, sentence_,
        a.kind == CueKind::kSay || a.kind == CueKind::kSource || a.kind == CueKind::kVow);
    if (speaker.claimant.empty()) return;
    SaidBy(speaker, &a);
  }
  if (a.claimant.empty()) return;
  // A later attribution to the right takes its content from the one before.
  if (found_.size() > first_ && !nested) {
    Attribution& before = found_.back();
    const uint32_t start =
        std::min(a.source_begin > before.cue_end ? a.source_begin : a.cue_begin, a.cue_begin);
    const uint32_t told = before.content_begin + IsThat(before.content_begin);
    // "said it took the town and pushed the army out of it": no other speaker.
    const bool same = a.kind == CueKind::kThink && a.source_begin < before.cue_end &&
                      a.source_end > a.source_begin;
    if (before.content_end == end_ && told < start && a.content_begin >= start && !same) {
      before.content_end = start;
    }
    if (before.content2_end == end_ &&
        (before.content2_begin >= a.content_begin || GoesOnBeside(before, start, a.cue_begin)))
      before.content2_begin = before.content2_end = 0;
  }
  a.relays = Relays(a);
  a.direct = Quoted(a.content_begin, a.content_end) || Quoted(a.content2_begin, a.content2_end);
  a.mode = a.direct ? Mode::kDirect : Mode::kIndirect;
  found_.push_back(std::move(a));
}

std::vector<Attribution> FindAttributions(std::string_view text, const Tokens& tokens,
                                          const std::vector<Sentence>& sentences,
                                          const std::vector<TagInfo>& tags,
                                          const std::vector<PlaceFinding>& places,
                                          const Lexicon& lexicon, const Gazetteer& gazetteer,
                                          const Actors& actors, Day published,
                                          AttitudeReader attitudes) {
  return Attributor(text, tokens, sentences, tags, places, lexicon, gazetteer, actors, published)
      .Run(attitudes);
}

}  // namespace claimscope
