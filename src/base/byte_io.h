// Little-endian reading and writing of byte formats. A reader never reads past its end: after the
// first short read ok() is false and every further value is zero, so that a format is checked once.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>

namespace claimscope {

class ByteWriter {
 public:
  template <typename T>
  void Put(T value) {
    static_assert(std::is_trivially_copyable_v<T>);
    bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);  // x86, ARM and wasm are LE
  }
  void PutBytes(std::string_view bytes) { bytes_.append(bytes); }
  // Pads with zeros until the size is a multiple of `alignment` (a power of two).
  void Align(size_t alignment) {
    bytes_.resize((bytes_.size() + alignment - 1) & ~(alignment - 1));
  }
  template <typename T>
  void PatchAt(size_t at, T value) {
    std::memcpy(bytes_.data() + at, &value, sizeof value);
  }
  size_t size() const { return bytes_.size(); }
  std::string Take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

  template <typename T>
  T Get() {
    static_assert(std::is_trivially_copyable_v<T>);
    T value{};
    if (Has(sizeof value)) {
      std::memcpy(&value, bytes_.data() + at_, sizeof value);
      at_ += sizeof value;
    }
    return value;
  }
  std::string_view GetBytes(size_t size) {
    if (!Has(size)) return {};
    at_ += size;
    return bytes_.substr(at_ - size, size);
  }
  void Seek(size_t at) {
    if (at > bytes_.size())
      ok_ = false;
    else
      at_ = at;
  }
  size_t at() const { return at_; }
  bool ok() const { return ok_; }

 private:
  bool Has(size_t size) {
    ok_ = ok_ && size <= bytes_.size() - at_;
    return ok_;
  }
  std::string_view bytes_;
  size_t at_ = 0;
  bool ok_ = true;
};

}  // namespace claimscope
