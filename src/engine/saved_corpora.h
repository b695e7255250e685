// Saved corpora (index/snapshot.h) that a workspace is opened from, read piece by piece: here is
// which bytes of which file are wanted next.
//
// The first chart needs the columns; words are wanted by the first search, a text when something of
// it is shown. The caller asks Next() until there is nothing, now and after whatever used the
// workspace, and gives the bytes at its leisure: at once from memory, or later from a file.
// Errors: a damaged beginning refuses the whole file, nothing of it is added. A part that is
// damaged is told once and not asked for again: what needs it stays empty. A corpus that was read
// with other rules (model/own_rules.h) than what is open is refused; into an empty workspace it
// brings its own.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/status.h"
#include "index/segment.h"
#include "index/snapshot.h"

namespace claimscope {

class Workspace;

class SavedCorpora {
 public:
  // `workspace` must outlive it.
  explicit SavedCorpora(Workspace* workspace) : workspace_(workspace) {}

  // A further file; its number.
  uint32_t Open(uint64_t size_bytes);

  struct Range {
    uint32_t file;
    uint64_t begin, size;  // bytes of the file

    friend bool operator==(const Range&, const Range&) = default;
  };
  // One that was not given yet.
  std::optional<Range> Next() const;
  // The bytes of Next(); fewer, where the file ends before. An error is of the whole file as long
  // as !IsOpen(file), else of the part.
  Status Give(std::string bytes);
  // Its columns are in the workspace.
  bool IsOpen(uint32_t file) const { return files_[file].stage == Stage::kOpen; }
  // What it brought, as far as the workspace did not hold it already.
  struct Counts {
    uint64_t articles = 0, claims = 0;
  };
  Counts CountsOf(uint32_t file) const { return files_[file].counts; }
  // What was said of its claims in review, as engine/review.h has it.
  const std::string& ReviewsOf(uint32_t file) const { return files_[file].snapshot.reviews; }

 private:
  enum class Stage : uint8_t { kHeader, kDirectory, kColumns, kOpen, kRefused };
  struct File {
    uint64_t size_bytes;
    Stage stage = Stage::kHeader;
    std::string head;
    Snapshot snapshot;
    std::vector<Segment> segments;  // opened so far, while not all are
    Counts counts;
  };
  // Where a segment of the workspace came from.
  struct Origin {
    uint32_t segment, file, entry;
  };
  std::optional<Range> RangeOf(uint32_t segment, Segment::Part part) const;
  Status TakeRules(const std::string& rules);
  Status TakeHead(File* file, std::string bytes);
  Status TakeColumns(File* file, std::string bytes);
  Status TakePart(std::string bytes);
  void AddAll(uint32_t file);
  // The file that is being opened: the first that is neither open nor refused.
  std::optional<uint32_t> Opening() const;

  Workspace* workspace_;
  std::vector<File> files_;
  std::vector<Origin> origins_;
};

}  // namespace claimscope
