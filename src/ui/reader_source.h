// The article as its file has it: the raw record with the claims' bytes marked, or why it cannot be
// shown.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/reader_panel.h"

namespace claimscope {

// Finds words of an article in the record they were read from, whatever stands between them there:
// compares letters and digits alone, reads escapes of JSON and characters of HTML, and passes over
// tags.
class RawText {
 public:
  explicit RawText(std::string_view raw);

  // The bytes of the words, from their first letter to their last, not before byte `from`; of long
  // words that something was cut out of, by their begin and end.
  std::optional<Span> Find(std::string_view words, uint32_t from) const;

 private:
  std::optional<Span> Between(size_t first, size_t last) const;

  std::string letters_;                // folded
  std::vector<uint32_t> begin_, end_;  // in `raw`, of the letter that each byte belongs to
};

struct SourceShown {
  std::string where;    // "folder/file.ndjson, bytes 1,204 to 5,310 of 99,000"
  std::string missing;  // why there is nothing to show; empty while the host has not answered
  ReaderText text;
  std::vector<MarkedPart> marks;
};
SourceShown PrepareSource(const Session& session, ArticleRef article);

float DrawSourceHead(const ReaderPanel& panel, const Frame& frame, float x, float y, float width);

}  // namespace claimscope
