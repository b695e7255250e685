#include "ingest/document.h"

#include <utility>

#include "base/strings.h"
#include "ingest/csv_reader.h"
#include "ingest/json_reader.h"
#include "ingest/mime.h"
#include "ingest/page_reader.h"
#include "ingest/sniff.h"
#include "ingest/warc.h"
#include "ingest/xml_reader.h"

namespace claimscope {
namespace {

std::unique_ptr<ByteSink> MakeReader(const Sniffed& sniffed, const DocumentHints& hints,
                                     Records* records) {
  const uint64_t skip = sniffed.skip_bytes;
  const int depth = hints.depth;
  switch (sniffed.format) {
    case Format::kText:
    case Format::kHtml:
    case Format::kMarkdown:
      return std::make_unique<PageReader>(records, sniffed.format, skip);
    case Format::kMail:
      return std::make_unique<MailReader>(records, depth);
    case Format::kJson:
      return std::make_unique<JsonReader>(records, skip, hints.part);
    case Format::kCsv:
      return std::make_unique<CsvReader>(records, sniffed.csv, skip);
    case Format::kXml:
      return std::make_unique<XmlReader>(records, skip);
    case Format::kWarc:
      return std::make_unique<WarcReader>(records, depth);
    case Format::kRefused:
      records->Refuse({}, sniffed.reason);
      return std::make_unique<Nothing>();
  }
  return nullptr;
}

}  // namespace

Document::Document(Intake* intake, std::string path, DocumentHints hints)
    : records_(intake, std::move(path)), hints_(std::move(hints)) {
  records_.set_url(hints_.url);
}
Document::~Document() = default;

void Document::Push(std::string_view bytes) {
  if (!reader_) {
    const std::string_view first = bytes.substr(0, kSniffBytes - head_.size());
    head_.append(first);
    bytes.remove_prefix(first.size());
    if (head_.size() < kSniffBytes) return;
    Choose();
  }
  if (!bytes.empty()) PushText(bytes);
}

void Document::PushText(std::string_view bytes) {
  if (records_.is_refused()) return;
  if (utf16_) {
    reader_->Push(utf16_->Push(bytes));
  } else {
    reader_->Push(bytes);
  }
}

void Document::Choose() {
  std::string head = std::exchange(head_, {});
  const bool is_whole = head.size() < kSniffBytes;
  const Utf16 order = DetectUtf16(head);
  if (order != Utf16::kNone) {
    utf16_.emplace(order);
    head = utf16_->Push(head);
    records_.set_offsets(utf16_->offsets());
    records_.intake().NoteCharset("UTF-16");
  }
  Sniffed sniffed;
  if (hints_.part)
    sniffed.format = Format::kJson;
  else
    sniffed = Sniff(head, is_whole, records_.intake().names());
  if (hints_.depth == 0 && sniffed.format != Format::kRefused) {
    FindFormat(hints_.format, &sniffed.format);
  }
  const bool holds_others = sniffed.format == Format::kWarc || sniffed.format == Format::kMail;
  if (holds_others && hints_.depth >= kMaxDepth) {
    sniffed.format = Format::kRefused;
    sniffed.reason = kTooDeep;
  }
  const bool is_refused = sniffed.format == Format::kRefused;
  Charset charset = Charset::kUtf8;
  if (!is_refused && !utf16_) {
    const bool is_declared = FindCharset(hints_.charset, &charset) ||
                             (sniffed.has_markup && FindDeclaredCharset(head, &charset));
    records_.SetCharset(is_declared ? charset : GuessCharset(head), is_declared);
  }
  records_.intake().NoteFormat(NameOf(sniffed.format));
  reader_ = MakeReader(sniffed, hints_, &records_);
  if (!is_refused) reader_->Push(std::string_view(head).substr(sniffed.skip_bytes));
}

void Document::Finish() {
  if (!reader_) {
    if (TrimAscii(head_).empty()) {
      records_.Skip({}, "The file is empty.");
      return;
    }
    Choose();
  }
  if (utf16_) {
    reader_->Push(utf16_->Finish());
    if (utf16_->broken() > 0) {
      records_.Repaired({}, "Halves of characters were replaced by the sign \xEF\xBF\xBD.");
    }
  }
  reader_->Finish();
  records_.Finish();
}

}  // namespace claimscope
