#include "ui/filter_words.h"

#include "base/strings.h"
#include "ui/arguments.h"
#include "ui/format.h"

namespace claimscope {
namespace {

struct WordList {
  const Query& query;
  std::vector<FilterWord> words;

  void Add(std::string label, std::string_view remove,
           std::initializer_list<std::pair<std::string_view, std::string_view>> arguments = {}) {
    FilterWord& word = words.emplace_back();
    word.label = std::move(label);
    word.remove = remove;
    for (const auto& [name, value] : arguments) AppendArgument(name, value, &word.arguments);
  }
  std::string Shown(Facet facet, std::string_view label) const {
    return ((query.except & BitOf(facet)) != 0 ? "not " : "") + std::string(label);
  }
  template <typename E>
  void AddBits(uint32_t bits, int count, std::string_view toggle, Facet facet) {
    for (int i = 0; i < count; ++i) {
      const E entry = static_cast<E>(i);
      if ((bits >> i & 1) != 0)
        Add(Shown(facet, LabelOf(entry)), toggle, {{"name", NameOf(entry)}});
    }
  }
};

}  // namespace

std::vector<FilterWord> WordsOf(const Session& session, const Query& query) {
  WordList list{query, {}};
  if (query.days.known()) list.Add(FormatDayRange(query.days), "clear-days");
  if (!query.text.empty()) list.Add(std::string(TrimAscii(query.text)), "search", {{"q", ""}});
  for (const std::string& code : query.regions) {
    list.Add(list.Shown(Facet::kRegion, session.regions().NameOf(code)), "toggle-region",
             {{"code", code}});
  }
  list.AddBits<Kind>(query.kinds, kKindCount, "toggle-kind", Facet::kKind);
  list.AddBits<Side>(query.sides, kSideCount, "toggle-side", Facet::kSide);
  list.AddBits<ClaimStatus>(query.statuses, kClaimStatusCount, "toggle-status", Facet::kStatus);
  list.AddBits<Verdict>(query.reviews, kVerdictCount, "toggle-review", Facet::kReview);
  for (const Facet facet : {Facet::kClaimant, Facet::kPlace, Facet::kSource, Facet::kLanguage}) {
    for (const std::string& name : *NamesIn(query, facet)) {
      list.Add(list.Shown(facet, LabelOfName(facet, name)), "toggle-name",
               {{"list", NameOf(facet)}, {"name", name}});
    }
  }
  if (!query.amount.measure.empty())
    list.Add(FormatAmountRange(query.amount), "clear-list", {{"list", "measure"}});
  const std::span<const Counting> ways = AllCountings();
  const auto count = [&](size_t way) {
    list.Add(std::string(ways[way].label), "count-by", {{"what", "mentions"}});
  };
  if (!query.count_copies) count(1);
  if (query.count_rejected) list.Add("Rejected too", "show-rejected");
  if (!query.count_retold) count(2);
  if (query.count_articles) count(3);
  return std::move(list.words);
}

std::string FilterInWords(const Session& session, const Query& query) {
  std::string text;
  for (const FilterWord& word : WordsOf(session, query))
    text += (text.empty() ? "" : " · ") + word.label;
  if (!query.text.empty() && !query.text_in_claims) text += " · in articles";
  return text.empty() ? "All claims" : text;
}

namespace {
template <typename E>
std::string_view LabelNamed(std::string_view name) {
  E value{};
  FromName(name, &value);
  return LabelOf(value);
}
}  // namespace

std::string SeriesName(const Session& session, Facet stack, std::string_view series) {
  switch (stack) {
    case Facet::kKind:
      return std::string(LabelNamed<Kind>(series));
    case Facet::kSide:
      return std::string(LabelNamed<Side>(series));
    case Facet::kStatus:
      return std::string(LabelNamed<ClaimStatus>(series));
    case Facet::kClaimant:
      return series == "other" ? "Others" : LabelOfName(stack, series);
    default:
      return series == "other" ? "Other regions" : std::string(session.regions().NameOf(series));
  }
}

}  // namespace claimscope
