// Commands on several regions at once, and on what the map shows.
#include <algorithm>

#include "base/strings.h"
#include "ui/command_handlers.h"

namespace claimscope {
namespace {

Status ReadRegions(const Session& session, const Arguments& arguments,
                   std::vector<std::string>* codes) {
  for (const std::string_view code : SplitTrimmed(arguments.Get("codes"), ',')) {
    if (!IsKnownRegion(session, code))
      return Status::NotFound("There is no region \"" + std::string(code) + "\".");
    if (std::find(codes->begin(), codes->end(), code) == codes->end()) codes->emplace_back(code);
  }
  return Status::Ok();
}

}  // namespace

bool IsKnownRegion(const Session& session, std::string_view code) {
  const auto& known = session.corpus().regions();
  return std::any_of(known.begin(), known.end(),
                     [code](const FacetCount& region) { return region.value == code; }) ||
         session.regions().NameOf(code) != code;
}

Status ToggleRegions(Session& session, const Arguments& arguments) {
  std::vector<std::string> codes;
  if (Status status = ReadRegions(session, arguments, &codes); !status.ok()) return status;
  Query next = session.state.query;
  const auto is_chosen = [&next](const std::string& code) {
    return std::find(next.regions.begin(), next.regions.end(), code) != next.regions.end();
  };
  if (std::all_of(codes.begin(), codes.end(), is_chosen)) {
    std::erase_if(next.regions, [&codes](const std::string& code) {
      return std::find(codes.begin(), codes.end(), code) != codes.end();
    });
  } else {
    for (const std::string& code : codes) {
      if (!is_chosen(code)) next.regions.push_back(code);
    }
  }
  return ChangeQuery(session, std::move(next));
}

Status ChooseRegions(Session& session, const Arguments& arguments) {
  std::vector<std::string> codes;
  if (Status status = ReadRegions(session, arguments, &codes); !status.ok()) return status;
  Query next = session.state.query;
  next.regions = std::move(codes);
  next.except &= ~BitOf(Facet::kRegion);
  return ChangeQuery(session, std::move(next));
}

Status ShowMap(Session& session, const Arguments&) {
  session.state.view = View::kMap;
  return Status::Ok();
}

Status ShowOnMap(Session& session, const Arguments& arguments) {
  MapView view{MapFit::kPlace, 0, 0, 0};
  if (!ParseDouble(arguments.Get("lon"), &view.lon) ||
      !ParseDouble(arguments.Get("lat"), &view.lat) ||
      !ParseDouble(arguments.Get("across"), &view.across) || !IsPossible(view)) {
    return Status::Invalid("These are not degrees of a place on the map.");
  }
  session.state.map = view;
  return Status::Ok();
}

Status FitMap(Session& session, const Arguments& arguments) {
  MapView view;
  if (!FromName(arguments.Get("what"), &view.fit)) {
    return Status::Invalid("\"" + std::string(arguments.Get("what")) +
                           "\" is not a possible value of \"what\".");
  }
  session.state.map = view;
  return Status::Ok();
}

Status PointOnMap(Session& session, const Arguments& arguments) {
  const std::string_view code = arguments.Get("code");
  if (!code.empty() && !IsKnownRegion(session, code))
    return Status::NotFound("There is no region \"" + std::string(code) + "\".");
  session.state.map_cursor = code;
  return Status::Ok();
}

}  // namespace claimscope
