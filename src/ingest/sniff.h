// What kind of document this is, told from its first bytes and never from its name.
#pragma once

#include <string>
#include <string_view>

#include "ingest/csv.h"

namespace claimscope {

enum class Format { kText, kHtml, kMarkdown, kJson, kCsv, kXml, kWarc, kMail, kRefused };

// "text", "html" ...
std::string_view NameOf(Format format);
// False, and nothing is changed, where no format has this name.
bool FindFormat(std::string_view name, Format* format);

struct Sniffed {
  Format format = Format::kText;
  std::string reason;       // why it is refused, as a sentence
  size_t skip_bytes = 0;    // byte order marks, and what else stands before the content
  CsvDialect csv;           // kCsv
  bool has_markup = false;  // it may declare its encoding in a tag
};

// Enough to tell; a document is held until this much of it, or its end, is there.
constexpr size_t kSniffBytes = 64 << 10;

// Two lines in a row that are whole objects by their looks: NDJSON, whatever its first lines are.
bool ShowsJsonLines(std::string_view head);

// `head` is the begin of the document; `is_whole`: all of it.
Sniffed Sniff(std::string_view head, bool is_whole, const FieldNames& names);

}  // namespace claimscope
