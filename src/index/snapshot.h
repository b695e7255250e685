// A saved corpus, a `.claims` file: sealed segments laid out so that the first chart needs only the
// beginning of the file, a search the middle, and a text only its own place.
//
//   header      "CLCORPUS"  u32 version = 1, 2 or 3  u32 segments S  u64 size in bytes
//               u64 checksum of all up to the columns (this field 0)
//   version 2   u64 size of the rules
//   version 3   u64 size of the rules, u64 size of the reviews
//   directory   per segment: u64 x 2 begin and size of its columns, of its words, of its text;
//               u64 identity
//   version 2   the rules that the claims were read with, when they are not the built-in ones
//   and 3       (model/own_rules.h)
//   version 3   what was said of the claims in review (engine/review.h), when anything was
//   2 and 3     zeros up to a multiple of 8
//   then the columns of all segments, their words, their texts, without gaps
//
// The parts are those of segment.h; every part is checked by the checksums in its columns, which
// the segment's identity covers. Numbers are little endian, everything begins at a multiple of 8.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/status.h"
#include "index/segment.h"

namespace claimscope {

struct SnapshotPart {
  uint64_t begin, size;  // bytes of the file
};
struct SnapshotEntry {
  SnapshotPart columns, words, text;
  uint64_t identity;
};
struct Snapshot {
  uint64_t size_bytes;
  std::string rules;    // a bundle; empty: the built-in ones
  std::string reviews;  // lines, as engine/review.h has them
  std::vector<SnapshotEntry> segments;
};

// What tells how long the head is: the header, or all of a shorter file.
constexpr size_t kSnapshotHeaderBytes = 48;
// More is nothing that people said.
constexpr uint64_t kMostReviewBytes = 256u << 20;
bool IsSnapshot(std::string_view begin_of_file);
// Of all that stands before the columns, from the header.
Result<uint64_t> SnapshotHeadSize(std::string_view header);
// From the head; `size_bytes` of the file, so that a file cut off is told at once.
Result<Snapshot> ReadSnapshot(std::string_view head, uint64_t size_bytes);

// Whether an opened segment is the one that the directory means.
Status CheckIdentity(const SnapshotEntry& entry, const Segment& segment);

// All segments have their words and text. `rules`, `reviews`: as in Snapshot.
void WriteSnapshot(std::span<const Segment* const> segments, std::string_view rules,
                   const std::function<void(std::string_view bytes)>& write,
                   std::string_view reviews = {});

}  // namespace claimscope
