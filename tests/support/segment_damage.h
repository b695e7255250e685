// Segments damaged on purpose, with checksums that agree again: what only the checks behind them
// can find.
#pragma once

#include <cstring>
#include <string>

#include "index/segment.h"
#include "index/segment_format.h"
#include "tests/support/segment_words.h"

namespace claimscope {

// Makes every checksum agree with the bytes, as far as the section table points into them.
inline void RepairChecksums(std::string* bytes) {
  using namespace segment_format;  // NOLINT
  SectionEntry entries[kSectionCount];
  if (bytes->size() < sizeof(Header) + sizeof entries) return;
  std::memcpy(entries, bytes->data() + sizeof(Header), sizeof entries);
  for (SectionEntry& entry : entries) {
    if (entry.offset > bytes->size() || entry.size > bytes->size() - entry.offset) continue;
    const std::string_view section = std::string_view(*bytes).substr(
        static_cast<size_t>(entry.offset), AlignUp(static_cast<size_t>(entry.size)));
    entry.checksum = Checksum(section);
  }
  std::memcpy(bytes->data() + sizeof(Header), entries, sizeof entries);
  Header header;
  std::memcpy(&header, bytes->data(), sizeof header);
  header.checksum = 0;
  std::memcpy(bytes->data(), &header, sizeof header);
  header.checksum = Checksum(std::string_view(*bytes).substr(0, sizeof header + sizeof entries));
  std::memcpy(bytes->data(), &header, sizeof header);
}

// Reads everything there is to read; the sum keeps the compiler from leaving it out.
inline size_t ReadEverything(const Segment& segment) {
  size_t sum = 0;
  for (uint32_t row = 0; row < segment.claim_count(); ++row) {
    const Claim claim = segment.ClaimAt(row);
    sum += claim.claimant.size() + claim.region.size() + claim.quantities.size();
    for (const PlaceMention& place : claim.places) sum += place.name.size();
    sum += segment.QuoteAt(row).size() + segment.PageSpanAt(row).begin;
    sum += segment.region_codes()[segment.regions()[row]].size();
    sum += segment.profile_table()[segment.profiles()[row]].kind;
  }
  for (uint32_t article = 0; article < segment.article_count(); ++article) {
    const ArticleView view = segment.ArticleAt(article);
    sum += view.id.size() + view.title.size() + view.page.size() + view.cuts.size();
    sum += FormatIsoDay(view.date).size() + NameOf(view.date_basis).size();
    sum += TextWithoutCuts(view.page, {view.cuts.begin(), view.cuts.end()}).size();
    sum += segment.ClaimsOf(article).size();
  }
  for (const char* word : {"", "a", "ka", "north", "zzzz", "\xD0"}) {
    sum += ArticlesWith(segment, word).size() + ArticlesWithPrefix(segment, word).size();
  }
  return sum;
}

}  // namespace claimscope
