#include "clean/phrase_rules.h"

#include <algorithm>
#include <string>

#include "base/strings.h"
#include "base/table.h"

namespace claimscope {
namespace {

constexpr uint32_t kMaxGapWords = 8;

using Item = PhraseRule::Item;

bool Fits(const Item& item, const PageWord& word) {
  return item.kind == Item::Kind::kNumber ? word.is_number : word.hash == item.hash;
}

// The word after the match, or 0. Shortest gaps first; patterns are short, so trying is cheap.
uint32_t MatchItems(const std::vector<Item>& items, size_t item, const std::vector<PageWord>& words,
                    uint32_t word, uint32_t end) {
  for (; item < items.size(); ++item) {
    if (items[item].kind == Item::Kind::kGap) {
      for (uint32_t skip = 0; skip <= kMaxGapWords && word + skip < end; ++skip) {
        const uint32_t last = MatchItems(items, item + 1, words, word + skip, end);
        if (last != 0) return last;
      }
      return 0;
    }
    if (word >= end || !Fits(items[item], words[word])) return 0;
    ++word;
  }
  return word;
}

bool HasColonAfter(std::string_view page, uint32_t at) {
  while (at < page.size() && page[at] == ' ') ++at;
  return at < page.size() && page[at] == ':';
}

bool HasSlashBeside(std::string_view page, uint32_t begin, uint32_t end) {
  return (begin > 0 && page[begin - 1] == '/') || (end < page.size() && page[end] == '/');
}

template <typename E>
bool FindName(std::string_view name, const std::pair<std::string_view, E>* names, size_t count,
              E* out) {
  for (size_t i = 0; i < count; ++i) {
    if (names[i].first == name) {
      *out = names[i].second;
      return true;
    }
  }
  return false;
}

constexpr std::pair<std::string_view, PhraseRule::Where> kWheres[] = {
    {"line", PhraseRule::Where::kLine},     {"unit", PhraseRule::Where::kUnit},
    {"start", PhraseRule::Where::kStart},   {"any", PhraseRule::Where::kAny},
    {"credit", PhraseRule::Where::kCredit},
};
constexpr std::pair<std::string_view, PhraseRule::Extent> kExtents[] = {
    {"phrase", PhraseRule::Extent::kPhrase}, {"sentence", PhraseRule::Extent::kSentence},
    {"line", PhraseRule::Extent::kLine},     {"list", PhraseRule::Extent::kLine},
    {"rest", PhraseRule::Extent::kRest},
};
constexpr std::pair<std::string_view, CutReason> kReasons[] = {
    {"navigation", CutReason::kNavigation}, {"promotion", CutReason::kPromotion},
    {"sharing", CutReason::kSharing},       {"headlines", CutReason::kHeadlines},
    {"widget", CutReason::kWidget},         {"byline", CutReason::kByline},
    {"caption", CutReason::kCaption},
};

}  // namespace

bool ReasonFromName(std::string_view name, CutReason* out) {
  return FindName(name, kReasons, std::size(kReasons), out);
}

Result<PhraseRules> PhraseRules::Load(std::string_view name, std::string_view text) {
  Result<Table> table = Table::Parse(name, text);
  if (!table.ok()) return table.status();
  PhraseRules rules;
  for (size_t row = 0; row < table->rows(); ++row) {
    const std::string place =
        std::string(name) + ", line " + std::to_string(table->Line(row)) + ": ";
    PhraseRule rule;
    const std::string_view cut = table->At(row, "cut");
    if (!FindName(table->At(row, "where"), kWheres, std::size(kWheres), &rule.where) ||
        !FindName(cut, kExtents, std::size(kExtents), &rule.extent) ||
        !FindName(table->At(row, "reason"), kReasons, std::size(kReasons), &rule.reason)) {
      return Status::Invalid(place + "the columns where, cut or reason hold an unknown word.");
    }
    rule.opens_list = cut == "list";
    Status added = rules.AddPattern(table->At(row, "pattern"), rule, place);
    if (!added.ok()) return added;
  }
  return rules;
}

Status PhraseRules::AddPattern(std::string_view pattern, PhraseRule rule,
                               const std::string& place) {
  for (std::string_view piece : SplitTrimmed(pattern, ' ')) {
    if (piece == "#") {
      rule.items.push_back({Item::Kind::kNumber, 0});
    } else if (piece == ":") {
      rule.needs_colon = true;
    } else if (piece == "/") {
      rule.needs_slash = true;
    } else if (piece == "*") {
      rule.items.push_back({Item::Kind::kGap, 0});
    } else {
      std::vector<PageWord> words;
      SplitWords(piece, {0, static_cast<uint32_t>(piece.size())}, &words);
      for (const PageWord& word : words) rule.items.push_back({Item::Kind::kWord, word.hash});
    }
  }
  const bool may_be_open =
      rule.where == PhraseRule::Where::kLine || rule.where == PhraseRule::Where::kUnit;
  if (may_be_open && rule.items.size() > 1 && rule.items.back().kind == Item::Kind::kGap) {
    rule.items.pop_back();
    rule.open_end = true;
  }
  const auto is_gap = [](const Item& item) { return item.kind == Item::Kind::kGap; };
  if (rule.items.empty() || is_gap(rule.items.front()) || is_gap(rule.items.back())) {
    return Status::Invalid(place + "a pattern must begin and end with a word or '#'.");
  }
  const auto id = static_cast<uint32_t>(rules_.size());
  leading_.Add(rule.items[0], id);
  if (rule.where >= PhraseRule::Where::kAny) inside_.Add(rule.items[0], id);
  rules_.push_back(std::move(rule));
  return {};
}

void PhraseRules::Begins::Add(const Item& first, uint32_t rule) {
  if (first.kind == Item::Kind::kNumber) {
    by_number.push_back(rule);
  } else {
    by_word[first.hash].push_back(rule);
    filter.set(FilterBit(first.hash));
  }
}

bool PhraseRules::MatchAt(std::string_view page, const std::vector<PageWord>& words,
                          const PageUnit& unit, uint32_t word, PhraseMatch* out) const {
  const Begins& begins = word == unit.first_word ? leading_ : inside_;
  const std::vector<uint32_t>* candidates = &begins.by_number;
  if (!words[word].is_number) {
    const auto found = begins.by_word.find(words[word].hash);
    if (found == begins.by_word.end()) return false;
    candidates = &found->second;
  }
  const auto line_end = static_cast<uint32_t>(words.size());
  bool is_found = false;
  for (uint32_t id : *candidates) {
    const PhraseRule& rule = rules_[id];
    if (rule.where == PhraseRule::Where::kLine && word != 0) continue;
    uint32_t last = MatchItems(rule.items, 0, words, word, line_end);
    if (last == 0 || (rule.needs_colon && !HasColonAfter(page, words[last - 1].end))) continue;
    if (rule.needs_slash && !HasSlashBeside(page, words[word].begin, words[last - 1].end)) continue;
    if (rule.where == PhraseRule::Where::kLine || rule.where == PhraseRule::Where::kUnit) {
      const uint32_t end = rule.where == PhraseRule::Where::kLine ? line_end : unit.last_word;
      if (rule.open_end && last < end && end - last <= kMaxGapWords) last = end;
      if (last != end) continue;
    }
    if (is_found && last <= out->last_word) continue;
    *out = {&rule, word, last};
    is_found = true;
  }
  return is_found;
}

}  // namespace claimscope
