#include "clean/page.h"

#include <algorithm>

#include "base/hash.h"
#include "base/strings.h"
#include "base/utf8.h"

namespace claimscope {
namespace {

constexpr char32_t kCopyright = 0xA9;  // counts as a word: rules look for it

bool IsBlankCodePoint(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || c == 0xFEFF || c == 0x3000 ||
         (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F;
}

Span Trim(std::string_view page, Span span) {
  while (span.begin < span.end) {
    const CodePoint c = DecodeUtf8(page, span.begin);
    if (!IsBlankCodePoint(c.value)) break;
    span.begin += c.size_bytes;
  }
  while (span.end > span.begin) {
    uint32_t at = span.end - 1;
    while (at > span.begin && !IsUtf8Boundary(page, at)) --at;
    if (!IsBlankCodePoint(DecodeUtf8(page, at).value)) break;
    span.end = at;
  }
  return span;
}

uint64_t HashCodePoint(char32_t c, uint64_t hash) {
  return (hash ^ static_cast<uint64_t>(c)) * 0x100000001b3ull;
}

bool IsCombining(char32_t c) { return c >= 0x300 && c <= 0x36F; }

// Names that are one word although a capital stands inside.
bool IsBrand(std::string_view word) {
  constexpr std::string_view kBrands[] = {"JavaScript", "YouTube",   "WhatsApp", "LinkedIn",
                                          "TikTok",     "WordPress", "iPhone",   "iPad",
                                          "eBay",       "PayPal",    "FaceBook", "NewsLetter"};
  return std::find(std::begin(kBrands), std::end(kBrands), word) != std::end(kBrands);
}

constexpr size_t kLongestBrand = 10;

// The run of ASCII letters around a byte, or so much of it that it is no brand.
std::string_view LettersAround(std::string_view page, uint32_t begin, uint32_t at) {
  while (at < page.size() && at - begin <= kLongestBrand && IsAsciiAlpha(page[at])) ++at;
  return page.substr(begin, at - begin);
}

// Words after which a full stop does not end the sentence.
bool IsAbbreviation(std::string_view word) {
  constexpr std::string_view kWords[] = {
      "mr",   "mrs", "ms",  "dr",     "prof", "gen", "lt",  "col", "maj", "capt", "sgt",
      "cmdr", "adm", "gov", "sen",    "rep",  "st",  "jr",  "sr",  "no",  "vs",   "inc",
      "ltd",  "co",  "jan", "feb",    "mar",  "apr", "jun", "jul", "aug", "sep",  "sept",
      "oct",  "nov", "dec", "approx", "est",  "fig", "al",  "eg",  "ie"};
  if (word.size() == 1) return IsAsciiUpper(word[0]);
  if (word.size() > 6) return false;
  const std::string lower = AsciiLower(word);
  return std::find(std::begin(kWords), std::end(kWords), lower) != std::end(kWords);
}

// Whether a sentence ends in what stands between two words.
bool EndsUnit(std::string_view gap, std::string_view word_before) {
  size_t spaces = 0;
  bool ender = false;
  bool stop_only = false;
  for (size_t i = 0; i < gap.size(); ++i) {
    const char c = gap[i];
    if (c == '.' || c == '!' || c == '?') {
      stop_only = !ender && c == '.';
      ender = true;
    }
    spaces = IsAsciiSpace(c) ? spaces + 1 : 0;
    if (spaces >= 2 || c == '\t') return true;
  }
  const bool has_space = std::any_of(gap.begin(), gap.end(), IsAsciiSpace);
  return ender && has_space && !(stop_only && IsAbbreviation(word_before));
}

}  // namespace

std::vector<PageLine> SplitLines(std::string_view page) {
  std::vector<PageLine> lines;
  const auto size = static_cast<uint32_t>(page.size());
  for (uint32_t begin = 0; begin < size;) {
    uint32_t end = begin;
    while (end < size && page[end] != '\n' && page[end] != '\r') ++end;
    lines.push_back({Trim(page, {begin, end})});
    begin = end + 1;
    if (end + 1 < size && page[end] == '\r' && page[end + 1] == '\n') ++begin;
  }
  return lines;
}

void SplitWords(std::string_view page, Span span, std::vector<PageWord>* words) {
  PageWord word;
  bool in_word = false;
  bool lower_before = false;
  const auto begin = [&](uint32_t at) {
    word = {at, at, kFnvBasis, true};
    in_word = true;
    lower_before = false;
  };
  const auto finish = [&](uint32_t at) {
    if (!in_word) return;
    word.end = at;
    words->push_back(word);
    in_word = false;
  };
  for (uint32_t at = span.begin; at < span.end;) {
    const char byte = page[at];
    if (static_cast<unsigned char>(byte) < 0x80) {
      const bool is_lower = IsAsciiLower(byte);
      if (is_lower || IsAsciiAlnum(byte)) {
        if (in_word && lower_before && IsAsciiUpper(byte) &&
            !IsBrand(LettersAround(page, word.begin, at))) {
          finish(at);
        }
        if (!in_word) begin(at);
        word.hash = HashCodePoint(static_cast<unsigned char>(AsciiLower(byte)), word.hash);
        word.is_number = word.is_number && IsAsciiDigit(byte);
        lower_before = is_lower;
      } else {
        finish(at);
      }
      ++at;
      continue;
    }
    const CodePoint c = DecodeUtf8(page, at);
    if (c.value == kCopyright) {
      finish(at);
      begin(at);
      word.hash = HashCodePoint(c.value, word.hash);
      word.is_number = false;
      finish(at + c.size_bytes);
    } else if (IsWordCodePoint(c.value)) {
      if (!in_word) begin(at);
      if (!IsCombining(c.value)) word.hash = HashCodePoint(FoldCodePoint(c.value), word.hash);
      word.is_number = false;
      lower_before = false;
    } else {
      finish(at);
    }
    at += c.size_bytes;
  }
  finish(span.end);
}

std::vector<PageUnit> SplitUnits(std::string_view page, Span line,
                                 const std::vector<PageWord>& words) {
  std::vector<PageUnit> units;
  PageUnit unit;
  unit.span.begin = line.begin;
  for (uint32_t i = 0; i < words.size(); ++i) {
    const bool is_last = i + 1 == words.size();
    if (!is_last) {
      const Span gap{words[i].end, words[i + 1].begin};
      if (!EndsUnit(TextOf(page, gap), TextOf(page, {words[i].begin, words[i].end}))) continue;
      // What opens the next sentence (a quote, a bracket) belongs to it.
      uint32_t at = gap.end;
      while (at > gap.begin && !IsAsciiSpace(page[at - 1])) --at;
      unit.span.end = at > gap.begin ? at : gap.end;
    } else {
      unit.span.end = line.end;
    }
    unit.last_word = i + 1;
    units.push_back(unit);
    unit.first_word = i + 1;
    unit.span.begin = unit.span.end;
  }
  return units;
}

uint64_t HashWord(std::string_view word) {
  uint64_t hash = kFnvBasis;
  for (size_t at = 0; at < word.size();) {
    const CodePoint c = DecodeUtf8(word, at);
    if (!IsCombining(c.value)) hash = HashCodePoint(FoldCodePoint(c.value), hash);
    at += c.size_bytes;
  }
  return hash;
}

}  // namespace claimscope
