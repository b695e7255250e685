// What views show beyond the answer: made when first asked for, once for the canvas and for the
// page of text, and kept while nothing it was made of has changed.
#pragma once

#include <optional>
#include <vector>

#include "ui/comparison.h"
#include "ui/concordance.h"
#include "ui/nothing_found.h"
#include "ui/overview.h"
#include "ui/session.h"

namespace claimscope {

struct OpposedPair {
  Hit claims[2];  // the first mention that passes, of the first and the second side
  bool agrees = false;
  std::string reason;  // "60 drones against 12"
};

// The linked claims of both, each pair once; by the day of the first. `hits`: the claims of either
// that pass.
std::vector<OpposedPair> FindOpposed(const Session& session, const std::vector<Hit> (&hits)[2]);
// Finding them takes some 5 us for each claim of the corpus: beyond this many they are asked for.
constexpr uint64_t kOpposedAtOnce = 150'000;

// Articles that tell again what another one of their group has.
uint32_t CountCopies(const Session& session);

class Findings {
 public:
  // Made over several frames; until it is done the one before stays, unless the corpus has changed.
  // The first one is not known until then (ComparedSides::is_known).
  const ComparedSides& Compared(const Session& session);
  // The pairs of what is compared; null while they are not known: all is not read, nobody has asked
  // for them in a large corpus, or they are being looked for.
  const std::vector<OpposedPair>* Opposed(const Session& session);
  const Concordance& InContext(const Session& session);
  const Overview& Whole(const Session& session);
  // How many claims pass in the articles that hold what is searched for, whether they say it or
  // not.
  uint32_t InArticles(const Session& session);
  const NothingFound& Nothing(const Session& session);

  bool wants_pairs = false;  // of a large corpus: asked for

 private:
  // What something was made of.
  struct Compare {
    uint64_t serial, revision;
    ComparedPair columns;
    std::string measure;
    std::optional<Kind> kind;
    bool operator==(const Compare&) const = default;
  };
  std::optional<Compare> compared_of_, making_of_;
  ComparedSides compared_, making_;
  std::optional<std::vector<OpposedPair>> pairs_;
  uint64_t context_of_ = 0;  // serial
  ContextSort context_sort_ = ContextSort::kDate;
  Concordance context_;
  std::optional<uint64_t> whole_of_;  // revision
  Overview whole_;
  std::optional<uint64_t> in_articles_of_;  // serial
  uint32_t in_articles_ = 0;
  std::optional<uint64_t> nothing_of_;  // serial
  NothingFound nothing_;
};

}  // namespace claimscope
