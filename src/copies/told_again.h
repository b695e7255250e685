// Told again: here are claims of many articles by what stays when a claim is retold; which of them
// are one claim, and which claims of different sides agree or contradict each other?
//
// One claim: same kind, days that touch, places that do not exclude each other, no two sides, and
// either the same figure of the same unit (with a common place or common words, unless the figure
// is telling by itself) or, without figures, half of all their words in common. Candidates come
// from equal figures and from min-hashes of the words (Broder, "On the resemblance and containment
// of documents", 1997), so that time stays linear in the claims.
// Order: claims are taken as they are given; the first of a distinct claim is the one counted.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "copies/key_chains.h"
#include "model/claim.h"

namespace claimscope {

struct ClaimFacts {
  Kind kind = Kind::kOther;
  Side side = Side::kOutlet, actor = Side::kUnknown;
  ClaimStatus status = ClaimStatus::kAsserted;
  DayRange days;
  uint32_t region = 0, country = 0;  // hashes of the codes; 0: not known; of a country both equal
  bool has_figure = false;           // the first quantity
  double low = 0, high = 0;          // what its bound leaves open; `value` as told
  double value = 0;
  std::string unit;
  bool is_length = false;        // "9 km" may be how far, or how far away
  std::vector<uint32_t> places;  // hashes of the names of settlements and regions; ascending
  std::vector<uint32_t> words;   // hashes of the words of the quote, without figures; ascending
};
// `quote`: the claim's own words.
ClaimFacts FactsOf(const Claim& claim, std::string_view quote);

// Two distinct claims of different sides about the same thing.
struct ClaimLink {
  uint32_t other = 0;   // distinct claim
  bool agrees = false;  // else they contradict each other
  std::string reason;   // "both say 60 drones"; "60 against 12 drones": this one's figure first
};

class ToldAgain {
 public:
  ToldAgain() = default;
  // All of them, one after the other.
  explicit ToldAgain(std::vector<ClaimFacts> claims);

  // The next claim in order of their days, undated last: a claim looks back at those of its own
  // days. Returns the distinct claim that it is a mention of; a new one's number is size() before.
  uint32_t Add(ClaimFacts claim);
  // After all were added: finds the links of one more distinct claim. False: there was none left.
  bool LinkNext();
  // Lets go of what only finding needs, a little at a time. False: nothing was left.
  bool LetGo();

  uint32_t size() const { return static_cast<uint32_t>(links_.size()); }
  // In order of `other`, once all are linked; may be taken.
  std::vector<ClaimLink>& LinksOf(uint32_t distinct) { return links_[distinct]; }

 private:
  void LinkPair(uint32_t a, uint32_t b);

  KeyChains holders_;               // distinct claims by key
  std::vector<uint64_t> keys_;      // of the claim in hand
  std::vector<ClaimFacts> merged_;  // per distinct claim: days and side of all its mentions
  uint32_t linked_ = 0;             // distinct claims
  std::vector<std::vector<ClaimLink>> links_;
};

}  // namespace claimscope
