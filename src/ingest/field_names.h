// Under which names sources keep the parts of an article (assets/lexicon/fields.tsv). Names are
// compared in lower case, letters and digits only: "publishedAt", "published_at" and "Published-At"
// are one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/file_bundle.h"
#include "base/status.h"

namespace claimscope {

enum class Field : uint8_t { kTitle, kDate, kSource, kUrl, kAuthor, kLanguage, kText };
constexpr size_t kFieldCount = 7;

// "title", "date", "source", "url", "author", "language", "text".
std::string_view NameOf(Field field);

struct FieldName {
  Field field;
  uint8_t rank;  // 0 is the best name; of two fields with a value the better name wins
};

// From this rank on a text is a summary, taken only where there is no other text.
constexpr uint8_t kSummaryRank = 100;

// What a user says about names that the table lacks: (part, name in the source).
using FieldMap = std::vector<std::pair<std::string, std::string>>;
// "title=headline,text=story text" -> map; fails with a sentence. Parts: those of NameOf, and list.
Result<FieldMap> ParseFieldMap(std::string_view text, char separator = ',');

class FieldNames {
 public:
  static Result<FieldNames> Load(const FileBundle& rules);
  // The same names, those of `map` before all others.
  FieldNames With(const FieldMap& map) const;

  // False when no part of an article goes by this name.
  bool Find(std::string_view key, FieldName* out) const;
  // True for the key of a list of articles, or of an object that leads to one: "articles",
  // "response", "hits" ...
  bool IsList(std::string_view key) const;
  // True for the element of XML that is one article: "item", "entry" ...
  bool IsRecord(std::string_view element) const;
  // The outlet that such an element stands for: "REUTERS"; mostly empty.
  std::string_view SourceOf(std::string_view element) const;
  // True for the name of what stands before the text and is a part of it.
  bool IsDateline(std::string_view key) const;

 private:
  struct Entry {
    std::string name;
    FieldName field;
  };
  std::vector<Entry> fields_;  // sorted by name
  std::vector<std::string> lists_, records_, datelines_;
  std::vector<std::pair<std::string, std::string>> sources_;  // of records
};

}  // namespace claimscope
