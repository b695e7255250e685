#include "base/sha256.h"

#include <doctest/doctest.h>

namespace claimscope {
namespace {

std::string HashInPieces(std::string_view text, size_t piece) {
  Sha256 hash;
  for (size_t at = 0; at < text.size(); at += piece) hash.Add(text.substr(at, piece));
  return HexOf(hash.Finish());
}

// The examples of FIPS 180-2, appendix B, and the empty text.
TEST_CASE("SHA-256 gives the standard's values, however the text is cut") {
  CHECK(HashInPieces("", 1) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  const std::string_view two = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
  for (const size_t piece : {1, 3, 55, 64, 100}) {
    CHECK(HashInPieces("abc", piece) ==
          "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(HashInPieces(two, piece) ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(HashInPieces(std::string(1'000'000, 'a'), piece * 1000) ==
          "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
  }
}

}  // namespace
}  // namespace claimscope
