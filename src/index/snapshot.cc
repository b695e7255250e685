#include "index/snapshot.h"

#include <cstring>

#include "index/segment_format.h"

namespace claimscope {
namespace {

constexpr char kCorpusMagic[8] = {'C', 'L', 'C', 'O', 'R', 'P', 'U', 'S'};
constexpr uint32_t kCorpusVersion = 1;
// More is no corpus that fits anywhere.
constexpr uint32_t kMostSegments = 1u << 24;

struct CorpusHeader {
  char magic[8];
  uint32_t version;
  uint32_t segment_count;
  uint64_t size_bytes;
  uint64_t checksum;
};
static_assert(sizeof(CorpusHeader) == kSnapshotHeaderBytes && sizeof(SnapshotEntry) == 56);

Status Damaged(uint64_t at, std::string_view why) {
  return Status::Invalid("This saved corpus is damaged at byte " + std::to_string(at) + ": " +
                         std::string(why) + ".");
}

uint64_t HeadChecksum(CorpusHeader header, std::string_view directory) {
  header.checksum = 0;
  const std::string_view bytes(reinterpret_cast<const char*>(&header), sizeof header);
  return segment_format::Checksum(directory, segment_format::Checksum(bytes));
}

uint64_t HeadSize(uint64_t segments) {
  return kSnapshotHeaderBytes + segments * sizeof(SnapshotEntry);
}

}  // namespace

bool IsSnapshot(std::string_view begin_of_file) {
  return begin_of_file.substr(0, sizeof kCorpusMagic) ==
         std::string_view(kCorpusMagic, sizeof kCorpusMagic);
}

Result<uint64_t> SnapshotHeadSize(std::string_view bytes) {
  if (!IsSnapshot(bytes)) {
    return Status::Invalid("This is not a saved corpus: it begins with other bytes.");
  }
  if (bytes.size() < kSnapshotHeaderBytes) return Damaged(bytes.size(), "it ends there");
  CorpusHeader header;
  std::memcpy(&header, bytes.data(), sizeof header);
  if (header.version > kCorpusVersion) {
    return Status::Unsupported("This corpus was saved by a newer version of Claimscope (format " +
                               std::to_string(header.version) + "; this one reads up to " +
                               std::to_string(kCorpusVersion) + ").");
  }
  if (header.version == 0) return Damaged(8, "it has no version");
  if (header.segment_count > kMostSegments) return Damaged(12, "it has too many parts");
  return HeadSize(header.segment_count);
}

Result<Snapshot> ReadSnapshot(std::string_view head, uint64_t size_bytes) {
  const Result<uint64_t> head_size = SnapshotHeadSize(head);
  if (!head_size.ok()) return head_size.status();
  if (head.size() < *head_size) return Damaged(head.size(), "it ends there");
  CorpusHeader header;
  std::memcpy(&header, head.data(), sizeof header);
  head = head.substr(sizeof header, static_cast<size_t>(*head_size) - sizeof header);
  if (HeadChecksum(header, head) != header.checksum) {
    return Status::Invalid("This saved corpus is damaged in its first " +
                           std::to_string(*head_size) + " bytes.");
  }
  if (header.size_bytes != size_bytes) {
    return Status::Invalid("This saved corpus is damaged: " + std::to_string(header.size_bytes) +
                           " bytes were written, " + std::to_string(size_bytes) + " are here.");
  }
  Snapshot snapshot{size_bytes, std::vector<SnapshotEntry>(header.segment_count)};
  if (!head.empty()) std::memcpy(snapshot.segments.data(), head.data(), head.size());
  uint64_t at = *head_size;
  for (SnapshotPart SnapshotEntry::*part :
       {&SnapshotEntry::columns, &SnapshotEntry::words, &SnapshotEntry::text}) {
    for (const SnapshotEntry& entry : snapshot.segments) {
      const SnapshotPart where = entry.*part;
      if (where.begin != at || where.size > size_bytes - at) {
        return Damaged(at, "a part does not begin where it should");
      }
      at += where.size;
    }
  }
  if (at != size_bytes) return Damaged(at, "more stands there than should");
  return snapshot;
}

Status CheckIdentity(const SnapshotEntry& entry, const Segment& segment) {
  if (entry.identity == segment.identity()) return Status::Ok();
  return Damaged(entry.columns.begin, "the claims of another corpus stand there");
}

void WriteSnapshot(std::span<const Segment* const> segments,
                   const std::function<void(std::string_view)>& write) {
  std::vector<SnapshotEntry> directory;
  for (const Segment* segment : segments) directory.push_back({{}, {}, {}, segment->identity()});
  uint64_t at = HeadSize(segments.size());
  const auto place = [&](SnapshotPart SnapshotEntry::*part, uint64_t (Segment::*size)() const) {
    for (size_t i = 0; i < segments.size(); ++i) {
      directory[i].*part = {at, (segments[i]->*size)()};
      at += (directory[i].*part).size;
    }
  };
  place(&SnapshotEntry::columns, &Segment::columns_size);
  place(&SnapshotEntry::words, &Segment::words_size);
  place(&SnapshotEntry::text, &Segment::text_size);

  CorpusHeader header{};
  std::memcpy(header.magic, kCorpusMagic, sizeof kCorpusMagic);
  header.version = kCorpusVersion;
  header.segment_count = static_cast<uint32_t>(segments.size());
  header.size_bytes = at;
  const std::string_view bytes(reinterpret_cast<const char*>(directory.data()),
                               directory.size() * sizeof(SnapshotEntry));
  header.checksum = HeadChecksum(header, bytes);
  write({reinterpret_cast<const char*>(&header), sizeof header});
  write(bytes);
  for (const auto part : {Segment::Part::kColumns, Segment::Part::kWords, Segment::Part::kText}) {
    for (const Segment* segment : segments) write(segment->BytesOf(part));
  }
}

}  // namespace claimscope
