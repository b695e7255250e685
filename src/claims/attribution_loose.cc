// What is said where nobody is named beside it: quotations that stand by themselves, and what goes
// on between two sentences that tell what is said. Read for the layer of attributions alone.
#include "claims/attributor.h"

namespace claimscope {

// Is the next quotation mark from `at` on one that closes?
bool Attributor::ClosesLater(uint32_t at) const {
  for (uint32_t s = sentence_; s < sentences_.size() && s < sentence_ + kMaxQuoteSentences; ++s) {
    for (uint32_t i = std::max(at, sentences_[s].begin); i < sentences_[s].end; ++i) {
      if (tokens_[i].kind == TokenKind::kOpenQuote) return false;
      if (tokens_[i].kind == TokenKind::kCloseQuote) return true;
    }
  }
  return false;
}

// The sentence at hand when nothing in it is known to be said, but most of it stands in quotation
// marks. `inside`: the sentence before left a quotation open; returns whether this one does.
bool Attributor::LooseQuote(bool inside, size_t next, std::vector<Attribution>* out) const {
  bool quoted = sentences_[sentence_].begins_in_quote ||
                (inside && (!tokens_[begin_].paragraph || ClosesLater(begin_)));
  uint32_t words = 0, from = end_, to = begin_;
  for (uint32_t i = begin_; i < end_; ++i) {
    quoted = quoted || Open(i);
    if (quoted) {
      ++words;
      from = std::min(from, i);
      to = i + 1;
    }
    if (Close(i)) quoted = false;
  }
  if (out->size() == first_ && words * 2 > end_ - begin_)
    out->push_back(Loose(from, to, SaidBefore(next), Mode::kDirect));
  return quoted;
}

// "The town, she said, is whole. The bridge stands. The mill, she said, does too."
void Attributor::LooseBetween(size_t next, std::vector<Attribution>* out) const {
  if (out->size() != first_ || next >= found_.size() || tokens_[begin_].paragraph) return;
  const Attribution* before = SaidBefore(next);
  const Attribution& after = found_[next];
  if (before == nullptr || before->sentence + 1 != sentence_ || after.kind == CueKind::kThink ||
      after.sentence != sentence_ + 1 || tokens_[sentences_[after.sentence].begin].paragraph)
    return;
  out->push_back(Loose(begin_, Mark(end_ - 1, '.') ? end_ - 1 : end_, before, Mode::kIndirect));
}

// Who spoke last before found_[next].
const Attribution* Attributor::SaidBefore(size_t next) const {
  while (next > 0 && found_[next - 1].kind == CueKind::kThink) --next;
  return next > 0 ? &found_[next - 1] : nullptr;
}

Attribution Attributor::Loose(uint32_t from, uint32_t to, const Attribution* before,
                              Mode mode) const {
  Attribution a = Make(begin_, begin_, CueKind::kSay);
  if (before != nullptr && before->sentence + kMaxQuoteSentences > sentence_) {
    a.claimant = before->claimant;
    a.side = before->side;
    a.named = before->named;
  }
  a.content_begin = from;
  a.content_end = to;
  a.direct = mode == Mode::kDirect;
  a.carried = true;
  a.mode = mode;
  return a;
}

}  // namespace claimscope
