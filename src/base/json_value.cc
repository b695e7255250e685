#include "base/json_value.h"

#include <algorithm>

#include "base/json_text.h"

namespace claimscope {
namespace {

bool Read(JsonText* json, JsonValue* out) {
  switch (json->Peek()) {
    case '"':
      out->kind = JsonValue::Kind::kString;
      return json->ReadString(&out->text);
    case '[':
      out->kind = JsonValue::Kind::kArray;
      return json->ReadArray([&] { return Read(json, &out->items.emplace_back()); });
    case '{':
      out->kind = JsonValue::Kind::kObject;
      return json->ReadObject([&](std::string_view key) {
        out->keys.emplace_back(key);
        return Read(json, &out->items.emplace_back());
      });
    default:
      return json->SkipValue();
  }
}

}  // namespace

const JsonValue* JsonValue::Find(std::string_view key) const {
  const auto at = std::find(keys.begin(), keys.end(), key);
  return at == keys.end() ? nullptr : &items[static_cast<size_t>(at - keys.begin())];
}

bool JsonValue::Parse(std::string_view text, JsonValue* out) {
  *out = {};
  JsonText json(text);
  return Read(&json, out);
}

}  // namespace claimscope
