// Claims: here is an article, give me who said what, where, when, how much, with spans.
//
// Works in layers, each looked at alone: sentences, dates, quantities, places, attribution, claims.
// All words and patterns are tables (assets/lexicon, assets/gazetteer); a rule pack is a folder of
// them. Spans are bytes of Article::text. Order: by span, then kind. Same article, same claims,
// always. Threads: a loaded Extractor is immutable and may be shared; each call is independent.
// Time: linear in the text. Lifetime: the bundle is copied from, not kept.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_bundle.h"
#include "base/status.h"
#include "model/article.h"
#include "model/claim.h"

namespace claimscope {

// The layers, each looked at alone (`claimscope annotate`).
enum class Layer : uint8_t { kSentences, kDates, kQuantities, kPlaces, kAttribution, kClaims };
// "sentences", "dates" ...; false for an unknown word.
bool FromName(std::string_view name, Layer* out);

// A value of a mention, in the words of the files.
struct MentionField {
  enum class Form : uint8_t { kText, kNumber, kSpan, kSpans, kTexts };
  std::string_view key;
  Form form = Form::kText;
  std::string text;  // empty: not known
  double number = 0;
  std::vector<Span> spans = {};         // kSpan: one, or none
  std::vector<std::string> texts = {};  // kTexts
};
struct LayerMention {
  Span span;  // bytes of Article::text
  std::vector<MentionField> fields;
};

class Extractor {
 public:
  // Fails with the table and line that is wrong.
  static Result<Extractor> Load(const FileBundle& rules);
  Extractor(Extractor&&) noexcept;
  Extractor& operator=(Extractor&&) noexcept;
  ~Extractor();

  // No claims from a text that is not English (Article::language known and not "en").
  std::vector<Claim> Extract(const Article& article) const;

  // What one layer sees, in order of span. Fields: sentences: none; dates: value from to basis
  // (of "from A to B" both, each with the days of the whole);
  // quantities: value value_max unit si_value si_unit bound scope of; places: name region lat lon
  // sure candidates; attribution: source cue content (spans) claimant side mode cue_kind; claims:
  // none, Extract gives them whole.
  std::vector<LayerMention> Annotate(Layer layer, const Article& article) const;

 private:
  struct Rules;
  explicit Extractor(std::unique_ptr<Rules> rules);
  std::unique_ptr<Rules> rules_;
};

}  // namespace claimscope
