// Commands on what a person says of a claim.
#include <algorithm>

#include "base/strings.h"
#include "ui/command_handlers.h"
#include "ui/format.h"

namespace claimscope {
namespace {

Status NothingSelected() { return Status::NotFound("No claim is selected."); }

// A row that the table no longer shows gives way to the one that takes its place; in an open
// article it stays, so that the next click means no other claim.
void Give(Session& session, Verdict verdict, Correction correction) {
  const Hit hit = *session.selected();
  const size_t at = session.selected_index();
  session.history.RememberReview(
      session.state, session.reviews.Set(session.workspace(), hit, verdict, std::move(correction)));
  session.Tell(verdict == Verdict::kNone ? "Taken back" : LabelOf(verdict), "undo");
  session.requests.push_back({HostRequest::kKeepReviews, session.reviews.ToLines()});
  session.Refresh();
  const uint32_t like = session.selected() ? session.reviews.CountLike(*session.selected()) : 0;
  if (like > 1)
    session.Tell(std::string(LabelOf(verdict)) + ", and in " +
                     FormatCountOf(like - 1, "copy of the article", "copies of the article"),
                 "undo");
  if (at == Session::kNone || session.selected_index() != Session::kNone) return;
  if (session.state.reader_open) return session.LeaveAt(at);
  if (session.row_count() > 0)
    session.state.selection =
        session.SelectionOf(session.HitAt(std::min(at, session.row_count() - 1)));
}

// The same key once more takes it back.
Status Toggle(Session& session, Verdict verdict) {
  if (!session.selected()) return NothingSelected();
  const bool was = session.reviews.VerdictOf(*session.selected()) == verdict;
  session.state.correcting = false;
  Give(session, was ? Verdict::kNone : verdict, {});
  return Status::Ok();
}

Status Check(const Session& session, ClaimField field, std::string_view value) {
  const auto bad = [&] {
    return Status::Invalid("\"" + std::string(value) + "\" is not a possible " +
                           std::string(NameOf(field)) + ".");
  };
  Kind kind;
  Side side;
  ClaimStatus status;
  double number;
  switch (field) {
    case ClaimField::kKind:
      return FromName(value, &kind) ? Status::Ok() : bad();
    case ClaimField::kSide:
      return FromName(value, &side) ? Status::Ok() : bad();
    case ClaimField::kStatus:
      return FromName(value, &status) ? Status::Ok() : bad();
    case ClaimField::kRegion:
      return value.empty() || value == "-" || IsKnownRegion(session, value) ? Status::Ok() : bad();
    case ClaimField::kFrom:
    case ClaimField::kTo:
      return value.empty() || ParseIsoDay(value).known() ? Status::Ok() : bad();
    case ClaimField::kValue:
      return value.empty() || ParseDouble(value, &number) ? Status::Ok() : bad();
    case ClaimField::kClaimant:
    case ClaimField::kUnit:
      break;
  }
  return Status::Ok();
}

}  // namespace

Status AcceptClaim(Session& session, const Arguments&) {
  return Toggle(session, Verdict::kAccepted);
}
Status RejectClaim(Session& session, const Arguments&) {
  return Toggle(session, Verdict::kRejected);
}

Status EditClaim(Session& session, const Arguments&) {
  if (!session.selected()) return NothingSelected();
  session.state.correcting = !session.state.correcting;
  session.state.reader_open = true;
  return Status::Ok();
}

// What is as it was found is no correction.
Status CorrectClaim(Session& session, const Arguments& arguments) {
  if (!session.selected()) return NothingSelected();
  const Hit hit = *session.selected();
  const Claim claim = session.workspace().FoundClaim(hit);
  Correction correction;
  for (int i = 0; i < kClaimFieldCount; ++i) {
    const ClaimField field = static_cast<ClaimField>(i);
    if (!arguments.Has(NameOf(field))) continue;
    const std::string value(TrimAscii(arguments.Get(NameOf(field))));
    if (Status status = Check(session, field, value); !status.ok()) return status;
    if (value != ValueOf(claim, field)) correction[field] = value;
  }
  const auto value = [&](ClaimField field) {
    return correction[field] ? *correction[field] : ValueOf(claim, field);
  };
  if (value(ClaimField::kFrom).empty() != value(ClaimField::kTo).empty() ||
      value(ClaimField::kTo) < value(ClaimField::kFrom))
    return Status::Invalid("The claim's time ends before it begins.");
  session.state.correcting = false;
  const bool none = correction.empty();
  Give(session, none ? Verdict::kAccepted : Verdict::kCorrected, std::move(correction));
  return Status::Ok();
}

Status SaveGold(Session& session, const Arguments&) {
  const std::string lines = GoldLines(session.workspace(), session.reviews);
  if (lines.empty()) return Status::NotFound("No claim of these articles was reviewed yet.");
  session.requests.push_back({HostRequest::kSaveFile, "claimscope-gold.ndjson\n" + lines});
  return Status::Ok();
}

Status SaveReviews(Session& session, const Arguments&) {
  const std::string lines = session.reviews.ToLines();
  if (lines.empty()) return Status::NotFound("No claim was reviewed yet.");
  session.requests.push_back({HostRequest::kSaveFile, "claimscope-reviews.ndjson\n" + lines});
  return Status::Ok();
}

Status LoadReviews(Session& session, const Arguments& arguments) {
  const std::string_view lines = arguments.Get("lines");
  const size_t bad = session.reviews.ReadLines(lines, !arguments.Get("mine").empty());
  const size_t good = SplitTrimmed(lines, '\n').size() - bad;
  if (good == 0 && bad > 0)
    return Status::Invalid(FormatCountOf(bad, "line") + " of reviews could not be understood.");
  session.requests.push_back({HostRequest::kKeepReviews, session.reviews.ToLines()});
  session.Refresh();
  // Those kept in the browser come back with every visit; only what was opened is news.
  if (arguments.Get("from").empty() || good == 0) return Status::Ok();
  uint32_t here = 0;
  for (int i = 1; i < kVerdictCount; ++i) here += session.reviews.CountOf(static_cast<Verdict>(i));
  std::string text = "Reviews of " + FormatCountOf(good, "claim") + " taken over from " +
                     std::string(arguments.Get("from"));
  text += here == 0 ? "; none is of these articles"
                    : "; " + FormatCountOf(here, "claim") + " here " +
                          (here == 1 ? "is reviewed now" : "are reviewed now");
  if (bad > 0) text += "; " + FormatCountOf(bad, "line") + " could not be understood";
  session.Tell(text);
  return Status::Ok();
}

}  // namespace claimscope
