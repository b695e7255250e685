// What the kinds of claims and the sides are called. Inside the program both are small numbers;
// their names are those of the rule pack: lexicon/kind_list.tsv and lexicon/side_list.tsv.
//
// One set of names holds for the whole process: it is that of the pack loaded last, or of the
// built-in pack before any is loaded. Threads: load before others read.
#pragma once

#include <string_view>

#include "base/file_bundle.h"
#include "base/status.h"
#include "model/claim.h"

namespace claimscope {

// Tables that the bundle does not have leave their names as they are built in. Fails with the line
// that is wrong, and leaves all names as they were.
Status LoadNames(const FileBundle& rules);

// As people read it: "Strikes", "Allies of Ukraine". Empty for a kind that the pack does not have;
// so is NameOf.
std::string_view TitleOf(Kind kind);
std::string_view TitleOf(Side side);
// What falls under it, as a phrase for people; empty of a pack's own.
std::string_view MeaningOf(Kind kind);
std::string_view MeaningOf(Side side);
std::string_view MeaningOf(ClaimStatus status);

template <typename E>
inline constexpr int kCountOf = 0;
template <>
inline constexpr int kCountOf<Kind> = kKindCount;
template <>
inline constexpr int kCountOf<Side> = kSideCount;
template <>
inline constexpr int kCountOf<ClaimStatus> = kClaimStatusCount;

// Kinds, sides or statuses in their order, those that the pack has a name for.
template <typename E, typename Visit>
void ForEachNamed(Visit visit) {
  for (int i = 0; i < kCountOf<E>; ++i) {
    const auto value = static_cast<E>(i);
    if (!NameOf(value).empty()) visit(value);
  }
}

}  // namespace claimscope
