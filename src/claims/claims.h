// Claims: here is an article, give me who said what, where, when, how much, with spans.
//
// Works in layers, each looked at alone: sentences, dates, quantities, places, attribution, claims.
// All words and patterns are tables (assets/lexicon, assets/gazetteer); a rule pack is a folder of
// them. Spans are bytes of Article::text. Order: by span, then kind. Same article, same claims,
// always. Threads: a loaded Extractor is immutable and may be shared; each call is independent.
// Time: linear in the text. Lifetime: the bundle is copied from, not kept.
#pragma once

#include <memory>
#include <vector>

#include "base/file_bundle.h"
#include "base/status.h"
#include "model/article.h"
#include "model/claim.h"

namespace claimscope {

class Extractor {
 public:
  // Fails with the table and line that is wrong.
  static Result<Extractor> Load(const FileBundle& rules);
  Extractor(Extractor&&) noexcept;
  Extractor& operator=(Extractor&&) noexcept;
  ~Extractor();

  std::vector<Claim> Extract(const Article& article) const;

 private:
  struct Rules;
  explicit Extractor(std::unique_ptr<Rules> rules);
  std::unique_ptr<Rules> rules_;
};

}  // namespace claimscope
