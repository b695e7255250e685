// How sure a claim is, here and in what follows; headlines told again.
#include "claims/composer.h"

#include <algorithm>

namespace claimscope {

// A piece that only says how sure another claim is: "The figures have not been verified".
bool Composer::DoubtOnly(const Part& part) const {
  const Span span = BytesOf(a_.tokens, part.piece.begin, part.piece.end);
  if (part.piece.end - part.piece.begin > 26) return false;
  for (const Reach& reach : reaches_) {
    if (span.Contains(reach.span)) return true;
  }
  return false;
}

// A sentence that only says how sure another claim is: "Kyiv has not commented."
bool Composer::StatusSentence(const Sentence& sentence) {
  bool reaches = false;
  for (uint32_t at = sentence.begin; at < sentence.end; ++at) {
    if (!pack_.lexicon.status_phrases.Starts(a_.tokens[at])) continue;
    const auto match = pack_.lexicon.status_phrases.Longest(a_.tokens.data(), sentence.end, at);
    if (!match) continue;
    const StatusWord& word = pack_.lexicon.statuses[match.value];
    if (!word.reaches_back) continue;
    const Span span = BytesOf(a_.tokens, at, at + match.length);
    reaches = true;
    reaches_.push_back({word.status, span});
    at += match.length - 1;
  }
  return reaches && sentence.end - sentence.begin < 12;
}

// Doubts about what somebody claimed just before: in this sentence, else in the one before it.
void Composer::ReachBack() {
  for (const Reach& reach : reaches_) {
    uint32_t target = s_;
    bool own = false;
    for (const Draft& draft : drafts_) {
      own = own || (draft.sentence == s_ && draft.claim.span.end <= reach.span.begin + 1);
    }
    if (!own) --target;
    const std::string* claimant = nullptr;  // the doubt is about one speaker's word, the last one's
    for (size_t i = drafts_.size(); i-- > 0;) {
      Draft& draft = drafts_[i];
      Claim& claim = draft.claim;
      if (draft.sentence < target || target == UINT32_MAX) break;
      if (draft.sentence != target || (own && claim.span.end > reach.span.begin + 1)) continue;
      if (claim.mode == Mode::kOutlet && claim.status == ClaimStatus::kAsserted) continue;
      if (!pack_.kinds.Traits(claim.kind).event) continue;
      if (claim.status != ClaimStatus::kAsserted && reach.status == ClaimStatus::kUnverified)
        continue;
      if (claimant == nullptr) claimant = &claim.claimant;
      if (*claimant != claim.claimant) continue;
      claim.status = reach.status;
      claim.status_span = reach.span;
    }
  }
  reaches_.clear();
}

void Composer::SetStatus(uint32_t begin, uint32_t end, const Attribution* attribution,
                         Claim* claim) const {
  if (attribution != nullptr && attribution->status != ClaimStatus::kAsserted) {
    claim->status = attribution->status;
    claim->status_span = claim->cue;
  }
  for (uint32_t at = begin; at < end; ++at) {
    if (!pack_.lexicon.status_phrases.Starts(a_.tokens[at])) continue;
    const auto match = pack_.lexicon.status_phrases.Longest(a_.tokens.data(), end, at);
    if (!match) continue;
    claim->status = pack_.lexicon.statuses[match.value].status;
    claim->status_span = BytesOf(a_.tokens, at, at + match.length);
    break;
  }
}

// A headline or standfirst that the body tells again is no claim of its own.
void Composer::FoldHeadlines() {
  std::vector<Draft> kept;
  kept.reserve(drafts_.size());
  for (size_t i = 0; i < drafts_.size(); ++i) {
    Draft& draft = drafts_[i];
    bool told = false;
    for (size_t j = 0; draft.headline && j < drafts_.size() && !told; ++j) {
      if (drafts_[j].headline || j == i) continue;
      told = SameClaim(draft, drafts_[j]);
    }
    if (!told) kept.push_back(std::move(draft));
  }
  drafts_.swap(kept);
}

bool Composer::SameClaim(const Draft& a, const Draft& b) {
  size_t shared = 0;
  for (uint32_t word : a.words)
    shared += std::find(b.words.begin(), b.words.end(), word) != b.words.end();
  const size_t size = std::max<size_t>(1, a.words.size());
  return shared * (a.claim.kind == b.claim.kind ? 3 : 2) >= size;
}

}  // namespace claimscope
