#include "ingest/json_nesting.h"

namespace claimscope {
namespace {

constexpr size_t kTrackedDepth = 1024;  // deeper than any parser goes

}  // namespace

void JsonNesting::Clear() {
  last_ = '\0';
  open_.clear();
  depth_ = 0;
}

void JsonNesting::Enter(uint64_t depth, char last) {
  last_ = last;
  open_.assign(static_cast<size_t>(depth), '{');
  depth_ = depth;
}

void JsonNesting::Open(char bracket) {
  ++depth_;
  if (open_.size() < kTrackedDepth) open_ += bracket;
}

void JsonNesting::Close() {
  if (depth_ == 0) return;
  if (open_.size() == depth_) open_.pop_back();
  --depth_;
}

bool JsonNesting::TakesObject() const {
  return last_ == '[' || (last_ == ':' && Top() == '{') || (last_ == ',' && Top() == '[');
}

bool JsonNesting::Refuses(char c) const {
  if (last_ == '\0') return false;
  if (last_ == '"') return c != ',' && c != ':' && c != '}' && c != ']';
  if (c == '{') return !TakesObject();
  return (c == '}' && Top() != '{') || (c == ']' && Top() != '[');
}

}  // namespace claimscope
