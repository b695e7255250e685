#include "query/search_mask.h"

#include <algorithm>

#include "base/strings.h"
#include "base/utf8.h"
#include "base/words.h"
#include "query/quote_search.h"
#include "query/word_search.h"

namespace claimscope {
namespace {

std::vector<std::string> FoldedWords(std::string_view text) {
  std::vector<std::string> words;
  for (WordReader reader(text); reader.Next();) words.emplace_back(reader.folded());
  return words;
}

// The words stand one after the other in a name.
bool HoldsWords(std::string_view name, const std::vector<WordPattern>& words) {
  const std::vector<std::string> named = FoldedWords(name);
  if (words.empty()) return false;
  for (size_t begin = 0; begin + words.size() <= named.size(); ++begin) {
    size_t i = 0;
    while (i < words.size() && Matches(words[i], named[begin + i])) ++i;
    if (i == words.size()) return true;
  }
  return false;
}

// Answers for the names of a segment, each looked at once.
class NameAnswers {
 public:
  NameAnswers(const Segment& segment, const SearchNode& node)
      : segment_(segment), node_(node), answers_(segment.string_count(), kUnknown) {}
  bool Holds(uint32_t name) {
    if (answers_[name] == kUnknown) {
      answers_[name] = HoldsWords(segment_.StringAt(name), node_.words) ? 1 : 0;
    }
    return answers_[name] == 1;
  }

 private:
  static constexpr uint8_t kUnknown = 2;
  const Segment& segment_;
  const SearchNode& node_;
  std::vector<uint8_t> answers_;
};

bool IsUnit(const SearchNode& node, std::string_view unit) {
  const std::string folded = FoldText(unit);
  const auto stem = [](std::string_view text) {
    return EndsWith(text, "s") ? text.substr(0, text.size() - 1) : text;
  };
  return folded == node.unit || stem(folded) == stem(node.unit);
}

bool IsAmount(const SearchNode& node, const Segment::Figure& figure) {
  if (node.unit.empty() || IsUnit(node, figure.unit) || IsUnit(node, figure.of)) {
    return figure.value_max >= node.least && figure.value <= node.most;
  }
  if (node.unit_in_si == 0) return false;
  const std::string_view si_unit = figure.si_unit.empty() ? figure.unit : figure.si_unit;
  if (si_unit != node.si_unit || figure.value == 0) return false;
  const double si_max = figure.si_value * (figure.value_max / figure.value);
  // Open ends stay open.
  const double least = node.least < -1e300 ? node.least : node.least * node.unit_in_si;
  const double most = node.most > 1e300 ? node.most : node.most * node.unit_in_si;
  return si_max >= least && figure.si_value <= most;
}

bool IsRegion(const ClaimTable::Columns& columns, std::string_view code, const SearchNode& node) {
  if (EqualsIgnoreAsciiCase(code, node.text)) return true;
  return columns.region_names != nullptr &&
         HoldsWords(columns.region_names->NameOf(code), node.words);
}

// One answer per claim.
template <typename F>
SearchMask OfClaims(const ClaimTable::Columns& columns, F answer) {
  SearchMask mask{true, BitSet(columns.hits.size())};
  for (size_t i = 0; i < columns.hits.size(); ++i) {
    if (answer(i)) mask.passes.Add(i);
  }
  return mask;
}

SearchMask OfProfiles(const ClaimTable::Columns& columns, const SearchNode& node) {
  std::vector<uint8_t> answers;
  for (const auto& profile : columns.profile_table) {
    bool answer = false;
    switch (node.field) {
      case SearchField::kRegion:
        answer = IsRegion(columns, columns.region_codes[profile.region], node);
        break;
      case SearchField::kSide:
        answer = (node.bits >> profile.side & 1) != 0;
        break;
      case SearchField::kKind:
        answer = (node.bits >> profile.kind & 1) != 0;
        break;
      default:
        answer = (node.bits >> profile.status & 1) != 0;
        break;
    }
    answers.push_back(answer ? 1 : 0);
  }
  return OfClaims(columns, [&](size_t i) { return answers[columns.profiles[i]] != 0; });
}

// who:, place: and qty:, whose answers depend on the claim itself.
SearchMask OfDetails(const ClaimTable::Columns& columns, const SearchNode& node) {
  std::vector<NameAnswers> names;
  for (const Segment* segment : columns.segments) names.emplace_back(*segment, node);
  std::vector<uint32_t> places;
  return OfClaims(columns, [&](size_t i) {
    const Hit hit = columns.hits[i];
    const Segment& segment = *columns.segments[hit.segment];
    NameAnswers& known = names[hit.segment];
    if (node.field == SearchField::kWho) {
      const uint32_t claimant = segment.ClaimantOf(hit.row);
      if (known.Holds(claimant)) return true;
      if (segment.StringAt(claimant) != "outlet") return false;
      return known.Holds(segment.SourceOf(segment.articles()[hit.row]));
    }
    if (node.field == SearchField::kPlace) {
      places.clear();
      segment.AppendPlacesOf(hit.row, &places);
      return std::any_of(places.begin(), places.end(),
                         [&](uint32_t name) { return known.Holds(name); });
    }
    bool found = false;
    segment.VisitFigures(
        hit.row, [&](const Segment::Figure& figure) { found = found || IsAmount(node, figure); });
    return found;
  });
}

SearchMask OfArticles(const ClaimTable::Columns& columns, const SearchNode& node) {
  SearchMask mask{false, BitSet(columns.first_articles.back())};
  for (size_t s = 0; s < columns.segments.size(); ++s) {
    const Segment& segment = *columns.segments[s];
    const uint32_t first = columns.first_articles[s];
    if (node.field <= SearchField::kTitle) {
      MarkArticles(segment, node, first, &mask.passes);
      continue;
    }
    NameAnswers names(segment, node);
    for (uint32_t article = 0; article < segment.article_count(); ++article) {
      const bool holds =
          node.field == SearchField::kSource
              ? names.Holds(segment.SourceOf(article))
              : EqualsIgnoreAsciiCase(segment.StringAt(segment.LanguageOf(article)), node.text);
      if (holds) mask.passes.Add(first + article);
    }
  }
  return mask;
}

// Claims whose own words answer; only those of articles that answer are read.
SearchMask OfQuotes(const ClaimTable::Columns& columns, const SearchNode& node) {
  QuoteSearch own;
  QuoteSearch& quotes = columns.quotes ? *columns.quotes : own;
  quotes.Read(columns.segments, node, [] { return false; });
  const std::vector<QuoteSearch::Part>& parts = quotes.PartsOf(node);
  return OfClaims(columns, [&](size_t i) {
    const Hit hit = columns.hits[i];
    return parts[hit.segment].rows.Has(hit.row);
  });
}

SearchMask OfValue(const ClaimTable::Columns& columns, const SearchNode& node, bool in_claims) {
  if (in_claims && IsOfQuotes(node)) return OfQuotes(columns, node);
  if (!IsOfClaim(node.field)) return OfArticles(columns, node);
  switch (node.field) {
    case SearchField::kDate:
      return OfClaims(columns, [&](size_t i) {
        const Day day{columns.days[i]};
        return day.known() && node.days.from <= day && day <= node.days.to;
      });
    case SearchField::kWho:
    case SearchField::kPlace:
    case SearchField::kAmount:
      return OfDetails(columns, node);
    default:
      return OfProfiles(columns, node);
  }
}

}  // namespace

void ToClaims(const ClaimTable::Columns& columns, SearchMask* mask) {
  if (mask->of_claims) return;
  *mask = OfClaims(columns, [&](size_t i) { return mask->passes.Has(columns.articles[i]); });
}

SearchMask Evaluate(const SearchNode& node, const ClaimTable::Columns& columns, bool in_claims) {
  if (node.is == SearchNode::Is::kValue) return OfValue(columns, node, in_claims);
  if (node.is == SearchNode::Is::kNear)
    return in_claims ? OfQuotes(columns, node) : OfArticles(columns, node);
  SearchMask mask = Evaluate(node.parts[0], columns, in_claims);
  if (node.is == SearchNode::Is::kNot) {
    mask.passes.Invert();
    return mask;
  }
  for (size_t part = 1; part < node.parts.size(); ++part) {
    SearchMask other = Evaluate(node.parts[part], columns, in_claims);
    if (mask.of_claims || other.of_claims) {
      ToClaims(columns, &mask);
      ToClaims(columns, &other);
    }
    if (node.is == SearchNode::Is::kAnd) {
      mask.passes.KeepThoseOf(other.passes);
    } else {
      mask.passes.AddThoseOf(other.passes);
    }
  }
  return mask;
}

}  // namespace claimscope
