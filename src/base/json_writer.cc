#include "base/json_writer.h"

#include <charconv>
#include <cmath>
#include <iterator>

#include "base/strings.h"
#include "base/utf8.h"

namespace claimscope {

void JsonWriter::Separate() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (has_items_.empty()) return;
  if (has_items_.back()) text_ += ',';
  has_items_.back() = true;
}

JsonWriter& JsonWriter::BeginObject() {
  Separate();
  text_ += '{';
  has_items_.push_back(false);
  return *this;
}

JsonWriter& JsonWriter::EndObject() {
  text_ += '}';
  has_items_.pop_back();
  return *this;
}

JsonWriter& JsonWriter::BeginArray() {
  Separate();
  text_ += '[';
  has_items_.push_back(false);
  return *this;
}

JsonWriter& JsonWriter::EndArray() {
  text_ += ']';
  has_items_.pop_back();
  return *this;
}

JsonWriter& JsonWriter::Key(std::string_view key) {
  String(key);
  text_ += ':';
  after_key_ = true;
  return *this;
}

// The first byte from `at` on that does not stand in a JSON string as it is.
static size_t PlainEnd(std::string_view value, size_t at) {
  while (at < value.size()) {
    const auto c = static_cast<unsigned char>(value[at]);
    if (c < 0x80) {
      if (c < 0x20 || c == '"' || c == '\\') break;
      ++at;
      continue;
    }
    const CodePoint point = DecodeUtf8(value, at);
    if (!point.valid) break;
    at += point.size_bytes;
  }
  return at;
}

JsonWriter& JsonWriter::String(std::string_view value) {
  static constexpr char kHex[] = "0123456789abcdef";
  Separate();
  text_ += '"';
  for (size_t at = 0; at < value.size(); ++at) {
    const size_t begin = at;
    at = PlainEnd(value, at);
    text_.append(value, begin, at - begin);
    if (at == value.size()) break;
    const auto c = static_cast<unsigned char>(value[at]);
    if (c >= 0x80) {
      AppendUtf8(kReplacementCharacter, &text_);
    } else if (c == '"' || c == '\\') {
      text_ += '\\';
      text_ += static_cast<char>(c);
    } else if (c == '\n') {
      text_ += "\\n";
    } else if (c == '\t') {
      text_ += "\\t";
    } else if (c == '\r') {
      text_ += "\\r";
    } else {
      text_ += "\\u00";
      text_ += kHex[c >> 4];
      text_ += kHex[c & 15];
    }
  }
  text_ += '"';
  return *this;
}

JsonWriter& JsonWriter::Int(int64_t value) {
  Separate();
  char digits[20];
  text_.append(digits, std::to_chars(std::begin(digits), std::end(digits), value).ptr);
  return *this;
}

JsonWriter& JsonWriter::Double(double value) {
  if (!std::isfinite(value)) return Null();
  Separate();
  text_ += FormatDouble(value);
  return *this;
}

JsonWriter& JsonWriter::Bool(bool value) {
  Separate();
  text_ += value ? "true" : "false";
  return *this;
}

JsonWriter& JsonWriter::Null() {
  Separate();
  text_ += "null";
  return *this;
}

std::string JsonWriter::Take() {
  has_items_.clear();
  after_key_ = false;
  return std::move(text_);
}

}  // namespace claimscope
