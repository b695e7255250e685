#include "ui/opening.h"

#include <algorithm>

#include "ui/format.h"

namespace claimscope {

std::string TellOpening(uint64_t files, uint64_t articles, uint64_t claims, uint64_t skipped,
                        const Problem* problem) {
  if (articles == 0 && problem != nullptr) {
    const std::string others = skipped > 1 ? " (" + FormatCount(skipped) + " skipped)" : "";
    return problem->source + " was not read: " + problem->reason + others;
  }
  if (articles == 0) return "Nothing new was read: what was opened is empty, or open already.";
  const std::string of = files > 1 ? " from " + FormatCountOf(files, "file") : "";
  std::string text = FormatCountOf(articles, "article") + " read" + of + ", ";
  if (claims == 0)
    text += articles == 1 ? "no claims in it" : "no claims in them";
  else
    text += FormatCountOf(claims, "claim");
  if (skipped > 0) text += "; " + FormatCountOf(skipped, "record") + " skipped";
  return text;
}

void Opening::Follow(const IngestProgress& progress, const AppState& state) {
  if (progress.running) {
    is_reading_ = true;
    files_ = std::max(files_, progress.files_total);
    text_.clear();
    return;
  }
  const bool changed = is_reading_ || progress.articles != articles_ ||
                       progress.skipped != skipped_ || progress.is_sample != was_sample_;
  if (changed) {
    // The user's own articles have taken the place of the sample.
    const bool replaced = was_sample_ && !progress.is_sample;
    const auto more = [replaced](uint64_t now, uint64_t before) {
      return replaced || now < before ? now : now - before;
    };
    const auto& problems = progress.problems;
    const uint64_t skipped = more(progress.skipped, skipped_);
    if (has_rested_) {
      text_ =
          TellOpening(files_, more(progress.articles, articles_), more(progress.claims, claims_),
                      skipped, skipped > 0 && !problems.empty() ? &problems.back() : nullptr);
      if (progress.cancelled) text_ += "; stopped, the rest was not read";
    }
    has_rested_ = true;
    was_sample_ = progress.is_sample;
    articles_ = progress.articles;
    claims_ = progress.claims;
    skipped_ = progress.skipped;
    seen_ = state;
  }
  is_reading_ = false;
  files_ = 0;
  const bool moved_on = !(seen_.query == state.query) || !(seen_.selection == state.selection) ||
                        seen_.view != state.view;
  if (moved_on) text_.clear();
}

}  // namespace claimscope
