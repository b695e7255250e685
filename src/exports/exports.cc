#include "exports/exports.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "base/sha256.h"
#include "base/stable_sort.h"
#include "exports/writer.h"

namespace claimscope {
namespace {

constexpr size_t kPieceBytes = 100'000;
// Hashed in one step.
constexpr size_t kHashBytes = 4 << 20;

constexpr ExportKind kKinds[] = {
    {ExportFormat::kCsv, "csv", ".csv", "text/csv"},
    {ExportFormat::kTsv, "tsv", ".tsv", "text/tab-separated-values"},
    {ExportFormat::kJson, "json", ".json", "application/json"},
    {ExportFormat::kNdjson, "ndjson", ".ndjson", "application/x-ndjson"},
    {ExportFormat::kAnnotations, "annotations", ".annotations.ndjson", "application/x-ndjson"},
    {ExportFormat::kJsonLd, "jsonld", ".jsonld", "application/ld+json"},
    {ExportFormat::kGeoJson, "geojson", ".geojson", "application/geo+json"},
    {ExportFormat::kSvg, "svg", ".svg", "image/svg+xml"},
    {ExportFormat::kMapSvg, "map-svg", ".map.svg", "image/svg+xml"},
    {ExportFormat::kHtml, "html", ".html", "text/html"},
    {ExportFormat::kBibtex, "bibtex", ".bib", "application/x-bibtex"},
    {ExportFormat::kCsl, "csl", ".csl.json", "application/vnd.citationstyles.csl+json"},
};

std::unique_ptr<ExportWriter> MakeWriter(const ExportHead& head) {
  switch (head.asked.format) {
    case ExportFormat::kCsv:
    case ExportFormat::kTsv:
      return MakeTableWriter(head);
    case ExportFormat::kJson:
    case ExportFormat::kNdjson:
      return MakeRecordWriter(head);
    case ExportFormat::kAnnotations:
      return MakeAnnotationWriter(head);
    case ExportFormat::kJsonLd:
      return MakeJsonLdWriter(head);
    case ExportFormat::kGeoJson:
      return MakeGeoJsonWriter(head);
    case ExportFormat::kBibtex:
    case ExportFormat::kCsl:
      return MakeReferenceWriter(head);
    case ExportFormat::kHtml:
      return MakePaperWriter(head);
    case ExportFormat::kSvg:
    case ExportFormat::kMapSvg:
      break;
  }
  return std::make_unique<ExportWriter>(head);
}

std::string TextOf(const ArticleView& article) {
  return TextWithoutCuts(article.page, {article.cuts.begin(), article.cuts.end()});
}

// The articles of a corpus, one after the other, in any order.
class Hasher {
 public:
  void Add(const ArticleView& article) {
    Sha256 hash;
    const std::string text = TextOf(article);
    const std::string day = FormatIsoDay(article.date);
    for (const std::string_view part :
         {article.id, article.title, std::string_view(day), article.source, article.url,
          article.language, std::string_view(text)}) {
      hash.Add(std::to_string(part.size()) + " ");
      hash.Add(part);
    }
    digests_.push_back(hash.Finish());
    bytes_ += text.size();
  }
  size_t bytes() const { return bytes_; }

  std::string Finish() {
    StableSort(&digests_);
    Sha256 hash;
    for (const Sha256::Digest& digest : digests_)
      hash.Add({reinterpret_cast<const char*>(digest.data()), digest.size()});
    return HexOf(hash.Finish());
  }

 private:
  std::vector<Sha256::Digest> digests_;
  size_t bytes_ = 0;
};

}  // namespace

std::span<const ExportKind> AllExports() { return kKinds; }

const ExportKind* FindExport(std::string_view id) {
  const auto at = std::find_if(std::begin(kKinds), std::end(kKinds),
                               [id](const ExportKind& kind) { return kind.id == id; });
  return at == std::end(kKinds) ? nullptr : at;
}

std::string CorpusHash(const Workspace& workspace) {
  Hasher hasher;
  for (size_t s = 0; s < workspace.segment_count(); ++s) {
    const Segment& segment = workspace.SegmentAt(s);
    for (uint32_t a = 0; a < segment.article_count(); ++a) hasher.Add(segment.ArticleAt(a));
  }
  return hasher.Finish();
}

struct Export::Impl {
  Workspace* workspace;
  const RegionNames* names;
  const ExportAsked asked;

  Hasher hasher;
  uint32_t hash_segment = 0, hash_article = 0;
  uint64_t hashed = 0;  // articles

  Answer answer;
  std::optional<ExportHead> head;
  std::unique_ptr<ExportWriter> writer;
  size_t next = 0;
  bool ended = false;

  // The article of the claim before: most often that of the next one too.
  std::optional<ArticleRef> held;
  ArticleView article;
  std::string text;
  std::vector<uint32_t> rows;

  bool IsPicture() const {
    return asked.format == ExportFormat::kSvg || asked.format == ExportFormat::kMapSvg;
  }

  bool HasTexts() const {
    bool has_all = true;
    for (size_t s = 0; s < workspace->segment_count(); ++s) {
      const Segment& segment = workspace->SegmentAt(s);
      if (segment.has_text()) continue;
      segment.WantText();
      has_all = false;
    }
    return has_all;
  }

  bool Hash() {
    const size_t enough = hasher.bytes() + kHashBytes;
    while (hash_segment < workspace->segment_count() && hasher.bytes() < enough) {
      const Segment& segment = workspace->SegmentAt(hash_segment);
      if (hash_article == segment.article_count()) {
        ++hash_segment;
        hash_article = 0;
        continue;
      }
      hasher.Add(segment.ArticleAt(hash_article++));
      ++hashed;
    }
    return hash_segment == workspace->segment_count();
  }

  void Begin(std::string* out) {
    answer = workspace->Look(asked.query, Per::kMonth);
    head.emplace(ExportHead{asked, *names, answer, "sha256:" + hasher.Finish(),
                            workspace->article_count(), workspace->claim_count()});
    writer = MakeWriter(*head);
    if (IsPicture()) *out += asked.chart;
    writer->Begin(out);
  }

  void Add(Hit hit, std::string* out) {
    const Segment& segment = workspace->SegmentAt(hit.segment);
    const ArticleRef of{hit.segment, segment.articles()[hit.row]};
    if (held != of) {
      held = of;
      article = segment.ArticleAt(of.article);
      text = TextOf(article);
      rows = segment.ClaimsOf(of.article);
    }
    const auto place = std::find(rows.begin(), rows.end(), hit.row) - rows.begin();
    const Claim claim = segment.ClaimAt(hit.row);
    const Verdict verdict = workspace->VerdictOf(hit);
    writer->Add(
        {static_cast<uint32_t>(next), static_cast<uint32_t>(place) + 1, segment, hit.row, claim,
         article, text, verdict == Verdict::kNone ? std::string_view() : NameOf(verdict)},
        out);
  }
};

Export::Export(Workspace* workspace, const RegionNames* names, ExportAsked asked)
    : impl_(std::make_unique<Impl>(Impl{.workspace = workspace,
                                        .names = names,
                                        .asked = std::move(asked),
                                        .hasher = {},
                                        .answer = {},
                                        .head = {},
                                        .writer = {},
                                        .held = {},
                                        .article = {},
                                        .text = {},
                                        .rows = {}})) {}
Export::~Export() = default;

Export::Step Export::Next(std::string* out) {
  Impl& e = *impl_;
  if (e.ended) return Step::kDone;
  if (!e.writer) {
    if (!e.HasTexts()) return Step::kWaits;
    if (e.Hash()) e.Begin(out);
    return Step::kMore;
  }
  // A picture is whole as it is.
  const size_t count = e.IsPicture() ? 0 : e.answer.hits.size();
  const size_t enough = out->size() + kPieceBytes;
  for (; e.next < count && out->size() < enough; ++e.next) e.Add(e.answer.hits[e.next], out);
  if (e.next < count) return Step::kMore;
  e.writer->End(out);
  e.ended = true;
  return Step::kDone;
}

double Export::done() const {
  const Impl& e = *impl_;
  if (e.ended) return 1;
  constexpr double kHashShare = 0.2;
  const auto part = [](double of, double all) { return all > 0 ? of / all : 1; };
  if (!e.writer) {
    return kHashShare *
           part(static_cast<double>(e.hashed), static_cast<double>(e.workspace->article_count()));
  }
  return kHashShare + (1 - kHashShare) * part(static_cast<double>(e.next),
                                              static_cast<double>(e.answer.hits.size()));
}

}  // namespace claimscope
