#include "base/json_value.h"

#include <doctest/doctest.h>

namespace claimscope {
namespace {

TEST_CASE("a JSON text as a tree") {
  JsonValue root;
  REQUIRE(JsonValue::Parse(" {\"a\":[\"x\",{\"b\":\"\\u00e9\"},3],\"a\":null,\"c\":true} ", &root));
  CHECK(root.kind == JsonValue::Kind::kObject);
  const JsonValue* const list = root.Find("a");
  REQUIRE(list != nullptr);
  REQUIRE(list->items.size() == 3);
  CHECK(list->items[0].text == "x");
  CHECK(list->items[1].Find("b")->text == "é");
  CHECK(list->items[2].kind == JsonValue::Kind::kOther);
  CHECK(root.Find("nothing") == nullptr);
  CHECK(list->Find("a") == nullptr);
  CHECK_FALSE(JsonValue::Parse("{\"a\":}", &root));
  CHECK_FALSE(JsonValue::Parse("{} {}", &root));
}

}  // namespace
}  // namespace claimscope
