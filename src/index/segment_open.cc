// Opening a segment: header, section table, typed views, derived columns.
#include <algorithm>
#include <numeric>
#include <tuple>

#include "index/segment_view.h"

namespace claimscope {

using namespace segment_format;  // NOLINT: this file reads that format

Status DamagedAt(uint64_t offset, Section section, std::string_view why) {
  return Status::Invalid("These saved claims are damaged at byte " + std::to_string(offset) + " (" +
                         kSectionNames[section] + "): " + std::string(why) + ".");
}

Status Segment::View::ReadHeader() {
  constexpr size_t kTableEnd = sizeof(Header) + kSectionCount * sizeof(SectionEntry);
  if (bytes.size() < sizeof(Header)) {
    return Status::Invalid("These are not saved claims: the beginning is missing.");
  }
  std::memcpy(&header, bytes.data(), sizeof header);
  if (std::memcmp(header.magic, kMagic, sizeof kMagic) != 0) {
    return Status::Invalid("These are not saved claims: they begin with other bytes.");
  }
  if (header.version > kVersion) {
    return Status::Unsupported("These claims were saved by a newer version of Claimscope (format " +
                               std::to_string(header.version) + "; this one reads up to " +
                               std::to_string(kVersion) + ").");
  }
  if (header.version > 0 && header.version < kVersion) {
    return Status::Unsupported(
        "These claims were saved by an older version of Claimscope (format " +
        std::to_string(header.version) + "; this one reads " + std::to_string(kVersion) +
        "). Save them anew from the articles.");
  }
  if (header.version != kVersion || header.section_count != kSectionCount) {
    return Status::Invalid("These saved claims are damaged at byte 8 (header).");
  }
  if (header.size_bytes < kTableEnd || bytes.size() < kTableEnd) {
    return Status::Invalid("These saved claims are damaged: " + std::to_string(header.size_bytes) +
                           " bytes were written, " + std::to_string(bytes.size()) + " are here.");
  }
  std::memcpy(entries, bytes.data() + sizeof header, sizeof entries);
  std::string table = bytes.substr(0, kTableEnd);
  std::memset(table.data() + offsetof(Header, checksum), 0, sizeof header.checksum);
  if (Checksum(table) != header.checksum) {
    return Status::Invalid("These saved claims are damaged in the first " +
                           std::to_string(kTableEnd) + " bytes (header).");
  }
  if (bytes.size() != header.size_bytes && bytes.size() != BeginOf(kFirstWordSection)) {
    return Status::Invalid("These saved claims are damaged: " + std::to_string(header.size_bytes) +
                           " bytes were written, " + std::to_string(bytes.size()) + " are here.");
  }
  return Status::Ok();
}

std::string_view Segment::View::BytesOf(Section section) const {
  std::string_view part = bytes;
  uint64_t begin = 0;
  if (bytes.size() != header.size_bytes && section >= kFirstWordSection) {
    const bool is_word = section < kFirstTextSection;
    part = is_word ? words_bytes : text_bytes;
    begin = BeginOf(is_word ? kFirstWordSection : kFirstTextSection);
  }
  return part.substr(static_cast<size_t>(entries[section].offset - begin),
                     static_cast<size_t>(entries[section].size));
}

template <typename T>
Status Segment::View::Map(Section section, std::span<const T>* out) const {
  const std::string_view data = BytesOf(section);
  if (data.size() % sizeof(T) != 0) {
    return DamagedAt(entries[section].offset, section, "its size is wrong");
  }
  *out = {reinterpret_cast<const T*>(data.data()), data.size() / sizeof(T)};
  return Status::Ok();
}

template <typename T>
Status Segment::View::MapPer(uint32_t rows, Section section, std::span<const T>* out) const {
  Status status = Map(section, out);
  if (status.ok() && out->size() != rows) {
    return DamagedAt(entries[section].offset, section, "its size is wrong");
  }
  return status;
}

Status Segment::View::CheckSections(std::string_view part, uint64_t part_begin, uint32_t first,
                                    uint32_t end) {
  uint64_t at = part_begin;
  const uint64_t part_end = part_begin + part.size();
  for (uint32_t i = first; i < end; ++i) {
    const SectionEntry& entry = entries[i];
    const auto section = static_cast<Section>(i);
    if (entry.offset != at || entry.size > part_end - at ||
        AlignUp(static_cast<size_t>(entry.size)) > part_end - at) {
      return DamagedAt(at, section, "it does not begin and end where it should");
    }
    const size_t padded = AlignUp(static_cast<size_t>(entry.size));
    if (!is_made &&
        Checksum(part.substr(static_cast<size_t>(at - part_begin), padded)) != entry.checksum) {
      return DamagedAt(at, section, "its checksum is wrong");
    }
    at += padded;
  }
  if (at == part_end) return Status::Ok();
  return Status::Invalid("These saved claims are damaged at byte " + std::to_string(at) +
                         ": more stands there than should.");
}

Status Segment::View::OpenWords() {
  const bool is_whole = bytes.size() == header.size_bytes;
  const uint64_t begin = BeginOf(kFirstWordSection);
  const std::string_view part =
      is_whole
          ? std::string_view(bytes).substr(static_cast<size_t>(begin),
                                           static_cast<size_t>(BeginOf(kFirstTextSection) - begin))
          : std::string_view(words_bytes);
  Status status = CheckSections(part, begin, kFirstWordSection, kFirstTextSection);
  if (!status.ok()) return status;
  terms = BytesOf(kTerms);
  postings = BytesOf(kPostings);
  positions = BytesOf(kPositions);
  for (Status mapped : {Map(kTermBlocks, &term_blocks),
                        MapPer(header.article_count, kArticleWords, &article_words)}) {
    if (!mapped.ok()) return mapped;
  }
  if (!is_made) status = CheckWords();
  has_words = status.ok();
  if (!has_words) term_blocks = {};
  term_keys = term_reader().MakeKeys();
  term_stops = has_words ? term_reader().MakeStops() : TermStops{};
  return status;
}

Status Segment::View::OpenText() {
  const bool is_whole = bytes.size() == header.size_bytes;
  const uint64_t begin = BeginOf(kFirstTextSection);
  const std::string_view part =
      is_whole ? std::string_view(bytes).substr(static_cast<size_t>(begin)) : text_bytes;
  Status status = CheckSections(part, begin, kFirstTextSection, kSectionCount);
  if (!status.ok()) return status;
  pages = BytesOf(kPages);
  status = Map(kCuts, &cuts);
  if (status.ok() && !is_made) status = CheckText();
  has_text = status.ok();
  if (!has_text) {
    pages = {};
    cuts = {};
  }
  return status;
}

Status Segment::View::OpenColumns() {
  constexpr size_t kTableEnd = sizeof(Header) + sizeof entries;
  const uint64_t end = BeginOf(kFirstWordSection), text = BeginOf(kFirstTextSection);
  if (end < kTableEnd || text < end || text > header.size_bytes) {
    return Status::Invalid("These saved claims are damaged in the first " +
                           std::to_string(kTableEnd) + " bytes (header).");
  }
  const std::string_view part =
      std::string_view(bytes).substr(kTableEnd, static_cast<size_t>(end) - kTableEnd);
  Status status = CheckSections(part, kTableEnd, 0, kFirstWordSection);
  if (status.ok()) status = MapColumns();
  if (!status.ok()) return status;
  for (const auto check :
       {&View::CheckStrings, &View::CheckArticles, &View::CheckColumns, &View::CheckClaims}) {
    if (is_made) break;
    status = (this->*check)();
    if (!status.ok()) return status;
  }
  MakeColumns();
  return Status::Ok();
}

Status Segment::View::MapColumns() {
  strings = BytesOf(kStrings);
  for (Status status :
       {Map(kStringBegins, &string_begins), MapPer(header.article_count, kArticles, &articles),
        MapPer(header.claim_count, kAnchorDays, &anchor_days),
        MapPer(header.claim_count, kClaimArticles, &claim_articles),
        MapPer(header.claim_count, kClaimRegions, &claim_regions),
        MapPer(header.claim_count, kKinds, &kinds), MapPer(header.claim_count, kSides, &sides),
        MapPer(header.claim_count, kStatuses, &statuses), Map(kRegionCodes, &region_code_ids),
        MapPer(header.claim_count, kClaims, &claims), Map(kQuantities, &quantities),
        Map(kPlaces, &places), Map(kCandidates, &candidates)}) {
    if (!status.ok()) return status;
  }
  return Status::Ok();
}

void Segment::View::MakeProfiles() {
  constexpr uint32_t kPerRegion = kKindCount * kSideCount * kClaimStatusCount;
  constexpr uint32_t kNone = 0xFFFFFFFF;
  std::vector<uint32_t> known(region_codes.size() * kPerRegion, kNone);
  profiles.resize(header.claim_count);
  for (uint32_t row = 0; row < header.claim_count; ++row) {
    const Profile p{claim_regions[row], kinds[row], sides[row], statuses[row]};
    const uint32_t key =
        ((p.region * kKindCount + p.kind) * kSideCount + p.side) * kClaimStatusCount + p.status;
    if (known[key] == kNone) {
      known[key] = static_cast<uint32_t>(profile_table.size());
      profile_table.push_back(p);
    }
    profiles[row] = known[key];
  }
}

void Segment::View::MakeArticleRows() {
  article_row_begins.assign(header.article_count + 1, 0);
  for (const uint32_t article : claim_articles) ++article_row_begins[article + 1];
  std::partial_sum(article_row_begins.begin(), article_row_begins.end(),
                   article_row_begins.begin());
  article_rows.resize(header.claim_count);
  std::vector<uint32_t> next = article_row_begins;
  for (uint32_t row = 0; row < header.claim_count; ++row) {
    article_rows[next[claim_articles[row]]++] = row;
  }
  const auto key = [this](uint32_t row) {
    return std::tuple(claims[row].span.begin, claims[row].span.end, row);
  };
  for (uint32_t article = 0; article < header.article_count; ++article) {
    std::sort(article_rows.begin() + article_row_begins[article],
              article_rows.begin() + article_row_begins[article + 1],
              [&](uint32_t a, uint32_t b) { return key(a) < key(b); });
  }
}

void Segment::View::MakeColumns() {
  for (const uint32_t id : region_code_ids) region_codes.push_back(StringAt(id));
  dated_count = static_cast<uint32_t>(
      std::find(anchor_days.begin(), anchor_days.end(), Day::kUnknown) - anchor_days.begin());
  MakeProfiles();
  MakeArticleRows();
}

}  // namespace claimscope
