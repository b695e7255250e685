#include "engine/claim_records.h"

#include <algorithm>
#include <unordered_map>

#include "base/stable_sort.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "engine/claim_record.h"

namespace claimscope {
namespace {

constexpr std::string_view kGap = "\n[…]\n";
// How the formats begin; exports/records.cc and exports/annotations.cc write it so.
constexpr std::string_view kHeads[] = {
    "{\"claimscope\":{\"program\":",
    "{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"id\":\"urn:claimscope:"};

struct Part {
  Claim claim;
  std::string quote;
};

// Text made of quotes, and where the bytes of the text they come from are now.
class Excerpts {
 public:
  // In ascending order of span.begin.
  void Add(Span span, std::string_view quote) {
    if (blocks_.empty() || !Continues(span, quote)) {
      if (!text_.empty()) text_ += kGap;
      blocks_.push_back({span.begin, span.begin, static_cast<uint32_t>(text_.size())});
    }
    Block& block = blocks_.back();
    const uint32_t held = block.end - span.begin;
    if (held >= quote.size()) return;
    text_ += quote.substr(held);
    block.end = span.begin + static_cast<uint32_t>(quote.size());
  }
  // Empty where those bytes are not there.
  Span Moved(Span span) const {
    for (auto block = blocks_.rbegin(); block != blocks_.rend(); ++block) {
      if (span.empty() || span.begin < block->begin || span.end > block->end) continue;
      const uint32_t begin = block->at + (span.begin - block->begin);
      return {begin, begin + span.size()};
    }
    return {};
  }
  std::string Take() { return std::move(text_); }

 private:
  struct Block {
    uint32_t begin, end;  // bytes of the text it comes from
    uint32_t at;          // bytes of this text
  };
  // The quote begins within the last block or at its end, and says the same where both are.
  bool Continues(Span span, std::string_view quote) const {
    const Block& block = blocks_.back();
    if (span.begin < block.begin || span.begin > block.end) return false;
    const std::string_view there =
        std::string_view(text_).substr(block.at + (span.begin - block.begin));
    const size_t both = std::min(there.size(), quote.size());
    return there.substr(0, both) == quote.substr(0, both);
  }

  std::string text_;
  std::vector<Block> blocks_;
};

}  // namespace

ClaimRecords::Sign ClaimRecords::Recognise(std::string_view begin) {
  Sign sign = Sign::kNo;
  for (const std::string_view head : kHeads) {
    const size_t both = std::min(head.size(), begin.size());
    if (head.substr(0, both) != begin.substr(0, both)) continue;
    sign = both == head.size() ? Sign::kYes : Sign::kUnsure;
    if (sign == Sign::kYes) break;
  }
  return sign;
}

struct ClaimRecords::Impl {
  std::string path;
  OnProblem on_problem;
  IngestCounts counts;
  std::string line;  // its beginning
  uint64_t lines = 0;
  uint64_t line_offset = 0;

  struct Group {
    Article article;
    std::vector<Part> parts;
  };
  std::vector<Group> groups;
  std::unordered_map<std::string, size_t> numbers;  // by id

  void Read(std::string_view raw) {
    ++lines;
    const std::string_view trimmed = TrimAscii(raw);
    // The lines of the JSON form that hold no record: its head, the ends of its lists.
    if (trimmed.empty() || StartsWith(trimmed, kHeads[0]) || StartsWith(trimmed, "]") ||
        StartsWith(trimmed, "\"")) {
      return;
    }
    size_t repaired = 0;
    std::string text = RepairUtf8(trimmed, &repaired);
    if (text.back() == ',') text.pop_back();
    ClaimRecord record;
    if (const char* const why = ReadClaimRecord(text, &record)) {
      ++counts.skipped;
      return on_problem({Problem::Kind::kSkipped, path, 0, lines, line_offset, why});
    }
    const auto [at, is_new] = numbers.try_emplace(record.article.id, groups.size());
    if (is_new) {
      ++counts.articles;
      groups.push_back({std::move(record.article), {}});
    }
    groups[at->second].parts.push_back({std::move(record.claim), std::move(record.quote)});
  }
};

ClaimRecords::ClaimRecords(std::string path, OnProblem on_problem)
    : impl_(std::make_unique<Impl>()) {
  impl_->path = std::move(path);
  impl_->on_problem = std::move(on_problem);
  impl_->counts.format = "claimscope";
  impl_->counts.charset = "UTF-8";
}
ClaimRecords::~ClaimRecords() = default;

void ClaimRecords::Push(std::string_view bytes) {
  Impl& r = *impl_;
  r.counts.bytes_in += bytes.size();
  for (size_t end = bytes.find('\n'); end != std::string_view::npos; end = bytes.find('\n')) {
    r.line += bytes.substr(0, end);
    r.Read(r.line);
    r.line_offset += r.line.size() + 1;
    r.line.clear();
    bytes.remove_prefix(end + 1);
  }
  r.line += bytes;
}

void ClaimRecords::Finish(const OnArticle& on_article) {
  Impl& r = *impl_;
  r.Read(r.line);
  r.line.clear();
  for (Impl::Group& group : r.groups) {
    StableSort(&group.parts, [](const Part& a, const Part& b) {
      return a.claim.span.begin < b.claim.span.begin;
    });
    Excerpts excerpts;
    for (Part& part : group.parts) {
      // The words decide how long it is.
      part.claim.span.end = part.claim.span.begin + static_cast<uint32_t>(part.quote.size());
      excerpts.Add(part.claim.span, part.quote);
    }
    std::vector<Claim> claims;
    for (Part& part : group.parts) {
      Claim& claim = part.claim;
      for (Span* span :
           {&claim.span, &claim.claimant_span, &claim.cue, &claim.status_span, &claim.time_span}) {
        *span = excerpts.Moved(*span);
      }
      for (Quantity& quantity : claim.quantities) quantity.span = excerpts.Moved(quantity.span);
      for (PlaceMention& place : claim.places) place.span = excerpts.Moved(place.span);
      claims.push_back(std::move(claim));
    }
    Article& article = group.article;
    article.text = article.page = excerpts.Take();
    on_article(article, claims);
  }
  r.groups.clear();
  r.numbers.clear();
}

const IngestCounts& ClaimRecords::counts() const { return impl_->counts; }

}  // namespace claimscope
