// In an open menu the letters typed lead to the first entry that begins so.
#pragma once

#include <string>

#include "ui/items.h"

namespace claimscope {

class TypeAhead {
 public:
  // After all was drawn. Letters that come within a second belong together.
  void Follow(const ItemList& items);

 private:
  std::string typed_;
  double last_ = 0;  // seconds
};

}  // namespace claimscope
