// Lists of links to other articles.
#include "clean/boilerplate_finder.h"

#include <algorithm>

#include "base/strings.h"
#include "base/utf8.h"

namespace claimscope {
namespace {

constexpr size_t kMaxHeadlineWords = 24;
constexpr size_t kMaxFinishedLinkWords = 14;  // a link may end with a question mark or a full stop
constexpr size_t kMinLinks = 3;

}  // namespace

// A link may ask or shout; one that ends with a full stop is a sentence.
bool BoilerplateFinder::IsLinkShaped(size_t line) const {
  const std::string_view text = TextOf(page_, lines_[line].span);
  const bool asks = EndsWith(text, "?") || EndsWith(text, "!");
  return IsHeadlineShaped(line) || (asks && shapes_[line].words <= kMaxFinishedLinkWords);
}

bool BoilerplateFinder::IsHeadlineShaped(size_t line) const {
  const LineShape& shape = shapes_[line];
  return !shape.ends && shape.words > 0 && shape.words <= kMaxHeadlineWords;
}

void BoilerplateFinder::CutLineRun(size_t first, size_t last, CutReason reason) {
  for (size_t line = first; line < last; ++line) {
    if (shapes_[line].is_cut || IsBlankLine(lines_[line])) continue;
    Add(lines_[line].span, reason);
    shapes_[line].is_cut = true;
  }
}

void BoilerplateFinder::CutLists() {
  // After "Related news" and the like: short unfinished lines, up to the next paragraph.
  size_t read_to = 0;  // an opener among the links of another one adds nothing
  for (size_t opener : openers_) {
    if (opener < read_to) continue;
    size_t last = opener + 1;
    size_t links = 0;
    bool ends_page = true;
    for (size_t line = opener + 1; line < lines_.size(); ++line) {
      read_to = line;
      if (IsBlankLine(lines_[line]) || shapes_[line].is_cut) continue;
      if (!IsLinkShaped(line)) {
        ends_page = false;
        break;
      }
      last = line + 1;
      ++links;
    }
    // One short line between two paragraphs may be a headline of the story itself.
    if (links < kMinLinks && !ends_page) continue;
    CutLineRun(opener + 1, last, CutReason::kHeadlines);
  }
  // Lines parted by dashes, and bulleted titles: lists of links wherever they stand.
  for (size_t first = 0; first < lines_.size();) {
    size_t last = first;
    size_t marked = 0;
    while (last < lines_.size() && !shapes_[last].is_cut) {
      const LineShape& shape = shapes_[last];
      const bool is_marked = shape.ends_dash || (shape.is_bullet && IsHeadlineShaped(last) &&
                                                 shape.capitals * 10 >= shape.words * 6);
      if (IsBlankLine(lines_[last])) {
        ++last;
        continue;
      }
      // The last entry has no dash of its own.
      const bool is_last_entry =
          marked >= 3 && IsHeadlineShaped(last) && shape.capitals * 10 >= shape.words * 6;
      if (!is_marked && !is_last_entry) break;
      marked += is_marked ? 1 : 0;
      ++last;
      if (!is_marked) break;
    }
    if (marked >= 3) CutLineRun(first, last, CutReason::kHeadlines);
    first = std::max(first + 1, last);
  }
}

}  // namespace claimscope
