// The figures of a claim.
#include "claims/composer.h"

#include <algorithm>

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
      if (before.measured || before.is_time || before.quantity.unit.empty()) continue;
      quantity->unit = before.quantity.unit;
      quantity->of = before.quantity.of;
      return;
    }
  }
  quantity->unit = own.empty() ? "items" : own;
}

}  // namespace claimscope
