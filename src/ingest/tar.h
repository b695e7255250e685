// Tar (POSIX ustar and pax, GNU long names, the old form) taken apart as it streams.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "ingest/archive.h"

namespace claimscope {

constexpr size_t kTarBlockBytes = 512;

// By the checksum of the first header; needs kTarBlockBytes.
bool LooksTarred(std::string_view head);

class TarReader {
 public:
  explicit TarReader(ArchiveSink* sink) : sink_(sink) {}

  void Push(std::string_view bytes);
  void Finish();

 private:
  enum class State { kHeader, kFile, kName, kSkip, kEnd };

  void TakeHeader();
  std::string NameIn(std::string_view header) const;
  void EndEntry();
  void TakeLongName();

  ArchiveSink* sink_;
  State state_ = State::kHeader;
  std::string block_;      // kHeader: what there is of it; kName: the long name or pax record
  std::string long_name_;  // of the next file
  char type_ = '0';
  uint64_t left_bytes_ = 0;     // of the entry
  uint64_t padding_bytes_ = 0;  // after it, up to a whole block
  bool is_wanted_ = false;
};

}  // namespace claimscope
