// The figures of a claim.
#include "claims/composer.h"

#include <algorithm>
#include <cmath>

namespace claimscope {

void Composer::SetQuantities(const Part& part, uint32_t begin, uint32_t end, Claim* claim) {
  size_t first = 0;
  bool chosen = false;
  for (size_t q = quantity_begin_; q < quantity_end_; ++q) {
    const QuantityMention& mention = a_.quantities[q];
    if (mention.begin < begin || mention.number >= end || mention.is_time) continue;
    if (mention.article && !ListItem(claim->kind, mention)) continue;
    Quantity quantity = mention.quantity;
    if (quantity.unit.empty()) InheritUnit(claim->kind, q, &quantity);
    AsTheTextHasIt(mention, &quantity);
    if (part.piece.quantity == static_cast<int>(q) && !chosen) {
      first = claim->quantities.size();
      chosen = true;
    } else if (!chosen && Preferred(claim->kind, mention)) {
      first = claim->quantities.size();
      chosen = true;
    }
    claim->quantities.push_back(std::move(quantity));
  }
  if (chosen && first > 0)
    std::rotate(claim->quantities.begin(),
                claim->quantities.begin() + static_cast<std::ptrdiff_t>(first),
                claim->quantities.begin() + static_cast<std::ptrdiff_t>(first) + 1);
}

// "A quarter of the troops" is a share; money but dollars and euros keeps the text's own word.
void Composer::AsTheTextHasIt(const QuantityMention& mention, Quantity* quantity) const {
  if (!mention.measured) {
    if (quantity->value <= 0 || quantity->value >= 1 || quantity->value != quantity->value_max)
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

// "a tank, a pickup": of a kind that counts such things, one each.
bool Composer::ListItem(Kind kind, const QuantityMention& mention) const {
  const KindTraits& traits = pack_.kinds.Traits(kind);
  return traits.list && (mention.classes & traits.counts & weapon_) != 0;
}

// "wounded four", "including 53 in Oryol": the noun stands before, or is plain from the kind.
void Composer::InheritUnit(Kind kind, size_t q, Quantity* quantity) const {
  const std::string& own = pack_.kinds.Traits(kind).unit;
  if (own.empty()) {
    for (size_t i = q; i-- > 0 && i + 4 >= q;) {
      const QuantityMention& before = a_.quantities[i];
      if (s_ > 0 && before.begin < a_.sentences[s_ - 1].begin) break;
      if (before.measured || before.is_time || before.article || before.quantity.unit.empty())
        continue;
      quantity->unit = before.quantity.unit;
      quantity->of = before.quantity.of;
      return;
    }
  }
  quantity->unit = own.empty() ? "items" : own;
}

}  // namespace claimscope
