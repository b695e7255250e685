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
  std::string charset;             // a label
  std::string format;              // of a source's own document; empty: its content tells
  int depth = 0;                   // archives, crawls and mails around it
  std::optional<SourcePart> part;  // it is not the whole document
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
};

// Takes everything and reads nothing of it.
class Nothing : public ByteSink {
 public:
  void Push(std::string_view) override {}
  void Finish() override {}
};

}  // namespace claimscope
