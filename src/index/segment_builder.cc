#include <algorithm>
#include <cstring>
#include <map>
#include <numeric>
#include <tuple>

#include "base/byte_io.h"
#include "base/hash.h"
#include "base/stable_sort.h"
#include "index/segment.h"
#include "index/segment_format.h"
#include "index/segment_view.h"
#include "index/term_writer.h"

namespace claimscope {

using namespace segment_format;  // NOLINT: this file writes that format

namespace {

// Spans and ranges that leave the text are cut: a sealed segment always opens.
Span Within(Span span, uint32_t size) {
  const uint32_t begin = std::min(span.begin, size);
  return {begin, std::clamp(span.end, begin, size)};
}

Day Storable(Day day) { return IsStorableDay(day.value) ? day : Day{}; }

// Eight bytes at a time, for whole texts: a multiply and a shift each.
uint64_t HashLong(std::string_view bytes) {
  uint64_t h = kFnvBasis ^ bytes.size();
  const auto add = [&h](const char* at, size_t size) {
    uint64_t word = 0;
    std::memcpy(&word, at, size);
    h = (h ^ word) * 0x9e3779b97f4a7c15ull;
    h ^= h >> 29;
  };
  const char* at = bytes.data();
  size_t left = bytes.size();
  for (; left >= 8; at += 8, left -= 8) add(at, 8);
  if (left > 0) add(at, left);
  return h;
}

class StringPool {
 public:
  StringId IdOf(std::string_view text) {
    const auto at = ids_.find(text);
    if (at != ids_.end()) return at->second;
    const auto id = static_cast<StringId>(ids_.size());
    ids_.emplace(std::string(text), id);
    bytes_.append(text);
    begins_.Put(static_cast<uint32_t>(bytes_.size()));
    return id;
  }
  std::string TakeBegins() { return begins_.Take(); }
  std::string TakeBytes() { return std::move(bytes_); }

 private:
  std::map<std::string, StringId, std::less<>> ids_;
  std::string bytes_;
  ByteWriter begins_;
};

}  // namespace

struct SegmentBuilder::Columns {
  struct Row {
    uint32_t article;
    uint32_t text_size;
    Claim claim;
  };
  StringPool strings;
  std::vector<ArticleRow> articles;
  ByteWriter cuts;
  uint32_t cut_count = 0;
  std::string pages;
  uint64_t content = 0;
  std::vector<Row> rows;
  TermWriter terms;

  void AddContent(const Article& article);
  void AddCuts(const Article& article, ArticleRow* row);
  void AddClaim(uint32_t article, Claim claim);
  void Write(std::string* sections);
  void SortRows();
  void WriteColumns(const std::vector<std::string>& region_codes, std::string* sections);
  void WriteClaims(std::string* sections);
};

SegmentBuilder::SegmentBuilder() : columns_(std::make_unique<Columns>()) {}
SegmentBuilder::~SegmentBuilder() = default;
size_t SegmentBuilder::articles() const { return columns_->articles.size(); }
size_t SegmentBuilder::text_bytes() const { return columns_->pages.size(); }

// All that the article has of its own; not the name of the file it stood in, nor its place there.
void SegmentBuilder::Columns::AddContent(const Article& article) {
  const std::string day = std::to_string(article.date.value);
  for (const std::string_view part :
       {std::string_view(article.title), std::string_view(article.source),
        std::string_view(article.url), std::string_view(article.author), std::string_view(day),
        std::string_view(article.page)}) {
    content = (content ^ HashLong(part)) * 0x9e3779b97f4a7c15ull;
    content ^= content >> 29;
  }
}

void SegmentBuilder::Columns::AddCuts(const Article& article, ArticleRow* row) {
  row->cut_begin = cut_count;
  uint32_t at = 0;
  uint32_t text_size = 0;
  const auto page_size = static_cast<uint32_t>(article.page.size());
  for (const Cut& cut : article.cuts) {
    const Span span = Within(cut.span, page_size);
    if (span.begin < at || span.empty()) continue;
    cuts.Put(span.begin);
    cuts.Put(span.end);
    cuts.Put(static_cast<uint32_t>(cut.reason));
    ++cut_count;
    text_size += span.begin - at;
    at = span.end;
  }
  row->cut_end = cut_count;
  row->text_size = text_size + (page_size - at);
}

void SegmentBuilder::Add(const Article& article, const std::vector<Claim>& claims) {
  Columns& c = *columns_;
  const auto number = static_cast<uint32_t>(c.articles.size());
  ArticleRow row{};
  row.id = c.strings.IdOf(article.id);
  row.title = c.strings.IdOf(article.title);
  row.source = c.strings.IdOf(article.source);
  row.url = c.strings.IdOf(article.url);
  row.author = c.strings.IdOf(article.author);
  row.language = c.strings.IdOf(article.language);
  row.offset_low = static_cast<uint32_t>(article.offset_bytes);
  row.offset_high = static_cast<uint32_t>(article.offset_bytes >> 32);
  c.AddContent(article);
  row.date = Storable(article.date).value;
  row.date_basis = static_cast<uint32_t>(article.date_basis);
  row.page_begin = static_cast<uint32_t>(c.pages.size());
  c.pages.append(article.page);
  row.page_end = static_cast<uint32_t>(c.pages.size());
  c.AddCuts(article, &row);
  c.articles.push_back(row);
  c.terms.AddArticle(article.title, article.text);
  for (const Claim& claim : claims) c.AddClaim(number, claim);
}

void SegmentBuilder::Columns::AddClaim(uint32_t article, Claim claim) {
  claim.time = {Storable(claim.time.from), Storable(claim.time.to)};
  rows.push_back({article, articles[article].text_size, std::move(claim)});
}

void SegmentBuilder::Columns::WriteColumns(const std::vector<std::string>& region_codes,
                                           std::string* sections) {
  ByteWriter days, claim_articles, regions, kinds, sides, statuses, codes;
  for (const Row& row : rows) {
    const Claim& claim = row.claim;
    days.Put(AnchorDay(claim.time).value);
    claim_articles.Put(row.article);
    const auto code = std::lower_bound(region_codes.begin(), region_codes.end(), claim.region);
    regions.Put(static_cast<uint16_t>(code - region_codes.begin()));
    kinds.Put(static_cast<uint8_t>(claim.kind));
    sides.Put(static_cast<uint8_t>(claim.side));
    statuses.Put(static_cast<uint8_t>(claim.status));
  }
  for (const std::string& code : region_codes) codes.Put(strings.IdOf(code));
  sections[kAnchorDays] = days.Take();
  sections[kClaimArticles] = claim_articles.Take();
  sections[kClaimRegions] = regions.Take();
  sections[kKinds] = kinds.Take();
  sections[kSides] = sides.Take();
  sections[kStatuses] = statuses.Take();
  sections[kRegionCodes] = codes.Take();
}

// By anchor day, undated last, then by place. Claims are large: their keys are sorted in their
// stead.
void SegmentBuilder::Columns::SortRows() {
  struct Key {
    bool is_undated;
    int32_t day;
    uint32_t article;
    Span span;
    uint32_t row;
  };
  std::vector<Key> keys;
  keys.reserve(rows.size());
  for (const Row& row : rows) {
    const Day day = AnchorDay(row.claim.time);
    keys.push_back(
        {!day.known(), day.value, row.article, row.claim.span, static_cast<uint32_t>(keys.size())});
  }
  std::sort(keys.begin(), keys.end(), [](const Key& a, const Key& b) {
    const auto order = [](const Key& key) {
      return std::tuple(key.is_undated, key.day, key.article, key.span.begin, key.span.end,
                        key.row);
    };
    return order(a) < order(b);
  });
  std::vector<Row> sorted;
  sorted.reserve(rows.size());
  for (const Key& key : keys) sorted.push_back(std::move(rows[key.row]));
  rows = std::move(sorted);
}

void SegmentBuilder::Columns::WriteClaims(std::string* sections) {
  ByteWriter claims, quantities, places, candidates;
  uint32_t quantity_count = 0;
  uint32_t place_count = 0;
  uint32_t candidate_count = 0;
  for (const Row& row : rows) {
    const Claim& claim = row.claim;
    const auto within = [&](Span span) { return Within(span, row.text_size); };
    ClaimRow out{};
    out.span = within(claim.span);
    out.claimant_span = within(claim.claimant_span);
    out.cue = within(claim.cue);
    out.status_span = within(claim.status_span);
    out.time_span = within(claim.time_span);
    out.claimant = strings.IdOf(claim.claimant);
    out.rule = strings.IdOf(claim.rule);
    out.time_from = claim.time.from.value;
    out.time_to = claim.time.to.value;
    out.mode = static_cast<uint8_t>(claim.mode);
    out.actor = static_cast<uint8_t>(claim.actor);
    out.time_basis = static_cast<uint8_t>(claim.time_basis);
    out.quantity_begin = quantity_count;
    for (const Quantity& q : claim.quantities) {
      quantities.Put(QuantityRow{q.value,
                                 q.value_max,
                                 q.si_value,
                                 within(q.span),
                                 strings.IdOf(q.unit),
                                 strings.IdOf(q.si_unit),
                                 strings.IdOf(q.of),
                                 static_cast<uint8_t>(q.bound),
                                 static_cast<uint8_t>(q.scope),
                                 {}});
      ++quantity_count;
    }
    out.quantity_end = quantity_count;
    out.place_begin = place_count;
    for (const PlaceMention& p : claim.places) {
      const uint32_t candidate_begin = candidate_count;
      for (const std::string& code : p.candidates) candidates.Put(strings.IdOf(code));
      candidate_count += static_cast<uint32_t>(p.candidates.size());
      places.Put(PlaceRow{within(p.span),
                          strings.IdOf(p.name),
                          strings.IdOf(p.region),
                          p.lat,
                          p.lon,
                          candidate_begin,
                          candidate_count,
                          static_cast<uint8_t>(p.sure),
                          {}});
      ++place_count;
    }
    out.place_end = place_count;
    claims.Put(out);
  }
  sections[kClaims] = claims.Take();
  sections[kQuantities] = quantities.Take();
  sections[kPlaces] = places.Take();
  sections[kCandidates] = candidates.Take();
}

namespace {

// Header, section table, sections; each section padded to 8 bytes. `kept`: words and text are those
// of this table, and only what stands before them is given back.
std::string Join(uint32_t articles, uint32_t claims, uint64_t content, std::string* sections,
                 const SectionEntry* kept = nullptr) {
  std::string out(sizeof(Header) + kSectionCount * sizeof(SectionEntry), '\0');
  SectionEntry entries[kSectionCount];
  uint64_t end = 0;
  for (uint32_t i = 0; i < kSectionCount; ++i) {
    if (kept != nullptr && i >= kFirstWordSection) {
      entries[i] = kept[i];
      entries[i].offset = end;
      end += AlignUp(static_cast<size_t>(kept[i].size));
      continue;
    }
    entries[i].offset = out.size();
    entries[i].size = sections[i].size();
    sections[i].resize(AlignUp(sections[i].size()));
    entries[i].checksum = Checksum(sections[i]);
    out.append(sections[i]);
    sections[i] = {};
    end = out.size();
  }
  Header header{};
  std::memcpy(header.magic, kMagic, sizeof kMagic);
  header.version = kVersion;
  header.section_count = kSectionCount;
  header.article_count = articles;
  header.claim_count = claims;
  header.size_bytes = end;
  header.content = content;
  std::memcpy(out.data(), &header, sizeof header);
  std::memcpy(out.data() + sizeof header, entries, sizeof entries);
  header.checksum = Checksum(std::string_view(out).substr(0, sizeof header + sizeof entries));
  std::memcpy(out.data(), &header, sizeof header);
  return out;
}

// Claim::region names a first-level region or a country: a few thousand codes. More than the column
// can hold would be a fault of the caller; the last ones then share the code "-".
std::vector<std::string> SortedRegionCodes(std::vector<std::string> codes) {
  constexpr size_t kMost = 0xFFFF;
  StableSort(&codes);
  codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
  if (codes.size() <= kMost) return codes;
  codes.resize(kMost - 1);
  codes.push_back("-");
  return SortedRegionCodes(std::move(codes));
}

}  // namespace

// The sections of the columns.
void SegmentBuilder::Columns::Write(std::string* sections) {
  std::vector<std::string> codes;  // the same one after the other is common
  for (const Row& row : rows) {
    if (codes.empty() || codes.back() != row.claim.region) codes.push_back(row.claim.region);
  }
  codes = SortedRegionCodes(std::move(codes));
  for (Row& row : rows) {
    if (!std::binary_search(codes.begin(), codes.end(), row.claim.region)) row.claim.region = "-";
  }
  SortRows();
  WriteColumns(codes, sections);
  WriteClaims(sections);
  for (const ArticleRow& row : articles) {
    sections[kArticles].append(reinterpret_cast<const char*>(&row), sizeof row);
  }
  sections[kStringBegins] = strings.TakeBegins();
  sections[kStrings] = strings.TakeBytes();
}

std::string Segment::ColumnsWith(std::vector<Claim> claims) const {
  const View& v = *view_;
  SegmentBuilder::Columns c;
  // In their order: the rows of the articles keep their numbers.
  for (uint32_t i = 0; i < string_count(); ++i) c.strings.IdOf(v.StringAt(i));
  c.articles.assign(v.articles.begin(), v.articles.end());
  for (uint32_t row = 0; row < claims.size(); ++row)
    c.AddClaim(v.claim_articles[row], std::move(claims[row]));
  std::string sections[kSectionCount];
  c.Write(sections);
  return Join(article_count(), claim_count(), content(), sections, v.entries);
}

std::string SegmentBuilder::Seal() {
  Columns& c = *columns_;
  std::string sections[kSectionCount];
  c.Write(sections);
  sections[kCuts] = c.cuts.Take();
  sections[kPages] = std::move(c.pages);
  TermWriter::Sections terms = c.terms.Write();
  sections[kTermBlocks] = std::move(terms.blocks);
  sections[kTerms] = std::move(terms.terms);
  sections[kPostings] = std::move(terms.postings);
  sections[kPositions] = std::move(terms.positions);
  sections[kArticleWords] = std::move(terms.article_words);
  std::string bytes = Join(static_cast<uint32_t>(c.articles.size()),
                           static_cast<uint32_t>(c.rows.size()), c.content, sections);
  columns_ = std::make_unique<Columns>();
  return bytes;
}

}  // namespace claimscope
