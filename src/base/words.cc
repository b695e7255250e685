#include "base/words.h"

#include <algorithm>
#include <array>

#include "base/ascii_run.h"
#include "base/hash.h"
#include "base/strings.h"
#include "base/utf8.h"

namespace claimscope {
namespace {

// ASCII letters and digits to their folded form, everything else to 0.
constexpr std::array<char, 256> MakeFoldedAscii() {
  std::array<char, 256> table{};
  for (int c = 0; c < 128; ++c) {
    if (IsAsciiAlnum(static_cast<char>(c))) {
      table[static_cast<size_t>(c)] = AsciiLower(static_cast<char>(c));
    }
  }
  return table;
}
constexpr std::array<char, 256> kFoldedAscii = MakeFoldedAscii();

bool IsCombiningMark(char32_t c) { return c >= 0x300 && c <= 0x36F; }

}  // namespace

// Korean parts its words by spaces.
bool IsUnspaced(char32_t c) {
  return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

void WordReader::Append(char32_t folded) {
  if (size_ >= kMaxWordBytes) return;
  size_t size = 0;
  char bytes[4];
  if (folded < 0x80) {
    bytes[size++] = static_cast<char>(folded);
  } else if (folded < 0x800) {
    bytes[size++] = static_cast<char>(0xC0 | folded >> 6);
    bytes[size++] = static_cast<char>(0x80 | (folded & 0x3F));
  } else if (folded < 0x10000) {
    bytes[size++] = static_cast<char>(0xE0 | folded >> 12);
    bytes[size++] = static_cast<char>(0x80 | (folded >> 6 & 0x3F));
    bytes[size++] = static_cast<char>(0x80 | (folded & 0x3F));
  } else {
    bytes[size++] = static_cast<char>(0xF0 | folded >> 18);
    bytes[size++] = static_cast<char>(0x80 | (folded >> 12 & 0x3F));
    bytes[size++] = static_cast<char>(0x80 | (folded >> 6 & 0x3F));
    bytes[size++] = static_cast<char>(0x80 | (folded & 0x3F));
  }
  for (size_t i = 0; i < size; ++i) folded_[size_++] = bytes[i];
}

void WordReader::ReadPair(char32_t first, size_t first_size) {
  Append(FoldCodePoint(first));
  at_ += first_size;
  at_end_ = at_;
  const CodePoint next = DecodeUtf8(text_, at_);
  pair_before_ = next.size_bytes > 0 && next.valid && IsUnspaced(next.value);
  if (!pair_before_) return;
  Append(FoldCodePoint(next.value));
  at_end_ = at_ + next.size_bytes;
}

// The rest of a word of spaced script, from at_.
void WordReader::ReadRest() {
  while (at_ < text_.size()) {
    const auto c = static_cast<unsigned char>(text_[at_]);
    if (c < 0x80) {
      const size_t room = size_ < kMaxWordBytes ? kMaxWordBytes - size_ : 0;
      const size_t size = FoldAsciiRun(text_, at_, room, folded_ + size_);
      if (size == 0) break;
      size_ += std::min(size, room);
      at_ += size;
      continue;
    }
    const CodePoint point = DecodeUtf8(text_, at_);
    if (!point.valid || !IsWordCodePoint(point.value) || IsUnspaced(point.value)) break;
    if (!IsCombiningMark(point.value)) Append(FoldCodePoint(point.value));
    at_ += point.size_bytes;
  }
  at_end_ = at_;
}

bool WordReader::Next() {
  size_ = 0;
  while (at_ < text_.size()) {
    const auto c = static_cast<unsigned char>(text_[at_]);
    if (c < 0x80) {
      pair_before_ = false;
      if (kFoldedAscii[c] == '\0') {
        ++at_;
        continue;
      }
      begin_ = at_;
      ReadRest();
      return true;
    }
    const CodePoint point = DecodeUtf8(text_, at_);
    if (!point.valid || !IsWordCodePoint(point.value) || IsCombiningMark(point.value)) {
      pair_before_ = false;
      at_ += point.size_bytes;
      continue;
    }
    begin_ = at_;
    if (!IsUnspaced(point.value)) {
      pair_before_ = false;
      ReadRest();
      return true;
    }
    // The last character of a run already ended a pair: it is no word of its own.
    const bool ended_pair = pair_before_;
    ReadPair(point.value, point.size_bytes);
    if (pair_before_ || !ended_pair) return true;
    size_ = 0;
  }
  return false;
}

uint32_t HashOfWord(std::string_view folded) {
  const uint64_t h = HashBytes(folded);
  return static_cast<uint32_t>(h ^ h >> 32) | 1u;
}

void MakeSet(std::vector<uint32_t>* values) {
  std::sort(values->begin(), values->end());
  values->erase(std::unique(values->begin(), values->end()), values->end());
}

std::vector<uint32_t> WordSetOf(std::string_view text) {
  std::vector<uint32_t> words;
  for (WordReader reader(text); reader.Next();) words.push_back(HashOfWord(reader.folded()));
  MakeSet(&words);
  return words;
}

size_t CountShared(const std::vector<uint32_t>& a, const std::vector<uint32_t>& b) {
  size_t shared = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    const uint32_t left = *x, right = *y;
    shared += left == right ? 1 : 0;
    x += left <= right ? 1 : 0;
    y += right <= left ? 1 : 0;
  }
  return shared;
}

}  // namespace claimscope
