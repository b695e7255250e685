// Takes bytes in pieces of any size: every stage between a source and its records is one.
#pragma once

#include <string_view>

namespace claimscope {

class ByteSink {
 public:
  virtual ~ByteSink() = default;
  virtual void Push(std::string_view bytes) = 0;
  // Call once, after the last piece.
  virtual void Finish() = 0;
};

}  // namespace claimscope
