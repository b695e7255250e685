#include "index/term_writer.h"

#include <algorithm>
#include <cstring>
#include <numeric>

#include "base/byte_io.h"
#include "base/words.h"
#include "index/postings.h"
#include "index/term_reader.h"

namespace claimscope {
namespace {

std::string_view TermAt(const std::string& bytes, const std::vector<uint32_t>& begins,
                        uint32_t id) {
  return std::string_view(bytes).substr(begins[id], begins[id + 1] - begins[id]);
}

size_t SharedPrefix(std::string_view a, std::string_view b) {
  const size_t limit = std::min(a.size(), b.size());
  size_t size = 0;
  while (size < limit && a[size] == b[size]) ++size;
  return size;
}

void PutPair(size_t first, size_t second, std::string* out) {
  constexpr size_t kMost = segment_format::kMostInNibble;
  const auto both = static_cast<char>(std::min(first, kMost) << 4 | std::min(second, kMost));
  out->push_back(both);
  if (first < kMost && second < kMost) return;
  for (const size_t value : {first, second}) {
    if (value >= kMost) segment_format::PutVarint(static_cast<uint32_t>(value - kMost), out);
  }
}

template <typename T>
uint64_t Load(const char* at) {
  T value;
  std::memcpy(&value, at, sizeof value);
  return value;
}

constexpr uint64_t kMultiplier = 0x9e3779b97f4a7c15ull;
constexpr size_t kKeyBytes = 8;

// The bytes of a term that has no more than eight of them; of a longer one a hash, eight bytes at a
// time, the last ones overlapping.
uint64_t KeyOf(std::string_view term) {
  const char* at = term.data();
  size_t left = term.size();
  uint64_t h = left;
  for (; left > kKeyBytes; at += 8, left -= 8) {
    h = (h ^ Load<uint64_t>(at)) * kMultiplier;
    h ^= h >> 32;
  }
  uint64_t tail = 0;
  if (left >= 4) {
    tail = Load<uint32_t>(at) | Load<uint32_t>(at + left - 4) << (8 * left - 32);
  } else {
    for (size_t i = 0; i < left; ++i) tail |= uint64_t{static_cast<unsigned char>(at[i])} << 8 * i;
  }
  return term.size() <= kKeyBytes ? tail : (h ^ tail) * kMultiplier;
}

// Of two terms of one size, more than eight bytes: eight at a time, the last ones overlapping.
bool IsSame(const char* a, const char* b, size_t size) {
  size_t at = 0;
  for (; at + kKeyBytes < size; at += kKeyBytes) {
    if (Load<uint64_t>(a + at) != Load<uint64_t>(b + at)) return false;
  }
  return Load<uint64_t>(a + size - kKeyBytes) == Load<uint64_t>(b + size - kKeyBytes);
}

size_t PlaceOf(uint64_t key, size_t mask) { return (key * kMultiplier >> 32) & mask; }

// Which article a word of the segment stands in: a table small enough to stay in the processor's
// cache, and a step or two from there.
class ArticleFinder {
 public:
  ArticleFinder(const std::vector<uint32_t>& begins, size_t tokens) : begins_(begins) {
    uint32_t article = 0;
    for (size_t token = 0; token < tokens; token += kTokens) {
      article = From(article, static_cast<uint32_t>(token));
      near_.push_back(article);
    }
  }
  uint32_t Of(uint32_t token) const { return From(near_[token / kTokens], token); }

 private:
  static constexpr size_t kTokens = 64;
  uint32_t From(uint32_t article, uint32_t token) const {
    while (article + 1 < begins_.size() && begins_[article + 1] <= token) ++article;
    return article;
  }

  const std::vector<uint32_t>& begins_;
  std::vector<uint32_t> near_;  // of every kTokens-th word
};

}  // namespace

void TermWriter::AddArticle(std::string_view title, std::string_view text) {
  const size_t begin = tokens_.size();
  article_begins_.push_back(static_cast<uint32_t>(begin));
  AddText(title);
  const size_t middle = tokens_.size();
  AddText(text);
  article_words_.push_back(
      {static_cast<uint32_t>(middle - begin), static_cast<uint32_t>(tokens_.size() - middle)});
}

void TermWriter::AddText(std::string_view text) {
  WordReader words(text);
  while (words.Next()) tokens_.push_back(IdOf(words.folded()));
}

uint32_t TermWriter::IdOf(std::string_view term) {
  const uint64_t key = KeyOf(term);
  const size_t mask = slots_.size() - 1;
  for (size_t at = PlaceOf(key, mask);; at = (at + 1) & mask) {
    Slot& slot = slots_[at];
    if (slot.id_and_one == 0) {
      const auto id = static_cast<uint32_t>(term_begins_.size() - 1);
      term_bytes_.append(term);
      term_begins_.push_back(static_cast<uint32_t>(term_bytes_.size()));
      slot = {key, static_cast<uint32_t>(term.size()), id + 1};
      if ((id + 1) * size_t{2} > slots_.size()) Grow();
      return id;
    }
    if (slot.key != key || slot.size != term.size()) continue;
    const uint32_t id = slot.id_and_one - 1;
    if (term.size() <= kKeyBytes ||
        IsSame(term_bytes_.data() + term_begins_[id], term.data(), term.size())) {
      return id;
    }
  }
}

void TermWriter::Grow() {
  std::vector<Slot> slots(slots_.size() * 2);
  const size_t mask = slots.size() - 1;
  for (const Slot& slot : slots_) {
    if (slot.id_and_one == 0) continue;
    size_t at = PlaceOf(slot.key, mask);
    while (slots[at].id_and_one != 0) at = (at + 1) & mask;
    slots[at] = slot;
  }
  slots_ = std::move(slots);
}

std::vector<uint32_t> TermWriter::TermsInOrder() const {
  // Most are told apart by their first bytes.
  std::vector<std::pair<uint64_t, uint32_t>> keyed;
  keyed.reserve(term_begins_.size() - 1);
  for (uint32_t id = 0; id + 1 < term_begins_.size(); ++id) {
    keyed.emplace_back(TermKey(TermAt(term_bytes_, term_begins_, id)), id);
  }
  std::sort(keyed.begin(), keyed.end(), [this](const auto& a, const auto& b) {
    if (a.first != b.first) return a.first < b.first;
    return TermAt(term_bytes_, term_begins_, a.second) <
           TermAt(term_bytes_, term_begins_, b.second);
  });
  std::vector<uint32_t> order;
  order.reserve(keyed.size());
  for (const auto& [key, id] : keyed) order.push_back(id);
  return order;
}

// Tokens by term, in the order of the text (a counting sort); where each term's tokens end.
std::vector<uint32_t> TermWriter::TokensByTerm(std::vector<uint32_t>* ends) const {
  std::vector<uint32_t>& next = *ends;
  next.assign(term_begins_.size(), 0);
  for (const uint32_t id : tokens_) ++next[id + 1];
  std::partial_sum(next.begin(), next.end(), next.begin());
  std::vector<uint32_t> by_term(tokens_.size());
  for (uint32_t token = 0; token < tokens_.size(); ++token) by_term[next[tokens_[token]]++] = token;
  return by_term;
}

TermWriter::Sections TermWriter::Write() const {
  const auto term_count = static_cast<uint32_t>(term_begins_.size() - 1);
  const auto term_at = [this](uint32_t id) { return TermAt(term_bytes_, term_begins_, id); };
  std::vector<uint32_t> ends;
  const std::vector<uint32_t> by_term = TokensByTerm(&ends);
  const ArticleFinder articles(article_begins_, tokens_.size());
  const std::vector<uint32_t> order = TermsInOrder();

  Sections sections;
  ByteWriter blocks;
  PostingsWriter postings(article_words_);
  std::string_view before;
  for (uint32_t rank = 0; rank < term_count; ++rank) {
    const uint32_t id = order[rank];
    const std::string_view term = term_at(id);
    const auto postings_begin = static_cast<uint32_t>(sections.postings.size());
    const auto positions_begin = static_cast<uint32_t>(sections.positions.size());
    if (rank % segment_format::kTermsPerBlock == 0) {
      blocks.Put(segment_format::TermBlock{static_cast<uint32_t>(sections.terms.size()),
                                           postings_begin, positions_begin});
      before = {};
    }
    const uint32_t begin = id == 0 ? 0 : ends[id - 1];
    postings.Begin(ends[id] - begin);
    for (uint32_t i = begin; i < ends[id]; ++i) {
      const uint32_t article = articles.Of(by_term[i]);
      const uint32_t word = by_term[i] - article_begins_[article];
      const bool in_title = word < article_words_[article].title;
      postings.Add(article, in_title ? word : word + 1);
    }
    const size_t shared = SharedPrefix(before, term);
    PutPair(shared, term.size() - shared, &sections.terms);
    sections.terms.append(term.substr(shared));
    const uint32_t holding = postings.article_count();
    postings.Write(&sections.postings, &sections.positions);
    PutPair(holding, sections.postings.size() - postings_begin, &sections.terms);
    if (!IsShort(holding)) {
      segment_format::PutVarint(static_cast<uint32_t>(sections.positions.size() - positions_begin),
                                &sections.terms);
    }
    before = term;
  }
  sections.blocks = blocks.Take();
  sections.article_words.assign(reinterpret_cast<const char*>(article_words_.data()),
                                article_words_.size() * sizeof article_words_[0]);
  return sections;
}

}  // namespace claimscope
