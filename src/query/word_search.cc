#include "query/word_search.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "query/similar.h"

namespace claimscope {
namespace {

// Where a word stands: article << 32 | position.
using Place = uint64_t;
constexpr uint32_t ArticleOf(Place place) { return static_cast<uint32_t>(place >> 32); }

// Adds the articles that hold the word; with `in_title` in the title.
void Mark(const Segment& segment, const Segment::Term& term, bool in_title, uint32_t first,
          BitSet* set) {
  if (!in_title) {
    segment.MarkArticles(term, first, set);
    return;
  }
  WordUses uses;
  segment.ReadUses(term, &uses);
  for (size_t i = 0; i < uses.articles.size(); ++i) {
    if (WordUses::IsInTitle(uses.codes[i])) set->Add(first + uses.articles[i]);
  }
}

// The words of a node in a segment, and the articles that hold every one of them, wherever.
class Candidates {
 public:
  Candidates(const Segment& in, const SearchNode& node)
      : segment_(in), articles_(in.article_count()) {
    for (const WordPattern& word : node.words) {
      std::vector<Segment::OpenTerm>& fitting = terms_.emplace_back();
      VisitTermsOf(in, word,
                   [&](const Segment::Term& term) { fitting.push_back(in.OpenUses(term)); });
      if (fitting.empty()) return;
    }
    MarkHolding();
  }
  bool empty() const { return articles_.IsEmpty(); }
  // Ascending.
  Segment::Places PlacesOf(size_t word) const {
    Segment::Places places;
    for (const Segment::OpenTerm& term : terms_[word]) {
      segment_.ReadPlaces(term, articles_, &places);
    }
    if (terms_[word].size() > 1) std::sort(places.begin(), places.end());
    return places;
  }

 private:
  // The rarest word first: few articles are then looked for among many.
  void MarkHolding() {
    std::vector<std::pair<size_t, size_t>> order;  // uses, word
    for (const std::vector<Segment::OpenTerm>& fitting : terms_) {
      size_t uses = 0;
      for (const Segment::OpenTerm& term : fitting) uses += term.article_count;
      order.emplace_back(uses, order.size());
    }
    std::sort(order.begin(), order.end());
    for (const Segment::OpenTerm& term : terms_[order[0].second]) {
      segment_.MarkArticles(term, &articles_);
    }
    for (size_t i = 1; i < order.size() && !articles_.IsEmpty(); ++i) {
      const std::vector<Segment::OpenTerm>& fitting = terms_[order[i].second];
      if (fitting.size() == 1) {
        segment_.KeepArticles(fitting[0], &articles_);
        continue;
      }
      BitSet more(articles_.limit());
      for (const Segment::OpenTerm& term : fitting) segment_.MarkArticles(term, &more);
      articles_.KeepThoseOf(more);
    }
  }

  const Segment& segment_;
  std::vector<std::vector<Segment::OpenTerm>> terms_;  // by word
  BitSet articles_;
};

// Those of `begins` behind which a word of `places` stands as the `offset`-th further one. Without
// branches that a processor could only guess. `leaps`: where there are many more places than
// begins.
template <bool leaps>
void KeepFollowed(const Segment::Places& places, uint32_t offset, Segment::Places* begins) {
  constexpr size_t kLeap = 8;
  Place* const first = begins->data();
  const Place* const places_first = places.data();
  const size_t begin_count = begins->size(), place_count = places.size();
  size_t kept = 0;
  for (size_t i = 0, j = 0; i < begin_count && j < place_count;) {
    const Place begin = first[i], wanted = begin + offset, place = places_first[j];
    if (leaps && j + kLeap < place_count && places_first[j + kLeap] < wanted) {
      j += kLeap;
      continue;
    }
    first[kept] = begin;
    kept += wanted == place ? 1 : 0;
    i += wanted <= place ? 1 : 0;
    j += wanted >= place ? 1 : 0;
  }
  begins->resize(kept);
}

void MarkPhrase(const Segment& segment, const SearchNode& node, bool in_title, uint32_t first,
                BitSet* set) {
  const Candidates candidates(segment, node);
  if (candidates.empty()) return;
  Segment::Places begins = candidates.PlacesOf(0);
  for (uint32_t i = 1; i < node.words.size() && !begins.empty(); ++i) {
    const Segment::Places places = candidates.PlacesOf(i);
    const bool leaps = places.size() / 4 > begins.size();
    (leaps ? KeepFollowed<true> : KeepFollowed<false>)(places, i, &begins);
  }
  for (const Place place : begins) {
    const uint32_t article = ArticleOf(place);
    // A phrase that begins in the title ends there: behind it a place is left out.
    if (in_title && static_cast<uint32_t>(place) >= segment.TitleWords(article)) continue;
    set->Add(first + article);
  }
}

struct NearPlace {
  Place place;
  uint32_t word;  // of the node
};

void MarkNear(const Segment& segment, const SearchNode& node, uint32_t first, BitSet* set) {
  const Candidates candidates(segment, node);
  if (candidates.empty()) return;
  std::vector<NearPlace> places;
  const auto words = static_cast<uint32_t>(node.words.size());
  for (uint32_t word = 0; word < words; ++word) {
    for (const Place place : candidates.PlacesOf(word)) places.push_back({place, word});
  }
  std::sort(places.begin(), places.end(),
            [](const NearPlace& a, const NearPlace& b) { return a.place < b.place; });
  // A window over the places that holds every word.
  const auto is_title = [&](Place place) {
    return static_cast<uint32_t>(place) < segment.TitleWords(ArticleOf(place));
  };
  std::vector<uint32_t> held(words);
  uint32_t distinct = 0;
  size_t begin = 0;
  for (size_t last = 0; last < places.size(); ++last) {
    if (held[places[last].word]++ == 0) ++distinct;
    while (places[last].place - places[begin].place > node.distance ||
           is_title(places[last].place) != is_title(places[begin].place)) {
      if (--held[places[begin++].word] == 0) --distinct;
    }
    if (distinct == words) set->Add(first + ArticleOf(places[last].place));
  }
}

}  // namespace

void VisitTermsOf(const Segment& segment, const WordPattern& pattern,
                  const std::function<void(const Segment::Term& term)>& visit) {
  if (pattern.kind == WordPattern::Kind::kExact) {
    const Segment::Term term = segment.FindTerm(pattern.word);
    if (term.article_count > 0) visit(term);
  } else if (pattern.kind == WordPattern::Kind::kBeginning) {
    segment.VisitTerms(pattern.word, [&](std::string_view word, const Segment::Term& term) {
      if (word.substr(0, pattern.word.size()) != pattern.word) return false;
      visit(term);
      return true;
    });
  } else if (pattern.kind == WordPattern::Kind::kHolding) {
    segment.VisitTerms("\xE3\x80\x80", [&](std::string_view word, const Segment::Term& term) {
      if (Matches(pattern, word)) visit(term);
      return true;
    });
  } else {
    SimilarWords similar(pattern.word);
    segment.VisitTerms("", [&](std::string_view word, const Segment::Term& term) {
      if (similar.Matches(word)) visit(term);
      return true;
    });
  }
}

void MarkArticles(const Segment& segment, const SearchNode& node, uint32_t first, BitSet* set) {
  const bool in_title = node.field == SearchField::kTitle;
  if (node.is == SearchNode::Is::kNear) {
    MarkNear(segment, node, first, set);
  } else if (node.words.size() == 1 && node.words[0].kind == WordPattern::Kind::kExact) {
    const Segment::Term term = segment.FindTerm(node.words[0].word);
    if (term.article_count > 0) Mark(segment, term, in_title, first, set);
  } else if (node.words.size() == 1) {
    VisitTermsOf(segment, node.words[0],
                 [&](const Segment::Term& term) { Mark(segment, term, in_title, first, set); });
  } else {
    MarkPhrase(segment, node, in_title, first, set);
  }
}

}  // namespace claimscope
