// Where a command prints: standard output or a file. After the first failure nothing more is
// written. A file is written beside its name ("FILE.part") and takes its name when all is there:
// what it replaces may be a source of the same run, and stays when the run does not end.
#pragma once

#include <cstdio>
#include <string>
#include <string_view>

namespace claimscope {

constexpr const char* kPartEnding = ".part";

class Output {
 public:
  // `path` empty: standard output.
  explicit Output(const std::string& path);
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  void Write(std::string_view text);
  void WriteLine(std::string_view line);
  // Flushes and closes; false when anything was not written.
  bool Close();

  bool ok() const { return error_ == 0; }
  bool is_file() const { return !part_.empty(); }
  // Whether `source` is the file that this would replace.
  bool Replaces(const std::string& source) const;
  // True when the reader went away (`| head`): no reason to complain.
  bool reader_left() const;
  std::string error_text() const;

 private:
  void Keep(bool written);
  std::string path_, part_;  // empty: written in place, as pipes and devices are
  std::FILE* file_;
  int error_ = 0;  // errno of the first failure
};

}  // namespace claimscope
