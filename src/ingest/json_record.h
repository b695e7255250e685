// One JSON object -> the fields of a raw article.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/field_names.h"
#include "model/article.h"

namespace claimscope {

struct JsonRecord {
  std::string error;  // why the text is not an object with fields, as a sentence; empty: it is
  RawArticle article;
  size_t repaired = 0;  // characters replaced
  // The object's own names (the first of them), when none is known to hold a text.
  std::vector<std::string> fields;
};

// Text that is not valid UTF-8 is an error. `is_padded`: as JsonText has it.
JsonRecord ReadJsonRecord(std::string_view json, const FieldNames& names, bool is_padded = false);

}  // namespace claimscope
