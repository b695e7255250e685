// What came of one source, for the report: counts, and of each kind of problem the first example
// and how often it was met. The same JSON from the command line and from the page.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ingest/ingest.h"
#include "model/problem.h"

namespace claimscope {

class SourceReport {
 public:
  void Begin(std::string path);
  // Whether it is to be told at once too: the first kMostToldAlike of a reason are, of a source
  // with a million broken lines the report says how many.
  static constexpr uint64_t kMostToldAlike = 20;
  bool Note(const Problem& problem);
  // {"file","bytes","format","encoding","articles","claims","skipped","repaired","problems":[{"kind",
  // "source","record","line","offset","reason","fields"?,"count"}]}. `source` is the file, or a
  // file inside it; `offset` bytes of that, unpacked.
  std::string Json(const IngestCounts& counts, uint64_t claims) const;

 private:
  struct Entry {
    Problem first;
    uint64_t count;
  };
  std::string path_;
  std::vector<Entry> entries_;  // in the order in which they were first met
};

}  // namespace claimscope
