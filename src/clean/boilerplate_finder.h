// One page's boilerplate in the making: the rules of boilerplate.h, a file for each concept.
#pragma once

#include <set>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "clean/boilerplate.h"

namespace claimscope {

// What a line looks like, without its meaning.
struct LineShape {
  size_t words = 0;
  size_t capitals = 0;  // words that begin with a capital letter
  size_t all_capitals = 0, numbers = 0;
  bool ends =
      false;  // with a full stop, question or exclamation mark, or a closing quote after one
  bool ends_dash = false;  // " -": a separator left over from a list
  bool is_bullet = false;  // "- ", "* ", "• "
  bool is_cut = false;
};

inline bool IsBlankLine(const PageLine& line) { return line.span.empty(); }
// Of words parted by spaces, as in PageWord.
std::unordered_set<uint64_t> HashesOf(std::string_view words);

class BoilerplateFinder {
 public:
  BoilerplateFinder(std::string_view page, const std::vector<PageLine>& lines,
                    const PhraseRules& rules, bool is_page)
      : page_(page), lines_(lines), rules_(rules), is_page_(is_page) {}

  std::vector<Cut> Find();

 private:
  void LookAtLine(size_t line);
  void ApplyPhrases(size_t line, const std::vector<PageUnit>& units);
  bool ApplyMatch(size_t line, const std::vector<PageUnit>& units, size_t unit,
                  const PhraseMatch& match);
  Span SentenceAround(const PageUnit& first, const PageUnit& last, const PhraseMatch& match) const;
  bool BeginsAnew(uint32_t word) const;
  void CutCredit(size_t line, const PhraseMatch& match);
  bool IsToldElsewhere(Span sentence);
  void CutTeasers(const std::vector<PageUnit>& units, size_t first_cut);
  void CutHeadlineRun(size_t line);
  void CutClockRuns(size_t line);
  void CutCapitalRuns(size_t line);
  bool ContinuesCapitals(uint32_t first, uint32_t word) const;
  bool IsQuoted(uint32_t at) const;
  void CutLists();
  void CutStranded();
  bool IsStranded(Span gap) const;
  void CutLineRun(size_t first, size_t last, CutReason reason);
  bool IsHeadlineShaped(size_t line) const;
  bool IsLinkShaped(size_t line) const;
  bool IsByline() const;
  void Add(Span span, CutReason reason) {
    if (span.empty()) return;
    cuts_.push_back({span, reason});
    cut_ends_.insert(span.end);
  }

  std::string_view page_;
  const std::vector<PageLine>& lines_;
  const PhraseRules& rules_;
  const bool is_page_;

  std::vector<PageWord> words_;    // of the line in work
  std::vector<LineShape> shapes_;  // per line
  std::vector<size_t> openers_;    // lines after which links to other articles follow
  std::vector<Cut> cuts_;
  std::set<uint32_t> cut_ends_;
  std::vector<PageWord> page_words_;  // of the whole page, once a caption asks for them
  size_t looked_up_captions_ = 0;
};

}  // namespace claimscope
