// The state as a link: what an address carries, read and written.
#include "ui/state.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "base/strings.h"
#include "ui/query_hash.h"

namespace claimscope {
namespace {

constexpr std::string_view kComparedNames[] = {"first", "second"};

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
  for (size_t i = 0; i < 2; ++i) {
    if (!arguments.Has(kComparedNames[i])) continue;
    Status status =
        ReadCompared(kComparedNames[i], arguments.Get(kComparedNames[i]), &state->compared[i]);
    if (!status.ok()) return status;
  }
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

Query QuestionOf(const AppState& state) {
  Query query = state.query;
  query.text_in_claims = !state.search_articles && !query.text.empty();
  return query;
}

Query QuestionOf(const AppState& state, const Compared& compared) {
  Query query = compared.what == Compared::What::kKept ? compared.kept : QuestionOf(state);
  if (compared.what == Compared::What::kSide) {
    query.sides = BitOf(compared.side);
    query.except &= ~BitOf(Facet::kSide);
  }
  // Two things are held against each other, told by the same measure: claims.
  query.count_articles = false;
  return query;
}

std::string NameOf(const Compared& compared) {
  if (compared.what == Compared::What::kNow) return "now";
  if (compared.what == Compared::What::kSide) return std::string(NameOf(compared.side));
  std::string name(kLinkVersion);
  AppendQuery(compared.kept, &name);
  if (!compared.kept.text.empty() && !compared.kept.text_in_claims)
    AppendArgument("in", "articles", &name);
  return name;
}

Status ReadCompared(std::string_view name, std::string_view value, Compared* out) {
  Compared next = *out;
  next.kept = {};
  next.what = value == "now" ? Compared::What::kNow : Compared::What::kSide;
  if (IsLink(value)) {
    next.what = Compared::What::kKept;
    Result<Arguments> arguments = Arguments::Parse(value.substr(kLinkVersion.size()));
    if (!arguments.ok()) return arguments.status();
    if (Status s = ReadQuery(*arguments, &next.kept); !s.ok()) return s;
    next.kept.text_in_claims = !next.kept.text.empty() && arguments->Get("in") != "articles";
  } else if (value != "now" && !FromName(value, &next.side)) {
    return BadValue(name, value);
  }
  *out = std::move(next);
  return Status::Ok();
}

std::string HashOf(const AppState& state, bool has_claim) {
  std::string hash(kLinkVersion);
  AppendQuery(state.query, &hash);
  const auto add = [&hash](std::string_view name, std::string_view value) {
    if (!value.empty()) AppendArgument(name, value, &hash);
  };
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
  for (size_t i = 0; i < 2; ++i) {
    const std::string name = NameOf(state.compared[i]);
    if (name != NameOf(rest.compared[i])) add(kComparedNames[i], name);
  }
  add("amounts", state.compared_measure);
  if (state.compared_kind) add("of", NameOf(*state.compared_kind));
  if (state.context_sort != ContextSort::kDate) add("context", NameOf(state.context_sort));
  if (state.sort != SortBy::kTime) add("sort", NameOf(state.sort));
  if (!state.descending) add("order", "up");
  if (!state.selection.article.empty()) {
    add("article", state.selection.article);
    if (has_claim) add("claim", std::to_string(state.selection.claim + 1));
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
  if (!IsLink(hash)) {
    return Status::Unsupported(
        "This link was not made by this version of Claimscope: it does not begin with \"v1\".");
  }
  Result<Arguments> arguments = Arguments::Parse(hash.substr(kLinkVersion.size()));
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
  std::string usable(kLinkVersion);
  if (!IsLink(hash)) return state;
  const std::vector<std::string_view> parts = SplitTrimmed(hash.substr(kLinkVersion.size()), '&');
  for (size_t i = 0; i < parts.size(); ++i) {
    std::string more = usable + "&" + std::string(parts[i]);
    if (i + 1 < parts.size() && BelongTogether(parts[i], parts[i + 1]))
      more += "&" + std::string(parts[++i]);
    if (WithHash(state, more).ok()) usable = std::move(more);
  }
  return *WithHash(state, usable);
}

}  // namespace claimscope
