#include <doctest/doctest.h>

#include "base/markup_text.h"

namespace claimscope {
namespace {

TEST_CASE("text in a page or an attribute stays text") {
  CHECK(EscapedMarkup("") == "");
  CHECK(EscapedMarkup("<a href=\"x\">R&D</a>") == "&lt;a href=&quot;x&quot;&gt;R&amp;D&lt;/a&gt;");
  CHECK(EscapedMarkup("&amp;") == "&amp;amp;");
  CHECK(EscapedMarkup(std::string_view("a\0b\x1b\tc\n", 7)) == "ab\tc\n");
  CHECK(EscapedMarkup("Ґ 東 \xF0\x9F\x98\x80") == "Ґ 東 \xF0\x9F\x98\x80");
}

}  // namespace
}  // namespace claimscope
