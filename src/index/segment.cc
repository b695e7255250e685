#include "index/segment.h"

#include <algorithm>

#include "index/segment_view.h"

namespace claimscope {

using namespace segment_format;  // NOLINT: this file reads that format

Segment::Segment(std::unique_ptr<View> view) : view_(std::move(view)) {}
Segment::Segment(Segment&&) noexcept = default;
Segment& Segment::operator=(Segment&&) noexcept = default;
Segment::~Segment() = default;

Result<Segment> Segment::Open(std::string bytes) {
  auto view = std::make_unique<View>();
  view->bytes = std::move(bytes);
  for (const auto step : {&View::ReadHeader, &View::MapSections}) {
    Status status = (view.get()->*step)();
    if (!status.ok()) return status;
  }
  Status status = view->Check();
  if (!status.ok()) return status;
  view->MakeColumns();
  return Segment(std::move(view));
}

const std::string& Segment::bytes() const { return view_->bytes; }
uint64_t Segment::identity() const { return view_->header.checksum; }
uint32_t Segment::article_count() const { return view_->header.article_count; }
uint32_t Segment::claim_count() const { return view_->header.claim_count; }
uint32_t Segment::dated_count() const { return view_->dated_count; }
std::span<const int32_t> Segment::anchor_days() const { return view_->anchor_days; }
std::span<const uint32_t> Segment::articles() const { return view_->claim_articles; }
std::span<const uint16_t> Segment::regions() const { return view_->claim_regions; }
std::span<const uint8_t> Segment::kinds() const { return view_->kinds; }
std::span<const uint8_t> Segment::sides() const { return view_->sides; }
std::span<const uint8_t> Segment::statuses() const { return view_->statuses; }
std::span<const uint32_t> Segment::profiles() const { return view_->profiles; }
const std::vector<Segment::Profile>& Segment::profile_table() const { return view_->profile_table; }
const std::vector<std::string_view>& Segment::region_codes() const { return view_->region_codes; }

ArticleView Segment::ArticleAt(uint32_t article) const {
  const View& v = *view_;
  const ArticleRow& row = v.articles[article];
  ArticleView out;
  out.id = v.StringAt(row.id);
  out.title = v.StringAt(row.title);
  out.source = v.StringAt(row.source);
  out.url = v.StringAt(row.url);
  out.language = v.StringAt(row.language);
  out.date = {row.date};
  out.date_basis = static_cast<DateBasis>(row.date_basis);
  out.page = v.PageOf(row);
  out.cuts = v.CutsOf(row);
  return out;
}

std::vector<uint32_t> Segment::ClaimsOf(uint32_t article) const {
  const View& v = *view_;
  return {v.article_rows.begin() + v.article_row_begins[article],
          v.article_rows.begin() + v.article_row_begins[article + 1]};
}

Claim Segment::ClaimAt(uint32_t row) const {
  const View& v = *view_;
  const ClaimRow& in = v.claims[row];
  const auto string_at = [&v](StringId id) { return std::string(v.StringAt(id)); };
  Claim out;
  out.span = in.span;
  out.kind = static_cast<Kind>(v.kinds[row]);
  out.side = static_cast<Side>(v.sides[row]);
  out.mode = static_cast<Mode>(in.mode);
  out.status = static_cast<ClaimStatus>(v.statuses[row]);
  out.actor = static_cast<Side>(in.actor);
  out.claimant = string_at(in.claimant);
  out.claimant_span = in.claimant_span;
  out.cue = in.cue;
  out.status_span = in.status_span;
  out.time = {{in.time_from}, {in.time_to}};
  out.time_basis = static_cast<TimeBasis>(in.time_basis);
  out.time_span = in.time_span;
  out.region = v.region_codes[v.claim_regions[row]];
  out.rule = string_at(in.rule);
  for (uint32_t i = in.quantity_begin; i < in.quantity_end; ++i) {
    const QuantityRow& q = v.quantities[i];
    out.quantities.push_back({q.span, q.value, q.value_max, string_at(q.unit), q.si_value,
                              string_at(q.si_unit), static_cast<Bound>(q.bound),
                              static_cast<Scope>(q.scope), string_at(q.of)});
  }
  for (uint32_t i = in.place_begin; i < in.place_end; ++i) {
    const PlaceRow& p = v.places[i];
    PlaceMention& place = out.places.emplace_back();
    place = {
        p.span, string_at(p.name), string_at(p.region), static_cast<Sureness>(p.sure), p.lat, p.lon,
        {}};
    for (uint32_t c = p.candidate_begin; c < p.candidate_end; ++c) {
      place.candidates.push_back(string_at(v.candidates[c]));
    }
  }
  return out;
}

std::string Segment::QuoteAt(uint32_t row) const {
  const View& v = *view_;
  const ArticleRow& article = v.articles[v.claim_articles[row]];
  const std::string_view page = v.PageOf(article);
  const Span in_page = PageSpanAt(row);
  std::string quote;
  uint32_t at = in_page.begin;
  for (const Cut& cut : v.CutsOf(article)) {
    if (cut.span.end <= at) continue;
    if (cut.span.begin >= in_page.end) break;
    if (cut.span.begin > at) quote.append(TextOf(page, {at, cut.span.begin}));
    at = cut.span.end;
  }
  quote.append(TextOf(page, {at, in_page.end}));
  return quote;
}

Span Segment::PageSpanAt(uint32_t row) const {
  const View& v = *view_;
  const Span span = v.claims[row].span;
  // As PageOffset does; the end is the one after the last byte, so that a cut behind it stays
  // outside.
  const uint32_t last = span.empty() ? span.begin : span.end - 1;
  uint32_t begin = span.begin;
  uint32_t end = last;
  for (const Cut& cut : v.CutsOf(v.articles[v.claim_articles[row]])) {
    if (cut.span.begin > end) break;
    if (cut.span.begin <= begin) begin += cut.span.size();
    end += cut.span.size();
  }
  return {begin, span.empty() ? begin : end + 1};
}

namespace {

void AppendArticles(const TermCursor& term, std::vector<uint32_t>* out) {
  VarintReader postings(term.postings());
  uint32_t article = 0;
  for (uint32_t i = 0; i < term.article_count(); ++i) {
    article += postings.Get();
    out->push_back(article);
  }
}

}  // namespace

std::vector<uint32_t> Segment::ArticlesWith(std::string_view folded_word) const {
  std::vector<uint32_t> articles;
  view_->term_reader().VisitTerms(folded_word, false,
                                  [&](const TermCursor& term) { AppendArticles(term, &articles); });
  return articles;
}

std::vector<uint32_t> Segment::ArticlesWithPrefix(std::string_view folded_prefix) const {
  std::vector<uint32_t> articles;
  view_->term_reader().VisitTerms(folded_prefix, true,
                                  [&](const TermCursor& term) { AppendArticles(term, &articles); });
  std::sort(articles.begin(), articles.end());
  articles.erase(std::unique(articles.begin(), articles.end()), articles.end());
  return articles;
}

}  // namespace claimscope
