// One sentence with its tokens and tags, as those see it that cut it.
#pragma once

#include <string_view>
#include <vector>

#include "claims/tags.h"
#include "claims/tokens.h"

namespace claimscope {

class TaggedSentence {
 public:
  TaggedSentence(std::string_view text, const Tokens& tokens, const std::vector<TagInfo>& tags,
                 uint32_t begin, uint32_t end)
      : text_(text), tokens_(tokens), tags_(tags), begin_(begin), end_(end) {}

 protected:
  std::string_view Text(uint32_t at) const {
    return at < end_ ? text_.substr(tokens_[at].begin, tokens_[at].end - tokens_[at].begin) : "";
  }
  bool Has(uint32_t at, Is is) const { return at < end_ && tokens_[at].Has(is); }
  bool Mark(uint32_t at, char mark) const { return at < end_ && tokens_[at].mark == mark; }
  bool Verb(uint32_t at) const { return at < end_ && tags_[at].OfClause(); }
  bool VerbBefore(uint32_t at) const {
    for (uint32_t i = begin_; i < at; ++i) {
      if (Verb(i)) return true;
    }
    return false;
  }

  std::string_view text_;
  const Tokens& tokens_;
  const std::vector<TagInfo>& tags_;
  uint32_t begin_, end_;
};

}  // namespace claimscope
