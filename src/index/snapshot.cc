#include "index/snapshot.h"

#include <cstring>

#include "base/byte_io.h"
#include "index/segment_format.h"
#include "model/own_rules.h"

namespace claimscope {
namespace {

constexpr char kCorpusMagic[8] = {'C', 'L', 'C', 'O', 'R', 'P', 'U', 'S'};
// The plain form, the one with rules, the one with reviews too.
constexpr uint32_t kPlainVersion = 1, kRulesVersion = 2, kReviewsVersion = 3;
// More is no corpus that fits anywhere.
constexpr uint32_t kMostSegments = 1u << 24;

struct CorpusHeader {
  char magic[8];
  uint32_t version;
  uint32_t segment_count;
  uint64_t size_bytes;
  uint64_t checksum;
};
static_assert(sizeof(CorpusHeader) + 2 * sizeof(uint64_t) == kSnapshotHeaderBytes);
static_assert(sizeof(SnapshotEntry) == 56);

Status Damaged(uint64_t at, std::string_view why) {
  return Status::Invalid("This saved corpus is damaged at byte " + std::to_string(at) + ": " +
                         std::string(why) + ".");
}

// `rest`: what stands between header and columns.
uint64_t HeadChecksum(CorpusHeader header, std::string_view rest) {
  header.checksum = 0;
  const std::string_view bytes(reinterpret_cast<const char*>(&header), sizeof header);
  return segment_format::Checksum(rest, segment_format::Checksum(bytes));
}

uint64_t Padded(uint64_t size) { return (size + 7) & ~uint64_t{7}; }

// Where the directory begins.
uint64_t HeaderSize(uint32_t version) {
  return sizeof(CorpusHeader) + (version - kPlainVersion) * sizeof(uint64_t);
}
struct NoteSizes {
  uint64_t rules = 0, reviews = 0;
};
// From the begin of the file.
NoteSizes NotesOf(uint32_t version, std::string_view head) {
  NoteSizes sizes;
  const auto size = static_cast<size_t>(HeaderSize(version) - sizeof(CorpusHeader));
  std::memcpy(&sizes, head.data() + sizeof(CorpusHeader), size);
  return sizes;
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
  if (bytes.size() < sizeof(CorpusHeader)) return Damaged(bytes.size(), "it ends there");
  CorpusHeader header;
  std::memcpy(&header, bytes.data(), sizeof header);
  if (header.version > kReviewsVersion) {
    return Status::Unsupported("This corpus was saved by a newer version of Claimscope (format " +
                               std::to_string(header.version) + "; this one reads up to " +
                               std::to_string(kReviewsVersion) + ").");
  }
  if (header.version == 0) return Damaged(8, "it has no version");
  if (header.segment_count > kMostSegments) return Damaged(12, "it has too many parts");
  if (bytes.size() < HeaderSize(header.version)) return Damaged(bytes.size(), "it ends there");
  const NoteSizes notes = NotesOf(header.version, bytes);
  if (notes.rules > kMostRulesBytes) return Damaged(sizeof header, "its rules are too large");
  if (notes.reviews > kMostReviewBytes)
    return Damaged(sizeof header + sizeof notes.rules, "its reviews are too large");
  return HeaderSize(header.version) + header.segment_count * sizeof(SnapshotEntry) +
         Padded(notes.rules + notes.reviews);
}

Result<Snapshot> ReadSnapshot(std::string_view head, uint64_t size_bytes) {
  const Result<uint64_t> head_size = SnapshotHeadSize(head);
  if (!head_size.ok()) return head_size.status();
  if (head.size() < *head_size) return Damaged(head.size(), "it ends there");
  CorpusHeader header;
  std::memcpy(&header, head.data(), sizeof header);
  head = head.substr(0, static_cast<size_t>(*head_size));
  if (HeadChecksum(header, head.substr(sizeof header)) != header.checksum) {
    return Status::Invalid("This saved corpus is damaged in its first " +
                           std::to_string(*head_size) + " bytes.");
  }
  if (header.size_bytes != size_bytes) {
    return Status::Invalid("This saved corpus is damaged: " + std::to_string(header.size_bytes) +
                           " bytes were written, " + std::to_string(size_bytes) + " are here.");
  }
  Snapshot snapshot{size_bytes, {}, {}, std::vector<SnapshotEntry>(header.segment_count)};
  const size_t directory = header.segment_count * sizeof(SnapshotEntry);
  const NoteSizes notes = NotesOf(header.version, head);
  const auto rules = static_cast<size_t>(notes.rules);
  head = head.substr(static_cast<size_t>(HeaderSize(header.version)));
  if (directory > 0) std::memcpy(snapshot.segments.data(), head.data(), directory);
  snapshot.rules = head.substr(directory, rules);
  snapshot.reviews = head.substr(directory + rules, static_cast<size_t>(notes.reviews));
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

void WriteSnapshot(std::span<const Segment* const> segments, std::string_view rules,
                   const std::function<void(std::string_view)>& write, std::string_view reviews) {
  CorpusHeader header{};
  std::memcpy(header.magic, kCorpusMagic, sizeof kCorpusMagic);
  header.version = !reviews.empty() ? kReviewsVersion
                   : rules.empty()  ? kPlainVersion
                                    : kRulesVersion;
  header.segment_count = static_cast<uint32_t>(segments.size());
  std::vector<SnapshotEntry> directory;
  for (const Segment* segment : segments) directory.push_back({{}, {}, {}, segment->identity()});
  uint64_t at = HeaderSize(header.version) + segments.size() * sizeof(SnapshotEntry) +
                Padded(rules.size() + reviews.size());
  const auto place = [&](SnapshotPart SnapshotEntry::*part, uint64_t (Segment::*size)() const) {
    for (size_t i = 0; i < segments.size(); ++i) {
      directory[i].*part = {at, (segments[i]->*size)()};
      at += (directory[i].*part).size;
    }
  };
  place(&SnapshotEntry::columns, &Segment::columns_size);
  place(&SnapshotEntry::words, &Segment::words_size);
  place(&SnapshotEntry::text, &Segment::text_size);
  header.size_bytes = at;

  ByteWriter rest;
  if (header.version >= kRulesVersion) rest.Put(static_cast<uint64_t>(rules.size()));
  if (header.version >= kReviewsVersion) rest.Put(static_cast<uint64_t>(reviews.size()));
  rest.PutBytes(
      {reinterpret_cast<const char*>(directory.data()), directory.size() * sizeof(SnapshotEntry)});
  rest.PutBytes(rules);
  rest.PutBytes(reviews);
  rest.Align(8);
  const std::string bytes = rest.Take();
  header.checksum = HeadChecksum(header, bytes);
  write({reinterpret_cast<const char*>(&header), sizeof header});
  write(bytes);
  for (const auto part : {Segment::Part::kColumns, Segment::Part::kWords, Segment::Part::kText}) {
    for (const Segment* segment : segments) write(segment->BytesOf(part));
  }
}

}  // namespace claimscope
