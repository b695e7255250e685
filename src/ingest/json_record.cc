#include "ingest/json_record.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "base/strings.h"
#include "base/utf8.h"
#include "ingest/field_names.h"
#include "ingest/json_scanner.h"

namespace claimscope {

namespace dom = simdjson::dom;

static_assert(kJsonPadding >= simdjson::SIMDJSON_PADDING);

struct JsonRecordReader::Parser {
  dom::parser parser;
};

namespace {

constexpr uint8_t kNoRank = 255;
constexpr int kMaxValueDepth = 4;  // how deep a field's value is looked into

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

std::string Number(double value) {
  return std::isfinite(value) && std::fabs(value) < 1e18 ? FormatDouble(std::floor(value)) : "";
}

// A date as time tuples give it: [2025, 5, 21, 15, 52, 42, ...].
std::string DateOfTuple(const dom::array& array) {
  int64_t parts[3] = {0, 0, 0};
  size_t count = 0;
  for (dom::element element : array) {
    if (count == 3) break;
    if (element.get(parts[count]) != simdjson::SUCCESS) return {};
    ++count;
  }
  const bool is_date = count == 3 && parts[0] >= 1000 && parts[0] <= 9999 && parts[1] >= 1 &&
                       parts[1] <= 12 && parts[2] >= 1 && parts[2] <= 31;
  if (!is_date) return {};
  char text[40];
  std::snprintf(text, sizeof text, "%04d-%02d-%02d", static_cast<int>(parts[0]),
                static_cast<int>(parts[1]), static_cast<int>(parts[2]));
  return text;
}

std::string ValueOf(Field field, const dom::element& element, int depth);

// The one part of an object that says what the whole does: {"name": "The Paper"}, {"$date": ...}.
std::string ValueOfObject(Field field, const dom::object& object, int depth) {
  constexpr std::string_view kParts[] = {"name",  "title", "text", "value", "rendered", "body",
                                         "$date", "iso",   "date", "href",  "url",      "code"};
  for (std::string_view part : kParts) {
    dom::element element;
    if (object[part].get(element) != simdjson::SUCCESS) continue;
    std::string value = ValueOf(field, element, depth + 1);
    if (!value.empty()) return value;
  }
  return {};
}

std::string ValueOf(Field field, const dom::element& element, int depth) {
  if (depth > kMaxValueDepth) return {};
  switch (element.type()) {
    case dom::element_type::STRING:
      return std::string(element.get_string().value_unsafe());
    case dom::element_type::INT64:
      return std::to_string(element.get_int64().value_unsafe());
    case dom::element_type::UINT64:
      return std::to_string(element.get_uint64().value_unsafe());
    case dom::element_type::DOUBLE:
      return Number(element.get_double().value_unsafe());
    case dom::element_type::OBJECT:
      return ValueOfObject(field, element.get_object().value_unsafe(), depth);
    case dom::element_type::ARRAY: {
      const dom::array array = element.get_array().value_unsafe();
      if (field == Field::kDate) {
        std::string date = DateOfTuple(array);
        if (!date.empty()) return date;
      }
      // Paragraphs are joined; of several titles, links or sources the first one counts.
      std::string joined;
      for (dom::element item : array) {
        std::string value = ValueOf(field, item, depth + 1);
        if (value.empty()) continue;
        if (!joined.empty()) joined += '\n';
        joined += value;
        if (field != Field::kText) break;
      }
      return joined;
    }
    default:
      return {};
  }
}

std::string* SlotOf(Field field, RawArticle* article) {
  switch (field) {
    case Field::kTitle:
      return &article->title;
    case Field::kDate:
      return &article->date;
    case Field::kSource:
      return &article->source;
    case Field::kUrl:
      return &article->url;
    case Field::kLanguage:
      return &article->language;
    case Field::kText:
      return &article->text;
  }
  return nullptr;
}

bool IsBlank(std::string_view text) { return TrimAscii(text).empty(); }

void ReadFields(const dom::object& object, RawArticle* article) {
  std::array<uint8_t, kFieldCount> ranks;
  ranks.fill(kNoRank);
  for (dom::key_value_pair pair : object) {
    FieldName name;
    if (pair.key.size() > 40 || !FindFieldName(PlainKey(pair.key), &name)) continue;
    uint8_t& rank = ranks[static_cast<size_t>(name.field)];
    if (name.rank >= rank) continue;
    std::string value = ValueOf(name.field, pair.value, 0);
    if (IsBlank(value)) continue;
    rank = name.rank;
    *SlotOf(name.field, article) = std::move(value);
  }
}

// "\ud83d" without its other half cannot be a character: it becomes "\ufffd".
std::string RepairSurrogates(std::string_view json, size_t* repaired) {
  std::string out(json);
  const auto unit_at = [&out](size_t at) -> unsigned {
    if (at + 6 > out.size() || out[at] != '\\' || out[at + 1] != 'u') return 0;
    unsigned unit = 0;
    for (size_t i = at + 2; i < at + 6; ++i) {
      const char c = AsciiLower(out[i]);
      const bool is_hex = IsAsciiDigit(c) || (c >= 'a' && c <= 'f');
      if (!is_hex) return 0;
      unit = unit * 16 + static_cast<unsigned>(IsAsciiDigit(c) ? c - '0' : c - 'a' + 10);
    }
    return unit;
  };
  for (size_t at = 0; (at = out.find('\\', at)) != std::string::npos;) {
    const unsigned unit = unit_at(at);
    if (unit < 0xD800 || unit > 0xDFFF) {
      at += 2;
      continue;
    }
    const unsigned next = unit_at(at + 6);
    if (unit <= 0xDBFF && next >= 0xDC00 && next <= 0xDFFF) {
      at += 12;
      continue;
    }
    out.replace(at + 2, 4, "fffd");
    ++*repaired;
    at += 6;
  }
  return out;
}

// "\u0000" is valid JSON but no text: other programs end there.
void ReplaceNuls(RawArticle* article, size_t* repaired) {
  for (Field field :
       {Field::kTitle, Field::kDate, Field::kSource, Field::kUrl, Field::kLanguage, Field::kText}) {
    std::string* text = SlotOf(field, article);
    if (text->find('\0') == std::string::npos) continue;
    std::string out;
    for (char c : *text) {
      if (c != '\0') {
        out += c;
        continue;
      }
      AppendUtf8(kReplacementCharacter, &out);
      ++*repaired;
    }
    *text = std::move(out);
  }
}

}  // namespace

JsonRecordReader::JsonRecordReader() : parser_(std::make_unique<Parser>()) {}
JsonRecordReader::~JsonRecordReader() = default;

std::string JsonRecordReader::Read(std::string_view json, RawArticle* article, size_t* repaired) {
  *repaired = 0;
  dom::element root;
  const auto parse = [this, &root](std::string_view text) {
    return parser_->parser.parse(text.data(), text.size(), /*realloc_if_needed=*/false).get(root);
  };
  simdjson::error_code error = parse(json);
  std::string fixed;
  const auto parse_fixed = [&] {
    fixed.reserve(fixed.size() + kJsonPadding);
    return parse(fixed);
  };
  if (error == simdjson::UTF8_ERROR) {
    fixed = RepairUtf8(json, repaired);
    error = parse_fixed();
  }
  if (error == simdjson::STRING_ERROR) {
    fixed = RepairSurrogates(fixed.empty() ? json : fixed, repaired);
    error = parse_fixed();
  }
  if (error != simdjson::SUCCESS) return PlainReason(error);
  dom::object object;
  if (root.get(object) != simdjson::SUCCESS) return "The record is not an object with fields.";
  ReadFields(object, article);
  ReplaceNuls(article, repaired);
  return {};
}

}  // namespace claimscope
