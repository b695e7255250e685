// Reading checked for every cut: what each test of a format begins with.
#pragma once

#include <doctest/doctest.h>

#include "tests/unit/ingest/ingest_testing.h"

namespace claimscope {

// Reads whole, and checks that pieces of other sizes give the same.
inline Reading Read(std::string_view bytes, uint64_t max_record_bytes = kMaxRecordBytes,
                    const FieldNames& names = BuiltinNames()) {
  Reading whole = ReadInPieces(bytes, bytes.size() + 1, max_record_bytes, names);
  for (size_t piece : {1, 7, 4096}) {
    CHECK(Describe(ReadInPieces(bytes, piece, max_record_bytes, names)) == Describe(whole));
  }
  CHECK(whole.counts.bytes_in == bytes.size());
  CHECK(whole.counts.articles == whole.articles.size());
  CHECK(whole.counts.skipped + whole.counts.repaired == whole.problems.size());
  return whole;
}

}  // namespace claimscope
