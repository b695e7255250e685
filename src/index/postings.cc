#include "index/postings.h"

#include <algorithm>
#include <utility>

#include "index/short_postings.h"

namespace claimscope {
namespace {

// How the uses of a block are stored, by the upper bits of its first byte.
constexpr uint32_t kUseWidths[] = {0, 1, 2};
constexpr uint32_t kUsesAsBlock = 3;
constexpr uint32_t kArticlesAsBlock = 63;  // the lower bits; else the articles' width

uint32_t WidthOf(const uint32_t* values, size_t count) {
  uint32_t all = 0;
  for (size_t i = 0; i < count; ++i) all |= values[i];
  return static_cast<uint32_t>(std::bit_width(all));
}

void PutPostings(const uint32_t* articles, const uint32_t* uses, size_t count, std::string* out) {
  const uint32_t width = WidthOf(articles, count);
  const uint32_t use_code = std::min(WidthOf(uses, count), kUsesAsBlock);
  std::string block;
  PutBlock(articles, count, &block);
  const bool as_block = block.size() < PackedSize(count, width);
  out->push_back(static_cast<char>(use_code << 6 | (as_block ? kArticlesAsBlock : width)));
  if (as_block) {
    out->append(block);
  } else {
    PackBits(articles, count, width, out);
  }
  if (use_code == kUsesAsBlock) {
    PutBlock(uses, count, out);
  } else {
    PackBits(uses, count, kUseWidths[use_code], out);
  }
}

// As GetBlock.
size_t GetBits(std::string_view in, size_t count, uint32_t width, uint32_t* values) {
  if (width > 32 || in.size() < PackedSize(count, width)) return 0;
  if (values != nullptr) UnpackBits(in.data(), count, width, values);
  return PackedSize(count, width);
}

// False where the bytes end too early. `uses` null: they are skipped.
bool TakePostings(size_t count, std::string_view* in, uint32_t* articles, uint32_t* uses) {
  if (in->empty()) return false;
  const auto head = static_cast<unsigned char>(in->front());
  in->remove_prefix(1);
  const uint32_t width = head & kArticlesAsBlock;
  const bool as_block = width == kArticlesAsBlock;
  size_t size = as_block ? GetBlock(*in, count, articles) : GetBits(*in, count, width, articles);
  if (size == 0 && width != 0) return false;
  in->remove_prefix(size);
  const uint32_t use_code = head >> 6;
  const bool uses_as_block = use_code == kUsesAsBlock;
  size =
      uses_as_block ? GetBlock(*in, count, uses) : GetBits(*in, count, kUseWidths[use_code], uses);
  if (size == 0 && use_code != 0) return false;
  in->remove_prefix(size);
  return true;
}

}  // namespace

void PostingsWriter::Write(std::string* postings, std::string* positions) {
  articles_.resize(article_count_);
  times_.resize(article_count_);
  if (IsShort(article_count_)) {
    PutShortPostings({articles_, times_, positions_}, words_, postings);
  } else {
    WriteBlocks(postings, positions);
  }
}

void PostingsWriter::WriteBlocks(std::string* postings, std::string* positions) {
  differences_.clear();
  codes_.clear();
  uint32_t next = 0;
  size_t at = 0;
  for (size_t i = 0; i < articles_.size(); at += times_[i++]) {
    const bool is_in_title = positions_[at] < words_[articles_[i]].title;
    codes_.push_back(2 * (times_[i] - 1) + (is_in_title ? 1 : 0));
    differences_.push_back(articles_[i] - next);
    next = articles_[i] + 1;
  }
  for (size_t begin = 0; begin < articles_.size(); begin += kPackedBlock) {
    const size_t count = std::min(kPackedBlock, articles_.size() - begin);
    PutPostings(&differences_[begin], &codes_[begin], count, postings);
  }
  at = 0;
  for (const uint32_t times : times_) {
    next = 0;
    for (const size_t end = at + times; at < end; ++at) {
      next = std::exchange(positions_[at], positions_[at] - next) + 1;
    }
  }
  for (size_t begin = 0; begin < positions_.size(); begin += kPackedBlock) {
    PutBlock(&positions_[begin], std::min(kPackedBlock, positions_.size() - begin), positions);
  }
}

bool ReadPostings(std::string_view postings, uint32_t count, WordUses* uses) {
  const size_t first = uses->articles.size();
  // A block has a byte at least: what cannot be there is not made room for.
  if (count / kPackedBlock > postings.size()) return false;
  uses->articles.resize(first + count);
  uses->codes.resize(first + count);
  uint32_t* articles = uses->articles.data() + first;
  uint32_t* codes = uses->codes.data() + first;
  uint32_t next = 0;  // the article after the one before
  for (size_t left = count; left > 0;) {
    const size_t size = std::min(kPackedBlock, left);
    if (!TakePostings(size, &postings, articles, codes)) return false;
    for (size_t i = 0; i < size; ++i) {
      next += articles[i];
      articles[i] = next++;
    }
    articles += size;
    codes += size;
    left -= size;
  }
  return postings.empty();
}

void MarkPostings(std::string_view postings, uint32_t count, size_t first, BitSet* set) {
  uint32_t articles[kPackedBlock];
  for (size_t left = count; left > 0;) {
    const size_t size = std::min(kPackedBlock, left);
    if (!TakePostings(size, &postings, articles, nullptr)) return;
    for (size_t i = 0; i < size; ++i) {
      first += articles[i];
      articles[i] = static_cast<uint32_t>(first++);
    }
    set->AddAscending(articles, size, 0);
    left -= size;
  }
}

// A block has a byte at least: what cannot be there is not made room for.
PositionReader::PositionReader(std::string_view positions, uint64_t total)
    : bytes_(positions), total_(total) {
  if (total / kPackedBlock <= positions.size()) {
    values_.reset(new uint32_t[static_cast<size_t>(total)]);
  }
}

const uint32_t* PositionReader::ReadFurther(uint64_t skip, uint32_t count) {
  if (!values_ || skip > total_ || count > total_ - skip) return nullptr;
  while (unpacked_ < skip + count) {
    const auto size = static_cast<size_t>(std::min<uint64_t>(kPackedBlock, total_ - unpacked_));
    const bool is_wanted = skip < unpacked_ + size;
    const size_t bytes =
        GetBlock(bytes_.substr(at_), size, is_wanted ? values_.get() + unpacked_ : nullptr);
    if (bytes == 0) return nullptr;
    at_ += bytes;
    unpacked_ += size;
  }
  return values_.get() + skip;
}

}  // namespace claimscope
