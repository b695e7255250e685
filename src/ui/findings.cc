#include "ui/findings.h"

#include <utility>

namespace claimscope {

Findings& Session::findings() const {
  if (!findings_) findings_ = std::make_shared<Findings>();
  return *findings_;
}

std::vector<OpposedPair> FindOpposed(const Session& session, const std::vector<Hit> (&hits)[2]) {
  const std::vector<DistinctClaim>& distinct = session.DistinctClaims();
  // The first mention of each distinct claim that passes, per side.
  constexpr uint32_t kNone = ~0u;
  std::vector<Hit> passing[2];
  for (size_t side = 0; side < 2; ++side) {
    passing[side].assign(distinct.size(), {kNone, 0});
    for (const Hit hit : hits[side]) {
      Hit& first = passing[side][session.DistinctOf(hit)];
      if (first.segment == kNone) first = hit;
    }
  }
  const auto passes = [&](size_t side, uint32_t number) {
    return passing[side][number].segment != kNone;
  };
  std::vector<OpposedPair> pairs;
  for (uint32_t number = 0; number < distinct.size(); ++number) {
    if (!passes(0, number)) continue;
    for (const ClaimLink& link : distinct[number].links) {
      if (!passes(1, link.other)) continue;
      // Two filters may both have both.
      if (link.other < number && passes(0, link.other) && passes(1, number)) continue;
      pairs.push_back({{passing[0][number], passing[1][link.other]}, link.agrees, link.reason});
    }
  }
  return pairs;
}

uint32_t CountCopies(const Session& session) {
  size_t copies = 0;
  for (const auto& group : session.CopyGroups()) copies += group.size() - 1;
  return static_cast<uint32_t>(copies);
}

const ComparedSides& Findings::Compared(const Session& session) {
  const AppState& state = session.state;
  const uint64_t revision = session.workspace().revision();
  Compare now{session.serial(), revision, state.compared, state.compared_measure,
              state.compared_kind};
  if (making_of_ && making_of_->revision != revision) making_of_.reset();
  const bool is_stale = compared_of_ && compared_of_->revision != revision;
  while (!(compared_of_ == now)) {
    if (!making_of_) {
      making_of_ = now;
      making_ = BeginCompare(session);
      if (!compared_of_) compared_ = making_;
    }
    // What was begun is shown before the next one, or a long drag would show nothing.
    if (CompareOn(session, &making_)) {
      compared_ = std::move(making_);
      compared_of_ = std::exchange(making_of_, std::nullopt);
      pairs_.reset();
    }
    if (is_stale || session.HasTime() || compared_of_ == now) continue;
    session.LeaveToNextFrame();
    break;
  }
  return compared_;
}

// All claims must be known to tell which are one claim: not again for every part that comes.
const std::vector<OpposedPair>* Findings::Opposed(const Session& session) {
  const ComparedSides& two = Compared(session);
  if (pairs_ || !two.is_known) return pairs_ ? &*pairs_ : nullptr;
  const bool many = session.corpus().claims() > kOpposedAtOnce;
  if (session.progress.running || (many && !wants_pairs) || !session.KnowsDistinct())
    return nullptr;
  std::vector<Hit> hits[2];
  for (size_t i = 0; i < 2; ++i) hits[i] = session.Look(two.queries[i], Asking(Per::kYear)).hits;
  pairs_ = FindOpposed(session, hits);
  return &*pairs_;
}

const Concordance& Findings::InContext(const Session& session) {
  const ContextSort sort = session.state.context_sort;
  if (context_of_ != session.serial() || context_sort_ != sort) {
    context_of_ = session.serial();
    context_sort_ = sort;
    context_ =
        MakeConcordance(session.workspace(), session.answer().hits, session.state.query.text, sort);
  }
  return context_;
}

uint32_t Findings::InArticles(const Session& session) {
  if (in_articles_of_ != session.serial()) {
    in_articles_of_ = session.serial();
    Query query = session.state.query;
    query.text_in_claims = false;
    in_articles_ = session.Look(query, Asking(Per::kYear)).claims;
  }
  return in_articles_;
}

const NothingFound& Findings::Nothing(const Session& session) {
  if (nothing_of_ != session.serial()) {
    nothing_of_ = session.serial();
    nothing_ = ExplainNothing(session);
  }
  return nothing_;
}

const Overview& Findings::Whole(const Session& session) {
  if (whole_of_ != session.workspace().revision()) {
    whole_of_ = session.workspace().revision();
    whole_ = MakeOverview(session.workspace());
  }
  return whole_;
}

}  // namespace claimscope
