// Commands on what is held against what.
#include "ui/command_handlers.h"

namespace claimscope {
namespace {

constexpr std::string_view kNames[] = {"first", "second"};

// A step that can be undone.
void Compare(Session& session, ComparedPair next) {
  if (next == session.state.compared) return;
  session.history.EndGesture();
  session.history.Remember(session.state, 0);
  session.state.compared = std::move(next);
}

Compared KeptNow(const AppState& state, const Compared& before) {
  return {Compared::What::kKept, before.side, QuestionOf(state)};
}

// What it is held against follows the filter from now on, unless it is kept too.
Status Keep(Session& session, size_t place) {
  const AppState& state = session.state;
  ComparedPair next = state.compared;
  next[place] = KeptNow(state, next[place]);
  Compared& other = next[1 - place];
  if (other.what == Compared::What::kSide) other.what = Compared::What::kNow;
  Compare(session, std::move(next));
  session.Tell(place == 0 ? "Filter kept as A" : "Filter kept as B", "undo");
  return Status::Ok();
}

}  // namespace

Status SetCompare(Session& session, const Arguments& arguments) {
  AppState next = session.state;
  for (size_t i = 0; i < 2; ++i) {
    if (!arguments.Has(kNames[i])) continue;
    Status status = ReadCompared(kNames[i], arguments.Get(kNames[i]), &next.compared[i]);
    if (!status.ok()) return status;
  }
  if (arguments.Has("measure")) next.compared_measure = std::string(arguments.Get("measure"));
  if (arguments.Has("kind")) {
    Kind kind;
    const std::string name(arguments.Get("kind"));
    if (!FromName(name, &kind))
      return Status::Invalid("\"" + name + "\" is not a possible value of \"kind\".");
    next.compared_kind = kind;
  }
  Compare(session, next.compared);
  session.state = std::move(next);
  return Status::Ok();
}

Status KeepFirst(Session& session, const Arguments&) { return Keep(session, 0); }
Status KeepSecond(Session& session, const Arguments&) { return Keep(session, 1); }

Status CompareSides(Session& session, const Arguments&) {
  Compare(session, SidesOf(session.state.compared));
  return Status::Ok();
}

Status ShowCompared(Session& session, const Arguments& arguments) {
  const std::string_view which = arguments.Get("which");
  if (which != kNames[0] && which != kNames[1])
    return Status::Invalid("\"which\" is \"first\" or \"second\".");
  AppState next = session.state;
  const size_t place = which == kNames[0] ? 0 : 1;
  Query query = QuestionOf(next, next.compared[place]);
  if (arguments.Has("from") || arguments.Has("to")) {
    Result<DayRange> days = ParseDayRange(arguments.Get("from"), arguments.Get("to"));
    if (!days.ok()) return days.status();
    query.days = *days;
  }
  // The one that follows the filter stays what it is while the other is looked at.
  Compared& other = next.compared[1 - place];
  if (other.what == Compared::What::kNow) other = KeptNow(next, other);
  next.search_articles = query.text.empty() ? next.search_articles : !query.text_in_claims;
  query.text_in_claims = false;
  query.count_articles = next.query.count_articles;
  next.view = View::kClaims;
  if (!(query == next.query) || next.compared != session.state.compared) {
    session.history.EndGesture();
    session.history.Remember(session.state, 0);
  }
  next.query = std::move(query);
  session.state = std::move(next);
  return Status::Ok();
}

}  // namespace claimscope
