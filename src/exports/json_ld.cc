// schema.org (version 28): a Dataset whose parts are Claims, each with the NewsArticle in which it
// appears, who makes it, the days and places it is about.
#include "exports/writer.h"

namespace claimscope {
namespace {

void WriteArticle(const ArticleView& article, JsonWriter* json) {
  json->BeginObject().Key("@type").String("NewsArticle");
  json->Key("@id").String(UriOf(article));
  json->Key("identifier").String(article.id);
  if (!article.title.empty()) json->Key("headline").String(article.title);
  if (article.date.known()) json->Key("datePublished").String(FormatIsoDay(article.date));
  if (!article.language.empty()) json->Key("inLanguage").String(article.language);
  if (!article.author.empty()) {
    json->Key("author").BeginObject().Key("@type").String("Person");
    json->Key("name").String(article.author).EndObject();
  }
  if (!article.source.empty()) {
    json->Key("publisher").BeginObject().Key("@type").String("NewsMediaOrganization");
    json->Key("name").String(article.source).EndObject();
  }
  json->EndObject();
}

void WritePlaces(const ExportHead& head, const Claim& claim, JsonWriter* json) {
  if (claim.places.empty() && RegionOf(head, claim.region).empty()) return;
  json->Key("spatialCoverage").BeginArray();
  if (!RegionOf(head, claim.region).empty()) {
    json->BeginObject().Key("@type").String("AdministrativeArea");
    json->Key("name").String(RegionOf(head, claim.region));
    json->Key("identifier").String(claim.region).EndObject();
  }
  for (const PlaceMention& place : claim.places) {
    json->BeginObject().Key("@type").String("Place").Key("name").String(place.name);
    if (place.lat != 0 || place.lon != 0) {
      json->Key("geo").BeginObject().Key("@type").String("GeoCoordinates");
      json->Key("latitude").Double(RoundDegrees(place.lat));
      json->Key("longitude").Double(RoundDegrees(place.lon)).EndObject();
    }
    json->EndObject();
  }
  json->EndArray();
}

void WriteProperty(std::string_view name, std::string_view value, JsonWriter* json) {
  json->BeginObject().Key("@type").String("PropertyValue");
  json->Key("name").String(name).Key("value").String(value).EndObject();
}

void WriteAmounts(const Claim& claim, JsonWriter* json) {
  for (const Quantity& quantity : claim.quantities) {
    json->BeginObject().Key("@type").String("PropertyValue").Key("name").String("amount");
    if (quantity.value_max != quantity.value || quantity.bound == Bound::kAtLeast) {
      json->Key("minValue").Double(quantity.value);
      if (quantity.value_max != quantity.value) json->Key("maxValue").Double(quantity.value_max);
    } else if (quantity.bound == Bound::kAtMost) {
      json->Key("maxValue").Double(quantity.value);
    } else {
      json->Key("value").Double(quantity.value);
    }
    json->Key("unitText").String(quantity.unit);
    if (!quantity.of.empty()) json->Key("valueReference").String(quantity.of);
    json->EndObject();
  }
}

class JsonLdWriter : public ExportWriter {
 public:
  using ExportWriter::ExportWriter;

  void Begin(std::string* out) override {
    JsonWriter json;
    json.BeginObject().Key("@context").String("https://schema.org");
    json.Key("@type").String("Dataset");
    json.Key("name").String("Claims read from news articles");
    json.Key("description")
        .String("Claims found by rules in a corpus of news articles; each says where it stands.");
    json.Key("identifier").String(head.corpus);
    json.Key("creator").BeginObject().Key("@type").String("SoftwareApplication");
    json.Key("name").String(head.asked.program).EndObject();
    json.Key("variableMeasured").BeginArray();
    WriteProperty("query", head.asked.link, &json);
    WriteProperty("claims", std::to_string(head.answer.claims), &json);
    WriteProperty("articles", std::to_string(head.answer.articles), &json);
    if (const uint32_t rejected = RejectedOf(head); rejected > 0)
      WriteProperty("rejected", std::to_string(rejected), &json);
    json.EndArray();
    *out += json.text() + ",\n\"hasPart\":[";
  }

  void Add(const ExportRow& row, std::string* out) override {
    const Claim& claim = row.claim;
    JsonWriter json;
    json.BeginObject().Key("@type").String("Claim");
    json.Key("text").String(TextOf(row.text, claim.span));
    json.Key("appearance");
    WriteArticle(row.article, &json);
    if (claim.side != Side::kOutlet && !claim.claimant.empty()) {
      json.Key("author").BeginObject().Key("@type").String("Organization");
      json.Key("name").String(claim.claimant).EndObject();
    }
    json.Key("keywords").String(NameOf(claim.kind));
    json.Key("creativeWorkStatus").String(NameOf(claim.status));
    if (claim.time.known()) {
      const std::string from = FormatIsoDay(claim.time.from);
      json.Key("temporalCoverage")
          .String(claim.time.from == claim.time.to ? from
                                                   : from + "/" + FormatIsoDay(claim.time.to));
    }
    WritePlaces(head, claim, &json);
    json.Key("additionalProperty").BeginArray();
    WriteProperty("rule", claim.rule, &json);
    if (!row.review.empty()) WriteProperty("review", row.review, &json);
    WriteProperty("side", NameOf(claim.side), &json);
    WriteAmounts(claim, &json);
    json.EndArray().EndObject();
    *out += (row.index == 0 ? "\n" : ",\n") + json.text();
  }

  void End(std::string* out) override { *out += "\n]}\n"; }
};

}  // namespace

std::unique_ptr<ExportWriter> MakeJsonLdWriter(const ExportHead& head) {
  return std::make_unique<JsonLdWriter>(head);
}

}  // namespace claimscope
