// Gzip (RFC 1952) undone as it streams, several members one after the other included (zlib does the
// work).
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace claimscope {

inline bool LooksGzipped(std::string_view bytes) {
  return bytes.substr(0, 3) == std::string_view("\x1F\x8B\x08", 3);
}

class GzipReader {
 public:
  using OnBytes = std::function<bool(std::string_view)>;

  // `on_bytes` returns false when nothing more is wanted.
  explicit GzipReader(OnBytes on_bytes);
  ~GzipReader();
  GzipReader(const GzipReader&) = delete;
  GzipReader& operator=(const GzipReader&) = delete;

  // After the first damage nothing more comes out; what came out before stands.
  void Push(std::string_view bytes);
  // Why the rest could not be unpacked, as a sentence; empty when all is well. Ask after the last
  // piece.
  std::string Finish();

 private:
  struct Stream;
  // What follows the member in work, or nothing where it takes all.
  std::string_view Inflate(std::string_view bytes);

  OnBytes on_bytes_;
  std::unique_ptr<Stream> stream_;
  std::string held_;  // the first bytes after a member, until they tell what follows
  std::string error_;
  bool between_members_ = false;
  bool ended_ = false;  // what follows is not gzip and is left alone
};

}  // namespace claimscope
