// A source of any bytes: no crash, and the same result in one piece and in small ones.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "tests/unit/ingest/ingest_testing.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace claimscope;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  // A small limit, so that records over it are met.
  constexpr uint64_t kLimit = 2048;
  const std::string whole = Describe(ReadInPieces(bytes, size + 1, kLimit));
  const size_t piece = size == 0 ? 1 : 1 + data[size / 2] % 13;
  if (Describe(ReadInPieces(bytes, piece, kLimit)) != whole) std::abort();
  return 0;
}
