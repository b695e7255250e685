// A small JSON text as a tree: for metadata and settings. Records are read by base/json_text.h,
// without one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace claimscope {

struct JsonValue {
  enum class Kind { kOther, kString, kArray, kObject };  // kOther: a number or a word

  Kind kind = Kind::kOther;
  std::string text;               // kString
  std::vector<JsonValue> items;   // kArray; kObject: the values
  std::vector<std::string> keys;  // kObject: of the items

  // The first value of that key; null when there is none, or this is no object.
  const JsonValue* Find(std::string_view key) const;

  // `json` must be valid UTF-8. False when it is not well formed.
  static bool Parse(std::string_view json, JsonValue* out);
};

}  // namespace claimscope
