// The state with all it takes to act on it: the workspace it asks, the answer to its query, the
// steps taken back and forth. Commands work on a session; panels read it.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/review.h"
#include "ui/app.h"
#include "ui/corpus.h"
#include "ui/history.h"
#include "ui/opening.h"
#include "ui/state.h"

namespace claimscope {

// A few words about what was just done, on show for a short while.
struct Notice {
  std::string text;           // empty: none
  std::string_view way_back;  // a command that can be given from it: "undo", "redo" or none
  uint64_t number = 0;        // grows with every notice
};

class Findings;  // ui/findings.h

class Session {
 public:
  static constexpr size_t kNone = static_cast<size_t>(-1);

  Session(Workspace* workspace, RegionNames regions);

  AppState state;  // changed by ui/commands.cc and by ApplyHash alone
  History history;
  Reviews reviews;
  std::vector<Request> requests;
  // What the host gave of the source that the reader shows; grows with each answer.
  SourceText source;
  uint64_t source_serial = 0;
  IngestProgress progress;
  Notice notice;
  Opening opening;
  int panel_steps = 0;  // how far the keyboard was to go on from panel to panel
  bool narrow = false;  // the window has no room for the filters: they are a drawer

  // See App::Steps; kept by RunCommand.
  uint64_t steps = 0;
  bool step_is_open = false, last_step_was_undo = false;

  void Tell(std::string_view text, std::string_view way_back = {}) {
    notice = {std::string(text), way_back, notice.number + 1};
  }

  // Asks again what changed since. Call before reading anything below; a frame calls it once.
  void Refresh();
  // While a frame is made: a search that reads the words of many claims stops then, goes on in the
  // next frame, and the answer before stays on show until it is done.
  using Time = std::chrono::steady_clock::time_point;
  void HurryUntil(std::optional<Time> time) { hurry_ = time; }
  bool is_searching() const { return is_searching_; }
  // What is told again can be told from what is not once all is read and compared: until then it
  // counts.
  bool counts_all_for_now() const { return counts_all_; }
  // For what a panel makes in steps: whether there is time for another one in this frame.
  bool HasTime() const { return !hurry_ || std::chrono::steady_clock::now() < *hurry_; }
  void LeaveToNextFrame() const { seeks_ = true; }
  // Whether a frame left some of such work to the next.
  bool is_at_work() const { return is_searching_ || (counts_all_ && !progress.running) || seeks_; }
  // Grows with every change of the answer or of its order: what the panels keep depends on it.
  uint64_t serial() const { return serial_; }

  Workspace& workspace() { return *workspace_; }
  const Workspace& workspace() const { return *workspace_; }
  const RegionNames& regions() const { return regions_; }
  void NameRegions(RegionNames names);
  const Corpus& corpus() const { return corpus_; }
  const Answer& answer() const { return *answer_; }
  // The hue of a region or a claimant: ui/hues.h, but in a chart no two are alike.
  int HueOf(std::string_view name) const;
  // The days the chart shows and the unit it counts by.
  DayRange chart_days() const;
  Per per() const;

  // Which facet the chart is stacked by.
  Facet stack() const { return FacetOf(state.stack); }
  // The names of a long list, in the order of its counts in the answer.
  const std::vector<std::string_view>& NamesOf(Facet facet) const {
    return workspace_->Names(facet);
  }

  // As Workspace has them: found anew when the corpus has changed.
  const std::vector<DistinctClaim>& DistinctClaims() const { return workspace_->DistinctClaims(); }
  uint32_t DistinctOf(Hit claim) const { return workspace_->DistinctOf(claim); }
  // Looks for them, over several frames; true once they are known.
  bool KnowsDistinct() const;
  Findings& findings() const;  // ui/findings.cc

  // Copies, as Workspace has them; asking takes time unless they are known.
  bool KnowsCopies() const { return workspace_->KnowsCopies(); }
  const std::vector<std::vector<ArticleCopy>>& CopyGroups() const {
    return workspace_->CopyGroups();
  }
  const std::vector<ArticleCopy>* CopiesOf(ArticleRef article) const {
    return workspace_->CopiesOf(article);
  }
  std::vector<ArticleCopy> PartsOf(ArticleRef article) const {
    return workspace_->PartsOf(article);
  }
  std::vector<TextDifference> Differences(ArticleRef a, ArticleRef b) const {
    return workspace_->Differences(a, b);
  }
  // By its id; the first of several.
  std::optional<ArticleRef> FindArticle(std::string_view id) const;

  // The articles that answer a search.
  ArticleHits FindArticles(std::string_view text, size_t limit) const {
    return workspace_->FindArticles(text, limit);
  }

  // Another question, beside the one that is shown.
  Answer Look(const Query& query, const Asking& asking, bool with_hits = true) const {
    return workspace_->Look(query, asking, with_hits);
  }

  // The claims that pass.
  size_t hit_count() const { return answer_->hits.size(); }
  // The same, as the rows of the table, in its order.
  size_t row_count() const { return hit_count(); }
  Hit HitAt(size_t row) const;
  // Of those in the answer, how many have a day; sorted by time the others follow them.
  size_t dated_hits() const;
  // Place of a claim in that order, or kNone.
  size_t IndexOf(Hit hit) const;
  // Where the selection stands; none while its article is not loaded.
  std::optional<Hit> selected() const { return selected_; }
  // The article that is read: of the selected claim, or one without a claim that was selected
  // itself.
  std::optional<ArticleRef> reading() const { return reading_; }
  // What a link to it carries.
  std::string Link() const { return HashOf(state, selected_ || !reading_); }
  size_t selected_index() const { return selected_index_; }
  // A selected claim that a review took out of the table: the row that stands in its place.
  size_t left_index() const { return state.selection == left_ ? left_index_ : kNone; }
  void LeaveAt(size_t index) {
    left_ = state.selection;
    left_index_ = index;
  }
  Selection SelectionOf(Hit hit) const;

 private:
  Asking WhatToAsk() const;
  Query WhatIsAsked();
  bool IsReady(const Query& question);
  void KeepShown();
  void CountDated();
  void PartHues();
  void Sort();
  void FindSelection();

  Workspace* workspace_;
  RegionNames regions_;
  Corpus corpus_;
  const Answer* answer_ = nullptr;
  uint64_t serial_ = 0;
  std::optional<Time> hurry_;
  bool is_searching_ = false, counts_all_ = false;
  mutable bool seeks_ = false;
  mutable std::shared_ptr<Findings> findings_;
  Answer shown_;  // meanwhile: the workspace keeps one answer, and asks for others in between

  // What the answer and its order belong to.
  uint64_t revision_ = ~uint64_t{0}, renumbered_ = 0;
  Query asked_;
  Asking asking_;
  size_t dated_hits_ = 0, far_hits_ = 0;             // of the dated, those after the newest article
  std::map<std::string, int, std::less<>> charted_;  // instead of their own, in this chart
  SortBy sorted_by_ = SortBy::kTime;
  // Rows as places in the answer, when they are not simply those of the answer.
  bool is_listed_ = false;
  std::vector<uint32_t> order_;

  Selection left_;
  size_t left_index_ = kNone;
  Selection found_;
  uint64_t found_serial_ = 0;
  std::optional<Hit> selected_;
  std::optional<ArticleRef> reading_;
  size_t selected_index_ = kNone;
};

}  // namespace claimscope
