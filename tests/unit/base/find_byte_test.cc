// With SIMD and without, the same byte is found.
#include "base/find_byte.h"

#include <doctest/doctest.h>

#include <string>

namespace claimscope {
namespace {

TEST_CASE("a byte is found wherever it stands, and only from where it is looked for") {
  for (size_t size = 0; size < 70; ++size) {
    const std::string none(size, 'a');
    CHECK(FindByte(none, '\n') == std::string_view::npos);
    CHECK(FindByte(none, '\n', size) == std::string_view::npos);
    for (size_t at = 0; at < size; ++at) {
      std::string text = none;
      text[at] = '\n';
      text.back() = '\n';
      for (size_t from = 0; from <= size; ++from) {
        CAPTURE(size);
        CAPTURE(at);
        CAPTURE(from);
        REQUIRE(FindByte(text, '\n', from) == FindByteOneByOne(text, '\n', from));
      }
    }
  }
}

TEST_CASE("bytes of any value are told from one another") {
  std::string all;
  for (int byte = 0; byte < 256; ++byte) all += static_cast<char>(byte);
  for (size_t byte = 0; byte < all.size(); ++byte) {
    CHECK(FindByte(all, all[byte]) == byte);
    CHECK(FindAnyOf(all, all[byte], all[byte], all[byte]) == byte);
  }
}

TEST_CASE("the first of three bytes is found wherever it stands") {
  for (size_t size = 0; size < 50; ++size) {
    for (size_t at = 0; at < size; ++at) {
      for (const char byte : {'"', '\\', '\n', '\xE2'}) {
        std::string text(size, '!');
        text[at] = byte;
        text.back() = '\\';
        const size_t first = byte == '\xE2' ? size - 1 : at;
        CAPTURE(size);
        CAPTURE(at);
        CAPTURE(byte);
        REQUIRE(FindAnyOf(text, '"', '\\', '\n') == (at + 1 == size ? size - 1 : first));
        REQUIRE(FindAnyOf(text, '"', '\\', '\n', first + 1) ==
                (first + 1 < size ? size - 1 : std::string_view::npos));
      }
    }
  }
  CHECK(FindAnyOf(std::string(40, '!'), '"', '\\', '\n') == std::string_view::npos);
}

}  // namespace
}  // namespace claimscope
