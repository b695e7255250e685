// One file that is no archive: tells its encoding and format by content, and reads it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "ingest/byte_sink.h"
#include "ingest/records.h"
#include "ingest/utf16.h"

namespace claimscope {

// What stands around a document and says something of it: the headers of a crawl or a mail.
struct DocumentHints {
  std::string url;
  std::string charset;  // a label
  int depth = 0;        // archives, crawls and mails around it
};
constexpr int kMaxDepth = 6;
constexpr const char* kTooDeep = "Archives are nested too deeply here; this one is left out.";

class Document : public ByteSink {
 public:
  Document(Intake* intake, std::string path, DocumentHints hints = {});
  ~Document() override;

  void Push(std::string_view bytes) override;
  void Finish() override;

 private:
  void PushText(std::string_view text);
  void Choose();

  Records records_;
  DocumentHints hints_;
  std::string head_;  // until it tells what this is
  std::optional<Utf16Decoder> utf16_;
  std::unique_ptr<ByteSink> reader_;
  bool is_refused_ = false;
};

// Takes everything and says once why nothing of it is read.
class Refusal : public ByteSink {
 public:
  Refusal(Intake* intake, const std::string& path, std::string reason);
  void Push(std::string_view) override {}
  void Finish() override {}
};

}  // namespace claimscope
