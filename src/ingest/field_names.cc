#include "ingest/field_names.h"

#include <algorithm>

#include "base/stable_sort.h"
#include "base/strings.h"
#include "base/table.h"

namespace claimscope {
namespace {

constexpr std::string_view kTable = "lexicon/fields.tsv";
constexpr size_t kMaxNameBytes = 64;
constexpr Field kFields[] = {Field::kTitle,  Field::kDate,     Field::kSource, Field::kUrl,
                             Field::kAuthor, Field::kLanguage, Field::kText};

// A name in lower case, letters and digits; other alphabets as they are. Empty for what is too long
// to be a name. It is asked for every field of every record.
class PlainKey {
 public:
  explicit PlainKey(std::string_view key) {
    if (key.size() > kMaxNameBytes) return;
    for (char c : key) {
      if (IsAsciiAlnum(c) || static_cast<unsigned char>(c) >= 0x80) bytes_[size_++] = AsciiLower(c);
    }
  }
  std::string_view view() const { return {bytes_, size_}; }

 private:
  char bytes_[kMaxNameBytes];
  size_t size_ = 0;
};

bool FindPart(std::string_view word, Field* out) {
  for (Field field : kFields) {
    if (NameOf(field) != word) continue;
    *out = field;
    return true;
  }
  return false;
}

bool Holds(const std::vector<std::string>& names, std::string_view key) {
  const PlainKey plain(key);
  return std::find(names.begin(), names.end(), plain.view()) != names.end();
}

}  // namespace

std::string_view NameOf(Field field) {
  constexpr std::string_view kNames[] = {"title",  "date",     "source", "url",
                                         "author", "language", "text"};
  return kNames[static_cast<size_t>(field)];
}

Result<FieldMap> ParseFieldMap(std::string_view text, char separator) {
  FieldMap map;
  for (std::string_view pair : SplitTrimmed(text, separator)) {
    const size_t equals = pair.find('=');
    const std::string part = AsciiLower(TrimAscii(pair.substr(0, equals)));
    const std::string_view name =
        equals == std::string_view::npos ? "" : TrimAscii(pair.substr(equals + 1));
    Field field;
    if (name.empty() || (part != "list" && !FindPart(part, &field))) {
      return Status::Invalid("\"" + std::string(pair) +
                             "\" does not say which field is which: write PART=NAME, where PART is "
                             "title, date, source, url, author, language, text or list.");
    }
    map.emplace_back(part, std::string(name));
  }
  return map;
}

Result<FieldNames> FieldNames::Load(const FileBundle& rules) {
  Result<Table> table = Table::Parse(kTable, rules.Find(kTable));
  if (!table.ok()) return table.status();
  FieldNames names;
  for (size_t row = 0; row < table->rows(); ++row) {
    std::string name(table->At(row, "name"));
    const std::string_view part = table->At(row, "part");
    Field field;
    int64_t rank = 0;
    if (part == "list") {
      names.lists_.push_back(std::move(name));
    } else if (part == "record") {
      const std::string_view source = table->At(row, "source");
      if (!source.empty()) names.sources_.emplace_back(name, source);
      names.records_.push_back(std::move(name));
    } else if (part == "dateline") {
      names.datelines_.push_back(std::move(name));
    } else if (FindPart(part, &field) && ParseInt(table->At(row, "rank"), &rank) && rank >= 0 &&
               rank < 255) {
      names.fields_.push_back({std::move(name), {field, static_cast<uint8_t>(rank)}});
    } else {
      return Status::Invalid(std::string(kTable) + ", line " + std::to_string(table->Line(row)) +
                             ": there is no such part or rank.");
    }
  }
  StableSort(&names.fields_, [](const Entry& a, const Entry& b) { return a.name < b.name; });
  return names;
}

FieldNames FieldNames::With(const FieldMap& map) const {
  FieldNames names = *this;
  if (map.empty()) return names;
  // Rank 0 is for what the user says; no two names of the table share a rank that matters here.
  for (Entry& entry : names.fields_) {
    if (entry.field.rank < kSummaryRank - 1) ++entry.field.rank;
  }
  for (const auto& [part, name] : map) {
    const std::string key(PlainKey(name).view());
    Field field;
    if (!FindPart(part, &field)) {
      names.lists_.push_back(key);
      continue;
    }
    const auto by_name = [](const Entry& entry, const std::string& k) { return entry.name < k; };
    auto at = std::lower_bound(names.fields_.begin(), names.fields_.end(), key, by_name);
    if (at == names.fields_.end() || at->name != key) at = names.fields_.insert(at, Entry{key, {}});
    at->field = {field, 0};
  }
  return names;
}

bool FieldNames::Find(std::string_view key, FieldName* out) const {
  const PlainKey plain_key(key);
  const std::string_view plain = plain_key.view();
  const auto at =
      std::lower_bound(fields_.begin(), fields_.end(), plain,
                       [](const Entry& entry, std::string_view name) { return entry.name < name; });
  if (plain.empty() || at == fields_.end() || at->name != plain) return false;
  *out = at->field;
  return true;
}

bool FieldNames::IsList(std::string_view key) const { return Holds(lists_, key); }
bool FieldNames::IsRecord(std::string_view element) const { return Holds(records_, element); }
bool FieldNames::IsDateline(std::string_view key) const { return Holds(datelines_, key); }

std::string_view FieldNames::SourceOf(std::string_view element) const {
  const PlainKey plain(element);
  for (const auto& [name, source] : sources_) {
    if (name == plain.view()) return source;
  }
  return {};
}

}  // namespace claimscope
