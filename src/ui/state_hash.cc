// The state as a link: what an address carries, read and written.
#include "ui/state.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "base/strings.h"
#include "engine/review.h"
#include "ui/arguments.h"

namespace claimscope {
namespace {

constexpr std::string_view kVersion = "v1";

Status BadValue(std::string_view name, std::string_view value) {
  return Status::Invalid("\"" + std::string(value) + "\" is not a possible value of \"" +
                         std::string(name) + "\".");
}

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

Status ReadDays(const Arguments& arguments, std::string_view from, std::string_view to,
                DayRange* out) {
  *out = {};
  if (!arguments.Has(from) && !arguments.Has(to)) return Status::Ok();
  Result<DayRange> range = ParseDayRange(arguments.Get(from), arguments.Get(to));
  if (!range.ok()) return range.status();
  *out = *range;
  return Status::Ok();
}

template <typename E>
Status ReadName(const Arguments& arguments, std::string_view name, E* out) {
  if (!arguments.Has(name) || FromName(arguments.Get(name), out)) return Status::Ok();
  return BadValue(name, arguments.Get(name));
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

Status ReadMapView(std::string_view text, MapView* view) {
  *view = {};
  if (text.empty() || FromName(text, &view->fit)) return Status::Ok();
  view->fit = MapFit::kPlace;
  const std::vector<std::string_view> parts = SplitTrimmed(text, ',');
  if (parts.size() == 3 && ParseDouble(parts[0], &view->lon) && ParseDouble(parts[1], &view->lat) &&
      ParseDouble(parts[2], &view->across) && IsPossible(*view))
    return Status::Ok();
  return BadValue("map", text);
}

Status ReadRest(const Arguments& arguments, AppState* state) {
  const std::string_view in = arguments.Get("in");
  if (!in.empty() && in != "articles" && in != "claims") return BadValue("in", in);
  state->search_articles = in == "articles";
  if (arguments.Has("per")) {
    Per per;
    if (!FromName(arguments.Get("per"), &per)) return BadValue("per", arguments.Get("per"));
    state->per = per;
  }
  if (Status s = ReadDays(arguments, "zoom-from", "zoom-to", &state->zoom); !s.ok()) return s;
  if (Status s = ReadName(arguments, "stack", &state->stack); !s.ok()) return s;
  if (Status s = ReadName(arguments, "scale", &state->scale); !s.ok()) return s;
  if (Status s = ReadName(arguments, "view", &state->view); !s.ok()) return s;
  if (Status s = ReadMapView(arguments.Get("map"), &state->map); !s.ok()) return s;
  if (Status s = ReadName(arguments, "first", &state->compared[0]); !s.ok()) return s;
  if (Status s = ReadName(arguments, "second", &state->compared[1]); !s.ok()) return s;
  state->compared_measure = std::string(arguments.Get("amounts"));
  state->compared_kind.reset();
  if (Kind kind{}; arguments.Has("of")) {
    if (Status s = ReadName(arguments, "of", &kind); !s.ok()) return s;
    state->compared_kind = kind;
  }
  if (Status s = ReadName(arguments, "context", &state->context_sort); !s.ok()) return s;
  if (Status s = ReadName(arguments, "sort", &state->sort); !s.ok()) return s;
  if (arguments.Has("order")) {
    const std::string_view order = arguments.Get("order");
    if (order != "up" && order != "down") return BadValue("order", order);
    state->descending = order == "down";
  }
  state->selection.article = std::string(arguments.Get("article"));
  int64_t claim = 0;
  if (arguments.Has("claim")) {
    if (!ParseInt(arguments.Get("claim"), &claim) || claim < 1 || claim > 1'000'000) {
      return BadValue("claim", arguments.Get("claim"));
    }
    state->selection.claim = static_cast<uint32_t>(claim - 1);
  }
  if (!state->selection.article.empty()) state->beside = std::string(arguments.Get("beside"));
  const std::string_view reader = arguments.Get("reader");
  if (!reader.empty() && reader != "0" && reader != "1") return BadValue("reader", reader);
  state->reader_open = !state->selection.article.empty() && reader != "0";
  return Status::Ok();
}

}  // namespace

Result<DayRange> ParseDayRange(std::string_view from, std::string_view to) {
  if (to.empty()) to = from;
  if (from.empty()) from = to;
  const DayRange range{ParseIsoDay(from), ParseIsoDay(to)};
  if (!range.from.known()) return BadValue("from", from);
  if (!range.to.known()) return BadValue("to", to);
  if (range.to < range.from) {
    return Status::Invalid("The range ends (" + std::string(to) + ") before it begins (" +
                           std::string(from) + ").");
  }
  return range;
}

namespace {

// The fewest digits that read back as the same number.
std::string ShortNumber(double value) {
  char text[40];
  std::snprintf(text, sizeof text, "%.0f", value);
  if (std::fabs(value) < 1e15 && std::strtod(text, nullptr) == value) return text;
  for (int digits = 1; digits <= 17; ++digits) {
    std::snprintf(text, sizeof text, "%.*g", digits, value);
    if (std::strtod(text, nullptr) == value) break;
  }
  return text;
}

}  // namespace

Query QuestionOf(const AppState& state) {
  Query query = state.query;
  query.text_in_claims = !state.search_articles && !query.text.empty();
  return query;
}

std::string HashOf(const AppState& state) {
  const Query& query = state.query;
  std::string hash(kVersion);
  const auto add = [&hash](std::string_view name, std::string_view value) {
    if (!value.empty()) AppendArgument(name, value, &hash);
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
    for (const std::string& name : *NamesIn(query, facet))
      AppendArgument(NameOf(facet), name, &hash);
  }
  add("not", NamesOf<Facet>(query.except, kFacetCount));
  add("measure", query.amount.measure);
  if (std::isfinite(query.amount.least)) add("least", ShortNumber(query.amount.least));
  if (std::isfinite(query.amount.most)) add("most", ShortNumber(query.amount.most));
  add("q", query.text);
  if (state.search_articles) add("in", "articles");
  if (state.per) add("per", NameOf(*state.per));
  if (state.zoom.known()) {
    add("zoom-from", FormatIsoDay(state.zoom.from));
    add("zoom-to", FormatIsoDay(state.zoom.to));
  }
  if (state.stack != StackBy::kRegion) add("stack", NameOf(state.stack));
  if (state.scale != Scale::kCount) add("scale", NameOf(state.scale));
  if (state.view != View::kClaims) add("view", NameOf(state.view));
  if (state.map.fit != MapFit::kClaims && state.map.fit != MapFit::kPlace)
    add("map", NameOf(state.map.fit));
  if (state.map.fit == MapFit::kPlace) {
    char text[64];
    std::snprintf(text, sizeof text, "%.2f,%.2f,%.2f", state.map.lon, state.map.lat,
                  state.map.across);
    add("map", text);
  }
  const AppState rest;
  if (state.compared[0] != rest.compared[0]) add("first", NameOf(state.compared[0]));
  if (state.compared[1] != rest.compared[1]) add("second", NameOf(state.compared[1]));
  add("amounts", state.compared_measure);
  if (state.compared_kind) add("of", NameOf(*state.compared_kind));
  if (state.context_sort != ContextSort::kDate) add("context", NameOf(state.context_sort));
  if (state.sort != SortBy::kTime) add("sort", NameOf(state.sort));
  if (!state.descending) add("order", "up");
  if (!state.selection.article.empty()) {
    add("article", state.selection.article);
    add("claim", std::to_string(state.selection.claim + 1));
    if (!state.reader_open) add("reader", "0");
    add("beside", state.beside);
  }
  return hash;
}

Result<AppState> WithHash(const AppState& state, std::string_view hash) {
  if (!hash.empty() && hash[0] == '#') hash.remove_prefix(1);
  // What belongs to this reader, not to the link.
  AppState next;
  next.filters_open = state.filters_open;
  next.open_lists = state.open_lists;
  next.seek_copies = state.seek_copies;
  next.theme = state.theme;
  next.sizes = state.sizes;
  next.sample_notice_closed = state.sample_notice_closed;
  next.search_focus = state.search_focus;
  next.clears = state.clears;
  if (hash.empty()) return next;
  if (hash.substr(0, hash.find('&')) != kVersion) {
    return Status::Unsupported(
        "This link was not made by this version of Claimscope: it does not begin with \"v1\".");
  }
  Result<Arguments> arguments = Arguments::Parse(hash.substr(kVersion.size()));
  if (!arguments.ok()) return arguments.status();
  if (Status status = ReadQuery(*arguments, &next.query); !status.ok()) return status;
  if (Status status = ReadRest(*arguments, &next); !status.ok()) return status;
  return next;
}

namespace {

// Parts that mean something only together.
bool BelongTogether(std::string_view a, std::string_view b) {
  const auto are = [&](std::string_view from, std::string_view to) {
    return a.substr(0, from.size()) == from && b.substr(0, to.size()) == to;
  };
  return are("from=", "to=") || are("zoom-from=", "zoom-to=") || are("article=", "claim=");
}

}  // namespace

AppState WithUsableParts(const AppState& state, std::string_view hash, Status* problem) {
  if (!hash.empty() && hash[0] == '#') hash.remove_prefix(1);
  Result<AppState> whole = WithHash(state, hash);
  *problem = whole.status();
  if (whole.ok()) return *whole;
  std::string usable(kVersion);
  if (hash.substr(0, hash.find('&')) != kVersion) return state;
  const std::vector<std::string_view> parts = SplitTrimmed(hash.substr(kVersion.size()), '&');
  for (size_t i = 0; i < parts.size(); ++i) {
    std::string more = usable + "&" + std::string(parts[i]);
    if (i + 1 < parts.size() && BelongTogether(parts[i], parts[i + 1]))
      more += "&" + std::string(parts[++i]);
    if (WithHash(state, more).ok()) usable = std::move(more);
  }
  return *WithHash(state, usable);
}

}  // namespace claimscope
