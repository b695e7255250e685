// The metadata of one page of text in the making: metadata.h, a file for each concept.
#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "clean/metadata.h"

namespace claimscope {

constexpr size_t kTopLines = 20;  // lines that are not blank, from the top

// How sure a date line is the article's own; a higher one wins, then the earlier line.
enum Trust { kNoDate, kClock, kUpdated, kPlainLine, kWithTime, kPublished };

struct DateLine {
  Trust trust = kNoDate;
  Day day;
  Cut cut{{}, CutReason::kByline};
  size_t line = 0;
};

bool IsTemperature(std::string_view text);

class MetadataReader {
 public:
  MetadataReader(std::string_view page, const std::vector<PageLine>& lines,
                 const std::vector<Cut>& noise, const Outlets& outlets)
      : page_(page), noise_(noise), outlets_(outlets) {
    for (const PageLine& line : lines) {
      if (!line.span.empty()) lines_.push_back(line.span);
    }
  }

  PageMetadata ReadPage() {
    const size_t body = ReadHeaders();
    ReadDates(body);
    ReadHeads(body);
    ReadAgency(body);
    ReadTitle(body);
    return std::move(found_);
  }
  PageMetadata ReadRecord() {
    if (!lines_.empty()) ReadInlineByline(0);
    ReadHeads(0);
    found_.date = best_.day;
    return std::move(found_);
  }

 private:
  std::string_view Text(size_t line) const { return TextOf(page_, lines_[line]); }
  size_t ReadHeaders();
  std::string_view OutletIn(std::string_view text) const;
  void ReadDates(size_t first);
  DateLine DateOfLine(size_t line) const;
  std::optional<DateLine> DatePrefix(size_t line) const;
  void ReadInlineByline(size_t line);
  void ReadHeads(size_t first);
  void ReadAgency(size_t first);
  void ReadTitle(size_t first);
  bool LooksLikeTitle(size_t line) const;
  bool LooksLikeSource(std::string_view text) const;

  std::string_view page_;
  const std::vector<Cut>& noise_;
  const Outlets& outlets_;
  std::vector<Span> lines_;  // those that are not blank
  PageMetadata found_;
  DateLine best_;
};

}  // namespace claimscope
