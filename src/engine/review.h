// What a person says of the claims that were found: accepted, rejected, or corrected. Kept apart
// from the claims themselves, and known again when the same articles are opened: by a hash of the
// article's cleaned text and the claim's place in it.
//
// As text, one JSON object a line: {"text": hash, "span": "120-260", "verdict": "accepted",
// "rejected" or "corrected", "quote": its words, and the corrected fields: "kind", "side",
// "status", "claimant", "region", "from", "to", "value", "unit"}.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/engine.h"

namespace claimscope {

class Reviews {
 public:
  struct Entry {
    Verdict verdict = Verdict::kNone;
    Correction correction;  // of kCorrected
    std::string quote;
  };

  // A claim in its text, whatever the corpus.
  struct Key {
    uint64_t text;
    uint32_t begin, end;
    friend auto operator<=>(const Key&, const Key&) = default;
  };
  struct Change {
    Key key{};
    Entry entry;  // kNone: nothing is said
  };

  Verdict VerdictOf(Hit claim) const;
  const Entry* Find(Hit claim) const;
  // kNone takes it back. Returns what leads back to what was said before.
  Change Set(const Workspace& workspace, Hit claim, Verdict verdict, Correction correction);

  Change Put(Change change);

  // Of the open corpus, how many stand in the same text at the same place, this one among them:
  // what is said of one is said of all. 0 where nothing is said.
  uint32_t CountLike(Hit claim) const;

  // Claims of the open corpus with this verdict.
  uint32_t CountOf(Verdict verdict) const { return counts_[static_cast<size_t>(verdict)]; }
  // Of any corpus.
  size_t size() const { return entries_.size(); }
  // Grows with every change.
  uint64_t serial() const { return serial_; }

  // Finds the claims again when the corpus has changed (reads the text of all articles that are at
  // hand, and asks for those that are not where they are no more than 20,000, unless there is
  // nothing to find), and has the workspace show and count them as they were reviewed. Says whether
  // anything may be different from before.
  bool Apply(Workspace* workspace);

  std::string ToLines() const;
  // Those of claims of the open corpus alone.
  std::string LinesOfCorpus() const;
  // Adds; later lines and lines for a claim that has a verdict win. Lines that are not understood
  // are passed over and counted. `known_wins`: lines for a claim that has a verdict already do not.
  size_t ReadLines(std::string_view lines, bool known_wins = false);

 private:
  static void AddLine(const Key& key, const Entry& entry, std::string* lines);
  static uint64_t NumberOf(Hit claim) { return uint64_t{claim.segment} << 32 | claim.row; }
  // Claims of the open corpus, each with its element of entries_; in no order.
  template <typename F>
  void ForEachFound(F f) const;
  bool Resolve(const Workspace& workspace);
  std::vector<ReviewedClaim> Listed() const;
  std::vector<CorrectedClaim> Corrections(const Workspace& workspace) const;
  void Count();
  void IndexTexts(const Workspace& workspace);

  std::map<Key, Entry> entries_;
  std::unordered_map<uint64_t, Key> found_;
  // Every article by the hash of its text, of the corpus that has these texts.
  std::unordered_multimap<uint64_t, ArticleRef> articles_;
  std::vector<uint64_t> indexed_;
  std::array<uint32_t, kVerdictCount> counts_{};
  uint64_t serial_ = 0;
  uint64_t resolved_revision_ = ~uint64_t{0}, resolved_serial_ = ~uint64_t{0};
};

// The reviewed claims as a yardstick, one article a line: {"article": {"id", "title", "date",
// "source"}, "reviewed", "found": claims of the article, "claims": [{"quote", "kind": [...],
// "claimant": [...], "side": [...], "region": [...] or null, "time": [from, to] or null,
// "quantity": {...} or null, "status": [...]}], "rejected": [quotes]}. Claims are those accepted,
// and those corrected as they were corrected.
std::string GoldLines(const Workspace& workspace, const Reviews& reviews);

}  // namespace claimscope
