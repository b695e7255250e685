#include "ui/session.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "base/stable_sort.h"
#include "base/utf8.h"
#include "ui/format.h"
#include "ui/hues.h"

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

// Speakers as people read them, whatever their case; by the string of the segment.
std::vector<std::vector<uint32_t>> RankSpeakers(Workspace& workspace) {
  using Named = std::pair<std::string, std::string_view>;
  const auto named = [](std::string_view name) {
    return Named(FoldText(LabelOfName(Facet::kClaimant, name)), name);
  };
  std::vector<Named> all;
  for (const std::string_view name : workspace.Names(Facet::kClaimant)) all.push_back(named(name));
  StableSort(&all);
  constexpr uint32_t kUnknown = ~0u;
  std::vector<std::vector<uint32_t>> ranks(workspace.segment_count());
  for (size_t s = 0; s < ranks.size(); ++s) {
    const Segment& segment = workspace.SegmentAt(s);
    ranks[s].resize(segment.string_count(), kUnknown);
    for (uint32_t row = 0; row < segment.claim_count(); ++row) {
      const uint32_t string = segment.ClaimantOf(row);
      if (ranks[s][string] != kUnknown) continue;
      const auto at = std::lower_bound(all.begin(), all.end(), named(segment.StringAt(string)));
      ranks[s][string] = static_cast<uint32_t>(at - all.begin());
    }
  }
  return ranks;
}

}  // namespace

Session::Session(Workspace* workspace, RegionNames regions) : workspace_(workspace) {
  NameRegions(std::move(regions));
  Refresh();
}

void Session::NameRegions(RegionNames names) {
  regions_ = std::move(names);
  workspace_->NameRegions(regions_);
}

DayRange Session::chart_days() const {
  return state.zoom.known() ? state.zoom : corpus_.usual_days();
}

Per Session::per() const { return state.per ? *state.per : SuitablePer(chart_days()); }

size_t Session::dated_hits() const { return dated_hits_; }

Asking Session::WhatToAsk() const {
  // The map has a dot for each place.
  const uint32_t places = state.view == View::kMap ? BitOf(Facet::kPlace) : 0;
  return Asking(per(), chart_days(), stack(), state.open_lists | places);
}

Query Session::WhatIsAsked() {
  Query question = QuestionOf(state);
  const auto is_late = [this] { return hurry_ && std::chrono::steady_clock::now() >= *hurry_; };
  counts_all_ = !(question.count_copies && question.count_retold) &&
                (progress.running || !workspace_->PrepareTold(question, is_late));
  if (counts_all_) question.count_copies = question.count_retold = true;
  return question;
}

// Asked while a frame is drawn, whose time is partly gone.
bool Session::KnowsDistinct() const {
  const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(4);
  const auto is_late = [&] { return hurry_ && std::chrono::steady_clock::now() >= until; };
  seeks_ = !workspace_->PrepareDistinct(is_late);
  return !seeks_;
}

void Session::KeepShown() {
  if (answer_ == &shown_) return;
  shown_ = *answer_;
  answer_ = &shown_;
}

// Whether the question can be answered in this frame.
bool Session::IsReady(const Query& question) {
  const auto is_late = [this] { return std::chrono::steady_clock::now() >= *hurry_; };
  // Only claims that are still what they were can stay on show.
  if (!hurry_ || answer_ == nullptr || renumbered_ != workspace_->renumbered()) return true;
  if (!question.text_in_claims || question.text.empty()) return true;
  const bool is_read = !is_searching_ && revision_ == workspace_->revision() &&
                       asked_.text == question.text && asked_.text_in_claims;
  if (is_read) return true;
  KeepShown();
  return workspace_->Prepare(question, is_late);
}

void Session::Refresh() {
  seeks_ = false;
  const Query question = WhatIsAsked();
  is_searching_ = !IsReady(question);
  const bool other_reviews = reviews.Apply(workspace_);
  corpus_.Refresh(workspace_, regions_);
  for (int i = 0; i < kFacetCount; ++i) {
    if ((state.open_lists >> i & 1) != 0) corpus_.RefreshList(workspace_, static_cast<Facet>(i));
  }
  if (is_searching_) {
    if (!(found_ == state.selection)) FindSelection();
    return;
  }
  const Asking asking = WhatToAsk();
  const bool other_answer = answer_ == nullptr || other_reviews ||
                            revision_ != workspace_->revision() || !(asking_ == asking) ||
                            !(asked_ == question);
  // Asked always: the corpus may have put another question in between.
  answer_ = &workspace_->Ask(question, asking);
  if (other_answer) {
    revision_ = workspace_->revision();
    renumbered_ = workspace_->renumbered();
    asked_ = question;
    asking_ = asking;
    CountDated();
    PartHues();
  }
  if (other_answer || sorted_by_ != state.sort) {
    sorted_by_ = state.sort;
    Sort();
    ++serial_;
  }
  if (found_serial_ != serial_ || !(found_ == state.selection)) FindSelection();
}

int Session::HueOf(std::string_view name) const {
  const auto here = charted_.find(name);
  return here == charted_.end() ? claimscope::HueOf(name) : here->second;
}

// Some names share a hue, but never two of one chart: there the later by name has one that is free,
// whatever is counted of them.
void Session::PartHues() {
  charted_.clear();
  if (stack() != Facet::kClaimant && stack() != Facet::kRegion) return;
  std::vector<std::string> names = answer_->histogram.series;
  StableSort(&names);
  uint32_t taken = 0;
  for (const std::string& name : names) {
    if (name == "-" || name == "other" || name == "outlet") continue;
    const int own = claimscope::HueOf(name);
    int hue = own;
    // Five and sixteen have no divisor in common: all are tried.
    for (int i = 0; i < kHues && (taken >> hue & 1) != 0; ++i) hue = (hue + 5) % kHues;
    taken |= 1u << hue;
    if (hue != own) charted_[name] = hue;
  }
}

// Undated claims stand at the end of the answer.
void Session::CountDated() {
  dated_hits_ = hit_count();
  while (dated_hits_ > 0) {
    const Hit last = answer_->hits[dated_hits_ - 1];
    if (workspace_->SegmentAt(last.segment).anchor_days()[last.row] != Day::kUnknown) break;
    --dated_hits_;
  }
  far_hits_ = 0;
  if (state.query.days.known() || !corpus_.last_article().known()) return;
  const auto is_far = [&](size_t i) {
    const Hit hit = answer_->hits[i];
    const Day day{workspace_->SegmentAt(hit.segment).anchor_days()[hit.row]};
    return corpus_.last_article() < day;
  };
  while (far_hits_ < dated_hits_ && is_far(dated_hits_ - 1 - far_hits_)) ++far_hits_;
}

void Session::Sort() {
  order_.clear();
  is_listed_ = false;
  if (state.sort == SortBy::kTime) return;
  const std::vector<Hit>& hits = answer_->hits;
  std::vector<std::vector<uint32_t>> ranks;
  if (state.sort == SortBy::kPlace) ranks = RankRegions(*workspace_, regions_);
  if (state.sort == SortBy::kSource) ranks = RankSources(*workspace_);
  if (state.sort == SortBy::kClaimant) ranks = RankSpeakers(*workspace_);
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
        keys[i] = ranks[s][segment.ClaimantOf(row)];
        break;
      case SortBy::kKind:
        keys[i] = segment.kinds()[row];
        break;
      case SortBy::kStatus:
        keys[i] = segment.statuses()[row];
        break;
    }
  }
  is_listed_ = true;
  order_.resize(hits.size());
  std::iota(order_.begin(), order_.end(), 0u);
  std::stable_sort(order_.begin(), order_.end(),
                   [&keys](uint32_t a, uint32_t b) { return keys[a] < keys[b]; });
}

Hit Session::HitAt(size_t row) const {
  // By time the latest come first; what was still to come when the newest article was written
  // stands after them, and what has no day at the end.
  const size_t turned = state.sort == SortBy::kTime ? dated_hits_ - far_hits_ : row_count();
  if (state.descending && row < turned) row = turned - 1 - row;
  return answer_->hits[is_listed_ ? order_[row] : row];
}

size_t Session::IndexOf(Hit hit) const {
  const size_t count = row_count();
  for (size_t i = 0; i < count; ++i) {
    if (SameHit(HitAt(i), hit)) return i;
  }
  return kNone;
}

std::optional<ArticleRef> Session::FindArticle(std::string_view id) const {
  for (uint32_t s = 0; s < workspace_->segment_count(); ++s) {
    const Segment& segment = workspace_->SegmentAt(s);
    for (uint32_t a = 0; a < segment.article_count(); ++a) {
      if (segment.ArticleAt(a).id == id) return ArticleRef{s, a};
    }
  }
  return std::nullopt;
}

Selection Session::SelectionOf(Hit hit) const {
  const Segment& segment = workspace_->SegmentAt(hit.segment);
  const uint32_t article = segment.articles()[hit.row];
  const std::vector<uint32_t> rows = segment.ClaimsOf(article);
  const auto at = std::find(rows.begin(), rows.end(), hit.row);
  return {std::string(segment.ArticleAt(article).id), static_cast<uint32_t>(at - rows.begin())};
}

void Session::FindSelection() {
  if (!(found_ == state.selection)) state.correcting = false;
  found_ = state.selection;
  found_serial_ = serial_;
  const std::optional<Hit> before = selected_;
  selected_.reset();
  reading_.reset();
  selected_index_ = kNone;
  if (found_.article.empty()) return;
  // Most often it has only moved within the corpus: look where it was first.
  if (before && before->segment < workspace_->segment_count() &&
      before->row < workspace_->SegmentAt(before->segment).claim_count()) {
    const Selection same = SelectionOf(*before);
    if (same.article == found_.article && same.claim == found_.claim) selected_ = before;
  }
  for (uint32_t s = 0; s < workspace_->segment_count() && !selected_ && !reading_; ++s) {
    const Segment& segment = workspace_->SegmentAt(s);
    for (uint32_t a = 0; a < segment.article_count(); ++a) {
      if (segment.ArticleAt(a).id != found_.article) continue;
      const std::vector<uint32_t> rows = segment.ClaimsOf(a);
      if (found_.claim < rows.size()) selected_ = Hit{s, rows[found_.claim]};
      if (rows.empty() && found_.claim == 0) reading_ = ArticleRef{s, a};
      break;
    }
  }
  if (!selected_) return;
  selected_index_ = IndexOf(*selected_);
  reading_ = ArticleRef{selected_->segment,
                        workspace_->SegmentAt(selected_->segment).articles()[selected_->row]};
}

}  // namespace claimscope
