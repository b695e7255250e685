// Sentences become drafts, drafts claims.
#include "base/stable_sort.h"
#include "claims/composer.h"

#include <algorithm>

#include "base/strings.h"

namespace claimscope {

std::vector<Claim> Composer::Run() {
  Classify();
  FindSeams();
  scenes_ = pack_.scenes.Of(a_.tokens, classes_);
  on_topic_ = OnTopic();
  political_ = Political();
  CountCountries();
  size_t quantity = 0, date = 0, place = 0, attribution = 0;
  for (uint32_t s = 0; s < a_.sentences.size(); ++s) {
    const Sentence& sentence = a_.sentences[s];
    s_ = s;
    quantity_begin_ = Advance(a_.quantities, sentence.begin, &quantity);
    quantity_end_ = Upto(a_.quantities, sentence.end, quantity);
    date_begin_ = Advance(a_.dates, sentence.begin, &date);
    date_end_ = Upto(a_.dates, sentence.end, date);
    place_begin_ = Advance(a_.places, sentence.begin, &place);
    place_end_ = Upto(a_.places, sentence.end, place);
    while (attribution < a_.attributions.size() && a_.attributions[attribution].sentence < s)
      ++attribution;
    attribution_begin_ = attribution;
    attribution_end_ = attribution;
    while (attribution_end_ < a_.attributions.size() &&
           a_.attributions[attribution_end_].sentence == s)
      ++attribution_end_;
    FindReport();
    ReadSentence(sentence);
  }
  FoldHeadlines();
  std::vector<Claim> claims;
  claims.reserve(drafts_.size());
  for (Draft& draft : drafts_) claims.push_back(std::move(draft.claim));
  const auto before = [](const Claim& x, const Claim& y) {
    if (x.span.begin != y.span.begin) return x.span.begin < y.span.begin;
    if (x.span.end != y.span.end) return x.span.end < y.span.end;
    return x.kind < y.kind;
  };
  if (!std::is_sorted(claims.begin(), claims.end(), before)) StableSort(&claims, before);
  return claims;
}

// What begins at every token: noun classes, places, numbers.
void Composer::Classify() {
  classes_.assign(a_.tokens.size(), 0);
  const size_t count = a_.tokens.size();
  for (uint32_t at = 0; at < count; ++at) {
    const Token& token = a_.tokens[at];
    if (token.kind == TokenKind::kNumber) classes_[at] |= kNumberClass;
    if (token.kind != TokenKind::kWord || !pack_.lexicon.noun_phrases.Starts(token)) continue;
    const auto match = pack_.lexicon.noun_phrases.Longest(a_.tokens.data(), count, at);
    if (!match) continue;
    // A verb is no noun: "attacks the town".
    if (match.length == 1 && a_.tags[at].tag != Tag::kNone) continue;
    classes_[at] |= pack_.lexicon.nouns[match.value].classes;
    at += match.length - 1;
  }
  actor_countries_.assign(count, 0);
  medium_.assign(count, false);
  for (uint32_t at = 0; at < count; ++at) {
    if (!a_.tokens[at].capital) continue;
    const auto match = pack_.actors.Longest(a_.tokens.data(), count, at);
    if (!match) continue;
    const Actor& actor = pack_.actors.At(match.value, article_.date);
    // Where a newspaper is printed is not what it writes of.
    const bool medium = actor.kind == ActorKind::kMedia;
    // "the Brightly Congress": a longer name, of a word that no table knows
    const bool inside = match.length == 1 && actor.kind == ActorKind::kBody && at > 0 &&
                        a_.tokens[at - 1].NameLike() && !a_.tokens[at].paragraph;
    // "the Senate of Norway"
    const bool other = actor.kind == ActorKind::kBody &&
                       OfAnotherState(a_.tokens, a_.places, at + match.length, actor.country);
    if (actor.side != Side::kOutlet && !medium && !inside && !other)
      actor_countries_[at] = actor.country;
    for (uint32_t i = at; medium && i < at + match.length; ++i) medium_[i] = true;
    if (actor.kind == ActorKind::kPerson && actor.side != Side::kOutlet &&
        actor.side != Side::kIndependent)
      classes_[at] |= kActorClass;
    at += match.length - 1;
  }
  // A figure without a noun counts what the one before it counts: "53 in Oryol", "of which 13".
  counted_.assign(a_.quantities.size(), 0);
  for (size_t q = 0; q < a_.quantities.size(); ++q) {
    const QuantityMention& mention = a_.quantities[q];
    counted_[q] = mention.classes;
    if (mention.noun_end == 0) classes_[mention.number] |= mention.classes;  // "thousands fled"
    if (mention.classes == 0 && mention.noun_end == 0 && !mention.measured && q > 0 &&
        mention.begin < a_.quantities[q - 1].end + 40) {
      counted_[q] = counted_[q - 1];
      classes_[mention.number] |= counted_[q];
    }
  }
  for (const PlaceFinding& place : a_.places) {
    if (place.kind == PlaceKind::kDemonym) continue;
    // What is done to a country is done to a state: "the attack on Ukraine".
    const bool state = place.kind == PlaceKind::kCapital || place.kind == PlaceKind::kCountry;
    const bool inside =
        place.located && place.begin > 1 &&
        (Has(place.begin - 1, Is::kCountryLead) || Has(place.begin - 2, Is::kMotion));
    classes_[place.begin] |= state && !inside ? kCapitalClass : kPlaceClass;
  }
}

bool Composer::OnTopic() const {
  for (const Sentence& sentence : a_.sentences) {
    if (!pack_.topic.In(sentence.starts)) continue;
    for (uint32_t at = sentence.begin; at < sentence.end; ++at) {
      if (pack_.topic.Longest(a_.tokens.data(), a_.tokens.size(), at)) return true;
    }
  }
  return false;
}

void Composer::ReadSentence(const Sentence& sentence) {
  if (sentence.dateline || sentence.question || sentence.end - sentence.begin < 3) return;
  const bool headline = IsHeadline(sentence);
  if (s_ > 0 && AllCapitals(sentence)) return;  // a line that points to another article
  FindAsides(sentence);
  Sentence rest = sentence;
  if (sentence.begin >= listed_to_) ReadTallies(sentence);
  if (sentence.begin < listed_to_) {
    if (sentence.end < listed_to_ + 3) return;
    rest.begin = listed_to_;
  }
  std::vector<Part>& parts = parts_;
  parts.clear();
  for (const Piece& piece : SplitClauses(text_, a_.tokens, rest, a_.tags, a_.quantities,
                                         quantity_begin_, quantity_end_, pack_.lexicon)) {
    parts.push_back(Look(piece));
  }
  InheritVerbs(&parts);
  Merge(&parts);
  ShareTail(&parts);
  const bool status_only = StatusSentence(sentence);
  FindAsked(sentence);
  for (size_t i = 0; i < parts.size(); ++i) {
    const Part& part = parts[i];
    shares_ = part.shares;
    figures_follow_ = !part.shares && i + 1 < parts.size() &&
                      (parts[i + 1].piece.joint == Joint::kIncluding ||
                       parts[i + 1].piece.joint == Joint::kFigure);
    if ((status_only || DoubtOnly(part)) && part.kind.weight < kStrong) continue;
    if (Asked(part)) continue;
    Emit(part, parts.size() == 1, headline);
  }
  ReachBack();
}

// Every word in capitals, and more than a few of them.
bool Composer::AllCapitals(const Sentence& sentence) const {
  uint32_t words = 0;
  for (uint32_t at = sentence.begin; at < sentence.end; ++at) {
    const Token& token = a_.tokens[at];
    if (token.kind != TokenKind::kWord || token.end - token.begin < 2 || token.glued) continue;
    if (!token.all_caps) return false;
    ++words;
  }
  return words >= 5;
}

// A first line without a full stop, or one that is the title.
bool Composer::IsHeadline(const Sentence& sentence) const {
  const Span span = BytesOf(a_.tokens, sentence.begin, sentence.end);
  const std::string_view words = TextOf(text_, span);
  if (!article_.title.empty() && TrimAscii(article_.title) == words) return true;
  const char last = a_.tokens[sentence.end - 1].mark;
  const bool open = last != '.' && last != '!' && last != '?' && last != '"' && last != ':';
  const bool alone = a_.tokens[sentence.begin].paragraph &&
                     (sentence.end >= a_.tokens.size() || a_.tokens[sentence.end].paragraph);
  return alone && open && sentence.paragraph < 40 && sentence.end - sentence.begin < 40;
}

void Composer::Emit(const Part& part, bool whole, bool headline) {
  uint32_t begin = part.piece.begin, end = part.piece.end;
  // The joint word and the marks at the edges are no part of the claim.
  while (begin < end && (a_.tokens[begin].mark == ',' || a_.tokens[begin].mark == ';' ||
                         a_.tokens[begin].mark == '~' ||
                         (part.piece.joint != Joint::kStart &&
                          (Has(begin, Is::kAnd) || (Text(begin) == "but"))))) {
    ++begin;
  }
  while (end > begin && (a_.tokens[end - 1].mark == ',' || a_.tokens[end - 1].mark == ';' ||
                         a_.tokens[end - 1].mark == ':' || a_.tokens[end - 1].mark == '~' ||
                         (Has(end - 1, Is::kAnd) && !whole))) {
    --end;
  }
  while (end > begin + 1 && a_.tokens[end - 1].mark == '.' && a_.tokens[end - 2].mark == '.') --end;
  KeepWhole(&begin, &end);
  TrimQuotes(&begin, &end);
  if (end < begin + 2) return;
  if (a_.tokens[a_.sentences[s_].end - 1].mark == ':' && end - begin < 30)
    return;  // what follows says it
  const Attribution* attribution = AttributionOf(begin, end);
  if (attribution == nullptr && Reported(part.kind.kind)) attribution = report_;
  const bool figure_piece =
      part.piece.joint == Joint::kFigure || part.piece.joint == Joint::kIncluding;
  if (!part.verb && !figure_piece && !headline && part.kind.weight < 8) return;
  if (!part.verb && !figure_piece && headline && part.kind.weight < 5) return;
  if (part.kind.weight == 0 && !OtherClaim(part, begin, end, attribution, headline)) return;
  if (EmptyTag(begin, end, attribution) || WrittenBy(begin, end) || OfPicture(begin, end)) return;
  if (attribution == nullptr ? Asks(begin, end) : Question(begin, end, *attribution)) return;
  Draft draft;
  draft.begin = begin;
  draft.end = end;
  draft.sentence = s_;
  draft.headline = headline;
  Claim& claim = draft.claim;
  claim.span = BytesOf(a_.tokens, begin, end);
  claim.kind = part.kind.kind;
  draft.rule = part.kind.rule >= 0 ? &pack_.kinds[part.kind.rule] : nullptr;
  claim.rule = draft.rule != nullptr ? draft.rule->id : "statement";
  Attribute(attribution, &claim);
  draft.weak = part.kind.weight <= kTopic;
  if (draft.weak) KindFromContext(part, begin, end, attribution, &claim);
  SetQuantities(part, begin, end, &claim);
  CountAgain(begin, end, &claim);
  SetPlaces(begin, end, attribution, &draft);
  SetTime(begin, end, &claim);
  const bool grown = AnyFigure(begin, end, [](const auto& figure) { return figure.grown > 0; });
  const bool part_of = AnyFigure(begin, end, [](const auto& figure) { return figure.whole > 0; });
  if (grown) CountOn(&claim);
  SetStatus(begin, end, attribution, &claim);
  SetActor(part, begin, end, &claim);
  FollowStory(draft);
  drafts_.push_back(std::move(draft));
  if (!grown && !part_of) return;
  const Draft told = drafts_.back();
  for (size_t q = quantity_begin_; q < quantity_end_; ++q) {
    const QuantityMention& mention = a_.quantities[q];
    if (mention.begin < begin || mention.end > end) continue;
    EmitGrown(mention, mention.quantity, told);
    EmitWhole(mention, told);
  }
}

// Where something was cut out of the page, in bytes of the text that is left.
void Composer::FindSeams() {
  uint32_t gone = 0;
  for (const Cut& cut : article_.cuts) {
    if (cut.reason != CutReason::kBlank) seams_.push_back(cut.span.begin - gone);
    gone += cut.span.end - cut.span.begin;
  }
}

// A claim is words of the page that stand there together: of two pieces the longer.
void Composer::KeepWhole(uint32_t* begin, uint32_t* end) const {
  if (*end <= *begin) return;
  auto seam = std::upper_bound(seams_.begin(), seams_.end(), a_.tokens[*begin].begin);
  for (; seam != seams_.end() && *seam < a_.tokens[*end - 1].end; ++seam) {
    uint32_t at = *begin;
    while (at < *end && a_.tokens[at].begin < *seam) ++at;
    if (at - *begin >= *end - at) {
      *end = at;
      return;
    }
    *begin = at;
  }
}

// A quotation mark at the edge whose partner stands elsewhere.
void Composer::TrimQuotes(uint32_t* begin, uint32_t* end) const {
  int depth = 0;
  bool closes_outside = false;
  for (uint32_t at = *begin; at < *end; ++at) {
    if (a_.tokens[at].kind == TokenKind::kOpenQuote) ++depth;
    if (a_.tokens[at].kind == TokenKind::kCloseQuote) {
      closes_outside = closes_outside || depth == 0;
      if (depth > 0) --depth;
    }
  }
  if (closes_outside && a_.tokens[*end - 1].kind == TokenKind::kCloseQuote && depth == 0) --*end;
  if (depth > 0 && *end > *begin && a_.tokens[*begin].kind == TokenKind::kOpenQuote) ++*begin;
}

// A statement that no rule knows: kept when somebody makes it, or it names somebody or something.
bool Composer::OtherClaim(const Part& part, uint32_t begin, uint32_t end,
                          const Attribution* attribution, bool headline) const {
  if (headline || !part.verb || end - begin < 5) return false;
  if (attribution != nullptr && !attribution->carried && Says(*attribution, begin, end))
    return true;
  // "Officers said they had crawled out": told, not merely talked.
  if (attribution != nullptr && attribution->mode == Mode::kIndirect) {
    const uint32_t from = std::max(begin, attribution->content_begin);
    for (uint32_t at = from; at < std::min(end, attribution->content_end); ++at) {
      if (a_.tags[at].tag == Tag::kFinite) return true;
    }
  }
  if (attribution != nullptr && end - begin >= 8 && !ShortSpeech(begin, end)) return true;
  bool named = (classes_[begin] & (kPlaceClass | kCapitalClass | kActorClass)) != 0;
  for (uint32_t at = begin + 1; at < end; ++at)
    named = named || (a_.tokens[at].capital && a_.tokens[at].kind == TokenKind::kWord);
  return named || part.figure || part.dated ||
         (end - begin >= 7 && (on_topic_ || TellsWhatHappened(begin, end)));
}

// Not "He said in a video."
bool Composer::Says(const Attribution& a, uint32_t begin, uint32_t end) const {
  if (a.content_begin >= a.cue_end && a.content_begin < end &&
      Has(a.content_begin, Is::kPreposition) &&
      NoFinite(a.content_begin, std::min(a.content_end, end)))
    return false;
  return Overlap(begin, end, a.content_begin, a.content_end) +
             Overlap(begin, end, a.content2_begin, a.content2_end) >=
         kLeastSaid;
}

// "I have to go", "you know what we mean": of nobody but who speaks and who listens.
bool Composer::ShortSpeech(uint32_t begin, uint32_t end) const {
  for (uint32_t at = begin; at < end; ++at) {
    if (a_.tokens[at].word == you_word_ && you_word_ != 0) return true;
    if (Has(at, Is::kFirstPerson) && !a_.tokens[at].all_caps) return true;  // "US" is not "us"
  }
  return false;
}

// "The damage was so great that the house was demolished": something that was done, of nobody who
// speaks or is spoken to.
bool Composer::TellsWhatHappened(uint32_t begin, uint32_t end) const {
  if (ShortSpeech(begin, end)) return false;
  bool done = false;
  for (uint32_t at = begin; at < end; ++at) {
    const TagInfo& tag = a_.tags[at];
    done = done || (tag.tag == Tag::kFinite && !tag.modal && Has(at, Is::kVerbPast) &&
                    !Has(at, Is::kBeForm) && !Has(at, Is::kHaveForm));
  }
  return done;
}

std::vector<Claim> ComposeClaims(const Article& article, const Analysis& analysis,
                                 const RulePack& pack) {
  return Composer(article, analysis, pack).Run();
}

}  // namespace claimscope
