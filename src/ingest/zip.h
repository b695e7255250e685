// Zip (APPNOTE 6.3) read forward from its local headers as it streams: an archive cut off or
// damaged in the middle gives what stands whole, and nothing is held but a header. zlib inflates.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "ingest/archive.h"

namespace claimscope {

inline bool LooksZipped(std::string_view bytes) {
  return bytes.substr(0, 4) == std::string_view("PK\3\4", 4) ||
         bytes.substr(0, 4) == std::string_view("PK\5\6", 4);
}

class ZipReader {
 public:
  explicit ZipReader(ArchiveSink* sink);
  ~ZipReader();
  ZipReader(const ZipReader&) = delete;
  ZipReader& operator=(const ZipReader&) = delete;

  void Push(std::string_view bytes);
  void Finish();

 private:
  enum class State { kHeader, kStored, kDeflated, kSkip, kSearch, kEnd };
  struct Inflater;

  bool IsInData() const {
    return state_ == State::kStored || state_ == State::kDeflated || state_ == State::kSkip;
  }
  void RunHeld();
  bool DropDescriptor();
  bool TakeHeader();
  void BeginEntry(std::string_view header, size_t name_bytes, size_t extra_bytes);
  std::string_view PushData(std::string_view bytes);
  std::string_view Inflate(std::string_view bytes);
  void Give(std::string_view bytes);
  void EndEntry();
  void Damage(std::string reason);
  bool Search();

  ArchiveSink* sink_;
  State state_ = State::kHeader;
  std::string held_;  // kHeader, kSearch: what there is of the next header
  std::unique_ptr<Inflater> inflater_;

  // The entry in work.
  std::string name_;
  bool is_wanted_ = false;
  bool has_descriptor_ = false;  // sizes and checksum stand after the data
  uint64_t left_bytes_ = 0;      // packed; not known with a descriptor
  uint32_t crc_ = 0, wanted_crc_ = 0;
  uint64_t entries_ = 0;
  bool after_descriptor_ = false;  // what stands before the next header has no fixed length
};

}  // namespace claimscope
