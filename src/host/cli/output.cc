#include "host/cli/output.h"

#include <cerrno>
#include <cstring>

namespace claimscope {

Output::Output(const std::string& path)
    : file_(path.empty() ? stdout : std::fopen(path.c_str(), "wb")) {
  if (file_ == nullptr) error_ = errno;
}

Output::~Output() {
  if (file_ != nullptr && file_ != stdout) std::fclose(file_);
}

void Output::Keep(bool written) {
  if (!written && error_ == 0) error_ = errno != 0 ? errno : EIO;
}

void Output::Write(std::string_view text) {
  if (!ok()) return;
  Keep(std::fwrite(text.data(), 1, text.size(), file_) == text.size());
}

void Output::WriteLine(std::string_view line) {
  Write(line);
  Write("\n");
}

bool Output::Close() {
  if (file_ == nullptr) return false;
  Keep(std::fflush(file_) == 0);
  if (file_ != stdout) {
    Keep(std::fclose(file_) == 0);
    file_ = nullptr;
  }
  return ok();
}

bool Output::reader_left() const { return error_ == EPIPE; }
std::string Output::error_text() const { return std::strerror(error_); }

}  // namespace claimscope
