#include "base/file_bundle.h"

#include <algorithm>
#include <cstdint>

#include "base/byte_io.h"
#include "base/stable_sort.h"

namespace claimscope {

Result<FileBundle> FileBundle::Open(std::string_view bytes) {
  ByteReader reader(bytes);
  if (reader.GetBytes(8) != "CSBUNDLE") return Status::Invalid("This is not a bundle of files.");
  if (reader.Get<uint32_t>() != 1) {
    return Status::Unsupported("This bundle was made by a newer version of Claimscope.");
  }
  const auto count = reader.Get<uint32_t>();
  struct Entry {
    uint32_t name_size, data_size;
    uint64_t data_offset;
  };
  std::vector<Entry> entries;
  for (uint32_t i = 0; i < count && reader.ok(); ++i) {
    const auto name_size = reader.Get<uint32_t>();
    const auto data_size = reader.Get<uint32_t>();
    entries.push_back({name_size, data_size, reader.Get<uint64_t>()});
  }
  FileBundle bundle;
  for (const Entry& entry : entries) {
    const std::string_view name = reader.GetBytes(entry.name_size);
    if (!reader.ok() || entry.data_offset > bytes.size() ||
        entry.data_size > bytes.size() - entry.data_offset) {
      break;
    }
    bundle.files_.push_back({std::string(name), bytes.substr(entry.data_offset, entry.data_size)});
  }
  if (!reader.ok() || bundle.files_.size() != count) {
    return Status::Invalid("The bundle of files is damaged: it ends too early.");
  }
  return bundle;
}

FileBundle FileBundle::Of(std::vector<File> files) {
  FileBundle bundle;
  bundle.files_ = std::move(files);
  StableSort(&bundle.files_, [](const File& a, const File& b) { return a.name < b.name; });
  return bundle;
}

std::string_view FileBundle::Find(std::string_view name) const {
  const auto at = std::lower_bound(files_.begin(), files_.end(), name,
                                   [](const File& f, std::string_view n) { return f.name < n; });
  return at != files_.end() && at->name == name ? at->data : std::string_view();
}

bool FileBundle::Has(std::string_view name) const {
  return std::any_of(files_.begin(), files_.end(), [&](const File& f) { return f.name == name; });
}

std::string PackBundle(const FileBundle& bundle) {
  ByteWriter writer;
  writer.PutBytes("CSBUNDLE");
  writer.Put(uint32_t{1});
  writer.Put(static_cast<uint32_t>(bundle.files().size()));
  uint64_t at = 16 + 16 * bundle.files().size();
  for (const FileBundle::File& file : bundle.files()) at += file.name.size();
  for (const FileBundle::File& file : bundle.files()) {
    writer.Put(static_cast<uint32_t>(file.name.size()));
    writer.Put(static_cast<uint32_t>(file.data.size()));
    writer.Put(at);
    at += file.data.size();
  }
  for (const FileBundle::File& file : bundle.files()) writer.PutBytes(file.name);
  for (const FileBundle::File& file : bundle.files()) writer.PutBytes(file.data);
  return writer.Take();
}

FileBundle Overlay(const FileBundle& base, std::vector<FileBundle::File> own) {
  const FileBundle mine = FileBundle::Of(own);
  for (const FileBundle::File& file : base.files()) {
    if (!mine.Has(file.name)) own.push_back(file);
  }
  return FileBundle::Of(std::move(own));
}

}  // namespace claimscope
