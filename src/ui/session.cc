#include "ui/session.h"

#include <algorithm>
#include <numeric>

namespace claimscope {
namespace {

bool SameHit(Hit a, Hit b) { return a.segment == b.segment && a.row == b.row; }

// Rank of each value of a column by the name people read, so that sorting compares numbers only.
std::vector<std::vector<uint32_t>> RankRegions(const Workspace& workspace,
                                               const RegionNames& names) {
  std::vector<std::string_view> all;
  for (size_t s = 0; s < workspace.segment_count(); ++s) {
    for (const std::string_view code : workspace.SegmentAt(s).region_codes())
      all.push_back(names.NameOf(code));
  }
  std::sort(all.begin(), all.end());
  std::vector<std::vector<uint32_t>> ranks(workspace.segment_count());
  for (size_t s = 0; s < ranks.size(); ++s) {
    for (const std::string_view code : workspace.SegmentAt(s).region_codes()) {
      const auto at = std::lower_bound(all.begin(), all.end(), names.NameOf(code));
      ranks[s].push_back(static_cast<uint32_t>(at - all.begin()));
    }
  }
  return ranks;
}

std::vector<std::vector<uint32_t>> RankSources(const Workspace& workspace) {
  std::vector<std::string_view> all;
  for (size_t s = 0; s < workspace.segment_count(); ++s) {
    const Segment& segment = workspace.SegmentAt(s);
    for (uint32_t a = 0; a < segment.article_count(); ++a)
      all.push_back(segment.ArticleAt(a).source);
  }
  std::sort(all.begin(), all.end());
  std::vector<std::vector<uint32_t>> ranks(workspace.segment_count());
  for (size_t s = 0; s < ranks.size(); ++s) {
    const Segment& segment = workspace.SegmentAt(s);
    for (uint32_t a = 0; a < segment.article_count(); ++a) {
      const auto at = std::lower_bound(all.begin(), all.end(), segment.ArticleAt(a).source);
      ranks[s].push_back(static_cast<uint32_t>(at - all.begin()));
    }
  }
  return ranks;
}

}  // namespace

Session::Session(Workspace* workspace, RegionNames regions)
    : workspace_(workspace), regions_(std::move(regions)) {
  Refresh();
}

DayRange Session::chart_days() const {
  return state.zoom.known() ? state.zoom : corpus_.usual_days();
}

Per Session::per() const { return state.per ? *state.per : SuitablePer(chart_days()); }

void Session::Refresh() {
  corpus_.Refresh(workspace_, regions_);
  const bool other_answer = answer_ == nullptr || revision_ != workspace_->revision() ||
                            asked_per_ != per() || !(asked_ == state.query);
  // Asked always: the corpus may have put another question in between.
  answer_ = &workspace_->Ask(state.query, per());
  if (other_answer) {
    revision_ = workspace_->revision();
    asked_ = state.query;
    asked_per_ = per();
  }
  if (other_answer || sorted_by_ != state.sort) {
    sorted_by_ = state.sort;
    Sort();
    ++serial_;
  }
  if (found_serial_ != serial_ || !(found_ == state.selection)) FindSelection();
}

void Session::Sort() {
  order_.clear();
  if (state.sort == SortBy::kTime) return;
  const std::vector<Hit>& hits = answer_->hits;
  std::vector<std::vector<uint32_t>> ranks;
  if (state.sort == SortBy::kPlace) ranks = RankRegions(*workspace_, regions_);
  if (state.sort == SortBy::kSource) ranks = RankSources(*workspace_);
  std::vector<uint32_t> keys(hits.size());
  for (size_t i = 0; i < hits.size(); ++i) {
    const auto [s, row] = hits[i];
    const Segment& segment = workspace_->SegmentAt(s);
    switch (state.sort) {
      case SortBy::kTime:
        break;
      case SortBy::kPlace:
        keys[i] = ranks[s][segment.regions()[row]];
        break;
      case SortBy::kSource:
        keys[i] = ranks[s][segment.articles()[row]];
        break;
      case SortBy::kClaimant:
        keys[i] = segment.sides()[row];
        break;
      case SortBy::kKind:
        keys[i] = segment.kinds()[row];
        break;
      case SortBy::kStatus:
        keys[i] = segment.statuses()[row];
        break;
    }
  }
  order_.resize(hits.size());
  std::iota(order_.begin(), order_.end(), 0u);
  std::stable_sort(order_.begin(), order_.end(),
                   [&keys](uint32_t a, uint32_t b) { return keys[a] < keys[b]; });
}

Hit Session::HitAt(size_t index) const {
  if (state.descending) index = hit_count() - 1 - index;
  return answer_->hits[order_.empty() ? index : order_[index]];
}

size_t Session::IndexOf(Hit hit) const {
  const size_t count = hit_count();
  for (size_t i = 0; i < count; ++i) {
    if (SameHit(HitAt(i), hit)) return i;
  }
  return kNone;
}

Selection Session::SelectionOf(Hit hit) const {
  const Segment& segment = workspace_->SegmentAt(hit.segment);
  const uint32_t article = segment.articles()[hit.row];
  const std::vector<uint32_t> rows = segment.ClaimsOf(article);
  const auto at = std::find(rows.begin(), rows.end(), hit.row);
  return {std::string(segment.ArticleAt(article).id), static_cast<uint32_t>(at - rows.begin())};
}

void Session::FindSelection() {
  found_ = state.selection;
  found_serial_ = serial_;
  const std::optional<Hit> before = selected_;
  selected_.reset();
  selected_index_ = kNone;
  if (found_.article.empty()) return;
  // Most often it has only moved within the corpus: look where it was first.
  if (before && before->segment < workspace_->segment_count() &&
      before->row < workspace_->SegmentAt(before->segment).claim_count() &&
      SelectionOf(*before) == found_) {
    selected_ = before;
  }
  for (uint32_t s = 0; s < workspace_->segment_count() && !selected_; ++s) {
    const Segment& segment = workspace_->SegmentAt(s);
    for (uint32_t a = 0; a < segment.article_count(); ++a) {
      if (segment.ArticleAt(a).id != found_.article) continue;
      const std::vector<uint32_t> rows = segment.ClaimsOf(a);
      if (found_.claim < rows.size()) selected_ = Hit{s, rows[found_.claim]};
      break;
    }
  }
  if (selected_) selected_index_ = IndexOf(*selected_);
}

}  // namespace claimscope
