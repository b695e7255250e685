// An article's page prepared for reading: what is shown, in which style, and the way back to the
// page.
//
// Blank cuts vanish. Runs of other cuts fold into one line that says how much was left out, or are
// shown grey.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/engine.h"

namespace claimscope {

// The last four in a text that tells two articles: words of both, of this one, of the other one,
// and of this one where the other has them elsewhere.
enum class RunStyle : uint8_t { kText, kCut, kFold, kShared, kHere, kThere, kMoved };

// A piece of the shown text, in the order of the page.
struct ReaderRun {
  uint32_t shown;  // where it begins in ReaderText::text
  uint32_t size;
  uint32_t page;      // where it comes from; kFold: where the first byte left out stands
  uint32_t page_end;  // kFold covers more of the page than it shows
  RunStyle style;
};

struct ReaderText {
  std::string text;  // paragraphs end with '\n'
  std::vector<ReaderRun> runs;

  // The place in `text` at which a byte of the page is shown, or before which it was left out.
  uint32_t ShownAt(uint32_t page_offset) const;
  // Run that holds a place of `text`.
  const ReaderRun& RunAt(uint32_t shown) const;
};

// `unfolded`: page offsets (ReaderRun::page) of the folds that are open.
ReaderText PrepareText(std::string_view page, std::span<const Cut> cuts,
                       const std::vector<uint32_t>& unfolded);

}  // namespace claimscope
