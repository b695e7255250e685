// UTF-8: decoding, encoding, checking and repair (Unicode 15, table 3-7).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace claimscope {

constexpr char32_t kReplacementCharacter = 0xFFFD;

struct CodePoint {
  char32_t value;       // kReplacementCharacter where the bytes are not valid UTF-8
  uint32_t size_bytes;  // 1 to 4; at invalid bytes 1; 0 only at the end of the text
  bool valid;
};

// The code point that begins at byte `at`.
CodePoint DecodeUtf8(std::string_view text, size_t at);
void AppendUtf8(char32_t value, std::string* out);

// Byte offset of the first invalid sequence, or npos when the whole text is valid.
size_t FindInvalidUtf8(std::string_view text);
// Invalid bytes become U+FFFD, one per byte; says how many. NUL is kept.
std::string RepairUtf8(std::string_view text, size_t* repaired);

// True at a byte that begins a code point (or at the end of the text).
inline bool IsUtf8Boundary(std::string_view text, size_t at) {
  return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

// Simple case folding with diacritics dropped for Latin, Greek and Cyrillic letters: "Oleksíivka"
// -> "oleksiivka". Cyrillic й and ї stay letters of their own. Others are returned unchanged.
char32_t FoldCodePoint(char32_t c);
std::string FoldText(std::string_view text);

// Letters and digits of the scripts that news is written in (Latin, Greek, Cyrillic, Hebrew,
// Arabic, CJK ...).
bool IsWordCodePoint(char32_t c);

}  // namespace claimscope
