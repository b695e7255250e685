#include "ingest/zstd.h"

#include <zstd.h>

#include <utility>
#include <vector>

namespace claimscope {
namespace {

constexpr const char* kDamaged =
    "The zstd archive is damaged from here on; what stands before is kept.";
constexpr const char* kCutOff =
    "The zstd archive ends too early; what stands before the break is kept.";
constexpr const char* kNoMemory = "There is not enough memory to unpack the zstd archive.";

}  // namespace

struct ZstdReader::Stream {
  ZSTD_DStream* z = ZSTD_createDStream();
  std::vector<char> out = std::vector<char>(ZSTD_DStreamOutSize());
};

ZstdReader::ZstdReader(OnBytes on_bytes)
    : on_bytes_(std::move(on_bytes)), stream_(std::make_unique<Stream>()) {
  if (stream_->z == nullptr) error_ = kNoMemory;
}

ZstdReader::~ZstdReader() { ZSTD_freeDStream(stream_->z); }

void ZstdReader::Push(std::string_view bytes) {
  ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
  bool is_full = false;  // the decoder may hold more than it could give
  while ((in.pos < in.size || is_full) && error_.empty() && !is_stopped_) {
    ZSTD_outBuffer out{stream_->out.data(), stream_->out.size(), 0};
    const size_t result = ZSTD_decompressStream(stream_->z, &out, &in);
    if (ZSTD_isError(result) != 0) {
      error_ = kDamaged;
      return;
    }
    is_between_frames_ = result == 0;
    is_full = !is_between_frames_ && out.pos == out.size;
    if (out.pos > 0 && !on_bytes_({stream_->out.data(), out.pos})) is_stopped_ = true;
  }
}

std::string ZstdReader::Finish() {
  if (error_.empty() && !is_between_frames_ && !is_stopped_) return kCutOff;
  return error_;
}

}  // namespace claimscope
