// A JSON text (RFC 8259), parsed by simdjson, walked over field by field: a value is either read or
// skipped.
//
// simdjson reserves some fourteen bytes for each byte of the text while it is walked over.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace claimscope {

class JsonText {
 public:
  static constexpr int kMaxDepth = 1024;
  static constexpr size_t kPaddingBytes = 64;

  // Text that is not valid UTF-8 is not well formed. Lone surrogates in \u escapes become U+FFFD
  // and are counted.
  // `is_padded`: kPaddingBytes bytes behind it may be read, so that it need not be copied.
  explicit JsonText(std::string_view text, bool is_padded = false);
  JsonText(const JsonText&) = delete;
  JsonText& operator=(const JsonText&) = delete;
  ~JsonText();

  // Each returns false when the text is not well formed, which error() then tells as a sentence, or
  // when the value is of another type.
  bool SkipValue() const { return error_.empty(); }
  bool ReadString(std::string* out) const;
  // Its digits, shortest form.
  bool ReadNumber(std::string* out) const;
  // Calls `on_key(key)` for each field, which may read the value; false from it ends the walk.
  bool ReadObject(const std::function<bool(std::string_view)>& on_key);
  // Calls `on_item()` for each, likewise.
  bool ReadArray(const std::function<bool()>& on_item);

  // The first character of the value at hand ('0' of any number); '\0' when the text is damaged.
  char Peek() const;
  const std::string& error() const { return error_; }
  size_t lone_surrogates() const { return lone_surrogates_; }

 private:
  struct Parsed;
  static std::unique_ptr<Parsed>& Spare();

  std::unique_ptr<Parsed> parsed_;
  size_t lone_surrogates_ = 0;
  std::string error_;
};

}  // namespace claimscope
