// UTF-16 turned into UTF-8 as it streams, with the way back to the source's bytes.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

namespace claimscope {

// Where a byte of the decoded text stood in the source. Asked with growing offsets; what lies
// before the last answer is forgotten.
class OffsetMap {
 public:
  // The next character: its bytes in the source and in the text.
  void Add(uint8_t source_bytes, uint8_t text_bytes);
  uint64_t SourceOffset(uint64_t text_offset);

 private:
  struct Run {
    uint32_t count;
    uint8_t source_bytes, text_bytes;
  };
  std::deque<Run> runs_;
  uint64_t source_ = 0, text_ = 0;  // where runs_ begins
};

enum class Utf16 : uint8_t { kNone, kLittleEndian, kBigEndian };

// By a byte order mark, or by the zero bytes that Latin letters, digits and spaces leave on one
// side.
Utf16 DetectUtf16(std::string_view head);

class Utf16Decoder {
 public:
  explicit Utf16Decoder(Utf16 order) : big_endian_(order == Utf16::kBigEndian) {}

  // The text of `bytes` and of what was held back before. Byte order marks at the begin are left
  // out.
  std::string Push(std::string_view bytes);
  // What is left at the end: half a character.
  std::string Finish();
  // Halves of characters (lone surrogates, odd bytes) replaced by U+FFFD so far.
  uint64_t broken() const { return broken_; }
  OffsetMap* offsets() { return &offsets_; }

 private:
  void Put(char32_t c, uint8_t source_bytes, std::string* out);

  const bool big_endian_;
  bool at_begin_ = true;
  int held_byte_ = -1;
  char16_t held_high_ = 0;  // a first half that waits for its second
  uint64_t broken_ = 0;
  OffsetMap offsets_;
};

}  // namespace claimscope
