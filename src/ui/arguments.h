// Named values as text: "from=2025-05-01&to=2025-05-31", percent-encoded. Commands and the address
// bar speak it.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/status.h"

namespace claimscope {

class Arguments {
 public:
  // Fails at a broken escape or at text that is not UTF-8 once decoded.
  static Result<Arguments> Parse(std::string_view text);

  bool Has(std::string_view name) const;
  // Empty when absent.
  std::string_view Get(std::string_view name) const;
  const std::vector<std::pair<std::string, std::string>>& pairs() const { return pairs_; }

 private:
  std::vector<std::pair<std::string, std::string>> pairs_;
};

// Escapes only what would be misread, so that an address stays readable: "UA-59,UA-63" is left as
// it is.
void AppendArgument(std::string_view name, std::string_view value, std::string* out);

}  // namespace claimscope
