// Clean: here is a raw article, give me readable text, title, date and source, and the way back to
// the page.
//
// The cleaned text is the page with some spans cut out, nothing else changed (but a line
// break inside a paragraph becomes a space, a gap between two a line break, see wrapped_lines.h):
// an offset in one is an offset in the other through the cuts, and every cut says why. What is cut
// is data: assets/lexicon/boilerplate.tsv. No date is made up: a day comes from a field, a date
// line or the address, or the article stays undated. Threads: a loaded Cleaner is immutable and may
// be shared. Time: linear in the page.
#pragma once

#include <memory>
#include <string_view>

#include "base/file_bundle.h"
#include "base/status.h"
#include "model/article.h"

namespace claimscope {

class Cleaner {
 public:
  static Result<Cleaner> Load(const FileBundle& rules);
  Cleaner(Cleaner&&) noexcept;
  Cleaner& operator=(Cleaner&&) noexcept;
  ~Cleaner();

  Article Clean(RawArticle&& raw) const;

 private:
  struct Rules;
  explicit Cleaner(std::unique_ptr<Rules> rules);
  std::unique_ptr<Rules> rules_;
};

// The day a date field means: ISO 8601, RFC 2822, Unix seconds or milliseconds, "21 May 2025", "May
// 21, 2025". The day is the one written there, in its own time zone. Unknown when it is none of
// these.
Day ParseDateField(std::string_view text);

}  // namespace claimscope
