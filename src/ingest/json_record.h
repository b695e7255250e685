// One JSON object -> the fields of a raw article (simdjson does the reading; it is used here only).
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "model/article.h"

namespace claimscope {

class JsonRecordReader {
 public:
  JsonRecordReader();
  ~JsonRecordReader();
  JsonRecordReader(const JsonRecordReader&) = delete;
  JsonRecordReader& operator=(const JsonRecordReader&) = delete;

  // `json` is followed by kJsonPadding readable bytes. Fills the fields of `article` but id and
  // offset_bytes, and `repaired` with the number of invalid bytes and characters replaced. The
  // answer is empty, or says in a sentence why `json` is not an object with fields.
  std::string Read(std::string_view json, RawArticle* article, size_t* repaired);

 private:
  struct Parser;
  std::unique_ptr<Parser> parser_;
};

}  // namespace claimscope
