#include <optional>
#include <utility>

#include "ingest/file_stream.h"
#include "ingest/ingest.h"
#include "ingest/intake.h"
#include "ingest/sniff.h"
#include "ingest/utf16.h"

namespace claimscope {

class SourceReader::Impl {
 public:
  Impl(std::string path, const FieldNames& names, OnArticle on_article, OnProblem on_problem,
       uint64_t max_record_bytes, std::optional<SourcePart> part, std::string format)
      : intake(names, std::move(on_article), std::move(on_problem), max_record_bytes) {
    DocumentHints hints;
    hints.part = part;
    hints.format = std::move(format);
    file.emplace(&intake, std::move(path), hints);
  }

  Intake intake;
  std::optional<FileStream> file;
};

bool HasJsonLines(std::string_view head, const FieldNames& names) {
  if (LooksPacked(head) || DetectUtf16(head) != Utf16::kNone) return false;
  const size_t begin = head.find_first_of("[{");
  if (begin == std::string_view::npos || head[begin] == '[') return false;  // a list
  return Sniff(head, false, names).format == Format::kJson && ShowsJsonLines(head);
}

SourceReader::SourceReader(std::string path, const FieldNames& names, OnArticle on_article,
                           OnProblem on_problem, uint64_t max_record_bytes,
                           std::optional<SourcePart> part, std::string format)
    : impl_(std::make_unique<Impl>(std::move(path), names, std::move(on_article),
                                   std::move(on_problem), max_record_bytes, part,
                                   std::move(format))) {}
SourceReader::~SourceReader() = default;

void SourceReader::Push(std::string_view bytes) {
  impl_->intake.counts.bytes_in += bytes.size();
  impl_->file->Push(bytes);
}
void SourceReader::Finish() { impl_->file->Finish(); }
const IngestCounts& SourceReader::counts() const { return impl_->intake.counts; }

}  // namespace claimscope
