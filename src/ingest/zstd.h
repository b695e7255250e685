// Zstandard (RFC 8878) undone as it streams, several frames one after the other included (zstd's
// own decoder does the work). Windows of up to 128 MB, as its command line.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace claimscope {

inline bool LooksZstd(std::string_view bytes) {
  return bytes.substr(0, 4) == std::string_view("\x28\xB5\x2F\xFD", 4);
}

class ZstdReader {
 public:
  using OnBytes = std::function<bool(std::string_view)>;

  // `on_bytes` returns false when nothing more is wanted.
  explicit ZstdReader(OnBytes on_bytes);
  ~ZstdReader();
  ZstdReader(const ZstdReader&) = delete;
  ZstdReader& operator=(const ZstdReader&) = delete;

  // After the first damage nothing more comes out; what came out before stands.
  void Push(std::string_view bytes);
  // Why the rest could not be unpacked, as a sentence; empty when all is well.
  std::string Finish();

 private:
  struct Stream;
  const OnBytes on_bytes_;
  std::unique_ptr<Stream> stream_;
  std::string error_;
  bool is_between_frames_ = false;
  bool is_stopped_ = false;
};

}  // namespace claimscope
