#include "ui/overview.h"

#include <algorithm>
#include <map>

#include "base/stable_sort.h"
#include "ui/format.h"
#include "ui/labels.h"

namespace claimscope {
namespace {

// Calls f(article, source, language, day, claims) for each article.
template <typename F>
void ForEachArticle(const Workspace& workspace, F f) {
  for (size_t s = 0; s < workspace.segment_count(); ++s) {
    const Segment& segment = workspace.SegmentAt(s);
    std::vector<uint32_t> claims(segment.article_count());
    for (const uint32_t article : segment.articles()) ++claims[article];
    for (uint32_t a = 0; a < segment.article_count(); ++a) {
      f(ArticleRef{static_cast<uint32_t>(s), a}, segment.StringAt(segment.SourceOf(a)),
        segment.StringAt(segment.LanguageOf(a)), segment.DateOf(a), claims[a]);
    }
  }
}

// The days of the articles but for the rarest at either end, so that one page of 1998 does not make
// a column for every year since.
DayRange UsualRange(std::vector<int32_t> days) {
  if (days.empty()) return {};
  std::sort(days.begin(), days.end());
  const size_t rare = days.size() / 50;
  return {{days[rare]}, {days[days.size() - 1 - rare]}};
}

void CutIntoPeriods(DayRange days, Overview* out) {
  if (!days.known()) return;
  const CivilDate first = CivilOf(days.from), last = CivilOf(days.to);
  const int months = (last.year - first.year) * 12 + last.month - first.month + 1;
  out->by_year = months > static_cast<int>(kMostPeriods);
  Day at = out->by_year ? YearStart(days.from) : MonthStart(days.from);
  while (at <= days.to) {
    const Day end = out->by_year ? DayOf({CivilOf(at).year, 12, 31}) : MonthEnd(at);
    out->periods.push_back({at, end});
    at = end + 1;
  }
  if (out->periods.size() > kMostPeriods)
    out->periods.erase(out->periods.begin(), out->periods.end() - kMostPeriods);
}

}  // namespace

Overview MakeOverview(const Workspace& workspace) {
  Overview out;
  std::vector<int32_t> days;
  ForEachArticle(workspace, [&](ArticleRef, std::string_view, std::string_view, Day day, uint32_t) {
    if (day.known()) days.push_back(day.value);
  });
  CutIntoPeriods(UsualRange(std::move(days)), &out);
  std::map<std::string_view, OverviewSource> sources;
  std::map<std::string_view, uint32_t> languages;
  ForEachArticle(workspace, [&](ArticleRef article, std::string_view name,
                                std::string_view language, Day day, uint32_t claims) {
    OverviewSource& source = sources[name];
    source.per_period.resize(out.periods.size());
    ++out.articles;
    ++source.articles;
    out.claims += claims;
    source.claims += claims;
    if (claims == 0) out.without_claims.push_back(article);
    ++languages[language];
    if (!day.known()) {
      out.undated.push_back(article);
      ++source.undated;
      return;
    }
    const auto at = std::upper_bound(out.periods.begin(), out.periods.end(), day,
                                     [](Day d, const DayRange& p) { return d < p.from; });
    if (at == out.periods.begin()) {
      ++out.earlier;
      return;
    }
    const auto period = static_cast<size_t>(at - out.periods.begin() - 1);
    if (day <= out.periods[period].to) out.most = std::max(out.most, ++source.per_period[period]);
  });
  for (auto& [name, source] : sources) {
    source.name = name;
    out.sources.push_back(std::move(source));
  }
  StableSort(&out.sources, [](const auto& a, const auto& b) { return a.articles > b.articles; });
  for (const auto& [name, count] : languages) out.languages.push_back({std::string(name), count});
  StableSort(&out.languages,
             [](const FacetCount& a, const FacetCount& b) { return a.claims > b.claims; });
  return out;
}

std::string SourceAndDay(const ArticleView& article) {
  std::string from(article.source);
  if (from.empty() && article.title.empty()) {
    const std::string_view path = PathOfArticle(article.id);
    from = path.substr(path.rfind('/') + 1);
  }
  if (article.date.known()) from += (from.empty() ? "" : ", ") + FormatDay(article.date);
  return from;
}

std::string WhereFrom(const ArticleView& article) {
  const std::string from = SourceAndDay(article);
  return from + (from.empty() ? "" : " · ") + LabelOfName(Facet::kLanguage, article.language);
}

}  // namespace claimscope
