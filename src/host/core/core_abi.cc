// The core module: everything but the interface, for browsers, workers and Node. The functions are
// called by web/core/claimscope.mjs alone, which tells users what they do; how bytes come in and go
// out stands in host/web/abi.h.
//
// A question comes as lines "name<TAB>value"; lists are parted by commas.
#include <algorithm>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/json_writer.h"
#include "base/strings.h"
#include "engine/engine.h"
#include "host/web/abi.h"
#include "ingest/ingest.h"

namespace claimscope {
namespace {

struct CoreState {
  std::string rules;  // the bundle, which the pack points into
  std::optional<Pack> pack;
  Workspace workspace;
  std::optional<Pipeline> pipeline;
  uint64_t known = 0;  // segments that were there already
  std::vector<Problem> problems;
  SavedCorpora saved{&workspace};
  std::vector<std::string> saved_bytes;  // by file of `saved`
};
std::unique_ptr<CoreState> g_core;

struct Question {
  Query query;
  Asking asking;
  std::string order = "date";
  size_t limit = 100, offset = 0;
};

template <typename E>
Status ReadNames(std::string_view what, std::string_view value, uint32_t* bits) {
  for (const std::string_view name : SplitTrimmed(value, ',')) {
    E found;
    if (!FromName(name, &found)) {
      return Status::Invalid("There is no " + std::string(what) + " \"" + std::string(name) +
                             "\".");
    }
    *bits |= BitOf(found);
  }
  return Status::Ok();
}

Status ReadDay(std::string_view value, Day* day) {
  *day = ParseIsoDay(value);
  if (day->known()) return Status::Ok();
  return Status::Invalid("\"" + std::string(value) + "\" is not a day as YYYY-MM-DD.");
}

Status ReadNumber(std::string_view value, size_t* number) {
  int64_t read = 0;
  if (!ParseInt(value, &read) || read < 0 || read > std::numeric_limits<int32_t>::max()) {
    return Status::Invalid("\"" + std::string(value) + "\" is not a number of hits.");
  }
  *number = static_cast<size_t>(read);
  return Status::Ok();
}

// Of the chart's parts and the lists, as the wrapper names them.
constexpr std::string_view kPers[] = {"day", "week", "month", "quarter", "year"};
constexpr std::pair<std::string_view, Facet> kFacets[] = {
    {"region", Facet::kRegion}, {"kind", Facet::kKind},         {"side", Facet::kSide},
    {"status", Facet::kStatus}, {"claimant", Facet::kClaimant}, {"place", Facet::kPlace},
    {"source", Facet::kSource}, {"language", Facet::kLanguage}, {"measure", Facet::kMeasure}};

Status ReadPer(std::string_view value, Question* question) {
  const auto* const at = std::find(std::begin(kPers), std::end(kPers), value);
  if (at == std::end(kPers)) {
    return Status::Invalid("Counts are per day, week, month, quarter or year, not per \"" +
                           std::string(value) + "\".");
  }
  question->asking.per = static_cast<Per>(at - std::begin(kPers));
  return Status::Ok();
}

Status ReadFacet(std::string_view name, Facet* facet) {
  for (const auto& [known, value] : kFacets) {
    if (known != name) continue;
    *facet = value;
    return Status::Ok();
  }
  return Status::Invalid("There is no facet \"" + std::string(name) + "\".");
}

Status ReadStack(std::string_view value, Facet* facet) {
  const Status status = ReadFacet(value, facet);
  if (!status.ok() || *facet <= Facet::kStatus || *facet == Facet::kClaimant) return status;
  return Status::Invalid("The chart is stacked by region, kind, side, status or claimant, not by " +
                         std::string(value) + ".");
}

// The lists that take time to count, of those named.
Status ReadLists(std::string_view value, uint32_t* lists) {
  for (const std::string_view name : SplitTrimmed(value, ',')) {
    Facet facet;
    const Status status = ReadFacet(name, &facet);
    if (!status.ok()) return status;
    if (facet > Facet::kDays) *lists |= BitOf(facet);
  }
  return Status::Ok();
}

Status ReadEnd(std::string_view value, double* end) {
  if (ParseDouble(value, end)) return Status::Ok();
  return Status::Invalid("\"" + std::string(value) + "\" is not an amount.");
}

// Names may have commas: one a line, as often as there are.
Status ReadName(std::string_view name, std::string_view value, Query* query) {
  if (name == "claimant") query->claimants.emplace_back(value);
  if (name == "place") query->places.emplace_back(value);
  if (name == "source") query->sources.emplace_back(value);
  if (name == "language") query->languages.emplace_back(value);
  if (name == "measure") query->amount.measure = value;
  if (name == "least") return ReadEnd(value, &query->amount.least);
  if (name == "most") return ReadEnd(value, &query->amount.most);
  return Status::Ok();
}

Status ReadEntry(std::string_view name, std::string_view value, Question* question) {
  Query& query = question->query;
  if (name == "text") query.text = std::string(value) + " ";
  if (name == "in") query.text_in_claims = value == "claims";
  if (name == "from") return ReadDay(value, &query.days.from);
  if (name == "to") return ReadDay(value, &query.days.to);
  if (name == "regions") {
    for (const std::string_view code : SplitTrimmed(value, ',')) query.regions.emplace_back(code);
  }
  if (name == "kinds") return ReadNames<Kind>("kind", value, &query.kinds);
  if (name == "sides") return ReadNames<Side>("side", value, &query.sides);
  if (name == "statuses") return ReadNames<ClaimStatus>("status", value, &query.statuses);
  if (name == "copies") query.count_copies = value != "once";
  if (name == "count") {
    query.count_retold = value != "distinct";
    query.count_articles = value == "articles";
  }
  if (name == "order") question->order = value;
  if (name == "limit") return ReadNumber(value, &question->limit);
  if (name == "offset") return ReadNumber(value, &question->offset);
  if (name == "per") return ReadPer(value, question);
  if (name == "stack") return ReadStack(value, &question->asking.stack);
  if (name == "by") return ReadLists(value, &question->asking.lists);
  return ReadName(name, value, &query);
}

Status ReadQuestion(std::string_view lines, Question* question) {
  for (const std::string_view line : Split(lines, '\n')) {
    const size_t tab = line.find('\t');
    if (tab == std::string_view::npos) continue;
    const Status status = ReadEntry(line.substr(0, tab), line.substr(tab + 1), question);
    if (!status.ok()) return status;
  }
  DayRange& days = question->query.days;
  if (days.from.known() && !days.to.known()) days.to = DayOf({9999, 12, 31});
  if (!days.from.known() && days.to.known()) days.from = DayOf({1, 1, 1});
  return Status::Ok();
}

// Brings what was looked for and is not there; true when anything came. The first error of those
// met; the rest is brought.
Result<bool> BringWanted() {
  bool came = false;
  Status first = Status::Ok();
  while (const auto range = g_core->saved.Next()) {
    const std::string& bytes = g_core->saved_bytes[range->file];
    const Status status = g_core->saved.Give(
        bytes.substr(static_cast<size_t>(range->begin), static_cast<size_t>(range->size)));
    if (!status.ok() && first.ok()) first = status;
    came = true;
  }
  if (!first.ok()) return first;
  return came;
}

// The answer, and anew when words had to be brought for it, and when texts had to be.
template <typename F>
int Answered(F make) {
  std::string json = make();
  for (int times = 0; times < 3; ++times) {
    const Result<bool> brought = BringWanted();
    if (!brought.ok()) return GiveStatus(brought.status());
    if (!*brought) break;
    json = make();
  }
  GiveOutput(std::move(json));
  return 0;
}

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

std::string HitsJson(const Question& question) {
  Workspace& workspace = g_core->workspace;
  const Answer& answer = workspace.Ask(question.query, Per::kMonth);
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
    out += ClaimJson(workspace.SegmentAt(hit.segment), hit.row, &text);
  }
  return out + "]}";
}

std::string CountsJson(const Question& question) {
  const Answer& answer = g_core->workspace.Ask(question.query, question.asking);
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
    WriteNames(name, g_core->workspace.Names(facet), answer.names[static_cast<size_t>(facet)],
               &json);
  }
  json.EndObject();
  return json.Take();
}

std::string ArticlesJson(const Question& question) {
  Workspace& workspace = g_core->workspace;
  const ArticleHits hits = workspace.FindArticles(question.query.text, question.limit);
  JsonWriter json;
  json.BeginObject();
  json.Key("total").Int(hits.total);
  WriteProblems(question.query.text, &json);
  json.Key("hits");
  std::string out = json.Take() + "[";
  for (const ArticleHit& hit : hits.best) {
    if (out.back() == '}') out += ",";
    out += FoundArticleJson(workspace.SegmentAt(hit.segment), hit);
  }
  return out + "]}";
}

std::string WholeArticleJson(std::string_view id) {
  const Workspace& workspace = g_core->workspace;
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

void MakePipeline() {
  Pipeline::Sinks sinks;
  sinks.on_segment = [](std::string bytes) {
    bool added = false;
    const Status status = g_core->workspace.AddSegment(std::move(bytes), &added);
    if (status.ok() && !added) ++g_core->known;
  };
  sinks.on_problem = [](const Problem& problem) {
    constexpr size_t kMost = 1000;
    if (g_core->problems.size() < kMost) g_core->problems.push_back(problem);
  };
  g_core->pipeline.emplace(*g_core->pack, std::move(sinks));
}

}  // namespace

// In: the bundle of rules; empty: only saved corpora can be read.
CLAIMSCOPE_ABI int cs_core_start() {
  g_core = std::make_unique<CoreState>();
  g_core->rules = TakeInput();
  if (g_core->rules.empty()) return 0;
  const auto rules = FileBundle::Open(g_core->rules);
  if (!rules.ok()) return GiveStatus(rules.status());
  auto pack = LoadPack(*rules);
  if (!pack.ok()) return GiveStatus(pack.status());
  auto names = RegionNames::Load(*rules);
  if (!names.ok()) return GiveStatus(names.status());
  g_core->workspace.NameRegions(std::move(*names));
  g_core->pack.emplace(std::move(*pack));
  return 0;
}

// In: the format, or nothing, and on a line of its own the path; then the source in pieces.
CLAIMSCOPE_ABI int cs_core_begin() {
  if (!g_core->pack) {
    return GiveStatus(Status::Invalid("Articles cannot be read without the rules."));
  }
  const std::string lines = TakeInput();
  const size_t end = lines.find('\n');
  const std::string format = lines.substr(0, end);
  if (!format.empty() && !IsFormat(format)) {
    return GiveStatus(Status::Invalid("There is no format \"" + format + "\"."));
  }
  if (!g_core->pipeline) MakePipeline();
  g_core->known = 0;
  g_core->problems.clear();
  g_core->pipeline->Begin(lines.substr(end + 1), {}, format);
  return 0;
}
// After memory ended in a call, which then never returned: gives back what the reading held. What
// was sealed stays.
CLAIMSCOPE_ABI void cs_core_recover() {
  TakeInput();
  g_core->pipeline.reset();
}
CLAIMSCOPE_ABI void cs_core_push() { g_core->pipeline->Push(TakeInput()); }

// Out: JSON of what came of the source.
CLAIMSCOPE_ABI const char* cs_core_end() {
  g_core->pipeline->End();
  const IngestCounts& counts = g_core->pipeline->counts();
  JsonWriter json;
  json.BeginObject();
  json.Key("articles").Int(static_cast<int64_t>(counts.articles));
  json.Key("claims").Int(static_cast<int64_t>(g_core->pipeline->claims()));
  json.Key("skipped").Int(static_cast<int64_t>(counts.skipped));
  json.Key("repaired").Int(static_cast<int64_t>(counts.repaired));
  json.Key("known").Int(static_cast<int64_t>(g_core->known));
  json.Key("problems").BeginArray();
  for (const Problem& problem : g_core->problems) {
    json.BeginObject();
    WriteProblem(problem, &json);
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
  return GiveOutput(json.Take());
}

// In: a saved corpus. Its columns are opened, the rest when it is needed.
CLAIMSCOPE_ABI int cs_core_add_snapshot() {
  g_core->saved_bytes.push_back(TakeInput());
  g_core->saved.Open(g_core->saved_bytes.back().size());
  const Result<bool> brought = BringWanted();
  return GiveStatus(brought.status());
}

// Out: JSON. In: a question.
CLAIMSCOPE_ABI int cs_core_ask(int what) {
  Question question;
  const std::string lines = TakeInput();
  const Status status = ReadQuestion(lines, &question);
  if (!status.ok()) return GiveStatus(status);
  return Answered([&] {
    if (what == 0) return HitsJson(question);
    return what == 1 ? CountsJson(question) : ArticlesJson(question);
  });
}

// In: an article's id. Out: JSON, null when there is none.
CLAIMSCOPE_ABI int cs_core_article() {
  const std::string id = TakeInput();
  return Answered([&] { return WholeArticleJson(id); });
}

// Out: the corpus as a saved one.
CLAIMSCOPE_ABI int cs_core_save() {
  g_core->workspace.WantAll();
  const Result<bool> brought = BringWanted();
  if (!brought.ok()) return GiveStatus(brought.status());
  std::string bytes;
  const Status status = g_core->workspace.Save([&](std::string_view part) { bytes.append(part); });
  if (!status.ok()) return GiveStatus(status);
  GiveOutput(std::move(bytes));
  return 0;
}

}  // namespace claimscope
