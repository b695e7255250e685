#include "base/json_text.h"

#include <cstdint>
#include <cstring>

#include "base/strings.h"
#include "base/utf8.h"

namespace claimscope {
namespace {

constexpr const char* kNotJson = "The record is not valid JSON.";
constexpr const char* kTooDeep = "The record is nested too deeply.";
constexpr const char* kOpenString = "A string of the record does not end.";
constexpr const char* kControl = "A string of the record holds a line break or control character.";
constexpr const char* kBadEscape = "A string of the record is not valid JSON.";
constexpr const char* kBadWord = "A word that is not true, false or null stands outside quotes.";
constexpr const char* kBadNumber = "A number of the record is not valid JSON.";

}  // namespace

bool JsonText::Fail(const char* why) {
  if (error_.empty()) error_ = why;
  return false;
}

char JsonText::Peek() {
  while (at_ < text_.size() &&
         (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\r' || text_[at_] == '\t')) {
    ++at_;
  }
  return at_ < text_.size() ? text_[at_] : '\0';
}

bool JsonText::Open(char bracket) {
  if (Peek() != bracket) return Fail(kNotJson);
  ++at_;
  return ++depth_ <= kMaxDepth || Fail(kTooDeep);
}

JsonText::Next JsonText::ToNext(char close, bool is_first) {
  const char c = Peek();
  if (c == close) {
    ++at_;
    --depth_;
    return Next::kEnd;
  }
  if (is_first) return Next::kItem;
  if (c != ',') {
    Fail(kNotJson);
    return Next::kError;
  }
  ++at_;
  if (Peek() != close) return Next::kItem;
  Fail(kNotJson);  // a comma before the end
  return Next::kError;
}

bool JsonText::ReadKey(std::string* key) {
  key->clear();
  if (Peek() != '"') return Fail(kNotJson);
  if (!ReadString(key)) return false;
  if (Peek() != ':') return Fail(kNotJson);
  ++at_;
  return true;
}

bool JsonText::SkipValue() {
  switch (Peek()) {
    case '{':
      return ReadObject([this](std::string_view) { return SkipValue(); });
    case '[':
      return ReadArray([this] { return SkipValue(); });
    case '"':
      return ReadString(nullptr);
    case 't':
      return SkipWord("true");
    case 'f':
      return SkipWord("false");
    case 'n':
      return SkipWord("null");
    default: {
      std::string_view number;
      return ReadNumber(&number);
    }
  }
}

bool JsonText::SkipWord(std::string_view word) {
  if (text_.substr(at_, word.size()) != word) return Fail(kBadWord);
  at_ += word.size();
  if (at_ < text_.size() && IsAsciiAlnum(text_[at_])) return Fail(kBadWord);
  return true;
}

bool JsonText::ReadNumber(std::string_view* out) {
  const char first = Peek();
  if (first != '-' && !IsAsciiDigit(first)) {
    return Fail(IsAsciiAlpha(first) ? kBadWord : kNotJson);
  }
  const size_t begin = at_;
  const auto digits = [this] {
    const size_t from = at_;
    while (at_ < text_.size() && IsAsciiDigit(text_[at_])) ++at_;
    return at_ > from;
  };
  const auto take = [this](std::string_view any) {
    if (at_ == text_.size() || any.find(text_[at_]) == std::string_view::npos) return false;
    ++at_;
    return true;
  };
  take("-");
  const bool is_whole = take("0") || digits();
  if (!is_whole || (take(".") && !digits())) return Fail(kBadNumber);
  if (take("eE")) {
    take("+-");
    if (!digits()) return Fail(kBadNumber);
  }
  if (at_ < text_.size() && (IsAsciiAlnum(text_[at_]) || text_[at_] == '.')) {
    return Fail(kBadNumber);
  }
  *out = text_.substr(begin, at_ - begin);
  return true;
}

// Eight bytes at a time: '"', '\\' and control characters end it.
size_t JsonText::PlainEnd() const {
  constexpr uint64_t kOnes = 0x0101010101010101ull;
  const auto zeros = [](uint64_t x) { return (x - kOnes) & ~x & (kOnes << 7); };
  size_t at = at_;
  for (; at + 8 <= text_.size(); at += 8) {
    uint64_t word;
    std::memcpy(&word, text_.data() + at, 8);
    const uint64_t below_space = (word - kOnes * 0x20) & ~word & (kOnes << 7);
    if ((zeros(word ^ (kOnes * '"')) | zeros(word ^ (kOnes * '\\')) | below_space) != 0) break;
  }
  while (at < text_.size() && text_[at] != '"' && text_[at] != '\\' &&
         static_cast<unsigned char>(text_[at]) >= 0x20) {
    ++at;
  }
  return at;
}

bool JsonText::ReadString(std::string* out) {
  ++at_;  // the quote
  for (;;) {
    const size_t end = PlainEnd();
    if (out != nullptr) out->append(text_.substr(at_, end - at_));
    at_ = end;
    if (at_ == text_.size()) return Fail(kOpenString);
    const char c = text_[at_++];
    if (c == '"') return true;
    if (c != '\\') return Fail(kControl);
    if (!Unescape(out)) return false;
  }
}

bool JsonText::ReadHex(unsigned* unit) {
  *unit = 0;
  if (at_ + 4 > text_.size()) return Fail(kBadEscape);
  for (const size_t end = at_ + 4; at_ < end; ++at_) {
    const char c = AsciiLower(text_[at_]);
    const bool is_letter = c >= 'a' && c <= 'f';
    if (!is_letter && !IsAsciiDigit(c)) return Fail(kBadEscape);
    *unit = *unit * 16 + static_cast<unsigned>(is_letter ? c - 'a' + 10 : c - '0');
  }
  return true;
}

bool JsonText::Unescape(std::string* out) {
  constexpr std::string_view kFrom = "\"\\/bfnrt", kTo = "\"\\/\b\f\n\r\t";
  if (at_ == text_.size()) return Fail(kOpenString);
  const char c = text_[at_++];
  if (c != 'u') {
    const size_t index = kFrom.find(c);
    if (index == std::string_view::npos) return Fail(kBadEscape);
    if (out != nullptr) *out += kTo[index];
    return true;
  }
  unsigned unit;
  if (!ReadHex(&unit)) return false;
  char32_t point = unit;
  if (unit >= 0xD800 && unit <= 0xDFFF) {
    point = kReplacementCharacter;
    const size_t after = at_;
    unsigned low = 0;
    if (unit <= 0xDBFF && text_.substr(at_, 2) == "\\u") {
      at_ += 2;
      if (!ReadHex(&low)) return false;
      if (low >= 0xDC00 && low <= 0xDFFF) {
        point = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
      } else {
        at_ = after;
      }
    }
    if (point == kReplacementCharacter) ++lone_surrogates_;
  }
  if (out != nullptr) AppendUtf8(point, out);
  return true;
}

}  // namespace claimscope
