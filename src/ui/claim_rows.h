// The texts of table rows, decoded for the rows on screen and kept while they are shown.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>

#include "ui/guessed.h"
#include "ui/session.h"

namespace claimscope {

// In place of a region or an outlet.
constexpr std::string_view kNotKnown = "–";

struct ClaimRow {
  std::string time, place, claimant, amount, quote, source, title;
  Guesses guesses;
  Kind kind = Kind::kOther;
  Side side = Side::kUnknown;
  ClaimStatus status = ClaimStatus::kAsserted;
};

// `year`: the one that need not be said; 0: none.
ClaimRow DecodeRow(const Session& session, Hit hit, int year);

class ClaimRows {
 public:
  // Forgets what a change of the corpus has made stale. Call once a frame.
  void Refresh(const Session& session);
  // When all claims are of one year, dates in it are written without.
  bool short_dates() const { return year_ != 0; }
  // Stays valid until the next call.
  const ClaimRow& At(const Session& session, Hit hit);

 private:
  static constexpr size_t kMost = 512;
  std::unordered_map<uint64_t, ClaimRow> rows_;
  uint64_t revision_ = 0;
  int year_ = 0;
};

}  // namespace claimscope
