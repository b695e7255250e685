#include "model/claim.h"

#include <iterator>

namespace claimscope {
namespace {

constexpr std::string_view kModes[] = {"direct", "indirect", "outlet"};
constexpr std::string_view kStatuses[] = {"asserted", "unverified", "confirmed", "denied",
                                          "disputed"};
constexpr std::string_view kBounds[] = {"exact", "about", "at_least", "at_most", "range"};
constexpr std::string_view kScopes[] = {"none", "cumulative", "incremental"};
constexpr std::string_view kTimeBases[] = {"publication", "explicit", "relative"};
constexpr std::string_view kSurenesses[] = {"exact", "alias", "context", "ambiguous"};
static_assert(std::size(kModes) == kModeCount && std::size(kStatuses) == kClaimStatusCount &&
              std::size(kBounds) == kBoundCount && std::size(kScopes) == kScopeCount &&
              std::size(kTimeBases) == kTimeBasisCount && std::size(kSurenesses) == kSurenessCount);

template <typename E, size_t N>
bool Find(const std::string_view (&names)[N], std::string_view name, E* out) {
  for (size_t i = 0; i < N; ++i) {
    if (names[i] == name) {
      *out = static_cast<E>(i);
      return true;
    }
  }
  return false;
}

}  // namespace

std::string_view NameOf(Mode mode) { return kModes[static_cast<size_t>(mode)]; }
std::string_view NameOf(ClaimStatus status) { return kStatuses[static_cast<size_t>(status)]; }
std::string_view NameOf(Bound bound) { return kBounds[static_cast<size_t>(bound)]; }
std::string_view NameOf(Scope scope) { return kScopes[static_cast<size_t>(scope)]; }
std::string_view NameOf(TimeBasis basis) { return kTimeBases[static_cast<size_t>(basis)]; }
std::string_view NameOf(Sureness sure) { return kSurenesses[static_cast<size_t>(sure)]; }
bool FromName(std::string_view name, ClaimStatus* out) { return Find(kStatuses, name, out); }
bool FromName(std::string_view name, Bound* out) { return Find(kBounds, name, out); }
bool FromName(std::string_view name, Scope* out) { return Find(kScopes, name, out); }

}  // namespace claimscope
