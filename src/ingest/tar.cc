#include "ingest/tar.h"

#include <algorithm>
#include <utility>

#include "base/strings.h"

namespace claimscope {
namespace {

constexpr uint64_t kMaxNameBytes = 1 << 20;

// Directories, links to names, devices, notes for all files: nothing to read, nothing lost.
constexpr std::string_view kWithoutText = "23456gKV";
constexpr const char* kLongName =
    "The name of a file in the tar archive is too long; the file has a shorter one here.";
constexpr const char* kLink =
    "This is a second name of another file of the archive and is left out.";
constexpr const char* kKind = "This file of the archive is stored in a way that is not read.";

// Octal digits, or (first bit set) a binary number.
uint64_t NumberAt(std::string_view field) {
  uint64_t value = 0;
  const bool is_binary = (static_cast<unsigned char>(field[0]) & 0x80) != 0;
  for (size_t i = 0; i < field.size(); ++i) {
    const auto c = static_cast<unsigned char>(field[i]);
    if (is_binary) {
      value = value << 8 | (i == 0 ? c & 0x7Fu : c);
    } else if (c >= '0' && c <= '7') {
      value = value << 3 | (c - '0');
    } else if (c != ' ' || value != 0) {
      break;
    }
  }
  return value;
}

std::string_view TextAt(std::string_view field) { return field.substr(0, field.find('\0')); }

bool HasChecksum(std::string_view block) {
  uint64_t sum = 0;
  for (size_t i = 0; i < kTarBlockBytes; ++i) {
    sum += i >= 148 && i < 156 ? ' ' : static_cast<unsigned char>(block[i]);
  }
  return sum == NumberAt(block.substr(148, 8));
}

bool IsZero(std::string_view block) { return block.find_first_not_of('\0') == block.npos; }

}  // namespace

bool LooksTarred(std::string_view head) {
  return head.size() >= kTarBlockBytes && head[0] != '\0' && HasChecksum(head);
}

void TarReader::Push(std::string_view bytes) {
  while (!bytes.empty() && state_ != State::kEnd) {
    if (state_ == State::kHeader) {
      const std::string_view part = bytes.substr(0, kTarBlockBytes - block_.size());
      block_.append(part);
      bytes.remove_prefix(part.size());
      if (block_.size() == kTarBlockBytes) TakeHeader();
      continue;
    }
    uint64_t& left = left_bytes_ > 0 ? left_bytes_ : padding_bytes_;
    const auto size = static_cast<size_t>(std::min<uint64_t>(bytes.size(), left));
    const std::string_view part = bytes.substr(0, size);
    bytes.remove_prefix(size);
    if (left_bytes_ > 0) {
      if (state_ == State::kName) block_.append(part);
      if (state_ == State::kFile && is_wanted_ && !sink_->PushFile(part)) {
        state_ = State::kEnd;
        return;
      }
    }
    left -= size;
    if (left_bytes_ == 0 && padding_bytes_ == 0) EndEntry();
  }
}

void TarReader::TakeHeader() {
  const std::string block = std::exchange(block_, {});
  const std::string_view header = block;
  if (IsZero(header)) {
    state_ = State::kEnd;
    return;
  }
  if (!HasChecksum(header)) {
    sink_->TellDamage({}, "The tar archive is damaged from here on; what stands before is kept.");
    state_ = State::kEnd;
    return;
  }
  type_ = header[156];
  left_bytes_ = NumberAt(header.substr(124, 12));
  padding_bytes_ = (kTarBlockBytes - left_bytes_ % kTarBlockBytes) % kTarBlockBytes;
  state_ = State::kSkip;
  if (type_ == 'L' || type_ == 'x') {
    if (left_bytes_ <= kMaxNameBytes) {
      state_ = State::kName;
    } else {
      sink_->TellDamage({}, kLongName);
    }
  } else if (type_ == '0' || type_ == '\0' || type_ == '7') {
    const std::string name = NameIn(header);
    state_ = State::kFile;
    is_wanted_ = !EndsWith(name, "/") && sink_->BeginFile(name);
  } else if (kWithoutText.find(type_) == std::string_view::npos) {
    sink_->TellDamage(NameIn(header), type_ == '1' ? kLink : kKind);
  }
  if (left_bytes_ == 0) EndEntry();
}

std::string TarReader::NameIn(std::string_view header) const {
  std::string name(TextAt(header.substr(0, 100)));
  const std::string_view prefix = TextAt(header.substr(345, 155));
  if (StartsWith(header.substr(257), "ustar") && header[262] == '\0' && !prefix.empty()) {
    name = std::string(prefix) + "/" + name;
  }
  if (!long_name_.empty()) name = long_name_;
  while (StartsWith(name, "./")) name.erase(0, 2);
  return name;
}

void TarReader::EndEntry() {
  if (state_ == State::kFile && is_wanted_) sink_->EndFile();
  if (state_ == State::kName) {
    TakeLongName();
  } else {
    long_name_.clear();
  }
  block_.clear();
  state_ = State::kHeader;
}

void TarReader::TakeLongName() {
  if (type_ == 'L') {
    long_name_ = TextAt(block_);
    return;
  }
  // pax: "27 path=a/long/name\n", each with its own length.
  for (std::string_view line : Split(block_, '\n')) {
    const size_t at = line.find(" path=");
    if (at != std::string_view::npos && at < 12) long_name_ = line.substr(at + 6);
  }
}

void TarReader::Finish() {
  if (state_ == State::kEnd || (state_ == State::kHeader && block_.empty())) return;
  sink_->TellDamage({}, "The tar archive ends too early; what stands before the break is kept.");
  if (state_ == State::kFile && is_wanted_) sink_->EndFile();
}

}  // namespace claimscope
