#include "index/term_writer.h"

#include <algorithm>
#include <numeric>

#include "base/byte_io.h"
#include "base/hash.h"
#include "base/words.h"
#include "index/segment_format.h"

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

}  // namespace

void TermWriter::BeginArticle() { article_begins_.push_back(tokens_.size()); }

void TermWriter::AddText(std::string_view text) {
  WordReader words(text);
  while (words.Next()) tokens_.push_back(IdOf(words.folded()));
}

uint32_t TermWriter::IdOf(std::string_view term) {
  const size_t mask = slots_.size() - 1;
  for (size_t slot = HashBytes(term) & mask;; slot = (slot + 1) & mask) {
    if (slots_[slot] == 0) {
      const auto id = static_cast<uint32_t>(term_begins_.size() - 1);
      term_bytes_.append(term);
      term_begins_.push_back(static_cast<uint32_t>(term_bytes_.size()));
      slots_[slot] = id + 1;
      if ((id + 1) * size_t{2} > slots_.size()) Grow();
      return id;
    }
    const uint32_t id = slots_[slot] - 1;
    if (TermAt(term_bytes_, term_begins_, id) == term) return id;
  }
}

void TermWriter::Grow() {
  std::vector<uint32_t> slots(slots_.size() * 2);
  const size_t mask = slots.size() - 1;
  for (uint32_t id = 0; id + 1 < term_begins_.size(); ++id) {
    size_t slot = HashBytes(TermAt(term_bytes_, term_begins_, id)) & mask;
    while (slots[slot] != 0) slot = (slot + 1) & mask;
    slots[slot] = id + 1;
  }
  slots_ = std::move(slots);
}

TermWriter::Sections TermWriter::Write() const {
  const auto term_count = static_cast<uint32_t>(term_begins_.size() - 1);
  const auto term_at = [this](uint32_t id) { return TermAt(term_bytes_, term_begins_, id); };

  // Tokens by term (a counting sort): each term's articles come out in order.
  std::vector<uint32_t> next(term_count + 1);
  for (const uint32_t id : tokens_) ++next[id + 1];
  std::partial_sum(next.begin(), next.end(), next.begin());
  const std::vector<uint32_t> begins = next;
  std::vector<uint32_t> articles(tokens_.size());
  for (size_t article = 0; article < article_begins_.size(); ++article) {
    const size_t end =
        article + 1 < article_begins_.size() ? article_begins_[article + 1] : tokens_.size();
    for (size_t i = article_begins_[article]; i < end; ++i) {
      articles[next[tokens_[i]]++] = static_cast<uint32_t>(article);
    }
  }

  std::vector<uint32_t> order(term_count);
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(),
            [&](uint32_t a, uint32_t b) { return term_at(a) < term_at(b); });

  Sections sections;
  ByteWriter blocks;
  std::string postings;
  std::string_view before;
  for (uint32_t rank = 0; rank < term_count; ++rank) {
    const std::string_view term = term_at(order[rank]);
    if (rank % segment_format::kTermsPerBlock == 0) {
      blocks.Put(segment_format::TermBlock{static_cast<uint32_t>(sections.terms.size()),
                                           static_cast<uint32_t>(sections.postings.size())});
      before = {};
    }
    postings.clear();
    uint32_t article_count = 0;
    uint32_t last = 0;
    const uint32_t end = begins[order[rank] + 1];
    for (uint32_t i = begins[order[rank]]; i < end; ++i) {
      if (article_count > 0 && articles[i] == last) continue;
      segment_format::PutVarint(articles[i] - last, &postings);
      last = articles[i];
      ++article_count;
    }
    const size_t shared = SharedPrefix(before, term);
    segment_format::PutVarint(static_cast<uint32_t>(shared), &sections.terms);
    segment_format::PutVarint(static_cast<uint32_t>(term.size() - shared), &sections.terms);
    sections.terms.append(term.substr(shared));
    segment_format::PutVarint(article_count, &sections.terms);
    segment_format::PutVarint(static_cast<uint32_t>(postings.size()), &sections.terms);
    sections.postings.append(postings);
    before = term;
  }
  sections.blocks = blocks.Take();
  return sections;
}

}  // namespace claimscope
