#include "base/utf8.h"

#include <cstring>

namespace claimscope {
namespace {

constexpr unsigned char At(std::string_view text, size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
}
constexpr bool IsTail(unsigned char c) { return (c & 0xC0) == 0x80; }

// Base letters of U+00C0..U+017F after case folding; '\0' keeps the letter. Æ, Ð, Ø, Þ, ß, ı, ĸ, ŋ,
// œ, ŧ stay.
constexpr char kLatinBase[] =
    "aaaaaa\0ceeeeiiii"      // C0
    "\0nooooo\0\0uuuuy\0\0"  // D0
    "aaaaaa\0ceeeeiiii"      // E0
    "\0nooooo\0\0uuuuy\0y"   // F0
    "aaaaaaccccccccdd"       // 100
    "ddeeeeeeeeeegggg"       // 110
    "gggghhhhiiiiiiii"       // 120
    "i\0\0\0jjkk\0lllllll"   // 130
    "lllnnnnnnn\0\0oooo"     // 140
    "oo\0\0rrrrrrssssss"     // 150
    "ssttttttuuuuuuuu"       // 160
    "uuuuwwyyyzzzzzzs";      // 170
static_assert(sizeof kLatinBase == 0x180 - 0xC0 + 1);

// The same for U+1E00..U+1EFF (Vietnamese, Welsh, transcriptions). ẞ and the Welsh letters from
// U+1EFA on stay.
constexpr char kLatinAdditionalBase[] =
    "aabbbbbbccdddddd"         // 1E00
    "ddddeeeeeeeeeeff"         // 1E10
    "gghhhhhhhhhhiiii"         // 1E20
    "kkkkkkllllllllmm"         // 1E30
    "mmmmnnnnnnnnoooo"         // 1E40
    "oooopppprrrrrrrr"         // 1E50
    "sssssssssstttttt"         // 1E60
    "ttuuuuuuuuuuvvvv"         // 1E70
    "wwwwwwwwwwxxxxyy"         // 1E80
    "zzzzzzhtwyas\0\0\0\0"     // 1E90
    "aaaaaaaaaaaaaaaa"         // 1EA0
    "aaaaaaaaeeeeeeee"         // 1EB0
    "eeeeeeeeiiiioooo"         // 1EC0
    "oooooooooooooooo"         // 1ED0
    "oooouuuuuuuuuuuu"         // 1EE0
    "uuyyyyyyyy\0\0\0\0\0\0";  // 1EF0
static_assert(sizeof kLatinAdditionalBase == 0x100 + 1);

// Base letters of polytonic Greek, U+1F00..U+1FFF: a, e, h, i, o, u, w, r for alpha, epsilon, eta,
// iota, omicron, upsilon, omega, rho; '\0' where there is no letter.
constexpr char kGreekBase[] =
    "aaaaaaaaaaaaaaaa"         // 1F00
    "eeeeee\0\0eeeeee\0\0"     // 1F10
    "hhhhhhhhhhhhhhhh"         // 1F20
    "iiiiiiiiiiiiiiii"         // 1F30
    "oooooo\0\0oooooo\0\0"     // 1F40
    "uuuuuuuu\0u\0u\0u\0u"     // 1F50
    "wwwwwwwwwwwwwwww"         // 1F60
    "aaeehhiioouuww\0\0"       // 1F70
    "aaaaaaaaaaaaaaaa"         // 1F80
    "hhhhhhhhhhhhhhhh"         // 1F90
    "wwwwwwwwwwwwwwww"         // 1FA0
    "aaaaa\0aaaaaaa\0i\0"      // 1FB0
    "\0\0hhh\0hheehhh\0\0\0"   // 1FC0
    "iiii\0\0iiiiii\0\0\0\0"   // 1FD0
    "uuuurruuuuuur\0\0\0"      // 1FE0
    "\0\0www\0wwoowww\0\0\0";  // 1FF0
static_assert(sizeof kGreekBase == 0x100 + 1);

constexpr char32_t GreekLetter(char base) {
  switch (base) {
    case 'a':
      return 0x3B1;
    case 'e':
      return 0x3B5;
    case 'h':
      return 0x3B7;
    case 'i':
      return 0x3B9;
    case 'o':
      return 0x3BF;
    case 'r':
      return 0x3C1;
    case 'u':
      return 0x3C5;
    default:
      return 0x3C9;
  }
}

}  // namespace

CodePoint DecodeUtf8(std::string_view text, size_t at) {
  if (at >= text.size()) return {0, 0, true};
  const unsigned char a = At(text, at);
  if (a < 0x80) return {a, 1, true};
  const unsigned char b = At(text, at + 1);
  if (a >= 0xC2 && a <= 0xDF && IsTail(b)) {
    return {static_cast<char32_t>((a & 0x1F) << 6 | (b & 0x3F)), 2, true};
  }
  const unsigned char c = At(text, at + 2);
  if ((a & 0xF0) == 0xE0 && IsTail(b) && IsTail(c)) {
    const auto value = static_cast<char32_t>((a & 0x0F) << 12 | (b & 0x3F) << 6 | (c & 0x3F));
    if (value >= 0x800 && (value < 0xD800 || value > 0xDFFF)) return {value, 3, true};
  }
  const unsigned char d = At(text, at + 3);
  if ((a & 0xF8) == 0xF0 && IsTail(b) && IsTail(c) && IsTail(d)) {
    const auto value =
        static_cast<char32_t>((a & 0x07) << 18 | (b & 0x3F) << 12 | (c & 0x3F) << 6 | (d & 0x3F));
    if (value >= 0x10000 && value <= 0x10FFFF) return {value, 4, true};
  }
  return {kReplacementCharacter, 1, false};
}

void AppendUtf8(char32_t value, std::string* out) {
  const auto put = [out](char32_t c) { out->push_back(static_cast<char>(c)); };
  if (value < 0x80) {
    put(value);
  } else if (value < 0x800) {
    put(0xC0 | value >> 6);
    put(0x80 | (value & 0x3F));
  } else if (value < 0x10000) {
    put(0xE0 | value >> 12);
    put(0x80 | (value >> 6 & 0x3F));
    put(0x80 | (value & 0x3F));
  } else {
    put(0xF0 | value >> 18);
    put(0x80 | (value >> 12 & 0x3F));
    put(0x80 | (value >> 6 & 0x3F));
    put(0x80 | (value & 0x3F));
  }
}

// The first byte from `at` on that is not ASCII; eight bytes at a time.
static size_t SkipAscii(std::string_view text, size_t at) {
  for (uint64_t word; at + 8 <= text.size(); at += 8) {
    std::memcpy(&word, text.data() + at, 8);
    if ((word & 0x8080808080808080ull) != 0) break;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

size_t FindInvalidUtf8(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      at = SkipAscii(text, at + 1);
      continue;
    }
    const CodePoint point = DecodeUtf8(text, at);
    if (!point.valid) return at;
    at += point.size_bytes;
  }
  return std::string_view::npos;
}

std::string RepairUtf8(std::string_view text, size_t* repaired) {
  std::string out;
  out.reserve(text.size());
  *repaired = 0;
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = DecodeUtf8(text, at);
    if (point.valid) {
      out.append(text.substr(at, point.size_bytes));
    } else {
      AppendUtf8(kReplacementCharacter, &out);
      ++*repaired;
    }
    at += point.size_bytes;
  }
  return out;
}

char32_t FoldCodePoint(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  if (c >= 0xC0 && c < 0x180) {
    const char base = kLatinBase[c - 0xC0];
    if (base != '\0') return static_cast<char32_t>(base);
    if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 32;
    if (c == 0x14A || c == 0x152) return c + 1;
    return c;
  }
  // Greek: tonos dropped, then capitals lowered, final sigma joined.
  switch (c) {
    case 0x386:
    case 0x3AC:
      return 0x3B1;
    case 0x388:
    case 0x3AD:
      return 0x3B5;
    case 0x389:
    case 0x3AE:
      return 0x3B7;
    case 0x38A:
    case 0x3AF:
    case 0x3AA:
    case 0x3CA:
    case 0x390:
      return 0x3B9;
    case 0x38C:
    case 0x3CC:
      return 0x3BF;
    case 0x38E:
    case 0x3CD:
    case 0x3AB:
    case 0x3CB:
    case 0x3B0:
      return 0x3C5;
    case 0x38F:
    case 0x3CE:
      return 0x3C9;
    case 0x3C2:
      return 0x3C3;
    default:
      break;
  }
  if (c >= 0x391 && c <= 0x3A9 && c != 0x3A2) return c + 32;  // 3A2 is no letter
  // Cyrillic: Ё and ё join е; Ѐ..Џ and А..Я are lowered; Ґ and later pairs differ by one.
  if (c == 0x401 || c == 0x451) return 0x435;
  if (c >= 0x400 && c <= 0x40F) return c + 80;
  if (c >= 0x410 && c <= 0x42F) return c + 32;
  if (c >= 0x460 && c <= 0x4FF && (c < 0x482 || c > 0x489)) {
    const bool odd_is_capital = c >= 0x4C1 && c <= 0x4CE;
    if (c == 0x4C0) return 0x4CF;
    if (odd_is_capital) return (c & 1) != 0 ? c + 1 : c;
    return (c & 1) == 0 ? c + 1 : c;
  }
  if (c >= 0x1E00 && c < 0x1F00) {
    const char base = kLatinAdditionalBase[c - 0x1E00];
    if (base != '\0') return static_cast<char32_t>(base);
    if (c == 0x1E9E) return 0xDF;
    return c >= 0x1EFA ? c | 1 : c;
  }
  if (c >= 0x1F00 && c < 0x2000) {
    const char base = kGreekBase[c - 0x1F00];
    return base != '\0' ? GreekLetter(base) : c;
  }
  return c;
}

std::string FoldText(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const char byte = text[at];
    if (static_cast<unsigned char>(byte) < 0x80) {
      out += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : byte;
      ++at;
      continue;
    }
    const CodePoint point = DecodeUtf8(text, at);
    at += point.size_bytes;
    if (point.value >= 0x300 && point.value <= 0x36F) continue;  // combining marks
    AppendUtf8(FoldCodePoint(point.value), &out);
  }
  return out;
}

bool IsWordCodePoint(char32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA;
  if (c == 0xD7 || c == 0xF7) return false;
  if (c >= 0x1FBD && c < 0x2000) return kGreekBase[c - 0x1F00] != '\0';  // accents by themselves
  if (c < 0x2000) return c < 0x2C2 || c > 0x2DF;
  if (c < 0x2C00) return false;  // punctuation, symbols, arrows, box drawing
  if (c >= 0x3000 && c <= 0x3004) return false;
  if (c >= 0x3008 && c <= 0x3020) return false;
  if (c >= 0x2E00 && c <= 0x2E7F) return false;
  if (c >= 0xD800 && c <= 0xF8FF) return false;  // surrogates, private use
  if (c >= 0xFE00 && c <= 0xFE6F) return false;
  if (c >= 0xFF00 && c <= 0xFF0F) return false;
  if (c >= 0xFFF0 && c <= 0xFFFF) return false;
  if (c >= 0x1F000 && c <= 0x1FAFF) return false;  // emoji
  return c <= 0x3FFFF;
}

}  // namespace claimscope
