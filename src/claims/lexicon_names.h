// How the tables of words name what code knows by numbers.
#pragma once

#include <string_view>

namespace claimscope {

template <typename E>
struct Name {
  std::string_view name;
  E value;
};

template <typename E, size_t N>
const E* Find(const Name<E> (&names)[N], std::string_view name) {
  for (const Name<E>& entry : names) {
    if (entry.name == name) return &entry.value;
  }
  return nullptr;
}

}  // namespace claimscope
