// A saved corpus, a `.claims` file: sealed segments laid out so that the first chart needs only the
// beginning of the file, a search the middle, and a text only its own place.
//
//   header      "CLCORPUS"  u32 version = 1  u32 segments S  u64 size in bytes
//               u64 checksum of header (this field 0) and directory
//   directory   per segment: u64 x 2 begin and size of its columns, of its words, of its text;
//               u64 identity
//   then the columns of all segments, their words, their texts, without gaps
//
// The parts are those of segment.h; every part is checked by the checksums in its columns, which
// the segment's identity covers. Numbers are little endian, everything begins at a multiple of 8.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
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
  std::vector<SnapshotEntry> segments;
};

constexpr size_t kSnapshotHeaderBytes = 32;
bool IsSnapshot(std::string_view begin_of_file);
// Header and directory, from the header.
Result<uint64_t> SnapshotHeadSize(std::string_view header);
// From header and directory; `size_bytes` of the file, so that a file cut off is told at once.
Result<Snapshot> ReadSnapshot(std::string_view head, uint64_t size_bytes);

// Whether an opened segment is the one that the directory means.
Status CheckIdentity(const SnapshotEntry& entry, const Segment& segment);

// All segments have their words and text.
void WriteSnapshot(std::span<const Segment* const> segments,
                   const std::function<void(std::string_view bytes)>& write);

}  // namespace claimscope
