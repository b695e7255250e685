// What two texts differ in, word by word: the passages of CompareTexts in their common order, and
// between them the longest common sequence of words.
#include <algorithm>
#include <numeric>

#include "base/stable_sort.h"
#include "copies/copies.h"
#include "copies/shingles.h"

namespace claimscope {
namespace {

// Between two passages; more are simply other words.
constexpr size_t kMostCells = 1 << 18;
// A run of so few words between two changes of at least twice as many each is chance: "in a".
constexpr uint32_t kChanceWords = 2;

// The same words: `size` of them, from word `a` of one text and word `b` of the other.
struct SameWords {
  uint32_t a, b, size;
};

uint32_t WordAt(const std::vector<TextWord>& words, uint32_t byte) {
  const auto at = std::lower_bound(
      words.begin(), words.end(), byte,
      [](const TextWord& word, uint32_t value) { return word.span.begin < value; });
  return static_cast<uint32_t>(at - words.begin());
}

std::vector<SameWords> RunsOf(const WordedText& a, const WordedText& b) {
  std::vector<SameWords> runs;
  for (const SharedRun& run : CompareWorded(a, b).runs) {
    const uint32_t first = WordAt(a.words, run.a.begin);
    runs.push_back({first, WordAt(b.words, run.b.begin), WordAt(a.words, run.a.end) - first});
  }
  return runs;
}

// The runs that stand in the same order in both texts and have the most words; the others were
// moved. A Fenwick tree over the places in b keeps the best chain that ends before each.
std::vector<SameWords> InOrder(const std::vector<SameWords>& runs) {
  const size_t count = runs.size();
  std::vector<size_t> by_b(count), rank(count);
  std::iota(by_b.begin(), by_b.end(), size_t{0});
  StableSort(&by_b, [&](size_t x, size_t y) { return runs[x].b < runs[y].b; });
  for (size_t i = 0; i < count; ++i) rank[by_b[i]] = i + 1;
  std::vector<size_t> tree(count + 1, count), before(count, count);
  std::vector<uint32_t> words(count + 1, 0);  // of the best chain that ends with a run
  size_t best = count;
  for (size_t run = 0; run < count; ++run) {
    for (size_t at = rank[run] - 1; at > 0; at &= at - 1) {
      if (words[tree[at]] > words[before[run]]) before[run] = tree[at];
    }
    words[run] = words[before[run]] + runs[run].size;
    for (size_t at = rank[run]; at <= count; at += at & (~at + 1)) {
      if (words[run] > words[tree[at]]) tree[at] = run;
    }
    if (words[run] > words[best]) best = run;
  }
  std::vector<SameWords> chain;
  for (size_t run = best; run < count; run = before[run]) chain.push_back(runs[run]);
  std::reverse(chain.begin(), chain.end());
  return chain;
}

void Append(SameWords run, std::vector<SameWords>* out) {
  if (!out->empty() && out->back().a + out->back().size == run.a &&
      out->back().b + out->back().size == run.b) {
    out->back().size += run.size;
  } else {
    out->push_back(run);
  }
}

// The longest common sequence of words [a, end_a) and [b, end_b).
void MatchGap(const WordedText& in_a, const WordedText& in_b, SameWords from, SameWords to,
              std::vector<SameWords>* out) {
  const size_t rows = to.a - from.a, columns = to.b - from.b;
  if (rows == 0 || columns == 0 || rows * columns > kMostCells) return;
  const auto same = [&](size_t i, size_t j) {
    return in_a.words[from.a + i].hash == in_b.words[from.b + j].hash;
  };
  std::vector<uint16_t> longest((rows + 1) * (columns + 1));  // from (i, j) on
  const auto at = [&](size_t i, size_t j) -> uint16_t& { return longest[i * (columns + 1) + j]; };
  for (size_t i = rows; i-- > 0;) {
    for (size_t j = columns; j-- > 0;) {
      at(i, j) = same(i, j) ? static_cast<uint16_t>(at(i + 1, j + 1) + 1)
                            : std::max(at(i + 1, j), at(i, j + 1));
    }
  }
  for (size_t i = 0, j = 0; i < rows && j < columns;) {
    if (same(i, j)) {
      Append({from.a + static_cast<uint32_t>(i++), from.b + static_cast<uint32_t>(j++), 1}, out);
    } else if (at(i + 1, j) >= at(i, j + 1)) {
      ++i;
    } else {
      ++j;
    }
  }
}

// Leaves out what is the same by chance.
std::vector<SameWords> WithoutChance(const std::vector<SameWords>& runs, SameWords end) {
  std::vector<SameWords> out;
  for (size_t i = 0; i < runs.size(); ++i) {
    const SameWords run = runs[i];
    const SameWords last = out.empty() ? SameWords{0, 0, 0} : out.back();
    const SameWords next = i + 1 < runs.size() ? runs[i + 1] : end;
    const uint32_t left = std::max(run.a - last.a - last.size, run.b - last.b - last.size);
    const uint32_t right = std::max(next.a - run.a - run.size, next.b - run.b - run.size);
    if (run.size <= kChanceWords && left >= 2 * run.size && right >= 2 * run.size) continue;
    out.push_back(run);
  }
  return out;
}

class Teller {
 public:
  Teller(std::string_view a, std::string_view b, const WordedText& in_a, const WordedText& in_b)
      : a_(a), b_(b), in_a_(in_a), in_b_(in_b) {}

  std::vector<TextDifference> Tell();

 private:
  // A word's bytes reach to the next word.
  static uint32_t ByteOf(const WordedText& text, size_t bytes, uint32_t word) {
    if (word == 0) return 0;
    return word < text.words.size() ? text.words[word].span.begin : static_cast<uint32_t>(bytes);
  }
  Span InA(uint32_t begin, uint32_t end) const {
    return {ByteOf(in_a_, a_.size(), begin), ByteOf(in_a_, a_.size(), end)};
  }
  Span InB(uint32_t begin, uint32_t end) const {
    return {ByteOf(in_b_, b_.size(), begin), ByteOf(in_b_, b_.size(), end)};
  }
  void Own(uint32_t begin_a, uint32_t end_a, uint32_t begin_b, uint32_t end_b);

  std::string_view a_, b_;
  const WordedText &in_a_, &in_b_;
  std::vector<uint8_t> moved_a_, moved_b_;  // per word: it stands elsewhere in the other text
  std::vector<TextDifference> out_;
};

// Words of one text alone, parted where some of them were only moved.
void Teller::Own(uint32_t begin_a, uint32_t end_a, uint32_t begin_b, uint32_t end_b) {
  const auto add = [this](uint32_t begin, uint32_t end, const std::vector<uint8_t>& moved,
                          TextDifference::In in) {
    while (begin < end) {
      uint32_t stop = begin + 1;
      while (stop < end && moved[stop] == moved[begin]) ++stop;
      TextDifference piece;
      piece.in = in;
      (in == TextDifference::In::kA ? piece.a : piece.b) =
          in == TextDifference::In::kA ? InA(begin, stop) : InB(begin, stop);
      piece.words = stop - begin;
      piece.is_moved = moved[begin] != 0;
      out_.push_back(piece);
      begin = stop;
    }
  };
  add(begin_a, end_a, moved_a_, TextDifference::In::kA);
  add(begin_b, end_b, moved_b_, TextDifference::In::kB);
}

std::vector<TextDifference> Teller::Tell() {
  const SameWords end{static_cast<uint32_t>(in_a_.words.size()),
                      static_cast<uint32_t>(in_b_.words.size()), 0};
  const std::vector<SameWords> runs = RunsOf(in_a_, in_b_);
  const std::vector<SameWords> chain = InOrder(runs);
  moved_a_.assign(in_a_.words.size(), 0);
  moved_b_.assign(in_b_.words.size(), 0);
  const auto mark = [this](const SameWords& run, uint8_t value) {
    std::fill_n(moved_a_.begin() + run.a, run.size, value);
    std::fill_n(moved_b_.begin() + run.b, run.size, value);
  };
  for (const SameWords& run : runs) mark(run, 1);
  for (const SameWords& run : chain) mark(run, 0);
  std::vector<SameWords> same;
  SameWords last{0, 0, 0};
  for (const SameWords& run : chain) {
    MatchGap(in_a_, in_b_, {last.a + last.size, last.b + last.size, 0}, run, &same);
    Append(run, &same);
    last = run;
  }
  MatchGap(in_a_, in_b_, {last.a + last.size, last.b + last.size, 0}, end, &same);
  for (const SameWords& run : same) mark(run, 0);
  uint32_t a = 0, b = 0;
  for (const SameWords& run : WithoutChance(same, end)) {
    Own(a, run.a, b, run.b);
    a = run.a + run.size;
    b = run.b + run.size;
    TextDifference piece;
    piece.a = InA(run.a, a);
    piece.b = InB(run.b, b);
    piece.words = run.size;
    out_.push_back(piece);
  }
  Own(a, end.a, b, end.b);
  return std::move(out_);
}

}  // namespace

std::vector<TextDifference> DifferencesOf(std::string_view a, std::string_view b) {
  const WordedText in_a(a), in_b(b);
  return Teller(a, b, in_a, in_b).Tell();
}

}  // namespace claimscope
