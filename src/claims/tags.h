// Tags: which words are verbs here, and which of them carry a clause. A few rules over neighbours,
// no model.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "claims/lexicon.h"
#include "claims/sentences.h"
#include "claims/tokens.h"

namespace claimscope {

enum class Tag : uint8_t {
  kNone,        // no verb here
  kFinite,      // carries a clause: "captured", "has"; of a group, the main verb only
  kAuxiliary,   // is, has, will, inside a group
  kInfinitive,  // after "to"
  kIng,         // participle or gerund
  kParticiple,  // "the troops deployed there"
};

struct TagInfo {
  Tag tag = Tag::kNone;
  bool passive = false;  // of a main verb: was captured
  bool negated = false;
  bool modal = false;  // will, may ...

  // A verb of a clause: the main one of its group or one before that.
  bool OfClause() const { return tag == Tag::kFinite || tag == Tag::kAuxiliary; }
};

// "by phone", "by post": a bare word that is nobody.
bool IsMeans(const Token& token, const Lexicon& lexicon);

std::vector<TagInfo> TagVerbs(std::string_view text, const Tokens& tokens,
                              const std::vector<Sentence>& sentences, const Lexicon& lexicon);

}  // namespace claimscope
