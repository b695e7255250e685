#include "engine/claim_record.h"

#include <cstdlib>

#include "base/json_text.h"
#include "base/strings.h"
#include "model/day.h"

namespace claimscope {
namespace {

// The inverse of NameOf; what this version does not know is left as it is.
template <typename E>
void Named(std::string_view name, int count, E* out) {
  for (int i = 0; i < count; ++i) {
    if (NameOf(static_cast<E>(i)) == name) *out = static_cast<E>(i);
  }
}

class RecordReader {
 public:
  RecordReader(JsonText* json, ClaimRecord* out) : json_(*json), out_(*out) {}

  // The value at hand is an annotation or a record.
  bool Read() {
    return json_.ReadObject([&](std::string_view key) {
      if (key != "body") return ReadField(key);
      return json_.ReadArray([&] {
        return json_.ReadObject([&](std::string_view name) {
          return name != "claimscope" ||
                 json_.ReadObject([&](std::string_view field) { return ReadField(field); });
        });
      });
    });
  }
  bool is_whole() const { return has_span_ && has_quote_ && !out_.article.id.empty(); }

 private:
  std::string Text() const {
    std::string text;
    json_.ReadString(&text);
    return text;
  }
  double Number() const {
    std::string digits;
    double value = 0;
    if (json_.ReadNumber(&digits)) ParseDouble(digits, &value);
    return value;
  }
  Day DayAt() const { return ParseIsoDay(Text()); }

  Span SpanAt() {
    uint32_t ends[2] = {0, 0};
    size_t count = 0;
    json_.ReadArray([&] {
      const double value = Number();
      if (count < 2 && value >= 0 && value < 4e9) ends[count] = static_cast<uint32_t>(value);
      ++count;
      return true;
    });
    return count == 2 && ends[0] <= ends[1] ? Span{ends[0], ends[1]} : Span{};
  }

  bool ReadField(std::string_view key) { return ReadArticle(key) || ReadClaim(key) || true; }

  bool ReadArticle(std::string_view key) {
    Article& article = out_.article;
    std::string* const text = key == "article"    ? &article.id
                              : key == "title"    ? &article.title
                              : key == "source"   ? &article.source
                              : key == "url"      ? &article.url
                              : key == "author"   ? &article.author
                              : key == "language" ? &article.language
                                                  : nullptr;
    if (text != nullptr) {
      *text = Text();
    } else if (key == "date") {
      article.date = DayAt();
    } else if (key == "date_basis") {
      Named(Text(), static_cast<int>(DateBasis::kEvents) + 1, &article.date_basis);
    } else {
      return false;
    }
    return true;
  }

  bool ReadClaim(std::string_view key) {
    Claim& claim = out_.claim;
    if (key == "span") {
      claim.span = SpanAt();
      has_span_ = !claim.span.empty();
    } else if (key == "quote") {
      out_.quote = Text();
      has_quote_ = !out_.quote.empty();
    } else if (key == "kind") {
      Named(Text(), kKindCount, &claim.kind);
    } else if (key == "claimant") {
      claim.claimant = Text();
    } else if (key == "side") {
      Named(Text(), kSideCount, &claim.side);
    } else if (key == "actor") {
      Named(Text(), kSideCount, &claim.actor);
    } else if (key == "mode") {
      Named(Text(), kModeCount, &claim.mode);
    } else if (key == "status") {
      Named(Text(), kClaimStatusCount, &claim.status);
    } else if (key == "region") {
      claim.region = Text();
    } else if (key == "rule") {
      claim.rule = Text();
    } else if (key == "time") {
      json_.ReadObject([&](std::string_view name) { return ReadTime(name), true; });
    } else if (key == "quantities") {
      json_.ReadArray([&] { return ReadQuantity(), true; });
    } else if (key == "places") {
      json_.ReadArray([&] { return ReadPlace(), true; });
    } else {
      return ReadSpan(key);
    }
    return true;
  }

  bool ReadSpan(std::string_view key) {
    Claim& claim = out_.claim;
    Span* const span = key == "claimant_span" ? &claim.claimant_span
                       : key == "cue_span"    ? &claim.cue
                       : key == "status_span" ? &claim.status_span
                                              : nullptr;
    if (span != nullptr) *span = SpanAt();
    return span != nullptr;
  }

  void ReadTime(std::string_view key) {
    Claim& claim = out_.claim;
    if (key == "from") claim.time.from = DayAt();
    if (key == "to") claim.time.to = DayAt();
    if (key == "basis") Named(Text(), kTimeBasisCount, &claim.time_basis);
    if (key == "span") claim.time_span = SpanAt();
  }

  void ReadQuantity() {
    Quantity quantity;
    json_.ReadObject([&](std::string_view key) {
      if (key == "value") quantity.value = Number();
      if (key == "value_max") quantity.value_max = Number();
      if (key == "unit") quantity.unit = Text();
      if (key == "si_value") quantity.si_value = Number();
      if (key == "si_unit") quantity.si_unit = Text();
      if (key == "bound") Named(Text(), kBoundCount, &quantity.bound);
      if (key == "scope") Named(Text(), kScopeCount, &quantity.scope);
      if (key == "of") quantity.of = Text();
      if (key == "span") quantity.span = SpanAt();
      return true;
    });
    if (quantity.si_unit == quantity.unit) quantity.si_unit.clear();
    out_.claim.quantities.push_back(std::move(quantity));
  }

  void ReadPlace() {
    PlaceMention place;
    json_.ReadObject([&](std::string_view key) {
      if (key == "name") place.name = Text();
      if (key == "region") place.region = Text();
      if (key == "sure") Named(Text(), kSurenessCount, &place.sure);
      if (key == "span") place.span = SpanAt();
      if (key == "lat") place.lat = static_cast<float>(Number());
      if (key == "lon") place.lon = static_cast<float>(Number());
      if (key == "candidates") {
        json_.ReadArray([&] { return place.candidates.push_back(Text()), true; });
      }
      return true;
    });
    if (place.region == "-") place.region.clear();
    out_.claim.places.push_back(std::move(place));
  }

  JsonText& json_;
  ClaimRecord& out_;
  bool has_span_ = false, has_quote_ = false;
};

}  // namespace

const char* ReadClaimRecord(std::string_view line, ClaimRecord* out) {
  JsonText json(line);
  if (!json.error().empty()) return "The line is not well-formed JSON.";
  RecordReader reader(&json, out);
  if (!reader.Read() || !reader.is_whole()) {
    return "The record is no exported claim: it needs \"article\", \"span\" and \"quote\".";
  }
  DayRange& time = out->claim.time;
  if (!time.from.known() || !time.to.known()) time = {};
  if (time.to < time.from) std::swap(time.from, time.to);
  if (out->claim.region.empty()) out->claim.region = "-";
  return nullptr;
}

}  // namespace claimscope
