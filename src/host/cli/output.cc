#include "host/cli/output.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

namespace claimscope {

namespace fs = std::filesystem;

Output::Output(const std::string& path) : file_(stdout) {
  if (path.empty()) return;
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (!fs::exists(status) || fs::is_regular_file(status)) {
    // Through a link: the file that it names is replaced, not the link.
    const fs::path real = fs::canonical(path, error);
    path_ = error ? path : real.string();
    part_ = path_ + kPartEnding;
  }
  file_ = std::fopen((part_.empty() ? path : part_).c_str(), "wb");
  if (file_ == nullptr) error_ = errno;
}

Output::~Output() {
  if (file_ == nullptr || file_ == stdout) return;
  std::fclose(file_);
  if (!part_.empty()) std::remove(part_.c_str());
}

bool Output::Replaces(const std::string& source) const {
  std::error_code error;
  return !path_.empty() && fs::equivalent(source, path_, error);
}

void Output::Keep(bool written) {
  if (!written && error_ == 0) error_ = errno != 0 ? errno : EIO;
}

void Output::Write(std::string_view text) {
  if (!ok() || text.empty()) return;
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
    if (!part_.empty() && ok()) Keep(std::rename(part_.c_str(), path_.c_str()) == 0);
    if (!part_.empty() && !ok()) std::remove(part_.c_str());
  }
  return ok();
}

bool Output::reader_left() const { return error_ == EPIPE; }
std::string Output::error_text() const { return std::strerror(error_); }

}  // namespace claimscope
