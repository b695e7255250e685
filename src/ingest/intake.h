// What all readers of one source share: where articles and problems go, the names of fields, the
// limits.
#pragma once

#include <string>
#include <string_view>

#include "ingest/ingest.h"

namespace claimscope {

class Intake {
 public:
  Intake(const FieldNames& names, SourceReader::OnArticle on_article,
         SourceReader::OnProblem on_problem, uint64_t max_record_bytes)
      : names_(names),
        on_article_(std::move(on_article)),
        on_problem_(std::move(on_problem)),
        max_record_bytes_(max_record_bytes) {}

  void Give(RawArticle&& article);
  void Tell(Problem&& problem);
  // A whole source, or what is left of it.
  void Skip(std::string path, std::string reason);

  // Bytes that came out of an archive in `path`. False from the moment when they are more than an
  // honest archive holds (said once): nothing more is unpacked.
  bool TakeUnpacked(const std::string& path, size_t bytes);
  bool is_refused() const { return is_refused_; }

  // Remembers the kind of the outermost file, for the report.
  void NoteFormat(std::string_view format) {
    if (counts.format.empty()) counts.format = format;
  }
  void NoteCharset(std::string_view charset) {
    if (counts.charset.empty()) counts.charset = charset;
  }

  const FieldNames& names() const { return names_; }
  uint64_t max_record_bytes() const { return max_record_bytes_; }
  // "larger than 64 MB and was left out."
  std::string TooLarge(std::string_view what) const;

  IngestCounts counts;

 private:
  const FieldNames& names_;
  const SourceReader::OnArticle on_article_;
  const SourceReader::OnProblem on_problem_;
  const uint64_t max_record_bytes_;
  uint64_t unpacked_bytes_ = 0;
  bool is_refused_ = false;
};

}  // namespace claimscope
