// Commands that say which days the chart shows and how its bars are made.
#include <algorithm>

#include "ui/command_handlers.h"
#include "ui/zoom.h"

namespace claimscope {
namespace {

template <typename E>
Status ReadNamed(const Arguments& arguments, std::string_view argument, E* out) {
  const std::string_view name = arguments.Get(argument);
  if (FromName(name, out)) return Status::Ok();
  return Status::Invalid("\"" + std::string(name) + "\" is not a possible value of \"" +
                         std::string(argument) + "\".");
}

// Around the days chosen where there are any, else around the middle.
Status ZoomBy(Session& session, double factor) {
  const DayRange shown = session.chart_days(), chosen = session.state.query.days;
  if (!shown.known()) return Status::NotFound("There is no claim with a day.");
  const DayRange around = chosen.known() && chosen.Overlaps(shown) ? chosen : shown;
  const Day middle{around.from.value + (around.to.value - around.from.value) / 2};
  session.state.zoom =
      Zoomed(shown, session.corpus().days(), std::clamp(middle, shown.from, shown.to), factor);
  return Status::Ok();
}

// The days chosen, by their own length; where none are, the days shown, by half.
Status MoveDays(Session& session, int direction) {
  const DayRange all = session.corpus().days(), chosen = session.state.query.days;
  if (!all.known()) return Status::NotFound("There is no claim with a day.");
  const auto length = [](DayRange days) { return days.to.value - days.from.value + 1; };
  if (!chosen.known()) {
    const DayRange shown = session.chart_days();
    session.state.zoom = Moved(shown, all, direction * std::max(1, length(shown) / 2));
    return Status::Ok();
  }
  Query next = session.state.query;
  next.days = Moved(chosen, all, direction * length(chosen));
  return ChangeQuery(session, std::move(next));
}

// The days shown grow towards the nearest claims that stand outside them, by their own length at
// least.
DayRange GrownTo(const Session& session, bool before) {
  const DayRange shown = session.chart_days(), all = session.corpus().days();
  const int length = shown.to.value - shown.from.value + 1;
  Query query = QuestionOf(session.state);
  query.days = {};
  for (int64_t reach = length;; reach *= 8) {
    const DayRange part = before
                              ? DayRange{Day{static_cast<int32_t>(std::max<int64_t>(
                                             all.from.value, shown.from.value - reach))},
                                         shown.from - 1}
                              : DayRange{shown.to + 1, Day{static_cast<int32_t>(std::min<int64_t>(
                                                           all.to.value, shown.to.value + reach))}};
    if (part.to < part.from) return shown;
    const Histogram bars = session.Look(query, Asking(Per::kDay, part)).histogram;
    const size_t series = std::max<size_t>(bars.series.size(), 1);
    for (size_t i = 0; i < bars.counts.size(); ++i) {
      const size_t at = before ? bars.counts.size() - 1 - i : i;
      if (bars.counts[at] == 0) continue;
      const size_t bucket = at / series;
      // What lies further back than buckets reach is counted in the first of them.
      const Day first = bucket == 0 ? part.from : bars.buckets[bucket];
      const Day last = std::min(NextBucket(bars.buckets[bucket], bars.per) - 1, part.to);
      if (before) return {std::min(first, std::max(all.from, shown.from - length)), shown.to};
      return {shown.from, std::max(last, std::min(all.to, shown.to + length))};
    }
    if (before ? part.from <= all.from : part.to >= all.to)
      return before ? DayRange{all.from, shown.to} : DayRange{shown.from, all.to};
  }
}

}  // namespace

Status SetPer(Session& session, const Arguments& arguments) {
  Per per;
  if (arguments.Get("per") == "auto") {
    session.state.per.reset();
    return Status::Ok();
  }
  Status status = ReadNamed(arguments, "per", &per);
  if (status.ok()) session.state.per = per;
  return status;
}

Status ZoomDays(Session& session, const Arguments& arguments) {
  Result<DayRange> days = ParseDayRange(arguments.Get("from"), arguments.Get("to"));
  if (!days.ok()) return days.status();
  session.state.zoom = *days;
  return Status::Ok();
}

Status ZoomOut(Session& session, const Arguments& arguments) {
  const std::string_view to = arguments.Get("to");
  if (arguments.Has("to")) {
    if (to != "before" && to != "after")
      return Status::Invalid("\"" + std::string(to) + "\" is not a possible value of \"to\".");
    if (!session.chart_days().known()) return Status::NotFound("There is no claim with a day.");
    session.state.zoom = GrownTo(session, to == "before");
    return Status::Ok();
  }
  session.state.zoom = arguments.Get("all") == "1" ? session.corpus().days() : DayRange{};
  return Status::Ok();
}

Status SetStack(Session& session, const Arguments& arguments) {
  return ReadNamed(arguments, "by", &session.state.stack);
}

Status ZoomIn(Session& session, const Arguments&) { return ZoomBy(session, 0.5); }
Status ZoomBack(Session& session, const Arguments&) { return ZoomBy(session, 2); }
Status EarlierDays(Session& session, const Arguments&) { return MoveDays(session, -1); }
Status LaterDays(Session& session, const Arguments&) { return MoveDays(session, 1); }

Status SetScale(Session& session, const Arguments& arguments) {
  return ReadNamed(arguments, "scale", &session.state.scale);
}

}  // namespace claimscope
