// Exported claims, read back: NDJSON, JSON and Web Annotations as exports/ writes them. No claim is
// extracted anew: each is the record that stands there, so that a corpus read back gives the counts
// it was exported with.
//
// An export has no text but its quotes: an article becomes its quotes in their order, "[…]" between
// those that did not touch. What a record says of words outside its quote (a cue in the sentence
// before) keeps its meaning and loses its place. Pieces may be cut anywhere. Memory: the whole
// source, because the claims of an article stand apart. Linear in the bytes.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/ingest.h"
#include "model/article.h"
#include "model/claim.h"

namespace claimscope {

class ClaimRecords {
 public:
  // Whether a source that begins so is an export. kUnsure: more of it must be seen.
  enum class Sign : uint8_t { kNo, kUnsure, kYes };
  static Sign Recognise(std::string_view begin);

  using OnProblem = std::function<void(const Problem&)>;
  using OnArticle = std::function<void(const Article&, const std::vector<Claim>&)>;
  ClaimRecords(std::string path, OnProblem on_problem);
  ~ClaimRecords();

  void Push(std::string_view bytes);
  // The articles in the order in which they are first named, the claims in that of the text.
  void Finish(const OnArticle& on_article);
  const IngestCounts& counts() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace claimscope
