// Reviewed claims as a yardstick for the extraction.
#include "base/json_writer.h"
#include "base/strings.h"
#include "engine/review.h"

namespace claimscope {
namespace {

std::string FieldOf(const Claim& claim, const Correction& correction, ClaimField field) {
  return correction[field] ? *correction[field] : ValueOf(claim, field);
}

void WriteList(JsonWriter* json, std::string_view key, const std::string& value) {
  json->Key(key);
  if (value.empty() || value == "-") {
    json->Null();
  } else {
    json->BeginArray().String(value).EndArray();
  }
}

void WriteClaim(JsonWriter* json, const Claim& claim, const std::string& quote,
                const Correction& correction) {
  const auto field = [&](ClaimField of) { return FieldOf(claim, correction, of); };
  json->BeginObject().Key("quote").String(quote);
  WriteList(json, "kind", field(ClaimField::kKind));
  WriteList(json, "claimant", field(ClaimField::kClaimant));
  WriteList(json, "side", field(ClaimField::kSide));
  WriteList(json, "region", field(ClaimField::kRegion));
  json->Key("time");
  if (field(ClaimField::kFrom).empty()) {
    json->Null();
  } else {
    json->BeginArray().String(field(ClaimField::kFrom)).String(field(ClaimField::kTo)).EndArray();
  }
  json->Key("quantity");
  double value = 0;
  if (!ParseDouble(field(ClaimField::kValue), &value)) {
    json->Null();
  } else {
    const Quantity found = claim.quantities.empty() ? Quantity() : claim.quantities[0];
    json->BeginObject().Key("value").Double(value).Key("unit").String(field(ClaimField::kUnit));
    json->Key("bound").String(NameOf(found.bound)).Key("scope").String(NameOf(found.scope));
    json->Key("of").String(found.of).EndObject();
  }
  WriteList(json, "status", field(ClaimField::kStatus));
  json->Key("mode").String(NameOf(claim.mode)).EndObject();
}

}  // namespace

std::string GoldLines(const Workspace& workspace, const Reviews& reviews) {
  std::string lines;
  for (uint32_t s = 0; s < workspace.segment_count(); ++s) {
    const Segment& segment = workspace.SegmentAt(s);
    for (uint32_t a = 0; a < segment.article_count(); ++a) {
      const std::vector<uint32_t> rows = segment.ClaimsOf(a);
      std::vector<std::string> rejected;
      JsonWriter claims;
      claims.BeginArray();
      size_t reviewed = 0;
      for (const uint32_t row : rows) {
        const Reviews::Entry* entry = reviews.Find({s, row});
        if (entry == nullptr) continue;
        ++reviewed;
        const std::string quote = segment.QuoteAt(row);
        if (entry->verdict == Verdict::kRejected) {
          rejected.push_back(quote);
        } else {
          WriteClaim(&claims, segment.ClaimAt(row), quote, entry->correction);
        }
      }
      if (reviewed == 0) continue;
      const ArticleView view = segment.ArticleAt(a);
      JsonWriter json;
      json.BeginObject().Key("article").BeginObject().Key("id").String(view.id);
      json.Key("title").String(view.title).Key("date");
      if (view.date.known()) {
        json.BeginArray().String(FormatIsoDay(view.date)).EndArray();
      } else {
        json.Null();
      }
      json.Key("source").BeginArray().String(view.source).EndArray().EndObject();
      json.Key("reviewed").Int(static_cast<int64_t>(reviewed));
      json.Key("found").Int(static_cast<int64_t>(rows.size()));
      json.Key("rejected").BeginArray();
      for (const std::string& quote : rejected) json.String(quote);
      json.EndArray().EndObject();
      // The list of claims was written beside it.
      std::string line = json.Take();
      line.pop_back();
      lines += line + ",\"claims\":" + claims.EndArray().Take() + "}\n";
    }
  }
  return lines;
}

}  // namespace claimscope
