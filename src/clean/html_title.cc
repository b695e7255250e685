// The title in <title>, without the site's name and its sections. In the manner of Readability.
#include <algorithm>
#include <vector>

#include "base/strings.h"
#include "clean/html_metadata.h"
#include "clean/metadata.h"

namespace claimscope {
namespace {

constexpr size_t kFewWords = 4;

size_t CountWords(std::string_view text) {
  size_t words = 0;
  for (std::string_view word : Split(text, ' ')) words += word.empty() ? 0 : 1;
  return words;
}

struct Separator {
  size_t begin = std::string::npos, end = 0;
};

constexpr std::string_view kSeparators[] = {" | ", " - ", " \u2013 ", " \u2014 ", " \\ ",
                                            " / ", " > ", " \u00BB ", " \u00B7 "};

Separator LastSeparator(std::string_view title) {
  Separator best;
  for (std::string_view separator : kSeparators) {
    const size_t at = title.rfind(separator);
    if (at == std::string_view::npos || (best.begin != std::string::npos && at < best.begin))
      continue;
    best = {at, at + separator.size()};
  }
  return best;
}

Separator FirstSeparator(std::string_view title) {
  Separator best;
  for (std::string_view separator : kSeparators) {
    const size_t at = title.find(separator);
    if (at == std::string_view::npos || at > best.begin) continue;
    best = {at, at + separator.size()};
  }
  return best;
}

// The text of headings that is the title or a part of it: the page says itself where it ends.
bool IsHeading(const HtmlTree& tree, std::string_view title) {
  for (const HtmlNode& node : tree.nodes) {
    if (node.tag != HtmlTag::kH1 && node.tag != HtmlTag::kH2) continue;
    if (OneLine(TextOf(tree.text, node.text)) == title) return true;
  }
  return false;
}

std::string OnlyHeading(const HtmlTree& tree) {
  std::string heading;
  size_t count = 0;
  for (const HtmlNode& node : tree.nodes) {
    if (node.tag != HtmlTag::kH1 || node.text.empty()) continue;
    ++count;
    heading = OneLine(TextOf(tree.text, node.text));
  }
  return count == 1 ? heading : std::string();
}

}  // namespace

std::string TitleOfPage(const HtmlTree& tree, const Outlets& outlets) {
  const std::string whole = OneLine(tree.title);
  if (whole.empty()) return OnlyHeading(tree);
  std::string source;
  const size_t known = SplitTitle(whole, outlets, &source);
  if (!source.empty()) return whole.substr(0, known);
  if (IsHeading(tree, whole)) return whole;

  std::string title = whole;
  const Separator last = LastSeparator(whole);
  if (last.begin != std::string::npos) {
    title = whole.substr(0, last.begin);
    if (CountWords(title) < 3) title = whole.substr(FirstSeparator(whole).end);
  } else if (const size_t colon = whole.rfind(": "); colon != std::string::npos) {
    title = whole.substr(colon + 2);
    if (CountWords(title) < 3) {
      title = whole.substr(whole.find(": ") + 2);
    } else if (CountWords(whole.substr(0, whole.find(": "))) > 5) {
      title = whole;
    }
  } else if (whole.size() > 150 || whole.size() < 15) {
    const std::string heading = OnlyHeading(tree);
    if (!heading.empty()) title = heading;
  }
  title = OneLine(title);
  // What is left may be the site's name rather than the title.
  if (CountWords(title) <= kFewWords && !IsHeading(tree, title)) return whole;
  return title;
}

}  // namespace claimscope
