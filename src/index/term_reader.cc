#include "index/term_reader.h"

#include <algorithm>
#include <bit>

#include "base/words.h"
#include "index/postings.h"
#include "index/short_postings.h"

namespace claimscope {

using segment_format::ArticleWords;
using segment_format::TermBlock;
using segment_format::VarintReader;

namespace {

constexpr size_t kMaxStoredWordBytes = kMaxWordBytes + 3;

// The bytes of `size` at `offset`; false when they are not all there.
bool Take(std::string_view all, size_t offset, uint32_t size, std::string_view* out) {
  if (offset > all.size() || size > all.size() - offset) return false;
  *out = all.substr(offset, size);
  return true;
}

// Two numbers that begin in one byte. Inline, so that Find's reader stays in registers.
struct Pair {
  uint32_t first, second;
};
__attribute__((always_inline)) inline Pair ReadPair(VarintReader* reader) {
  const uint32_t numbers = reader->GetByte();
  Pair pair{numbers >> 4, numbers & segment_format::kMostInNibble};
  for (uint32_t* number : {&pair.first, &pair.second}) {
    if (*number == segment_format::kMostInNibble) *number += reader->Get() & (~0u >> 1);
  }
  return pair;
}

// Articles ascending and known, places ascending within their article.
class PostingsCheck {
 public:
  explicit PostingsCheck(std::span<const ArticleWords> article_words)
      : article_words_(article_words) {}

  bool IsGood(const Segment::Term& term) {
    uses_.articles.clear();
    uses_.codes.clear();
    if (term.article_count == 0 || term.article_count > article_words_.size() ||
        (!IsShort(term.article_count) &&
         !ReadPostings(term.postings, term.article_count, &uses_))) {
      return false;
    }
    // Its reader looks at all that is looked at below.
    if (IsShort(term.article_count)) {
      return GetShortPostings(term.postings, term.article_count, article_words_, &uses_);
    }
    uint64_t total = 0;
    uint64_t before = 0;
    for (size_t i = 0; i < uses_.articles.size(); ++i) {
      const uint64_t article = uses_.articles[i];
      if (article >= article_words_.size() || (i > 0 && article <= before)) return false;
      before = article;
      total += WordUses::TimesOf(uses_.codes[i]);
    }
    PositionReader reader(term.positions, total);
    uint64_t read = 0;
    for (size_t i = 0; i < uses_.articles.size(); ++i) {
      const uint32_t times = WordUses::TimesOf(uses_.codes[i]);
      const ArticleWords words = article_words_[uses_.articles[i]];
      if (times > words.title + words.text) return false;
      positions_.resize(times);
      const uint32_t* const differences = reader.Read(read, times);
      if (differences == nullptr) return false;
      PutPlaces(differences, times, 0, positions_.data());
      if (positions_.back() > words.title + words.text || !IsAscending()) return false;
      read += times;
    }
    return reader.at_end();
  }

 private:
  // A difference may have run over.
  bool IsAscending() const {
    return std::adjacent_find(positions_.begin(), positions_.end(), std::greater_equal<>()) ==
           positions_.end();
  }

  std::span<const ArticleWords> article_words_;
  WordUses uses_;
  std::vector<uint64_t> positions_;
};

}  // namespace

TermCursor::TermCursor(std::string_view terms, std::string_view postings,
                       std::string_view positions, TermBlock from)
    : terms_(terms),
      postings_(postings),
      positions_(positions),
      reader_(terms.substr(std::min<size_t>(from.terms_begin, terms.size()))),
      postings_offset_(from.postings_begin),
      positions_offset_(from.positions_begin) {}

void TermCursor::ReadSizes() {
  postings_offset_ += postings_size_;
  positions_offset_ += positions_size_;
  const Pair sizes = ReadPair(&reader_);
  found_.article_count = sizes.first;
  postings_size_ = sizes.second;
  positions_size_ = IsShort(sizes.first) ? 0 : reader_.Get();
}

bool TermCursor::TakeFound() {
  ok_ = ok_ && reader_.ok() &&
        Take(postings_, postings_offset_, postings_size_, &found_.postings) &&
        Take(positions_, positions_offset_, positions_size_, &found_.positions);
  return ok_;
}

bool TermCursor::Next() {
  if (reader_.at_end() || !ok_) return false;
  const auto [shared, further] = ReadPair(&reader_);
  const std::string_view rest = reader_.GetBytes(further);
  ReadSizes();
  if (!TakeFound()) return false;
  ok_ = shared <= term_.size() && shared + rest.size() <= kMaxStoredWordBytes;
  if (!ok_) return false;
  term_.resize(shared);
  term_.append(rest);
  return true;
}

bool TermCursor::Find(std::string_view word, size_t begins) {
  // What is read stays in registers; how much of the word the term before it begins with: the terms
  // need not be put together.
  VarintReader reader = reader_;
  size_t postings = postings_offset_ + postings_size_;
  size_t positions = positions_offset_ + positions_size_;
  while (!reader.at_end()) {
    const auto [shared, further] = ReadPair(&reader);
    const std::string_view rest = reader.GetBytes(further);
    const auto [articles, postings_size] = ReadPair(&reader);
    const uint32_t positions_size = IsShort(articles) ? 0 : reader.Get();
    if (shared < begins) return false;
    if (shared == begins) {  // else as the term before it
      size_t same = 0;
      const std::string_view wanted = word.substr(begins);
      const size_t limit = std::min(rest.size(), wanted.size());
      while (same < limit && rest[same] == wanted[same]) ++same;
      begins += same;
      if (same == wanted.size()) {
        if (same < rest.size()) return false;
        found_.article_count = articles;
        return reader.ok() && Take(postings_, postings, postings_size, &found_.postings) &&
               Take(positions_, positions, positions_size, &found_.positions);
      }
      if (same < rest.size() &&
          static_cast<unsigned char>(rest[same]) > static_cast<unsigned char>(wanted[same])) {
        return false;
      }
    }
    postings += postings_size;
    positions += positions_size;
  }
  return false;
}

uint64_t TermKey(std::string_view word) {
  uint64_t key = 0;
  const size_t size = std::min<size_t>(word.size(), 8);
  for (size_t i = 0; i < size; ++i)
    key |= uint64_t{static_cast<unsigned char>(word[i])} << (56 - 8 * i);
  return key;
}

// The first term of a block is written whole.
std::string_view TermReader::FirstOf(const TermBlock& block) const {
  VarintReader reader(terms.substr(std::min<size_t>(block.terms_begin, terms.size())));
  return reader.GetBytes(ReadPair(&reader).second);
}

std::vector<uint64_t> TermReader::MakeKeys() const {
  std::vector<uint64_t> made;
  made.reserve(blocks.size());
  for (const TermBlock& block : blocks) made.push_back(TermKey(FirstOf(block)));
  return made;
}

TermCursor TermReader::From(std::string_view word) const {
  const TermBlock nowhere{static_cast<uint32_t>(terms.size()), 0, 0};
  if (blocks.empty()) return {terms, postings, positions, nowhere};
  // The last block whose first term is not after the word; where keys are alike, the terms tell.
  const uint64_t key = TermKey(word);
  const auto begin = std::lower_bound(keys.begin(), keys.end(), key);
  auto end = begin;
  while (end != keys.end() && *end == key) ++end;
  const auto first = blocks.begin() + (begin - keys.begin());
  const auto after =
      std::partition_point(first, blocks.begin() + (end - keys.begin()),
                           [&](const TermBlock& block) { return FirstOf(block) <= word; });
  return {terms, postings, positions, after == blocks.begin() ? blocks.front() : *(after - 1)};
}

Segment::Term TermReader::Find(std::string_view word, const TermStops& stops) const {
  const uint64_t key = TermKey(word);
  const auto at = std::lower_bound(stops.keys.begin(), stops.keys.end(), key);
  const bool is_tied = at != stops.keys.end() && *at == key && word.size() >= sizeof key;
  if (is_tied || at == stops.keys.begin()) {
    TermCursor cursor = From(word);
    return cursor.Find(word) ? cursor.found() : Segment::Term{};
  }
  // The word stands before the next stop, if anywhere, so in the same block.
  const auto stop = static_cast<size_t>(at - stops.keys.begin());
  const bool begins_block = stop % (segment_format::kTermsPerBlock / kTermsPerStop) == 0;
  const auto shared = static_cast<size_t>(std::countl_zero(*(at - 1) ^ key)) / 8;
  TermCursor cursor(terms, postings, positions, stops.behind[stop - 1]);
  return cursor.Find(word, begins_block ? 0 : shared) ? cursor.found() : Segment::Term{};
}

TermStops TermReader::MakeStops() const {
  TermStops stops;
  TermCursor cursor(terms, postings, positions, {0, 0, 0});
  for (uint32_t count = 1; cursor.Next(); ++count) {
    if (count % kTermsPerStop != 0) continue;
    stops.keys.push_back(TermKey(cursor.term()));
    stops.behind.push_back({static_cast<uint32_t>(cursor.terms_offset()),
                            static_cast<uint32_t>(cursor.postings_offset()),
                            static_cast<uint32_t>(cursor.positions_offset())});
  }
  return stops;
}

const char* TermReader::FindDamage(std::span<const ArticleWords> article_words,
                                   size_t* offset) const {
  TermCursor cursor(terms, postings, positions, {0, 0, 0});
  PostingsCheck check(article_words);
  std::string before;
  *offset = 0;
  size_t count = 0;
  for (;; ++count) {
    *offset = cursor.terms_offset();
    if (count % segment_format::kTermsPerBlock == 0 && *offset < terms.size()) {
      const size_t block = count / segment_format::kTermsPerBlock;
      if (block >= blocks.size() || blocks[block].terms_begin != *offset ||
          blocks[block].postings_begin != cursor.postings_offset() ||
          blocks[block].positions_begin != cursor.positions_offset() ||
          static_cast<unsigned char>(terms[*offset]) >> 4 != 0) {
        return "a block of words does not begin where it should";
      }
    }
    if (!cursor.Next()) break;
    if (count > 0 && cursor.term() <= before) return "the words are not in order";
    if (!check.IsGood(cursor.found())) return "a word's articles are not a list of articles";
    before = cursor.term();
  }
  if (!cursor.at_end()) return "a word ends too late";
  const size_t block_count =
      (count + segment_format::kTermsPerBlock - 1) / segment_format::kTermsPerBlock;
  if (blocks.size() != block_count) return "there are too many blocks of words";
  if (cursor.postings_offset() != postings.size() ||
      cursor.positions_offset() != positions.size()) {
    return "articles stand there without a word";
  }
  return nullptr;
}

}  // namespace claimscope
