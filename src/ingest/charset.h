// Text in one byte per character turned into UTF-8 (the tables are those of the WHATWG Encoding
// Standard).
//
// A text without a label is told by its bytes: valid UTF-8 is UTF-8; a few broken sequences among
// many whole ones are damage; else Cyrillic words, in which letters of the upper half stand side by
// side, are parted from Western ones, in which they stand alone between ASCII letters.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace claimscope {

enum class Charset : uint8_t {
  kUtf8,
  kWindows1250,
  kWindows1251,
  kWindows1252,
  kIso8859_2,
  kIso8859_15,
  kKoi8U,
  kCp866,
};

// "UTF-8", "Windows-1251" ...
std::string_view NameOf(Charset charset);
// By a label of a page or header: "cp1251", "latin1". False for one that is not known.
bool FindCharset(std::string_view label, Charset* out);
// What <meta charset>, <meta content="...charset="> or <?xml encoding> says within the first
// kilobytes; false when nothing known is said.
bool FindDeclaredCharset(std::string_view head, Charset* out);

// `fallback` where the bytes alone do not tell. A sequence cut off at the end is no damage.
Charset GuessCharset(std::string_view bytes, Charset fallback = Charset::kWindows1252);

// What has no meaning becomes U+FFFD; `broken` says how many.
std::string ToUtf8(std::string_view bytes, Charset charset, size_t* broken);

}  // namespace claimscope
