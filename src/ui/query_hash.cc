#include "ui/query_hash.h"

#include <cmath>

#include "base/strings.h"
#include "engine/review.h"

namespace claimscope {
namespace {

template <typename E>
std::string NamesOf(uint32_t bits, int count) {
  std::string text;
  for (int i = 0; i < count; ++i) {
    if ((bits >> i & 1) == 0) continue;
    if (!text.empty()) text += ',';
    text += NameOf(static_cast<E>(i));
  }
  return text;
}

template <typename E>
Status ReadBits(std::string_view name, std::string_view value, uint32_t* out) {
  uint32_t bits = 0;
  for (const std::string_view word : SplitTrimmed(value, ',')) {
    E entry;
    if (!FromName(word, &entry)) return BadValue(name, word);
    bits |= BitOf(entry);
  }
  *out = bits;
  return Status::Ok();
}

bool IsRegionCode(std::string_view code) {
  if (code.empty() || code.size() > 8) return false;
  for (const char c : code) {
    if (!IsAsciiUpper(c) && !IsAsciiDigit(c) && c != '-') return false;
  }
  return true;
}

constexpr Facet kNameLists[] = {Facet::kClaimant, Facet::kPlace, Facet::kSource, Facet::kLanguage};

Status ReadAmount(const Arguments& arguments, AmountRange* amount) {
  *amount = {std::string(arguments.Get("measure")), AmountRange().least, AmountRange().most};
  const auto read = [&](std::string_view name, double* out) {
    return !arguments.Has(name) || (ParseDouble(arguments.Get(name), out) && !std::isnan(*out));
  };
  if (!read("least", &amount->least)) return BadValue("least", arguments.Get("least"));
  if (!read("most", &amount->most)) return BadValue("most", arguments.Get("most"));
  return Status::Ok();
}

}  // namespace

Status BadValue(std::string_view name, std::string_view value) {
  return Status::Invalid("\"" + std::string(value) + "\" is not a possible value of \"" +
                         std::string(name) + "\".");
}

Status ReadDays(const Arguments& arguments, std::string_view from, std::string_view to,
                DayRange* out) {
  *out = {};
  if (!arguments.Has(from) && !arguments.Has(to)) return Status::Ok();
  Result<DayRange> range = ParseDayRange(arguments.Get(from), arguments.Get(to));
  if (!range.ok()) return range.status();
  *out = *range;
  return Status::Ok();
}

Status ReadQuery(const Arguments& arguments, Query* query) {
  if (Status status = ReadDays(arguments, "from", "to", &query->days); !status.ok()) return status;
  for (const std::string_view code : SplitTrimmed(arguments.Get("region"), ',')) {
    if (!IsRegionCode(code)) return BadValue("region", code);
    query->regions.emplace_back(code);
  }
  if (Status s = ReadBits<Kind>("kind", arguments.Get("kind"), &query->kinds); !s.ok()) return s;
  if (Status s = ReadBits<Side>("side", arguments.Get("side"), &query->sides); !s.ok()) return s;
  const std::string_view copies = arguments.Get("copies");
  if (!copies.empty() && copies != "0" && copies != "1") return BadValue("copies", copies);
  query->count_copies = copies != "0";
  const std::string_view retold = arguments.Get("retold");
  if (!retold.empty() && retold != "0" && retold != "1") return BadValue("retold", retold);
  query->count_retold = retold != "0";
  const std::string_view count = arguments.Get("count");
  if (!count.empty() && count != "articles" && count != "claims") return BadValue("count", count);
  query->count_articles = count == "articles";
  const std::string_view rejected = arguments.Get("rejected");
  if (!rejected.empty() && rejected != "0" && rejected != "1")
    return BadValue("rejected", rejected);
  query->count_rejected = rejected == "1";
  Status status = ReadBits<ClaimStatus>("status", arguments.Get("status"), &query->statuses);
  if (status.ok()) status = ReadBits<Verdict>("review", arguments.Get("review"), &query->reviews);
  query->text = std::string(arguments.Get("q"));
  // A name may hold a comma: each has an argument of its own.
  for (const auto& [name, value] : arguments.pairs()) {
    for (const Facet facet : kNameLists) {
      if (name == NameOf(facet)) NamesIn(*query, facet)->push_back(value);
    }
  }
  if (status.ok()) status = ReadBits<Facet>("not", arguments.Get("not"), &query->except);
  if (status.ok()) status = ReadAmount(arguments, &query->amount);
  return status;
}

void AppendQuery(const Query& query, std::string* out) {
  const auto add = [out](std::string_view name, std::string_view value) {
    if (!value.empty()) AppendArgument(name, value, out);
  };
  if (query.days.known()) {
    add("from", FormatIsoDay(query.days.from));
    add("to", FormatIsoDay(query.days.to));
  }
  std::string regions;
  for (const std::string& code : query.regions) regions += (regions.empty() ? "" : ",") + code;
  add("region", regions);
  add("kind", NamesOf<Kind>(query.kinds, kKindCount));
  add("side", NamesOf<Side>(query.sides, kSideCount));
  add("status", NamesOf<ClaimStatus>(query.statuses, kClaimStatusCount));
  add("review", NamesOf<Verdict>(query.reviews, kVerdictCount));
  if (!query.count_copies) add("copies", "0");
  if (!query.count_retold) add("retold", "0");
  if (query.count_articles) add("count", "articles");
  if (query.count_rejected) add("rejected", "1");
  for (const Facet facet : kNameLists) {
    // An empty name is one too: of claims that name nobody.
    for (const std::string& name : *NamesIn(query, facet)) AppendArgument(NameOf(facet), name, out);
  }
  add("not", NamesOf<Facet>(query.except, kFacetCount));
  add("measure", query.amount.measure);
  if (std::isfinite(query.amount.least)) add("least", FormatDouble(query.amount.least));
  if (std::isfinite(query.amount.most)) add("most", FormatDouble(query.amount.most));
  add("q", query.text);
}

}  // namespace claimscope
