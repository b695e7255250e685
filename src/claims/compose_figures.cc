// The figures of a claim.
#include "claims/composer.h"

#include <algorithm>
#include <cmath>

#include "base/strings.h"

namespace claimscope {
namespace {

constexpr uint32_t kVictimReach = 12;  // words between a victim and what befell him
constexpr double kMostGoals = 60;      // of one side in a game
constexpr double kMostSpeakers = 9;
constexpr double kMillion = 1e6;
constexpr double kMostNamed = 1000;  // a number that is part of a name
constexpr size_t kListed = 8;        // figures of one list
constexpr const char* kPeople = "people";

}  // namespace

// "which killed 12", "that killed 12": in a relative clause.
bool Composer::OfRelative(uint32_t at, uint32_t begin) const {
  for (uint32_t i = at; i-- > begin + 1;) {
    const char mark = a_.tokens[i].mark;
    if (mark == ',' || mark == ';' || mark == ':' || mark == '(' || mark == '~') return false;
    if (a_.tags[i].tag != Tag::kFinite && a_.tags[i].tag != Tag::kAuxiliary) continue;
    while (i > begin + 1 && (a_.tags[i - 1].tag == Tag::kAuxiliary || Has(i - 1, Is::kAdverb))) --i;
    if (i <= begin + 1) return false;  // the claim is that clause
    return (Has(i - 1, Is::kRelative) || Text(i - 1) == "that") && !Has(i - 2, Is::kAnd);
  }
  return false;
}

// "Norway says 40 were killed; Sweden puts the figure at 20": of the same thing.
void Composer::CountAgain(uint32_t begin, uint32_t end, Claim* claim) const {
  if (drafts_.empty() || claim->quantities.size() != 1) return;
  const Draft& last = drafts_.back();
  if (last.sentence + 1 < s_ || last.claim.quantities.empty()) return;
  Quantity& figure = claim->quantities[0];
  const Quantity& told = last.claim.quantities[0];
  if ((!figure.of.empty() && figure.of != told.of) ||
      (figure.unit != "items" && figure.unit != told.unit))
    return;
  for (uint32_t at = begin; at + 2 < end; ++at) {
    if (!Has(at, Is::kTally) || Text(at + 1) != "at" ||
        a_.tokens[at + 2].begin != figure.span.begin)
      continue;
    figure.unit = told.unit;
    figure.of = told.of;
    const bool vague = claim->rule == "statement" || StartsWith(claim->rule, "context.");
    if (!vague) return;
    claim->kind = last.claim.kind;
    claim->rule = last.claim.rule;
    return;
  }
}

void Composer::SetQuantities(const Part& part, uint32_t begin, uint32_t end, Claim* claim) {
  size_t first = 0, first_aside = 0;
  bool chosen = false, aside = false;  // "which killed 12, has": after what the main clause counts
  for (size_t q = quantity_begin_; q < quantity_end_; ++q) {
    const QuantityMention& mention = a_.quantities[q];
    if (mention.begin < begin || mention.number >= end || mention.is_time) continue;
    if (mention.article && !ListItem(claim->kind, mention)) continue;
    if (CountsSpeakers(mention, *claim) || OneOfAny(mention)) continue;
    if (mention.noun_end == 0 && !mention.measured && CountsNothing(claim->kind, mention)) continue;
    Quantity quantity = mention.quantity;
    if (quantity.unit.empty() || quantity.unit == "ones") InheritUnit(claim->kind, q, &quantity);
    AsTheTextHasIt(mention, &quantity);
    NameStrikes(claim->kind, mention, &quantity);
    if (mention.grown > 0) quantity.scope = Scope::kCumulative;
    if (part.piece.quantity == static_cast<int>(q) && !chosen) {
      first = claim->quantities.size();
      chosen = true;
    } else if (!chosen && Preferred(claim->kind, mention)) {
      if (!OfRelative(mention.number, begin)) {
        first = claim->quantities.size();
        chosen = true;
      } else if (!aside) {
        first_aside = claim->quantities.size();
        aside = true;
      }
    }
    claim->quantities.push_back(std::move(quantity));
  }
  if (!chosen && aside) {
    first = first_aside;
    chosen = true;
  }
  if (claim->quantities.empty()) CountVictim(part, begin, end, claim);
  if (chosen && first > 0)
    std::rotate(claim->quantities.begin(),
                claim->quantities.begin() + static_cast<std::ptrdiff_t>(first),
                claim->quantities.begin() + static_cast<std::ptrdiff_t>(first) + 1);
}

// "A woman was killed", "killed a watchman": one. Of the verb that makes the claim one of its kind.
void Composer::CountVictim(const Part& part, uint32_t begin, uint32_t end, Claim* claim) const {
  const KindTraits& traits = pack_.kinds.Traits(claim->kind);
  const uint32_t verb = part.kind.trigger;
  if (traits.unit.empty() || !part.kind.by_verb || verb < begin || verb >= end) return;
  for (size_t q = quantity_begin_; q < quantity_end_; ++q) {
    const QuantityMention& mention = a_.quantities[q];
    if (!mention.article || mention.begin < begin || mention.end > end || mention.noun_end == 0 ||
        (mention.classes & traits.counts) == 0 || CountsSpeakers(mention, *claim))
      continue;
    if (Text(mention.noun) == "couple" || Text(mention.noun) == "crew") continue;  // not one
    // Its subject, or its object: no other verb between them, and no preposition before it.
    const bool before = mention.noun_end <= verb;
    const uint32_t from = before ? mention.noun_end : verb + 1, to = before ? verb : mention.begin;
    const bool led = mention.begin > begin && Has(mention.begin - 1, Is::kPreposition);
    if (led || from + kVictimReach < to || !(before || NoFinite(from, to))) continue;
    bool apart = false;
    for (uint32_t at = from; at < to; ++at)
      apart = apart || (a_.tags[at].OfClause() && a_.tags[at].tag != Tag::kAuxiliary) ||
              a_.tokens[at].mark == ';' || (!before && Has(at, Is::kPreposition));
    // Who kills is no victim, and who is not killed.
    const std::string_view word = Text(verb);
    const bool dies =
        word.starts_with("die") || word.starts_with("perish") || word.starts_with("drown");
    if (before && !dies && !a_.tags[verb].passive) continue;
    bool denied = mention.begin > begin && Has(mention.begin - 1, Is::kNegation);
    for (uint32_t at = std::min(from, to); at < to; ++at) denied = denied || Has(at, Is::kNegation);
    if (apart || denied) continue;
    // "A child and a woman", "a man, a woman and a child": several, of whom no figure tells.
    const uint32_t next = mention.noun_end;
    const bool goes_on =
        next + 1 < end &&
        (Has(next, Is::kAnd) || a_.tokens[next].mark == ',' || Text(next) == "as") &&
        (Has(next + 1, Is::kArticle) || Has(next + 1, Is::kPossessive) || Text(next + 1) == "well");
    const bool follows =
        mention.begin > begin &&
        (Has(mention.begin - 1, Is::kAnd) ||
         (before && mention.begin > begin + 1 && a_.tokens[mention.begin - 1].mark == ',' &&
          (classes_[mention.begin - 2] & traits.counts) != 0));
    if (goes_on || follows) return;
    claim->quantities.push_back(mention.quantity);
    return;
  }
}

// "Hit the town 12 times" counts strikes; "repelled 12 attacks" what the text names.
void Composer::NameStrikes(Kind kind, const QuantityMention& mention, Quantity* quantity) const {
  constexpr std::string_view kStrikes = "strikes";
  if (pack_.kinds.Traits(kind).times) {
    const std::string_view next = Text(mention.end);  // "three times more powerful", "as many"
    if (quantity->unit == "times" && next != "more" && next != "as") quantity->unit = kStrikes;
    return;
  }
  if (quantity->unit != kStrikes || mention.noun_end <= mention.noun) return;
  const std::string last = AsciiLower(Text(mention.noun_end - 1));
  quantity->unit = EndsWith(last, "s") || EndsWith(last, "ing") ? last : last + "s";
}

// "A quarter of the troops" is a share; money but dollars and euros keeps the text's own word.
void Composer::AsTheTextHasIt(const QuantityMention& mention, Quantity* quantity) const {
  if (!mention.measured) {
    if (quantity->value <= 0 || quantity->value >= 1 || quantity->value != quantity->value_max ||
        Text(mention.number).find('.') != std::string_view::npos)  // "to 0.69"
      return;
    quantity->value = quantity->value_max = quantity->si_value =
        std::round(quantity->value * 10000) / 100;
    quantity->unit = "%";
    quantity->si_unit.clear();
    return;
  }
  const uint32_t at = mention.number_end;
  if (at >= mention.end || !quantity->si_unit.empty() || a_.tokens[at].capital) return;
  const auto match = pack_.lexicon.unit_phrases.Longest(a_.tokens.data(), mention.end, at);
  if (match.length != 1 || a_.tokens[at].kind != TokenKind::kWord) return;
  const Unit& unit = pack_.lexicon.units[match.value];
  if (unit.kind != UnitKind::kMoney || unit.name == "usd" || unit.name == "eur") return;
  quantity->si_unit = quantity->unit;
  quantity->unit = std::string(Text(at));
}

// Of several figures, the one that the kind is about.
bool Composer::Preferred(Kind kind, const QuantityMention& mention) const {
  const KindTraits& traits = pack_.kinds.Traits(kind);
  if (traits.measure && mention.measured) return true;
  if (traits.counts == 0 || (mention.classes & traits.counts) != 0) return true;
  return !traits.measure && mention.noun_end == 0;
}

// "Two officials said": who speaks, not what is told.
bool Composer::CountsSpeakers(const QuantityMention& mention, const Claim& claim) const {
  const Span& speaker = claim.claimant_span;
  return mention.quantity.value <= kMostSpeakers &&
         (mention.classes & (territory_ | target_ | weapon_ | pack_.lexicon.known.state)) == 0 &&
         !mention.measured && a_.tokens[mention.number].begin >= speaker.begin &&
         a_.tokens[mention.number].end <= speaker.end;
}

// "One proposal is", "one reason": nobody counts such things.
bool Composer::OneOfAny(const QuantityMention& mention) const {
  if (mention.noun_end == 0 || mention.measured || mention.begin != mention.number ||
      mention.number_end != mention.number + 1 ||
      !EqualsIgnoreAsciiCase(Text(mention.number), "one"))
    return false;
  const NounClasses counted = pack_.lexicon.known.people | weapon_ | target_ | territory_;
  if ((mention.classes & counted) != 0) return false;
  const auto noun =
      pack_.lexicon.noun_phrases.Longest(a_.tokens.data(), a_.tokens.size(), mention.noun);
  return !noun || pack_.lexicon.nouns[noun.value].unit.empty();
}

// "a tank, a pickup": of a kind that counts such things, one each.
bool Composer::ListItem(Kind kind, const QuantityMention& mention) const {
  const KindTraits& traits = pack_.kinds.Traits(kind);
  return traits.list && (mention.classes & traits.counts & weapon_) != 0;
}

// Without a noun: "the first one", "one way or another", "a 2-2 draw", "at the age of 75", "Channel
// 24" count nothing.
bool Composer::CountsNothing(Kind kind, const QuantityMention& mention) const {
  const uint32_t at = mention.number, end = mention.number_end;
  const uint32_t begin = a_.sentences[s_].begin, last = a_.sentences[s_].end;
  const bool word = a_.tokens[at].kind == TokenKind::kWord;
  const bool first = at == begin;
  const std::string_view before = first ? std::string_view() : Text(at - 1);
  if (word && end == at + 1 && mention.begin == at && AsciiLower(Text(at)) == "one") {
    constexpr WordClasses kLeads = Bit(Is::kPreposition) | Bit(Is::kAdverb) | Bit(Is::kAnd) |
                                   Bit(Is::kBut) | Bit(Is::kTo) | Bit(Is::kSubordinator) |
                                   Bit(Is::kRelative);
    // "the first one", "a proxy one", "no one"
    const bool pronoun = !first && (before == "no" || before == "-" ||
                                    (a_.tokens[at - 1].kind == TokenKind::kWord &&
                                     a_.tags[at - 1].tag == Tag::kNone &&
                                     (a_.tokens[at - 1].classes & kLeads) == 0));
    // "killed three in Oslo, one each in Bergen and Molde" counts what its kind does.
    const bool names = pack_.kinds.Traits(kind).unit.empty() && end < last &&
                       a_.tokens[end].kind == TokenKind::kWord && a_.tags[end].tag == Tag::kNone &&
                       !Has(end, Is::kPreposition) && !Has(end, Is::kAnd) && !Has(end, Is::kBut);
    const bool person = end < last && (Has(end, Is::kModal) || Text(end) == "another");
    if (pronoun || names || person) return true;
  }
  if (!word && mention.quantity.value < kMostGoals && end + 1 < last &&
      a_.tokens[end].mark == '-' && a_.tokens[end].glued &&
      a_.tokens[end + 1].kind == TokenKind::kNumber)
    return true;
  if (first || mention.quantity.value != mention.quantity.value_max) return false;
  // "the two have met", "to tell the two apart"
  const bool alone = end >= last || a_.tokens[end].kind == TokenKind::kMark ||
                     a_.tags[end].OfClause() || Has(end, Is::kAdverb);
  if (word && (before == "the" || before == "The") && alone) return true;
  // "the Great Schism of 1054"
  if (!word && before == "of" && at > begin + 1 && a_.tokens[at - 2].capital &&
      mention.begin == at && a_.tokens[at].end - a_.tokens[at].begin == 4)
    return true;
  if (before == "aged" || before == "age" ||
      (before == "of" && at > begin + 1 && Text(at - 2) == "age"))
    return true;
  // A name and its number: "Channel 24", "Flight 93".
  const Token& name = a_.tokens[at - 1];
  return mention.begin == at && at > begin + 1 && name.capital && name.kind == TokenKind::kWord &&
         mention.quantity.value < kMostNamed && !Has(at - 1, Is::kPreposition) &&
         !Has(at - 1, Is::kMonth) && (!word || a_.tokens[at].capital);
}

// "Thousands of Norwegians", "200,000 Swedes": people, whatever else the table knows of them.
const PlaceFinding* Composer::CountsPeople(const QuantityMention& mention) const {
  uint32_t at = mention.number_end;
  if (Text(at) == "of") ++at;
  if (at < a_.tokens.size() && Has(at, Is::kAdjective)) ++at;
  for (size_t p = place_begin_; p < place_end_ && a_.places[p].begin <= at; ++p) {
    const PlaceFinding& place = a_.places[p];
    if (place.begin == at && place.kind == PlaceKind::kDemonym &&
        EndsWith(Text(place.end - 1), "s"))
      return &place;
  }
  return nullptr;
}

// "The number of troops has risen from 5,000 to 24,000": what is counted stands before the verb.
std::string_view Composer::CountedBefore(const QuantityMention& mention) const {
  const uint32_t begin = a_.sentences[s_].begin;
  if (mention.begin <= begin + 2) return {};
  const std::string* unit = nullptr;
  bool counts = false, people = false;
  for (uint32_t at = begin; at + 1 < mention.begin; ++at) {
    const std::string_view word = Text(at);
    people = (people || word == "population") && !Has(at, Is::kSubordinator);
    counts = counts || word == "number" || word == "numbers" || word == "presence" ||
             word == "count" || word == "total" || word == "strength";
    if (!counts && unit != nullptr) continue;
    const auto match = pack_.lexicon.noun_phrases.Longest(a_.tokens.data(), mention.begin, at);
    if (!match) continue;
    const std::string& own = pack_.lexicon.nouns[match.value].unit;
    if (!own.empty() && (!counts || unit == nullptr)) unit = &own;
    at += match.length - 1;
  }
  if (people) return kPeople;
  return counts && unit != nullptr ? std::string_view(*unit) : std::string_view();
}

// "Two billion euros, up from 1.5 billion", "from 1.5 billion to two billion euros".
const QuantityMention* Composer::ComparedMoney(size_t q) const {
  const QuantityMention& mention = a_.quantities[q];
  const bool led = mention.begin > a_.sentences[s_].begin &&
                   (Has(mention.begin - 1, Is::kPreposition) || Text(mention.begin - 1) == "than" ||
                    Has(mention.begin - 1, Is::kTo));
  const uint32_t end = mention.number_end;
  const bool counts =
      mention.noun_end != 0 || (end < a_.sentences[s_].end && a_.tags[end].tag == Tag::kFinite);
  if (!led || counts || mention.quantity.value < kMillion) return nullptr;
  const auto fits = [&](size_t i) {
    return a_.quantities[i].money && a_.quantities[i].quantity.value >= kMillion;
  };
  if (q > quantity_begin_ && fits(q - 1)) return &a_.quantities[q - 1];
  if (q + 1 < quantity_end_ && fits(q + 1)) return &a_.quantities[q + 1];
  return nullptr;
}

// "About 200 were arrested": nobody but people goes without a noun.
bool Composer::HeadsClause(const QuantityMention& mention) const {
  const uint32_t end = mention.number_end, first = a_.sentences[s_].begin;
  if (mention.noun_end != 0 || mention.quantity.value <= 1 || end >= a_.sentences[s_].end ||
      !a_.tags[end].OfClause() || !(Has(end, Is::kAuxiliary) || Has(end, Is::kVerbPast)) ||
      Text(first) == "Of")
    return false;
  if (mention.begin == first) return true;
  const uint32_t before = mention.begin - 1;
  return a_.tokens[before].mark == ',' || a_.tokens[before].kind == TokenKind::kOpenQuote ||
         (Has(before, Is::kAnd) && before > first &&
          a_.tokens[before - 1].kind != TokenKind::kNumber) ||
         Text(before) == "that" || a_.tags[before].tag == Tag::kFinite;
}

// "wounded four", "including 53 in Oryol": the noun stands before, or is plain from the kind.
void Composer::InheritUnit(Kind kind, size_t q, Quantity* quantity) const {
  const QuantityMention& mention = a_.quantities[q];
  const std::string& own = pack_.kinds.Traits(kind).unit;
  if (const PlaceFinding* people = CountsPeople(mention)) {
    quantity->unit = kPeople;
    quantity->of = std::string(TextOf(text_, BytesOf(a_.tokens, people->begin, people->end)));
    return;
  }
  if (const QuantityMention* money = ComparedMoney(q)) {
    quantity->unit = money->quantity.unit;
    return;
  }
  if (own.empty()) {
    if (const std::string_view unit = CountedBefore(mention); !unit.empty()) {
      quantity->unit = unit;
      return;
    }
    const QuantityMention* found = nullptr;
    for (size_t i = q; i-- > 0 && i + kListed >= q;) {
      const QuantityMention& before = a_.quantities[i];
      if (s_ > 0 && before.begin < a_.sentences[s_ - 1].begin) break;
      if (before.measured || before.is_time || before.article || before.quantity.unit.empty())
        continue;
      // "97 fighters from 26 countries. Forty of them ...": not the countries.
      const std::string_view lead = before.begin > 0 ? Text(before.begin - 1) : "";
      const bool aside = lead == "from" || lead == "in" || lead == "across" || lead == "within";
      if (found == nullptr || !aside) found = &before;
      if (!aside) break;
    }
    if (found != nullptr) {
      quantity->unit = found->quantity.unit;
      quantity->of = found->quantity.of;
      return;
    }
    if (HeadsClause(mention)) {
      quantity->unit = kPeople;
      return;
    }
  }
  quantity->unit = own.empty() ? "items" : own;
}

}  // namespace claimscope
