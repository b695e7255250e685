#include "ui/commands.h"

#include <algorithm>
#include <string>

#include "base/strings.h"
#include "model/own_rules.h"
#include "ui/command_handlers.h"

namespace claimscope {
namespace {

constexpr CommandSpec kCommands[] = {
    // Choose files to read: text, JSON, NDJSON, also gzipped.
    {"open-files", "Open articles…", "Ctrl+O", "", OpenFiles},
    // Choose a folder and read every file in it.
    {"open-folder", "Open a folder…", "Ctrl+Shift+O", "", OpenFolder},
    // Stop reading; what was read so far is kept.
    {"cancel", "Stop reading", "", "", Cancel},
    // Show claims about these days only. live=1: the choice goes on, as in a drag.
    {"set-days", "Choose days", "", "from to? live?", SetDays},
    // Show claims about any day, and those without one.
    {"clear-days", "All days", "", "", ClearDays},
    // Show claims about this region too, or no longer.
    {"toggle-region", "Add or remove a region", "", "code", ToggleRegion},
    // Show claims about this region and no other.
    {"only-region", "Only this region", "", "code", OnlyRegion},
    // Show claims about these regions too (codes parted by commas), or no longer.
    {"toggle-regions", "Add or remove several regions", "", "codes", ToggleRegions},
    // Show claims about these regions and no others: codes parted by commas.
    {"choose-regions", "Only these regions", "", "codes", ChooseRegions},
    // Show claims about any region.
    {"clear-regions", "All regions", "", "", ClearRegions},
    // Show claims of this kind too, or no longer.
    {"toggle-kind", "Add or remove a kind", "", "name", ToggleKind},
    // Show claims of this kind and no other.
    {"only-kind", "Only this kind", "", "name", OnlyKind},
    // Show claims of any kind.
    {"clear-kinds", "All kinds", "", "", ClearKinds},
    // Show what this side claims too, or no longer.
    {"toggle-side", "Add or remove a side", "", "name", ToggleSide},
    // Show what this side claims and nobody else.
    {"only-side", "Only this side", "", "name", OnlySide},
    // Show what anybody claims.
    {"clear-sides", "All sides", "", "", ClearSides},
    // Show claims of this status too, or no longer.
    {"toggle-status", "Add or remove a status", "", "name", ToggleStatus},
    // Show claims of this status and no other.
    {"only-status", "Only this status", "", "name", OnlyStatus},
    // Show claims of any status.
    {"clear-statuses", "Any status", "", "", ClearStatuses},
    // Show claims that were accepted, rejected, corrected, or not reviewed yet (none) too, or no
    // longer.
    {"toggle-review", "Add or remove a review", "", "name", ToggleReview},
    // Show only claims that were accepted, rejected, corrected, or not reviewed yet (none).
    {"only-review", "Only this review", "", "name", OnlyReview},
    // Show claims with this name too, or no longer; list=claimant, place, source or language.
    {"toggle-name", "Add or remove a name", "", "list name", ToggleName},
    // Show claims with this name of the list and no other.
    {"only-name", "Only this name", "", "list name", OnlyName},
    // Let everything pass again in this list: region, kind, side, status, days, claimant, place,
    // source, language, measure or review.
    {"clear-list", "Clear one filter", "", "list", ClearList},
    // Show all but what is chosen in this list; once more turns it back.
    {"invert", "All but these", "", "list", InvertList},
    // Show claims that tell an amount in this measure, between these two ends.
    {"set-amount", "Choose amounts", "", "measure least? most?", SetAmount},
    // Count every mention (mentions), leave out what copied articles tell again (originals), count
    // each claim once however often it is told (distinct), or count articles (articles).
    {"count-by", "What is counted", "", "what", CountBy},
    // Count and show claims that were rejected in review, or leave them out again.
    {"show-rejected", "Show rejected claims too", "", "", ShowRejected},
    // Unfold a list of the filters and count it, or fold it away.
    {"toggle-list", "Show or hide a list", "", "list", ToggleList},
    // Show claims that hold all these words, or those of articles that do; alone=1: whatever the
    // other filters were.
    {"search", "Search", "", "q live? alone?", Search},
    // Look for the words in the claims themselves (claims), or in their whole articles (articles);
    // without a value the other of the two.
    {"search-in", "Search claims or articles", "", "where?", SearchIn},
    // Put the cursor into the search field.
    {"focus-search", "Search…", "/ Ctrl+F", "", FocusSearch},
    // Show every claim.
    {"clear-all", "Clear all filters", "Ctrl+Backspace", "", ClearAll},
    // Take back the last change of a filter.
    {"undo", "Undo", "Ctrl+Z", "", Undo},
    // Make the change again that was taken back.
    {"redo", "Redo", "Ctrl+Shift+Z Ctrl+Y", "", Redo},
    // Count the chart's bars per day, week, month, quarter or year; auto: what suits the days
    // shown.
    {"set-per", "Days, weeks, months, quarters or years", "", "per", SetPer},
    // Show these days in the chart; filters stay as they are.
    {"zoom-days", "Zoom the chart", "", "from to", ZoomDays},
    // Show the usual days in the chart; all=1: every day that has a claim; to=before or after:
    // those of the next claims on that side too.
    {"zoom-out", "Show all days in the chart", "", "all? to?", ZoomOut},
    // Show fewer days in the chart; with the mouse: the wheel over it.
    {"zoom-in", "Zoom the chart in", "Plus", "", ZoomIn},
    // Show more days in the chart.
    {"zoom-back", "Zoom the chart back", "Minus", "", ZoomBack},
    // Move the chosen days to what is before them, or the chart where none are chosen.
    {"earlier-days", "Earlier days", "[", "", EarlierDays},
    // Move the chosen days to what is after them, or the chart where none are chosen.
    {"later-days", "Later days", "]", "", LaterDays},
    // Stack the chart by region, kind, side, claimant or status.
    {"stack-by", "Stack the chart", "", "by", SetStack},
    // Make the bars as high as their claims (count), or as their share of all claims on their days
    // (share).
    {"set-scale", "Counts or shares", "", "scale", SetScale},
    // Show the claims as a table, on a map, in context, compared, or an overview.
    {"set-view", "Change the view", "", "view", SetView},
    // Show the claims that pass, one in a row.
    {"show-claims", "Claims as a table", "1", "", ShowClaims},
    // Show the claims that pass by region, and the places they name.
    {"show-map", "Map of the claims", "2", "", ShowMap},
    // Show every place where the words searched for stand, with what is around them.
    {"show-context", "Words in context", "3", "", ShowContext},
    // Show what two sides, or any two filters, claim on one time axis, and the amounts they tell.
    {"show-compare", "Compare two sides or filters", "4", "", ShowCompare},
    // Show articles per source and month, languages, and what could not be read.
    {"show-overview", "Overview of what was read", "5", "", ShowOverview},
    // Show this place in the middle of the map, with so many degrees of longitude across.
    {"show-on-map", "Move the map", "", "lon lat across", ShowOnMap},
    // Show Ukraine (ukraine), all countries (world), or what suits the claims (claims).
    {"fit-map", "Show the map as a whole", "", "what", FitMap},
    // Put the cursor that the arrow keys move on the map there; without a code: away.
    {"point-on-map", "Put the map's cursor on a region", "", "code?", PointOnMap},
    // Compare these two: sides, the filter as it is (now), or filters as in a link (v1&kind=...);
    // and the amounts of this measure.
    {"compare", "Choose what is compared", "", "first? second? measure? kind?", SetCompare},
    // Keep the filter as it is now, to hold it against another one.
    {"keep-first", "Compare: keep this filter as A", "", "", KeepFirst},
    // Keep the filter as it is now as the other one that is compared.
    {"keep-second", "Compare: keep this filter as B", "", "", KeepSecond},
    // Compare what two sides claim again, not two filters.
    {"compare-sides", "Compare: back to two sides", "", "", CompareSides},
    // Filter by one of the two compared (first or second), on these days, and show its claims.
    {"show-compared", "The claims of one that is compared", "", "which from? to?", ShowCompared},
    // The latest article first (date), by the words before (left) or after (right), by outlet
    // (source).
    {"sort-context", "Sort the words in context", "", "by", SortContext},
    // Save articles, claims and search index as one file that opens at once.
    {"save-corpus", "Save the corpus…", "Ctrl+S", "", SaveCorpus},
    // Save what was read, skipped and repaired as a text file.
    {"save-report", "Save the reading report…", "", "", SaveReport},
    // List what can be made of the claims that pass: tables, a report, the chart, references.
    {"export", "Export…", "", "", ToggleExport},
    // Save the claims that pass: csv, tsv, html, svg, png, json, ndjson, annotations, jsonld,
    // geojson, bibtex, csl, parquet (the hosted page alone) or chart-copy.
    {"export-as", "Export as", "", "format", ExportAs},
    // Save one file that opens anywhere and shows these articles as they are shown now.
    {"save-page", "Save as page…", "", "", SavePage},
    // Close these articles and delete what this browser keeps of them.
    {"forget", "Forget everything", "", "", Forget},
    // Read what is open again with the rules that come with Claimscope, not with your own.
    {"use-builtin-rules", "Use the built-in rules", "", "", UseBuiltinRules},
    // Sort by time, place, claimant, kind, status or source; order=up or down.
    {"sort-by", "Sort the table", "", "by order?", SortTable},
    // By its place in the table (index, from 0, "undated" for the first without a day, "context"
    // for the first of the words in context), or by article id and its number there (claim, from
    // 1); word: the byte of the article's text, from 1, at which it is opened (0: at the claim).
    {"select-claim", "Select a claim", "", "index? article? claim? word?", SelectClaim},
    // Select the next claim of the table; among words in context the next of these.
    {"next-claim", "Next claim", "Down J", "", NextClaim},
    // Select the claim before in the table.
    {"previous-claim", "Previous claim", "Up K", "", PreviousClaim},
    // Select the next claim in the article shown.
    {"next-in-article", "Next claim of the article", "N", "", NextInArticle},
    // Select the claim before in the article shown.
    {"previous-in-article", "Previous claim of the article", "Shift+N", "", PreviousInArticle},
    // Show the selected claim in its article.
    {"open-article", "Read the article", "Enter", "", OpenArticle},
    // Put the article away.
    {"close-reader", "Close the article", "", "", CloseReader},
    // Find out which other articles have the same text; the reader lists them.
    {"find-copies", "Look for copies", "", "", FindCopies},
    // Show what the article and a copy of it differ in: the next one, or that with this id.
    {"compare-copy", "What differs from the next copy", "D", "article?", CompareCopy},
    // Show the article alone again.
    {"close-copy", "Back to the article", "", "", CloseCopy},
    // Show the article as its file has it, with the claim marked; once more shows the article.
    {"show-source", "Show in the source", "S", "", ShowSource},
    // Say that the selected claim was read rightly; once more takes it back.
    {"accept-claim", "Accept the claim", "A", "", AcceptClaim},
    // Say that the selected claim is none: it is not counted, shown or exported any more.
    {"reject-claim", "Reject the claim", "R", "", RejectClaim},
    // Change what was read wrongly in the selected claim.
    {"edit-claim", "Correct the claim…", "E", "", EditClaim},
    // Correct the selected claim: what is not named stays as it was found.
    {"correct-claim", "Set right what was read wrongly", "",
     "kind? side? status? claimant? region? from? to? value? unit?", CorrectClaim},
    // Save accepted and corrected claims, and what was rejected, as NDJSON to measure by.
    {"save-gold", "Save the reviewed claims…", "", "", SaveGold},
    // Save what was said of claims as a file that `claimscope export --reviews` reads.
    {"save-reviews", "Save the reviews for the command line…", "", "", SaveReviews},
    // Add what was said of claims in an earlier session, as it was kept; from: the file it is of;
    // mine=1: what is said already stays.
    {"load-reviews", "Take over reviews", "", "lines from? mine?", LoadReviews},
    // Copy the selected claim's words with who says so, headline, outlet and date.
    {"copy-quote", "Copy the quote", "Ctrl+C", "", CopyQuote},
    // Copy this text.
    {"copy-text", "Copy text", "", "text", CopyText},
    // Copy the address of what is shown now.
    {"copy-link", "Copy link", "", "", CopyAddress},
    // Show these words for a short while; back: undo or redo, to be clicked.
    {"tell", "Show a notice", "", "text back?", TellUser},
    // Open the address the article came from.
    {"open-source", "Open the page on the web", "", "", OpenSource},
    // Fold the filters away, or bring them back.
    {"toggle-filters", "Show or hide the filters", "", "", ToggleFilters},
    // Bring the filters into view.
    {"show-filters", "Show the filters", "", "", ShowFilters},
    // Give the filters, the reader or the chart this size in pixels; 0: the usual one.
    {"resize-panel", "Resize a panel", "", "panel size", ResizePanel},
    // List what was skipped or repaired, and why.
    {"toggle-problems", "What could not be read", "", "", ToggleProblems},
    // Put the notice about the sample away.
    {"close-notice", "Close the notice", "", "", CloseNotice},
    // Put the line away that tells what came of the files just opened.
    {"close-opening", "Close the line about what was read", "", "", CloseOpening},
    // Show the same as a plain page: filters, table, chart and article as text.
    {"show-as-text", "Show as text", "T", "", ShowAsText},
    // Move the keyboard on: filters, chart, view, article.
    {"next-panel", "To the next panel", "F6", "", NextPanel},
    // Move the keyboard back a panel.
    {"previous-panel", "To the panel before", "Shift+F6", "", PreviousPanel},
    // Light, dark, or as the system has it (system).
    {"set-theme", "Light or dark", "", "theme", SetTheme},
    // Find a command by its name, or a region or kind to filter by.
    {"toggle-palette", "All commands…", "Ctrl+K", "", TogglePalette},
    // Show the keys and what the marks mean.
    {"toggle-help", "Keys and help", "?", "", ToggleHelp},
    // Show what can be searched for, with examples.
    {"search-help", "How to search", "", "", SearchHelp},
    // Close what was opened last, or clear the search or the days.
    {"step-back", "Step back", "Escape", "", StepBack},
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
