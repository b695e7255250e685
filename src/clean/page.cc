#include "clean/page.h"

#include <algorithm>

#include "base/ascii_run.h"
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

void HashCodePoint(char32_t c, WordHasher* hasher) {
  for (; c >= 0x80; c >>= 7) hasher->Add(static_cast<unsigned char>(c | 0x80));
  hasher->Add(static_cast<unsigned char>(c));
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
  if (!ender || std::none_of(gap.begin(), gap.end(), IsAsciiSpace)) return false;
  return !(stop_only && IsAbbreviation(word_before));
}

}  // namespace

std::vector<PageLine> SplitLines(std::string_view page) {
  std::vector<PageLine> lines;
  const size_t size = page.size();
  size_t feed = page.find('\n'), carriage = page.find('\r');  // the next of each
  for (size_t begin = 0; begin < size;) {
    if (feed < begin) feed = page.find('\n', begin);
    if (carriage < begin) carriage = page.find('\r', begin);
    const size_t end = std::min({feed, carriage, size});
    lines.push_back({Trim(page, {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)})});
    begin = end + 1;
    if (begin < size && end == carriage && page[begin] == '\n') ++begin;
  }
  return lines;
}

namespace {

// Appends the words of a page: runs of ASCII letters and digits in one go, all else by code points.
class WordSplitter {
 public:
  WordSplitter(std::string_view page, std::vector<PageWord>* words) : page_(page), words_(*words) {}

  void Run(Span span) {
    const std::string_view text = page_.substr(0, span.end);
    for (uint32_t at = span.begin; at < span.end;) {
      if (!IsAsciiAlnum(text[at]) && static_cast<unsigned char>(text[at]) < 0x80) {
        ++at;
        continue;
      }
      const AsciiRun run = ReadAsciiRun(text, at);
      const auto end = static_cast<uint32_t>(run.end);
      const bool plain = end == span.end || static_cast<unsigned char>(text[end]) < 0x80;
      if (!plain || run.inner != 0) {
        // All of the run: read anew for each of its words, a long one would never end.
        do {
          at = Slow(at, span.end);
        } while (at < end);
        continue;
      }
      words_.push_back({at, end, run.hash, run.small == 0 && run.capitals == 0,
                        IsAsciiUpper(text[at]), run.small == 0 && run.digits == 0});
      at = end;
    }
  }

 private:
  // A word that other letters stand in or after, or two of them glued together; gives the byte
  // after it, at least one further on.
  uint32_t Slow(uint32_t begin, uint32_t end) {
    PageWord word{begin, begin, 0, true, false, true};
    WordHasher hasher;
    bool small_before = false;
    uint32_t at = begin;
    while (at < end) {
      const CodePoint c = DecodeUtf8(page_, at);
      const bool ascii = c.value < 0x80;
      const char byte = ascii ? static_cast<char>(c.value) : '\0';
      if (!IsWordCodePoint(c.value)) break;
      if (small_before && IsAsciiUpper(byte) && !IsBrand(LettersAround(page_, begin, at))) break;
      const char32_t folded = FoldCodePoint(c.value);
      if (at == begin) word.begins_upper = folded != c.value;
      if (!IsCombining(c.value)) HashCodePoint(folded, &hasher);
      word.is_number = word.is_number && IsAsciiDigit(byte);
      word.all_capitals = word.all_capitals && IsAsciiUpper(byte);
      small_before = IsAsciiLower(byte);
      at += c.size_bytes;
    }
    if (at == begin) return Mark(begin);
    word.end = at;
    word.hash = hasher.Finish();
    words_.push_back(word);
    return at;
  }

  uint32_t Mark(uint32_t at) {
    const CodePoint c = DecodeUtf8(page_, at);
    const uint32_t end = at + c.size_bytes;
    if (c.value == kCopyright) {
      WordHasher hasher;
      HashCodePoint(c.value, &hasher);
      words_.push_back({at, end, hasher.Finish(), false, false, false});
    }
    return end;
  }

  std::string_view page_;
  std::vector<PageWord>& words_;
};

}  // namespace

void SplitWords(std::string_view page, Span span, std::vector<PageWord>* words) {
  WordSplitter(page, words).Run(span);
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
      if (gap.empty() || (gap.size() == 1 && page[gap.begin] == ' ')) continue;
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
  WordHasher hasher;
  for (size_t at = 0; at < word.size();) {
    const CodePoint c = DecodeUtf8(word, at);
    if (!IsCombining(c.value)) HashCodePoint(FoldCodePoint(c.value), &hasher);
    at += c.size_bytes;
  }
  return hasher.Finish();
}

}  // namespace claimscope
