#include "ui/missing_values.h"

#include <algorithm>

#include "base/strings.h"
#include "base/utf8.h"
#include "ui/arguments.h"
#include "ui/filter_words.h"
#include "ui/format.h"

namespace claimscope {
namespace {

constexpr size_t kMostWays = 3;

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

// How much of what is wanted a name has: all of it, or its first letters.
uint64_t Likeness(std::string_view wanted, std::string_view name) {
  const std::string folded = FoldText(name);
  if (folded.find(wanted) != std::string::npos) return 1000;
  size_t same = 0;
  while (same < std::min(wanted.size(), folded.size()) && wanted[same] == folded[same]) ++same;
  return same;
}

struct Candidate {
  std::string_view value;
  std::string label;
  uint64_t rank = 0;
};

// Those like what is wanted, then the commonest.
class Candidates {
 public:
  Candidates(const Session& session, Facet facet, std::string_view wanted)
      : wanted_(FoldText(wanted)) {
    const Corpus& corpus = session.corpus();
    if (NamesIn(session.state.query, facet) == nullptr) {
      for (const FacetCount& count : facet == Facet::kKind     ? corpus.kinds()
                                     : facet == Facet::kSide   ? corpus.sides()
                                     : facet == Facet::kStatus ? corpus.statuses()
                                                               : corpus.regions())
        Try(count.value, SeriesName(session, facet, count.value), count.claims);
      return;
    }
    const Answer all = session.Look({}, Asking(Per::kYear, {}, Facet::kRegion, BitOf(facet)));
    const std::vector<uint32_t>& counts = all.names[static_cast<size_t>(facet)];
    for (size_t i = 0; i < counts.size(); ++i) {
      const std::string_view name = session.NamesOf(facet)[i];
      Try(name, LabelOfName(facet, name), counts[i]);
    }
  }
  const Candidate* begin() const { return best_; }
  const Candidate* end() const { return best_ + count_; }

 private:
  void Try(std::string_view value, std::string label, uint32_t claims) {
    if (claims == 0 || value.empty() || value == "-") return;
    const uint64_t like = std::max(Likeness(wanted_, value), Likeness(wanted_, label));
    Candidate next{value, std::move(label), like << 32 | claims};
    for (Candidate& one : best_) {
      if (next.rank > one.rank) std::swap(next, one);
    }
    count_ = std::min(count_ + 1, kMostWays);
  }

  std::string wanted_;
  Candidate best_[kMostWays];
  size_t count_ = 0;
};

bool IsThere(const Session& session, Query alone) {
  alone.count_rejected = true;
  return session.Look(alone, Asking(Per::kYear)).claims > 0;
}

void Tell(const FieldSpec& spec, std::string_view wanted, NothingFound* out) {
  out->text.append(spec.lacks).append(" “").append(wanted).append("”. Choose what there is:");
}

// A field's value within the search: "lang:uk", "who:\"general staff\"".
bool MissesInPart(const Session& session, size_t begin, size_t end, NothingFound* out) {
  const std::string& search = session.state.query.text;
  Query alone;
  alone.text = search.substr(begin, end - begin);
  for (const FieldSpec& spec : kFields) {
    const size_t size = spec.field.size();
    if (!StartsWithIgnoreAsciiCase(alone.text, spec.field) || alone.text.size() == size) continue;
    if (IsThere(session, alone)) return false;
    std::string wanted = alone.text.substr(size);
    std::erase_if(wanted, [](char c) { return c == '"' || c == '*' || c == '~'; });
    Tell(spec, wanted, out);
    for (const Candidate& one : Candidates(session, spec.facet, wanted)) {
      // A region is written by its name.
      std::string name(spec.facet == Facet::kRegion ? one.label : one.value);
      if (name.find(' ') != std::string::npos) name = '"' + name + '"';
      out->ways.push_back(
          SearchFor(one.label, search.substr(0, begin + size) + name + search.substr(end), false));
    }
    return true;
  }
  return false;
}

bool MissesInSearch(const Session& session, NothingFound* out) {
  const std::string& search = session.state.query.text;
  bool quoted = false;
  for (size_t begin = 0, at = 0; at <= search.size(); ++at) {
    const char c = at < search.size() ? search[at] : ' ';
    if (c == '"') quoted = !quoted;
    const bool ends = c == '(' || c == ')' || IsAsciiSpace(c);
    if (!ends || (quoted && at < search.size())) continue;
    if (MissesInPart(session, begin, at, out)) return true;
    begin = at + 1;
  }
  return false;
}

bool MissesInFilters(const Session& session, NothingFound* out) {
  const Query& query = session.state.query;
  for (const FieldSpec& spec : kFields) {
    if ((query.except & BitOf(spec.facet)) != 0) continue;
    Query alone;
    if (spec.facet == Facet::kRegion) alone.regions = query.regions;
    if (spec.facet == Facet::kKind) alone.kinds = query.kinds;
    if (spec.facet == Facet::kSide) alone.sides = query.sides;
    if (spec.facet == Facet::kStatus) alone.statuses = query.statuses;
    if (const auto* names = NamesIn(query, spec.facet)) *NamesIn(alone, spec.facet) = *names;
    if (alone == Query{} || IsThere(session, alone)) continue;
    const std::string wanted = WordsOf(session, alone)[0].label;
    Tell(spec, wanted, out);
    for (const Candidate& one : Candidates(session, spec.facet, wanted)) {
      out->ways.push_back({one.label, spec.only, true, {}});
      std::string* arguments = &out->ways.back().arguments;
      if (spec.only == "only-name") AppendArgument("list", NameOf(spec.facet), arguments);
      AppendArgument(spec.argument, one.value, arguments);
    }
    return true;
  }
  return false;
}

}  // namespace

bool FindMissing(const Session& session, NothingFound* out) {
  return !session.is_searching() && (MissesInSearch(session, out) || MissesInFilters(session, out));
}

}  // namespace claimscope
