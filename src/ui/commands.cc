#include "ui/commands.h"

#include <algorithm>
#include <string>

#include "base/strings.h"
#include "model/own_rules.h"
#include "ui/command_handlers.h"

namespace claimscope {
namespace {

constexpr CommandSpec kCommands[] = {
    {"open-files", "Open articles…", "Ctrl+O", "",
     "Choose files to read: text, JSON, NDJSON, also gzipped.", OpenFiles},
    {"open-folder", "Open a folder…", "Ctrl+Shift+O", "",
     "Choose a folder and read every file in it.", OpenFolder},
    {"cancel", "Stop reading", "", "", "Stop reading; what was read so far is kept.", Cancel},
    {"set-days", "Choose days", "", "from to? live?",
     "Show claims about these days only. live=1: the choice goes on, as in a drag.", SetDays},
    {"clear-days", "All days", "", "", "Show claims about any day, and those without one.",
     ClearDays},
    {"toggle-region", "Add or remove a region", "", "code",
     "Show claims about this region too, or no longer.", ToggleRegion},
    {"only-region", "Only this region", "", "code", "Show claims about this region and no other.",
     OnlyRegion},
    {"toggle-regions", "Add or remove several regions", "", "codes",
     "Show claims about these regions too (codes parted by commas), or no longer.", ToggleRegions},
    {"choose-regions", "Only these regions", "", "codes",
     "Show claims about these regions and no others: codes parted by commas.", ChooseRegions},
    {"clear-regions", "All regions", "", "", "Show claims about any region.", ClearRegions},
    {"toggle-kind", "Add or remove a kind", "", "name",
     "Show claims of this kind too, or no longer.", ToggleKind},
    {"only-kind", "Only this kind", "", "name", "Show claims of this kind and no other.", OnlyKind},
    {"clear-kinds", "All kinds", "", "", "Show claims of any kind.", ClearKinds},
    {"toggle-side", "Add or remove a side", "", "name",
     "Show what this side claims too, or no longer.", ToggleSide},
    {"only-side", "Only this side", "", "name", "Show what this side claims and nobody else.",
     OnlySide},
    {"clear-sides", "All sides", "", "", "Show what anybody claims.", ClearSides},
    {"toggle-status", "Add or remove a status", "", "name",
     "Show claims of this status too, or no longer.", ToggleStatus},
    {"only-status", "Only this status", "", "name", "Show claims of this status and no other.",
     OnlyStatus},
    {"clear-statuses", "Any status", "", "", "Show claims of any status.", ClearStatuses},
    {"toggle-review", "Add or remove a review", "", "name",
     "Show claims that were accepted, rejected, corrected, or not reviewed yet (none) too, or no "
     "longer.",
     ToggleReview},
    {"only-review", "Only this review", "", "name",
     "Show only claims that were accepted, rejected, corrected, or not reviewed yet (none).",
     OnlyReview},
    {"toggle-name", "Add or remove a name", "", "list name",
     "Show claims with this name too, or no longer; list=claimant, place, source or language.",
     ToggleName},
    {"only-name", "Only this name", "", "list name",
     "Show claims with this name of the list and no other.", OnlyName},
    {"clear-list", "Clear one filter", "", "list",
     "Let everything pass again in this list: region, kind, side, status, days, claimant, place, "
     "source, language, measure or review.",
     ClearList},
    {"invert", "All but these", "", "list",
     "Show all but what is chosen in this list; once more turns it back.", InvertList},
    {"set-amount", "Choose amounts", "", "measure least? most?",
     "Show claims that tell an amount in this measure, between these two ends.", SetAmount},
    {"count-by", "What is counted", "", "what",
     "Count every mention (mentions), leave out what copied articles tell again (originals), "
     "count each claim once however often it is told (distinct), or count articles (articles).",
     CountBy},
    {"show-rejected", "Show rejected claims too", "", "",
     "Count and show claims that were rejected in review, or leave them out again.", ShowRejected},
    {"toggle-list", "Show or hide a list", "", "list",
     "Unfold a list of the filters and count it, or fold it away.", ToggleList},
    {"search", "Search", "", "q live? alone?",
     "Show claims that hold all these words, or those of articles that do; alone=1: whatever the "
     "other filters were.",
     Search},
    {"search-in", "Search claims or articles", "", "where?",
     "Look for the words in the claims themselves (claims), or in their whole articles (articles); "
     "without a value the other of the two.",
     SearchIn},
    {"focus-search", "Search…", "/ Ctrl+F", "", "Put the cursor into the search field.",
     FocusSearch},
    {"clear-all", "Clear all filters", "Ctrl+Backspace", "", "Show every claim.", ClearAll},
    {"undo", "Undo", "Ctrl+Z", "", "Take back the last change of a filter.", Undo},
    {"redo", "Redo", "Ctrl+Shift+Z Ctrl+Y", "", "Make the change again that was taken back.", Redo},
    {"set-per", "Days, weeks, months, quarters or years", "", "per",
     "Count the chart's bars per day, week, month, quarter or year; auto: what suits the days "
     "shown.",
     SetPer},
    {"zoom-days", "Zoom the chart", "", "from to",
     "Show these days in the chart; filters stay as they are.", ZoomDays},
    {"zoom-out", "Show all days in the chart", "", "all? to?",
     "Show the usual days in the chart; all=1: every day that has a claim; to=before or after: "
     "those "
     "of the next claims on that side too.",
     ZoomOut},
    {"zoom-in", "Zoom the chart in", "Plus", "",
     "Show fewer days in the chart; with the mouse: the wheel over it.", ZoomIn},
    {"zoom-back", "Zoom the chart back", "Minus", "", "Show more days in the chart.", ZoomBack},
    {"earlier-days", "Earlier days", "[", "",
     "Move the chosen days to what is before them, or the chart where none are chosen.",
     EarlierDays},
    {"later-days", "Later days", "]", "",
     "Move the chosen days to what is after them, or the chart where none are chosen.", LaterDays},
    {"stack-by", "Stack the chart", "", "by",
     "Stack the chart by region, kind, side, claimant or status.", SetStack},
    {"set-scale", "Counts or shares", "", "scale",
     "Make the bars as high as their claims (count), or as their share of all claims on their "
     "days (share).",
     SetScale},
    {"set-view", "Change the view", "", "view",
     "Show the claims as a table, on a map, in context, compared, or an overview.", SetView},
    {"show-claims", "Claims as a table", "1", "", "Show the claims that pass, one in a row.",
     ShowClaims},
    {"show-map", "Map of the claims", "2", "",
     "Show the claims that pass by region, and the places they name.", ShowMap},
    {"show-context", "Words in context", "3", "",
     "Show every place where the words searched for stand, with what is around them.", ShowContext},
    {"show-compare", "Compare two sides or filters", "4", "",
     "Show what two sides, or any two filters, claim on one time axis, and the amounts they tell.",
     ShowCompare},
    {"show-overview", "Overview of what was read", "5", "",
     "Show articles per source and month, languages, and what could not be read.", ShowOverview},
    {"show-on-map", "Move the map", "", "lon lat across",
     "Show this place in the middle of the map, with so many degrees of longitude across.",
     ShowOnMap},
    {"fit-map", "Show the map as a whole", "", "what",
     "Show Ukraine (ukraine), all countries (world), or what suits the claims (claims).", FitMap},
    {"point-on-map", "Put the map's cursor on a region", "", "code?",
     "Put the cursor that the arrow keys move on the map there; without a code: away.", PointOnMap},
    {"compare", "Choose what is compared", "", "first? second? measure? kind?",
     "Compare these two: sides, the filter as it is (now), or filters as in a link (v1&kind=...); "
     "and the amounts of this measure.",
     SetCompare},
    {"keep-first", "Compare: keep this filter as A", "", "",
     "Keep the filter as it is now, to hold it against another one.", KeepFirst},
    {"keep-second", "Compare: keep this filter as B", "", "",
     "Keep the filter as it is now as the other one that is compared.", KeepSecond},
    {"compare-sides", "Compare: back to two sides", "", "",
     "Compare what two sides claim again, not two filters.", CompareSides},
    {"show-compared", "The claims of one that is compared", "", "which from? to?",
     "Filter by one of the two compared (first or second), on these days, and show its claims.",
     ShowCompared},
    {"sort-context", "Sort the words in context", "", "by",
     "The latest article first (date), by the words before (left) or after (right), by outlet "
     "(source).",
     SortContext},
    {"save-corpus", "Save the corpus…", "Ctrl+S", "",
     "Save articles, claims and search index as one file that opens at once.", SaveCorpus},
    {"save-report", "Save the reading report…", "", "",
     "Save what was read, skipped and repaired as a text file.", SaveReport},
    {"export", "Export…", "", "",
     "List what can be made of the claims that pass: tables, a report, the chart, references.",
     ToggleExport},
    {"export-as", "Export as", "", "format",
     "Save the claims that pass: csv, tsv, html, svg, png, json, ndjson, annotations, jsonld, "
     "geojson, bibtex, csl, parquet (the hosted page alone) or chart-copy.",
     ExportAs},
    {"save-page", "Save as page…", "", "",
     "Save one file that opens anywhere and shows these articles as they are shown now.", SavePage},
    {"forget", "Forget everything", "", "",
     "Close these articles and delete what this browser keeps of them.", Forget},
    {"use-builtin-rules", "Use the built-in rules", "", "",
     "Read what is open again with the rules that come with Claimscope, not with your own.",
     UseBuiltinRules},
    {"sort-by", "Sort the table", "", "by order?",
     "Sort by time, place, claimant, kind, status or source; order=up or down.", SortTable},
    {"select-claim", "Select a claim", "", "index? article? claim?",
     "By its place in the table (index, from 0, or \"undated\" for the first without a day), or by "
     "article id and its number there (claim, "
     "from 1).",
     SelectClaim},
    {"next-claim", "Next claim", "Down J", "", "Select the next claim of the table.", NextClaim},
    {"previous-claim", "Previous claim", "Up K", "", "Select the claim before in the table.",
     PreviousClaim},
    {"next-in-article", "Next claim of the article", "N", "",
     "Select the next claim in the article shown.", NextInArticle},
    {"previous-in-article", "Previous claim of the article", "Shift+N", "",
     "Select the claim before in the article shown.", PreviousInArticle},
    {"open-article", "Read the article", "Enter", "", "Show the selected claim in its article.",
     OpenArticle},
    {"close-reader", "Close the article", "", "", "Put the article away.", CloseReader},
    {"find-copies", "Look for copies", "", "",
     "Find out which other articles have the same text; the reader lists them.", FindCopies},
    {"compare-copy", "What differs from the next copy", "D", "article?",
     "Show what the article and a copy of it differ in: the next one, or that with this id.",
     CompareCopy},
    {"close-copy", "Back to the article", "", "", "Show the article alone again.", CloseCopy},
    {"show-source", "Show in the source", "S", "",
     "Show the article as its file has it, with the claim marked; once more shows the article.",
     ShowSource},
    {"accept-claim", "Accept the claim", "A", "",
     "Say that the selected claim was read rightly; once more takes it back.", AcceptClaim},
    {"reject-claim", "Reject the claim", "R", "",
     "Say that the selected claim is none: it is not counted, shown or exported any more.",
     RejectClaim},
    {"edit-claim", "Correct the claim…", "E", "",
     "Change what was read wrongly in the selected claim.", EditClaim},
    {"correct-claim", "Set right what was read wrongly", "",
     "kind? side? status? claimant? region? from? to? value? unit?",
     "Correct the selected claim: what is not named stays as it was found.", CorrectClaim},
    {"save-gold", "Save the reviewed claims…", "", "",
     "Save accepted and corrected claims, and what was rejected, as NDJSON to measure by.",
     SaveGold},
    {"save-reviews", "Save the reviews for the command line…", "", "",
     "Save what was said of claims as a file that `claimscope export --reviews` reads.",
     SaveReviews},
    {"load-reviews", "Take over reviews", "", "lines from? mine?",
     "Add what was said of claims in an earlier session, as it was kept; from: the file it is of; "
     "mine=1: what is said already stays.",
     LoadReviews},
    {"copy-quote", "Copy the quote", "Ctrl+C", "",
     "Copy the selected claim's words with outlet and date.", CopyQuote},
    {"copy-text", "Copy text", "", "text", "Copy this text.", CopyText},
    {"copy-link", "Copy link", "", "", "Copy the address of what is shown now.", CopyAddress},
    {"tell", "Show a notice", "", "text back?",
     "Show these words for a short while; back: undo or redo, to be clicked.", TellUser},
    {"open-source", "Open the page on the web", "", "", "Open the address the article came from.",
     OpenSource},
    {"toggle-filters", "Show or hide the filters", "", "",
     "Fold the filters away, or bring them back.", ToggleFilters},
    {"show-filters", "Show the filters", "", "", "Bring the filters into view.", ShowFilters},
    {"resize-panel", "Resize a panel", "", "panel size",
     "Give the filters, the reader or the chart this size in pixels; 0: the usual one.",
     ResizePanel},
    {"toggle-problems", "What could not be read", "", "",
     "List what was skipped or repaired, and why.", ToggleProblems},
    {"close-notice", "Close the notice", "", "", "Put the notice about the sample away.",
     CloseNotice},
    {"close-opening", "Close the line about what was read", "", "",
     "Put the line away that tells what came of the files just opened.", CloseOpening},
    {"show-as-text", "Show as text", "T", "",
     "Show the same as a plain page: filters, table, chart and article as text.", ShowAsText},
    {"next-panel", "To the next panel", "F6", "",
     "Move the keyboard on: filters, chart, view, article.", NextPanel},
    {"previous-panel", "To the panel before", "Shift+F6", "", "Move the keyboard back a panel.",
     PreviousPanel},
    {"set-theme", "Light or dark", "", "theme", "Light, dark, or as the system has it (system).",
     SetTheme},
    {"toggle-palette", "All commands…", "Ctrl+K", "",
     "Find a command by its name, or a region or kind to filter by.", TogglePalette},
    {"toggle-help", "Keys and help", "?", "", "Show the keys and what the marks mean.", ToggleHelp},
    {"search-help", "How to search", "", "", "Show what can be searched for, with examples.",
     SearchHelp},
    {"step-back", "Step back", "Escape", "", "Close what was opened last, or clear the days.",
     StepBack},
};

bool IsTaken(std::string_view spec, std::string_view name, bool* optional) {
  for (std::string_view word : SplitTrimmed(spec, ' ')) {
    *optional = EndsWith(word, "?");
    if (*optional) word.remove_suffix(1);
    if (word == name) return true;
  }
  return false;
}

Status CheckArguments(const CommandSpec& command, const Arguments& arguments) {
  const std::string id(command.id);
  bool optional = false;
  for (const auto& [name, value] : arguments.pairs()) {
    if (IsTaken(command.arguments, name, &optional)) continue;
    return Status::Invalid("The command \"" + id + "\" takes no \"" + name + "\".");
  }
  for (std::string_view word : SplitTrimmed(command.arguments, ' ')) {
    if (EndsWith(word, "?") || arguments.Has(word)) continue;
    return Status::Invalid("The command \"" + id + "\" needs \"" + std::string(word) + "\".");
  }
  return Status::Ok();
}

}  // namespace

std::span<const CommandSpec> AllCommands() { return kCommands; }

const CommandSpec* FindCommand(std::string_view id) {
  const auto at = std::find_if(std::begin(kCommands), std::end(kCommands),
                               [id](const CommandSpec& command) { return command.id == id; });
  return at == std::end(kCommands) ? nullptr : at;
}

Status RunCommand(Session& session, std::string_view id, std::string_view arguments) {
  const CommandSpec* command = FindCommand(id);
  if (command == nullptr) {
    return Status::NotFound("There is no command \"" + std::string(id.substr(0, 60)) + "\".");
  }
  Result<Arguments> parsed = Arguments::Parse(arguments);
  if (!parsed.ok()) return parsed.status();
  if (Status status = CheckArguments(*command, *parsed); !status.ok()) return status;
  session.Refresh();
  const Query query = session.state.query;
  const ComparedPair compared = session.state.compared;
  const View view = session.state.view;
  const bool reading = session.state.reader_open;
  const uint64_t notices = session.notice.number;
  const Selection selection = session.state.selection;
  Status status = command->run(session, *parsed);
  if (!status.ok()) return status;
  FollowSelection(session, selection);
  const bool changed = !(query == session.state.query) || compared != session.state.compared ||
                       view != session.state.view || reading != session.state.reader_open;
  session.step_is_open |= changed;
  // Its way back would lead to another step.
  if (!(query == session.state.query) && notices == session.notice.number) session.notice.text = "";
  if (session.step_is_open && !session.history.in_gesture()) {
    session.step_is_open = false;
    session.last_step_was_undo = id == "undo" || id == "redo";
    ++session.steps;
  }
  session.Refresh();
  return status;
}

bool IsAvailable(const Session& session, std::string_view id) {
  if (id == "undo") return session.history.can_undo();
  if (id == "redo") return session.history.can_redo();
  if (id == "clear-all") return !(session.state.query == Query{});
  if (id == "compare-sides") return session.state.compared != SidesOf(session.state.compared);
  if (id == "cancel") return session.progress.running;
  if (id == "use-builtin-rules") return !OwnRules().empty();
  if (id == "copy-quote" || id == "accept-claim" || id == "reject-claim" || id == "edit-claim")
    return session.selected().has_value();
  if (id == "open-article" || id == "open-source" || id == "compare-copy" || id == "show-source")
    return session.reading().has_value();
  if (id == "close-copy") return !session.state.beside.empty();
  return true;
}

}  // namespace claimscope
