// What is to stand in place of what was found of a claim. A part of engine/engine.h.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/claim.h"
#include "model/query.h"

namespace claimscope {

std::string_view NameOf(Verdict verdict);  // "none", "accepted", "rejected", "corrected"
bool FromName(std::string_view name, Verdict* out);

enum class ClaimField : uint8_t {
  kKind,
  kSide,
  kStatus,
  kClaimant,
  kRegion,
  kFrom,
  kTo,
  kValue,
  kUnit
};
constexpr int kClaimFieldCount = 9;
std::string_view NameOf(ClaimField field);

// As files write it; absent: it was right.
struct Correction {
  std::array<std::optional<std::string>, kClaimFieldCount> fields;

  std::optional<std::string>& operator[](ClaimField field) {
    return fields[static_cast<size_t>(field)];
  }
  const std::optional<std::string>& operator[](ClaimField field) const {
    return fields[static_cast<size_t>(field)];
  }
  bool empty() const;

  friend bool operator==(const Correction&, const Correction&) = default;
};
// The claim's own value of a field, as a correction would write it.
std::string ValueOf(const Claim& claim, ClaimField field);
// The claim with it; what cannot be understood stays as it was found. Value and unit are of the
// first amount, which is no range then; an empty value takes it away.
Claim Corrected(Claim claim, const Correction& correction);

}  // namespace claimscope
