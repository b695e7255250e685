// Date lines of a page, and author lines that hold a date.
#include "clean/metadata_reader.h"

#include <algorithm>

#include "base/strings.h"
#include "base/utf8.h"
#include "clean/bylines.h"
#include "clean/dates.h"

namespace claimscope {
namespace {

constexpr size_t kBottomLines = 20;  // and from the bottom, that may hold the article's date
constexpr size_t kHeadLines = 4;     // where "OUTLET, DATE" may stand
constexpr size_t kMaxDateLineWords = 16;
constexpr size_t kBylineWords = 10;  // and so many more, of its author or its second date
constexpr int kFirstPageYear = 1980;
constexpr size_t kInlineBylineBytes = 400;
constexpr size_t kMaxNameBytes = 80;

bool HasWord(const std::vector<PageWord>& words, std::string_view word) {
  const uint64_t hash = HashWord(word);
  return std::any_of(words.begin(), words.end(),
                     [hash](const PageWord& w) { return w.hash == hash; });
}

// "The Northern Daily, 8 October 2024": only names and a mark before the date, and nothing behind?
bool NameBeforeDate(std::string_view text, const FoundDate& date) {
  constexpr std::string_view kMarks[] = {",", "|", "-", "\u2013", "\u2014", "\u00B7", " "};
  if (date.span.end < text.size()) return false;
  std::string_view name = text.substr(0, date.span.begin);
  bool marked = false;
  for (size_t i = 0; i < std::size(kMarks);) {
    if (!EndsWith(name, kMarks[i])) {
      ++i;
      continue;
    }
    marked = marked || kMarks[i] != " ";
    name.remove_suffix(kMarks[i].size());
    i = 0;
  }
  if (name.empty() || !marked) return false;
  for (std::string_view word : Split(name, ' ')) {
    if (word.empty() || IsAsciiLower(word[0])) return false;
  }
  return true;
}

}  // namespace

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

// " date 2025-07-01 The army says ...": a scraper's mark before the first sentence, which stays.
std::optional<DateLine> MetadataReader::DatePrefix(size_t line) const {
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

DateLine MetadataReader::DateOfLine(size_t line) const {
  DateLine result;
  const std::string_view text = Text(line);
  if (text.size() > 200) return result;
  std::vector<PageWord> words;
  SplitWords(page_, lines_[line], &words);
  FoundDate date;
  const bool is_byline =
      StartsWithIgnoreAsciiCase(text, "by ") || text.find('|') != std::string_view::npos;
  const bool is_told_so = StartsWithIgnoreAsciiCase(text, "published");
  if (words.size() > kMaxDateLineWords + (is_byline || is_told_so ? kBylineWords : 0)) {
    return result;
  }
  if (!FindDate(text, 0, &date, page_)) return result;
  // A sentence that holds a date tells of an event; a date line is little else than the date, or
  // than two of them.
  size_t others = words.size();
  for (FoundDate next = date;;) {
    others -=
        static_cast<size_t>(std::count_if(words.begin(), words.end(), [&](const PageWord& word) {
          const uint32_t at = word.begin - lines_[line].begin;
          return at >= next.span.begin && at < next.span.end;
        }));
    const size_t end = next.span.end;
    if (!FindDate(text, end, &next) || next.span.begin < end) break;
  }
  const bool is_published = HasWord(words, "published") || HasWord(words, "posted") ||
                            HasWord(words, "публікація") || HasWord(words, "опубликовано") ||
                            HasWord(words, "опубліковано");
  // "Update: 3 May 2024", not "Kyiv said in an update on 3 May"
  const bool is_updated = HasWord(words, "updated") || (others <= 3 && HasWord(words, "update")) ||
                          HasWord(words, "modified") || HasWord(words, "оновлено") ||
                          HasWord(words, "обновлено");
  if (others > 6 && !is_published && !is_updated && !is_byline) return result;
  // "June 22, 1941. The invasion begins" heads a chapter; it dates no page.
  const bool is_marked = is_published || is_updated || is_byline || date.has_time;
  const bool is_named = line > 0 && line < kHeadLines && NameBeforeDate(text, date);
  if (others > 2 && !is_marked && !is_named) return result;
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

// "The Northern Daily, Updated 3 May 2024", "By A. Berg | BBC News": the outlet that a date line
// names between its commas and bars.
std::string_view MetadataReader::OutletIn(std::string_view text) const {
  while (!text.empty()) {
    const size_t end = std::min(text.find_first_of(",|"), text.size());
    std::string_view name = text.substr(0, end);
    if (StartsWithIgnoreAsciiCase(name, "source:")) name.remove_prefix(7);
    const std::string_view outlet = outlets_.FindByName(TrimAscii(name));
    if (!outlet.empty()) return outlet;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return {};
}

void MetadataReader::ReadDates(size_t first) {
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
    if (line < first + kHeadLines && found_.source.empty()) found_.source = OutletIn(Text(line));
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
void MetadataReader::ReadInlineByline(size_t line) {
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
void MetadataReader::ReadHeads(size_t first) {
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

}  // namespace claimscope
