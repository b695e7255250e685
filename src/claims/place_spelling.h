// Spellings: here is a name in any romanisation, give me a key that all its spellings share
// (gazetteer/spelling.tsv). A key finds, it is never shown.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/file_bundle.h"
#include "base/status.h"

namespace claimscope {

class Spelling {
 public:
  Status Load(const FileBundle& rules);
  std::string Key(std::string_view name) const;
  bool empty() const { return steps_.empty(); }

 private:
  struct Step {
    std::string from, to;
    uint64_t letters = 0;                   // of `from`, see LettersOf
    bool at_begin = false, at_end = false;  // of a word
  };
  static bool Apply(const Step& step, std::string* text);

  std::vector<Step> steps_;
};

}  // namespace claimscope
