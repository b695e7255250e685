#include <algorithm>
#include <optional>
#include <utility>

#include "base/strings.h"
#include "base/utf8.h"
#include "ingest/gzip.h"
#include "ingest/ingest.h"
#include "ingest/json_record.h"
#include "ingest/json_scanner.h"
#include "ingest/sniff.h"

namespace claimscope {

// Bytes pass through these stages: unpack (if gzipped) -> tell the format -> cut into records ->
// read the fields.
class SourceReader::Impl : public JsonRecordSink {
 public:
  Impl(std::string path, OnArticle on_article, OnProblem on_problem, uint64_t max_record_bytes)
      : path_(std::move(path)),
        on_article_(std::move(on_article)),
        on_problem_(std::move(on_problem)),
        max_record_bytes_(max_record_bytes) {}

  void Push(std::string_view bytes);
  void Finish();
  const IngestCounts& counts() const { return counts_; }

  // JsonRecordSink
  std::string TakeRecord(std::string_view json, const RecordPlace& place) override;
  void ReportBroken(const RecordPlace& place, std::string reason) override {
    Report(Problem::Kind::kSkipped, place, std::move(reason));
  }
  void KnowSeveral() override;

 private:
  enum class Stage { kHead, kText, kJson, kIgnore };

  void PushUnpacked(std::string_view bytes);
  void ChooseFormat();
  void AddText(std::string_view bytes);
  void FinishText();
  void Report(Problem::Kind kind, const RecordPlace& place, std::string reason);
  void ReportRepaired(const RecordPlace& place, size_t count);
  void Emit(RawArticle&& article);

  const std::string path_;
  const OnArticle on_article_;
  const OnProblem on_problem_;
  const uint64_t max_record_bytes_;
  IngestCounts counts_;

  std::string magic_;  // the first bytes, until they tell whether they are gzip
  bool knows_packing_ = false;
  std::unique_ptr<GzipReader> gzip_;

  Stage stage_ = Stage::kHead;
  std::string head_;  // kHead: what there is so far; kText: the whole text
  size_t skipped_bytes_ = 0;
  bool is_html_ = false;
  uint64_t problems_ = 0;

  std::unique_ptr<JsonScanner> scanner_;
  JsonRecordReader records_;
  bool is_several_ = false;
  // The first record waits here until it is known whether it is the only one: that decides its id.
  std::optional<RawArticle> first_;
};

void SourceReader::Impl::Push(std::string_view bytes) {
  counts_.bytes_in += bytes.size();
  if (!knows_packing_) {
    const std::string_view first = bytes.substr(0, 3 - magic_.size());
    magic_.append(first);
    bytes.remove_prefix(first.size());
    if (magic_.size() < 3) return;
    knows_packing_ = true;
    if (LooksGzipped(magic_)) {
      gzip_ = std::make_unique<GzipReader>([this](std::string_view out) { PushUnpacked(out); });
      gzip_->Push(magic_);
    } else {
      PushUnpacked(magic_);
    }
  }
  if (stage_ == Stage::kIgnore) return;
  if (gzip_) {
    gzip_->Push(bytes);
  } else {
    PushUnpacked(bytes);
  }
}

void SourceReader::Impl::PushUnpacked(std::string_view bytes) {
  if (stage_ == Stage::kHead) {
    const std::string_view first = bytes.substr(0, kSniffBytes - head_.size());
    head_.append(first);
    bytes.remove_prefix(first.size());
    if (head_.size() < kSniffBytes) return;
    ChooseFormat();
  }
  if (stage_ == Stage::kText) AddText(bytes);
  if (stage_ == Stage::kJson) scanner_->Push(bytes);
}

void SourceReader::Impl::ChooseFormat() {
  Sniffed sniffed = Sniff(head_);
  skipped_bytes_ = sniffed.skip_bytes;
  switch (sniffed.format) {
    case Format::kRefused:
      Report(Problem::Kind::kSkipped, {}, std::move(sniffed.reason));
      stage_ = Stage::kIgnore;
      break;
    case Format::kText:
    case Format::kHtml:
      is_html_ = sniffed.format == Format::kHtml;
      stage_ = Stage::kText;
      head_.erase(0, skipped_bytes_);
      AddText({});
      break;
    case Format::kJson: {
      stage_ = Stage::kJson;
      scanner_ = std::make_unique<JsonScanner>(this, max_record_bytes_, skipped_bytes_);
      const std::string head = std::exchange(head_, {});
      scanner_->Push(std::string_view(head).substr(skipped_bytes_));
      break;
    }
  }
}

void SourceReader::Impl::AddText(std::string_view bytes) {
  if (head_.size() + bytes.size() > max_record_bytes_) {
    Report(Problem::Kind::kSkipped, {},
           "The text is larger than " + std::to_string(max_record_bytes_ >> 20) +
               " MB and was left out.");
    stage_ = Stage::kIgnore;
    std::string().swap(head_);
    return;
  }
  head_.append(bytes);
}

void SourceReader::Impl::Finish() {
  if (!knows_packing_) PushUnpacked(magic_);
  std::string damage = gzip_ && stage_ != Stage::kIgnore ? gzip_->Finish() : std::string();
  if (stage_ == Stage::kHead) {
    if (TrimAscii(head_).empty() && damage.empty()) {
      Report(Problem::Kind::kSkipped, {}, "The file is empty.");
      stage_ = Stage::kIgnore;
    } else if (!head_.empty()) {
      ChooseFormat();
    }
  }
  if (!damage.empty()) Report(Problem::Kind::kSkipped, {}, std::move(damage));
  if (stage_ == Stage::kText) FinishText();
  if (stage_ == Stage::kJson) {
    scanner_->Finish();
    if (first_) Emit(std::move(*first_));
    first_.reset();
    if (counts_.articles == 0 && problems_ == 0) {
      Report(Problem::Kind::kSkipped, {}, "The file holds no records.");
    }
  }
  stage_ = Stage::kIgnore;
}

void SourceReader::Impl::FinishText() {
  RawArticle article;
  article.id = path_;
  article.is_page = true;
  article.is_html = is_html_;
  article.offset_bytes = skipped_bytes_;
  const RecordPlace place{1, 1, skipped_bytes_};
  if (FindInvalidUtf8(head_) != std::string_view::npos) {
    size_t repaired = 0;
    article.text = RepairUtf8(head_, &repaired);
    ReportRepaired(place, repaired);
  } else {
    article.text = std::move(head_);
  }
  if (TrimAscii(article.text).empty()) {
    Report(Problem::Kind::kSkipped, place, "The file has no text.");
    return;
  }
  Emit(std::move(article));
}

std::string SourceReader::Impl::TakeRecord(std::string_view json, const RecordPlace& place) {
  RawArticle article;
  size_t repaired = 0;
  std::string reason = records_.Read(json, &article, &repaired);
  if (!reason.empty()) return reason;
  if (article.text.empty()) {
    Report(Problem::Kind::kSkipped, place, "The record has no text.");
    return {};
  }
  if (repaired > 0) ReportRepaired(place, repaired);
  article.id = is_several_ ? path_ + "#" + std::to_string(place.number) : path_;
  article.offset_bytes = place.offset_bytes;
  if (is_several_) {
    Emit(std::move(article));
  } else {
    first_ = std::move(article);
  }
  return {};
}

void SourceReader::Impl::KnowSeveral() {
  is_several_ = true;
  if (!first_) return;
  first_->id += "#1";
  Emit(std::move(*first_));
  first_.reset();
}

void SourceReader::Impl::Report(Problem::Kind kind, const RecordPlace& place, std::string reason) {
  ++problems_;
  ++(kind == Problem::Kind::kSkipped ? counts_.skipped : counts_.repaired);
  on_problem_({kind, path_, place.number, place.line, place.offset_bytes, std::move(reason)});
}

void SourceReader::Impl::ReportRepaired(const RecordPlace& place, size_t count) {
  Report(Problem::Kind::kRepaired, place,
         count == 1 ? "One broken character was replaced by the sign \xEF\xBF\xBD."
                    : std::to_string(count) +
                          " broken characters were replaced by the sign \xEF\xBF\xBD.");
}

void SourceReader::Impl::Emit(RawArticle&& article) {
  ++counts_.articles;
  on_article_(std::move(article));
}

SourceReader::SourceReader(std::string path, OnArticle on_article, OnProblem on_problem,
                           uint64_t max_record_bytes)
    : impl_(std::make_unique<Impl>(std::move(path), std::move(on_article), std::move(on_problem),
                                   max_record_bytes)) {}
SourceReader::~SourceReader() = default;

void SourceReader::Push(std::string_view bytes) { impl_->Push(bytes); }
void SourceReader::Finish() { impl_->Finish(); }
const IngestCounts& SourceReader::counts() const { return impl_->counts(); }

}  // namespace claimscope
