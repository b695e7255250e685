// What the reader of an archive with named files gives to: one file after the other.
#pragma once

#include <string>
#include <string_view>

namespace claimscope {

class ArchiveSink {
 public:
  virtual ~ArchiveSink() = default;
  // False: the file is not wanted, nothing more of it is told. `name` is as it stands there.
  virtual bool BeginFile(std::string_view name) = 0;
  // False: nothing more may be unpacked.
  virtual bool PushFile(std::string_view bytes) = 0;
  virtual void EndFile() = 0;
  // Something that cannot be read, as a sentence; `name` empty: the archive as a whole.
  virtual void TellDamage(std::string_view name, std::string reason) = 0;
};

}  // namespace claimscope
