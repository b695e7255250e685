#include "host/cli/corpus_file.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>

#include "index/snapshot.h"
#include "model/own_rules.h"

namespace claimscope {
namespace {

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

// Appends the bytes of the part; false where they are not there.
bool Append(std::FILE* file, SnapshotPart part, std::string* out) {
  if (fseeko(file, static_cast<off_t>(part.begin), SEEK_SET) != 0) return false;
  const size_t before = out->size();
  const auto size = static_cast<size_t>(part.size);
  out->resize(before + size);
  return std::fread(out->data() + before, 1, size, file) == size;
}

Status ReadError() {
  return Status::Io(std::string("It cannot be read: ") + std::strerror(errno) + ".");
}

Result<Snapshot> ReadHead(std::FILE* file, uint64_t size) {
  std::string head;
  if (!Append(file, {0, std::min<uint64_t>(size, kSnapshotHeaderBytes)}, &head)) return ReadError();
  const Result<uint64_t> head_size = SnapshotHeadSize(head);
  if (!head_size.ok()) return head_size.status();
  const uint64_t wanted = std::min(*head_size, size);
  if (wanted > head.size() && !Append(file, {head.size(), wanted - head.size()}, &head))
    return ReadError();
  return ReadSnapshot(head, size);
}

}  // namespace

bool IsCorpusFile(const std::string& path) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return false;
  const File file(std::fopen(path.c_str(), "rb"));
  std::string begin;
  return file != nullptr && Append(file.get(), {0, 8}, &begin) && IsSnapshot(begin);
}

std::string RulesOfCorpusFile(const std::string& path) {
  const File file(std::fopen(path.c_str(), "rb"));
  std::error_code error;
  const uint64_t size = std::filesystem::file_size(path, error);
  if (file == nullptr || error) return {};
  Result<Snapshot> snapshot = ReadHead(file.get(), size);
  return snapshot.ok() ? std::move(snapshot->rules) : std::string();
}

Status ReadCorpusFile(const std::string& path,
                      const std::function<void(const Segment&)>& on_segment, Reviews* reviews) {
  const File file(std::fopen(path.c_str(), "rb"));
  std::error_code error;
  const uint64_t size = std::filesystem::file_size(path, error);
  if (file == nullptr || error) return ReadError();
  const Result<Snapshot> snapshot = ReadHead(file.get(), size);
  if (!snapshot.ok()) return snapshot.status();
  if (!IsSameRules(snapshot->rules, OwnRules())) {
    return Status::Unsupported("This corpus was read with " + NameRules(snapshot->rules) +
                               ", the others here with " + NameRules(OwnRules()) +
                               "; their claims cannot stand side by side.");
  }
  reviews->ReadLines(snapshot->reviews, true);
  Status first = Status::Ok();
  for (const SnapshotEntry& entry : snapshot->segments) {
    std::string bytes;
    for (const SnapshotPart part : {entry.columns, entry.words, entry.text}) {
      if (!Append(file.get(), part, &bytes)) return ReadError();
    }
    const Result<Segment> segment = Segment::Open(std::move(bytes));
    const Status same = segment.ok() ? CheckIdentity(entry, *segment) : segment.status();
    if (same.ok()) {
      on_segment(*segment);
    } else if (first.ok()) {
      first = same;
    }
  }
  return first;
}

void WriteCorpusFile(const std::vector<Segment>& segments, const std::string& reviews,
                     Output* output) {
  std::vector<const Segment*> pointers;
  for (const Segment& segment : segments) pointers.push_back(&segment);
  const auto write = [&](std::string_view bytes) { output->Write(bytes); };
  WriteSnapshot(pointers, OwnRules(), write, reviews);
}

}  // namespace claimscope
