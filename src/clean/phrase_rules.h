// The phrases by which boilerplate is known: assets/lexicon/boilerplate.tsv, matched word by word.
//
// A pattern is words; case, diacritics, punctuation and spacing do not matter. "#" is any number,
// "*" up to eight words. `where` says where it must stand, `cut` how much goes with it (the table's
// own comments explain both).
#pragma once

#include <bitset>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/status.h"
#include "clean/page.h"
#include "model/article.h"

namespace claimscope {

// "navigation", "promotion" ... -> the reason; false for another word.
bool ReasonFromName(std::string_view name, CutReason* out);

struct PhraseRule {
  enum class Where : uint8_t { kLine, kUnit, kStart, kAny, kCredit };
  enum class Extent : uint8_t { kPhrase, kSentence, kLine, kRest };
  struct Item {
    enum class Kind : uint8_t { kWord, kNumber, kGap } kind;
    uint64_t hash;
  };

  std::vector<Item> items;
  Where where = Where::kAny;
  Extent extent = Extent::kPhrase;
  CutReason reason = CutReason::kNavigation;
  bool open_end =
      false;  // the pattern ends with "*": a few more words up to the end of the line or unit
  bool needs_colon = false;  // the pattern ends with ":": so must the words
  bool needs_slash = false;  // it begins with "/": one stands right before the words or behind them
  bool opens_list = false;   // short lines that follow are links to other articles
};

struct PhraseMatch {
  const PhraseRule* rule;
  uint32_t first_word, last_word;  // [first, last) words of the line
};

class PhraseRules {
 public:
  static Result<PhraseRules> Load(std::string_view name, std::string_view table);

  // Could a pattern begin with this word? Cheap: asked of every word. `leads`: it is the first of
  // its unit.
  bool MayBegin(const PageWord& word, bool leads) const {
    const Begins& begins = leads ? leading_ : inside_;
    return word.is_number ? !begins.by_number.empty() : begins.filter.test(FilterBit(word.hash));
  }
  // The longest pattern that begins at this word, or none. `unit` holds the word.
  bool MatchAt(std::string_view page, const std::vector<PageWord>& words, const PageUnit& unit,
               uint32_t word, PhraseMatch* out) const;

 private:
  Status AddPattern(std::string_view pattern, PhraseRule rule, const std::string& place);

  // Most words begin no pattern: a bit per hash says so without a look-up.
  static constexpr size_t kFilterBits = 1 << 15;
  static size_t FilterBit(uint64_t hash) { return static_cast<size_t>(hash >> 20) % kFilterBits; }

  // Patterns by what they begin with.
  struct Begins {
    std::bitset<kFilterBits> filter;
    std::unordered_map<uint64_t, std::vector<uint32_t>> by_word;
    std::vector<uint32_t> by_number;  // those that begin with "#"
    void Add(const PhraseRule::Item& first, uint32_t rule);
  };

  std::vector<PhraseRule> rules_;
  Begins leading_;  // all of them
  Begins inside_;   // those that need not begin a unit
};

}  // namespace claimscope
