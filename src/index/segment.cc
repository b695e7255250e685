#include "index/segment.h"

#include <algorithm>

#include "index/postings.h"
#include "index/segment_view.h"
#include "index/short_postings.h"

namespace claimscope {

using namespace segment_format;  // NOLINT: this file reads that format

Segment::Segment(std::unique_ptr<View> view) : view_(std::move(view)) {}
Segment::Segment(Segment&&) noexcept = default;
Segment& Segment::operator=(Segment&&) noexcept = default;
Segment::~Segment() = default;

Result<Segment> Segment::OpenColumns(std::string bytes) {
  auto view = std::make_unique<View>();
  view->bytes = std::move(bytes);
  for (const auto step : {&View::ReadHeader, &View::OpenColumns}) {
    Status status = (view.get()->*step)();
    if (!status.ok()) return status;
  }
  return Segment(std::move(view));
}

Result<Segment> Segment::OpenWhole(std::string bytes, bool is_made) {
  auto view = std::make_unique<View>();
  view->bytes = std::move(bytes);
  view->is_made = is_made;
  for (const auto step : {&View::ReadHeader, &View::OpenColumns}) {
    Status status = (view.get()->*step)();
    if (!status.ok()) return status;
  }
  if (view->bytes.size() != view->header.size_bytes) {
    return Status::Invalid(
        "These saved claims are damaged: " + std::to_string(view->header.size_bytes) +
        " bytes were written, " + std::to_string(view->bytes.size()) + " are here.");
  }
  for (const auto step : {&View::OpenWords, &View::OpenText}) {
    Status status = (view.get()->*step)();
    if (!status.ok()) return status;
  }
  return Segment(std::move(view));
}

Result<Segment> Segment::Open(std::string bytes) { return OpenWhole(std::move(bytes), false); }
Result<Segment> Segment::OpenMade(std::string bytes) { return OpenWhole(std::move(bytes), true); }

Status Segment::AttachWords(std::string bytes) {
  if (has_words()) return Status::Ok();
  view_->words_bytes = std::move(bytes);
  return view_->OpenWords();
}

Status Segment::AttachText(std::string bytes) {
  if (has_text()) return Status::Ok();
  view_->text_bytes = std::move(bytes);
  return view_->OpenText();
}

std::string_view Segment::BytesOf(Part part) const {
  const View& v = *view_;
  const std::string_view own = part == Part::kColumns ? v.bytes
                               : part == Part::kWords ? v.words_bytes
                                                      : v.text_bytes;
  if (v.bytes.size() != v.header.size_bytes) return own;
  const auto begin = static_cast<size_t>(columns_size());
  const auto words = static_cast<size_t>(words_size());
  const std::string_view whole = v.bytes;
  if (part == Part::kColumns) return whole.substr(0, begin);
  return part == Part::kWords ? whole.substr(begin, words) : whole.substr(begin + words);
}
bool Segment::has_words() const { return view_->has_words; }
bool Segment::has_text() const { return view_->has_text; }
bool Segment::wants_words() const { return view_->wants_words && !has_words(); }
bool Segment::wants_text() const { return view_->wants_text && !has_text(); }
void Segment::WantText() const { view_->wants_text = true; }
uint64_t Segment::columns_size() const { return view_->BeginOf(kFirstWordSection); }
uint64_t Segment::words_size() const {
  return view_->BeginOf(kFirstTextSection) - view_->BeginOf(kFirstWordSection);
}
uint64_t Segment::text_size() const {
  return view_->header.size_bytes - view_->BeginOf(kFirstTextSection);
}
uint64_t Segment::content() const { return view_->header.content; }
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

uint32_t Segment::string_count() const {
  return static_cast<uint32_t>(view_->string_begins.size());
}
std::string_view Segment::StringAt(uint32_t string) const { return view_->StringAt(string); }
uint32_t Segment::SourceOf(uint32_t article) const { return view_->articles[article].source; }
uint32_t Segment::LanguageOf(uint32_t article) const { return view_->articles[article].language; }
Day Segment::DateOf(uint32_t article) const { return {view_->articles[article].date}; }
uint32_t Segment::ClaimantOf(uint32_t row) const { return view_->claims[row].claimant; }

void Segment::AppendPlacesOf(uint32_t row, std::vector<uint32_t>* strings) const {
  const ClaimRow& claim = view_->claims[row];
  for (uint32_t i = claim.place_begin; i < claim.place_end; ++i)
    strings->push_back(view_->places[i].name);
}

void Segment::AppendSpotsOf(uint32_t row, std::vector<Spot>* spots) const {
  const ClaimRow& claim = view_->claims[row];
  for (uint32_t i = claim.place_begin; i < claim.place_end; ++i) {
    const PlaceRow& place = view_->places[i];
    if (place.lat != 0 || place.lon != 0)
      spots->push_back({place.name, place.region, place.lat, place.lon});
  }
}

void Segment::AppendAmountsOf(uint32_t row, std::vector<Amount>* amounts) const {
  const View& v = *view_;
  const ClaimRow& claim = v.claims[row];
  for (uint32_t i = claim.quantity_begin; i < claim.quantity_end; ++i) {
    const QuantityRow& q = v.quantities[i];
    if (v.StringAt(q.si_unit).empty()) {
      amounts->push_back({q.unit, q.value, q.value_max});
      continue;
    }
    // The upper end is kept in the text's unit only.
    const double scale = q.value != 0 ? q.si_value / q.value : 1;
    amounts->push_back({q.si_unit, q.si_value, q.value_max * scale});
  }
}

ArticleView Segment::ArticleAt(uint32_t article) const {
  const View& v = *view_;
  const ArticleRow& row = v.articles[article];
  ArticleView out;
  out.id = v.StringAt(row.id);
  out.title = v.StringAt(row.title);
  out.source = v.StringAt(row.source);
  out.url = v.StringAt(row.url);
  out.author = v.StringAt(row.author);
  out.language = v.StringAt(row.language);
  out.offset_bytes = uint64_t{row.offset_high} << 32 | row.offset_low;
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

void Segment::VisitFigures(uint32_t row, const std::function<void(const Figure&)>& visit) const {
  const View& v = *view_;
  for (uint32_t i = v.claims[row].quantity_begin; i < v.claims[row].quantity_end; ++i) {
    const QuantityRow& q = v.quantities[i];
    visit({q.value, q.value_max, q.si_value, v.StringAt(q.unit), v.StringAt(q.si_unit),
           v.StringAt(q.of)});
  }
}

std::string Segment::QuoteAt(uint32_t row) const {
  WantText();
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

Segment::Term Segment::FindTerm(std::string_view word) const {
  view_->wants_words = true;
  return view_->term_reader().Find(word, view_->term_stops);
}

void Segment::VisitTerms(std::string_view from,
                         const std::function<bool(std::string_view, const Term&)>& visit) const {
  view_->wants_words = true;
  TermCursor cursor = view_->term_reader().From(from);
  while (cursor.Next()) {
    if (cursor.term() >= from && !visit(cursor.term(), cursor.found())) return;
  }
}

void Segment::ReadUses(const Term& term, WordUses* uses) const {
  if (IsShort(term.article_count)) {
    GetShortPostings(term.postings, term.article_count, view_->article_words, uses);
  } else {
    ReadPostings(term.postings, term.article_count, uses);
  }
}

void Segment::MarkArticles(const Term& term, size_t first, BitSet* set) const {
  if (!IsShort(term.article_count)) {
    MarkPostings(term.postings, term.article_count, first, set);
    return;
  }
  uint32_t articles[kMostShort];
  GetShortArticles(term.postings, term.article_count, view_->article_words.size(), articles);
  set->AddAscending(articles, term.article_count, first);
}

Segment::OpenTerm Segment::OpenUses(const Term& term) const {
  OpenTerm open{term, {}};
  if (!IsShort(term.article_count)) ReadPostings(term.postings, term.article_count, &open.uses);
  return open;
}

void Segment::MarkArticles(const OpenTerm& term, BitSet* set) const {
  if (IsShort(term.article_count)) {
    MarkArticles(static_cast<const Term&>(term), 0, set);
  } else {
    set->AddAscending(term.uses.articles.data(), term.uses.articles.size(), 0);
  }
}

void Segment::KeepArticles(const OpenTerm& term, BitSet* set) const {
  if (IsShort(term.article_count)) {
    BitSet others(set->limit());
    MarkArticles(term, &others);
    set->KeepThoseOf(others);
    return;
  }
  const uint32_t* at = term.uses.articles.data();
  const uint32_t* const end = at + term.uses.articles.size();
  set->ForEach([&](uint32_t article) {
    while (at != end && *at < article) ++at;
    if (at == end || *at != article) set->Remove(article);
  });
}

void Segment::ReadPlaces(const OpenTerm& term, const BitSet& wanted, Places* places) const {
  if (IsShort(term.article_count)) {
    GetShortPlaces(term.postings, term.article_count, view_->article_words, wanted, places);
    return;
  }
  const uint32_t* const articles = term.uses.articles.data();
  const uint32_t* const codes = term.uses.codes.data();
  const size_t count = term.uses.articles.size();
  uint64_t total = count;
  for (size_t i = 0; i < count; ++i) total += codes[i] / 2;
  const size_t before = places->size();
  places->resize(before + static_cast<size_t>(total));
  uint64_t* out = places->data() + before;
  PositionReader reader(term.positions, total);
  uint64_t skip = 0;
  size_t at = 0;
  wanted.ForEach([&](uint32_t article) {
    for (; at < count && articles[at] < article; ++at) skip += WordUses::TimesOf(codes[at]);
    if (at == count || articles[at] != article) return;
    const uint32_t times = WordUses::TimesOf(codes[at]);
    out = PutPlaces(reader.Read(skip, times), times, uint64_t{article} << 32, out);
  });
  places->resize(static_cast<size_t>(out - places->data()));
}

uint32_t Segment::TitleWords(uint32_t article) const { return view_->article_words[article].title; }
uint32_t Segment::TextWords(uint32_t article) const { return view_->article_words[article].text; }

}  // namespace claimscope
