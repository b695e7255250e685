#include "ingest/zip.h"

#include <zlib.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "base/strings.h"

namespace claimscope {
namespace {

constexpr std::string_view kLocal("PK\3\4", 4);
constexpr std::string_view kDirectory("PK\1\2", 4);
constexpr std::string_view kEndOfDirectory("PK\5\6", 4);
constexpr size_t kHeaderBytes = 30;
constexpr size_t kDescriptorBytes = 24;  // the longest
constexpr size_t kOutBytes = 64 << 10;
constexpr unsigned kEncrypted = 1, kDescriptor = 8;
constexpr uint32_t kIsIn64 = 0xFFFFFFFF;

constexpr const char* kDamaged =
    "This file of the archive is damaged; what stands before the damage is kept.";
constexpr const char* kLost = "A part of the zip archive is damaged and was left out.";
constexpr const char* kCutOff =
    "The zip archive ends too early; what stands before the break is kept.";
constexpr const char* kPassword = "This file of the archive is protected by a password.";
constexpr const char* kMethod = "This file of the archive is packed in a way that is not read.";
constexpr const char* kOffice = "This is an office document or e-book, which is not read.";

bool IsHeader(std::string_view sign) {
  return sign == kLocal || sign == kDirectory || sign == kEndOfDirectory;
}

uint64_t NumberAt(std::string_view bytes, size_t at, size_t size) {
  uint64_t value = 0;
  for (size_t i = size; i-- > 0;) {
    value = value << 8 | (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0u);
  }
  return value;
}

// The packed size that the extra field of a large file holds after its plain one.
uint64_t PackedSizeOf(std::string_view extra) {
  while (extra.size() >= 4) {
    const uint64_t id = NumberAt(extra, 0, 2);
    const auto size = static_cast<size_t>(NumberAt(extra, 2, 2));
    if (id == 1) return NumberAt(extra, 12, 8);
    extra.remove_prefix(std::min(extra.size(), 4 + size));
  }
  return 0;
}

}  // namespace

struct ZipReader::Inflater {
  z_stream z{};
  bool is_ready = inflateInit2(&z, -15) == Z_OK;
  std::vector<unsigned char> out = std::vector<unsigned char>(kOutBytes);
  ~Inflater() { inflateEnd(&z); }
};

ZipReader::ZipReader(ArchiveSink* sink) : sink_(sink) {}
ZipReader::~ZipReader() = default;

void ZipReader::Push(std::string_view bytes) {
  while (!bytes.empty() && state_ != State::kEnd) {
    if (IsInData()) {
      bytes = PushData(bytes);
      continue;
    }
    const std::string_view part = bytes.substr(0, state_ == State::kSearch ? kOutBytes : 256);
    held_.append(part);
    bytes.remove_prefix(part.size());
    RunHeld();
  }
}

// What is held may be the end of one entry, several whole ones, and the begin of another.
void ZipReader::RunHeld() {
  while (state_ != State::kEnd) {
    if (state_ == State::kSearch) {
      if (!Search()) return;
    } else if (state_ == State::kHeader) {
      if (!TakeHeader()) return;
    } else {
      const std::string data = std::exchange(held_, {});
      std::string_view rest = data;
      while (!rest.empty() && IsInData()) rest = PushData(rest);
      held_ = rest;
      if (IsInData()) return;
    }
  }
}

// Between the data and the next header may stand a descriptor, of one of four lengths.
bool ZipReader::DropDescriptor() {
  for (size_t at = 0; at <= kDescriptorBytes && at + 4 <= held_.size(); ++at) {
    if (!IsHeader(std::string_view(held_).substr(at, 4))) continue;
    held_.erase(0, at);
    after_descriptor_ = false;
    return true;
  }
  if (held_.size() < kDescriptorBytes + 4) return false;
  after_descriptor_ = false;
  return true;
}

// Takes the header that held_ begins with; false when more bytes are needed.
bool ZipReader::TakeHeader() {
  if (after_descriptor_ && !DropDescriptor()) return false;
  if (held_.size() < 4) return false;
  const std::string_view held = held_;
  if (StartsWith(held, kDirectory) || StartsWith(held, kEndOfDirectory)) {
    state_ = State::kEnd;
    return true;
  }
  if (!StartsWith(held, kLocal)) {
    Damage(kLost);
    return true;
  }
  if (held.size() < kHeaderBytes) return false;
  const auto name_bytes = static_cast<size_t>(NumberAt(held, 26, 2));
  const auto extra_bytes = static_cast<size_t>(NumberAt(held, 28, 2));
  if (held.size() < kHeaderBytes + name_bytes + extra_bytes) return false;
  const std::string header = held_.substr(0, kHeaderBytes + name_bytes + extra_bytes);
  held_.erase(0, header.size());
  BeginEntry(header, name_bytes, extra_bytes);
  return true;
}

void ZipReader::BeginEntry(std::string_view header, size_t name_bytes, size_t extra_bytes) {
  const auto flags = static_cast<unsigned>(NumberAt(header, 6, 2));
  const uint64_t method = NumberAt(header, 8, 2);
  wanted_crc_ = static_cast<uint32_t>(NumberAt(header, 14, 4));
  left_bytes_ = NumberAt(header, 18, 4);
  if (left_bytes_ == kIsIn64) {
    left_bytes_ = PackedSizeOf(header.substr(kHeaderBytes + name_bytes, extra_bytes));
  }
  name_ = header.substr(kHeaderBytes, name_bytes);
  std::replace(name_.begin(), name_.end(), '\\', '/');
  has_descriptor_ = (flags & kDescriptor) != 0;
  crc_ = 0;
  ++entries_;
  if (entries_ == 1 && (name_ == "[Content_Types].xml" || name_ == "mimetype")) {
    sink_->TellDamage({}, kOffice);
    state_ = State::kEnd;
    return;
  }
  is_wanted_ = !EndsWith(name_, "/");
  state_ = method == 8 ? State::kDeflated : State::kStored;
  const bool is_readable = (method == 8 || method == 0) && (flags & kEncrypted) == 0;
  const bool is_open_ended = is_wanted_ && has_descriptor_ && method != 8 && left_bytes_ == 0;
  if (is_wanted_ && (!is_readable || is_open_ended)) {
    sink_->TellDamage(name_, (flags & kEncrypted) != 0 ? kPassword : kMethod);
    is_wanted_ = false;
    state_ = State::kSkip;
  }
  if ((!is_readable || is_open_ended) && has_descriptor_ && left_bytes_ == 0) {
    state_ = State::kSearch;
    return;
  }
  is_wanted_ = is_wanted_ && sink_->BeginFile(name_);
  if (state_ == State::kDeflated) {
    if (!inflater_) inflater_ = std::make_unique<Inflater>();
    inflateReset(&inflater_->z);
  } else if (left_bytes_ == 0) {
    EndEntry();
  }
}

// Data of the entry in work; gives back what stands after it.
std::string_view ZipReader::PushData(std::string_view bytes) {
  if (state_ == State::kDeflated) return Inflate(bytes);
  const auto size = static_cast<size_t>(std::min<uint64_t>(bytes.size(), left_bytes_));
  left_bytes_ -= size;
  if (state_ == State::kStored) Give(bytes.substr(0, size));
  if (left_bytes_ == 0 && state_ != State::kEnd) EndEntry();
  return bytes.substr(size);
}

std::string_view ZipReader::Inflate(std::string_view bytes) {
  z_stream& z = inflater_->z;
  z.next_in = reinterpret_cast<unsigned char*>(const_cast<char*>(bytes.data()));  // zlib's old API
  z.avail_in = static_cast<unsigned>(bytes.size());
  for (;;) {
    z.next_out = inflater_->out.data();
    z.avail_out = kOutBytes;
    const int result = inflater_->is_ready ? inflate(&z, Z_NO_FLUSH) : Z_MEM_ERROR;
    Give({reinterpret_cast<const char*>(inflater_->out.data()), kOutBytes - z.avail_out});
    if (state_ == State::kEnd) return {};
    const std::string_view rest = bytes.substr(bytes.size() - z.avail_in);
    if (result == Z_STREAM_END) {
      EndEntry();
      return rest;
    }
    if (result != Z_OK && result != Z_BUF_ERROR) {
      if (is_wanted_) {
        sink_->TellDamage(name_, kDamaged);
        sink_->EndFile();
      }
      state_ = State::kSearch;
      return rest;
    }
    if (z.avail_in == 0 && z.avail_out > 0) return {};
  }
}

void ZipReader::Give(std::string_view bytes) {
  if (!is_wanted_ || bytes.empty()) return;
  crc_ = static_cast<uint32_t>(crc32(crc_, reinterpret_cast<const unsigned char*>(bytes.data()),
                                     static_cast<unsigned>(bytes.size())));
  if (!sink_->PushFile(bytes)) state_ = State::kEnd;
}

void ZipReader::EndEntry() {
  if (is_wanted_) {
    if (!has_descriptor_ && crc_ != wanted_crc_ && state_ != State::kSkip) {
      sink_->TellDamage(name_, "The checksum of this file is wrong: a part of it may be damaged.");
    }
    sink_->EndFile();
  }
  after_descriptor_ = has_descriptor_;
  state_ = State::kHeader;
}

void ZipReader::Damage(std::string reason) {
  sink_->TellDamage({}, std::move(reason));
  state_ = State::kSearch;
}

// On to the next header; false when it is not there yet.
bool ZipReader::Search() {
  for (size_t at = 0; (at = held_.find("PK", at)) != std::string::npos; ++at) {
    const std::string_view rest = std::string_view(held_).substr(at, 4);
    if (rest.size() < 4) break;
    if (!IsHeader(rest)) continue;
    held_.erase(0, at);
    after_descriptor_ = false;
    state_ = State::kHeader;
    return true;
  }
  held_.erase(0, held_.size() - std::min<size_t>(held_.size(), 3));
  return false;
}

void ZipReader::Finish() {
  if (state_ == State::kEnd) return;
  sink_->TellDamage({}, kCutOff);
  const bool is_in_file = state_ == State::kStored || state_ == State::kDeflated;
  if (is_in_file && is_wanted_) sink_->EndFile();
}

}  // namespace claimscope
