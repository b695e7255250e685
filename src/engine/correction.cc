#include "engine/correction.h"

#include <algorithm>

#include "base/json_writer.h"
#include "base/strings.h"
#include "query/query.h"

namespace claimscope {
namespace {

constexpr std::string_view kFields[kClaimFieldCount] = {
    "kind", "side", "status", "claimant", "region", "from", "to", "value", "unit"};

constexpr std::string_view kVerdicts[kVerdictCount] = {"none", "accepted", "rejected", "corrected"};

void CorrectAmount(const Correction& correction, std::vector<Quantity>* quantities) {
  const auto& value = correction[ClaimField::kValue];
  const auto& unit = correction[ClaimField::kUnit];
  if (value && value->empty()) {
    if (!quantities->empty()) quantities->erase(quantities->begin());
    return;
  }
  double number = 0;
  const bool has_value = value && ParseDouble(*value, &number);
  if (quantities->empty()) {
    if (!has_value) return;
    quantities->emplace_back().unit = "items";
  }
  Quantity& q = quantities->front();
  if (has_value) {
    q.value = q.value_max = number;
    if (q.bound == Bound::kRange) q.bound = Bound::kExact;
  }
  if (unit) q.unit = *unit;
  if (!has_value && !unit) return;
  const SiUnit si = SiOf(q.unit);
  q.si_unit = si.unit == q.unit ? "" : si.unit;
  q.si_value = q.value * si.factor;
}

}  // namespace

std::string_view NameOf(ClaimField field) { return kFields[static_cast<size_t>(field)]; }

std::string_view NameOf(Verdict verdict) { return kVerdicts[static_cast<size_t>(verdict)]; }
bool FromName(std::string_view name, Verdict* out) {
  for (size_t i = 0; i < kVerdictCount; ++i) {
    if (kVerdicts[i] != name) continue;
    *out = static_cast<Verdict>(i);
    return true;
  }
  return false;
}

bool Correction::empty() const {
  return std::none_of(fields.begin(), fields.end(), [](const auto& f) { return f.has_value(); });
}

std::string ValueOf(const Claim& claim, ClaimField field) {
  const Quantity* quantity = claim.quantities.empty() ? nullptr : &claim.quantities[0];
  switch (field) {
    case ClaimField::kKind:
      return std::string(NameOf(claim.kind));
    case ClaimField::kSide:
      return std::string(NameOf(claim.side));
    case ClaimField::kStatus:
      return std::string(NameOf(claim.status));
    case ClaimField::kClaimant:
      return claim.claimant;
    case ClaimField::kRegion:
      return claim.region;
    case ClaimField::kFrom:
      return claim.time.known() ? FormatIsoDay(claim.time.from) : "";
    case ClaimField::kTo:
      return claim.time.known() ? FormatIsoDay(claim.time.to) : "";
    case ClaimField::kValue:
      if (quantity == nullptr) return "";
      return JsonWriter().Double(quantity->value).Take();
    case ClaimField::kUnit:
      return quantity == nullptr ? "" : quantity->unit;
  }
  return "";
}

Claim Corrected(Claim claim, const Correction& correction) {
  if (const auto& kind = correction[ClaimField::kKind]) FromName(*kind, &claim.kind);
  if (const auto& side = correction[ClaimField::kSide]) FromName(*side, &claim.side);
  if (const auto& status = correction[ClaimField::kStatus]) FromName(*status, &claim.status);
  if (const auto& claimant = correction[ClaimField::kClaimant]) claim.claimant = *claimant;
  if (const auto& region = correction[ClaimField::kRegion])
    claim.region = region->empty() ? "-" : *region;
  DayRange time = claim.time;
  if (const auto& from = correction[ClaimField::kFrom]) time.from = ParseIsoDay(*from);
  if (const auto& to = correction[ClaimField::kTo]) time.to = ParseIsoDay(*to);
  const bool whole = time.from.known() == time.to.known() && time.from <= time.to;
  if (whole) claim.time = time;
  CorrectAmount(correction, &claim.quantities);
  return claim;
}

}  // namespace claimscope
