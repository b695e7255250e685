#include "host/core/answer_json.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "base/json_writer.h"

namespace claimscope {
namespace {

void WriteCounts(std::string_view name, const std::vector<FacetCount>& counts, JsonWriter* json) {
  json->Key(name).BeginObject();
  for (const FacetCount& count : counts) {
    if (count.claims > 0) json->Key(count.value).Int(count.claims);
  }
  json->EndObject();
}

// Of a list that was asked for.
void WriteNames(std::string_view name, const std::vector<std::string_view>& names,
                const std::vector<uint32_t>& counts, JsonWriter* json) {
  json->Key(name).BeginObject();
  for (size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] > 0) json->Key(names[i]).Int(counts[i]);
  }
  json->EndObject();
}

void WriteNumbers(std::string_view name, const std::vector<uint32_t>& numbers, JsonWriter* json) {
  json->Key(name).BeginArray();
  for (const uint32_t number : numbers) json->Int(number);
  json->EndArray();
}

void WriteProblems(const std::string& text, JsonWriter* json) {
  json->Key("problems").BeginArray();
  for (const SearchProblem& problem : CheckSearch(text)) {
    json->BeginObject();
    json->Key("begin").Int(problem.begin);
    json->Key("end").Int(problem.end);
    json->Key("message").String(problem.message);
    json->EndObject();
  }
  json->EndArray();
}

}  // namespace

std::string HitsJson(Workspace* workspace, const Question& question) {
  const Answer& answer = workspace->Ask(question.query, Per::kMonth);
  const std::vector<Hit>& hits = answer.hits;
  const bool is_latest_first = question.order == "-date";
  std::string out;
  {
    JsonWriter json;
    json.BeginObject();
    json.Key("total").Int(static_cast<int64_t>(hits.size()));
    json.Key("articles").Int(answer.articles);
    WriteProblems(question.query.text, &json);
    json.Key("hits");
    out = json.Take();
  }
  out += "[";
  const size_t begin = std::min(question.offset, hits.size());
  const size_t end = begin + std::min(question.limit, hits.size() - begin);
  CleanedText text;
  for (size_t i = begin; i < end; ++i) {
    if (i > begin) out += ",";
    const Hit hit = hits[is_latest_first ? hits.size() - 1 - i : i];
    out += ClaimJson(workspace->SegmentAt(hit.segment), hit.row, &text);
  }
  return out + "]}";
}

std::string CountsJson(Workspace* workspace, const Question& question) {
  const Answer& answer = workspace->Ask(question.query, question.asking);
  JsonWriter json;
  json.BeginObject();
  json.Key("total").Int(static_cast<int64_t>(answer.hits.size()));
  json.Key("articles").Int(answer.articles);
  WriteCounts("region", answer.regions, &json);
  WriteCounts("kind", answer.kinds, &json);
  WriteCounts("side", answer.sides, &json);
  WriteCounts("status", answer.statuses, &json);
  const Histogram& chart = answer.histogram;
  json.Key("days").BeginObject();
  json.Key("per").String(kPers[static_cast<size_t>(chart.per)]);
  json.Key("buckets").BeginArray();
  for (const Day day : chart.buckets) json.String(FormatIsoDay(day));
  json.EndArray();
  json.Key("series").BeginArray();
  for (const std::string& region : chart.series) json.String(region);
  json.EndArray();
  WriteNumbers("counts", chart.counts, &json);
  WriteNumbers("published", chart.published, &json);
  json.Key("undated").Int(chart.undated);
  json.EndObject();
  for (const auto& [name, facet] : kFacets) {
    if ((question.asking.lists & BitOf(facet)) == 0) continue;
    WriteNames(name, workspace->Names(facet), answer.names[static_cast<size_t>(facet)], &json);
  }
  json.EndObject();
  return json.Take();
}

std::string ArticlesJson(Workspace* workspace, const Question& question) {
  const ArticleHits hits = workspace->FindArticles(question.query.text, question.limit);
  JsonWriter json;
  json.BeginObject();
  json.Key("total").Int(hits.total);
  WriteProblems(question.query.text, &json);
  json.Key("hits");
  std::string out = json.Take() + "[";
  for (const ArticleHit& hit : hits.best) {
    if (out.back() == '}') out += ",";
    out += FoundArticleJson(workspace->SegmentAt(hit.segment), hit);
  }
  return out + "]}";
}

std::string WholeArticleJson(const Workspace& workspace, std::string_view id) {
  for (size_t s = 0; s < workspace.segment_count(); ++s) {
    const Segment& segment = workspace.SegmentAt(s);
    for (uint32_t article = 0; article < segment.article_count(); ++article) {
      if (segment.ArticleAt(article).id != id) continue;
      std::string out = "{\"article\":" + ArticleJson(ArticleOf(segment, article));
      out += ",\"claims\":[";
      bool is_first = true;
      CleanedText text;
      for (const uint32_t row : segment.ClaimsOf(article)) {
        if (!std::exchange(is_first, false)) out += ",";
        out += ClaimJson(segment, row, &text);
      }
      return out + "]}";
    }
  }
  return "null";
}

}  // namespace claimscope
