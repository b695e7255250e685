#include "ui/mirror_views.h"

#include <algorithm>
#include <numeric>

#include "base/stable_sort.h"
#include "ui/arguments.h"
#include "ui/claim_rows.h"
#include "ui/findings.h"
#include "ui/format.h"

namespace claimscope {
namespace {

constexpr size_t kMostRows = 60;

using Pairs = std::initializer_list<std::pair<std::string_view, std::string_view>>;

// A cell that gives a command.
void Press(JsonWriter* json, std::string_view text, std::string_view command, Pairs arguments) {
  json->BeginObject().Key("text").String(text).Key("do").String(command).Key("with").BeginObject();
  for (const auto& [name, value] : arguments) json->Key(name).String(value);
  json->EndObject().EndObject();
}

// `word`: see Selection; 0: none.
void PressClaim(JsonWriter* json, const Session& session, Hit hit, std::string_view text,
                uint32_t word = 0) {
  const Selection claim = session.SelectionOf(hit);
  Press(json, text, "select-claim",
        {{"article", claim.article},
         {"claim", std::to_string(claim.claim + 1)},
         {"word", std::to_string(word)}});
}

void BeginTable(JsonWriter* json, std::string_view caption,
                std::initializer_list<std::string_view> heads) {
  json->BeginObject().Key("caption").String(caption).Key("heads").BeginArray();
  for (const std::string_view head : heads) json->String(head);
  json->EndArray().Key("rows").BeginArray();
}
void EndTable(JsonWriter* json) { json->EndArray().EndObject(); }

void WriteMap(JsonWriter* json, const Session& session) {
  const Answer& answer = session.answer();
  BeginTable(json, "Regions", {"Region", "Claims"});
  for (const FacetCount& region : answer.regions) {
    if (region.claims == 0) continue;
    json->BeginArray();
    Press(json, session.regions().NameOf(region.value), "toggle-region", {{"code", region.value}});
    json->String(FormatCount(region.claims)).EndArray();
  }
  EndTable(json);
  const std::vector<uint32_t>& counts = answer.names[static_cast<size_t>(Facet::kPlace)];
  std::vector<size_t> order(counts.size());
  std::iota(order.begin(), order.end(), size_t{0});
  StableSort(&order, [&](size_t a, size_t b) { return counts[a] > counts[b]; });
  BeginTable(json, "Places named most often", {"Place", "Claims"});
  for (size_t i = 0; i < std::min(kMostRows, order.size()) && counts[order[i]] > 0; ++i) {
    const std::string_view name = session.NamesOf(Facet::kPlace)[order[i]];
    if (name.empty()) continue;
    json->BeginArray();
    Press(json, name, "toggle-name", {{"list", "place"}, {"name", name}});
    json->String(FormatCount(counts[order[i]])).EndArray();
  }
  EndTable(json);
}

void WriteContext(JsonWriter* json, const Session& session) {
  const Concordance& found = session.findings().InContext(session);
  BeginTable(json, HowOften(found) + (found.lines.size() > kMostRows ? "; the first of them" : ""),
             {"Before", "Word", "After", "Article"});
  for (size_t i = 0; i < std::min(kMostRows, found.lines.size()); ++i) {
    const ContextLine& line = found.lines[i];
    const Segment& segment = session.workspace().SegmentAt(line.claim.segment);
    const ArticleView article = segment.ArticleAt(segment.articles()[line.claim.row]);
    json->BeginArray().String(line.before);
    PressClaim(json, session, line.claim, line.word, line.at + 1);
    json->String(line.after).String(SourceAndDay(article)).EndArray();
  }
  EndTable(json);
}

void WritePairs(JsonWriter* json, const Session& session, const std::string (&names)[2]) {
  const std::vector<OpposedPair>* found = session.findings().Opposed(session);
  if (found == nullptr) return;
  const std::vector<OpposedPair>& pairs = *found;
  for (const bool agrees : {false, true}) {
    const auto count =
        static_cast<size_t>(std::count_if(pairs.begin(), pairs.end(), [&](const OpposedPair& pair) {
          return pair.agrees == agrees;
        }));
    BeginTable(json, FormatCountOf(count, agrees ? "agreement" : "contradiction"),
               {"Why", names[0], names[1]});
    size_t left = kMostRows;
    for (const OpposedPair& pair : pairs) {
      if (pair.agrees != agrees || left-- == 0) continue;
      json->BeginArray().String(pair.reason);
      for (const Hit claim : pair.claims) {
        const ClaimRow row = DecodeRow(session, claim, 0);
        PressClaim(json, session, claim, row.claimant + ", " + row.time + ": “" + row.quote + "”");
      }
      json->EndArray();
    }
    EndTable(json);
  }
}

void WriteAmounts(JsonWriter* json, const Session& session, const ComparedSides& two,
                  const std::string (&names)[2]) {
  if (two.amounts.empty()) return;
  const MeasureUnit unit = UnitOf(two.measure);
  BeginTable(json,
             "Amounts in " + std::string(unit.name) + ", " + std::string(LabelOf(two.kind)) +
                 ", the latest first",
             {"Date", "Of", "Amount", "Claim"});
  size_t left = kMostRows;
  for (auto at = two.amounts.rbegin(); at != two.amounts.rend() && left-- > 0; ++at) {
    json->BeginArray().String(FormatDay(at->day)).String(names[at->side]);
    json->String(FormatAmount(*at, unit.size) + (at->is_total ? " in all" : ""));
    PressClaim(json, session, at->claim, DecodeRow(session, at->claim, 0).quote);
    json->EndArray();
  }
  EndTable(json);
}

void WriteCompared(JsonWriter* json, const Session& session) {
  const ComparedSides& two = session.findings().Compared(session);
  const bool filters = ComparesFilters(two.columns);
  std::string names[2];
  for (size_t i = 0; i < 2; ++i)
    names[i] = (filters ? (i == 0 ? "A: " : "B: ") : "") + NameOfColumn(session, two.columns[i]);
  BeginTable(json, "What is compared", {"Filter or side", "Claims"});
  for (size_t i = 0; i < 2; ++i) {
    json->BeginArray().String(names[i]);
    Press(json, FormatCount(two.claims[i]), "show-compared", {{"which", kColumnNames[i]}});
    json->EndArray();
  }
  EndTable(json);
  const Histogram& chart = two.charts[0];
  BeginTable(json, "Claims over time", {"From", names[0], names[1]});
  for (size_t b = 0; b < chart.buckets.size(); ++b) {
    uint32_t sums[2] = {0, 0};
    for (size_t i = 0; i < 2; ++i) {
      const size_t series = two.charts[i].series.size();
      for (size_t s = 0; s < series && b < two.charts[i].buckets.size(); ++s)
        sums[i] += two.charts[i].counts[b * series + s];
    }
    if (sums[0] + sums[1] == 0) continue;
    json->BeginArray().String(FormatDay(chart.buckets[b]));
    json->String(FormatCount(sums[0])).String(FormatCount(sums[1])).EndArray();
  }
  EndTable(json);
  WritePairs(json, session, names);
  WriteAmounts(json, session, two, names);
}

// Each opens in the reader.
void WriteArticles(JsonWriter* json, const Session& session, std::string_view caption,
                   const std::vector<ArticleRef>& articles) {
  if (articles.empty()) return;
  BeginTable(json, caption, {"Title", "From"});
  for (size_t i = 0; i < std::min(kMostRows, articles.size()); ++i) {
    const ArticleView article =
        session.workspace().SegmentAt(articles[i].segment).ArticleAt(articles[i].article);
    json->BeginArray();
    Press(json, article.title.empty() ? article.id : article.title, "select-claim",
          {{"article", article.id}});
    json->String(WhereFrom(article)).EndArray();
  }
  EndTable(json);
}

void WriteOverview(JsonWriter* json, const Session& session) {
  const Overview& all = session.findings().Whole(session);
  BeginTable(json, "The whole corpus, whatever the filters are", {"What", "How many"});
  const std::pair<std::string_view, uint64_t> figures[] = {
      {"Articles", all.articles},
      {"Claims", all.claims},
      {"Articles without a claim", all.without_claims.size()},
      {"Articles without a day", all.undated.size()},
      {"Claims without a day", session.corpus().undated()},
      {"Records skipped", session.progress.skipped},
      {"Records repaired", session.progress.repaired}};
  for (const auto& [what, count] : figures)
    json->BeginArray().String(what).String(FormatCount(count)).EndArray();
  if (session.KnowsCopies()) {
    json->BeginArray().String("Copies of other articles");
    json->String(FormatCount(CountCopies(session))).EndArray();
  }
  EndTable(json);
  WriteArticles(json, session, "Articles without a claim", all.without_claims);
  WriteArticles(json, session, "Articles without a day", all.undated);
  const Per per = all.by_year ? Per::kYear : Per::kMonth;
  BeginTable(json, "Articles per source", {"Source", "Articles", "Claims", "When"});
  for (size_t i = 0; i < std::min(kMostRows, all.sources.size()); ++i) {
    const OverviewSource& source = all.sources[i];
    json->BeginArray();
    Press(json, LabelOfName(Facet::kSource, source.name), "only-name",
          {{"list", "source"}, {"name", source.name}});
    json->String(FormatCount(source.articles)).String(FormatCount(source.claims));
    std::string when;
    for (size_t p = 0; p < source.per_period.size(); ++p) {
      if (source.per_period[p] > 0)
        when += (when.empty() ? "" : ", ") + FormatBucket(all.periods[p].from, per) + ": " +
                FormatCount(source.per_period[p]);
    }
    json->String(when).EndArray();
  }
  EndTable(json);
  BeginTable(json, "Languages", {"Language", "Articles"});
  for (const FacetCount& language : all.languages) {
    json->BeginArray().String(LabelOfName(Facet::kLanguage, language.value));
    json->String(FormatCount(language.claims)).EndArray();
  }
  EndTable(json);
  BeginTable(json, "What could not be read, or was repaired", {"File", "Why"});
  const auto& problems = session.progress.problems;
  for (size_t i = 0; i < std::min(kMostRows, problems.size()); ++i)
    json->BeginArray().String(problems[i].source).String(problems[i].reason).EndArray();
  EndTable(json);
}

}  // namespace

void WriteNothing(JsonWriter* json, const Session& session) {
  const NothingFound& nothing = session.findings().Nothing(session);
  json->BeginArray().String(nothing.text);
  for (const WayOut& way : nothing.ways) {
    if (!way.enabled) continue;
    json->BeginObject().Key("text").String(way.label.substr(0, way.label.find("##")));
    json->Key("do").String(way.command).Key("with").BeginObject();
    const Result<Arguments> arguments = Arguments::Parse(way.arguments);
    for (const auto& [name, value] : arguments->pairs()) json->Key(name).String(value);
    json->EndObject().EndObject();
  }
  json->EndArray();
}

void WriteMirrorView(JsonWriter* json, const Session& session) {
  json->BeginArray();
  switch (session.state.view) {
    case View::kClaims:
      break;
    case View::kMap:
      WriteMap(json, session);
      break;
    case View::kContext:
      WriteContext(json, session);
      break;
    case View::kCompare:
      WriteCompared(json, session);
      break;
    case View::kOverview:
      WriteOverview(json, session);
      break;
  }
  json->EndArray();
}

}  // namespace claimscope
