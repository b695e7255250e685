#include <algorithm>
#include <optional>

#include "engine/engine.h"
#include "engine/source_report.h"

namespace claimscope {

class Pipeline::Impl {
 public:
  Impl(const Pack& pack, Sinks sinks) : pack_(pack), sinks_(std::move(sinks)), names_(pack.names) {}

  void SetFieldMap(const FieldMap& map) {
    Cancel();
    names_ = pack_.names.With(map);
  }

  void Begin(std::string path) {
    Cancel();
    claims_ = 0;
    counts_ = {};
    report_.Begin(path);
    limit_bytes_ = sinks_.join_sources ? kMostSegmentTextBytes : kSegmentTextBytes;
    reader_.emplace(
        std::move(path), names_, [this](RawArticle&& raw) { Add(std::move(raw)); },
        [this](Problem&& problem) {
          report_.Note(problem);
          if (sinks_.on_problem) sinks_.on_problem(problem);
        });
  }

  void Push(std::string_view bytes) {
    if (reader_) reader_->Push(bytes);
  }

  void End() {
    if (reader_) reader_->Finish();
    Cancel();
  }

  // What was read stays.
  void Cancel() {
    if (reader_) counts_ = reader_->counts();
    reader_.reset();
    if (!sinks_.join_sources) Seal();
  }

  void Add(const Segment& segment) {
    Cancel();
    for (uint32_t number = 0; number < segment.article_count(); ++number) {
      std::vector<Claim> claims;
      if (sinks_.extract) {
        for (const uint32_t row : segment.ClaimsOf(number)) claims.push_back(segment.ClaimAt(row));
      }
      Take(ArticleOf(segment, number), claims);
    }
    counts_.articles += segment.article_count();
  }

  void Seal() {
    if (builder_.articles() > 0 && sinks_.on_segment) sinks_.on_segment(builder_.Seal());
  }

  void NoteProblem(const Problem& problem) {
    report_.Note(problem);
    ++counts_.skipped;
  }
  std::string ReportJson() const { return report_.Json(counts(), claims_); }
  const IngestCounts& counts() const { return reader_ ? reader_->counts() : counts_; }
  uint64_t claims() const { return claims_; }

 private:
  void Add(RawArticle&& raw) {
    const Article article = pack_.cleaner.Clean(std::move(raw));
    std::vector<Claim> claims;
    if (sinks_.extract) claims = pack_.extractor.Extract(article);
    Take(article, claims);
  }

  void Take(const Article& article, const std::vector<Claim>& claims) {
    claims_ += claims.size();
    if (sinks_.on_article) sinks_.on_article(article, claims);
    if (!sinks_.on_segment) return;
    builder_.Add(article, claims);
    if (builder_.text_bytes() < limit_bytes_) return;
    limit_bytes_ = std::min(2 * limit_bytes_, kMostSegmentTextBytes);
    Seal();
  }

  const Pack& pack_;
  const Sinks sinks_;
  FieldNames names_;
  SourceReport report_;
  std::optional<SourceReader> reader_;
  SegmentBuilder builder_;
  size_t limit_bytes_ = kSegmentTextBytes;
  IngestCounts counts_;
  uint64_t claims_ = 0;
};

Pipeline::Pipeline(const Pack& pack, Sinks sinks)
    : impl_(std::make_unique<Impl>(pack, std::move(sinks))) {}
Pipeline::~Pipeline() = default;
void Pipeline::SetFieldMap(const FieldMap& map) { impl_->SetFieldMap(map); }
void Pipeline::Begin(std::string path) { impl_->Begin(std::move(path)); }
void Pipeline::Push(std::string_view bytes) { impl_->Push(bytes); }
void Pipeline::End() { impl_->End(); }
void Pipeline::Cancel() { impl_->Cancel(); }
void Pipeline::Add(const Segment& segment) { impl_->Add(segment); }
void Pipeline::Seal() { impl_->Seal(); }
const IngestCounts& Pipeline::counts() const { return impl_->counts(); }
void Pipeline::NoteProblem(const Problem& problem) { impl_->NoteProblem(problem); }
std::string Pipeline::ReportJson() const { return impl_->ReportJson(); }
uint64_t Pipeline::claims() const { return impl_->claims(); }

}  // namespace claimscope
