// Commands on the long lists of names, and on any list as a whole.
#include <algorithm>

#include "base/strings.h"
#include "ui/command_handlers.h"
#include "ui/labels.h"

namespace claimscope {
namespace {

Status ReadList(const Arguments& arguments, Facet* list) {
  if (FromName(arguments.Get("list"), list)) return Status::Ok();
  return Status::NotFound("There is no list \"" + std::string(arguments.Get("list")) + "\".");
}

// A list of names, and a name of the corpus (or one chosen already): a mistyped one would silently
// show nothing.
Status ReadName(Session& session, const Arguments& arguments, Facet* list, std::string* name) {
  if (Status status = ReadList(arguments, list); !status.ok()) return status;
  const std::vector<std::string>* chosen = NamesIn(session.state.query, *list);
  if (chosen == nullptr || *list == Facet::kRegion) {
    return Status::Invalid("The list \"" + std::string(NameOf(*list)) +
                           "\" has commands of its own.");
  }
  *name = std::string(arguments.Get("name"));
  const auto& names = session.NamesOf(*list);
  if (std::binary_search(names.begin(), names.end(), std::string_view(*name)) ||
      std::find(chosen->begin(), chosen->end(), *name) != chosen->end()) {
    return Status::Ok();
  }
  return Status::NotFound("No claim has the " + std::string(NameOf(*list)) + " \"" + *name + "\".");
}

Status ReadEnd(const Arguments& arguments, std::string_view name, double size, double* out) {
  if (arguments.Get(name).empty()) return Status::Ok();
  if (ParseDouble(arguments.Get(name), out)) {
    *out *= size;
    return Status::Ok();
  }
  return Status::Invalid("\"" + std::string(arguments.Get(name)) + "\" is not a number.");
}

}  // namespace

bool IsChosen(const Query& query, Facet facet) {
  switch (facet) {
    case Facet::kKind:
      return query.kinds != 0;
    case Facet::kSide:
      return query.sides != 0;
    case Facet::kStatus:
      return query.statuses != 0;
    case Facet::kReview:
      return query.reviews != 0;
    case Facet::kDays:
      return query.days.known();
    case Facet::kMeasure:
      return !query.amount.measure.empty();
    default:
      return !NamesIn(query, facet)->empty();
  }
}

Status ToggleName(Session& session, const Arguments& arguments) {
  Facet list;
  std::string name;
  if (Status status = ReadName(session, arguments, &list, &name); !status.ok()) return status;
  Query next = session.state.query;
  std::vector<std::string>& names = *NamesIn(next, list);
  const auto at = std::find(names.begin(), names.end(), name);
  if (at == names.end()) {
    names.push_back(name);
  } else {
    names.erase(at);
  }
  return ChangeQuery(session, std::move(next));
}

Status OnlyName(Session& session, const Arguments& arguments) {
  Facet list;
  std::string name;
  if (Status status = ReadName(session, arguments, &list, &name); !status.ok()) return status;
  Query next = session.state.query;
  std::vector<std::string>& names = *NamesIn(next, list);
  const std::vector<std::string> only{name};
  const bool was_only = names == only && (next.except & BitOf(list)) == 0;
  names = was_only ? std::vector<std::string>{} : only;
  next.except &= ~BitOf(list);
  return ChangeQuery(session, std::move(next));
}

Status ClearList(Session& session, const Arguments& arguments) {
  Facet list;
  if (Status status = ReadList(arguments, &list); !status.ok()) return status;
  Query next = session.state.query;
  const Query none;
  if (list == Facet::kKind) next.kinds = 0;
  if (list == Facet::kSide) next.sides = 0;
  if (list == Facet::kStatus) next.statuses = 0;
  if (list == Facet::kReview) next.reviews = 0;
  if (list == Facet::kDays) next.days = none.days;
  if (list == Facet::kMeasure) next.amount = none.amount;
  if (std::vector<std::string>* names = NamesIn(next, list)) names->clear();
  return ChangeQuery(session, std::move(next));
}

Status InvertList(Session& session, const Arguments& arguments) {
  Facet list;
  if (Status status = ReadList(arguments, &list); !status.ok()) return status;
  if (list == Facet::kDays || list == Facet::kMeasure)
    return Status::Invalid("Days and amounts cannot be turned round.");
  if (!IsChosen(session.state.query, list))
    return Status::NotFound("Nothing is chosen in this list.");
  Query next = session.state.query;
  next.except ^= BitOf(list);
  return ChangeQuery(session, std::move(next));
}

// Ends are given in the unit in which people read the measure: square kilometres, not metres.
Status SetAmount(Session& session, const Arguments& arguments) {
  AmountRange amount;
  amount.measure = std::string(arguments.Get("measure"));
  const auto& names = session.NamesOf(Facet::kMeasure);
  if (!std::binary_search(names.begin(), names.end(), std::string_view(amount.measure))) {
    return Status::NotFound("No claim has an amount in \"" + amount.measure + "\".");
  }
  const double size = UnitOf(amount.measure).size;
  if (Status status = ReadEnd(arguments, "least", size, &amount.least); !status.ok()) return status;
  if (Status status = ReadEnd(arguments, "most", size, &amount.most); !status.ok()) return status;
  if (amount.most < amount.least)
    return Status::Invalid("The largest amount is smaller than the smallest.");
  Query next = session.state.query;
  next.amount = next.amount == amount ? AmountRange() : amount;
  return ChangeQuery(session, std::move(next));
}

Status CountBy(Session& session, const Arguments& arguments) {
  const std::string_view what = arguments.Get("what");
  if (what != "mentions" && what != "originals" && what != "distinct" && what != "articles") {
    return Status::Invalid("\"" + std::string(what) + "\" is not a possible value of \"what\".");
  }
  Query next = session.state.query;
  next.count_copies = what != "originals";
  next.count_retold = what != "distinct";
  next.count_articles = what == "articles";
  return ChangeQuery(session, std::move(next));
}

Status ToggleList(Session& session, const Arguments& arguments) {
  Facet list;
  if (Status status = ReadList(arguments, &list); !status.ok()) return status;
  session.state.open_lists ^= BitOf(list);
  return Status::Ok();
}

}  // namespace claimscope
