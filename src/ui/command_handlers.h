// What each command of ui/commands.cc does. A handler checks all its arguments before it changes
// anything.
#pragma once

#include "base/status.h"
#include "ui/arguments.h"
#include "ui/session.h"

namespace claimscope {

// filter_commands.cc: what changes the query, each one a step that can be undone.
Status SetDays(Session& session, const Arguments& arguments);
Status ClearDays(Session& session, const Arguments& arguments);
Status ToggleRegion(Session& session, const Arguments& arguments);
Status OnlyRegion(Session& session, const Arguments& arguments);
Status ToggleRegions(Session& session, const Arguments& arguments);
Status ChooseRegions(Session& session, const Arguments& arguments);
Status ClearRegions(Session& session, const Arguments& arguments);
Status ToggleKind(Session& session, const Arguments& arguments);
Status OnlyKind(Session& session, const Arguments& arguments);
Status ClearKinds(Session& session, const Arguments& arguments);
Status ToggleSide(Session& session, const Arguments& arguments);
Status OnlySide(Session& session, const Arguments& arguments);
Status ClearSides(Session& session, const Arguments& arguments);
Status ToggleStatus(Session& session, const Arguments& arguments);
Status OnlyStatus(Session& session, const Arguments& arguments);
Status ClearStatuses(Session& session, const Arguments& arguments);
Status ToggleReview(Session& session, const Arguments& arguments);
Status OnlyReview(Session& session, const Arguments& arguments);
Status ShowRejected(Session& session, const Arguments& arguments);
Status Search(Session& session, const Arguments& arguments);
Status SearchIn(Session& session, const Arguments& arguments);
Status ClearAll(Session& session, const Arguments& arguments);
Status Undo(Session& session, const Arguments& arguments);
Status Redo(Session& session, const Arguments& arguments);

// The query after a change made at once, as a step that can be undone.
Status ChangeQuery(Session& session, Query next);

// map_commands.cc: regions chosen several at once, and what the map shows. Above:
// ToggleRegions, ChooseRegions.
Status ShowOnMap(Session& session, const Arguments& arguments);
Status FitMap(Session& session, const Arguments& arguments);
Status PointOnMap(Session& session, const Arguments& arguments);

// True for anything the corpus or the gazetteer knows; a mistyped code would silently show nothing.
bool IsKnownRegion(const Session& session, std::string_view code);

// name_commands.cc: the long lists of names, and any list as a whole.
bool IsChosen(const Query& query, Facet facet);
Status ToggleName(Session& session, const Arguments& arguments);
Status OnlyName(Session& session, const Arguments& arguments);
Status ClearList(Session& session, const Arguments& arguments);
Status InvertList(Session& session, const Arguments& arguments);
Status SetAmount(Session& session, const Arguments& arguments);
Status CountBy(Session& session, const Arguments& arguments);
Status ToggleList(Session& session, const Arguments& arguments);

// compare_commands.cc: what is held against what.
Status SetCompare(Session& session, const Arguments& arguments);
Status KeepFirst(Session& session, const Arguments& arguments);
Status KeepSecond(Session& session, const Arguments& arguments);
Status CompareSides(Session& session, const Arguments& arguments);
Status ShowCompared(Session& session, const Arguments& arguments);

// claim_commands.cc: the selected claim and its article.
Status SelectClaim(Session& session, const Arguments& arguments);
Status NextClaim(Session& session, const Arguments& arguments);
Status PreviousClaim(Session& session, const Arguments& arguments);
Status NextInArticle(Session& session, const Arguments& arguments);
Status PreviousInArticle(Session& session, const Arguments& arguments);
Status OpenArticle(Session& session, const Arguments& arguments);
Status CloseReader(Session& session, const Arguments& arguments);
Status FindCopies(Session& session, const Arguments& arguments);
Status CompareCopy(Session& session, const Arguments& arguments);
Status CloseCopy(Session& session, const Arguments& arguments);
Status ShowSource(Session& session, const Arguments& arguments);
// After the selection moved: the article compared with stays the other one, or none is; the source
// of another article is not shown.
void FollowSelection(Session& session, const Selection& before);
Status CopyQuote(Session& session, const Arguments& arguments);
Status CopyAddress(Session& session, const Arguments& arguments);
Status TellUser(Session& session, const Arguments& arguments);
Status CopyText(Session& session, const Arguments& arguments);
Status OpenSource(Session& session, const Arguments& arguments);

// review_commands.cc: what a person says of the selected claim.
Status AcceptClaim(Session& session, const Arguments& arguments);
Status RejectClaim(Session& session, const Arguments& arguments);
Status EditClaim(Session& session, const Arguments& arguments);
Status CorrectClaim(Session& session, const Arguments& arguments);
Status SaveGold(Session& session, const Arguments& arguments);
Status SaveReviews(Session& session, const Arguments& arguments);
Status LoadReviews(Session& session, const Arguments& arguments);

// chart_commands.cc and view_commands.cc: what is shown how, and what the host is asked to do.
Status OpenFiles(Session& session, const Arguments& arguments);
Status OpenFolder(Session& session, const Arguments& arguments);
Status Cancel(Session& session, const Arguments& arguments);
Status FocusSearch(Session& session, const Arguments& arguments);
Status NextPanel(Session& session, const Arguments& arguments);
Status PreviousPanel(Session& session, const Arguments& arguments);
Status SetPer(Session& session, const Arguments& arguments);
Status ZoomDays(Session& session, const Arguments& arguments);
Status ZoomOut(Session& session, const Arguments& arguments);
Status ZoomIn(Session& session, const Arguments& arguments);
Status ZoomBack(Session& session, const Arguments& arguments);
Status EarlierDays(Session& session, const Arguments& arguments);
Status LaterDays(Session& session, const Arguments& arguments);
Status SetScale(Session& session, const Arguments& arguments);
Status SetStack(Session& session, const Arguments& arguments);
Status SetView(Session& session, const Arguments& arguments);
Status ShowClaims(Session& session, const Arguments& arguments);
Status ShowMap(Session& session, const Arguments& arguments);
Status ShowContext(Session& session, const Arguments& arguments);
Status ShowCompare(Session& session, const Arguments& arguments);
Status ShowOverview(Session& session, const Arguments& arguments);
Status SortContext(Session& session, const Arguments& arguments);
Status SaveCorpus(Session& session, const Arguments& arguments);
Status SaveReport(Session& session, const Arguments& arguments);
Status SortTable(Session& session, const Arguments& arguments);
Status ToggleFilters(Session& session, const Arguments& arguments);
Status ShowFilters(Session& session, const Arguments& arguments);
Status ResizePanel(Session& session, const Arguments& arguments);
Status ToggleProblems(Session& session, const Arguments& arguments);
Status CloseOpening(Session& session, const Arguments& arguments);
Status CloseNotice(Session& session, const Arguments& arguments);
Status ShowAsText(Session& session, const Arguments& arguments);
Status SetTheme(Session& session, const Arguments& arguments);
Status TogglePalette(Session& session, const Arguments& arguments);
Status ToggleHelp(Session& session, const Arguments& arguments);
Status SearchHelp(Session& session, const Arguments& arguments);
Status StepBack(Session& session, const Arguments& arguments);

// export_sheet.cc
Status ToggleExport(Session& session, const Arguments& arguments);
Status ExportAs(Session& session, const Arguments& arguments);
Status SavePage(Session& session, const Arguments& arguments);
Status Forget(Session& session, const Arguments& arguments);
Status UseBuiltinRules(Session& session, const Arguments& arguments);

}  // namespace claimscope
