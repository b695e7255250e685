// A bundle: several named files in one byte block, the form in which rule tables, fonts and the
// sample corpus are built into the program, and in which a user's own rule folder is handed over.
//
//   "CSBUNDLE"  u32 version = 1  u32 count
//   count x { u32 name_size  u32 data_size  u64 data_offset from the block's begin }
//   the names, one after the other        the data
// Numbers are little endian; files are sorted by name; names use '/'.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/status.h"

namespace claimscope {

class FileBundle {
 public:
  struct File {
    std::string name;
    std::string_view data;
  };

  // Views into `bytes`, which must outlive the bundle.
  static Result<FileBundle> Open(std::string_view bytes);
  // From loose files (tests, a user's folder); the data must outlive the bundle.
  static FileBundle Of(std::vector<File> files);

  const std::vector<File>& files() const { return files_; }
  // Empty when there is no such file.
  std::string_view Find(std::string_view name) const;
  bool Has(std::string_view name) const;

 private:
  std::vector<File> files_;
};

// The block that Open reads.
std::string PackBundle(const FileBundle& bundle);

// The files of `base`, those of `own` in place of the ones of the same name: a user's rules over
// the built-in ones. Views, as above.
FileBundle Overlay(const FileBundle& base, std::vector<FileBundle::File> own);

}  // namespace claimscope
