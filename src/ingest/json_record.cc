#include "ingest/json_record.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "base/json_text.h"
#include "base/strings.h"
#include "ingest/records.h"

namespace claimscope {
namespace {

constexpr uint8_t kNoRank = 255;
constexpr int kMaxValueDepth = 4;  // how deep a field's value is looked into
constexpr size_t kMaxFields = 40;
constexpr size_t kMaxFieldBytes = 60;

bool ReadValue(Field field, int depth, JsonText* json, std::string* out);

// Whole numbers as they stand, others cut off to whole ones.
std::string PlainNumber(const std::string& digits) {
  if (digits.find_first_of(".eE") == std::string_view::npos) return digits;
  double value = 0;
  if (!ParseDouble(digits, &value) || !std::isfinite(value) || std::fabs(value) >= 1e18) return {};
  return FormatDouble(std::floor(value));
}

// A date as time tuples give it: [2025, 5, 21, 15, 52, 42, ...].
std::string DateOfTuple(const std::vector<std::string>& parts) {
  int64_t numbers[3];
  if (parts.size() < 3) return {};
  for (size_t i = 0; i < 3; ++i) {
    if (!ParseInt(parts[i], &numbers[i])) return {};
  }
  const bool is_date = numbers[0] >= 1000 && numbers[0] <= 9999 && numbers[1] >= 1 &&
                       numbers[1] <= 12 && numbers[2] >= 1 && numbers[2] <= 31;
  if (!is_date) return {};
  char text[40];
  std::snprintf(text, sizeof text, "%04d-%02d-%02d", static_cast<int>(numbers[0]),
                static_cast<int>(numbers[1]), static_cast<int>(numbers[2]));
  return text;
}

// The one part of an object that says what the whole does: {"name": "The Paper"}, {"$date": ...}.
bool ReadObjectValue(Field field, int depth, JsonText* json, std::string* out) {
  constexpr std::string_view kParts[] = {"name",  "title", "text", "value", "rendered", "body",
                                         "$date", "iso",   "date", "href",  "url",      "code"};
  auto best = std::end(kParts);
  return json->ReadObject([&](std::string_view key) {
    const auto part = std::find(std::begin(kParts), best, key);
    if (part == best) return json->SkipValue();
    std::string value;
    if (!ReadValue(field, depth + 1, json, &value)) return false;
    if (value.empty()) return true;
    best = part;
    *out = std::move(value);
    return true;
  });
}

// Paragraphs and authors are joined; of several titles, links or sources the first one counts.
bool ReadArrayValue(Field field, int depth, JsonText* json, std::string* out) {
  std::vector<std::string> date_parts;
  std::string joined;
  const bool ok = json->ReadArray([&] {
    std::string value;
    if (!ReadValue(field, depth + 1, json, &value)) return false;
    if (field == Field::kDate && date_parts.size() < 3) date_parts.push_back(value);
    const bool is_joined = field == Field::kText || field == Field::kAuthor;
    if (value.empty() || (!is_joined && !joined.empty())) return true;
    if (!joined.empty()) joined += field == Field::kText ? "\n" : ", ";
    joined += value;
    return true;
  });
  const std::string date = field == Field::kDate ? DateOfTuple(date_parts) : std::string();
  *out = date.empty() ? std::move(joined) : date;
  return ok;
}

bool ReadValue(Field field, int depth, JsonText* json, std::string* out) {
  out->clear();
  if (depth > kMaxValueDepth) return json->SkipValue();
  const char first = json->Peek();
  if (first == '"') return json->ReadString(out);
  if (first == '{') return ReadObjectValue(field, depth, json, out);
  if (first == '[') return ReadArrayValue(field, depth, json, out);
  if (first != '0') return json->SkipValue();
  std::string digits;
  if (!json->ReadNumber(&digits)) return false;
  *out = PlainNumber(digits);
  return true;
}

}  // namespace

JsonRecord ReadJsonRecord(std::string_view text, const FieldNames& names, bool is_padded) {
  JsonRecord record;
  JsonText json(text, is_padded);
  if (json.Peek() != '{') {
    record.error = json.SkipValue() ? "The record is not an object with fields." : json.error();
    return record;
  }
  std::array<uint8_t, kFieldCount> ranks;
  ranks.fill(kNoRank);
  bool knows_text = false;
  std::vector<std::string_view> fields;  // which `json` holds
  const bool ok = json.ReadObject([&](std::string_view key) {
    if (!knows_text && fields.size() < kMaxFields && key.size() <= kMaxFieldBytes) {
      fields.push_back(key);
    }
    FieldName name;
    if (!names.Find(key, &name)) return json.SkipValue();
    knows_text = knows_text || name.field == Field::kText;
    uint8_t& rank = ranks[static_cast<size_t>(name.field)];
    if (name.rank >= rank) return json.SkipValue();
    std::string value;
    if (!ReadValue(name.field, 0, &json, &value)) return false;
    if (TrimAscii(value).empty()) return true;
    rank = name.rank;
    *SlotOf(name.field, &record.article) = std::move(value);
    return true;
  });
  if (!ok) record.error = json.error();
  if (!knows_text) record.fields.assign(fields.begin(), fields.end());
  record.repaired = json.lone_surrogates();
  return record;
}

}  // namespace claimscope
