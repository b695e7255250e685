#include <algorithm>

#include "base/strings.h"
#include "ui/command_handlers.h"

namespace claimscope {
namespace {

enum Gesture { kNoGesture, kDragging, kTyping };

Gesture GestureOf(const Arguments& arguments, Gesture gesture) {
  return arguments.Get("live") == "1" ? gesture : kNoGesture;
}

// The end of a gesture joins the step its beginning made.
void Change(Session& session, Query next, int gesture, int kind) {
  Query& query = session.state.query;
  if (query == next && gesture != kNoGesture) return;
  if (!(query == next))
    session.history.Remember(session.state, session.history.in_gesture() ? kind : gesture);
  if (gesture == kNoGesture) session.history.EndGesture();
  query = std::move(next);
}

// A review was taken back, or made again.
void TellOfReview(Session& session, std::string_view way_back) {
  session.state.correcting = false;
  session.Tell(way_back == "redo" ? "Review undone" : "Review made again", way_back);
  session.requests.push_back({HostRequest::kKeepReviews, session.reviews.ToLines()});
}

Status ReadRegion(const Session& session, const Arguments& arguments, std::string* code) {
  *code = std::string(arguments.Get("code"));
  if (IsKnownRegion(session, *code)) return Status::Ok();
  return Status::NotFound("There is no region \"" + *code + "\".");
}

template <typename E>
Status ReadEntry(const Arguments& arguments, const char* what, E* out) {
  if (FromName(arguments.Get("name"), out)) return Status::Ok();
  return Status::NotFound(std::string("There is no ") + what + " \"" +
                          std::string(arguments.Get("name")) + "\".");
}

template <typename E>
Status ToggleBit(Session& session, const Arguments& arguments, const char* what,
                 uint32_t Query::*bits) {
  E entry;
  if (Status status = ReadEntry(arguments, what, &entry); !status.ok()) return status;
  Query next = session.state.query;
  next.*bits ^= BitOf(entry);
  return ChangeQuery(session, std::move(next));
}

// "Only this" once more gives all back.
template <typename E>
Status OnlyBit(Session& session, const Arguments& arguments, const char* what,
               uint32_t Query::*bits, Facet facet) {
  E entry;
  if (Status status = ReadEntry(arguments, what, &entry); !status.ok()) return status;
  Query next = session.state.query;
  const bool was_only = next.*bits == BitOf(entry) && (next.except & BitOf(facet)) == 0;
  next.*bits = was_only ? 0 : BitOf(entry);
  next.except &= ~BitOf(facet);
  return ChangeQuery(session, std::move(next));
}

Status ClearBits(Session& session, uint32_t Query::*bits) {
  Query next = session.state.query;
  next.*bits = 0;
  return ChangeQuery(session, std::move(next));
}

}  // namespace

Status ChangeQuery(Session& session, Query next) {
  // A list without a name leaves nothing out.
  for (int i = 0; i < kFacetCount; ++i) {
    const Facet facet = static_cast<Facet>(i);
    if (!IsChosen(next, facet)) next.except &= ~BitOf(facet);
  }
  session.history.EndGesture();
  Change(session, std::move(next), kNoGesture, kNoGesture);
  return Status::Ok();
}

Status SetDays(Session& session, const Arguments& arguments) {
  Result<DayRange> days = ParseDayRange(arguments.Get("from"), arguments.Get("to"));
  if (!days.ok()) return days.status();
  Query next = session.state.query;
  next.days = *days;
  Change(session, std::move(next), GestureOf(arguments, kDragging), kDragging);
  return Status::Ok();
}

Status ClearDays(Session& session, const Arguments&) {
  Query next = session.state.query;
  next.days = {};
  return ChangeQuery(session, std::move(next));
}

Status ToggleRegion(Session& session, const Arguments& arguments) {
  std::string code;
  if (Status status = ReadRegion(session, arguments, &code); !status.ok()) return status;
  Query next = session.state.query;
  const auto at = std::find(next.regions.begin(), next.regions.end(), code);
  if (at == next.regions.end()) {
    next.regions.push_back(code);
  } else {
    next.regions.erase(at);
  }
  return ChangeQuery(session, std::move(next));
}

Status OnlyRegion(Session& session, const Arguments& arguments) {
  std::string code;
  if (Status status = ReadRegion(session, arguments, &code); !status.ok()) return status;
  Query next = session.state.query;
  const std::vector<std::string> only{code};
  const bool was_only = next.regions == only && (next.except & BitOf(Facet::kRegion)) == 0;
  next.regions = was_only ? std::vector<std::string>{} : only;
  next.except &= ~BitOf(Facet::kRegion);
  return ChangeQuery(session, std::move(next));
}

Status ClearRegions(Session& session, const Arguments&) {
  Query next = session.state.query;
  next.regions.clear();
  return ChangeQuery(session, std::move(next));
}

Status ToggleKind(Session& session, const Arguments& arguments) {
  return ToggleBit<Kind>(session, arguments, "kind", &Query::kinds);
}
Status OnlyKind(Session& session, const Arguments& arguments) {
  return OnlyBit<Kind>(session, arguments, "kind", &Query::kinds, Facet::kKind);
}
Status ClearKinds(Session& session, const Arguments&) { return ClearBits(session, &Query::kinds); }

Status ToggleSide(Session& session, const Arguments& arguments) {
  return ToggleBit<Side>(session, arguments, "side", &Query::sides);
}
Status OnlySide(Session& session, const Arguments& arguments) {
  return OnlyBit<Side>(session, arguments, "side", &Query::sides, Facet::kSide);
}
Status ClearSides(Session& session, const Arguments&) { return ClearBits(session, &Query::sides); }

Status ToggleStatus(Session& session, const Arguments& arguments) {
  return ToggleBit<ClaimStatus>(session, arguments, "status", &Query::statuses);
}
Status OnlyStatus(Session& session, const Arguments& arguments) {
  return OnlyBit<ClaimStatus>(session, arguments, "status", &Query::statuses, Facet::kStatus);
}
Status ClearStatuses(Session& session, const Arguments&) {
  return ClearBits(session, &Query::statuses);
}

Status ToggleReview(Session& session, const Arguments& arguments) {
  return ToggleBit<Verdict>(session, arguments, "review", &Query::reviews);
}
Status ShowRejected(Session& session, const Arguments&) {
  Query next = session.state.query;
  next.count_rejected = !next.count_rejected;
  return ChangeQuery(session, std::move(next));
}
Status OnlyReview(Session& session, const Arguments& arguments) {
  return OnlyBit<Verdict>(session, arguments, "review", &Query::reviews, Facet::kReview);
}

Status Search(Session& session, const Arguments& arguments) {
  Query next = arguments.Get("alone") == "1" ? Query{} : session.state.query;
  // A space at the end stays: it says that the last word is whole.
  if (!TrimAscii(arguments.Get("q")).empty())
    next.text = std::string(arguments.Get("q"));
  else
    next.text.clear();
  Change(session, std::move(next), GestureOf(arguments, kTyping), kTyping);
  return Status::Ok();
}

Status SearchIn(Session& session, const Arguments& arguments) {
  const std::string_view where = arguments.Get("where");
  if (!where.empty() && where != "claims" && where != "articles")
    return Status::Invalid("\"" + std::string(where) + "\" is not a possible value of \"where\".");
  session.state.search_articles =
      where.empty() ? !session.state.search_articles : where != "claims";
  return Status::Ok();
}

Status ClearAll(Session& session, const Arguments&) {
  ++session.state.clears;
  if (!(session.state.query == Query{})) session.Tell("All filters cleared", "undo");
  return ChangeQuery(session, {});
}

Status Undo(Session& session, const Arguments&) {
  if (!session.history.can_undo()) return Status::NotFound("There is nothing to undo.");
  if (session.history.Undo(&session.state, &session.reviews)) TellOfReview(session, "redo");
  return Status::Ok();
}

Status Redo(Session& session, const Arguments&) {
  if (!session.history.can_redo()) return Status::NotFound("There is nothing to redo.");
  if (session.history.Redo(&session.state, &session.reviews)) TellOfReview(session, "undo");
  return Status::Ok();
}

}  // namespace claimscope
