// Copies: here are the texts of articles, one after the other; which tell the same text again, how
// much of it, and in which passages?
//
// Candidates share word shingles of a sample (Broder, "On the resemblance and containment of
// documents", 1997: w-shingles, MOD_m sketches, which serve containment as well as resemblance);
// each candidate is then verified on the whole texts: shared shingles are chained into passages, as
// programs that look for reprints do (Smith, Cordell, Dillon, "Infectious Texts", 2013). An edited
// word inside a passage does not end it, so that a share tells how much of an article is the other
// one's, edited or not.
// Units: spans are bytes of the texts given; shares are of words, 0 to 1.
// Threads: one index is used by one thread. Time: linear in a text, and in each candidate's.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "copies/told_again.h"  // the same for claims: a part of this front door
#include "model/span.h"

namespace claimscope {

// The same words in both texts, one after the other.
struct SharedRun {
  Span a, b;
};

struct Comparison {
  std::vector<SharedRun> runs;   // ascending in a; in b too unless a passage was moved
  float same_a = 0, same_b = 0;  // share of the words that stand in runs
  // Share of the words that lie in common passages, edited words between two runs included.
  float share_a = 0, share_b = 0;
};
// What two texts share. What lies outside the runs is what differs.
Comparison CompareTexts(std::string_view a, std::string_view b);

// A piece of two texts told as one: words of both, of `a` alone, or of `b` alone.
struct TextDifference {
  enum class In : uint8_t { kBoth, kA, kB };
  In in = In::kBoth;
  Span a, b;  // with what stands between its last word and the next; empty where it is not in
  uint32_t words = 0;
  bool is_moved = false;  // of one text alone: the other has it in another place
};
// All pieces in order: those in `a` together are all of it, and so are those in `b`. Where words
// were replaced those of `a` come first.
std::vector<TextDifference> DifferencesOf(std::string_view a, std::string_view b);

// Two articles of which at least one has a fifth of its text from the other. Numbers are those of
// CopyIndex::Add.
struct CopyLink {
  uint32_t a, b;  // a < b
  float share_a, share_b;
  bool is_copy;  // most of the shorter one, and much of the longer one: they are in one group
};

struct CopyMember {
  uint32_t article;
  float share;  // of its text, found in another of the group: the most
};

class CopyIndex {
 public:
  // Gives the text of an article added before; called while Add verifies candidates.
  using TextOf = std::function<std::string(uint32_t article)>;
  explicit CopyIndex(TextOf text_of) : text_of_(std::move(text_of)) {}

  // The next article; its number is the count of those before.
  void Add(std::string_view text);

  uint32_t size() const { return static_cast<uint32_t>(parents_.size()); }
  // Articles in the order of their links: every pair that was verified.
  const std::vector<CopyLink>& links() const { return links_; }
  // The same for all articles of a group, its lowest number; the article itself when it has no
  // copy.
  uint32_t GroupOf(uint32_t article) const;
  // Groups of two or more, by the lowest number in each. `before` orders the members; the first is
  // the one that the others count as copies of.
  std::vector<std::vector<CopyMember>> Groups(
      const std::function<bool(uint32_t, uint32_t)>& before) const;

 private:
  // An article that holds a sampled shingle, and the one before it that does (0: none; else + 1).
  struct Holder {
    uint32_t shingle, article, before;
  };
  uint32_t* SlotOf(uint32_t shingle);
  void Enter(uint32_t shingle, uint32_t article);
  std::vector<uint32_t> CandidatesOf(const std::vector<uint32_t>& sketch);

  TextOf text_of_;
  std::vector<Holder> holders_;
  std::vector<uint32_t> slots_;  // by shingle, open addressing: its last holder + 1, or 0
  size_t used_slots_ = 0;
  std::vector<uint32_t> sketch_sizes_;
  mutable std::vector<uint32_t> parents_;
  std::vector<CopyLink> links_;
  std::vector<float> scores_;  // per article, all 0 between calls
};

}  // namespace claimscope
