#include "claims/annotate.h"

#include <algorithm>

namespace claimscope {
namespace {

constexpr std::string_view kLayers[] = {"sentences", "dates",       "quantities",
                                        "places",    "attribution", "claims"};

void Put(LayerMention* mention, std::string_view key, std::string_view text) {
  mention->fields.push_back({key, std::string(text), 0, false});
}
void Put(LayerMention* mention, std::string_view key, double number) {
  mention->fields.push_back({key, {}, number, true});
}

std::string Range(Span span) {
  return span.empty() ? std::string() : std::to_string(span.begin) + "-" + std::to_string(span.end);
}

LayerMention OfDate(const DateMention& date, const Tokens& tokens) {
  LayerMention mention{BytesOf(tokens, date.begin, date.end), {}};
  Put(&mention, "value", date.value);
  Put(&mention, "from", FormatIsoDay(date.days.from));
  Put(&mention, "to", FormatIsoDay(date.days.to));
  Put(&mention, "basis", NameOf(date.basis));
  return mention;
}

LayerMention OfQuantity(const Quantity& quantity) {
  LayerMention mention{quantity.span, {}};
  Put(&mention, "value", quantity.value);
  Put(&mention, "value_max", quantity.value_max);
  Put(&mention, "unit", quantity.unit);
  Put(&mention, "si_value", quantity.si_value);
  Put(&mention, "si_unit", quantity.si_unit);
  Put(&mention, "bound", NameOf(quantity.bound));
  Put(&mention, "of", quantity.of);
  return mention;
}

LayerMention OfPlace(const PlaceMention& place) {
  LayerMention mention{place.span, {}};
  Put(&mention, "name", place.name);
  Put(&mention, "region", place.region);
  Put(&mention, "lat", static_cast<double>(place.lat));
  Put(&mention, "lon", static_cast<double>(place.lon));
  Put(&mention, "sure", NameOf(place.sure));
  std::string candidates;
  for (const std::string& code : place.candidates) {
    if (!candidates.empty()) candidates += '|';
    candidates += code;
  }
  Put(&mention, "candidates", candidates);
  return mention;
}

LayerMention OfAttribution(const Attribution& a, const Tokens& tokens) {
  const Span source = BytesOf(tokens, a.source_begin, a.source_end);
  const Span cue = BytesOf(tokens, a.cue_begin, a.cue_end);
  const Span content = BytesOf(tokens, a.content_begin, a.content_end);
  const Span rest = BytesOf(tokens, a.content2_begin, a.content2_end);
  LayerMention mention{content, {}};
  for (const Span span : {source, cue, rest}) {
    if (span.empty()) continue;
    if (mention.span.empty()) mention.span = span;
    mention.span = {std::min(mention.span.begin, span.begin), std::max(mention.span.end, span.end)};
  }
  Put(&mention, "source", Range(source));
  Put(&mention, "cue", Range(cue));
  Put(&mention, "content", Range(content) + (rest.empty() ? "" : "|" + Range(rest)));
  Put(&mention, "claimant", a.claimant);
  Put(&mention, "side", NameOf(a.side));
  Put(&mention, "mode", NameOf(a.mode));
  constexpr std::string_view kKinds[] = {"say", "weak", "vow", "think", "source", "noun"};
  Put(&mention, "cue_kind", kKinds[static_cast<size_t>(a.kind)]);
  return mention;
}

LayerMention OfClaim(const Claim& claim) {
  LayerMention mention{claim.span, {}};
  Put(&mention, "kind", NameOf(claim.kind));
  Put(&mention, "claimant", claim.claimant);
  Put(&mention, "side", NameOf(claim.side));
  Put(&mention, "status", NameOf(claim.status));
  Put(&mention, "region", claim.region);
  Put(&mention, "rule", claim.rule);
  return mention;
}

}  // namespace

bool FromName(std::string_view name, Layer* out) {
  for (size_t i = 0; i < std::size(kLayers); ++i) {
    if (kLayers[i] != name) continue;
    *out = static_cast<Layer>(i);
    return true;
  }
  return false;
}

std::vector<LayerMention> AnnotateLayer(Layer layer, const Article& article, const RulePack& pack) {
  const Analysis a = Analyse(article.text, article.date, pack);
  std::vector<LayerMention> mentions;
  switch (layer) {
    case Layer::kSentences:
      for (const Sentence& s : a.sentences)
        mentions.push_back({BytesOf(a.tokens, s.begin, s.end), {}});
      break;
    case Layer::kDates:
      for (const DateMention& date : a.dates) mentions.push_back(OfDate(date, a.tokens));
      break;
    case Layer::kQuantities:
      for (const QuantityMention& q : a.quantities) {
        if (!q.article) mentions.push_back(OfQuantity(q.quantity));
      }
      break;
    case Layer::kPlaces:
      for (const PlaceFinding& place : a.places) {
        mentions.push_back(OfPlace(ToMention(place, a.text, a.tokens, pack.gazetteer)));
      }
      break;
    case Layer::kAttribution:
      for (const Attribution& one : a.attributions)
        mentions.push_back(OfAttribution(one, a.tokens));
      break;
    case Layer::kClaims:
      for (const Claim& claim : ComposeClaims(article, a, pack)) mentions.push_back(OfClaim(claim));
      break;
  }
  return mentions;
}

}  // namespace claimscope
