#include "engine/saved_corpora.h"

#include <algorithm>
#include <utility>

#include "engine/engine.h"
#include "model/own_rules.h"

namespace claimscope {

uint32_t SavedCorpora::Open(uint64_t size_bytes) {
  files_.push_back({size_bytes, Stage::kHeader, {}, {}, {}, {}});
  return static_cast<uint32_t>(files_.size() - 1);
}

std::optional<uint32_t> SavedCorpora::Opening() const {
  for (uint32_t file = 0; file < files_.size(); ++file) {
    if (files_[file].stage < Stage::kOpen) return file;
  }
  return std::nullopt;
}

std::optional<SavedCorpora::Range> SavedCorpora::Next() const {
  if (const auto number = Opening()) {
    const File& file = files_[*number];
    const uint64_t at = file.head.size();
    if (file.stage == Stage::kHeader) {
      return Range{*number, 0, std::min<uint64_t>(kSnapshotHeaderBytes, file.size_bytes)};
    }
    if (file.stage == Stage::kDirectory) {
      const uint64_t size = *SnapshotHeadSize(file.head);
      return Range{*number, at, std::min(size, file.size_bytes) - at};
    }
    const SnapshotPart columns = file.snapshot.segments[file.segments.size()].columns;
    return Range{*number, columns.begin, columns.size};
  }
  for (const Workspace::WantedPart& part : workspace_->Wanted()) {
    if (const auto range = RangeOf(part.segment, part.part)) return range;
  }
  return std::nullopt;
}

std::optional<SavedCorpora::Range> SavedCorpora::RangeOf(uint32_t segment,
                                                         Segment::Part part) const {
  for (const Origin& origin : origins_) {
    if (origin.segment != segment) continue;
    const SnapshotEntry& entry = files_[origin.file].snapshot.segments[origin.entry];
    const SnapshotPart where = part == Segment::Part::kWords ? entry.words : entry.text;
    return Range{origin.file, where.begin, where.size};
  }
  return std::nullopt;
}

Status SavedCorpora::Give(std::string bytes) {
  const auto number = Opening();
  if (!number) return TakePart(std::move(bytes));
  File& file = files_[*number];
  const Status status = file.stage == Stage::kColumns ? TakeColumns(&file, std::move(bytes))
                                                      : TakeHead(&file, std::move(bytes));
  if (!status.ok()) {
    file.stage = Stage::kRefused;
    file.segments.clear();
    return status;
  }
  const bool is_whole = file.segments.size() == file.snapshot.segments.size();
  if (file.stage == Stage::kColumns && is_whole) AddAll(*number);
  return status;
}

Status SavedCorpora::TakeHead(File* file, std::string bytes) {
  file->head += bytes;
  if (file->stage == Stage::kHeader) {
    const Result<uint64_t> size = SnapshotHeadSize(file->head);
    if (!size.ok()) return size.status();
    file->stage = Stage::kDirectory;
    if (file->head.size() < std::min(*size, file->size_bytes)) return Status::Ok();
  }
  Result<Snapshot> snapshot = ReadSnapshot(file->head, file->size_bytes);
  if (!snapshot.ok()) return snapshot.status();
  if (Status status = TakeRules(snapshot->rules); !status.ok()) return status;
  file->snapshot = std::move(*snapshot);
  file->stage = Stage::kColumns;
  return Status::Ok();
}

// Kinds and sides are numbers inside: what was read with other rules means other things by them.
Status SavedCorpora::TakeRules(const std::string& rules) {
  if (IsSameRules(rules, OwnRules())) return Status::Ok();
  if (workspace_->article_count() == 0) return UseOwnRules(rules);
  return Status::Unsupported("This corpus was read with " + NameRules(rules) +
                             ", what is open with " + NameRules(OwnRules()) +
                             "; their claims cannot stand side by side. Open it alone.");
}

Status SavedCorpora::TakeColumns(File* file, std::string bytes) {
  Result<Segment> segment = Segment::OpenColumns(std::move(bytes));
  if (!segment.ok()) return segment.status();
  const Status same = CheckIdentity(file->snapshot.segments[file->segments.size()], *segment);
  if (!same.ok()) return same;
  file->segments.push_back(std::move(*segment));
  return Status::Ok();
}

// All or none: what was refused leaves nothing behind.
void SavedCorpora::AddAll(uint32_t number) {
  File& file = files_[number];
  for (uint32_t entry = 0; entry < file.segments.size(); ++entry) {
    Segment& segment = file.segments[entry];
    const Counts counts{segment.article_count(), segment.claim_count()};
    bool added = false;
    workspace_->Add(std::move(segment), &added);
    if (!added) continue;
    file.counts.articles += counts.articles;
    file.counts.claims += counts.claims;
    const auto at = static_cast<uint32_t>(workspace_->segment_count() - 1);
    origins_.push_back({at, number, entry});
  }
  file.segments.clear();
  file.stage = Stage::kOpen;
}

Status SavedCorpora::TakePart(std::string bytes) {
  for (const Workspace::WantedPart& part : workspace_->Wanted()) {
    const auto range = RangeOf(part.segment, part.part);
    if (!range) continue;
    const Status status =
        bytes.size() == range->size
            ? workspace_->Attach(part, std::move(bytes))
            : Status::Io("The saved corpus could not be read to the end of what is wanted of it.");
    if (!status.ok()) workspace_->Forgo(part);
    return status;
  }
  return Status::Ok();
}

}  // namespace claimscope
