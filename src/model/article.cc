#include "model/article.h"

#include <algorithm>

namespace claimscope {

uint32_t PageOffset(const std::vector<Cut>& cuts, uint32_t text_offset) {
  uint32_t at = text_offset;
  for (const Cut& cut : cuts) {
    if (cut.span.begin > at) break;
    at += cut.span.size();
  }
  return at;
}

uint32_t TextOffset(const std::vector<Cut>& cuts, uint32_t page_offset) {
  uint32_t removed = 0;
  for (const Cut& cut : cuts) {
    if (cut.span.begin >= page_offset) break;
    if (cut.span.end > page_offset) return cut.span.begin - removed;
    removed += cut.span.size();
  }
  return page_offset - removed;
}

uint32_t SourceOffset(const std::vector<SourceRun>& runs, uint32_t page_offset) {
  const auto after =
      std::upper_bound(runs.begin(), runs.end(), page_offset,
                       [](uint32_t offset, const SourceRun& run) { return offset < run.page; });
  if (after == runs.begin()) return page_offset;
  const SourceRun& run = *(after - 1);
  return run.source + (page_offset - run.page);
}

std::string_view PathOfArticle(std::string_view id) {
  const size_t mark = id.rfind('#');
  if (mark == std::string_view::npos || mark + 1 == id.size()) return id;
  const std::string_view number = id.substr(mark + 1);
  const bool is_number = number.find_first_not_of("0123456789") == std::string_view::npos;
  return is_number ? id.substr(0, mark) : id;
}

std::string TextWithoutCuts(std::string_view page, const std::vector<Cut>& cuts) {
  std::string text;
  text.reserve(page.size());
  uint32_t at = 0;
  for (const Cut& cut : cuts) {
    text.append(TextOf(page, {at, cut.span.begin}));
    at = cut.span.end;
  }
  text.append(TextOf(page, {at, static_cast<uint32_t>(page.size())}));
  return text;
}

std::string_view NameOf(DateBasis basis) {
  constexpr std::string_view kNames[] = {"none", "field", "text", "url", "duplicate", "events"};
  return kNames[static_cast<size_t>(basis)];
}

std::string_view NameOf(CutReason reason) {
  constexpr std::string_view kNames[] = {"blank",     "navigation", "promotion", "sharing",
                                         "headlines", "widget",     "byline",    "caption"};
  return kNames[static_cast<size_t>(reason)];
}

}  // namespace claimscope
