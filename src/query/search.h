// The language of the search box, as README.md ("Searching") tells it to users: parsed here,
// evaluated in search_mask.cc.
//
//   search := and { OR and }                  NOT binds closer than AND, AND closer than OR
//   and    := unary { [AND] unary }
//   unary  := (NOT | -) unary | ( search ) | near/N( values ) | [field:] value
//   value  := word | word* | word~ | "words"  a word that the index cuts in two is a phrase
//
// Nothing is refused: what cannot be understood is named (SearchProblem) and left out, the rest
// runs.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/day.h"
#include "query/query.h"

namespace claimscope {

enum class SearchField : uint8_t {
  kText,  // title or text
  kTitle,
  kSource,
  kLanguage,
  // From here on of the claim, above of its article.
  kWho,
  kPlace,
  kRegion,
  kSide,
  kKind,
  kStatus,
  kDate,
  kAmount,
};
constexpr bool IsOfClaim(SearchField field) { return field >= SearchField::kWho; }

struct SearchNode {
  enum class Is : uint8_t { kNothing, kValue, kNear, kNot, kAnd, kOr };
  Is is = Is::kNothing;
  std::vector<SearchNode> parts;  // of kNot (one), kAnd, kOr

  // Of kValue; kNear has `words` and `distance`.
  SearchField field = SearchField::kText;
  std::vector<WordPattern> words;  // one after the other; of kNear, near to each other
  uint32_t distance = 0;
  std::string text;            // of kRegion and kLanguage: the value as typed
  uint32_t bits = 0;           // of kSide, kKind, kStatus
  DayRange days;               // of kDate, open ends filled
  double least = 0, most = 0;  // of kAmount, in the unit or its SI unit
  std::string unit;            // folded; empty: any
  double unit_in_si = 0;       // 0: not a unit of measure
  std::string si_unit;
};

struct Search {
  SearchNode root;
  std::vector<SearchProblem> problems;
};

// A last word with nothing behind it may be the beginning of a word: it is still being typed.
Search ParseSearch(std::string_view text);
// The words that articles are searched for, those after NOT left out.
std::vector<WordPattern> WordsOf(const SearchNode& root);

// Of a field's value (side:, kind:, status:, date:, qty:); empty, or a problem in the value.
std::string ReadChoice(std::string_view value, SearchNode* node);
std::string ReadDays(std::string_view value, SearchNode* node);
std::string ReadAmount(std::string_view value, SearchNode* node);

}  // namespace claimscope
