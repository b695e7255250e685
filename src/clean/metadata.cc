#include "clean/metadata.h"

#include <algorithm>
#include <optional>

#include "base/strings.h"
#include "base/utf8.h"
#include "clean/bylines.h"
#include "clean/dates.h"

namespace claimscope {
namespace {

constexpr size_t kTopLines = 20;     // lines that are not blank, from the top
constexpr size_t kBottomLines = 20;  // and from the bottom, that may hold the article's date
constexpr size_t kMaxTitleBytes = 300;
constexpr size_t kMaxDateLineWords = 16;
constexpr int kFirstPageYear = 1980;
constexpr size_t kInlineBylineBytes = 400;
constexpr size_t kMaxNameBytes = 80;
constexpr size_t kMaxSourceWords = 5;

// How sure a date line is the article's own; a higher one wins, then the earlier line.
enum Trust { kNoDate, kClock, kUpdated, kPlainLine, kWithTime, kPublished };

struct DateLine {
  Trust trust = kNoDate;
  Day day;
  Cut cut{{}, CutReason::kByline};
  size_t line = 0;
};

bool HasWord(const std::vector<PageWord>& words, std::string_view word) {
  const uint64_t hash = HashWord(word);
  return std::any_of(words.begin(), words.end(),
                     [hash](const PageWord& w) { return w.hash == hash; });
}

// "30.1 C", "-3 °C", "86 F": a weather widget; its date is today's, not the article's.
bool IsTemperature(std::string_view text) {
  size_t at = 0;
  if (StartsWith(text, "-") || StartsWith(text, "+")) ++at;
  if (StartsWith(text.substr(at), "\u2212")) at += 3;
  const size_t digits = at;
  while (at < text.size() && (IsAsciiDigit(text[at]) || text[at] == '.')) ++at;
  if (at == digits || at - digits > 5) return false;
  std::string rest;
  for (char c : text.substr(at)) {
    if (IsAsciiAlnum(c)) rest += AsciiLower(c);
  }
  return rest == "c" || rest == "f" ||
         (rest.empty() && text.find("\u00B0") != std::string_view::npos);
}

// Names that stand before a colon at the top of some pages.
struct Header {
  std::string_view name;
  enum class What { kTitle, kSource, kDate, kUrl, kOther } what;
};
constexpr Header kHeaders[] = {
    {"title", Header::What::kTitle},
    {"headline", Header::What::kTitle},
    {"source", Header::What::kSource},
    {"outlet", Header::What::kSource},
    {"publisher", Header::What::kSource},
    {"site", Header::What::kSource},
    {"date", Header::What::kDate},
    {"published", Header::What::kDate},
    {"publication date", Header::What::kDate},
    {"pubdate", Header::What::kDate},
    {"url", Header::What::kUrl},
    {"link", Header::What::kUrl},
    {"author", Header::What::kOther},
    {"byline", Header::What::kOther},
    {"language", Header::What::kOther},
    {"lang", Header::What::kOther},
    {"tags", Header::What::kOther},
    {"category", Header::What::kOther},
};

class Reader {
 public:
  Reader(std::string_view page, const std::vector<PageLine>& lines, const std::vector<Cut>& noise,
         const Outlets& outlets)
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

// The number of lines that are headers.
size_t Reader::ReadHeaders() {
  size_t line = 0;
  for (; line < lines_.size() && line < kTopLines; ++line) {
    const std::string_view text = Text(line);
    const size_t colon = text.find(':');
    if (colon == std::string_view::npos || colon > 20) break;
    const std::string name = AsciiLower(TrimAscii(text.substr(0, colon)));
    const std::string_view value = TrimAscii(text.substr(colon + 1));
    const auto header = std::find_if(std::begin(kHeaders), std::end(kHeaders),
                                     [&name](const Header& h) { return h.name == name; });
    if (header == std::end(kHeaders)) break;
    // "Source: officials say the ..." is a sentence, not a header.
    if (header->what == Header::What::kSource && Split(value, ' ').size() > kMaxSourceWords) break;
    switch (header->what) {
      case Header::What::kTitle:
        found_.title = value;
        break;
      case Header::What::kSource:
        found_.source = value;
        break;
      case Header::What::kUrl:
        found_.url = value;
        break;
      case Header::What::kDate: {
        FoundDate date;
        if (FindDate(value, 0, &date)) best_ = {kPublished, date.day, {}, line};
        break;
      }
      case Header::What::kOther:
        break;
    }
    found_.cuts.push_back({lines_[line], CutReason::kByline});
  }
  return line;
}

// " date 2025-07-01 The army says ...": a scraper's mark before the first sentence, which stays.
std::optional<DateLine> Reader::DatePrefix(size_t line) const {
  const std::string_view text = Text(line);
  const std::string_view head = text.substr(0, 60);
  const size_t mark = AsciiLower(head).find("date ");
  if (mark == std::string_view::npos || mark > 12) return std::nullopt;
  FoundDate date;
  if (!FindDate(head, mark + 5, &date) ||
      TrimAscii(head.substr(mark + 4, date.span.begin - mark - 4)) != "") {
    return std::nullopt;
  }
  uint32_t end = lines_[line].begin + date.span.end;
  while (end < lines_[line].end && IsAsciiSpace(page_[end])) ++end;
  return DateLine{kPublished, date.day, {{lines_[line].begin, end}, CutReason::kByline}, line};
}

DateLine Reader::DateOfLine(size_t line) const {
  DateLine result;
  const std::string_view text = Text(line);
  if (text.size() > 200) return result;
  std::vector<PageWord> words;
  SplitWords(page_, lines_[line], &words);
  FoundDate date;
  if (words.size() > kMaxDateLineWords || !FindDate(text, 0, &date)) return result;
  // A sentence that holds a date tells of an event; a date line is little else than the date.
  size_t others = 0;
  for (const PageWord& word : words) {
    const uint32_t at = word.begin - lines_[line].begin;
    others += at < date.span.begin || at >= date.span.end ? 1 : 0;
  }
  const bool is_published = HasWord(words, "published") || HasWord(words, "posted") ||
                            HasWord(words, "публікація") || HasWord(words, "опубликовано") ||
                            HasWord(words, "опубліковано");
  const bool is_updated = HasWord(words, "updated") || HasWord(words, "modified") ||
                          HasWord(words, "оновлено") || HasWord(words, "обновлено");
  const bool is_byline =
      StartsWithIgnoreAsciiCase(text, "by ") || text.find('|') != std::string_view::npos;
  if (others > 6 && !is_published && !is_updated && !is_byline) return result;
  // "June 22, 1941. The invasion begins" heads a chapter; it dates no page.
  const bool is_marked = is_published || is_updated || is_byline || date.has_time;
  if (others > 2 && !is_marked) return result;
  if (others > 3 && EndsWith(text, ".") && !is_published && !is_updated) return result;
  if (date.day < DayOf({kFirstPageYear, 1, 1})) return result;
  const auto is_weather = [this](size_t i) { return i < lines_.size() && IsTemperature(Text(i)); };
  result.day = date.day;
  result.line = line;
  result.cut = {lines_[line], CutReason::kByline};
  if (is_weather(line + 1) || (line > 0 && is_weather(line - 1))) {
    result.trust = kClock;
    result.cut.reason = CutReason::kWidget;
  } else if (is_published) {
    result.trust = kPublished;
  } else if (is_updated) {
    result.trust = kUpdated;
  } else {
    result.trust = date.has_time ? kWithTime : kPlainLine;
  }
  return result;
}

void Reader::ReadDates(size_t first) {
  for (size_t line = first; line < lines_.size(); ++line) {
    const bool is_edge = line < first + kTopLines || line + kBottomLines >= lines_.size();
    if (!is_edge) continue;
    DateLine date = DateOfLine(line);
    if (date.trust == kNoDate && line < first + 3) {
      if (std::optional<DateLine> prefix = DatePrefix(line)) date = *prefix;
    }
    if (date.trust == kNoDate) {
      if (line < first + 6) ReadInlineByline(line);
      if (IsTemperature(Text(line))) found_.cuts.push_back({lines_[line], CutReason::kWidget});
      continue;
    }
    found_.cuts.push_back(date.cut);
    if (date.trust > best_.trust) best_ = date;
    // "Title / outlet / date": the outlet stands right before the date at the top.
    if (line > first && line < first + 6 && date.trust >= kPlainLine && found_.source.empty() &&
        line - 1 > 0 && LooksLikeSource(Text(line - 1))) {
      found_.source = Text(line - 1);
      found_.cuts.push_back({lines_[line - 1], CutReason::kByline});
    }
  }
  found_.date = best_.day;
}

// "Jane Doe | Wednesday 21 May 2025 17:16 BST The army says ...": a byline glued to the first
// sentence. A date with its hour that early in a paragraph is one; no sentence is written so.
void Reader::ReadInlineByline(size_t line) {
  const Span span = lines_[line];
  const std::string_view head = Text(line).substr(0, kInlineBylineBytes);
  FoundDate date;
  if (head.find('|') == std::string_view::npos) return;
  if (!FindDate(head, 0, &date) || !date.has_time || date.span.end >= head.size()) return;
  const std::string_view before = head.substr(0, date.span.begin);
  const size_t bar = before.rfind('|');
  const bool is_byline = bar != std::string_view::npos && before.size() - bar < 12;
  if (!is_byline) return;
  // The names before the bar begin after the last sentence or notice.
  size_t begin = bar;
  while (begin > 0 && bar - begin < kMaxNameBytes) {
    const char c = before[begin - 1];
    const bool is_initial = c == '.' && begin >= 2 && IsAsciiUpper(before[begin - 2]) &&
                            (begin == 2 || !IsAsciiAlnum(before[begin - 3]));
    if ((c == '.' && !is_initial) || c == '!' || c == '?') break;
    if (IsAsciiLower(c) && IsAsciiUpper(before[begin])) break;
    --begin;
  }
  if (bar - begin >= kMaxNameBytes) return;
  uint32_t end = span.begin + date.span.end;
  while (end < span.end && IsAsciiSpace(page_[end])) ++end;
  found_.cuts.push_back({{span.begin + static_cast<uint32_t>(begin), end}, CutReason::kByline});
  if (kWithTime > best_.trust) best_ = {kWithTime, date.day, {}, line};
}

// Datelines and author lines glued to the first sentences.
void Reader::ReadHeads(size_t first) {
  constexpr size_t kHeads = 6;
  bool has_byline = false;
  for (size_t line = first; line < lines_.size() && line < first + kHeads; ++line) {
    const Day day = FindDateline(Text(line));
    if (day.known() && best_.trust < kPlainLine) {
      best_ = {kPlainLine, day, {}, line};
      found_.date = day;
    }
    if (has_byline) continue;
    const Span byline = FindGluedByline(page_, lines_[line]);
    has_byline = !byline.empty();
    if (has_byline) found_.cuts.push_back({byline, CutReason::kByline});
  }
}

// A line that is an agency's name and nothing else, near the top: the copy is theirs.
void Reader::ReadAgency(size_t first) {
  for (size_t line = first; line < lines_.size() && line < first + 6; ++line) {
    const std::string_view text = Text(line);
    if (!found_.source.empty() || text.size() > 30 || text.find('-') != std::string_view::npos)
      continue;
    const std::string_view outlet = outlets_.FindByName(text);
    if (outlet.empty()) continue;
    found_.source = outlet;
    found_.cuts.push_back({lines_[line], CutReason::kByline});
  }
}

bool Reader::LooksLikeSource(std::string_view text) const {
  if (!outlets_.FindByName(text).empty()) return true;
  // A slug or a domain; any other word may be part of the story.
  return text.size() <= 40 && !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
           return IsAsciiLower(c) || IsAsciiDigit(c) || c == '-' || c == '.' || c == '_';
         });
}

bool Reader::LooksLikeTitle(size_t line) const {
  const std::string_view text = Text(line);
  if (text.size() > kMaxTitleBytes || text.size() < 12) return false;
  std::vector<PageWord> words;
  SplitWords(page_, lines_[line], &words);
  if (words.size() < 3 || words.size() > 40) return false;
  const char last = text.back();
  return last != '.' && last != ':' && last != ',' && last != ';' && !IsTemperature(text);
}

void Reader::ReadTitle(size_t first) {
  if (!found_.title.empty()) return;
  const auto is_cut = [this](size_t line) {
    const auto overlaps = [&](const Cut& cut) { return cut.span.Overlaps(lines_[line]); };
    return std::any_of(found_.cuts.begin(), found_.cuts.end(), overlaps) ||
           std::any_of(noise_.begin(), noise_.end(), overlaps);
  };
  size_t line = first;
  while (line < lines_.size() && line < first + 4 && is_cut(line)) ++line;
  if (line >= lines_.size() || is_cut(line) || !LooksLikeTitle(line)) return;
  const std::string_view text = Text(line);
  std::string source;
  const size_t size = SplitTitle(text, outlets_, &source);
  found_.title = text.substr(0, size);
  if (!source.empty()) {
    if (found_.source.empty()) found_.source = source;
    const auto begin = static_cast<uint32_t>(lines_[line].begin + size);
    found_.cuts.push_back({{begin, lines_[line].end}, CutReason::kByline});
  }
}

}  // namespace

size_t SplitTitle(std::string_view title, const Outlets& outlets, std::string* source) {
  constexpr std::string_view kSeparators[] = {" \u2013 ", " \u2014 ", " - ", " | ",
                                              " :: ",     " \u00B7 ", " // "};
  size_t best = std::string_view::npos;
  size_t best_size = 0;
  for (std::string_view separator : kSeparators) {
    const size_t at = title.rfind(separator);
    if (at == std::string_view::npos || (best != std::string_view::npos && at < best)) continue;
    best = at;
    best_size = separator.size();
  }
  if (best == std::string_view::npos || best == 0) return title.size();
  const std::string_view outlet = outlets.FindByName(TrimAscii(title.substr(best + best_size)));
  if (outlet.empty()) return title.size();
  *source = outlet;
  // "Title | World | The Paper": what stands before may be the paper's section; it stays with the
  // title.
  return TrimAscii(title.substr(0, best)).size();
}

PageMetadata ReadMetadata(std::string_view page, const std::vector<PageLine>& lines,
                          const std::vector<Cut>& noise, const Outlets& outlets, bool is_page) {
  Reader reader(page, lines, noise, outlets);
  return is_page ? reader.ReadPage() : reader.ReadRecord();
}

}  // namespace claimscope
