// Under which names sources keep the parts of an article. Names are compared in lower case, letters
// and digits only: "publishedAt", "published_at" and "Published-At" are one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace claimscope {

enum class Field : uint8_t { kTitle, kDate, kSource, kUrl, kLanguage, kText };
constexpr size_t kFieldCount = 6;

struct FieldName {
  Field field;
  uint8_t rank;  // 0 is the best name; of two fields with a value the better name wins
};

// From this rank on a text is a summary, taken only where there is no other text.
constexpr uint8_t kSummaryRank = 100;

std::string PlainKey(std::string_view key);
// False when no part of an article goes by this name.
bool FindFieldName(std::string_view plain_key, FieldName* out);
// True for the key of a list of articles, or of an object that leads to one: "articles",
// "response", "hits" ...
bool IsListName(std::string_view plain_key);

}  // namespace claimscope
