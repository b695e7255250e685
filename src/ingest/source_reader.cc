#include <utility>

#include "ingest/file_stream.h"
#include "ingest/ingest.h"
#include "ingest/intake.h"

namespace claimscope {

class SourceReader::Impl {
 public:
  Impl(std::string path, const FieldNames& names, OnArticle on_article, OnProblem on_problem,
       uint64_t max_record_bytes)
      : intake(names, std::move(on_article), std::move(on_problem), max_record_bytes),
        file(&intake, std::move(path)) {}

  Intake intake;
  FileStream file;
};

SourceReader::SourceReader(std::string path, const FieldNames& names, OnArticle on_article,
                           OnProblem on_problem, uint64_t max_record_bytes)
    : impl_(std::make_unique<Impl>(std::move(path), names, std::move(on_article),
                                   std::move(on_problem), max_record_bytes)) {}
SourceReader::~SourceReader() = default;

void SourceReader::Push(std::string_view bytes) {
  impl_->intake.counts.bytes_in += bytes.size();
  impl_->file.Push(bytes);
}
void SourceReader::Finish() { impl_->file.Finish(); }
const IngestCounts& SourceReader::counts() const { return impl_->intake.counts; }

}  // namespace claimscope
