// The white space that cuts leave behind.
#include <algorithm>
#include <cstring>
#include <utility>

#include "base/stable_sort.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "clean/boilerplate.h"

namespace claimscope {
namespace {

// Takes the pieces of a page in order and decides what white space between what is kept stays:
// inside a line all of it, between two lines the first line break, at the page's edges none.
class BlankCutter {
 public:
  void AddCut(Span span, CutReason reason) { cuts_.push_back({span, reason}); }
  void AddKept(std::string_view page, Span span);
  std::vector<Cut> Take();

 private:
  void AddBlank(uint32_t begin, uint32_t end, bool is_break);
  void Decide(bool text_follows);

  std::vector<Cut> cuts_;
  std::vector<Span> blanks_;  // since the last text
  bool has_text_ = false;
  bool has_break_ = false;
  uint32_t break_at_ = 0;
};

void BlankCutter::AddBlank(uint32_t begin, uint32_t end, bool is_break) {
  if (!blanks_.empty() && blanks_.back().end == begin) {
    blanks_.back().end = end;
  } else {
    blanks_.push_back({begin, end});
  }
  if (is_break && !has_break_) {
    has_break_ = true;
    break_at_ = begin;
  }
}

// Behind a letter: eight bytes at a time past ASCII text whose words single spaces part. Stops at
// or before the first byte that needs a look.
uint32_t SkipPlain(std::string_view page, uint32_t at, uint32_t end) {
  constexpr uint64_t kOnes = 0x0101010101010101ull, kHighs = 0x8080808080808080ull;
  for (uint64_t bytes; at + 8 <= end;) {
    std::memcpy(&bytes, page.data() + at, 8);
    if ((bytes & kHighs) != 0) break;
    // A high bit for every byte below 0x20, and for every space; bytes are below 0x80 here.
    const uint64_t controls = ~(bytes + (0x80 - 0x20) * kOnes) & kHighs;
    const uint64_t spaces = ~((bytes ^ 0x20 * kOnes) + 0x7F * kOnes) & kHighs;
    if (controls != 0 || (spaces & spaces >> 8) != 0) break;
    at += (spaces >> 63) != 0 ? 7 : 8;  // a space at the end is looked at with what follows it
  }
  return at;
}

void BlankCutter::AddKept(std::string_view page, Span span) {
  for (uint32_t at = span.begin; at < span.end;) {
    if (has_text_ && blanks_.empty() && at > span.begin && page[at - 1] > ' ')
      at = SkipPlain(page, at, span.end);
    if (at >= span.end) break;
    const auto byte = static_cast<unsigned char>(page[at]);
    if (byte < 0x80 ? !IsAsciiSpace(page[at]) : byte < 0xC2) {
      if (!blanks_.empty()) Decide(true);
      has_text_ = true;
      // Most of a page is letters: on to what is not.
      do {
        ++at;
      } while (at < span.end && page[at] > ' ' && static_cast<unsigned char>(page[at]) < 0x80);
      continue;
    }
    const bool is_inner = has_text_ && blanks_.empty() && page[at] == ' ' && at + 1 < span.end &&
                          page[at + 1] > ' ' && static_cast<unsigned char>(page[at + 1]) < 0x80;
    if (is_inner) {
      ++at;
      continue;
    }
    if (byte < 0x80) {
      AddBlank(at, at + 1, byte == '\n');
      ++at;
      continue;
    }
    const CodePoint c = DecodeUtf8(page, at);
    const uint32_t end = at + c.size_bytes;
    const bool is_blank =
        c.value == 0xA0 || c.value == 0xFEFF || c.value == 0x200B || c.value == 0x2028;
    if (is_blank) {
      AddBlank(at, end, false);
    } else {
      if (!blanks_.empty()) Decide(true);
      has_text_ = true;
    }
    at = end;
  }
}

void BlankCutter::Decide(bool text_follows) {
  const bool between = has_text_ && text_follows;
  for (const Span& blank : blanks_) {
    if (between && !has_break_) continue;
    if (between && break_at_ >= blank.begin && break_at_ < blank.end) {
      cuts_.push_back({{blank.begin, break_at_}, CutReason::kBlank});
      cuts_.push_back({{break_at_ + 1, blank.end}, CutReason::kBlank});
    } else {
      cuts_.push_back({blank, CutReason::kBlank});
    }
  }
  blanks_.clear();
  has_break_ = false;
}

std::vector<Cut> BlankCutter::Take() {
  Decide(false);
  StableSort(&cuts_, [](const Cut& a, const Cut& b) { return a.span.begin < b.span.begin; });
  std::vector<Cut> joined;
  for (const Cut& cut : cuts_) {
    if (cut.span.empty()) continue;
    if (!joined.empty() && joined.back().span.end == cut.span.begin &&
        joined.back().reason == cut.reason) {
      joined.back().span.end = cut.span.end;
    } else {
      joined.push_back(cut);
    }
  }
  return joined;
}

std::vector<Cut> Joined(std::vector<Cut> cuts) {
  StableSort(&cuts, [](const Cut& a, const Cut& b) {
    return std::pair(a.span.begin, b.span.end) < std::pair(b.span.begin, a.span.end);
  });
  std::vector<Cut> joined;
  uint32_t covered = 0;
  for (Cut cut : cuts) {
    cut.span.begin = std::max(cut.span.begin, covered);
    if (cut.span.empty()) continue;
    joined.push_back(cut);
    covered = cut.span.end;
  }
  return joined;
}

}  // namespace

std::vector<Cut> WithBlankCuts(std::string_view page, std::vector<Cut> found) {
  const std::vector<Cut> cuts = Joined(std::move(found));
  const auto size = static_cast<uint32_t>(page.size());
  struct Piece {
    Span span;
    CutReason reason;
    bool is_cut;
  };
  std::vector<Piece> pieces;
  uint32_t covered = 0;
  for (const Cut& cut : cuts) {
    if (cut.span.begin > covered) {
      pieces.push_back({{covered, cut.span.begin}, CutReason::kBlank, false});
    }
    pieces.push_back({cut.span, cut.reason, true});
    covered = cut.span.end;
  }
  if (covered < size) pieces.push_back({{covered, size}, CutReason::kBlank, false});

  BlankCutter cutter;
  for (const Piece& piece : pieces) {
    if (piece.is_cut) {
      cutter.AddCut(piece.span, piece.reason);
    } else {
      cutter.AddKept(page, piece.span);
    }
  }
  return cutter.Take();
}

}  // namespace claimscope
