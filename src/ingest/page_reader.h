// A file that is one article as a whole: text as scraped, an HTML page, Markdown with front matter.
#pragma once

#include <string>

#include "ingest/byte_sink.h"
#include "ingest/records.h"
#include "ingest/sniff.h"

namespace claimscope {

class PageReader : public ByteSink {
 public:
  PageReader(Records* records, Format format, uint64_t first_offset_bytes)
      : records_(records), format_(format), place_{1, 1, first_offset_bytes} {}

  void Push(std::string_view bytes) override;
  void Finish() override;

 private:
  Records* records_;
  const Format format_;
  const RecordPlace place_;
  std::string text_;
  bool is_too_large_ = false;
};

}  // namespace claimscope
