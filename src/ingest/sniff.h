// What kind of source this is, told from its first bytes and never from its name.
#pragma once

#include <string>
#include <string_view>

namespace claimscope {

enum class Format { kText, kHtml, kJson, kRefused };

struct Sniffed {
  Format format = Format::kText;
  std::string reason;     // why it is refused, as a sentence
  size_t skip_bytes = 0;  // byte order marks before the content
};

// Enough to tell; a source is held until this much of it, or its end, is there.
constexpr size_t kSniffBytes = 64 << 10;

// `head` holds the first kSniffBytes of the source, or all of it.
Sniffed Sniff(std::string_view head);

}  // namespace claimscope
