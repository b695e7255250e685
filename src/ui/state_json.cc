#include "ui/state_json.h"

#include <cmath>

#include "base/json_writer.h"
#include "model/own_rules.h"
#include "ui/labels.h"

namespace claimscope {
namespace {

void WriteDays(JsonWriter* json, DayRange days) {
  if (!days.known()) {
    json->Null();
    return;
  }
  json->BeginObject().Key("from").String(FormatIsoDay(days.from));
  json->Key("to").String(FormatIsoDay(days.to)).EndObject();
}

template <typename E>
void WriteNames(JsonWriter* json, uint32_t bits, int count) {
  json->BeginArray();
  for (int i = 0; i < count; ++i) {
    if ((bits >> i & 1) != 0) json->String(NameOf(static_cast<E>(i)));
  }
  json->EndArray();
}

void WriteAmount(JsonWriter* json, const AmountRange& amount) {
  if (amount.measure.empty()) {
    json->Null();
    return;
  }
  const auto end = [json](double value) {
    if (std::isfinite(value)) {
      json->Double(value);
    } else {
      json->Null();
    }
  };
  json->BeginObject().Key("measure").String(amount.measure).Key("least");
  end(amount.least);
  json->Key("most");
  end(amount.most);
  json->Key("size").Double(UnitOf(amount.measure).size).EndObject();
}

void WriteQuery(JsonWriter* json, const Query& query) {
  json->BeginObject().Key("days");
  WriteDays(json, query.days);
  json->Key("regions").BeginArray();
  for (const std::string& code : query.regions) json->String(code);
  json->EndArray();
  json->Key("kinds");
  WriteNames<Kind>(json, query.kinds, kKindCount);
  json->Key("sides");
  WriteNames<Side>(json, query.sides, kSideCount);
  json->Key("statuses");
  WriteNames<ClaimStatus>(json, query.statuses, kClaimStatusCount);
  json->Key("reviews");
  WriteNames<Verdict>(json, query.reviews, kVerdictCount);
  json->Key("countCopies").Bool(query.count_copies);
  json->Key("countRetold").Bool(query.count_retold);
  json->Key("countArticles").Bool(query.count_articles);
  json->Key("countRejected").Bool(query.count_rejected);
  for (const Facet facet : {Facet::kClaimant, Facet::kPlace, Facet::kSource, Facet::kLanguage}) {
    json->Key(std::string(NameOf(facet)) + "s").BeginArray();
    for (const std::string& name : *NamesIn(query, facet)) json->String(name);
    json->EndArray();
  }
  json->Key("not");
  WriteNames<Facet>(json, query.except, kFacetCount);
  json->Key("amount");
  WriteAmount(json, query.amount);
  json->Key("text").String(query.text).EndObject();
}

void WriteFacet(JsonWriter* json, const std::vector<FacetCount>& counts) {
  json->BeginObject();
  for (const FacetCount& count : counts) json->Key(count.value).Int(count.claims);
  json->EndObject();
}

// Of the long lists that are unfolded, the names with a claim.
void WriteLists(JsonWriter* json, const Session& session) {
  for (const Facet facet :
       {Facet::kClaimant, Facet::kPlace, Facet::kSource, Facet::kLanguage, Facet::kMeasure}) {
    const std::vector<uint32_t>& counts = session.answer().names[static_cast<size_t>(facet)];
    if (counts.empty()) continue;
    const std::vector<std::string_view>& names = session.NamesOf(facet);
    json->Key(std::string(NameOf(facet)) + "s").BeginObject();
    for (size_t i = 0; i < counts.size(); ++i) {
      if (counts[i] > 0) json->Key(names[i]).Int(counts[i]);
    }
    json->EndObject();
  }
}

// The chart as a table: a row for each bar that is not empty.
void WriteChart(JsonWriter* json, const Histogram& histogram) {
  const size_t series = histogram.series.size();
  json->BeginObject().Key("series").BeginArray();
  for (const std::string& name : histogram.series) json->String(name);
  json->EndArray().Key("before").Int(histogram.before).Key("after").Int(histogram.after);
  json->Key("bars").BeginArray();
  for (size_t b = 0; b < histogram.buckets.size(); ++b) {
    if (histogram.all[b] == 0 && histogram.published[b] == 0) continue;
    const Day next = NextBucket(histogram.buckets[b], histogram.per);
    json->BeginObject().Key("from").String(FormatIsoDay(histogram.buckets[b]));
    json->Key("to").String(FormatIsoDay(next - 1)).Key("claims");
    json->BeginArray();
    for (size_t s = 0; s < series; ++s) json->Int(histogram.counts[b * series + s]);
    json->EndArray().Key("all").Int(histogram.all[b]).Key("published").Int(histogram.published[b]);
    json->EndObject();
  }
  json->EndArray().EndObject();
}

void WriteSelection(JsonWriter* json, const Session& session) {
  if (!session.selected()) {
    json->Null();
    return;
  }
  const Hit hit = *session.selected();
  const Segment& segment = session.workspace().SegmentAt(hit.segment);
  const Claim claim = segment.ClaimAt(hit.row);
  json->BeginObject().Key("article").String(session.state.selection.article);
  json->Key("claim").Int(session.state.selection.claim + 1);
  json->Key("index");
  if (session.selected_index() == Session::kNone) {
    json->Null();
  } else {
    json->Int(static_cast<int64_t>(session.selected_index()));
  }
  json->Key("title").String(segment.ArticleAt(segment.articles()[hit.row]).title);
  json->Key("quote").String(segment.QuoteAt(hit.row));
  json->Key("kind").String(NameOf(claim.kind)).Key("side").String(NameOf(claim.side));
  json->Key("status").String(NameOf(claim.status)).Key("region").String(claim.region);
  json->Key("claimant").String(claim.claimant).Key("rule").String(claim.rule);
  const Reviews::Entry* review = session.reviews.Find(hit);
  json->Key("verdict").String(NameOf(review != nullptr ? review->verdict : Verdict::kNone));
  json->Key("correction").BeginObject();
  for (int i = 0; review != nullptr && i < kClaimFieldCount; ++i) {
    const ClaimField field = static_cast<ClaimField>(i);
    if (review->correction[field]) json->Key(NameOf(field)).String(*review->correction[field]);
  }
  json->EndObject().EndObject();
}

void WriteProgress(JsonWriter* json, const IngestProgress& progress) {
  json->BeginObject()
      .Key("running")
      .Bool(progress.running)
      .Key("cancelled")
      .Bool(progress.cancelled);
  json->Key("files_done").Int(static_cast<int64_t>(progress.files_done));
  json->Key("files_total").Int(static_cast<int64_t>(progress.files_total));
  json->Key("articles").Int(static_cast<int64_t>(progress.articles));
  json->Key("claims").Int(static_cast<int64_t>(progress.claims));
  json->Key("skipped").Int(static_cast<int64_t>(progress.skipped));
  json->Key("repaired").Int(static_cast<int64_t>(progress.repaired));
  json->Key("is_sample").Bool(progress.is_sample).EndObject();
}

}  // namespace

std::string StateToJson(const Session& session) {
  const AppState& state = session.state;
  const Answer& answer = session.answer();
  JsonWriter json;
  json.BeginObject().Key("version").Int(1);
  json.Key("query");
  WriteQuery(&json, state.query);
  json.Key("rules").String(OwnRulesName());
  json.Key("search_in").String(state.search_articles ? "articles" : "claims");
  json.Key("per").String(NameOf(answer.histogram.per));
  json.Key("chart_days");
  WriteDays(&json, session.chart_days());
  json.Key("view").String(NameOf(state.view)).Key("stack").String(NameOf(state.stack));
  json.Key("map").BeginObject().Key("shows").String(NameOf(state.map.fit));
  if (state.map.fit == MapFit::kPlace) {
    json.Key("lon").Double(state.map.lon).Key("lat").Double(state.map.lat);
    json.Key("across").Double(state.map.across);
  }
  json.Key("cursor").String(state.map_cursor).EndObject();
  json.Key("scale").String(NameOf(state.scale));
  json.Key("compare").BeginObject().Key("first").String(NameOf(state.compared[0]));
  json.Key("second").String(NameOf(state.compared[1])).EndObject();
  json.Key("sort").String(NameOf(state.sort)).Key("descending").Bool(state.descending);
  json.Key("context_sort").String(NameOf(state.context_sort));
  json.Key("theme").String(NameOf(state.theme));
  json.Key("review").BeginObject();
  for (int i = 1; i < kVerdictCount; ++i) {
    const auto verdict = static_cast<Verdict>(i);
    json.Key(NameOf(verdict)).Int(session.reviews.CountOf(verdict));
  }
  json.EndObject();
  json.Key("rows").Int(static_cast<int64_t>(session.row_count()));
  json.Key("reader_open").Bool(state.reader_open);
  json.Key("reading");
  if (const std::optional<ArticleRef> reading = session.reading())
    json.String(session.workspace().SegmentAt(reading->segment).ArticleAt(reading->article).id);
  else
    json.Null();
  json.Key("beside").String(state.beside);
  json.Key("source_open").Bool(state.source_open);
  json.Key("selection");
  WriteSelection(&json, session);
  json.Key("corpus")
      .BeginObject()
      .Key("articles")
      .Int(static_cast<int64_t>(session.corpus().articles()));
  json.Key("claims").Int(static_cast<int64_t>(session.corpus().claims())).Key("days");
  WriteDays(&json, session.corpus().days());
  json.EndObject();
  json.Key("counts").BeginObject().Key("claims").Int(static_cast<int64_t>(session.hit_count()));
  json.Key("articles").Int(answer.articles).Key("undated").Int(answer.histogram.undated);
  json.Key("regions");
  WriteFacet(&json, answer.regions);
  json.Key("kinds");
  WriteFacet(&json, answer.kinds);
  json.Key("sides");
  WriteFacet(&json, answer.sides);
  json.Key("statuses");
  WriteFacet(&json, answer.statuses);
  json.Key("reviews").BeginObject();
  for (int i = 0; i < kVerdictCount; ++i)
    json.Key(NameOf(static_cast<Verdict>(i))).Int(answer.reviews[static_cast<size_t>(i)]);
  json.EndObject();
  WriteLists(&json, session);
  json.EndObject();
  json.Key("chart");
  WriteChart(&json, answer.histogram);
  json.Key("can_undo")
      .Bool(session.history.can_undo())
      .Key("can_redo")
      .Bool(session.history.can_redo());
  json.Key("notice").String(session.notice.text);
  json.Key("progress");
  WriteProgress(&json, session.progress);
  return json.EndObject().Take();
}

}  // namespace claimscope
