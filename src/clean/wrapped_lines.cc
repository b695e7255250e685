#include "clean/wrapped_lines.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/strings.h"
#include "base/utf8.h"

namespace claimscope {
namespace {

constexpr uint32_t kWidest = 120;    // characters of a line that somebody broke
constexpr uint32_t kNarrowest = 40;  // narrower columns are lists and poems
constexpr size_t kFewestPairs = 3;
constexpr uint32_t kSlack = 3;   // characters by which a full line may fall short
constexpr uint32_t kIndent = 2;  // spaces more than the line above begin a paragraph

struct Line {
  uint32_t begin = 0, end = 0;  // without the line break and the white space before it
  uint32_t indent = 0;          // spaces at its head
  uint32_t width = 0;           // characters, the indent too
  uint32_t first_word = 0;      // characters
  bool stops = false;           // ends with what ends a sentence
  bool small = false;           // begins with a small letter
};

Line Measure(std::string_view page, uint32_t begin, uint32_t end) {
  while (end > begin && (IsAsciiSpace(page[end - 1]))) --end;
  Line line{begin, end};
  bool head = true, word = false, past = false;
  for (uint32_t at = begin; at < end; ++at) {
    if ((static_cast<unsigned char>(page[at]) & 0xC0) == 0x80) continue;
    ++line.width;
    const bool space = IsAsciiSpace(page[at]);
    head = head && space;
    line.indent += head ? (page[at] == '\t' ? kIndent : 1) : 0;
    if (!space && !word) {
      const char32_t first = DecodeUtf8(page.substr(0, end), at).value;
      line.small = FoldCodePoint(first) == first && (first >= 0x80 || IsAsciiAlpha(page[at]));
    }
    word = word || !space;
    past = past || (word && space);
    line.first_word += word && !past;
  }
  constexpr std::string_view kStops = ".!?:\"";
  line.stops = end > begin && kStops.find(page[end - 1]) != kStops.npos;
  return line;
}

// Do the lines of a pair belong to one paragraph, as far as their heads tell?
bool Adjoin(const Line& line, const Line& next) {
  return line.width > 0 && next.width > 0 && next.indent < line.indent + kIndent;
}

constexpr size_t kLongLine = 800;  // bytes: hardly a paragraph alone
constexpr size_t kFewest = 2;

// Ends a sentence at `at`, with a capital or a quotation mark `blanks` behind it?
bool SentenceEnds(std::string_view line, size_t at, size_t blanks) {
  const char last = line[at];
  const bool stop = last == '.' || last == '!' || last == '?' || last == '"' || last == ')' ||
                    (last == '\x9D' && at >= 2 && line[at - 1] == '\x80');  // ”
  const size_t next = at + 1 + blanks;
  if (!stop || next >= line.size()) return false;
  for (size_t i = at + 1; i < next; ++i) {
    if (line[i] != ' ') return false;
  }
  return IsAsciiUpper(line[next]) || line[next] == '"' || line.substr(next, 3) == "\xE2\x80\x9C";
}

}  // namespace

void PartWideGaps(std::string* page) {
  constexpr size_t kWide = 4;
  std::string& text = *page;
  const auto Unbroken = [&](size_t at) {
    return text[at] == '\xC2' && at + 1 < text.size() && text[at + 1] == '\xA0';
  };
  for (size_t at = 0; at < text.size(); ++at) {
    const char first = text[at];
    if (static_cast<unsigned char>(first) > ' ' && first != '\xC2') continue;
    const size_t begin = at;
    size_t blanks = 0;
    for (; at < text.size(); ++at) {
      const char c = text[at];
      const bool unbroken = Unbroken(at);
      if (!unbroken && c != ' ' && c != '\t' && c != '\r') break;
      blanks += c == '\r' ? 2 : 1;
      at += unbroken;
    }
    if (blanks < kWide || at >= text.size() || text[at] == '\n') continue;
    if (begin == 0 || text[begin - 1] == '\n') continue;
    // Within a sentence it is a blank: "18 dollars per barrel     will not slow it".
    constexpr std::string_view kOpen = ",-";
    const bool goes_on = IsAsciiAlnum(text[begin - 1]) || kOpen.find(text[begin - 1]) != kOpen.npos;
    if (goes_on && IsAsciiLower(text[at])) continue;
    if (Unbroken(begin)) text[begin + 1] = ' ';
    text[begin] = '\n';
  }
}

void PartDoubleBlanks(std::string* page) {
  std::string& text = *page;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    const size_t first = begin;
    const std::string_view line(text.data() + first, end - first);
    begin = end + 1;
    if (line.size() <= kLongLine) continue;
    constexpr std::string_view kTwo = "  ";  // which most lines are without
    std::vector<size_t> ends;
    for (size_t at = line.find(kTwo); at != line.npos; at = line.find(kTwo, at + 2)) {
      if (at > 0 && SentenceEnds(line, at - 1, 2)) ends.push_back(at);
    }
    if (ends.size() < kFewest) continue;
    size_t one = 0;
    for (size_t at = line.find(' '); at != line.npos && one < ends.size();
         at = line.find(' ', at + 1)) {
      one += at > 0 && line[at - 1] != ' ' && SentenceEnds(line, at - 1, 1);
    }
    if (one < ends.size()) continue;
    for (const size_t at : ends) text[first + at] = '\n';
  }
}

void JoinWrappedLines(std::string* page) {
  std::vector<Line> lines;
  std::vector<uint32_t> widths;
  for (size_t begin = 0; begin < page->size();) {
    const size_t end = std::min(page->find('\n', begin), page->size());
    // One long line says that nobody broke the others.
    if (end - begin > 4 * kWidest) return;
    lines.push_back(Measure(*page, static_cast<uint32_t>(begin), static_cast<uint32_t>(end)));
    if (lines.back().width > kWidest) return;
    if (lines.back().width > 0) widths.push_back(lines.back().width);
    begin = end + 1;
  }
  if (widths.size() <= kFewestPairs) return;
  const auto nth = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() * 19 / 20);
  std::nth_element(widths.begin(), nth, widths.end());
  const uint32_t width = *nth;
  if (width < kNarrowest) return;
  const auto Full = [width](const Line& line, const Line& next) {
    return line.width + 1 + next.first_word + kSlack > width;
  };
  size_t pairs = 0, full = 0, open = 0, small = 0;
  for (size_t i = 0; i + 1 < lines.size(); ++i) {
    if (!Adjoin(lines[i], lines[i + 1])) continue;
    ++pairs;
    full += Full(lines[i], lines[i + 1]);
    open += Full(lines[i], lines[i + 1]) && !lines[i].stops;
    small += lines[i + 1].small;
  }
  if (pairs < kFewestPairs || full * 4 < pairs * 3 || open * 2 < pairs || small * 2 < pairs) return;
  for (size_t i = 0; i + 1 < lines.size(); ++i) {
    if (!Adjoin(lines[i], lines[i + 1]) || !Full(lines[i], lines[i + 1])) continue;
    if (i == 0 && !lines[1].small) continue;  // a headline
    std::fill(page->begin() + lines[i].end, page->begin() + lines[i + 1].begin, ' ');
  }
}

}  // namespace claimscope
