// An article on its way in: as a source gave it (RawArticle), and as it is read (Article).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/day.h"
#include "model/span.h"

namespace claimscope {

// One record of a source, every field as it stood there (UTF-8, repaired), nothing interpreted.
// Empty: absent.
struct RawArticle {
  std::string id;  // the path as given; "#N" added for record N (from 1) of a source with several
  std::string title;
  std::string date;  // any text; digits alone are Unix time in seconds or milliseconds
  std::string source;
  std::string url;
  std::string author;
  std::string language;
  std::string text;
  bool is_page =
      false;  // `text` is a whole scraped page: its noise and its date line are still in it
  bool is_html =
      false;  // `text` is HTML, decoded to UTF-8: a whole page when is_page, else a part of one
  uint64_t offset_bytes = 0;  // where the record begins in its (decompressed) source
};

// How the day of an article is known.
enum class DateBasis : uint8_t {
  kNone,       // undated, and it says so
  kField,      // a field of the record
  kText,       // a date line in the page
  kUrl,        // the address
  kDuplicate,  // a dated copy of the same article
  kEvents,     // the events it tells
};

// Why a part of a page is not part of the article.
enum class CutReason : uint8_t {
  kBlank,       // white space at a line's edge, doubled blank lines
  kNavigation,  // menus, "Read more", section links, cookie and log-in notices
  kPromotion,   // newsletters, subscriptions, advertising
  kSharing,     // share bars, comment forms
  kHeadlines,   // lists of other articles
  kWidget,      // weather, clocks, tickers
  kByline,      // author, credit and date lines
  kCaption,     // picture captions and credits
};

struct Cut {
  Span span;  // bytes of Article::page
  CutReason reason;
};

// Of a page made from HTML: from byte `page` on, up to the next run, the text stands from byte
// `source` on in the HTML (decoded to UTF-8).
struct SourceRun {
  uint32_t page, source;
};

// The article as a person would read it, with the way back to the page it stood in.
struct Article {
  std::string id;
  std::string title;
  std::string source;
  std::string url;
  std::string author;
  std::string language;  // ISO 639-1, empty when not known
  Day date;
  DateBasis date_basis = DateBasis::kNone;
  uint64_t offset_bytes = 0;  // where its record begins in its (decompressed) source

  std::string page;  // all text of the page, noise included
  std::vector<Cut>
      cuts;  // ascending, not overlapping; what is left of `page` is the article's text
  std::vector<SourceRun> source_runs;  // ascending; empty when the page is the source itself
  std::string text;  // the cleaned text: `page` without `cuts`; paragraphs are parted by '\n'
};

// Offset in the cleaned text -> offset in the page, and back (a place inside a cut maps to the text
// after it). `cuts` as in Article. Linear in the number of cuts.
uint32_t PageOffset(const std::vector<Cut>& cuts, uint32_t text_offset);
uint32_t TextOffset(const std::vector<Cut>& cuts, uint32_t page_offset);
// Offset in the page -> offset in the source it was made from; the same when there are no runs.
uint32_t SourceOffset(const std::vector<SourceRun>& runs, uint32_t page_offset);
// "folder/file.ndjson#12" -> "folder/file.ndjson": the file of an article, by its id.
std::string_view PathOfArticle(std::string_view id);
// The page without the cuts.
std::string TextWithoutCuts(std::string_view page, const std::vector<Cut>& cuts);

// The words used in files and in the command line's output: "field", "navigation" ...
std::string_view NameOf(DateBasis basis);
std::string_view NameOf(CutReason reason);

}  // namespace claimscope
