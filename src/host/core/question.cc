#include "host/core/question.h"

#include <algorithm>
#include <limits>

#include "base/strings.h"
#include "model/names.h"

namespace claimscope {
namespace {

template <typename E>
Status ReadNames(std::string_view what, std::string_view value, uint32_t* bits) {
  for (const std::string_view name : SplitTrimmed(value, ',')) {
    E found;
    if (!FromName(name, &found)) {
      return Status::Invalid("There is no " + std::string(what) + " \"" + std::string(name) +
                             "\".");
    }
    *bits |= BitOf(found);
  }
  return Status::Ok();
}

Status ReadDay(std::string_view value, Day* day) {
  *day = ParseIsoDay(value);
  if (day->known()) return Status::Ok();
  return Status::Invalid("\"" + std::string(value) + "\" is not a day as YYYY-MM-DD.");
}

Status ReadNumber(std::string_view value, size_t* number) {
  int64_t read = 0;
  if (!ParseInt(value, &read) || read < 0 || read > std::numeric_limits<int32_t>::max()) {
    return Status::Invalid("\"" + std::string(value) + "\" is not a number of hits.");
  }
  *number = static_cast<size_t>(read);
  return Status::Ok();
}

Status ReadPer(std::string_view value, Question* question) {
  const auto* const at = std::find(std::begin(kPers), std::end(kPers), value);
  if (at == std::end(kPers)) {
    return Status::Invalid("Counts are per day, week, month, quarter or year, not per \"" +
                           std::string(value) + "\".");
  }
  question->asking.per = static_cast<Per>(at - std::begin(kPers));
  return Status::Ok();
}

Status ReadFacet(std::string_view name, Facet* facet) {
  for (const auto& [known, value] : kFacets) {
    if (known != name) continue;
    *facet = value;
    return Status::Ok();
  }
  return Status::Invalid("There is no facet \"" + std::string(name) + "\".");
}

Status ReadStack(std::string_view value, Facet* facet) {
  const Status status = ReadFacet(value, facet);
  if (!status.ok() || *facet <= Facet::kStatus || *facet == Facet::kClaimant) return status;
  return Status::Invalid("The chart is stacked by region, kind, side, status or claimant, not by " +
                         std::string(value) + ".");
}

// The lists that take time to count, of those named.
Status ReadLists(std::string_view value, uint32_t* lists) {
  for (const std::string_view name : SplitTrimmed(value, ',')) {
    Facet facet;
    const Status status = ReadFacet(name, &facet);
    if (!status.ok()) return status;
    if (facet > Facet::kDays) *lists |= BitOf(facet);
  }
  return Status::Ok();
}

Status ReadEnd(std::string_view value, double* end) {
  if (ParseDouble(value, end)) return Status::Ok();
  return Status::Invalid("\"" + std::string(value) + "\" is not an amount.");
}

// Names may have commas: one a line, as often as there are.
Status ReadName(std::string_view name, std::string_view value, Query* query) {
  if (name == "claimant") query->claimants.emplace_back(value);
  if (name == "place") query->places.emplace_back(value);
  if (name == "source") query->sources.emplace_back(value);
  if (name == "language") query->languages.emplace_back(value);
  if (name == "measure") query->amount.measure = value;
  if (name == "least") return ReadEnd(value, &query->amount.least);
  if (name == "most") return ReadEnd(value, &query->amount.most);
  return Status::Ok();
}

Status ReadEntry(std::string_view name, std::string_view value, Question* question) {
  Query& query = question->query;
  if (name == "text") query.text = std::string(value) + " ";
  if (name == "in") query.text_in_claims = value == "claims";
  if (name == "from") return ReadDay(value, &query.days.from);
  if (name == "to") return ReadDay(value, &query.days.to);
  if (name == "regions") {
    for (const std::string_view code : SplitTrimmed(value, ',')) query.regions.emplace_back(code);
  }
  if (name == "kinds") return ReadNames<Kind>("kind", value, &query.kinds);
  if (name == "sides") return ReadNames<Side>("side", value, &query.sides);
  if (name == "statuses") return ReadNames<ClaimStatus>("status", value, &query.statuses);
  if (name == "copies") query.count_copies = value != "once";
  if (name == "count") {
    query.count_retold = value != "distinct";
    query.count_articles = value == "articles";
  }
  if (name == "order") question->order = value;
  if (name == "limit") return ReadNumber(value, &question->limit);
  if (name == "offset") return ReadNumber(value, &question->offset);
  if (name == "per") return ReadPer(value, question);
  if (name == "stack") return ReadStack(value, &question->asking.stack);
  if (name == "by") return ReadLists(value, &question->asking.lists);
  return ReadName(name, value, &query);
}

}  // namespace

Status ReadQuestion(std::string_view lines, Question* question) {
  for (const std::string_view line : Split(lines, '\n')) {
    const size_t tab = line.find('\t');
    if (tab == std::string_view::npos) continue;
    const Status status = ReadEntry(line.substr(0, tab), line.substr(tab + 1), question);
    if (!status.ok()) return status;
  }
  DayRange& days = question->query.days;
  if (days.from.known() && !days.to.known()) days.to = DayOf({9999, 12, 31});
  if (!days.from.known() && days.to.known()) days.from = DayOf({1, 1, 1});
  return Status::Ok();
}

}  // namespace claimscope
