#include "ui/reader_source.h"

#include <algorithm>

#include "base/strings.h"
#include "base/utf8.h"
#include "ui/format.h"
#include "ui/widgets.h"

namespace claimscope {
namespace {

constexpr size_t kLongestTag = 4096;
constexpr size_t kEndLetters = 32;  // bytes of letters that tell where cut words begin and end
constexpr size_t kMostApart = 4;    // words that something was cut out of take at most so much more

struct Sign {
  char32_t value = 0;  // 0: nothing that is read
  uint32_t size = 1;   // bytes of the raw text
};

bool ReadHex(std::string_view digits, char32_t* value) {
  *value = 0;
  for (const char c : digits) {
    const int digit = IsAsciiDigit(c) ? c - '0' : AsciiLower(c) - 'a' + 10;
    if (!IsAsciiAlnum(c) || digit > 15) return false;
    *value = *value << 4 | static_cast<char32_t>(digit);
  }
  return !digits.empty();
}

// "\u0041", "\n", "\"".
Sign ReadEscape(std::string_view raw) {
  char32_t value = 0;
  if (raw.size() >= 6 && raw[1] == 'u' && ReadHex(raw.substr(2, 4), &value)) {
    char32_t low = 0;
    const bool is_pair = value >= 0xD800 && value < 0xDC00 && raw.size() >= 12 && raw[6] == '\\' &&
                         raw[7] == 'u' && ReadHex(raw.substr(8, 4), &low) && low >= 0xDC00 &&
                         low < 0xE000;
    if (is_pair) return {0x10000 + ((value - 0xD800) << 10) + (low - 0xDC00), 12};
    return {value, 6};
  }
  const bool is_letter = raw.size() >= 2 && std::string_view("ntrbf").find(raw[1]) != raw.npos;
  return {0, is_letter ? 2u : 1u};
}

// "&#8217;", "&#x2019;", "&nbsp;"; of named ones only that they are there.
Sign ReadCharacter(std::string_view raw) {
  const size_t end = raw.substr(0, 12).find(';');
  if (end == std::string_view::npos || end < 3) return {0, 1};
  const std::string_view name = raw.substr(1, end - 1);
  const auto size = static_cast<uint32_t>(end + 1);
  char32_t value = 0;
  int64_t number = 0;
  if (name[0] == '#' && (name[1] == 'x' || name[1] == 'X') && ReadHex(name.substr(2), &value))
    return {value, size};
  if (name[0] == '#' && ParseInt(name.substr(1), &number) && number > 0 && number < 0x110000)
    return {static_cast<char32_t>(number), size};
  const bool is_name = std::all_of(name.begin(), name.end(), IsAsciiAlnum);
  return {0, is_name ? size : 1};
}

Sign ReadTag(std::string_view raw) {
  const char next = raw.size() > 1 ? raw[1] : ' ';
  if (!IsAsciiAlpha(next) && next != '/' && next != '!') return {0, 1};
  const size_t end = raw.substr(0, kLongestTag).find('>');
  return {0, end == std::string_view::npos ? 1 : static_cast<uint32_t>(end + 1)};
}

Sign ReadSign(std::string_view raw) {
  if (raw[0] == '<') return ReadTag(raw);
  if (raw[0] == '\\') return ReadEscape(raw);
  if (raw[0] == '&') return ReadCharacter(raw);
  const CodePoint c = DecodeUtf8(raw, 0);
  return {c.value, std::max<uint32_t>(c.size_bytes, 1)};
}

void AppendLetter(char32_t value, std::string* letters) {
  const char32_t folded = value != 0 && IsWordCodePoint(value) ? FoldCodePoint(value) : 0;
  if (folded != 0) AppendUtf8(folded, letters);
}

std::string LettersOf(std::string_view words) {
  std::string letters;
  for (size_t at = 0; at < words.size();) {
    const CodePoint c = DecodeUtf8(words, at);
    AppendLetter(c.value, &letters);
    at += std::max<uint32_t>(c.size_bytes, 1);
  }
  return letters;
}

std::string WhereOf(const SourceText& source, std::string_view path) {
  std::string where(path);
  if (source.text.empty()) return where;
  where += ", bytes " + FormatCount(source.begin) + " to " + FormatCount(source.end) + " of " +
           FormatCount(source.total);
  return where;
}

}  // namespace

RawText::RawText(std::string_view raw) {
  for (size_t at = 0; at < raw.size();) {
    const Sign sign = ReadSign(raw.substr(at));
    AppendLetter(sign.value, &letters_);
    begin_.resize(letters_.size(), static_cast<uint32_t>(at));
    end_.resize(letters_.size(), static_cast<uint32_t>(at + sign.size));
    at += sign.size;
  }
}

std::optional<Span> RawText::Between(size_t first, size_t last) const {
  return Span{begin_[first], end_[last - 1]};
}

std::optional<Span> RawText::Find(std::string_view words, uint32_t from) const {
  const std::string letters = LettersOf(words);
  if (letters.empty()) return std::nullopt;
  const auto start =
      static_cast<size_t>(std::lower_bound(begin_.begin(), begin_.end(), from) - begin_.begin());
  const size_t whole = letters_.find(letters, start);
  if (whole != std::string::npos) return Between(whole, whole + letters.size());
  if (letters.size() < 2 * kEndLetters) return std::nullopt;
  const size_t begin = letters_.find(letters.substr(0, kEndLetters), start);
  if (begin == std::string::npos) return std::nullopt;
  const size_t end = letters_.find(letters.substr(letters.size() - kEndLetters), begin);
  if (end == std::string::npos || end - begin > kMostApart * letters.size()) return std::nullopt;
  return Between(begin, end + kEndLetters);
}

SourceShown PrepareSource(const Session& session, ArticleRef article) {
  const Segment& segment = session.workspace().SegmentAt(article.segment);
  const SourceText& source = session.source;
  SourceShown shown;
  shown.where = WhereOf(source, PathOfArticle(segment.ArticleAt(article.article).id));
  shown.missing = source.missing;
  shown.text.text = source.text;
  const auto size = static_cast<uint32_t>(source.text.size());
  if (size == 0) return shown;
  shown.text.runs.push_back({0, size, 0, size, RunStyle::kText});
  const RawText raw(source.text);
  uint32_t from = 0;
  for (const uint32_t row : segment.ClaimsOf(article.article)) {
    const std::string quote = segment.QuoteAt(row);
    std::optional<Span> found = raw.Find(quote, from);
    if (!found) found = raw.Find(quote, 0);
    if (!found) continue;
    from = found->begin;
    const auto kind = static_cast<Kind>(segment.kinds()[row]);
    shown.marks.push_back({row, found->begin, found->end, kind, false});
  }
  return shown;
}

float DrawSourceHead(const ReaderPanel& panel, const Frame& frame, float x, float y, float width) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const Session& session = frame.session;
  const SourceText& source = session.source;
  const Segment& segment = session.workspace().SegmentAt(panel.segment);
  const std::string path(PathOfArticle(segment.ArticleAt(panel.article).id));
  y += DrawParagraph(list, frame.Bold(kTitleText, frame.theme.text), {x, y}, width, 26,
                     "In the source") +
       6;
  y += DrawParagraph(list, frame.Text(kUiText, frame.theme.quiet), {x, y}, width, 19,
                     WhereOf(source, path));
  const auto mark = std::find_if(panel.marks.begin(), panel.marks.end(), [&](const MarkedPart& m) {
    return session.selected() && m.row == session.selected()->row;
  });
  std::string note;
  if (!source.missing.empty()) {
    note = source.missing;
  } else if (source.text.empty()) {
    note = "Reading the file…";
  } else if (mark == panel.marks.end()) {
    if (session.selected()) note = "The claim's words do not stand in this record in one piece.";
  } else if (source.as_is) {
    note = "The claim: bytes " + FormatCount(source.begin + mark->begin) + " to " +
           FormatCount(source.begin + mark->end);
  }
  const bool is_plain = !source.text.empty();
  y += DrawParagraph(list, frame.Text(kUiText, is_plain ? frame.theme.quiet : frame.theme.text),
                     {x, y}, width, 19, note);
  if (Link(frame, "Back to the article", "Back to the article", {{x, y}, {x + 126, y + 24}},
           kUiText))
    frame.Do("show-source");
  return y + 24 + kMargin;
}

}  // namespace claimscope
