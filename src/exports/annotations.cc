// W3C Web Annotation Data Model (Recommendation, 23 February 2017), one annotation a line. The
// target is the article's address, or a URN made of its id; the position counts code points of the
// cleaned text, the quote has what stands around it, so that it is found in the page itself.
#include <algorithm>

#include "base/utf8.h"
#include "exports/writer.h"

namespace claimscope {
namespace {

constexpr size_t kAround = 32;  // code points before and after the quote

size_t CodePoints(std::string_view text) {
  return static_cast<size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

size_t Before(std::string_view text, size_t at, size_t count) {
  for (; count > 0 && at > 0; --count) {
    do --at;
    while (at > 0 && !IsUtf8Boundary(text, at));
  }
  return at;
}

size_t After(std::string_view text, size_t at, size_t count) {
  for (; count > 0 && at < text.size(); --count) {
    do ++at;
    while (!IsUtf8Boundary(text, at));
  }
  return at;
}

class AnnotationWriter : public ExportWriter {
 public:
  using ExportWriter::ExportWriter;

  void Add(const ExportRow& row, std::string* out) override {
    const std::string source = UriOf(row.article);
    JsonWriter json;
    json.BeginObject();
    json.Key("@context").String("http://www.w3.org/ns/anno.jsonld");
    json.Key("id").String("urn:claimscope:" + head.corpus + ":" + std::to_string(row.index + 1));
    json.Key("type").String("Annotation");
    json.Key("motivation").String("classifying");
    WriteGenerator(&json);
    WriteTarget(row, source, &json);
    json.Key("body").BeginArray();
    for (const std::string_view tag : {NameOf(row.claim.kind), NameOf(row.claim.status)}) {
      json.BeginObject();
      json.Key("type").String("TextualBody").Key("purpose").String("tagging");
      json.Key("value").String(tag);
      json.EndObject();
    }
    json.BeginObject().Key("type").String("Dataset").Key("purpose").String("describing");
    json.Key("format").String("application/json").Key("claimscope");
    const std::string begin = json.text();
    // The rest of the line after the record: of the body, of the list, of the annotation.
    *out += begin + RecordOf(row) + "}]}\n";
  }

 private:
  void WriteGenerator(JsonWriter* json) const {
    json->Key("generator").BeginObject();
    json->Key("type").String("Software").Key("name").String(head.asked.program);
    json->Key("claimscope:query").String(head.asked.link);
    json->Key("claimscope:corpus").String(head.corpus);
    json->EndObject();
  }

  static void WriteTarget(const ExportRow& row, const std::string& source, JsonWriter* json) {
    const Span span = row.claim.span;
    const std::string_view text = row.text;
    const size_t begin = CodePoints(text.substr(0, span.begin));
    const size_t size = CodePoints(text.substr(span.begin, span.end - span.begin));
    const size_t before = Before(text, span.begin, kAround);
    json->Key("target").BeginObject();
    json->Key("source").String(source);
    json->Key("selector").BeginArray();
    json->BeginObject().Key("type").String("TextPositionSelector");
    json->Key("start").Int(static_cast<int64_t>(begin));
    json->Key("end").Int(static_cast<int64_t>(begin + size)).EndObject();
    json->BeginObject().Key("type").String("TextQuoteSelector");
    json->Key("exact").String(TextOf(text, span));
    json->Key("prefix").String(text.substr(before, span.begin - before));
    json->Key("suffix").String(text.substr(span.end, After(text, span.end, kAround) - span.end));
    json->EndObject().EndArray().EndObject();
  }
};

}  // namespace

std::unique_ptr<ExportWriter> MakeAnnotationWriter(const ExportHead& head) {
  return std::make_unique<AnnotationWriter>(head);
}

}  // namespace claimscope
