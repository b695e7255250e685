#include "ingest/utf16.h"

#include "base/utf8.h"

namespace claimscope {
namespace {

constexpr char32_t kMark = 0xFEFF;
constexpr size_t kLookBytes = 512;

}  // namespace

void OffsetMap::Add(uint8_t source_bytes, uint8_t text_bytes) {
  if (!runs_.empty() && runs_.back().count < 0xFFFFFFFF &&
      runs_.back().source_bytes == source_bytes && runs_.back().text_bytes == text_bytes) {
    ++runs_.back().count;
  } else {
    runs_.push_back({1, source_bytes, text_bytes});
  }
}

uint64_t OffsetMap::SourceOffset(uint64_t text_offset) {
  while (!runs_.empty()) {
    const Run& run = runs_.front();
    const uint64_t length = uint64_t{run.count} * run.text_bytes;
    if (text_ + length > text_offset) {
      if (text_offset < text_) return source_;
      const uint64_t in_run = run.text_bytes == 0 ? 0 : (text_offset - text_) / run.text_bytes;
      return source_ + in_run * run.source_bytes;
    }
    text_ += length;
    source_ += uint64_t{run.count} * run.source_bytes;
    runs_.pop_front();
  }
  return source_;
}

Utf16 DetectUtf16(std::string_view head) {
  if (head.substr(0, 2) == "\xFF\xFE") return Utf16::kLittleEndian;
  if (head.substr(0, 2) == "\xFE\xFF") return Utf16::kBigEndian;
  head = head.substr(0, kLookBytes);
  // Of each pair of bytes: is the first or the second zero? Other binary data has pairs of zeros.
  size_t first = 0, second = 0, both = 0;
  for (size_t at = 0; at + 1 < head.size(); at += 2) {
    const bool a = head[at] == '\0', b = head[at + 1] == '\0';
    both += a && b;
    first += a && !b;
    second += b && !a;
  }
  const size_t pairs = head.size() / 2;
  if (pairs < 4 || both > 0) return Utf16::kNone;
  // Cyrillic text has zeros at spaces and line ends alone, about one in seven.
  if (first == 0 && second * 10 >= pairs) return Utf16::kLittleEndian;
  if (second == 0 && first * 10 >= pairs) return Utf16::kBigEndian;
  return Utf16::kNone;
}

void Utf16Decoder::Put(char32_t c, uint8_t source_bytes, std::string* out) {
  if (c == kMark && at_begin_) {
    offsets_.Add(source_bytes, 0);
    return;
  }
  at_begin_ = false;
  const size_t before = out->size();
  AppendUtf8(c, out);
  offsets_.Add(source_bytes, static_cast<uint8_t>(out->size() - before));
}

std::string Utf16Decoder::Push(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  for (char c : bytes) {
    const int byte = static_cast<unsigned char>(c);
    if (held_byte_ < 0) {
      held_byte_ = byte;
      continue;
    }
    const auto unit =
        static_cast<char16_t>(big_endian_ ? held_byte_ << 8 | byte : byte << 8 | held_byte_);
    held_byte_ = -1;
    const bool is_high = unit >= 0xD800 && unit <= 0xDBFF;
    const bool is_low = unit >= 0xDC00 && unit <= 0xDFFF;
    if (held_high_ != 0 && is_low) {
      Put(0x10000 + (static_cast<char32_t>(held_high_ - 0xD800) << 10) + (unit - 0xDC00u), 4, &out);
      held_high_ = 0;
      continue;
    }
    if (held_high_ != 0) {
      ++broken_;
      Put(kReplacementCharacter, 2, &out);
      held_high_ = 0;
    }
    if (is_high) {
      held_high_ = unit;
    } else if (is_low) {
      ++broken_;
      Put(kReplacementCharacter, 2, &out);
    } else {
      Put(unit, 2, &out);
    }
  }
  return out;
}

std::string Utf16Decoder::Finish() {
  std::string out;
  const auto broken = [&](uint8_t source_bytes) {
    ++broken_;
    Put(kReplacementCharacter, source_bytes, &out);
  };
  if (held_high_ != 0) broken(2);
  if (held_byte_ >= 0) broken(1);
  held_high_ = 0;
  held_byte_ = -1;
  return out;
}

}  // namespace claimscope
