#include "clean/boilerplate_finder.h"

#include <algorithm>

#include "base/stable_sort.h"
#include "base/strings.h"
#include "base/utf8.h"

namespace claimscope {
namespace {

constexpr size_t kMaxBylineWords = 12;
constexpr size_t kMaxStrandedWords = 6;
constexpr size_t kMaxStrandedBytes = 80;

bool EndsSentence(std::string_view text) {
  for (;;) {
    if (text.empty()) return false;
    const char c = text.back();
    if (c == '.' || c == '!' || c == '?') return true;
    if (c == '"' || c == '\'' || c == ')' || c == ']') {
      text.remove_suffix(1);
    } else if (EndsWith(text, "\u201D") || EndsWith(text, "\u2019") || EndsWith(text, "\u00BB") ||
               EndsWith(text, "\u201C")) {
      while (!IsUtf8Boundary(text, text.size() - 1)) text.remove_suffix(1);
      text.remove_suffix(1);
    } else {
      return EndsWith(text, "\u2026");
    }
  }
}

LineShape ShapeOf(std::string_view page, const PageLine& line, const std::vector<PageWord>& words) {
  LineShape shape;
  const std::string_view text = TextOf(page, line.span);
  shape.words = words.size();
  for (const PageWord& word : words) {
    shape.capitals += word.begins_upper;
    shape.all_capitals += word.all_capitals;
    shape.numbers += word.is_number;
  }
  shape.ends = EndsSentence(text);
  shape.ends_dash = EndsWith(text, " -") || text == "-";
  shape.is_bullet = StartsWith(text, "- ") || StartsWith(text, "* ") ||
                    StartsWith(text, "\u2022") || StartsWith(text, "\u00B7") ||
                    StartsWith(text, "\u25CF");
  return shape;
}

bool AreNames(const std::vector<PageWord>& words) {
  static const std::unordered_set<uint64_t> kBetween = HashesOf("and for of in the with at");
  return std::all_of(words.begin(), words.end(), [](const PageWord& word) {
    return word.begins_upper || kBetween.count(word.hash) != 0;
  });
}

}  // namespace

std::unordered_set<uint64_t> HashesOf(std::string_view words) {
  std::vector<PageWord> split;
  SplitWords(words, {0, static_cast<uint32_t>(words.size())}, &split);
  std::unordered_set<uint64_t> hashes;
  for (const PageWord& word : split) hashes.insert(word.hash);
  return hashes;
}

std::vector<Cut> BoilerplateFinder::Find() {
  shapes_.resize(lines_.size());
  for (size_t line = 0; line < lines_.size(); ++line) {
    if (!IsBlankLine(lines_[line])) LookAtLine(line);
  }
  if (is_page_) CutLists();
  CutStranded();
  return std::move(cuts_);
}

// "Quotes delayed. Example Data Ltd. Legal statement.": a name or two between two cuts of a line,
// of the page's frame both, are of the frame too.
void BoilerplateFinder::CutStranded() {
  const auto is_frame = [](const Cut& cut) {
    return cut.reason == CutReason::kNavigation || cut.reason == CutReason::kPromotion ||
           cut.reason == CutReason::kSharing;
  };
  std::vector<Cut> cuts = cuts_;
  StableSort(&cuts, [](const Cut& a, const Cut& b) { return a.span.begin < b.span.begin; });
  Cut before{};
  for (const Cut& cut : cuts) {
    const Span gap{before.span.end, cut.span.begin};
    if (before.span.end > 0 && before.span.end < cut.span.begin && is_frame(before) &&
        is_frame(cut) && IsStranded(gap)) {
      Add(gap, before.reason);
    }
    if (cut.span.end > before.span.end) before = cut;
  }
}

bool BoilerplateFinder::IsStranded(Span gap) const {
  const std::string_view text = TextOf(page_, gap);
  if (text.size() > kMaxStrandedBytes || text.find('\n') != std::string_view::npos) return false;
  std::vector<PageWord> words;
  SplitWords(page_, gap, &words);
  return !words.empty() && words.size() <= kMaxStrandedWords && AreNames(words);
}

void BoilerplateFinder::LookAtLine(size_t line) {
  words_.clear();
  const Span span = lines_[line].span;
  SplitWords(page_, span, &words_);
  shapes_[line] = ShapeOf(page_, lines_[line], words_);
  const std::vector<PageUnit> units = SplitUnits(page_, span, words_);
  if (is_page_ && !shapes_[line].ends && IsByline()) {
    Add(span, CutReason::kByline);
    shapes_[line].is_cut = true;
    return;
  }
  const size_t before = cuts_.size();
  ApplyPhrases(line, units);
  CutTeasers(units, before);
  CutHeadlineRun(line);
  CutClockRuns(line);
  CutCapitalRuns(line);
}

// "By Jane Example and John Doe", "By A. Writer | The Daily": names and nothing else.
bool BoilerplateFinder::IsByline() const {
  static const uint64_t kBy = HashWord("by");
  if (words_.size() < 3 || words_.size() > kMaxBylineWords || words_[0].hash != kBy) return false;
  return AreNames(words_);
}

std::vector<Cut> FindBoilerplate(std::string_view page, const std::vector<PageLine>& lines,
                                 const PhraseRules& rules, bool is_page) {
  return BoilerplateFinder(page, lines, rules, is_page).Find();
}

}  // namespace claimscope
