#include "base/json_text.h"

#include <simdjson.h>

#include <utility>

#include "base/strings.h"

namespace claimscope {

namespace dom = simdjson::dom;

struct JsonText::Parsed {
  dom::parser parser;
  dom::element value;  // the one at hand
};

namespace {

constexpr size_t kKeptCapacity = 8 << 20;

std::string PlainReason(simdjson::error_code code) {
  switch (code) {
    case simdjson::CAPACITY:
    case simdjson::MEMALLOC:
      return "There is not enough memory to read this record.";
    case simdjson::DEPTH_ERROR:
      return "The record is nested too deeply.";
    case simdjson::STRING_ERROR:
      return "A string of the record is not valid JSON.";
    case simdjson::T_ATOM_ERROR:
    case simdjson::F_ATOM_ERROR:
    case simdjson::N_ATOM_ERROR:
      return "A word that is not true, false or null stands outside quotes.";
    case simdjson::NUMBER_ERROR:
      return "A number of the record is not valid JSON.";
    case simdjson::UNESCAPED_CHARS:
      return "A string of the record holds a line break or control character.";
    case simdjson::UNCLOSED_STRING:
      return "A string of the record does not end.";
    default:
      return "The record is not valid JSON.";
  }
}

// The unit of the escape \uXXXX at `at`, or -1.
int EscapedUnit(std::string_view text, size_t at) {
  if (text.size() - at < 6 || text[at] != '\\' || text[at + 1] != 'u') return -1;
  int unit = 0;
  for (size_t i = at + 2; i < at + 6; ++i) {
    const char c = text[i];
    const bool is_letter = (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    if (!is_letter && !IsAsciiDigit(c)) return -1;
    unit = unit * 16 + (is_letter ? (c | 0x20) - 'a' + 10 : c - '0');
  }
  return unit;
}

// Writes \ufffd for each half of a surrogate pair that stands alone; says how many.
size_t MendSurrogates(std::string* text) {
  const auto is_within = [](int unit, int first) { return unit >= first && unit < first + 0x400; };
  size_t mended = 0;
  for (size_t at = text->find('\\'); at < text->size(); at = text->find('\\', at)) {
    const int unit = EscapedUnit(*text, at);
    if (unit < 0) {
      at += 2;
      continue;
    }
    if (is_within(unit, 0xD800) && at + 6 < text->size() &&
        is_within(EscapedUnit(*text, at + 6), 0xDC00)) {
      at += 12;
      continue;
    }
    if (is_within(unit, 0xD800) || is_within(unit, 0xDC00)) {
      text->replace(at, 6, "\\ufffd");
      ++mended;
    }
    at += 6;
  }
  return mended;
}

static_assert(JsonText::kPaddingBytes >= simdjson::SIMDJSON_PADDING);

simdjson::error_code Parse(dom::parser* parser, std::string_view text, bool is_padded,
                           dom::element* out) {
  return parser->parse(text.data(), text.size(), !is_padded).get(*out);
}

}  // namespace

// The memory of one parser is kept for the next text of the thread.
std::unique_ptr<JsonText::Parsed>& JsonText::Spare() {
  static thread_local std::unique_ptr<Parsed> spare;
  return spare;
}

JsonText::JsonText(std::string_view text, bool is_padded)
    : parsed_(Spare() ? std::move(Spare()) : std::make_unique<Parsed>()) {
  // simdjson passes over a byte order mark, which RFC 8259 does not have.
  if (StartsWith(text, "\xEF\xBB\xBF")) {
    error_ = PlainReason(simdjson::TAPE_ERROR);
    return;
  }
  simdjson::error_code code = Parse(&parsed_->parser, text, is_padded, &parsed_->value);
  if (code == simdjson::STRING_ERROR) {
    std::string mended(text);
    lone_surrogates_ = MendSurrogates(&mended);
    if (lone_surrogates_ > 0) code = Parse(&parsed_->parser, mended, false, &parsed_->value);
  }
  if (code != simdjson::SUCCESS) error_ = PlainReason(code);
}

JsonText::~JsonText() {
  if (parsed_->parser.capacity() > kKeptCapacity) return;
  Spare() = std::move(parsed_);
}

char JsonText::Peek() const {
  if (!error_.empty()) return '\0';
  switch (parsed_->value.type()) {
    case dom::element_type::ARRAY:
      return '[';
    case dom::element_type::OBJECT:
      return '{';
    case dom::element_type::STRING:
      return '"';
    case dom::element_type::INT64:
    case dom::element_type::UINT64:
    case dom::element_type::DOUBLE:
      return '0';
    default:
      return 'n';  // true, false or null
  }
}

bool JsonText::ReadString(std::string* out) const {
  std::string_view text;
  if (!error_.empty() || parsed_->value.get(text) != simdjson::SUCCESS) return false;
  out->assign(text);
  return true;
}

bool JsonText::ReadNumber(std::string* out) const {
  if (!error_.empty()) return false;
  int64_t whole = 0;
  uint64_t large = 0;
  double any = 0;
  if (parsed_->value.get(whole) == simdjson::SUCCESS) {
    *out = std::to_string(whole);
  } else if (parsed_->value.get(large) == simdjson::SUCCESS) {
    *out = std::to_string(large);
  } else if (parsed_->value.get(any) == simdjson::SUCCESS) {
    *out = FormatDouble(any);
  } else {
    return false;
  }
  return true;
}

bool JsonText::ReadObject(const std::function<bool(std::string_view)>& on_key) {
  dom::object object;
  if (!error_.empty() || parsed_->value.get(object) != simdjson::SUCCESS) return false;
  const dom::element whole = parsed_->value;
  for (const dom::key_value_pair field : object) {
    parsed_->value = field.value;
    if (!on_key(field.key)) return false;
  }
  parsed_->value = whole;
  return true;
}

bool JsonText::ReadArray(const std::function<bool()>& on_item) {
  dom::array array;
  if (!error_.empty() || parsed_->value.get(array) != simdjson::SUCCESS) return false;
  const dom::element whole = parsed_->value;
  for (const dom::element item : array) {
    parsed_->value = item;
    if (!on_item()) return false;
  }
  parsed_->value = whole;
  return true;
}

}  // namespace claimscope
