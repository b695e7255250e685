#include "ingest/gzip.h"

#include <zlib.h>

#include <utility>
#include <vector>

namespace claimscope {
namespace {

constexpr size_t kOutBytes = 64 << 10;
constexpr int kGzipWindow = 15 + 16;  // largest window, gzip header

constexpr const char* kDamaged =
    "The gzip archive is damaged from here on; what stands before is kept.";
constexpr const char* kCutOff =
    "The gzip archive ends too early; what stands before the break is kept.";
constexpr const char* kTrailing = "After the end of the gzip archive stands something else.";
constexpr const char* kNoMemory = "There is not enough memory to unpack the gzip archive.";

}  // namespace

struct GzipReader::Stream {
  z_stream z{};
  bool ready = false;
  std::vector<unsigned char> out = std::vector<unsigned char>(kOutBytes);
};

GzipReader::GzipReader(OnBytes on_bytes)
    : on_bytes_(std::move(on_bytes)), stream_(std::make_unique<Stream>()) {
  stream_->ready = inflateInit2(&stream_->z, kGzipWindow) == Z_OK;
  if (!stream_->ready) error_ = kNoMemory;
}

GzipReader::~GzipReader() {
  if (stream_->ready) inflateEnd(&stream_->z);
}

void GzipReader::Push(std::string_view bytes) {
  while (!bytes.empty() && error_.empty() && !ended_) {
    if (!between_members_) {
      bytes = Inflate(bytes);
      continue;
    }
    // Another member, zeros that pad a tape block, or something that is not ours.
    const size_t wanted = std::min<size_t>(3 - held_.size(), bytes.size());
    held_.append(bytes.substr(0, wanted));
    bytes.remove_prefix(wanted);
    if (held_.size() < 3) return;
    const std::string first = std::exchange(held_, {});
    if (LooksGzipped(first)) {
      between_members_ = false;
      inflateReset(&stream_->z);
      Inflate(first);
    } else {
      ended_ = true;
      if (first.find_first_not_of('\0') != std::string::npos) error_ = kTrailing;
    }
  }
}

std::string_view GzipReader::Inflate(std::string_view bytes) {
  z_stream& z = stream_->z;
  z.next_in = reinterpret_cast<unsigned char*>(const_cast<char*>(bytes.data()));  // zlib's old API
  z.avail_in = static_cast<unsigned>(bytes.size());
  for (;;) {
    z.next_out = stream_->out.data();
    z.avail_out = kOutBytes;
    const int result = inflate(&z, Z_NO_FLUSH);
    const size_t got = kOutBytes - z.avail_out;
    if (got > 0 && !on_bytes_({reinterpret_cast<const char*>(stream_->out.data()), got})) {
      ended_ = true;
      return {};
    }
    if (result == Z_STREAM_END) {
      between_members_ = true;
      return bytes.substr(bytes.size() - z.avail_in);
    }
    if (result == Z_MEM_ERROR)
      error_ = kNoMemory;
    else if (result != Z_OK && result != Z_BUF_ERROR)
      error_ = kDamaged;
    if (!error_.empty() || (z.avail_in == 0 && z.avail_out > 0)) return {};
  }
}

std::string GzipReader::Finish() {
  if (!error_.empty()) return error_;
  if (!between_members_ && !ended_) return kCutOff;
  if (held_.find_first_not_of('\0') != std::string::npos) return kTrailing;
  return {};
}

}  // namespace claimscope
