#include <algorithm>
#include <optional>

#include "engine/claim_book.h"
#include "engine/copy_book.h"
#include "engine/engine.h"

namespace claimscope {

struct Workspace::Impl {
  std::vector<std::unique_ptr<Segment>> segments;
  std::vector<const Segment*> order;
  uint64_t articles = 0;
  uint64_t claims = 0;
  DayRange days;
  uint64_t revision = 0;

  // Of the segments at `table_revision`; with copies marked once a question needs them.
  std::optional<ClaimTable> table;
  uint64_t table_revision = 0;
  bool table_has_copies = false, table_has_retold = false;

  CopyBook copies;
  CopyBook& UpToDateCopies() {
    copies.Update(order);
    return copies;
  }

  ClaimBook distinct;
  ClaimBook& UpToDateClaims() {
    distinct.Update(order, revision);
    return distinct;
  }

  void MakeTable(const Query& query) {
    const bool is_new = !table || table_revision != revision;
    const bool retold = !query.count_retold || (!is_new && table_has_retold);
    // The mention that counts is never one in a copy, so copies must be known first.
    const bool copied = !query.count_copies || retold || (!is_new && table_has_copies);
    if (!is_new && copied == table_has_copies && retold == table_has_retold) return;
    std::vector<std::vector<uint8_t>> told;
    if (copied) told = UpToDateCopies().CopiedClaims();
    if (retold) UpToDateClaims().MarkRetold(&told);
    table.emplace(order, told);
    table_has_copies = copied;
    table_has_retold = retold;
    table_revision = revision;
  }

  struct Asked {
    Query query;
    Per per;
    DayRange shown;
    uint64_t revision;
    Answer answer;
  };
  std::optional<Asked> last;
};

Workspace::Workspace() : impl_(std::make_unique<Impl>()) {}
Workspace::~Workspace() = default;

Status Workspace::AddSegment(std::string bytes, bool* added) {
  *added = false;
  Result<Segment> opened = Segment::Open(std::move(bytes));
  if (!opened.ok()) return opened.status();
  Impl& w = *impl_;
  const auto same = [&](const Segment* held) { return held->identity() == opened->identity(); };
  if (std::any_of(w.order.begin(), w.order.end(), same)) return Status::Ok();
  w.segments.push_back(std::make_unique<Segment>(std::move(*opened)));
  const Segment& segment = *w.segments.back();
  w.order.push_back(&segment);
  w.articles += segment.article_count();
  w.claims += segment.claim_count();
  if (segment.dated_count() > 0) {
    const auto days = segment.anchor_days().first(segment.dated_count());
    w.days.from = {w.days.known() ? std::min(w.days.from.value, days.front()) : days.front()};
    w.days.to = {std::max(w.days.to.value, days.back())};  // unknown is less than any day
  }
  ++w.revision;
  *added = true;
  return Status::Ok();
}

void Workspace::Clear() {
  const uint64_t revision = impl_->revision + 1;
  impl_ = std::make_unique<Impl>();
  impl_->revision = revision;
}

size_t Workspace::segment_count() const { return impl_->segments.size(); }
const Segment& Workspace::SegmentAt(size_t segment) const { return *impl_->segments[segment]; }
uint64_t Workspace::article_count() const { return impl_->articles; }
uint64_t Workspace::claim_count() const { return impl_->claims; }
DayRange Workspace::days() const { return impl_->days; }
uint64_t Workspace::revision() const { return impl_->revision; }

const Answer& Workspace::Ask(const Query& query, Per per, DayRange shown) {
  Impl& w = *impl_;
  const bool is_same_chart =
      w.last && w.last->revision == w.revision && w.last->per == per && w.last->shown == shown;
  if (is_same_chart && w.last->query == query) return w.last->answer;
  // The chart does not change while a range of days is dragged over it.
  const Histogram* known = nullptr;
  if (is_same_chart) {
    w.last->query.days = query.days;
    if (w.last->query == query) known = &w.last->answer.histogram;
  }
  w.MakeTable(query);
  w.last = Impl::Asked{query, per, shown, w.revision, w.table->Ask(query, per, known, shown)};
  return w.last->answer;
}

const std::vector<DistinctClaim>& Workspace::DistinctClaims() {
  return impl_->UpToDateClaims().claims();
}

uint32_t Workspace::DistinctOf(Hit claim) { return impl_->UpToDateClaims().DistinctOf(claim); }

const std::vector<std::vector<ArticleCopy>>& Workspace::CopyGroups() {
  return impl_->UpToDateCopies().groups();
}

const std::vector<ArticleCopy>* Workspace::CopiesOf(ArticleRef article) {
  const CopyBook& copies = impl_->UpToDateCopies();
  const uint32_t group = copies.GroupOf(article);
  return group == CopyBook::kNone ? nullptr : &copies.groups()[group];
}

std::vector<ArticleCopy> Workspace::PartsOf(ArticleRef article) {
  return impl_->UpToDateCopies().PartsOf(article);
}

Comparison Workspace::Compare(ArticleRef a, ArticleRef b) {
  return CompareTexts(TextOf(a), TextOf(b));
}

std::string Workspace::TextOf(ArticleRef article) const {
  const ArticleView view = impl_->order[article.segment]->ArticleAt(article.article);
  return TextWithoutCuts(view.page, {view.cuts.begin(), view.cuts.end()});
}

}  // namespace claimscope
