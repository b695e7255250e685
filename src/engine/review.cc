#include "engine/review.h"

#include <algorithm>
#include <tuple>

#include "base/hash.h"
#include "base/json_value.h"
#include "base/json_writer.h"
#include "base/stable_sort.h"
#include "base/strings.h"

namespace claimscope {
namespace {

// Texts of a saved corpus of more articles are not fetched to find reviewed claims in.
constexpr uint64_t kMaxArticlesAskedFor = 20'000;

std::string Hex(uint64_t value) {
  std::string text(16, '0');
  for (size_t i = 16; i-- > 0; value >>= 4) text[i] = "0123456789abcdef"[value & 15];
  return text;
}

bool ParseHex(std::string_view text, uint64_t* value) {
  *value = 0;
  for (const char c : text) {
    const int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    if (digit < 0) return false;
    *value = *value << 4 | static_cast<uint64_t>(digit);
  }
  return text.size() == 16;
}

std::string_view TextIn(const JsonValue& line, std::string_view key) {
  const JsonValue* value = line.Find(key);
  return value != nullptr && value->kind == JsonValue::Kind::kString ? std::string_view(value->text)
                                                                     : std::string_view();
}

}  // namespace

const Reviews::Entry* Reviews::Find(Hit claim) const {
  const auto at = found_.find(NumberOf(claim));
  if (at == found_.end()) return nullptr;
  const auto entry = entries_.find(at->second);
  return entry == entries_.end() ? nullptr : &entry->second;
}

Verdict Reviews::VerdictOf(Hit claim) const {
  const Entry* entry = Find(claim);
  return entry == nullptr ? Verdict::kNone : entry->verdict;
}

Reviews::Change Reviews::Put(Change change) {
  Change before{change.key, {}};
  const auto at = entries_.find(change.key);
  if (at != entries_.end()) before.entry = std::move(at->second);
  if (change.entry.verdict == Verdict::kNone) {
    entries_.erase(change.key);
  } else {
    entries_[change.key] = std::move(change.entry);
  }
  ++serial_;
  return before;
}

Reviews::Change Reviews::Set(const Workspace& workspace, Hit claim, Verdict verdict,
                             Correction correction) {
  const Segment& segment = workspace.SegmentAt(claim.segment);
  const std::string text = workspace.TextOf({claim.segment, segment.articles()[claim.row]});
  const Span span = segment.ClaimAt(claim.row).span;
  return Put({{HashBytes(text), span.begin, span.end},
              {verdict, std::move(correction), segment.QuoteAt(claim.row)}});
}

uint32_t Reviews::CountLike(Hit claim) const {
  const auto key = found_.find(NumberOf(claim));
  if (key == found_.end()) return 0;
  return static_cast<uint32_t>(std::count_if(
      found_.begin(), found_.end(), [&](const auto& one) { return one.second == key->second; }));
}

template <typename F>
void Reviews::ForEachFound(F f) const {
  for (const auto& [number, key] : found_) {
    const auto entry = entries_.find(key);
    if (entry == entries_.end()) continue;
    f(Hit{static_cast<uint32_t>(number >> 32), static_cast<uint32_t>(number)}, *entry);
  }
}

void Reviews::Count() {
  counts_ = {};
  ForEachFound([&](Hit, const auto& said) { ++counts_[static_cast<size_t>(said.second.verdict)]; });
}

void Reviews::IndexTexts(const Workspace& workspace) {
  std::vector<uint64_t> now;
  const bool asks = workspace.article_count() <= kMaxArticlesAskedFor;
  for (uint32_t s = 0; s < workspace.segment_count(); ++s) {
    const Segment& segment = workspace.SegmentAt(s);
    now.push_back(segment.has_text() ? segment.content() : 0);
    if (asks && !segment.has_text()) segment.WantText();
  }
  if (now == indexed_) return;
  indexed_ = std::move(now);
  articles_.clear();
  for (uint32_t s = 0; s < workspace.segment_count(); ++s) {
    const Segment& segment = workspace.SegmentAt(s);
    for (uint32_t a = 0; segment.has_text() && a < segment.article_count(); ++a)
      articles_.emplace(HashBytes(workspace.TextOf({s, a})), ArticleRef{s, a});
  }
}

std::vector<ReviewedClaim> Reviews::Listed() const {
  std::vector<ReviewedClaim> listed;
  ForEachFound([&](Hit claim, const auto& said) {
    listed.push_back({claim, said.second.verdict});
  });
  return listed;
}

std::vector<CorrectedClaim> Reviews::Corrections(const Workspace& workspace) const {
  std::vector<CorrectedClaim> corrections;
  ForEachFound([&](Hit claim, const auto& said) {
    if (said.second.correction.empty()) return;
    const Segment& segment = workspace.SegmentAt(claim.segment);
    const uint32_t article = segment.articles()[claim.row];
    const std::vector<uint32_t> rows = segment.ClaimsOf(article);
    const auto place = std::find(rows.begin(), rows.end(), claim.row) - rows.begin();
    corrections.push_back(
        {{claim.segment, article}, static_cast<uint32_t>(place), said.second.correction});
  });
  StableSort(&corrections, [](const auto& a, const auto& b) {
    return std::tuple(a.article.segment, a.article.article, a.place) <
           std::tuple(b.article.segment, b.article.article, b.place);
  });
  return corrections;
}

bool Reviews::Apply(Workspace* workspace) {
  if (!Resolve(*workspace)) return false;
  // Corrected claims stand in other rows.
  if (workspace->Correct(Corrections(*workspace))) Resolve(*workspace);
  workspace->SetReviews(Listed());
  return true;
}

bool Reviews::Resolve(const Workspace& workspace) {
  if (resolved_revision_ == workspace.revision() && resolved_serial_ == serial_) return false;
  const bool was_empty = found_.empty();
  resolved_revision_ = workspace.revision();
  resolved_serial_ = serial_;
  found_.clear();
  if (!entries_.empty()) IndexTexts(workspace);
  // Entries stand in the order of their texts: each article is looked at once.
  for (auto entry = entries_.begin(); entry != entries_.end();) {
    const uint64_t text = entry->first.text;
    const auto [first, end] = articles_.equal_range(text);
    for (auto article = first; article != end; ++article) {
      const uint32_t s = article->second.segment;
      const Segment& segment = workspace.SegmentAt(s);
      for (const uint32_t row : segment.ClaimsOf(article->second.article)) {
        const Span span = segment.ClaimAt(row).span;
        const Key key{text, span.begin, span.end};
        if (entries_.count(key) != 0) found_[NumberOf({s, row})] = key;
      }
    }
    while (entry != entries_.end() && entry->first.text == text) ++entry;
  }
  Count();
  return !(was_empty && found_.empty());
}

void Reviews::AddLine(const Key& key, const Entry& entry, std::string* lines) {
  JsonWriter json;
  json.BeginObject().Key("text").String(Hex(key.text));
  json.Key("span").String(std::to_string(key.begin) + "-" + std::to_string(key.end));
  json.Key("verdict").String(NameOf(entry.verdict)).Key("quote").String(entry.quote);
  for (size_t i = 0; i < kClaimFieldCount; ++i) {
    if (entry.correction.fields[i])
      json.Key(NameOf(static_cast<ClaimField>(i))).String(*entry.correction.fields[i]);
  }
  *lines += json.EndObject().Take() + "\n";
}

std::string Reviews::ToLines() const {
  std::string lines;
  for (const auto& [key, entry] : entries_) AddLine(key, entry, &lines);
  return lines;
}

std::string Reviews::LinesOfCorpus() const {
  std::map<Key, const Entry*> entries;
  ForEachFound([&](Hit, const auto& said) { entries.emplace(said.first, &said.second); });
  std::string lines;
  for (const auto& [key, entry] : entries) AddLine(key, *entry, &lines);
  return lines;
}

size_t Reviews::ReadLines(std::string_view lines, bool known_wins) {
  size_t passed_over = 0;
  for (const std::string_view line : SplitTrimmed(lines, '\n')) {
    if (line.empty()) continue;
    JsonValue value;
    Key key{};
    Entry entry;
    int64_t begin = 0, end = 0;
    const bool is_json = JsonValue::Parse(line, &value);
    const std::string_view span = is_json ? TextIn(value, "span") : "";
    const size_t dash = std::min(span.find('-'), span.size());
    if (!is_json || !ParseHex(TextIn(value, "text"), &key.text) || dash == span.size() ||
        !ParseInt(span.substr(0, dash), &begin) || !ParseInt(span.substr(dash + 1), &end) ||
        begin < 0 || end <= begin || end > 0xFFFFFFFFll ||
        !FromName(TextIn(value, "verdict"), &entry.verdict) || entry.verdict == Verdict::kNone) {
      ++passed_over;
      continue;
    }
    key.begin = static_cast<uint32_t>(begin);
    key.end = static_cast<uint32_t>(end);
    entry.quote = std::string(TextIn(value, "quote"));
    for (size_t i = 0; i < kClaimFieldCount; ++i) {
      if (value.Find(NameOf(static_cast<ClaimField>(i))) != nullptr)
        entry.correction.fields[i] = std::string(TextIn(value, NameOf(static_cast<ClaimField>(i))));
    }
    if (known_wins)
      entries_.emplace(key, std::move(entry));
    else
      entries_[key] = std::move(entry);
  }
  ++serial_;
  return passed_over;
}

}  // namespace claimscope
