// Something in a source that could not be read as it stands. The run goes on; the report keeps it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace claimscope {

struct Problem {
  enum class Kind : uint8_t {
    kSkipped,   // the record (or the whole source) is not in the corpus
    kRepaired,  // read after a repair, such as invalid UTF-8
  };
  Kind kind = Kind::kSkipped;
  std::string source;         // the path as given
  uint64_t record = 0;        // from 1; 0: the source as a whole
  uint64_t line = 0;          // from 1, in the decompressed source; 0: not known
  uint64_t offset_bytes = 0;  // in the decompressed source
  std::string reason;         // one plain sentence, without the place
  // The names of the record's fields, where none of them is known to hold its text: for the user to
  // say which does.
  std::vector<std::string> fields = {};
};

}  // namespace claimscope
