// One file, be it given by the user or found inside an archive: unpacks it if it is an archive
// (each file inside is another FileStream), else reads it as a document. All by content.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "ingest/byte_sink.h"
#include "ingest/document.h"
#include "ingest/intake.h"

namespace claimscope {

// An archive, or packed alone, as its begin tells.
bool LooksPacked(std::string_view head);

class FileStream : public ByteSink {
 public:
  FileStream(Intake* intake, std::string path, DocumentHints hints = {});
  ~FileStream() override;

  void Push(std::string_view bytes) override;
  void Finish() override;

 private:
  void Choose();
  std::unique_ptr<ByteSink> MakeReader();

  Intake* intake_;
  const std::string path_;
  const DocumentHints hints_;
  std::string head_;  // until it tells what this is
  std::unique_ptr<ByteSink> reader_;
};

}  // namespace claimscope
