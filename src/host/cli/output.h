// Where a command prints: standard output or a file. After the first failure nothing more is
// written.
#pragma once

#include <cstdio>
#include <string>
#include <string_view>

namespace claimscope {

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
  // True when the reader went away (`| head`): no reason to complain.
  bool reader_left() const;
  std::string error_text() const;

 private:
  void Keep(bool written);
  std::FILE* file_;
  int error_ = 0;  // errno of the first failure
};

}  // namespace claimscope
