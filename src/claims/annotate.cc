#include "claims/annotate.h"
#include "base/stable_sort.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace claimscope {
namespace {

constexpr std::string_view kLayers[] = {"sentences", "dates",       "quantities",
                                        "places",    "attribution", "claims"};

using Form = MentionField::Form;

void Put(LayerMention* mention, std::string_view key, std::string_view text) {
  mention->fields.push_back({key, Form::kText, std::string(text)});
}
void Put(LayerMention* mention, std::string_view key, double number) {
  mention->fields.push_back({key, Form::kNumber, {}, number});
}
void Put(LayerMention* mention, std::string_view key, Form form, std::vector<Span> spans) {
  spans.erase(std::remove_if(spans.begin(), spans.end(), [](Span s) { return s.empty(); }),
              spans.end());
  mention->fields.push_back({key, form, {}, 0, std::move(spans)});
}

LayerMention OfDate(const DateMention& date, Span span, std::string_view value) {
  LayerMention mention{span, {}};
  Put(&mention, "value", value);
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
  Put(&mention, "scope", NameOf(quantity.scope));
  Put(&mention, "of", quantity.of);
  return mention;
}

// Stored as 32-bit floats, whose further digits mean nothing.
double Degrees(float value) { return std::round(double{value} * 1e5) / 1e5; }

LayerMention OfPlace(const PlaceMention& place) {
  LayerMention mention{place.span, {}};
  Put(&mention, "name", place.name);
  Put(&mention, "region", place.region);
  const bool known = place.lat != 0 || place.lon != 0;
  constexpr double kNotKnown = std::numeric_limits<double>::quiet_NaN();
  Put(&mention, "lat", known ? Degrees(place.lat) : kNotKnown);
  Put(&mention, "lon", known ? Degrees(place.lon) : kNotKnown);
  Put(&mention, "sure", NameOf(place.sure));
  mention.fields.push_back({"candidates", Form::kTexts, {}, 0, {}, place.candidates});
  return mention;
}

LayerMention OfAttribution(const Attribution& a, const Tokens& tokens,
                           const std::vector<Sentence>& sentences) {
  const Span source = BytesOf(tokens, a.source_begin, a.source_end);
  const Span cue = BytesOf(tokens, a.cue_begin, a.cue_end);
  const Span content = BytesOf(tokens, a.content_begin, a.content_end);
  Span rest = BytesOf(tokens, a.content2_begin, a.content2_end);
  // "The raid, Koval told reporters, killed 40": what stands before the tag is his, too.
  const uint32_t tag = std::min(a.source_begin, a.cue_begin), begin = sentences[a.sentence].begin;
  if (a.whole && tag > begin + 2) rest = BytesOf(tokens, begin, tag - 1);
  LayerMention mention{content, {}};
  for (const Span span : {source, cue, rest}) {
    if (span.empty()) continue;
    if (mention.span.empty()) mention.span = span;
    mention.span = {std::min(mention.span.begin, span.begin), std::max(mention.span.end, span.end)};
  }
  Put(&mention, "source", Form::kSpan, {source});
  Put(&mention, "cue", Form::kSpan, {cue});
  Put(&mention, "content", Form::kSpans, {content, rest});
  Put(&mention, "claimant", a.claimant);
  Put(&mention, "side", NameOf(a.side));
  Put(&mention, "mode", NameOf(a.mode));
  Put(&mention, "cue_kind", NameOf(a.kind));
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
  const Analysis a = Analyse(article.text, article.date, pack,
                             layer == Layer::kAttribution ? ReadAttitudes : nullptr);
  std::vector<LayerMention> mentions;
  switch (layer) {
    case Layer::kSentences:
      for (const Sentence& s : a.sentences)
        mentions.push_back({BytesOf(a.tokens, s.begin, s.end), {}});
      break;
    case Layer::kDates:
      for (const DateMention& date : a.dates) {
        // "from A to B" is two expressions that share their days.
        const bool two = date.second_begin != 0;
        const uint32_t end = two ? date.second_begin - 1 : date.end;
        mentions.push_back(OfDate(date, BytesOf(a.tokens, date.core_begin, end), date.value));
        if (!two) continue;
        const Span second = BytesOf(a.tokens, date.second_begin, date.end);
        mentions.push_back(OfDate(date, second, date.second_value));
      }
      break;
    case Layer::kQuantities:
      for (const std::vector<QuantityMention>* list : {&a.quantities, &a.asides}) {
        for (const QuantityMention& q : *list) {
          if (!q.article) mentions.push_back(OfQuantity(q.quantity));
        }
      }
      StableSort(&mentions, [](const LayerMention& one, const LayerMention& two) {
        return one.span.begin < two.span.begin;
      });
      break;
    case Layer::kPlaces:
      for (const PlaceFinding& place : a.places) {
        mentions.push_back(OfPlace(ToMention(place, a.text, a.tokens, pack.gazetteer)));
      }
      break;
    case Layer::kAttribution:
      for (const Attribution& one : a.attributions)
        mentions.push_back(OfAttribution(one, a.tokens, a.sentences));
      break;
    case Layer::kClaims:
      for (const Claim& claim : ComposeClaims(article, a, pack))
        mentions.push_back({claim.span, {}});
      break;
  }
  return mentions;
}

}  // namespace claimscope
