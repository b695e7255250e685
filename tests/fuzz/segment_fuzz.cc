// No bytes may crash Segment::Open, or make reading what it opened leave the block.
//
// Input: a list of edits of a small made segment, 5 bytes each (u32 where, u8 the new byte), after
// which the checksums are made to agree again; and the same input as a segment as it stands. Seeds
// so outlive a change of the format.
#include <cstdint>
#include <string>

#include "query/query.h"
#include "tests/support/made_corpus.h"
#include "tests/support/segment_damage.h"

using namespace claimscope;  // NOLINT

namespace {

std::string MadeSegment() {
  SegmentBuilder builder;
  const MadeOptions options{.articles = 3, .words = 20, .vocabulary = 60};
  for (const MadeArticle& made : MakeCorpus(options, 1)) builder.Add(made.article, made.claims);
  return builder.Seal();
}

void OpenAndRead(std::string bytes) {
  const Result<Segment> segment = Segment::Open(std::move(bytes));
  if (!segment.ok()) return;
  ReadEverything(*segment);
  const Segment* const pointer = &*segment;
  Query query;
  query.text = "ka";
  (void)Ask({&pointer, 1}, query, Per::kDay);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const std::string* const made = new std::string(MadeSegment());
  std::string bytes(reinterpret_cast<const char*>(data), size);
  OpenAndRead(bytes);
  RepairChecksums(&bytes);
  OpenAndRead(std::move(bytes));

  std::string edited = *made;
  for (size_t at = 0; at + 5 <= size; at += 5) {
    uint32_t where;
    std::memcpy(&where, data + at, sizeof where);
    edited[where % edited.size()] = static_cast<char>(data[at + 4]);
  }
  RepairChecksums(&edited);
  OpenAndRead(std::move(edited));
  return 0;
}
