#include "ui/reader_text.h"

#include <algorithm>

#include "ui/format.h"

namespace claimscope {
namespace {

// A stretch of the page that belongs together: article text, or what was left out of it.
struct Stretch {
  Span span;
  bool cut;
  CutReason reason;
};

std::vector<Stretch> StretchesOf(std::string_view page, std::span<const Cut> cuts) {
  std::vector<Stretch> stretches;
  uint32_t at = 0;
  const auto add = [&](Span span, bool cut, CutReason reason) {
    if (!span.empty()) stretches.push_back({span, cut, reason});
  };
  for (const Cut& cut : cuts) {
    add({at, cut.span.begin}, false, CutReason::kBlank);
    add(cut.span, true, cut.reason);
    at = cut.span.end;
  }
  add({at, static_cast<uint32_t>(page.size())}, false, CutReason::kBlank);
  return stretches;
}

bool HasInk(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") != std::string_view::npos;
}

size_t LinesIn(std::string_view text) {
  size_t lines = 0;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    if (HasInk(text.substr(0, end))) ++lines;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

class Builder {
 public:
  explicit Builder(std::string_view page) : page_(page) {}

  void Add(Span span, RunStyle style) { Push(TextOf(page_, span), span, style); }
  void AddFold(Span span, std::string_view reason) {
    BreakLine(span.begin);
    const size_t lines = LinesIn(TextOf(page_, span));
    std::string note = FormatCountOf(std::max<size_t>(lines, 1), "line") + " left out";
    if (!reason.empty()) note.append(" (").append(reason).append(")");
    Push(note, span, RunStyle::kFold);
    BreakLine(span.end);
  }
  // Ends the line unless it is ended already.
  void BreakLine(uint32_t page) {
    if (!out_.text.empty() && out_.text.back() != '\n') Push("\n", {page, page}, RunStyle::kText);
  }
  ReaderText Take() { return std::move(out_); }

 private:
  void Push(std::string_view text, Span span, RunStyle style) {
    if (text.empty()) return;
    out_.runs.push_back({static_cast<uint32_t>(out_.text.size()),
                         static_cast<uint32_t>(text.size()), span.begin, span.end, style});
    out_.text.append(text);
  }

  std::string_view page_;
  ReaderText out_;
};

bool Contains(const std::vector<uint32_t>& values, uint32_t value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

}  // namespace

uint32_t ReaderText::ShownAt(uint32_t page_offset) const {
  const auto after =
      std::upper_bound(runs.begin(), runs.end(), page_offset,
                       [](uint32_t at, const ReaderRun& run) { return at < run.page; });
  if (after == runs.begin()) return 0;
  const ReaderRun& run = *(after - 1);
  if (run.style == RunStyle::kFold)
    return page_offset < run.page_end ? run.shown : run.shown + run.size;
  return run.shown + std::min(page_offset - run.page, run.size);
}

const ReaderRun& ReaderText::RunAt(uint32_t shown) const {
  const auto after =
      std::upper_bound(runs.begin(), runs.end(), shown,
                       [](uint32_t at, const ReaderRun& run) { return at < run.shown; });
  return after == runs.begin() ? runs.front() : *(after - 1);
}

ReaderText PrepareText(std::string_view page, std::span<const Cut> cuts,
                       const std::vector<uint32_t>& unfolded) {
  const std::vector<Stretch> stretches = StretchesOf(page, cuts);
  Builder builder(page);
  for (size_t i = 0; i < stretches.size();) {
    if (!stretches[i].cut) {
      builder.Add(stretches[i++].span, RunStyle::kText);
      continue;
    }
    // Cuts with nothing but blanks between them are one fold.
    size_t end = i;
    Span fold{stretches[i].span.begin, stretches[i].span.begin};
    std::string_view reason;
    bool mixed = false;
    for (; end < stretches.size(); ++end) {
      const Stretch& next = stretches[end];
      const bool ink = HasInk(TextOf(page, next.span));
      if (!next.cut && ink) break;
      fold.end = next.span.end;
      if (!next.cut || next.reason == CutReason::kBlank || !ink) continue;
      mixed |= !reason.empty() && reason != LabelOf(next.reason);
      reason = LabelOf(next.reason);
    }
    const size_t begin = i;
    i = end;
    if (reason.empty()) {  // blanks alone are not worth a word, but line breaks between them count
      for (size_t k = begin; k < end; ++k) {
        if (!stretches[k].cut) builder.Add(stretches[k].span, RunStyle::kText);
      }
      continue;
    }
    if (mixed) reason = {};
    if (Contains(unfolded, fold.begin)) {
      builder.BreakLine(fold.begin);
      builder.Add(fold, RunStyle::kCut);
      builder.BreakLine(fold.end);
    } else {
      builder.AddFold(fold, reason);
    }
  }
  return builder.Take();
}

}  // namespace claimscope
