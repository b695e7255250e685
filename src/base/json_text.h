// Walks over a JSON text (RFC 8259), strictly, in one pass and without a copy of it: a value is
// either read or skipped, and both check it. The text must be valid UTF-8.
//
// Written for records of any size: it needs no memory but for the strings it is asked for.
#pragma once

#include <string>
#include <string_view>

namespace claimscope {

class JsonText {
 public:
  static constexpr int kMaxDepth = 1024;

  explicit JsonText(std::string_view text) : text_(text) {}

  // Each returns false at the first error, which error() then tells as a sentence; nothing works
  // after it. Lone surrogates in \u escapes become U+FFFD and are counted.
  bool SkipValue();
  bool ReadString(std::string* out);
  // The characters of a number, unread.
  bool ReadNumber(std::string_view* out);
  // Calls `on_key(key)` for each field; it must read or skip the value.
  template <typename OnKey>
  bool ReadObject(OnKey on_key);
  // Calls `on_item()` for each; it must read or skip the value.
  template <typename OnItem>
  bool ReadArray(OnItem on_item);

  // The first character of the next value; '\0' at the end.
  char Peek();
  // True when nothing but white space is left.
  bool AtEnd() { return Peek() == '\0' && at_ == text_.size(); }
  const std::string& error() const { return error_; }
  size_t lone_surrogates() const { return lone_surrogates_; }

 private:
  enum class Next { kItem, kEnd, kError };

  bool Fail(const char* why);
  bool Open(char bracket);
  // After `[`, `{` or a value: is there another one?
  Next ToNext(char close, bool is_first);
  bool ReadKey(std::string* key);
  bool SkipWord(std::string_view word);
  bool Unescape(std::string* out);
  bool ReadHex(unsigned* unit);
  // The end of the plain characters from at_ on.
  size_t PlainEnd() const;

  std::string_view text_;
  size_t at_ = 0;
  int depth_ = 0;
  size_t lone_surrogates_ = 0;
  std::string error_;
};

template <typename OnKey>
bool JsonText::ReadObject(OnKey on_key) {
  if (!Open('{')) return false;
  std::string key;
  for (bool is_first = true;; is_first = false) {
    const Next next = ToNext('}', is_first);
    if (next != Next::kItem) return next == Next::kEnd;
    if (!ReadKey(&key) || !on_key(std::string_view(key))) return false;
  }
}

template <typename OnItem>
bool JsonText::ReadArray(OnItem on_item) {
  if (!Open('[')) return false;
  for (bool is_first = true;; is_first = false) {
    const Next next = ToNext(']', is_first);
    if (next != Next::kItem) return next == Next::kEnd;
    if (!on_item()) return false;
  }
}

}  // namespace claimscope
