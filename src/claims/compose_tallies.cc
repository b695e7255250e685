// Lists of losses: "The enemy has lost: tanks - 9,325 (+11); drones - 18,840 (+51)". No item has a
// verb; the lead says of whom, when and what, each item what is counted and how often, and in
// brackets by how much that grew in a day.
#include "claims/composer.h"

#include <algorithm>

#include "base/strings.h"

namespace claimscope {
namespace {

constexpr uint32_t kLabelWords = 10;
constexpr uint32_t kTailWords = 10;  // behind the figure: "units", "(+11)"
constexpr uint32_t kLeastItems = 2;
constexpr uint32_t kMostItems = 80;
constexpr uint32_t kSourceReach = 3;  // sentences from the list to who is its source
constexpr int kLongAgo = 365;         // days

}  // namespace

// The figure whose words begin at a token; null: none.
const QuantityMention* Composer::FigureAt(uint32_t at) const {
  const auto found = std::lower_bound(
      a_.quantities.begin(), a_.quantities.end(), at,
      [](const QuantityMention& mention, uint32_t token) { return mention.begin < token; });
  return found != a_.quantities.end() && found->begin == at ? &*found : nullptr;
}

// The item that begins at `at`: a label, a dash or colon, a figure. `end`: of what may be it.
bool Composer::ReadTally(uint32_t at, uint32_t end, Tally* tally) const {
  const auto separates = [&](uint32_t i) {
    const Token& token = a_.tokens[i];
    return token.mark == '~' || token.mark == ':' ||
           (token.mark == '-' && !(token.glued && i + 1 < end && a_.tokens[i + 1].glued));
  };
  while (at < end && a_.tokens[at].kind == TokenKind::kMark && a_.tokens[at].mark != '(') ++at;
  uint32_t i = at;
  for (; i < end && i < at + kLabelWords && !separates(i); ++i) {
    const Token& token = a_.tokens[i];
    const bool joins = token.mark == '/' || token.mark == '-' || token.mark == '&';
    if (token.kind != TokenKind::kWord && !joins) return false;
    if (a_.tags[i].tag == Tag::kAuxiliary || a_.tags[i].modal || Has(i, Is::kPronoun)) return false;
  }
  if (i == at || i + 1 >= end || !separates(i)) return false;
  tally->begin = at;
  tally->label_end = i;
  tally->total = FigureAt(i + 1);
  if (tally->total == nullptr || tally->total->number >= end || tally->total->is_time) return false;
  const uint32_t limit = std::min(end, tally->total->end + kTailWords);
  for (i = tally->total->end; i < limit; ++i) {
    const Token& token = a_.tokens[i];
    if (token.mark == ';' || token.mark == '.' || token.mark == ',') break;
    if (token.mark == '(') {  // "(0)"
      while (i < limit && a_.tokens[i].mark != ')') ++i;
      if (i == limit) return false;
      continue;
    }
    if (token.kind != TokenKind::kWord || a_.tags[i].tag == Tag::kAuxiliary) return false;
  }
  if (i == limit && limit != end) return false;
  tally->end = i;
  return true;
}

// "- 739 tanks;", "- a recovery vehicle.": a figure and what it counts, on a line of its own.
bool Composer::ReadCounted(uint32_t at, uint32_t end, Tally* tally) const {
  while (at < end && a_.tokens[at].kind == TokenKind::kMark && a_.tokens[at].mark != '(') ++at;
  const QuantityMention* const found = FigureAt(at);
  const NounClasses lost = weapon_ | pack_.lexicon.known.people;
  if (found == nullptr || found->noun_end <= at || found->noun_end > end || found->is_time ||
      found->measured || (found->classes != 0 && (found->classes & lost) == 0))
    return false;
  const uint32_t limit = std::min(end, found->end + kTailWords);
  uint32_t i = found->end;
  for (; i < limit && a_.tokens[i].mark != ';' && a_.tokens[i].mark != '.'; ++i) {
    if (a_.tags[i].OfClause() || a_.tokens[i].mark == ',') return false;
  }
  if (i == limit && limit != end) return false;
  tally->begin = tally->label_end = at;
  tally->end = std::max(i, found->noun_end);
  tally->total = found;
  tally->classes = found->classes;
  tally->unit = found->quantity.unit;
  tally->of = found->quantity.of;
  return true;
}

// What the label names: "tanks", "vehicles and fuel tanks".
void Composer::NameTally(Tally* tally) const {
  tally->of = std::string(TextOf(text_, BytesOf(a_.tokens, tally->begin, tally->label_end)));
  for (uint32_t at = tally->begin; at < tally->label_end; ++at) {
    const auto match = pack_.lexicon.noun_phrases.Longest(a_.tokens.data(), tally->label_end, at);
    if (!match) continue;
    const Noun& noun = pack_.lexicon.nouns[match.value];
    if (!noun.unit.empty()) {
      tally->classes = noun.classes;
      tally->unit = noun.unit;
      return;
    }
    tally->classes |= noun.classes;
    at += match.length - 1;
  }
  const std::string last = AsciiLower(Text(tally->label_end - 1));
  tally->unit = EndsWith(last, "s") ? last : "items";
}

// Whose the list is: said in its lead, or else right before or behind it.
const Attribution* Composer::SourceOfList(uint32_t lead, uint32_t last) {
  const Attribution* found = nullptr;
  size_t i = attribution_begin_;
  while (i > 0 && a_.attributions[i - 1].sentence + kSourceReach >= lead) --i;
  for (; i < a_.attributions.size() && a_.attributions[i].sentence <= last + 1; ++i) {
    const Attribution& a = a_.attributions[i];
    if (a.kind == CueKind::kThink || !a.named) continue;
    const bool own = a.sentence >= lead && a.sentence <= last;
    if (a.sentence > last && (found != nullptr || !a.back)) break;
    const bool relays = a.media && found != nullptr && !found->media;
    if (!relays) found = &a;
    if (own && !a.media) break;
  }
  const uint32_t paragraph = a_.sentences[lead].paragraph;
  if (found == nullptr || a_.sentences[found->sentence].paragraph != paragraph) {
    if (const Actor* const issuer = Issuer(lead)) {
      listed_ = Attribution();
      listed_.sentence = lead;
      listed_.claimant = issuer->name;
      listed_.side = issuer->side;
      listed_.named = true;
      return &listed_;
    }
  }
  if (found == nullptr) return nullptr;
  listed_ = Unnamed(*found);
  return &listed_;
}

// "The General Staff published the enemy's losses. ...": the body that gave the list out, told in
// the paragraph of its lead.
const Actor* Composer::Issuer(uint32_t lead) const {
  constexpr uint32_t kReach = 8;  // words from the body to what it did
  uint32_t first = lead;
  while (first > 0 && a_.sentences[first - 1].paragraph == a_.sentences[lead].paragraph &&
         first + kSourceReach > lead)
    --first;
  const auto count = static_cast<uint32_t>(a_.tokens.size());
  for (uint32_t at = a_.sentences[first].begin; at < a_.sentences[lead].end; ++at) {
    if (!a_.tokens[at].capital) continue;
    const auto match = pack_.actors.Longest(a_.tokens.data(), count, at);
    if (!match || pack_.actors[match.value].kind != ActorKind::kBody) continue;
    const uint32_t end = std::min(a_.sentences[lead].end, at + match.length + kReach);
    for (uint32_t verb = at + match.length; verb < end && a_.tokens[verb].mark != '.'; ++verb) {
      if (a_.tags[verb].tag == Tag::kFinite)
        return Has(verb, Is::kIssued) && !a_.tags[verb].passive ? &pack_.actors[match.value]
                                                                : nullptr;
    }
  }
  return nullptr;
}

// Of a lead that ends with a colon, or holds one, and of the items behind it: a claim each.
void Composer::ReadTallies(const Sentence& sentence) {
  uint32_t colon = sentence.begin;
  while (colon < sentence.end && a_.tokens[colon].mark != ':') ++colon;
  if (colon == sentence.end || colon < sentence.begin + 2) return;
  std::vector<Tally> tallies;
  uint32_t at = colon + 1, last = s_;
  size_t known = 0;  // items of which the table knows what is counted
  for (uint32_t s = s_; s < a_.sentences.size() && tallies.size() < kMostItems; ++s) {
    const uint32_t end = a_.sentences[s].end;
    const size_t before = tallies.size();
    at = std::max(at, a_.sentences[s].begin);
    while (at < end && tallies.size() < kMostItems) {
      Tally tally;
      if (ReadTally(at, end, &tally))
        NameTally(&tally);
      else if (s == s_ || at != a_.sentences[s].begin || !ReadCounted(at, end, &tally))
        break;
      known += tally.classes != 0;
      tallies.push_back(tally);
      at = tally.end;
      while (at < end && (a_.tokens[at].kind == TokenKind::kMark || Has(at, Is::kAnd))) ++at;
    }
    if (tallies.size() > before) last = s;
    const bool whole = s == s_ && at == colon + 1 && at >= end;
    if ((tallies.size() == before && !whole) || (at < end && at > colon + 1)) break;
  }
  if (tallies.size() < kLeastItems || known * 2 < tallies.size()) return;
  Part lead = Look({sentence.begin, colon});
  // "The enemy has also lost: tanks - 5": the items are the verb's object.
  uint32_t verb = colon - 1;  // "have lost about:"
  while (verb > sentence.begin + 1 && (Has(verb, Is::kPreposition) || Has(verb, Is::kAdverb)))
    --verb;
  if (Has(verb, Is::kVerbPast) || Has(verb, Is::kVerbPart)) {
    const KindFinding found = pack_.kinds.JudgeObject(a_.tokens, words_, scenes_, verb,
                                                      tallies[0].classes | kNumberClass);
    const bool lists = found.weight > 0 && pack_.kinds.Traits(found.kind).list;
    if (lists || verb + 1 == colon) lead.kind = found;  // not "are estimated at:"
  }
  if (lead.kind.weight == 0 || !pack_.kinds.Traits(lead.kind.kind).list) return;
  Draft draft;
  draft.sentence = s_;
  const Attribution* const attribution = SourceOfList(s_, last);
  Attribute(attribution, &draft.claim);
  draft.claim.kind = lead.kind.kind;
  draft.claim.rule = pack_.kinds[lead.kind.rule].id;
  const size_t places = place_end_;  // those of the lead
  place_end_ = Upto(a_.places, colon, place_begin_);
  SetPlaces(sentence.begin, colon, attribution, &draft);
  place_end_ = places;
  draft.claim.places.clear();
  SetTime(sentence.begin, colon, &draft.claim);
  if (std::any_of(tallies.begin(), tallies.end(),
                  [](const Tally& tally) { return tally.total->grown > 0; }))
    CountOn(&draft.claim);
  SetStatus(sentence.begin, colon, attribution, &draft.claim);
  SetActor(lead, sentence.begin, colon, &draft.claim);
  for (const Tally& tally : tallies) EmitTally(tally, lead, draft);
  listed_to_ = at;
}

// What grows day by day is told since when right before: "from 24 February 2022 to 3 May 2024".
void Composer::CountOn(Claim* claim) const {
  for (size_t d = drafts_.size(); d-- > 0 && drafts_[d].sentence + kSourceReach >= s_;) {
    const Claim& told = drafts_[d].claim;
    if (claim->time.from != claim->time.to || told.time.to != claim->time.to ||
        told.time.from + kLongAgo > told.time.to)
      continue;
    claim->time = told.time;
    claim->time_basis = told.time_basis;
    return;
  }
}

void Composer::EmitTally(const Tally& tally, const Part& lead, const Draft& of) {
  Draft draft = of;
  draft.begin = tally.begin;
  draft.end = tally.end;
  Claim& claim = draft.claim;
  claim.span = BytesOf(a_.tokens, tally.begin, tally.end);
  const bool lost =
      lead.kind.by_verb || (classes_[lead.kind.trigger] & pack_.lexicon.known.casualty) != 0;
  if (lost) {
    const KindFinding found =
        pack_.kinds.JudgeObject(a_.tokens, words_, scenes_, lead.kind.trigger,
                                tally.classes | kNumberClass, lead.kind.by_verb ? 0 : lose_word_);
    if (found.weight > 0) {
      claim.kind = found.kind;
      claim.rule = pack_.kinds[found.rule].id;
    }
  }
  Quantity quantity = tally.total->quantity;
  quantity.unit = tally.unit;
  quantity.of = tally.of;
  if (tally.total->grown > 0) quantity.scope = Scope::kCumulative;
  claim.quantities.assign(1, quantity);
  drafts_.push_back(draft);
  EmitGrown(*tally.total, quantity, std::move(draft));
}

// "9,325 (+11 in the past day) tanks": the day is that of the eleven.
bool Composer::OfGrowth(uint32_t at) const {
  for (size_t q = quantity_begin_; q < quantity_end_; ++q) {
    if (at >= a_.quantities[q].grown_begin && at < a_.quantities[q].grown_end) return true;
  }
  return false;
}

// "9,325 (+11) tanks": what came on top in the last day is a claim of its own.
void Composer::EmitGrown(const QuantityMention& mention, const Quantity& total, Draft draft) {
  if (mention.grown <= 0) return;
  draft.begin = mention.grown_begin;
  draft.end = mention.grown_end;
  Claim& claim = draft.claim;
  claim.span = BytesOf(a_.tokens, draft.begin, draft.end);
  claim.places.clear();
  Quantity quantity;
  quantity.span = claim.span;
  quantity.value = quantity.value_max = quantity.si_value = mention.grown;
  quantity.unit = total.unit;
  quantity.of = total.of;
  quantity.scope = Scope::kIncremental;
  claim.quantities.assign(1, std::move(quantity));
  if (claim.time.to.known()) {
    claim.time.from = claim.time.to - 1;
    claim.time_basis = TimeBasis::kRelative;
  }
  drafts_.push_back(std::move(draft));
}

// "Shot down 46 of the 51 drones launched overnight": that so many were launched is a claim of its
// own; not of what nobody launches ("three of the 14 sailors").
void Composer::EmitWhole(const QuantityMention& mention, Draft draft) {
  if (mention.whole <= 0 || mention.noun_end <= mention.whole_end || launch_word_ == 0 ||
      (mention.classes & pack_.lexicon.known.people) != 0)
    return;
  const KindFinding found = pack_.kinds.JudgeObject(a_.tokens, words_, scenes_, mention.noun,
                                                    mention.classes | kNumberClass, launch_word_);
  // Of what was shot down, hit or beaten back; not of what was bought, nor of "5 of its 31 tanks".
  const bool repelled = draft.rule != nullptr && draft.rule->whole;
  const KindTraits& traits = pack_.kinds.Traits(draft.claim.kind);
  const bool fought = traits.report && traits.unit.empty() && pack_.kinds.Traits(found.kind).times;
  if (found.weight == 0 || !(repelled || fought) || Has(mention.whole_begin - 1, Is::kPossessive))
    return;
  draft.begin = mention.whole_begin;
  // "launched since Monday", "that Russia launched": what is said of them goes on.
  const uint32_t behind = mention.noun_end;
  const bool goes_on =
      behind < draft.end && (Has(behind, Is::kRelative) || a_.tags[behind].tag == Tag::kParticiple);
  if (!goes_on) draft.end = behind;
  Claim& claim = draft.claim;
  claim.span = BytesOf(a_.tokens, draft.begin, draft.end);
  // Where a part of them came down is not where all of them flew.
  if (claim.kind != found.kind && draft.region != 0 && !goes_on &&
      pack_.kinds.Traits(found.kind).times) {
    draft.region = pack_.gazetteer.CountryOf(draft.region);
    claim.region = std::string(pack_.gazetteer.Code(draft.region));
  }
  claim.kind = found.kind;
  claim.rule = pack_.kinds[found.rule].id;
  Quantity quantity = mention.quantity;
  quantity.span = BytesOf(a_.tokens, mention.whole_begin, mention.noun_end);
  quantity.value = quantity.value_max = quantity.si_value = mention.whole;
  quantity.bound = Bound::kExact;
  claim.quantities.assign(1, std::move(quantity));
  drafts_.push_back(std::move(draft));
}

}  // namespace claimscope
