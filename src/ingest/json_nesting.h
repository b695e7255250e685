// Where among the brackets of a JSON text a scan stands, and what the rules of JSON allow there.
#pragma once

#include <cstdint>
#include <string>

namespace claimscope {

class JsonNesting {
 public:
  // Outside of all brackets, nothing seen yet.
  void Clear();
  // Inside of so many objects, behind something that ended with `last`.
  void Enter(uint64_t depth, char last);

  void Open(char bracket);
  void Close();
  // The last byte outside strings that is not white space; '\0': none. Of a string, its quote.
  void Pass(char c) { last_ = c; }

  uint64_t depth() const { return depth_; }
  char last() const { return last_; }
  // Whether an object may begin here.
  bool TakesObject() const;
  // Whether this byte, outside strings, cannot stand here.
  bool Refuses(char c) const;

 private:
  char Top() const { return open_.size() == depth_ && depth_ > 0 ? open_.back() : '['; }

  char last_ = '\0';
  std::string open_;  // the brackets that are open, the outermost of them
  uint64_t depth_ = 0;
};

}  // namespace claimscope
