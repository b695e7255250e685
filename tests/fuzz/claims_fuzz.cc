// Any bytes as an article's text: no crash, and every span lies in the text. The first byte sets
// the day.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "assets/builtin.h"
#include "claims/claims.h"

using namespace claimscope;

namespace {
const Extractor& Loaded() {
  static const Extractor* extractor = [] {
    const Result<FileBundle> bundle = FileBundle::Open(BuiltinRules());
    if (!bundle.ok()) std::abort();
    Result<Extractor> loaded = Extractor::Load(*bundle);
    if (!loaded.ok()) std::abort();
    return new Extractor(std::move(*loaded));
  }();
  return *extractor;
}
}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  Article article;
  if (data[0] != 0) article.date = DayOf({2025, 6, 1}) + data[0];
  article.text.assign(reinterpret_cast<const char*>(data) + 1, size - 1);
  const auto Inside = [&article](Span span) {
    return span.begin <= span.end && span.end <= article.text.size();
  };
  for (const Claim& claim : Loaded().Extract(article)) {
    if (claim.span.empty() || !Inside(claim.span) || !Inside(claim.cue) ||
        !Inside(claim.claimant_span) || !Inside(claim.time_span) || !Inside(claim.status_span) ||
        claim.rule.empty() || claim.claimant.empty()) {
      std::abort();
    }
    for (const Quantity& quantity : claim.quantities) {
      if (!Inside(quantity.span)) std::abort();
    }
    for (const PlaceMention& place : claim.places) {
      if (!Inside(place.span)) std::abort();
    }
  }
  return 0;
}
