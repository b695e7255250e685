#include "query/word_search.h"

#include <algorithm>

#include "query/similar.h"

namespace claimscope {
namespace {

// Where a word stands: article << 32 | position.
using Place = uint64_t;
constexpr Place PlaceOf(uint32_t article, uint32_t position) {
  return uint64_t{article} << 32 | position;
}
constexpr uint32_t ArticleOf(Place place) { return static_cast<uint32_t>(place >> 32); }

class Finder {
 public:
  explicit Finder(const Segment& segment) : segment_(segment) {}

  // Articles that hold the word: of many terms, each once. With kTitle in the title.
  void Mark(const WordPattern& pattern, bool in_title, uint8_t* marks) {
    for (const Segment::Term& term : TermsOf(segment_, pattern)) {
      if (in_title) {
        Read(term);
        for (size_t i = 0; i < uses_.articles.size(); ++i) {
          if (WordUses::IsInTitle(uses_.codes[i])) marks[uses_.articles[i]] = 1;
        }
      } else {
        uses_.articles.clear();
        uses_.codes.clear();
        segment_.ReadArticles(term, &uses_);
        for (const uint32_t article : uses_.articles) marks[article] = 1;
      }
    }
  }

  // Articles that hold every word, wherever.
  std::vector<uint8_t> Candidates(const std::vector<WordPattern>& words, bool in_title) {
    std::vector<uint8_t> all, marks;
    for (const WordPattern& word : words) {
      marks.assign(segment_.article_count(), 0);
      Mark(word, in_title, marks.data());
      if (all.empty()) {
        all = marks;
      } else {
        for (size_t i = 0; i < all.size(); ++i) all[i] &= marks[i];
      }
    }
    return all;
  }

  // Ascending.
  std::vector<Place> PlacesOf(const WordPattern& pattern, const std::vector<uint8_t>& candidates) {
    std::vector<Place> places;
    const std::vector<Segment::Term> terms = TermsOf(segment_, pattern);
    for (const Segment::Term& term : terms) {
      Read(term);
      wanted_.clear();
      for (uint32_t i = 0; i < uses_.articles.size(); ++i) {
        if (candidates[uses_.articles[i]] != 0) wanted_.push_back(i);
      }
      size_t at = 0;
      segment_.ReadPositions(term, uses_, wanted_, [&](std::span<const uint32_t> positions) {
        const uint32_t article = uses_.articles[wanted_[at++]];
        for (const uint32_t position : positions) places.push_back(PlaceOf(article, position));
      });
    }
    if (terms.size() > 1) std::sort(places.begin(), places.end());
    return places;
  }

 private:
  void Read(const Segment::Term& term) {
    uses_.articles.clear();
    uses_.codes.clear();
    segment_.ReadUses(term, &uses_);
  }

  const Segment& segment_;
  WordUses uses_;
  std::vector<uint32_t> wanted_;
};

// Those of `begins` behind which a word of `places` stands as the `offset`-th further one.
void KeepFollowed(const std::vector<Place>& places, uint32_t offset, std::vector<Place>* begins) {
  auto at = places.begin();
  std::erase_if(*begins, [&](Place begin) {
    while (at != places.end() && *at < begin + offset) ++at;
    return at == places.end() || *at != begin + offset;
  });
}

void MarkPhrase(const Segment& segment, const SearchNode& node, bool in_title, uint8_t* marks) {
  Finder finder(segment);
  const std::vector<uint8_t> candidates = finder.Candidates(node.words, in_title);
  if (std::find(candidates.begin(), candidates.end(), 1) == candidates.end()) return;
  std::vector<Place> begins = finder.PlacesOf(node.words[0], candidates);
  for (uint32_t i = 1; i < node.words.size() && !begins.empty(); ++i) {
    KeepFollowed(finder.PlacesOf(node.words[i], candidates), i, &begins);
  }
  for (const Place place : begins) {
    const uint32_t article = ArticleOf(place);
    // A phrase that begins in the title ends there: behind it a place is left out.
    const bool is_title = static_cast<uint32_t>(place) < segment.TitleWords(article);
    if (is_title || !in_title) marks[article] = 1;
  }
}

struct NearPlace {
  Place place;
  uint32_t word;  // of the node
};

void MarkNear(const Segment& segment, const SearchNode& node, uint8_t* marks) {
  Finder finder(segment);
  const std::vector<uint8_t> candidates = finder.Candidates(node.words, false);
  std::vector<NearPlace> places;
  const auto words = static_cast<uint32_t>(node.words.size());
  for (uint32_t word = 0; word < words; ++word) {
    for (const Place place : finder.PlacesOf(node.words[word], candidates)) {
      places.push_back({place, word});
    }
  }
  std::sort(places.begin(), places.end(),
            [](const NearPlace& a, const NearPlace& b) { return a.place < b.place; });
  // A window over the places that holds every word.
  const auto is_title = [&](Place place) {
    return static_cast<uint32_t>(place) < segment.TitleWords(ArticleOf(place));
  };
  std::vector<uint32_t> held(words);
  uint32_t distinct = 0;
  size_t first = 0;
  for (size_t last = 0; last < places.size(); ++last) {
    if (held[places[last].word]++ == 0) ++distinct;
    while (places[last].place - places[first].place > node.distance ||
           is_title(places[last].place) != is_title(places[first].place)) {
      if (--held[places[first++].word] == 0) --distinct;
    }
    if (distinct == words) marks[ArticleOf(places[last].place)] = 1;
  }
}

}  // namespace

std::vector<Segment::Term> TermsOf(const Segment& segment, const WordPattern& pattern) {
  std::vector<Segment::Term> terms;
  if (pattern.kind == WordPattern::Kind::kExact) {
    terms.push_back(segment.FindTerm(pattern.word));
    if (terms[0].article_count == 0) terms.clear();
  } else if (pattern.kind == WordPattern::Kind::kBeginning) {
    segment.VisitTerms(pattern.word, [&](std::string_view word, const Segment::Term& term) {
      if (word.substr(0, pattern.word.size()) != pattern.word) return false;
      terms.push_back(term);
      return true;
    });
  } else {
    SimilarWords similar(pattern.word);
    segment.VisitTerms("", [&](std::string_view word, const Segment::Term& term) {
      if (similar.Matches(word)) terms.push_back(term);
      return true;
    });
  }
  return terms;
}

void MarkArticles(const Segment& segment, const SearchNode& node, uint8_t* marks) {
  const bool in_title = node.field == SearchField::kTitle;
  if (node.is == SearchNode::Is::kNear) {
    MarkNear(segment, node, marks);
  } else if (node.words.size() == 1) {
    Finder(segment).Mark(node.words[0], in_title, marks);
  } else {
    MarkPhrase(segment, node, in_title, marks);
  }
}

}  // namespace claimscope
