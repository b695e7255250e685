// GeoJSON (RFC 7946): a feature per claim. Its geometry is the points of its places, or null where
// none is known; what else the file says of itself is a member of its own, as section 6.1 allows.
#include <utility>
#include <vector>

#include "exports/writer.h"

namespace claimscope {
namespace {

void WriteGeometry(const Claim& claim, JsonWriter* json) {
  std::vector<std::pair<double, double>> points;
  for (const PlaceMention& place : claim.places) {
    if (place.lat == 0 && place.lon == 0) continue;
    const std::pair point(RoundDegrees(place.lon), RoundDegrees(place.lat));
    bool is_new = true;
    for (const auto& other : points) is_new &= other != point;
    if (is_new) points.push_back(point);
  }
  json->Key("geometry");
  if (points.empty()) {
    json->Null();
    return;
  }
  const bool one = points.size() == 1;
  json->BeginObject().Key("type").String(one ? "Point" : "MultiPoint").Key("coordinates");
  if (!one) json->BeginArray();
  for (const auto& [lon, lat] : points) json->BeginArray().Double(lon).Double(lat).EndArray();
  if (!one) json->EndArray();
  json->EndObject();
}

class GeoJsonWriter : public ExportWriter {
 public:
  using ExportWriter::ExportWriter;

  void Begin(std::string* out) override {
    JsonWriter json;
    json.BeginObject().Key("type").String("FeatureCollection");
    json.Key("claimscope").BeginObject();
    WriteHead(head, &json);
    json.EndObject();
    *out += json.text() + ",\n\"features\":[";
  }

  void Add(const ExportRow& row, std::string* out) override {
    const Claim& claim = row.claim;
    JsonWriter json;
    json.BeginObject().Key("type").String("Feature");
    WriteGeometry(claim, &json);
    json.Key("properties").BeginObject();
    json.Key("quote").String(TextOf(row.text, claim.span));
    json.Key("kind").String(NameOf(claim.kind));
    json.Key("claimant").String(claim.claimant);
    json.Key("side").String(NameOf(claim.side));
    json.Key("status").String(NameOf(claim.status));
    WriteDayField("from", claim.time.from, &json);
    WriteDayField("to", claim.time.to, &json);
    json.Key("region").String(claim.region);
    json.Key("region_name").String(RegionOf(head, claim.region));
    std::string places;
    for (const PlaceMention& place : claim.places)
      places += (places.empty() ? "" : "; ") + place.name;
    json.Key("places").String(places);
    if (!claim.quantities.empty()) {
      json.Key("value").Double(claim.quantities[0].value);
      json.Key("unit").String(claim.quantities[0].unit);
      json.Key("bound").String(NameOf(claim.quantities[0].bound));
    }
    json.Key("article").String(row.article.id).Key("title").String(row.article.title);
    WriteDayField("date", row.article.date, &json);
    json.Key("source").String(row.article.source).Key("url").String(row.article.url);
    json.Key("rule").String(claim.rule);
    if (!row.review.empty()) json.Key("review").String(row.review);
    json.EndObject().EndObject();
    *out += (row.index == 0 ? "\n" : ",\n") + json.text();
  }

  void End(std::string* out) override { *out += "\n]}\n"; }
};

}  // namespace

std::unique_ptr<ExportWriter> MakeGeoJsonWriter(const ExportHead& head) {
  return std::make_unique<GeoJsonWriter>(head);
}

}  // namespace claimscope
