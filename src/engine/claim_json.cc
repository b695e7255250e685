#include <cmath>

#include "base/json_writer.h"
#include "engine/engine.h"

namespace claimscope {
namespace {

void WriteSpan(std::string_view key, Span span, JsonWriter* json) {
  json->Key(key).BeginArray().Int(span.begin).Int(span.end).EndArray();
}

// The words under a span and the span itself; nothing when it is empty.
void WriteWords(std::string_view key, std::string_view span_key, std::string_view text, Span span,
                JsonWriter* json) {
  if (span.empty()) return;
  if (!key.empty()) json->Key(key).String(TextOf(text, span));
  WriteSpan(span_key, span, json);
}

void WriteDay(std::string_view key, Day day, JsonWriter* json) {
  json->Key(key);
  if (day.known())
    json->String(FormatIsoDay(day));
  else
    json->Null();
}

void WriteQuantity(const Quantity& quantity, JsonWriter* json) {
  json->BeginObject();
  json->Key("value").Double(quantity.value);
  json->Key("value_max").Double(quantity.value_max);
  json->Key("unit").String(quantity.unit);
  json->Key("si_value").Double(quantity.si_value);
  json->Key("si_unit").String(quantity.si_unit.empty() ? quantity.unit : quantity.si_unit);
  json->Key("bound").String(NameOf(quantity.bound));
  json->Key("scope").String(NameOf(quantity.scope));
  json->Key("of").String(quantity.of);
  WriteSpan("span", quantity.span, json);
  json->EndObject();
}

// Stored as 32-bit floats, whose further digits mean nothing.
double Degrees(float value) { return std::round(double{value} * 1e5) / 1e5; }

void WritePlace(const PlaceMention& place, JsonWriter* json) {
  json->BeginObject();
  json->Key("name").String(place.name);
  json->Key("region").String(place.region.empty() ? "-" : place.region);
  json->Key("sure").String(NameOf(place.sure));
  WriteSpan("span", place.span, json);
  const bool is_known = place.lat != 0 || place.lon != 0;
  json->Key("lat");
  if (is_known)
    json->Double(Degrees(place.lat));
  else
    json->Null();
  json->Key("lon");
  if (is_known)
    json->Double(Degrees(place.lon));
  else
    json->Null();
  if (!place.candidates.empty()) {
    json->Key("candidates").BeginArray();
    for (const std::string& code : place.candidates) json->String(code);
    json->EndArray();
  }
  json->EndObject();
}

void WriteField(const MentionField& field, JsonWriter* json) {
  using Form = MentionField::Form;
  json->Key(field.key);
  switch (field.form) {
    case Form::kText:
      if (field.text.empty())
        json->Null();
      else
        json->String(field.text);
      break;
    case Form::kNumber:
      json->Double(field.number);
      break;
    case Form::kSpan:
      if (field.spans.empty())
        json->Null();
      else
        json->BeginArray().Int(field.spans[0].begin).Int(field.spans[0].end).EndArray();
      break;
    case Form::kSpans:
      json->BeginArray();
      for (const Span span : field.spans)
        json->BeginArray().Int(span.begin).Int(span.end).EndArray();
      json->EndArray();
      break;
    case Form::kTexts:
      json->BeginArray();
      for (const std::string& text : field.texts) json->String(text);
      json->EndArray();
      break;
  }
}

// Everything a claim says but where it stands.
void WriteClaim(std::string_view text, const Claim& claim, JsonWriter* out) {
  JsonWriter& json = *out;
  json.Key("kind").String(NameOf(claim.kind));
  json.Key("claimant").String(claim.claimant);
  WriteWords("", "claimant_span", text, claim.claimant_span, out);
  json.Key("side").String(NameOf(claim.side));
  WriteWords("cue", "cue_span", text, claim.cue, out);
  json.Key("mode").String(NameOf(claim.mode));
  json.Key("status").String(NameOf(claim.status));
  WriteWords("status_words", "status_span", text, claim.status_span, out);
  json.Key("quantities").BeginArray();
  for (const Quantity& quantity : claim.quantities) WriteQuantity(quantity, out);
  json.EndArray();
  json.Key("time").BeginObject();
  WriteDay("from", claim.time.from, out);
  WriteDay("to", claim.time.to, out);
  json.Key("basis").String(NameOf(claim.time_basis));
  WriteWords("", "span", text, claim.time_span, out);
  json.EndObject();
  json.Key("places").BeginArray();
  for (const PlaceMention& place : claim.places) WritePlace(place, out);
  json.EndArray();
  json.Key("region").String(claim.region);
  json.Key("actor").String(NameOf(claim.actor));
  json.Key("rule").String(claim.rule);
}

}  // namespace

std::string ClaimJson(std::string_view article_id, std::string_view text, const Claim& claim) {
  JsonWriter json;
  json.BeginObject();
  json.Key("article").String(article_id);
  WriteSpan("span", claim.span, &json);
  json.Key("quote").String(TextOf(text, claim.span));
  WriteClaim(text, claim, &json);
  json.EndObject();
  return json.Take();
}

void AnnotateJson(const Extractor& extractor, Layer layer, const Article& article,
                  const std::function<void(std::string_view)>& on_line) {
  const auto write = [&](Span span, const auto& write_values) {
    JsonWriter json;
    json.BeginObject();
    json.Key("article").String(article.id);
    json.Key("begin").Int(span.begin).Key("end").Int(span.end);
    json.Key("text").String(TextOf(article.text, span));
    write_values(&json);
    json.EndObject();
    on_line(json.text());
  };
  if (layer == Layer::kClaims) {
    for (const Claim& claim : extractor.Extract(article)) {
      write(claim.span, [&](JsonWriter* json) { WriteClaim(article.text, claim, json); });
    }
    return;
  }
  for (const LayerMention& mention : extractor.Annotate(layer, article)) {
    write(mention.span, [&](JsonWriter* json) {
      for (const MentionField& field : mention.fields) WriteField(field, json);
    });
  }
}

std::string_view CleanedText::Of(const Segment& segment, uint32_t article) {
  segment.WantText();
  if (segment_ != &segment || article_ != article || text_.empty()) {
    const ArticleView view = segment.ArticleAt(article);
    text_ = TextWithoutCuts(view.page, {view.cuts.begin(), view.cuts.end()});
    segment_ = &segment;
    article_ = article;
  }
  return text_;
}

std::string ClaimJson(const Segment& segment, uint32_t row, CleanedText* text) {
  const uint32_t article = segment.articles()[row];
  return ClaimJson(segment.ArticleAt(article).id, text->Of(segment, article), segment.ClaimAt(row));
}

std::string ClaimJson(Workspace* workspace, Hit claim, CleanedText* text) {
  std::string line = ClaimJson(workspace->SegmentAt(claim.segment), claim.row, text);
  const uint32_t number = workspace->DistinctOf(claim);
  const DistinctClaim& distinct = workspace->DistinctClaims()[number];
  JsonWriter json;
  json.BeginObject();
  json.Key("distinct").Int(number + 1);
  json.Key("mentions").Int(static_cast<int64_t>(distinct.mentions.size()));
  for (const bool agrees : {true, false}) {
    json.Key(agrees ? "agrees" : "contradicts").BeginArray();
    for (const ClaimLink& link : distinct.links) {
      if (link.agrees != agrees) continue;
      json.BeginObject();
      json.Key("distinct").Int(link.other + 1);
      json.Key("reason").String(link.reason);
      json.EndObject();
    }
    json.EndArray();
  }
  json.EndObject();
  line.pop_back();  // one object of both
  return line + "," + json.Take().substr(1);
}

std::string ArticleJson(const Article& article) {
  JsonWriter json;
  json.BeginObject();
  json.Key("article").String(article.id);
  json.Key("title").String(article.title);
  WriteDay("date", article.date, &json);
  json.Key("date_basis").String(NameOf(article.date_basis));
  json.Key("source").String(article.source);
  json.Key("author").String(article.author);
  json.Key("url").String(article.url);
  json.Key("language").String(article.language);
  json.Key("text").String(article.text);
  json.Key("boilerplate").BeginArray();
  for (const Cut& cut : article.cuts) {
    if (cut.reason == CutReason::kBlank) continue;
    json.BeginObject();
    WriteSpan("span", cut.span, &json);
    json.Key("reason").String(NameOf(cut.reason));
    json.Key("text").String(TextOf(article.page, cut.span));
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
  return json.Take();
}

std::string FoundArticleJson(const Segment& segment, const ArticleHit& hit) {
  const ArticleView article = segment.ArticleAt(hit.article);
  JsonWriter json;
  json.BeginObject();
  json.Key("article").String(article.id);
  json.Key("score").Double(static_cast<double>(static_cast<int64_t>(hit.score * 1e4)) / 1e4);
  json.Key("title").String(article.title);
  json.Key("date");
  if (article.date.known())
    json.String(FormatIsoDay(article.date));
  else
    json.Null();
  json.Key("source").String(article.source);
  json.Key("author").String(article.author);
  json.Key("url").String(article.url);
  json.Key("language").String(article.language);
  json.Key("claims").Int(static_cast<int64_t>(segment.ClaimsOf(hit.article).size()));
  json.EndObject();
  return json.Take();
}

Article ArticleOf(const Segment& segment, uint32_t number) {
  segment.WantText();
  const ArticleView view = segment.ArticleAt(number);
  Article article;
  article.id = view.id;
  article.title = view.title;
  article.source = view.source;
  article.url = view.url;
  article.author = view.author;
  article.language = view.language;
  article.offset_bytes = view.offset_bytes;
  article.date = view.date;
  article.date_basis = view.date_basis;
  article.page = view.page;
  article.cuts = {view.cuts.begin(), view.cuts.end()};
  article.text = TextWithoutCuts(view.page, article.cuts);
  return article;
}

}  // namespace claimscope
