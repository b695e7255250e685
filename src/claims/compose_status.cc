// How sure a claim is, here and in what follows; headlines told again.
#include "base/strings.h"
#include "claims/composer.h"

#include <algorithm>

namespace claimscope {

constexpr uint32_t kShown = 5;          // words of what footage shows, at least
constexpr uint32_t kDenialReach = 8;    // words from ", which" to "denies"
constexpr uint32_t kAsked = 8;          // words of who is asked
constexpr uint32_t kTold = 5;           // words from "denied" to "claims"
constexpr uint32_t kWanted = 8;         // words from "called on" to "to deny"
constexpr uint32_t kNegationReach = 9;  // words from "none" to "confirmed"
constexpr uint32_t kStandfirst = 5;     // sentences that the body may tell again
constexpr size_t kFewestRepeated = 5;

// A piece that only says how sure another claim is: "The figures have not been verified".
bool Composer::DoubtOnly(const Part& part) const {
  const Span span = BytesOf(a_.tokens, part.piece.begin, part.piece.end);
  if (part.piece.end - part.piece.begin > 26) return false;
  for (const Reach& reach : reaches_) {
    if (!reach.tells && !reach.here && span.Contains(reach.span)) return !Argues(part, reach.span);
  }
  return false;
}

// "challenged the claim, arguing that ..."
bool Composer::Argues(const Part& part, const Span& doubt) const {
  for (uint32_t at = part.piece.begin + 1; at < part.piece.end; ++at) {
    if (a_.tokens[at].begin >= doubt.end && a_.tokens[at - 1].mark == ',' &&
        a_.tags[at].tag == Tag::kIng && Has(at, Is::kSpeech))
      return true;
  }
  return false;
}

// "asked whether", "did not say how many", "declined to say when": what follows is not told.
void Composer::FindAsked(const Sentence& sentence) {
  asked_begin_ = asked_end_ = 0;
  if (!pack_.lexicon.cue_phrases.In(sentence.starts)) return;
  const auto CueAt = [&](uint32_t at) -> const Cue* {
    const auto match = pack_.lexicon.cue_phrases.Longest(a_.tokens.data(), sentence.end, at);
    return match ? &pack_.lexicon.cues[match.value] : nullptr;
  };
  for (uint32_t at = sentence.begin; at < sentence.end; ++at) {
    if (a_.tags[at].tag != Tag::kFinite) continue;
    const Cue* cue = CueAt(at);
    if (cue == nullptr) continue;
    if (!cue->asks && !(cue->kind == CueKind::kSay && a_.tags[at].negated)) continue;
    uint32_t i = at + 1;
    // "asked the minister whether", "declined to say when"; not "refused to leave when"
    for (uint32_t words = 0; cue->asks && words < kAsked && i < sentence.end; ++words, ++i) {
      if (Interrogative(i) || a_.tokens[i].kind == TokenKind::kMark) break;
      const Tag tag = a_.tags[i].tag;
      if (tag == Tag::kInfinitive ? !Has(i, Is::kSpeech) : tag != Tag::kNone) break;
    }
    if (i >= sentence.end || !Interrogative(i)) continue;
    asked_begin_ = at;
    asked_end_ = i + 1;
    const auto Says = [&](uint32_t verb) {  // "asked why it was late and said"
      const Cue* told = a_.tags[verb].tag == Tag::kFinite ? CueAt(verb) : nullptr;
      return told != nullptr && told->kind == CueKind::kSay && !told->clause;
    };
    while (asked_end_ < sentence.end && a_.tokens[asked_end_].mark != ',' &&
           a_.tokens[asked_end_].mark != ';' && !Has(asked_end_, Is::kBut) && !Says(asked_end_))
      ++asked_end_;
    return;
  }
}

bool Composer::Interrogative(uint32_t at) const {
  return (Has(at, Is::kQuestion) && !Has(at, Is::kAuxiliary) && !Has(at, Is::kModal)) ||
         Text(at) == "if" || Text(at) == "whether";
}

// A piece that has no verb of its own but those.
bool Composer::Asked(const Part& part) const {
  if (asked_end_ == 0 || part.piece.begin >= asked_end_ || part.piece.end <= asked_begin_)
    return false;
  for (uint32_t at = part.piece.begin; at < part.piece.end; ++at) {
    if (a_.tags[at].tag == Tag::kFinite && (at < asked_begin_ || at >= asked_end_)) return false;
  }
  return true;
}

// "denies it plans to leave", "denied that it would": what is denied stands behind it, too.
bool Composer::ClauseFollows(uint32_t at, uint32_t end) const {
  if (!Has(at - 1, Is::kPronoun)) return false;
  for (uint32_t i = at; i < end && a_.tokens[i].kind != TokenKind::kMark; ++i) {
    if (a_.tags[i].tag == Tag::kFinite) return true;
  }
  return false;
}

// "None of the figures could be confirmed", "nobody has confirmed": what confirms elsewhere doubts.
ClaimStatus Composer::StatusTold(uint32_t at, const StatusWord& word) const {
  if (word.status != ClaimStatus::kConfirmed) return word.status;
  for (uint32_t i = at; i-- > a_.sentences[s_].begin && i + kNegationReach > at;) {
    if (a_.tokens[i].kind == TokenKind::kMark && a_.tokens[i].mark != '-') break;
    if (Has(i, Is::kNegation)) return ClaimStatus::kUnverified;
  }
  return word.negated ? ClaimStatus::kAsserted : ClaimStatus::kConfirmed;
}

// "claims", "allegation": one past it; `at` when no word for what somebody told stands there.
uint32_t Composer::ToldWord(uint32_t at, uint32_t end, bool* tells) const {
  const auto told = pack_.lexicon.cue_phrases.Longest(a_.tokens.data(), end, at);
  if (!told) return at;
  const Cue& cue = pack_.lexicon.cues[told.value];
  const bool both = cue.kind == CueKind::kSay && Has(at, Is::kNounToo);  // "report"
  *tells = both || cue.tells;
  return both || cue.kind == CueKind::kNoun ? at + told.length : at;
}

// Is what follows "to" at `at` only asked, expected or planned ("called on Norway to deny")?
bool Composer::Wanted(uint32_t at) const {
  for (uint32_t i = at, steps = 0; i-- > a_.sentences[s_].begin && steps < kWanted; ++steps) {
    if (a_.tags[i].tag != Tag::kFinite) continue;
    const auto match = pack_.lexicon.cue_phrases.Longest(a_.tokens.data(), at, i);
    return match && pack_.lexicon.cues[match.value].kind != CueKind::kSay;
  }
  return false;
}

// "denied these accusations", "has rejected all such claims": one past what somebody told; 0 when
// nothing of the kind begins at `at`. `own`: what was told stands there, too.
uint32_t Composer::Doubted(uint32_t at, uint32_t end, const StatusWord** word, bool* own) const {
  const auto verb = pack_.lexicon.status_verbs.Longest(a_.tokens.data(), end, at);
  if (!verb || a_.tags[at].tag == Tag::kNone || a_.tags[at].negated) return 0;
  // "called on Norway to clearly deny that ...": nobody has denied it.
  uint32_t to = at;
  while (to > 0 && Has(to - 1, Is::kAdverb)) --to;
  if (to > 0 && Has(to - 1, Is::kTo) && Wanted(to - 1)) return 0;
  constexpr WordClasses kBefore = Bit(Is::kArticle) | Bit(Is::kPossessive) | Bit(Is::kPronoun) |
                                  Bit(Is::kAdjective) | Bit(Is::kNegation);
  uint32_t i = at + 1;
  if (Text(i) == "a" || Text(i) == "an") return 0;  // "dismissed a forecast": another one
  const auto Before = [&] {
    const Token& token = a_.tokens[i];
    return token.capital || token.glued || (token.classes & kBefore) != 0 || Text(i) == "all" ||
           Text(i) == "any" || Text(i) == "such";
  };
  while (i < end && i <= at + kTold && Before()) ++i;
  bool tells = false;
  const uint32_t stop = ToldWord(i, end, &tells);
  if (stop == i) return 0;
  // "rejected suggestions that": bare, or of what need not be told, it needs what was told.
  if ((i == at + 1 || !tells) && !(stop < end && Text(stop) == "that")) return 0;
  *word = &pack_.lexicon.statuses[verb.value];
  *own = stop < end && (Text(stop) == "that" || ClauseFollows(stop + 1, end));
  return stop;
}

// "reports that the town had fallen were false", "called the claims baseless": one past the
// predicate; 0 when none begins at `at`. `own`: what was told stands there, too.
uint32_t Composer::SaidOfTold(uint32_t at, uint32_t end, const StatusWord** word, bool* own) const {
  const auto match = pack_.lexicon.status_predicates.Longest(a_.tokens.data(), end, at);
  if (!match) return 0;
  const uint32_t next = at + match.length;
  constexpr WordClasses kEnds = Bit(Is::kAnd) | Bit(Is::kBut) | Bit(Is::kPreposition) |
                                Bit(Is::kSubordinator) | Bit(Is::kRelative);
  if (next < end && a_.tokens[next].kind == TokenKind::kWord &&
      (a_.tokens[next].classes & kEnds) == 0)
    return 0;  // "false hopes"
  const uint32_t begin = a_.sentences[s_].begin;
  uint32_t verbs = 0;
  for (uint32_t i = at; i-- > begin;) {
    if (Has(i, Is::kNegation) || Has(i, Is::kBut) || a_.tokens[i].mark == ',') return 0;
    bool tells = false;
    const bool verb = a_.tags[i].tag == Tag::kFinite;
    const uint32_t stop = verb ? i : ToldWord(i, at, &tells);
    verbs += verb;
    if (stop == i || !tells) continue;
    // "the claims are false", "called the claims false"; of "the claim that the town had fallen was
    // false" the second verb is what is said of it, "the claim that it was false" has no second.
    *own = Text(stop) == "that";
    const bool called = stop == at && i > begin + 1;
    // "a claim that Kyiv called false"
    const bool labelled = a_.tags[at - 1].tag == Tag::kFinite && !Has(at - 1, Is::kBeForm);
    const bool said = *own ? verbs > 1 || labelled : verbs == 1 && BareVerb(stop, at);
    if (!called && !said) return 0;
    *word = &pack_.lexicon.statuses[match.value];
    return at + match.length;
  }
  return 0;
}

// Nothing but one verb and adverbs: "were entirely".
bool Composer::BareVerb(uint32_t from, uint32_t to) const {
  for (uint32_t i = from; i < to; ++i) {
    if (a_.tags[i].tag == Tag::kNone && !Has(i, Is::kAdverb) &&
        a_.tokens[i].kind == TokenKind::kWord)
      return false;
  }
  return true;
}

// Either of them.
uint32_t Composer::DoubtAt(uint32_t at, uint32_t end, const StatusWord** word, bool* own) const {
  const uint32_t stop = SaidOfTold(at, end, word, own);
  return stop != 0 ? stop : Doubted(at, end, word, own);
}

bool Composer::MayDoubt(const Sentence& sentence) const {
  const Lexicon& lexicon = pack_.lexicon;
  return lexicon.status_phrases.In(sentence.starts) || lexicon.status_verbs.In(sentence.starts) ||
         lexicon.status_predicates.In(sentence.starts);
}

// A sentence that only says how sure another claim is: "Kyiv has not commented."
bool Composer::StatusSentence(const Sentence& sentence) {
  if (!MayDoubt(sentence)) return false;
  bool reaches = false, silent = false;
  for (uint32_t at = sentence.begin; at < sentence.end; ++at) {
    const StatusWord* doubt = nullptr;
    bool told_here = false;
    if (const uint32_t stop = DoubtAt(at, sentence.end, &doubt, &told_here); stop != 0) {
      reaches = reaches || !told_here;
      if (!told_here)
        reaches_.push_back({doubt->status, BytesOf(a_.tokens, at, stop), false, false, true});
      at = stop - 1;
      continue;
    }
    if (!pack_.lexicon.status_phrases.Starts(a_.tokens[at])) continue;
    const auto match = pack_.lexicon.status_phrases.Longest(a_.tokens.data(), sentence.end, at);
    if (!match) continue;
    const StatusWord& word = pack_.lexicon.statuses[match.value];
    const ClaimStatus status = StatusTold(at, word);
    if (!word.reaches_back || status == ClaimStatus::kAsserted) continue;
    // "denied any involvement in the raid", "Geolocated footage shows a tank in the village"
    const uint32_t behind = at + match.length;
    const bool shows = status == ClaimStatus::kConfirmed && at == sentence.begin &&
                       behind + kShown < sentence.end && !NoFinite(at, sentence.end);
    const bool tells = ClauseFollows(behind, sentence.end) || shows ||
                       (behind + 1 < sentence.end && Text(behind) == "in");
    const Span span = BytesOf(a_.tokens, at, at + match.length);
    reaches = reaches || !(tells || word.here);
    // "The town was hit, says the mayor, who did not respond to a request": something is told.
    silent = silent || (word.silent && !Has(sentence.begin, Is::kSubordinator) &&
                        attribution_begin_ == attribution_end_ && NoFinite(sentence.begin, at));
    reaches_.push_back({status, span, tells, word.here, false});
    at += match.length - 1;
  }
  return silent || (reaches && sentence.end - sentence.begin < 12);
}

// "either account", "the claims made by both sides": of more than one speaker.
bool Composer::OfSeveral() const {
  for (uint32_t at = a_.sentences[s_].begin; at < a_.sentences[s_].end; ++at) {
    const std::string word = AsciiLower(Text(at));
    if (word == "either" || word == "neither" || word == "both" || word == "accounts" ||
        word == "claims")
      return true;
  }
  return false;
}

// Doubts about what somebody claimed just before: in this sentence, else in the one before it.
void Composer::ReachBack() {
  for (const Reach& reach : reaches_) {
    uint32_t target = s_;
    bool own = false;
    for (size_t i = drafts_.size(); i-- > 0 && drafts_[i].sentence == s_ && !own;)
      own = drafts_[i].claim.span.end <= reach.span.begin + 1;
    if (!own && reach.here) continue;
    if (!own) --target;
    // "Neither account could be verified": what two have told, one after the other.
    const bool both = !own && reach.status == ClaimStatus::kUnverified && OfSeveral();
    const std::string* claimant = nullptr;  // the doubt is about one speaker's word, the last one's
    for (size_t i = drafts_.size(); i-- > 0;) {
      Draft& draft = drafts_[i];
      Claim& claim = draft.claim;
      if (target == UINT32_MAX || draft.sentence + both < target) break;
      if (draft.sentence > target || (own && draft.sentence != target) ||
          (own && claim.span.end > reach.span.begin + 1))
        continue;
      if (claim.mode == Mode::kOutlet && claim.status == ClaimStatus::kAsserted) continue;
      // What is no event need not be verified, but for its figure; "the claims" may be denied.
      const bool denied = reach.told && reach.status == ClaimStatus::kDenied;
      const bool figure = !claim.quantities.empty() && reach.status == ClaimStatus::kUnverified;
      if (!pack_.kinds.Traits(claim.kind).event && !denied && !figure) continue;
      if (claim.status != ClaimStatus::kAsserted && reach.status == ClaimStatus::kUnverified)
        continue;
      if (claimant == nullptr) claimant = &claim.claimant;
      if (*claimant != claim.claimant && !both) continue;
      claim.status = reach.status;
      claim.status_span = reach.span;
    }
  }
  reaches_.clear();
}

// "..., which Kyiv denies", "..., a claim denied by Kyiv", "..., a report Kyiv denies".
bool Composer::DeniedAside(uint32_t begin, uint32_t at) const {
  const auto match = pack_.lexicon.status_verbs.Longest(a_.tokens.data(), a_.tokens.size(), at);
  if (!match || a_.tags[at].negated) return false;
  const bool ends = at + 1 >= a_.tokens.size() || a_.tokens[at + 1].kind == TokenKind::kMark;
  if (!ends && Text(at + 1) != "by") return false;
  for (uint32_t i = at; i-- > begin + 1 && i + kDenialReach > at;) {
    if (a_.tokens[i - 1].mark != ',') continue;
    if (Has(i, Is::kRelative)) return pack_.lexicon.statuses[match.value].aside;
    if (!Has(i, Is::kArticle) || Has(i, Is::kPronoun)) return false;
    bool tells = false;
    return ToldWord(i + 1, at, &tells) > i + 1;
  }
  return false;
}

void Composer::SetStatus(uint32_t begin, uint32_t end, const Attribution* attribution,
                         Claim* claim) const {
  if (attribution != nullptr && attribution->status != ClaimStatus::kAsserted) {
    claim->status = attribution->status;
    claim->status_span = claim->cue;
  }
  for (uint32_t at = begin + 1; at < end; ++at) {
    if (!DeniedAside(begin, at)) continue;
    claim->status = ClaimStatus::kDenied;
    claim->status_span = BytesOf(a_.tokens, at, at + 1);
    return;
  }
  if (!MayDoubt(a_.sentences[s_])) return;
  for (uint32_t at = begin; at < end; ++at) {
    const StatusWord* doubt = nullptr;
    bool told_here = false;
    const uint32_t stop = DoubtAt(at, end, &doubt, &told_here);
    if (stop == 0 || !told_here) continue;
    claim->status = doubt->status;
    claim->status_span = BytesOf(a_.tokens, at, stop);
    return;
  }
  for (uint32_t at = begin; at < end; ++at) {
    if (!pack_.lexicon.status_phrases.Starts(a_.tokens[at])) continue;
    const auto match = pack_.lexicon.status_phrases.Longest(a_.tokens.data(), end, at);
    if (!match) continue;
    const ClaimStatus status = StatusTold(at, pack_.lexicon.statuses[match.value]);
    if (status == ClaimStatus::kAsserted) continue;
    claim->status = status;
    claim->status_span = BytesOf(a_.tokens, at, at + match.length);
    break;
  }
}

// By lemma or hash, in order; each as often as it stands there.
std::vector<uint32_t> Composer::ContentWords(const Draft& draft) const {
  constexpr WordClasses kPlain = Bit(Is::kPreposition) | Bit(Is::kAuxiliary) | Bit(Is::kPronoun);
  std::vector<uint32_t> words;
  for (uint32_t at = draft.begin; at < draft.end; ++at) {
    const Token& token = a_.tokens[at];
    if (token.kind != TokenKind::kWord || token.end - token.begin <= 3 ||
        (token.classes & kPlain) != 0)
      continue;
    const WordId lemma = words_.Info(token.word).lemma;
    words.push_back(lemma != 0 ? lemma : token.hash | 0x80000000u);
  }
  std::sort(words.begin(), words.end());
  return words;
}

// Do two sentences tell the same figures and places, of about one length, and both or neither with
// a "not"? Who says it may be told in one of them alone.
bool Composer::SameFacts(const Draft& a, const Draft& b) const {
  const uint32_t size = a.end - a.begin, there = b.end - b.begin;
  if (a.sentence == b.sentence || size * 2 > there * 3 || there * 2 > size * 3 ||
      a.claim.status != b.claim.status ||
      (a.claim.claimant != b.claim.claimant && a.claim.mode != Mode::kOutlet &&
       b.claim.mode != Mode::kOutlet))
    return false;
  const auto same_figure = [](const Quantity& x, const Quantity& y) {
    return x.value == y.value && x.value_max == y.value_max && x.unit == y.unit;
  };
  const auto same_place = [](const PlaceMention& x, const PlaceMention& y) {
    return x.name == y.name;
  };
  const auto negations = [this](const Draft& draft) {
    uint32_t count = 0;
    for (uint32_t at = draft.begin; at < draft.end; ++at) count += Has(at, Is::kNegation);
    return count;
  };
  const auto &figures = a.claim.quantities, &again = b.claim.quantities;
  const auto &places = a.claim.places, &there_too = b.claim.places;
  return std::equal(figures.begin(), figures.end(), again.begin(), again.end(), same_figure) &&
         std::equal(places.begin(), places.end(), there_too.begin(), there_too.end(), same_place) &&
         negations(a) == negations(b);
}

// A headline or standfirst that the body after it tells again is no claim of its own: what shares
// half of its words, or a third when it is of the same kind. Of the first sentences every one folds
// that a later one tells in nearly the same words.
void Composer::FoldHeadlines() {
  std::vector<std::vector<uint32_t>> known(drafts_.size());
  const auto words = [&](size_t draft) -> const std::vector<uint32_t>& {
    if (known[draft].empty()) known[draft] = ContentWords(drafts_[draft]);
    return known[draft];
  };
  const auto shared = [&](size_t one, size_t other) {
    const std::vector<uint32_t>& there = words(other);
    return static_cast<size_t>(std::count_if(
        words(one).begin(), words(one).end(),
        [&there](uint32_t word) { return std::binary_search(there.begin(), there.end(), word); }));
  };
  const auto told = [&](size_t headline, size_t other) {
    const bool same_kind = drafts_[headline].claim.kind == drafts_[other].claim.kind;
    return shared(headline, other) * (same_kind ? 3 : 2) >=
           std::max<size_t>(1, words(headline).size());
  };
  const auto repeated = [&](size_t one, size_t other) {
    return SameFacts(drafts_[one], drafts_[other]) && words(one).size() >= kFewestRepeated &&
           shared(one, other) * 5 >= words(one).size() * 4 &&
           shared(other, one) * 5 >= words(other).size() * 4;
  };
  // "Troops step up assaults near Lyman as evacuations widen": told again in pieces here and there.
  const auto in_pieces = [&](size_t headline) {
    size_t found = 0;
    for (uint32_t word : words(headline)) {
      for (size_t j = headline + 1; j < drafts_.size(); ++j) {
        if (drafts_[j].headline || !std::binary_search(words(j).begin(), words(j).end(), word))
          continue;
        ++found;
        break;
      }
    }
    return found * 5 >= words(headline).size() * 3 && !words(headline).empty();
  };
  std::vector<bool> folded(drafts_.size());
  for (size_t i = 0; i < drafts_.size(); ++i) {
    const bool lead = drafts_[i].sentence < kStandfirst;
    if (!drafts_[i].headline && !lead) continue;
    for (size_t j = i + 1; j < drafts_.size() && !folded[i]; ++j) {
      folded[i] =
          !drafts_[j].headline && ((drafts_[i].headline && told(i, j)) || (lead && repeated(i, j)));
    }
    if (drafts_[i].headline && lead && !folded[i]) folded[i] = in_pieces(i);
  }
  size_t kept = 0;
  for (size_t i = 0; i < drafts_.size(); ++i) {
    if (folded[i]) continue;
    if (kept != i) drafts_[kept] = std::move(drafts_[i]);
    ++kept;
  }
  drafts_.erase(drafts_.begin() + static_cast<std::ptrdiff_t>(kept), drafts_.end());
}

}  // namespace claimscope
