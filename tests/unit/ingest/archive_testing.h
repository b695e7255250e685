// Archives made by hand, with nothing packed in them: for tests of the readers.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace claimscope {

using Files = std::vector<std::pair<std::string, std::string>>;

inline std::string Number(uint64_t value, int bytes) {
  std::string out;
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
  return out;
}

inline uint32_t Crc(std::string_view bytes) {
  uint32_t crc = ~0u;
  for (char c : bytes) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ ((crc & 1) != 0 ? 0xEDB88320u : 0u);
  }
  return ~crc;
}

// One block of deflate that stores the bytes (at most 65535).
inline std::string Deflate(std::string_view bytes) {
  return "\1" + Number(bytes.size(), 2) + Number(~bytes.size() & 0xFFFF, 2) + std::string(bytes);
}

enum class ZipStyle { kStored, kDeflated, kStreamed, kPassword };

inline std::string Zip(const Files& files, ZipStyle style = ZipStyle::kStored) {
  std::string out;
  for (const auto& [name, text] : files) {
    const bool packs = style == ZipStyle::kDeflated || style == ZipStyle::kStreamed;
    const bool streams = style == ZipStyle::kStreamed;
    const std::string data = packs ? Deflate(text) : text;
    const std::string sizes =
        Number(Crc(text), 4) + Number(data.size(), 4) + Number(text.size(), 4);
    out += std::string("PK\3\4", 4) + Number(20, 2) +
           Number(streams                        ? 8
                  : style == ZipStyle::kPassword ? 1
                                                 : 0,
                  2) +
           Number(packs ? 8 : 0, 2) + Number(0, 4) + (streams ? std::string(12, '\0') : sizes) +
           Number(name.size(), 2) + Number(0, 2) + name + data;
    if (streams) out += std::string("PK\7\b", 4) + sizes;
  }
  return out + std::string("PK\1\2", 4) + std::string(42, '\0') + std::string("PK\5\6", 4) +
         std::string(18, '\0');
}

inline std::string TarHeader(const std::string& name, size_t size, char type) {
  std::string block(512, '\0');
  block.replace(0, name.size(), name);
  char digits[13];
  std::snprintf(digits, sizeof digits, "%011o", static_cast<unsigned>(size));
  block.replace(124, 11, digits);
  block[156] = type;
  block.replace(257, 8, std::string("ustar\0", 6) + "00");
  block.replace(148, 8, "        ");
  unsigned sum = 0;
  for (char c : block) sum += static_cast<unsigned char>(c);
  std::snprintf(digits, sizeof digits, "%06o", sum);
  block.replace(148, 7, std::string(digits, 6) + '\0');
  return block;
}

inline std::string TarFile(const std::string& name, const std::string& text, char type = '0') {
  return TarHeader(name, text.size(), type) + text +
         std::string((512 - text.size() % 512) % 512, '\0');
}

inline std::string Tar(const Files& files) {
  std::string out;
  for (const auto& [name, text] : files) {
    if (name.size() > 100) out += TarFile("././@LongLink", name + '\0', 'L');
    out += TarFile(name.substr(0, 100), text);
  }
  return out + std::string(1024, '\0');
}

// One frame of raw blocks (RFC 8878).
inline std::string Zstd(std::string_view bytes) {
  std::string out("\x28\xB5\x2F\xFD\x00\x58", 6);
  size_t at = 0;
  do {
    const size_t size = std::min<size_t>(bytes.size() - at, 100000);
    const bool is_last = at + size == bytes.size();
    out += Number(size << 3 | (is_last ? 1 : 0), 3) + std::string(bytes.substr(at, size));
    at += size;
  } while (at < bytes.size());
  return out;
}

}  // namespace claimscope
