#include "query/name_column.h"

#include <algorithm>
#include <numeric>

#include "query/claim_columns.h"

namespace claimscope {
namespace {

bool IsPerArticle(Facet facet) { return facet == Facet::kSource || facet == Facet::kLanguage; }

void AddArticles(const ClaimTable::Columns& table, Facet facet, NameJoiner* joiner,
                 NameColumn* out) {
  for (size_t s = 0; s < table.segments.size(); ++s) {
    const Segment& segment = *table.segments[s];
    for (uint32_t a = 0; a < segment.article_count(); ++a) {
      const uint32_t string = facet == Facet::kSource ? segment.SourceOf(a) : segment.LanguageOf(a);
      out->values.push_back(joiner->NumberOf(s, string));
    }
  }
}

void AddClaimants(const ClaimTable::Columns& table, NameJoiner* joiner, NameColumn* out) {
  out->values.reserve(table.hits.size());
  for (const Hit hit : table.hits) {
    out->values.push_back(
        joiner->NumberOf(hit.segment, table.segments[hit.segment]->ClaimantOf(hit.row)));
  }
}

void AddPlaces(const ClaimTable::Columns& table, NameJoiner* joiner, NameColumn* out) {
  std::vector<uint32_t> strings;
  out->begins.push_back(0);
  for (const Hit hit : table.hits) {
    strings.clear();
    table.segments[hit.segment]->AppendPlacesOf(hit.row, &strings);
    const size_t first = out->values.size();
    for (const uint32_t string : strings) {
      const uint32_t number = joiner->NumberOf(hit.segment, string);
      const auto begin = out->values.begin() + static_cast<std::ptrdiff_t>(first);
      if (std::find(begin, out->values.end(), number) == out->values.end())
        out->values.push_back(number);
    }
    out->begins.push_back(static_cast<uint32_t>(out->values.size()));
  }
}

void AddAmounts(const ClaimTable::Columns& table, NameJoiner* joiner, NameColumn* out) {
  std::vector<Segment::Amount> amounts;
  out->begins.push_back(0);
  for (const Hit hit : table.hits) {
    amounts.clear();
    table.segments[hit.segment]->AppendAmountsOf(hit.row, &amounts);
    for (const Segment::Amount& amount : amounts) {
      out->values.push_back(joiner->NumberOf(hit.segment, amount.measure));
      out->least.push_back(amount.least);
      out->most.push_back(std::max(amount.least, amount.most));
    }
    out->begins.push_back(static_cast<uint32_t>(out->values.size()));
  }
}

}  // namespace

uint32_t NameColumn::Find(std::string_view name) const {
  const auto at = std::lower_bound(names.begin(), names.end(), name);
  const bool is_there = at != names.end() && *at == name;
  return static_cast<uint32_t>((is_there ? at : names.end()) - names.begin());
}

uint32_t NameJoiner::NumberOf(size_t segment, uint32_t string) {
  std::vector<uint32_t>& numbers = numbers_[segment];
  if (numbers.empty()) numbers.resize(segments_[segment]->string_count());
  uint32_t& number = numbers[string];
  if (number == 0) {
    met_.push_back(segments_[segment]->StringAt(string));
    number = static_cast<uint32_t>(met_.size());
  }
  return number - 1;
}

void NameJoiner::Finish(NameColumn* column) {
  column->names = met_;
  std::sort(column->names.begin(), column->names.end());
  column->names.erase(std::unique(column->names.begin(), column->names.end()), column->names.end());
  std::vector<uint32_t> place;
  place.reserve(met_.size());
  for (const std::string_view name : met_) place.push_back(column->Find(name));
  for (uint32_t& value : column->values) value = place[value];
}

const NameColumn& ClaimTable::Columns::Names(Facet facet) const {
  std::unique_ptr<NameColumn>& column = names_[static_cast<size_t>(facet)];
  if (column) return *column;
  column = std::make_unique<NameColumn>();
  NameJoiner joiner(segments);
  if (IsPerArticle(facet)) AddArticles(*this, facet, &joiner, column.get());
  if (facet == Facet::kClaimant) AddClaimants(*this, &joiner, column.get());
  if (facet == Facet::kPlace) AddPlaces(*this, &joiner, column.get());
  if (facet == Facet::kMeasure) AddAmounts(*this, &joiner, column.get());
  joiner.Finish(column.get());
  return *column;
}

}  // namespace claimscope
