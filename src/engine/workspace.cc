#include <algorithm>
#include <map>
#include <optional>

#include "base/stable_sort.h"
#include "engine/claim_book.h"
#include "engine/copy_book.h"
#include "engine/engine.h"
#include "model/own_rules.h"

namespace claimscope {

struct Workspace::Impl {
  std::vector<std::unique_ptr<Segment>> segments;
  std::vector<const Segment*> order;
  uint64_t articles = 0;
  uint64_t claims = 0;
  DayRange days;
  uint64_t revision = 0;
  std::optional<RegionNames> region_names;

  // Made when a question needs it; with copies marked once one needs them.
  std::optional<ClaimTable> table;
  bool table_has_copies = false, table_has_retold = false;
  bool words_came = false, text_came = false;  // since the revision last grew

  std::unique_ptr<CopyBook> copies = std::make_unique<CopyBook>();
  CopyBook& UpToDateCopies() {
    copies->Update(order);
    return *copies;
  }

  ClaimBook distinct;
  ClaimBook& UpToDateClaims() {
    distinct.Update(order, revision);
    return distinct;
  }

  std::shared_ptr<QuoteSearch> quotes = MakeQuoteSearch();
  uint64_t renumbered = 0;
  bool claims_searched = false;  // the table may keep what a search read of texts not yet there
  ClaimTable& UpToDateTable(const Query& query) {
    claims_searched |= query.text_in_claims;
    const bool is_new = !table;
    const bool retold = !query.count_retold || (!is_new && table_has_retold);
    // The mention that counts is never one in a copy, so copies must be known first.
    const bool copied = !query.count_copies || retold || (!is_new && table_has_copies);
    if (!is_new && copied == table_has_copies && retold == table_has_retold) return *table;
    std::vector<std::vector<uint8_t>> told;
    if (copied) told = UpToDateCopies().CopiedClaims();
    if (retold) {
      MarkRejected(&told);
      UpToDateClaims().MarkRetold(&told);
    }
    table.emplace(order, told);
    table->KeepQuotes(quotes);
    if (region_names) table->NameRegions(&*region_names);
    if (!reviewed.empty()) table->SetReviews(reviewed);
    table_has_copies = copied;
    table_has_retold = retold;
    return *table;
  }
  std::vector<ReviewedClaim> reviewed;  // by segment and row
  void MarkRejected(std::vector<std::vector<uint8_t>>* told) const;
  // Segments whose claims were corrected: the columns as they were, and by what.
  struct Sealed {
    std::unique_ptr<Segment> columns;
    std::vector<CorrectedClaim> corrections;
  };
  std::map<uint32_t, Sealed> sealed;
  void Show(uint32_t number, std::unique_ptr<Segment> segment, bool same_days);
  std::vector<WantedPart> lost;
  // Segments that were replaced: what they held, and the number of what stands in their place.
  struct Former {
    uint64_t content;
    uint32_t segment;
  };
  std::vector<Former> former;
  const Segment* held = nullptr;
  void Widen(const Segment& segment);
  bool HasTexts() const {
    return std::all_of(order.begin(), order.end(), [](const Segment* s) { return s->has_text(); });
  }
  void Add(Segment segment, bool* added);
  void UseWhatCame();

  struct Asked {
    Query query;
    Asking asking;
    uint64_t revision;
    Answer answer;
  };
  std::optional<Asked> last;
};

namespace {

// Words and text of one segment under the columns of another of the same articles; null where they
// do not fit.
std::unique_ptr<Segment> Assemble(std::string columns, const Segment& parts) {
  Result<Segment> opened = Segment::OpenColumns(std::move(columns));
  if (!opened.ok()) return nullptr;
  auto segment = std::make_unique<Segment>(std::move(*opened));
  const auto bytes = [&](Segment::Part part) { return std::string(parts.BytesOf(part)); };
  if (parts.has_words() && !segment->AttachWords(bytes(Segment::Part::kWords)).ok()) return nullptr;
  if (parts.has_text() && !segment->AttachText(bytes(Segment::Part::kText)).ok()) return nullptr;
  return segment;
}

uint64_t NumberOf(Hit hit) { return uint64_t{hit.segment} << 32 | hit.row; }

// Of two segments with the same articles: what is opened once more, under its own or another name,
// and not what a file repeats further on.
bool IsSameOpening(const Segment& one, const Segment& other) {
  if (one.article_count() == 0 || other.article_count() == 0) return true;
  const std::string_view id = one.ArticleAt(0).id, of_other = other.ArticleAt(0).id;
  return id == of_other || PathOfArticle(id) != PathOfArticle(of_other);
}

}  // namespace

Workspace::Workspace() : impl_(std::make_unique<Impl>()) {}
Workspace::~Workspace() = default;

void Workspace::Impl::Add(Segment opened, bool* added) {
  const auto same = [&](const Segment* other) {
    return other->content() == opened.content() && IsSameOpening(*other, opened);
  };
  const auto at = std::find_if(order.begin(), order.end(), same);
  const auto before = std::find_if(former.begin(), former.end(), [&](const Former& one) {
    return one.content == opened.content() && IsSameOpening(*order[one.segment], opened);
  });
  *added = at == order.end() && before == former.end();
  if (!*added) {
    held = at != order.end() ? *at : order[before->segment];
    return;
  }
  segments.push_back(std::make_unique<Segment>(std::move(opened)));
  const Segment& segment = *segments.back();
  order.push_back(&segment);
  articles += segment.article_count();
  claims += segment.claim_count();
  Widen(segment);
  table.reset();
  ++revision;
}

void Workspace::Impl::Widen(const Segment& segment) {
  if (segment.dated_count() == 0) return;
  const auto dated = segment.anchor_days().first(segment.dated_count());
  days.from = {days.known() ? std::min(days.from.value, dated.front()) : dated.front()};
  days.to = {std::max(days.to.value, dated.back())};  // unknown is less than any day
}

Status Workspace::AddSegment(std::string bytes, bool* added) {
  *added = false;
  Result<Segment> opened = Segment::Open(std::move(bytes));
  if (!opened.ok()) return opened.status();
  impl_->Add(std::move(*opened), added);
  return Status::Ok();
}

Status Workspace::AddMade(std::string bytes, bool* added) {
  *added = false;
  Result<Segment> opened = Segment::OpenMade(std::move(bytes));
  if (!opened.ok()) return opened.status();
  impl_->Add(std::move(*opened), added);
  return Status::Ok();
}

const Segment* Workspace::HeldAlready() const { return impl_->held; }

void Workspace::Add(Segment segment, bool* added) { impl_->Add(std::move(segment), added); }

std::vector<Workspace::WantedPart> Workspace::Wanted() const {
  std::vector<WantedPart> wanted;
  const auto add = [&](uint32_t segment, Segment::Part part) {
    const WantedPart one{segment, part};
    const std::vector<WantedPart>& lost = impl_->lost;
    if (std::find(lost.begin(), lost.end(), one) == lost.end()) wanted.push_back(one);
  };
  for (uint32_t s = 0; s < impl_->order.size(); ++s) {
    if (impl_->order[s]->wants_words()) add(s, Segment::Part::kWords);
    if (impl_->order[s]->wants_text()) add(s, Segment::Part::kText);
  }
  return wanted;
}

Status Workspace::Attach(WantedPart part, std::string bytes) {
  if (part.segment >= impl_->segments.size()) return Status::NotFound("There is no such segment.");
  Segment& segment = *impl_->segments[part.segment];
  const bool is_words = part.part == Segment::Part::kWords;
  const Status status =
      is_words ? segment.AttachWords(std::move(bytes)) : segment.AttachText(std::move(bytes));
  if (!status.ok()) return status;
  (is_words ? impl_->words_came : impl_->text_came) = true;
  if (Wanted().empty()) impl_->UseWhatCame();
  return status;
}

void Workspace::Forgo(WantedPart part) {
  impl_->lost.push_back(part);
  if (Wanted().empty()) impl_->UseWhatCame();
}

// What was answered without it is answered anew.
void Workspace::Impl::UseWhatCame() {
  if (!words_came && !text_came) return;
  if (text_came) copies = std::make_unique<CopyBook>();
  quotes = MakeQuoteSearch();
  ++renumbered;
  if (words_came || table_has_copies || (text_came && claims_searched)) table.reset();
  claims_searched = claims_searched && !text_came;
  words_came = text_came = false;
  ++revision;
}

void Workspace::WantAll() {
  for (const Segment* segment : impl_->order) {
    (void)segment->FindTerm("");
    segment->WantText();
  }
}

Status Workspace::Save(const std::function<void(std::string_view bytes)>& write,
                       std::string_view reviews) const {
  for (const Segment* segment : impl_->order) {
    if (segment->has_words() && segment->has_text()) continue;
    return Status::Io("A part of the corpus is missing, so that it cannot be saved whole.");
  }
  std::vector<const Segment*> order = impl_->order;
  std::vector<std::unique_ptr<Segment>> whole;
  for (const auto& [s, sealed] : impl_->sealed) {
    const std::string_view columns = sealed.columns->BytesOf(Segment::Part::kColumns);
    whole.push_back(Assemble(std::string(columns), *order[s]));
    if (whole.back()) order[s] = whole.back().get();
  }
  WriteSnapshot(order, OwnRules(), write, reviews);
  return Status::Ok();
}

void Workspace::Clear() {
  const uint64_t revision = impl_->revision + 1, renumbered = impl_->renumbered + 1;
  std::optional<RegionNames> names = std::move(impl_->region_names);
  impl_ = std::make_unique<Impl>();
  impl_->revision = revision;
  impl_->renumbered = renumbered;
  impl_->region_names = std::move(names);
}

size_t Workspace::segment_count() const { return impl_->segments.size(); }
const Segment& Workspace::SegmentAt(size_t segment) const { return *impl_->segments[segment]; }
uint64_t Workspace::article_count() const { return impl_->articles; }
uint64_t Workspace::claim_count() const { return impl_->claims; }
DayRange Workspace::days() const { return impl_->days; }
uint64_t Workspace::revision() const { return impl_->revision; }
uint64_t Workspace::renumbered() const { return impl_->renumbered; }

bool Workspace::Prepare(const Query& query, const std::function<bool()>& is_late) {
  return claimscope::Prepare(*impl_->quotes, impl_->order, query, is_late);
}

bool Workspace::PrepareTold(const Query& query, const std::function<bool()>& is_late) {
  Impl& w = *impl_;
  const bool retold = !query.count_retold, copied = !query.count_copies || retold;
  if (w.table && w.table_has_copies >= copied && w.table_has_retold >= retold) return true;
  return (!copied || w.copies->Prepare(w.order, is_late)) && (!retold || PrepareDistinct(is_late));
}

bool Workspace::PrepareDistinct(const std::function<bool()>& is_late) {
  return impl_->distinct.Prepare(impl_->order, impl_->revision, is_late);
}

const std::vector<std::string_view>& Workspace::Names(Facet facet) {
  return impl_->UpToDateTable({}).Names(facet);
}

Answer Workspace::Look(const Query& query, const Asking& asking, bool with_hits) {
  const ClaimTable& table = impl_->UpToDateTable(query);
  return with_hits ? table.Ask(query, asking) : table.Count(query, asking);
}

std::vector<uint32_t> Workspace::NameTotals(Facet facet) {
  const Asking asking(Per::kMonth, {}, Facet::kRegion, BitOf(facet));
  Query everything;
  everything.count_rejected = true;
  return impl_->UpToDateTable({}).Count(everything, asking).names[static_cast<size_t>(facet)];
}

const Answer& Workspace::Ask(const Query& query, const Asking& asking) {
  Impl& w = *impl_;
  if (w.last && w.last->revision == w.revision && w.last->asking == asking &&
      w.last->query == query)
    return w.last->answer;
  ClaimTable& table = w.UpToDateTable(query);
  if (w.last) table.Recycle(std::move(w.last->answer));
  w.last = Impl::Asked{query, asking, w.revision, table.Ask(query, asking)};
  return w.last->answer;
}

ArticleHits Workspace::FindArticles(std::string_view text, size_t limit) {
  return impl_->UpToDateTable({}).FindArticles(text, limit);
}

void Workspace::SetReviews(std::vector<ReviewedClaim> reviewed) {
  StableSort(&reviewed,
             [](const auto& a, const auto& b) { return NumberOf(a.claim) < NumberOf(b.claim); });
  impl_->reviewed = std::move(reviewed);
  // Which mention counts depends on those rejected.
  if (impl_->table_has_retold) impl_->table.reset();
  if (impl_->table) impl_->table->SetReviews(impl_->reviewed);
  impl_->last.reset();
}

Verdict Workspace::VerdictOf(Hit claim) const {
  const auto at = std::lower_bound(
      impl_->reviewed.begin(), impl_->reviewed.end(), NumberOf(claim),
      [](const ReviewedClaim& one, uint64_t number) { return NumberOf(one.claim) < number; });
  const bool found = at != impl_->reviewed.end() && NumberOf(at->claim) == NumberOf(claim);
  return found ? at->verdict : Verdict::kNone;
}

void Workspace::Impl::MarkRejected(std::vector<std::vector<uint8_t>>* told) const {
  told->resize(order.size());
  for (const auto& [hit, verdict] : reviewed) {
    if (verdict != Verdict::kRejected || hit.segment >= order.size()) continue;
    std::vector<uint8_t>& rows = (*told)[hit.segment];
    if (rows.empty()) rows.resize(order[hit.segment]->claim_count());
    if (hit.row < rows.size()) rows[hit.row] |= kRejected;
  }
}

bool Workspace::Correct(std::vector<CorrectedClaim> corrections) {
  bool changed = false;
  auto from = corrections.begin();
  for (uint32_t s = 0; s < segment_count(); ++s) {
    const auto to = std::find_if(from, corrections.end(),
                                 [s](const auto& one) { return one.article.segment > s; });
    const std::vector<CorrectedClaim> here(from, to);
    from = to;
    const auto at = impl_->sealed.find(s);
    const bool is_sealed = at != impl_->sealed.end();
    if (is_sealed ? at->second.corrections == here : here.empty()) continue;
    std::string columns(
        (is_sealed ? *at->second.columns : SegmentAt(s)).BytesOf(Segment::Part::kColumns));
    Result<Segment> sealed = Segment::OpenColumns(columns);
    if (!sealed.ok()) continue;
    std::vector<Claim> claims;
    for (uint32_t row = 0; row < sealed->claim_count(); ++row)
      claims.push_back(sealed->ClaimAt(row));
    for (const CorrectedClaim& one : here) {
      Claim& claim = claims[sealed->ClaimsOf(one.article.article)[one.place]];
      claim = Corrected(std::move(claim), one.correction);
    }
    if (!here.empty()) columns = sealed->ColumnsWith(std::move(claims));
    std::unique_ptr<Segment> shown = Assemble(std::move(columns), SegmentAt(s));
    if (!shown) continue;
    impl_->Show(s, std::move(shown), true);
    changed = true;
    if (here.empty())
      impl_->sealed.erase(s);
    else
      impl_->sealed[s] = {std::make_unique<Segment>(std::move(*sealed)), here};
  }
  return changed;
}

Claim Workspace::FoundClaim(Hit claim) const {
  const Segment& shown = SegmentAt(claim.segment);
  const auto sealed = impl_->sealed.find(claim.segment);
  if (sealed == impl_->sealed.end()) return shown.ClaimAt(claim.row);
  const uint32_t article = shown.articles()[claim.row];
  const std::vector<uint32_t> rows = shown.ClaimsOf(article);
  const auto place = std::find(rows.begin(), rows.end(), claim.row) - rows.begin();
  const Segment& columns = *sealed->second.columns;
  return columns.ClaimAt(columns.ClaimsOf(article)[static_cast<size_t>(place)]);
}

std::string Workspace::SealedBytes(uint32_t segment) const {
  const auto at = impl_->sealed.find(segment);
  const Segment& shown = SegmentAt(segment);
  std::string bytes(
      (at != impl_->sealed.end() ? *at->second.columns : shown).BytesOf(Segment::Part::kColumns));
  for (const auto part : {Segment::Part::kWords, Segment::Part::kText})
    bytes.append(shown.BytesOf(part));
  return bytes;
}

void Workspace::NameRegions(RegionNames names) {
  impl_->region_names = std::move(names);
  impl_->table.reset();
}

const std::vector<DistinctClaim>& Workspace::DistinctClaims() {
  return impl_->UpToDateClaims().claims();
}

uint32_t Workspace::DistinctOf(Hit claim) { return impl_->UpToDateClaims().DistinctOf(claim); }

size_t Workspace::PrepareCopies(size_t most) {
  if (!impl_->HasTexts()) return 0;
  return impl_->copies->UpdateSome(impl_->order, most);
}

std::vector<Workspace::FoundDays> Workspace::FindDays() {
  if (!impl_->HasTexts()) return {};
  const CopyBook& copies = impl_->UpToDateCopies();
  std::vector<FoundDays> found;
  for (const FoundDay& day : copies.FindDays()) {
    const ArticleRef ref = copies.ArticleAt(day.article);
    if (!SegmentAt(ref.segment).has_words()) continue;
    if (found.empty() || found.back().segment != ref.segment) found.push_back({ref.segment, {}});
    found.back().days.push_back({ref.article, day.day, day.basis});
  }
  return found;
}

Status Workspace::ReplaceSegment(uint32_t number, std::string bytes) {
  Impl& w = *impl_;
  if (number >= w.segments.size()) return Status::NotFound("There is no such segment.");
  Result<Segment> opened = Segment::Open(std::move(bytes));
  if (!opened.ok()) return opened.status();
  const std::unique_ptr<Segment>& held = w.segments[number];
  if (opened->article_count() != held->article_count()) {
    return Status::Invalid("The segment holds other articles than the one it is to replace.");
  }
  w.former.push_back({held->content(), number});
  w.sealed.erase(number);
  w.Show(number, std::make_unique<Segment>(std::move(*opened)), false);
  return Status::Ok();
}

void Workspace::Impl::Show(uint32_t number, std::unique_ptr<Segment> segment, bool same_days) {
  held = nullptr;
  ForgetSegment(*quotes, number);
  ++renumbered;
  claims += segment->claim_count();
  claims -= segments[number]->claim_count();
  order[number] = segment.get();
  copies->Replace(number, segment.get(), same_days);
  segments[number] = std::move(segment);
  days = {};
  for (const Segment* one : order) Widen(*one);
  table.reset();
  ++revision;
}

const std::vector<std::vector<ArticleCopy>>& Workspace::CopyGroups() {
  return impl_->UpToDateCopies().groups();
}

bool Workspace::KnowsCopies() const { return impl_->copies->IsUpToDate(impl_->order); }

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

std::vector<TextDifference> Workspace::Differences(ArticleRef a, ArticleRef b) {
  return DifferencesOf(TextOf(a), TextOf(b));
}

std::string Workspace::TextOf(ArticleRef article) const {
  impl_->order[article.segment]->WantText();
  const ArticleView view = impl_->order[article.segment]->ArticleAt(article.article);
  return TextWithoutCuts(view.page, {view.cuts.begin(), view.cuts.end()});
}

}  // namespace claimscope
