#include "ui/missing_values.h"

#include <algorithm>
#include <functional>
#include <numeric>

#include "base/strings.h"
#include "base/utf8.h"
#include "ui/arguments.h"
#include "ui/filter_words.h"
#include "ui/format.h"

namespace claimscope {
namespace {

constexpr size_t kMostWays = 3;
constexpr size_t kMostCompared = 5000;  // the commonest of a long list

struct FieldSpec {
  Facet facet;
  std::string_view field;  // in a search
  std::string_view lacks;
  std::string_view only;  // the command and its argument
  std::string_view argument;
};
constexpr FieldSpec kFields[] = {
    {Facet::kLanguage, "lang:", "No claim is in the language", "only-name", "name"},
    {Facet::kStatus, "status:", "No claim has the status", "only-status", "name"},
    {Facet::kKind, "kind:", "No claim is of the kind", "only-kind", "name"},
    {Facet::kSide, "side:", "No claim is made by the side", "only-side", "name"},
    {Facet::kRegion, "region:", "No claim is about the region", "only-region", "code"},
    {Facet::kPlace, "place:", "No claim names the place", "only-name", "name"},
    {Facet::kClaimant, "who:", "No claim is made by", "only-name", "name"},
    {Facet::kSource, "source:", "No claim comes from", "only-name", "name"}};

struct Value {
  std::string value, label;
};

std::string LabelIn(const Session& session, Facet facet, std::string_view value) {
  const bool listed = NamesIn(session.state.query, facet) != nullptr;
  return listed ? LabelOfName(facet, value) : SeriesName(session, facet, value);
}

// Of the whole corpus, the commonest first.
std::vector<std::string_view> ValuesOf(const Session& session, Facet facet) {
  const Corpus& corpus = session.corpus();
  std::vector<std::string_view> values;
  if (NamesIn(session.state.query, facet) == nullptr) {
    for (const FacetCount& count : facet == Facet::kKind     ? corpus.kinds()
                                   : facet == Facet::kSide   ? corpus.sides()
                                   : facet == Facet::kStatus ? corpus.statuses()
                                                             : corpus.regions()) {
      if (count.claims > 0 && count.value != "-") values.push_back(count.value);
    }
    return values;
  }
  const Answer all = session.Look({}, Asking(Per::kYear, {}, Facet::kRegion, BitOf(facet)));
  const std::vector<std::string_view>& names = session.NamesOf(facet);
  std::vector<std::pair<uint32_t, size_t>> order;
  for (size_t i = 0; i < names.size(); ++i)
    order.emplace_back(~all.names[static_cast<size_t>(facet)][i], i);
  std::sort(order.begin(), order.end());
  order.resize(std::min(order.size(), kMostCompared));
  for (const auto& [count, i] : order) {
    if (!names[i].empty()) values.push_back(names[i]);
  }
  return values;
}

// How many letters must be changed, put in or left out.
size_t Edits(std::string_view a, std::string_view b) {
  std::vector<size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), size_t{0});
  for (size_t i = 0; i < a.size(); ++i) {
    size_t corner = std::exchange(row[0], i + 1);
    for (size_t j = 0; j < b.size(); ++j) {
      const size_t here = std::min({row[j + 1] + 1, row[j] + 1, corner + (a[i] == b[j] ? 0 : 1)});
      corner = std::exchange(row[j + 1], here);
    }
  }
  return row.back();
}

// The smaller the nearer; a part of the name is nearer than one with other letters.
size_t Distance(std::string_view wanted, std::string_view name) {
  const std::string folded = FoldText(name);
  const size_t at = folded.find(wanted);
  if (at != std::string::npos) return at == 0 ? 0 : 1;
  return 2 + Edits(wanted, folded);
}

std::vector<Value> Nearest(const Session& session, Facet facet, std::string_view wanted) {
  const std::string folded = FoldText(wanted);
  const std::vector<std::string_view> values = ValuesOf(session, facet);
  std::vector<std::pair<size_t, size_t>> order;
  for (size_t i = 0; i < values.size(); ++i) {
    const size_t far =
        std::min(Distance(folded, values[i]), Distance(folded, LabelIn(session, facet, values[i])));
    // Where nothing is near, what is commonest.
    order.emplace_back(std::min(far, 3 + folded.size() / 2), i);
  }
  std::sort(order.begin(), order.end());
  std::vector<Value> nearest;
  for (size_t i = 0; i < std::min(kMostWays, order.size()); ++i) {
    const std::string_view value = values[order[i].second];
    nearest.push_back({std::string(value), LabelIn(session, facet, value)});
  }
  return nearest;
}

MissingValue Tell(const Session& session, const FieldSpec& spec, std::string_view wanted,
                  const std::function<WayOut(const Value&)>& way) {
  MissingValue missing;
  missing.text = std::string(spec.lacks) + " “" + std::string(wanted) + "”.";
  for (const Value& value : Nearest(session, spec.facet, wanted))
    missing.ways.push_back(way(value));
  if (!missing.ways.empty()) missing.text += " Choose what there is:";
  return missing;
}

// A field's value within the search: "lang:uk", "who:\"general staff\"".
struct Part {
  size_t begin = 0, end = 0;
  const FieldSpec* spec = nullptr;
};

std::vector<Part> PartsOf(std::string_view search) {
  std::vector<Part> parts;
  size_t begin = 0;
  bool quoted = false;
  for (size_t at = 0; at <= search.size(); ++at) {
    if (at < search.size() && search[at] == '"') quoted = !quoted;
    const bool ends =
        at == search.size() || search[at] == '(' || search[at] == ')' || IsAsciiSpace(search[at]);
    if (!ends || (quoted && at < search.size())) continue;
    for (const FieldSpec& spec : kFields) {
      if (at > begin + spec.field.size() &&
          StartsWithIgnoreAsciiCase(search.substr(begin), spec.field))
        parts.push_back({begin, at, &spec});
    }
    begin = at + 1;
  }
  return parts;
}

std::optional<MissingValue> MissingInSearch(const Session& session) {
  const std::string& search = session.state.query.text;
  for (const Part& part : PartsOf(search)) {
    Query alone;
    alone.text = search.substr(part.begin, part.end - part.begin);
    alone.count_rejected = true;
    if (session.Look(alone, Asking(Per::kYear)).claims > 0) continue;
    std::string wanted = alone.text.substr(part.spec->field.size());
    std::erase_if(wanted, [](char c) { return c == '"' || c == '*' || c == '~'; });
    return Tell(session, *part.spec, wanted, [&](const Value& value) {
      // A region is written by its name.
      const bool by_name = part.spec->facet == Facet::kRegion;
      std::string written = by_name ? value.label : value.value;
      if (written.find(' ') != std::string::npos) written = "\"" + written + "\"";
      WayOut way{value.label, "search", true, {}};
      AppendArgument("q",
                     search.substr(0, part.begin) + std::string(part.spec->field) + written +
                         search.substr(part.end),
                     &way.arguments);
      return way;
    });
  }
  return std::nullopt;
}

std::optional<MissingValue> MissingInFilters(const Session& session) {
  for (const FieldSpec& spec : kFields) {
    const Query& query = session.state.query;
    if ((query.except & BitOf(spec.facet)) != 0) continue;
    Query alone;
    if (spec.facet == Facet::kRegion) alone.regions = query.regions;
    if (spec.facet == Facet::kKind) alone.kinds = query.kinds;
    if (spec.facet == Facet::kSide) alone.sides = query.sides;
    if (spec.facet == Facet::kStatus) alone.statuses = query.statuses;
    if (const auto* names = NamesIn(query, spec.facet)) *NamesIn(alone, spec.facet) = *names;
    if (alone == Query{}) continue;
    const std::string wanted = WordsOf(session, alone)[0].label;
    alone.count_rejected = true;
    if (session.Look(alone, Asking(Per::kYear)).claims > 0) continue;
    return Tell(session, spec, wanted, [&](const Value& value) {
      WayOut way{value.label, spec.only, true, {}};
      if (spec.only == "only-name") AppendArgument("list", NameOf(spec.facet), &way.arguments);
      AppendArgument(spec.argument, value.value, &way.arguments);
      return way;
    });
  }
  return std::nullopt;
}

}  // namespace

std::optional<MissingValue> FindMissing(const Session& session) {
  if (session.corpus().claims() == 0 || session.is_searching()) return std::nullopt;
  std::optional<MissingValue> missing = MissingInSearch(session);
  return missing ? missing : MissingInFilters(session);
}

}  // namespace claimscope
