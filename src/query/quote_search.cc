#include "query/quote_search.h"

#include <algorithm>

#include "base/words.h"
#include "query/word_search.h"

namespace claimscope {
namespace {

constexpr uint32_t kArticlesAtATime = 8;  // between two looks at the clock

// The words stand one after the other: bit i of `begun` says that the first i + 1 do, up to here.
bool HoldsPhrase(std::string_view text, const std::vector<WordPattern>& words) {
  if (words.empty()) return false;
  std::vector<uint8_t> begun(words.size());
  for (WordReader reader(text); reader.Next();) {
    for (size_t i = words.size(); i-- > 0;) {
      const bool follows = i == 0 || begun[i - 1] != 0;
      begun[i] = follows && Matches(words[i], reader.folded()) ? 1 : 0;
    }
    if (begun.back() != 0) return true;
  }
  return false;
}

// Each of the words stands among as many as the distance allows.
bool HoldsNear(std::string_view text, const SearchNode& node) {
  constexpr size_t kNever = ~size_t{0};
  std::vector<size_t> last(node.words.size(), kNever);  // where each stood last
  size_t place = 0;
  for (WordReader reader(text); reader.Next(); ++place) {
    bool matched = false;
    for (size_t i = 0; i < last.size(); ++i) {
      if (!Matches(node.words[i], reader.folded())) continue;
      last[i] = place;
      matched = true;
    }
    if (!matched) continue;
    const bool all = std::all_of(last.begin(), last.end(), [&](size_t at) {
      return at != kNever && place - at <= node.distance;
    });
    if (all) return true;
  }
  return false;
}

bool Holds(std::string_view text, const SearchNode& node) {
  return node.is == SearchNode::Is::kNear ? HoldsNear(text, node) : HoldsPhrase(text, node.words);
}

bool IsSame(const SearchNode& a, const SearchNode& b) {
  return a.is == b.is && a.field == b.field && a.distance == b.distance && a.words == b.words;
}

void VisitQuoted(const SearchNode& node, const std::function<void(const SearchNode&)>& visit) {
  if (IsOfQuotes(node)) visit(node);
  for (const SearchNode& part : node.parts) VisitQuoted(part, visit);
}

}  // namespace

bool IsOfQuotes(const SearchNode& node) {
  return node.is == SearchNode::Is::kNear ||
         (node.is == SearchNode::Is::kValue && node.field == SearchField::kText);
}

QuoteSearch::Kept& QuoteSearch::KeptOf(const SearchNode& node) {
  const auto at = std::find_if(kept_.begin(), kept_.end(),
                               [&](const Kept& one) { return IsSame(one.node, node); });
  if (at != kept_.end()) return *at;
  kept_.push_back({node, {}});
  return kept_.back();
}

void QuoteSearch::Keep(const SearchNode& root) {
  std::vector<const SearchNode*> wanted;
  VisitQuoted(root, [&](const SearchNode& node) { wanted.push_back(&node); });
  std::erase_if(kept_, [&](const Kept& one) {
    return std::none_of(wanted.begin(), wanted.end(),
                        [&](const SearchNode* node) { return IsSame(*node, one.node); });
  });
}

void QuoteSearch::Forget(size_t segment) {
  for (Kept& kept : kept_) {
    if (segment < kept.parts.size()) kept.parts[segment] = {};
  }
}

bool QuoteSearch::Read(const std::vector<const Segment*>& segments, const SearchNode& node,
                       const std::function<bool()>& is_late) {
  std::vector<Part>& parts = KeptOf(node).parts;
  parts.resize(segments.size());
  for (size_t s = 0; s < segments.size(); ++s) {
    const Segment& segment = *segments[s];
    Part& part = parts[s];
    if (!part.begun) {
      part.begun = true;
      part.articles = BitSet(segment.article_count());
      part.rows = BitSet(segment.claim_count());
      MarkArticles(segment, node, 0, &part.articles);
    }
    uint32_t read = 0;
    for (; part.next < segment.article_count(); ++part.next) {
      if (!part.articles.Has(part.next)) continue;
      if (++read % kArticlesAtATime == 0 && is_late()) return false;
      for (const uint32_t row : segment.ClaimsOf(part.next)) {
        if (Holds(segment.QuoteAt(row), node)) part.rows.Add(row);
      }
    }
    if (read > 0 && s + 1 < segments.size() && is_late()) return false;
  }
  return true;
}

bool QuoteSearch::ReadAll(const std::vector<const Segment*>& segments, const SearchNode& root,
                          const std::function<bool()>& is_late) {
  Keep(root);
  bool is_read = true;
  VisitQuoted(root,
              [&](const SearchNode& node) { is_read = is_read && Read(segments, node, is_late); });
  return is_read;
}

std::shared_ptr<QuoteSearch> MakeQuoteSearch() { return std::make_shared<QuoteSearch>(); }

bool Prepare(QuoteSearch& quotes, const std::vector<const Segment*>& segments, const Query& query,
             const std::function<bool()>& is_late) {
  if (!query.text_in_claims || query.text.empty()) return true;
  return quotes.ReadAll(segments, ParseSearch(query.text).root, is_late);
}

void ForgetSegment(QuoteSearch& quotes, size_t segment) { quotes.Forget(segment); }

}  // namespace claimscope
