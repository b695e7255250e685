// Mail and saved pages (.eml, .mhtml: RFC 2045 to 2557): the page, or else the text, among the
// parts.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/byte_sink.h"
#include "ingest/records.h"

namespace claimscope {

// "Name: value" lines, folded ones joined.
class MimeHeaders {
 public:
  // Reads up to the empty line, of which `body_begin` tells the end (the end of the text when there
  // is none).
  static MimeHeaders Read(std::string_view text, size_t* body_begin);
  // In any case; empty when there is none.
  std::string_view Find(std::string_view name) const;
  // "text/html; charset=x" -> "text/html", in lower case.
  std::string ContentType() const;
  // A parameter of Content-Type: "charset", "boundary".
  std::string Parameter(std::string_view name) const;

 private:
  std::vector<std::pair<std::string, std::string>> fields_;
};

std::string DecodeQuotedPrintable(std::string_view text);
std::string DecodeBase64(std::string_view text);

class MailReader : public ByteSink {
 public:
  // `depth` as in DocumentHints.
  MailReader(Records* records, int depth) : records_(records), depth_(depth) {}
  void Push(std::string_view bytes) override;
  void Finish() override;

 private:
  struct Part {
    MimeHeaders headers;
    std::string_view body;
  };
  // The first part of a type, in the order of the text.
  static bool FindPart(std::string_view entity, std::string_view type, int depth, Part* out);

  Records* records_;
  const int depth_;
  std::string text_;
  bool is_too_large_ = false;
};

}  // namespace claimscope
