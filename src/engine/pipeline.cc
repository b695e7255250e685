#include <algorithm>
#include <optional>

#include "engine/claim_records.h"
#include "engine/engine.h"
#include "engine/source_report.h"

namespace claimscope {

class Pipeline::Impl {
 public:
  Impl(const Pack& pack, Sinks sinks) : pack_(pack), sinks_(std::move(sinks)), names_(pack.names) {}

  void SetExtract(bool extract) {
    Cancel();
    sinks_.extract = extract;
  }

  void SetFieldMap(const FieldMap& map) {
    Cancel();
    names_ = pack_.names.With(map);
  }

  void Begin(std::string path, std::optional<SourcePart> part, std::string format) {
    Cancel();
    claims_ = 0;
    counts_ = {};
    report_.Begin(path);
    const bool is_late = sinks_.join_sources || (part && part->offset_bytes > 0);
    limit_bytes_ = is_late ? kMostSegmentTextBytes : kSegmentTextBytes;
    begin_.clear();
    is_unsure_ = true;
    const auto note = [this](const Problem& problem) {
      const bool is_told = report_.Note(problem);
      if (is_told && sinks_.on_problem) sinks_.on_problem(problem);
    };
    records_.emplace(path, note);
    const bool is_part = part.has_value();
    reader_.emplace(
        std::move(path), names_, [this](RawArticle&& raw) { Add(std::move(raw)); },
        [note](Problem&& problem) { note(problem); }, kMaxRecordBytes, part, std::move(format));
    if (is_part) Decide(ClaimRecords::Sign::kNo);
  }

  bool CanBeParted(std::string_view head) const {
    return HasJsonLines(head, names_) && ClaimRecords::Recognise(head) != ClaimRecords::Sign::kYes;
  }

  void Push(std::string_view bytes) {
    if (!reader_ && !records_) return;
    if (!is_unsure_) return PushOn(bytes);
    begin_ += bytes;
    Decide(ClaimRecords::Recognise(begin_));
  }

  void End() {
    if (is_unsure_) Decide(ClaimRecords::Sign::kNo);
    if (reader_) reader_->Finish();
    Cancel();
  }

  // What was read stays.
  void Cancel() {
    is_unsure_ = false;
    if (reader_) counts_ = reader_->counts();
    if (records_ && !reader_) {
      records_->Finish([this](const Article& article, const std::vector<Claim>& claims) {
        Take(article, sinks_.extract ? claims : std::vector<Claim>());
      });
      counts_ = records_->counts();
    }
    reader_.reset();
    records_.reset();
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

  std::string Redate(const Segment& segment, const std::vector<FoundDay>& days) const {
    SegmentBuilder builder;
    auto found = days.begin();
    for (uint32_t number = 0; number < segment.article_count(); ++number) {
      Article article = ArticleOf(segment, number);
      std::vector<Claim> claims;
      if (found != days.end() && found->article == number) {
        article.date = found->day;
        article.date_basis = found->basis;
        ++found;
        // None for a day: then none for another, or they were not wanted.
        if (!segment.ClaimsOf(number).empty()) claims = pack_.extractor.Extract(article);
      } else {
        for (const uint32_t row : segment.ClaimsOf(number)) claims.push_back(segment.ClaimAt(row));
      }
      builder.Add(article, claims);
    }
    return builder.Seal();
  }

  void Seal() {
    if (builder_.articles() > 0 && sinks_.on_segment) sinks_.on_segment(builder_.Seal());
  }

  void NoteProblem(const Problem& problem) {
    report_.Note(problem);
    ++counts_.skipped;
  }
  std::string ReportJson() const { return report_.Json(counts(), claims_); }
  const IngestCounts& counts() const {
    return reader_ ? reader_->counts() : records_ ? records_->counts() : counts_;
  }
  uint64_t claims() const { return claims_; }

 private:
  // Articles or an export: only one of both is kept.
  void Decide(ClaimRecords::Sign sign) {
    if (sign == ClaimRecords::Sign::kUnsure) return;
    is_unsure_ = false;
    if (sign == ClaimRecords::Sign::kYes)
      reader_.reset();
    else
      records_.reset();
    PushOn(begin_);
    begin_.clear();
  }

  void PushOn(std::string_view bytes) {
    if (reader_)
      reader_->Push(bytes);
    else if (records_)
      records_->Push(bytes);
  }

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
  Sinks sinks_;
  FieldNames names_;
  SourceReport report_;
  std::optional<SourceReader> reader_;
  std::optional<ClaimRecords> records_;
  std::string begin_;  // of a source that may be either
  bool is_unsure_ = false;
  SegmentBuilder builder_;
  size_t limit_bytes_ = kSegmentTextBytes;
  IngestCounts counts_;
  uint64_t claims_ = 0;
};

Pipeline::Pipeline(const Pack& pack, Sinks sinks)
    : impl_(std::make_unique<Impl>(pack, std::move(sinks))) {}
Pipeline::~Pipeline() = default;
void Pipeline::SetExtract(bool extract) { impl_->SetExtract(extract); }
void Pipeline::SetFieldMap(const FieldMap& map) { impl_->SetFieldMap(map); }
void Pipeline::Begin(std::string path, std::optional<SourcePart> part, std::string format) {
  impl_->Begin(std::move(path), part, std::move(format));
}
bool Pipeline::CanBeParted(std::string_view head) const { return impl_->CanBeParted(head); }
std::string Pipeline::Redate(const Segment& segment, const std::vector<FoundDay>& days) const {
  return impl_->Redate(segment, days);
}
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
