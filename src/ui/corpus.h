// What is true of the whole corpus whatever the filters are: the totals, the order of the filter
// lists, the days the chart shows unless told otherwise.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/engine.h"
#include "model/region.h"

namespace claimscope {

class Corpus {
 public:
  // Looks again when the corpus changed; true if it did. Asks the workspace a question of its own.
  bool Refresh(Workspace* workspace, const RegionNames& names);

  uint64_t articles() const { return articles_; }
  uint64_t claims() const { return claims_; }
  uint32_t undated() const { return undated_; }
  uint64_t articles_without_claims() const { return articles_ - told_; }
  // Whether it is known of more than a few articles where they stood.
  bool has_sources() const { return has_sources_; }
  // Every region with a claim, by falling number of claims, then by name: an order that does not
  // depend on the filters.
  const std::vector<FacetCount>& regions() const { return regions_; }
  const std::vector<FacetCount>& kinds() const { return kinds_; }
  const std::vector<FacetCount>& sides() const { return sides_; }
  const std::vector<FacetCount>& statuses() const { return statuses_; }
  // Of a long list: its names by falling number of claims, as numbers into Workspace::Names; empty
  // until RefreshList.
  const std::vector<uint32_t>& OrderOf(Facet list) const {
    return orders_[static_cast<size_t>(list)].names;
  }
  void RefreshList(Workspace* workspace, Facet list);
  // All days with claims, and those worth a chart: a few claims decades away do not squeeze the
  // others together.
  DayRange days() const { return days_; }
  DayRange usual_days() const { return usual_days_; }
  // Of the newest articles but for a few misdated ones: what lies after it was still to come.
  Day last_article() const { return last_article_; }

 private:
  uint64_t revision_ = ~uint64_t{0};
  uint64_t articles_ = 0, claims_ = 0, told_ = 0;
  bool has_sources_ = false;
  uint32_t undated_ = 0;
  std::vector<FacetCount> regions_, kinds_, sides_, statuses_;
  DayRange days_, usual_days_;
  Day last_article_;
  struct Order {
    uint64_t revision = ~uint64_t{0};
    std::vector<uint32_t> names;
  };
  std::array<Order, kFacetCount> orders_;
};

// The shortest run of months that holds four fifths of the claims, with a little around it; all
// days when that would not shorten them to less than half. `months` is a histogram per month.
DayRange UsualDays(const Histogram& months, DayRange days);

// The unit in which a chart of these days has neither too few bars nor too many.
Per SuitablePer(DayRange days);

}  // namespace claimscope
