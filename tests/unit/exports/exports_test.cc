#include "exports/exports.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/json_value.h"
#include "base/strings.h"
#include "model/names.h"
#include "tests/support/made_corpus.h"

namespace claimscope {
namespace {

std::string Sealed(const std::vector<MadeArticle>& corpus) {
  SegmentBuilder builder;
  for (const MadeArticle& made : corpus) builder.Add(made.article, made.claims);
  return builder.Seal();
}

void Fill(Workspace* workspace, const std::vector<MadeArticle>& corpus) {
  bool added = false;
  REQUIRE(workspace->AddSegment(Sealed(corpus), &added).ok());
  REQUIRE(added);
}

std::string Written(Workspace* workspace, ExportFormat format, const Query& query = {}) {
  static const RegionNames kNoNames;
  ExportAsked asked;
  asked.format = format;
  asked.query = query;
  asked.link = "v1&q=\"a,b\"";
  asked.program = "Claimscope 1";
  asked.chart = "<svg/>\n";
  Export writing(workspace, &kNoNames, asked);
  std::string out;
  double done = 0;
  for (;;) {
    const Export::Step step = writing.Next(&out);
    CHECK(writing.done() >= done);
    done = writing.done();
    REQUIRE(step != Export::Step::kWaits);
    if (step == Export::Step::kDone) break;
  }
  CHECK(done == 1);
  std::string more;
  CHECK(writing.Next(&more) == Export::Step::kDone);
  CHECK(more.empty());
  return out;
}

MadeArticle OneClaim(std::string text, std::string title) {
  MadeArticle made;
  made.article.id = "a.txt";
  made.article.title = std::move(title);
  made.article.page = made.article.text = std::move(text);
  made.article.source = "@outlet";
  Claim claim;
  claim.span = {0, static_cast<uint32_t>(made.article.text.size())};
  claim.region = "-";
  claim.rule = "made.rule";
  claim.claimant = "+ministry";
  made.claims.push_back(claim);
  return made;
}

// RFC 4180, read strictly.
std::vector<std::vector<std::string>> Rows(std::string_view csv, char separator) {
  std::vector<std::vector<std::string>> rows(1, {""});
  bool quoted = false;
  for (size_t i = 0; i < csv.size(); ++i) {
    const char c = csv[i];
    if (quoted) {
      if (c != '"') {
        rows.back().back() += c;
      } else if (i + 1 < csv.size() && csv[i + 1] == '"') {
        rows.back().back() += csv[++i];
      } else {
        quoted = false;
      }
    } else if (c == '"') {
      REQUIRE(rows.back().back().empty());
      quoted = true;
    } else if (c == separator) {
      rows.back().emplace_back();
    } else if (c == '\r') {
      REQUIRE(csv[++i] == '\n');
      rows.push_back({""});
    } else {
      REQUIRE(c != '\n');
      rows.back().back() += c;
    }
  }
  rows.pop_back();
  return rows;
}

TEST_CASE("a table quotes what must be quoted, and no cell is a formula") {
  Workspace workspace;
  Fill(&workspace, {OneClaim("He said \"no\",\nthen left\ttown", "=HYPERLINK(\"x\")")});
  for (const auto& [format, separator] :
       {std::pair(ExportFormat::kCsv, ','), std::pair(ExportFormat::kTsv, '\t')}) {
    const auto rows = Rows(Written(&workspace, format), separator);
    REQUIRE(rows.size() == 2);
    REQUIRE(rows[0].size() == rows[1].size());
    const auto cell = [&rows = rows](std::string_view name) {
      const auto at = std::find(rows[0].begin(), rows[0].end(), name);
      REQUIRE(at != rows[0].end());
      return rows[1][static_cast<size_t>(at - rows[0].begin())];
    };
    CHECK(cell("quote") == "He said \"no\",\nthen left\ttown");
    CHECK(cell("title") == "'=HYPERLINK(\"x\")");
    CHECK(cell("source") == "'@outlet");
    CHECK(cell("claimant") == "'+ministry");
    CHECK(cell("query") == "v1&q=\"a,b\"");
    CHECK(cell("rule") == "made.rule");
    CHECK(cell("program") == "Claimscope 1");
    CHECK(cell("corpus") == "sha256:" + CorpusHash(workspace));
  }
}

TEST_CASE("the corpus has one hash in whatever order and segments its articles came") {
  const std::vector<MadeArticle> corpus = MakeCorpus({}, 1);
  std::vector<MadeArticle> turned(corpus.rbegin(), corpus.rend());
  Workspace one, two, three;
  Fill(&one, corpus);
  Fill(&two, {turned.begin(), turned.begin() + 5});
  Fill(&two, {turned.begin() + 5, turned.end()});
  turned[0].article.title += "!";
  Fill(&three, turned);
  CHECK(CorpusHash(one) == CorpusHash(two));
  CHECK(CorpusHash(one) != CorpusHash(three));
  CHECK(CorpusHash(one).size() == 64);
}

TEST_CASE("every format holds what passes, no more, and says where it is from") {
  MadeOptions options;
  options.articles = 300;
  Workspace workspace;
  Fill(&workspace, MakeCorpus(options, 2));
  Query query;
  query.kinds = BitOf(Kind::kTerritory) | BitOf(Kind::kStrike);
  const size_t claims = workspace.Look(query, Per::kMonth).claims;
  REQUIRE(claims > 100);
  const std::string corpus = CorpusHash(workspace);
  for (const ExportKind& kind : AllExports()) {
    if (kind.format == ExportFormat::kSvg || kind.format == ExportFormat::kMapSvg) continue;
    CAPTURE(kind.id);
    const std::string text = Written(&workspace, kind.format, query);
    CHECK(text == Written(&workspace, kind.format, query));
    CHECK(text.find(corpus) != std::string::npos);
    CHECK(text.find("Claimscope 1") != std::string::npos);
    CHECK(text.find("v1&") != std::string::npos);
    CHECK(FindExport(kind.id) == &kind);
    CHECK(text.back() == '\n');
  }
  const auto rows = Rows(Written(&workspace, ExportFormat::kCsv, query), ',');
  CHECK(rows.size() == claims + 1);
  const auto kind = std::find(rows[0].begin(), rows[0].end(), "kind") - rows[0].begin();
  REQUIRE(static_cast<size_t>(kind) < rows[0].size());
  for (size_t i = 1; i < rows.size(); ++i)
    CHECK((rows[i][kind] == "territory" || rows[i][kind] == "strike"));
  for (const ExportFormat format :
       {ExportFormat::kJson, ExportFormat::kJsonLd, ExportFormat::kGeoJson, ExportFormat::kCsl}) {
    JsonValue value;
    REQUIRE(JsonValue::Parse(Written(&workspace, format, query), &value));
    if (format == ExportFormat::kJson) CHECK(value.Find("claims")->items.size() == claims);
    if (format == ExportFormat::kJsonLd) CHECK(value.Find("hasPart")->items.size() == claims);
    if (format == ExportFormat::kGeoJson) CHECK(value.Find("features")->items.size() == claims);
    if (format == ExportFormat::kCsl)
      CHECK(value.items.size() == workspace.Look(query, Per::kMonth).articles);
  }
}

TEST_CASE("nothing that passes is an export too") {
  Workspace workspace;
  Fill(&workspace, MakeCorpus({}, 3));
  Query query;
  query.claimants = {"nobody"};
  for (const ExportKind& kind : AllExports()) {
    CAPTURE(kind.id);
    const std::string text = Written(&workspace, kind.format, query);
    JsonValue value;
    if (kind.ending.find("json") != std::string_view::npos &&
        kind.ending.find("nd") == kind.ending.npos)
      CHECK(JsonValue::Parse(text, &value));
  }
}

TEST_CASE("a report shows the words of a claim as text") {
  Workspace workspace;
  Fill(&workspace, {OneClaim("<script>alert(1)</script> & more", "A \"title\"")});
  const std::string html = Written(&workspace, ExportFormat::kHtml);
  CHECK(html.find("<script") == std::string::npos);
  CHECK(html.find("&lt;script&gt;alert(1)&lt;/script&gt; &amp; more") != std::string::npos);
  CHECK(html.find("<svg/>") != std::string::npos);
}

TEST_CASE("a report of one kind counts no other: the numbers add up to its heading") {
  Workspace workspace;
  Fill(&workspace, MakeCorpus({.articles = 30}, 5));
  const auto kinds_of = [&](const Query& query) {
    const std::string html = Written(&workspace, ExportFormat::kHtml, query);
    const size_t begin = html.find("By kind");
    return html.substr(begin, html.find("By side") - begin);
  };
  Query strikes;
  strikes.kinds = BitOf(Kind::kStrike);
  const std::string other = ">" + std::string(TitleOf(Kind::kCasualties)) + "<";
  const std::string chosen = ">" + std::string(TitleOf(Kind::kStrike)) + "<";
  CHECK(kinds_of({}).find(other) != std::string::npos);
  CHECK(kinds_of(strikes).find(other) == std::string::npos);
  CHECK(kinds_of(strikes).find(chosen) != std::string::npos);
  strikes.except = BitOf(Facet::kKind);
  CHECK(kinds_of(strikes).find(other) != std::string::npos);
  CHECK(kinds_of(strikes).find(chosen) == std::string::npos);
}

TEST_CASE("references are escaped as LaTeX reads them") {
  Workspace workspace;
  Fill(&workspace, {OneClaim("words", "100% of {it} & #1_a")});
  const std::string text = Written(&workspace, ExportFormat::kBibtex);
  CHECK(text.find("title = {100\\% of \\{it\\} \\& \\#1\\_a}") != std::string::npos);
}

TEST_CASE("an annotation counts code points and carries what is around the quote") {
  MadeArticle made = OneClaim("Vor der Brücke über die Straße. Das Tor fiel. Ende", "");
  const std::string quote = "Das Tor fiel";
  const auto begin = static_cast<uint32_t>(made.article.text.find(quote));
  made.claims[0].span = {begin, begin + static_cast<uint32_t>(quote.size())};
  Workspace workspace;
  Fill(&workspace, {made});
  const std::string line = Written(&workspace, ExportFormat::kAnnotations);
  CHECK(line.find("\"start\":32,\"end\":44") != std::string::npos);
  CHECK(line.find("\"exact\":\"Das Tor fiel\",\"prefix\":\"Vor der Brücke über die Straße. \","
                  "\"suffix\":\". Ende\"") != std::string::npos);
  CHECK(line.find("urn:claimscope:article:a.txt") != std::string::npos);
}

TEST_CASE(
    "exports say what was reviewed, write what was corrected and leave out what was rejected") {
  Workspace workspace;
  Fill(&workspace, MakeCorpus({}, 51));
  const std::string before = Written(&workspace, ExportFormat::kNdjson);
  CHECK(before.find("\"review\"") == std::string::npos);
  CHECK(before.find("\"rejected\"") == std::string::npos);
  Correction correction;
  correction[ClaimField::kClaimant] = "Someone quite else";
  REQUIRE(workspace.Correct({{{0, 0}, 0, correction}}));
  const Segment& segment = workspace.SegmentAt(0);
  const Hit corrected{0, segment.ClaimsOf(0)[0]}, rejected{0, segment.ClaimsOf(1)[0]};
  workspace.SetReviews({{corrected, Verdict::kCorrected}, {rejected, Verdict::kRejected}});
  const std::string csv = Written(&workspace, ExportFormat::kCsv);
  CHECK(csv.find(",review,query,") != std::string::npos);
  CHECK(csv.find(",corrected,") != std::string::npos);
  CHECK(csv.find(",rejected,") == std::string::npos);
  for (const ExportFormat format :
       {ExportFormat::kCsv, ExportFormat::kJson, ExportFormat::kNdjson, ExportFormat::kAnnotations,
        ExportFormat::kJsonLd, ExportFormat::kGeoJson, ExportFormat::kHtml}) {
    CAPTURE(static_cast<int>(format));
    CHECK(Written(&workspace, format).find("Someone quite else") != std::string::npos);
    CHECK(Written(&workspace, format) == Written(&workspace, format));
  }
  const auto lines = [](const std::string& text) {
    return std::count(text.begin(), text.end(), '\n');
  };
  const std::string ndjson = Written(&workspace, ExportFormat::kNdjson);
  CHECK(lines(ndjson) == lines(before) - 1);
  CHECK(ndjson.substr(0, ndjson.find('\n')).find("\"rejected\":1") != std::string::npos);
  CHECK(ndjson.find("\"review\":\"corrected\"") != std::string::npos);
  Query query;
  query.count_rejected = true;
  CHECK(lines(Written(&workspace, ExportFormat::kNdjson, query)) == lines(before));
  workspace.SetReviews({});
  REQUIRE(workspace.Correct({}));
  CHECK(Written(&workspace, ExportFormat::kNdjson) == before);
}

}  // namespace
}  // namespace claimscope
