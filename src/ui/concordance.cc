#include "ui/concordance.h"

#include <algorithm>
#include <limits>
#include <set>
#include <tuple>

#include "base/stable_sort.h"
#include "base/utf8.h"
#include "base/words.h"
#include "ui/format.h"
#include "ui/found_words.h"

namespace claimscope {
namespace {

constexpr size_t kContext = 110;  // bytes to either side, at most
constexpr size_t kKeyWords = 3;

bool IsInside(unsigned char c) { return (c & 0xC0) == 0x80; }

// White space of any length becomes one space.
std::string OnOneLine(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool space = c == '\n' || c == '\r' || c == '\t' || c == ' ';
    if (space && (line.empty() || line.back() == ' ')) continue;
    line.push_back(space ? ' ' : c);
  }
  return line;
}

// The words of `text` in the order in which they stand, folded.
std::vector<std::string> WordsOf(std::string_view text) {
  std::vector<std::string> words;
  for (WordReader reader(text); reader.Next();) words.emplace_back(reader.folded());
  return words;
}

std::string KeyOf(std::vector<std::string> words, bool from_end) {
  if (from_end) std::reverse(words.begin(), words.end());
  if (words.size() > kKeyWords) words.resize(kKeyWords);
  std::string key;
  for (const std::string& word : words) key.append(word).append(" ");
  return key;
}

ContextLine LineAt(std::string_view text, Span word) {
  size_t begin = word.begin > kContext ? word.begin - kContext : 0;
  size_t end = std::min<size_t>(text.size(), word.end + kContext);
  while (begin < word.begin && IsInside(static_cast<unsigned char>(text[begin]))) ++begin;
  while (end > word.end && end < text.size() && IsInside(static_cast<unsigned char>(text[end])))
    --end;
  ContextLine line;
  line.before = OnOneLine(text.substr(begin, word.begin - begin));
  line.word = TextOf(text, word);
  line.after = OnOneLine(text.substr(word.end, end - word.end));
  if (word.end < text.size() && text[word.end] == ' ') line.after.insert(0, " ");
  line.left_key = KeyOf(WordsOf(line.before), true);
  line.right_key = KeyOf(WordsOf(line.after), false);
  return line;
}

// The claim of the article that begins nearest to the word.
Hit NearestClaim(const Segment& segment, uint32_t segment_place, uint32_t article, uint32_t at) {
  Hit best{segment_place, 0};
  uint32_t nearest = ~0u;
  for (const uint32_t row : segment.ClaimsOf(article)) {
    const Span span = segment.ClaimAt(row).span;
    const uint32_t away = at < span.begin  ? span.begin - at
                          : at >= span.end ? at - span.end + 1
                                           : 0;
    if (away >= nearest) continue;
    nearest = away;
    best.row = row;
  }
  return best;
}

// The articles of the claims, the latest first, undated ones last; of one day in the order of the
// corpus.
std::vector<ArticleRef> ArticlesOf(const Workspace& workspace, const std::vector<Hit>& hits) {
  std::set<std::pair<uint32_t, uint32_t>> seen;
  std::vector<std::pair<int64_t, ArticleRef>> dated;
  for (const Hit hit : hits) {
    const Segment& segment = workspace.SegmentAt(hit.segment);
    const uint32_t article = segment.articles()[hit.row];
    if (!seen.emplace(hit.segment, article).second) continue;
    const Day day = segment.DateOf(article);
    dated.push_back({day.known() ? -int64_t{day.value} : std::numeric_limits<int64_t>::max(),
                     {hit.segment, article}});
  }
  StableSort(&dated, [](const auto& a, const auto& b) {
    return std::tuple(a.first, a.second.segment, a.second.article) <
           std::tuple(b.first, b.second.segment, b.second.article);
  });
  std::vector<ArticleRef> articles;
  for (const auto& [day, article] : dated) articles.push_back(article);
  return articles;
}

}  // namespace

std::string HowOften(const Concordance& found) {
  return "Found " + FormatCountOf(found.lines.size(), "time") + " in " +
         FormatCountOf(found.articles, "article") + (found.is_cut ? " and more" : "");
}

size_t LineOf(const Concordance& found, Hit claim, uint32_t word) {
  size_t first = kNoLine;
  for (size_t i = 0; i < found.lines.size(); ++i) {
    const ContextLine& line = found.lines[i];
    if (line.claim.segment != claim.segment || line.claim.row != claim.row) continue;
    if (line.at + 1 == word) return i;
    if (first == kNoLine) first = i;
  }
  return first;
}

Concordance MakeConcordance(const Workspace& workspace, const std::vector<Hit>& hits,
                            std::string_view search, ContextSort sort) {
  Concordance out;
  const SearchWords words = FoldWords(search);
  if (words.empty()) return out;
  for (const ArticleRef at : ArticlesOf(workspace, hits)) {
    const Segment& segment = workspace.SegmentAt(at.segment);
    const ArticleView view = segment.ArticleAt(at.article);
    const std::string text =
        TextWithoutCuts(view.page, std::vector<Cut>(view.cuts.begin(), view.cuts.end()));
    const std::vector<Span> found = FindWords(text, words);
    out.articles += found.empty() ? 0 : 1;
    for (const Span span : found) {
      out.is_cut = out.lines.size() == kMostLines;
      if (out.is_cut) break;
      ContextLine& line = out.lines.emplace_back(LineAt(text, span));
      line.claim = NearestClaim(segment, at.segment, at.article, span.begin);
      line.at = span.begin;
      line.source = FoldText(view.source);
    }
    if (out.is_cut) break;
  }
  const auto by = [&](std::string ContextLine::*key) {
    StableSort(&out.lines,
               [key](const ContextLine& a, const ContextLine& b) { return a.*key < b.*key; });
  };
  if (sort == ContextSort::kLeft) by(&ContextLine::left_key);
  if (sort == ContextSort::kRight) by(&ContextLine::right_key);
  if (sort == ContextSort::kSource) by(&ContextLine::source);
  return out;
}

}  // namespace claimscope
