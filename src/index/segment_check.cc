// The one check of every offset, count and code of a segment, after which reading cannot leave the
// block.
#include <algorithm>

#include "index/segment_view.h"
#include "index/term_reader.h"

namespace claimscope {

using namespace segment_format;  // NOLINT: this file checks that format

namespace {

bool IsRange(uint32_t begin, uint32_t end, size_t size) { return begin <= end && end <= size; }
bool IsWithin(Span span, uint32_t size) { return IsRange(span.begin, span.end, size); }

// The first row that is not good becomes the message.
template <typename T, typename IsGood>
Status CheckRows(const SectionEntry* entries, Section section, std::span<const T> rows,
                 std::string_view why, IsGood is_good) {
  const auto bad = std::find_if_not(rows.begin(), rows.end(), is_good);
  if (bad == rows.end()) return Status::Ok();
  const auto row = static_cast<uint64_t>(bad - rows.begin());
  return DamagedAt(entries[section].offset + row * sizeof(T), section, why);
}

// What the cuts leave of a page; false when they overlap, go backwards or leave the page.
bool TextSize(std::span<const Cut> cuts, uint32_t page_size, uint32_t* text_size) {
  uint32_t at = 0;
  *text_size = page_size;
  for (const Cut& cut : cuts) {
    if (cut.span.begin < at || !IsWithin(cut.span, page_size)) return false;
    at = cut.span.end;
    *text_size -= cut.span.size();
  }
  return true;
}

}  // namespace

Status Segment::View::CheckStrings() const {
  uint32_t before = 0;
  Status status = CheckRows(entries, kStringBegins, string_begins, "a name ends before it begins",
                            [&](uint32_t end) {
                              const bool good = IsRange(before, end, strings.size());
                              before = end;
                              return good;
                            });
  if (!status.ok()) return status;
  if (region_code_ids.size() > kMostRegions) {
    return DamagedAt(entries[kRegionCodes].offset, kRegionCodes, "there are too many regions");
  }
  return CheckRows(entries, kRegionCodes, region_code_ids, "a region has no name",
                   [&](uint32_t id) { return IsString(id); });
}

Status Segment::View::CheckText() const {
  // A reason is a byte; the three beside it are padding.
  Status status = CheckRows(entries, kCuts, cuts, "a cut has no known reason", [](const Cut& cut) {
    return static_cast<uint8_t>(cut.reason) <= static_cast<uint8_t>(CutReason::kCaption);
  });
  if (!status.ok()) return status;
  return CheckRows(entries, kArticles, articles, "an article points outside",
                   [&](const ArticleRow& a) {
                     uint32_t text_size = 0;
                     return IsRange(a.page_begin, a.page_end, pages.size()) &&
                            IsRange(a.cut_begin, a.cut_end, cuts.size()) &&
                            TextSize(CutsOf(a), a.page_end - a.page_begin, &text_size) &&
                            text_size == a.text_size;
                   });
}

Status Segment::View::CheckArticles() const {
  return CheckRows(
      entries, kArticles, articles, "an article points outside", [&](const ArticleRow& a) {
        for (const StringId id : {a.id, a.title, a.source, a.url, a.author, a.language}) {
          if (!IsString(id)) return false;
        }
        // The pages may come later; what is told of them is never more than their
        // section.
        return a.text_size <= entries[kPages].size && IsStorableDay(a.date) &&
               a.date_basis <= static_cast<uint32_t>(DateBasis::kEvents);
      });
}

Status Segment::View::CheckColumns() const {
  const auto below = [](auto limit) { return [limit](auto value) { return value < limit; }; };
  int64_t before = std::numeric_limits<int64_t>::min();
  const auto in_order = [&](int32_t day) {
    // Undated rows are last.
    const int64_t key = day == Day::kUnknown ? std::numeric_limits<int64_t>::max() : day;
    const bool good = key >= before;
    before = key;
    return good;
  };
  for (Status status :
       {CheckRows(entries, kAnchorDays, anchor_days, "the days are not in order", in_order),
        CheckRows(entries, kClaimArticles, claim_articles, "a claim has no article",
                  below(header.article_count)),
        CheckRows(entries, kClaimRegions, claim_regions, "a claim has no region",
                  below(region_code_ids.size())),
        CheckRows(entries, kKinds, kinds, "an unknown kind of claim", below(kKindCount)),
        CheckRows(entries, kSides, sides, "an unknown side", below(kSideCount)),
        CheckRows(entries, kStatuses, statuses, "an unknown status", below(kClaimStatusCount))}) {
    if (!status.ok()) return status;
  }
  return Status::Ok();
}

Status Segment::View::CheckClaims() const {
  Status status =
      CheckRows(entries, kClaims, claims, "a claim points outside", [&](const ClaimRow& c) {
        const auto row = static_cast<size_t>(&c - claims.data());
        const uint32_t size = articles[claim_articles[row]].text_size;
        for (const Span span : {c.span, c.claimant_span, c.cue, c.status_span, c.time_span}) {
          if (!IsWithin(span, size)) return false;
        }
        return IsString(c.claimant) && IsString(c.rule) && c.mode < kModeCount &&
               c.actor < kSideCount && c.time_basis < kTimeBasisCount &&
               IsStorableDay(c.time_from) && IsStorableDay(c.time_to) &&
               AnchorDay({{c.time_from}, {c.time_to}}).value == anchor_days[row] &&
               IsRange(c.quantity_begin, c.quantity_end, quantities.size()) &&
               IsRange(c.place_begin, c.place_end, places.size());
      });
  if (!status.ok()) return status;
  status = CheckRows(entries, kQuantities, quantities, "a figure points outside",
                     [&](const QuantityRow& q) {
                       return IsString(q.unit) && IsString(q.si_unit) && IsString(q.of) &&
                              q.bound < kBoundCount && q.scope < kScopeCount;
                     });
  if (!status.ok()) return status;
  status = CheckRows(entries, kPlaces, places, "a place points outside", [&](const PlaceRow& p) {
    return IsString(p.name) && IsString(p.region) && p.sure < kSurenessCount &&
           IsRange(p.candidate_begin, p.candidate_end, candidates.size());
  });
  if (!status.ok()) return status;
  return CheckRows(entries, kCandidates, candidates, "a region has no name",
                   [&](uint32_t id) { return IsString(id); });
}

Status Segment::View::CheckWords() const {
  Status status = CheckRows(entries, kArticleWords, article_words, "an article has too many words",
                            [&](const ArticleWords& words) {
                              // A word has a byte at least.
                              const ArticleRow& a = articles[&words - article_words.data()];
                              return words.title <= StringAt(a.title).size() &&
                                     words.text <= a.text_size && words.title < kMostWords &&
                                     words.text < kMostWords;
                            });
  if (!status.ok()) return status;
  size_t offset = 0;
  const char* damage = term_reader().FindDamage(article_words, &offset);
  if (damage == nullptr) return Status::Ok();
  return DamagedAt(entries[kTerms].offset + offset, kTerms, damage);
}

}  // namespace claimscope
