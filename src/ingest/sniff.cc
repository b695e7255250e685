#include "ingest/sniff.h"

#include <algorithm>

#include "base/strings.h"

namespace claimscope {
namespace {

using std::string_view_literals::operator""sv;

struct Magic {
  std::string_view bytes;
  std::string_view what;
  bool is_sure =
      true;  // false: an article may begin with these letters, so the rest must look binary too
};

// Kinds of file that people drop by mistake; saying what it is helps more than "binary".
constexpr Magic kMagics[] = {
    {"\x89PNG\r\n"sv, "a PNG picture"},
    {"\xFF\xD8\xFF"sv, "a JPEG picture"},
    {"GIF8"sv, "a GIF picture", false},
    {"RIFF"sv, "a sound, picture or video file", false},
    {"%PDF-"sv, "a PDF document"},
    {"\x1F\x8B"sv, "the begin of a gzip archive"},
    {"\xD0\xCF\x11\xE0"sv, "an old office document"},
    {"{\\rtf"sv, "an RTF document"},
    {"\xFD"
     "7zXZ\0"sv,
     "an xz archive"},
    {"7z\xBC\xAF"sv, "a 7-Zip archive"},
    {"BZh"sv, "a bzip2 archive", false},
    {"Rar!"sv, "a RAR archive", false},
    {"\x7F"
     "ELF"sv,
     "a program"},
    {"MZ\x90"sv, "a program"},
    {"\0asm"sv, "a program"},
    {"OggS"sv, "a sound file", false},
    {"ID3"sv, "a sound file", false},
    {"SQLite format 3"sv, "an SQLite database", false},
};

std::string_view SkipSpace(std::string_view text) {
  size_t at = 0;
  while (at < text.size() && IsAsciiSpace(text[at])) ++at;
  return text.substr(at);
}

bool BeginsJson(std::string_view text) {
  if (text.empty() || (text[0] != '{' && text[0] != '[')) return false;
  std::string_view rest = SkipSpace(text.substr(1));
  if (text[0] == '{') return rest.empty() || rest[0] == '"' || rest[0] == '}' || rest[0] == '\'';
  while (!rest.empty() && rest[0] == '[') rest = SkipSpace(rest.substr(1));
  return rest.empty() || rest[0] == '{' || rest[0] == ']' || rest[0] == '"';
}

// Many control characters, or zeros side by side: no text has them, a damaged one has a few zeros.
bool LooksBinary(std::string_view head) {
  head = head.substr(0, 4096);
  const auto controls = std::count_if(head.begin(), head.end(), [](char c) {
    // Old terminals' escapes, and what parts the fields of some tables.
    const bool is_harmless = c == '\x1B' || c == '\x1F' || c == '\x1E' || c == '\x01';
    return static_cast<unsigned char>(c) < 0x20 && !IsAsciiSpace(c) && !is_harmless;
  });
  return head.find("\0\0\0\0"sv) != std::string_view::npos ||
         controls * 20 > static_cast<std::ptrdiff_t>(head.size());
}

// The name in a start tag that `text` begins with, without what stands before a ':'; empty when
// there is none.
std::string_view TagName(std::string_view text) {
  if (text.size() < 2 || text[0] != '<' || !IsAsciiAlpha(text[1])) return {};
  const size_t end = text.find_first_of(" \t\r\n/>", 1);
  return end == std::string_view::npos ? std::string_view() : text.substr(1, end - 1);
}

// Past comments, <?...?>, <!DOCTYPE ...> and white space, up to the first element.
struct Prolog {
  bool is_xml = false, is_html = false, has_comment = false;
};
std::string_view SkipProlog(std::string_view text, Prolog* out) {
  for (;;) {
    text = SkipSpace(text);
    std::string_view close;
    if (StartsWith(text, "<!--")) {
      close = "-->";
      out->has_comment = true;
    } else if (StartsWith(text, "<?")) {
      close = "?>";
      out->is_xml = out->is_xml || StartsWithIgnoreAsciiCase(text, "<?xml");
    } else if (StartsWithIgnoreAsciiCase(text, "<!doctype")) {
      const bool html = StartsWithIgnoreAsciiCase(SkipSpace(text.substr(9)), "html");
      out->is_html = out->is_html || html;
      out->is_xml = out->is_xml || !html;
      close = ">";
    } else {
      return text;
    }
    const size_t end = text.find(close);
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + close.size());
  }
}

bool IsHtmlTag(std::string_view name) {
  constexpr std::string_view kTags[] = {
      "html", "head", "body",     "title",   "meta",      "link",   "script", "style",
      "div",  "p",    "span",     "section", "main",      "header", "nav",    "h1",
      "h2",   "ul",   "ol",       "table",   "a",         "img",    "br",     "b",
      "i",    "em",   "strong",   "article", "base",      "center", "h3",     "h4",
      "font", "form", "dl",       "hr",      "pre",       "aside",  "footer", "figure",
      "tr",   "td",   "noscript", "iframe",  "blockquote"};
  return std::find(std::begin(kTags), std::end(kTags), AsciiLower(name)) != std::end(kTags);
}

// Whether an element that is one article begins in `text`.
bool HasRecords(std::string_view text, const FieldNames& names) {
  for (size_t at = 0; (at = text.find('<', at)) != std::string_view::npos; ++at) {
    const std::string_view name = TagName(text.substr(at));
    if (!name.empty() && names.IsRecord(name)) return true;
  }
  return false;
}

// Names and values of mail, with the one that says how its parts are packed.
bool BeginsMail(std::string_view head) {
  const size_t colon = head.find(':');
  if (colon == std::string_view::npos || colon > 40 || colon == 0) return false;
  const auto is_name = [](char c) { return IsAsciiAlnum(c) || c == '-'; };
  if (!std::all_of(head.begin(), head.begin() + static_cast<std::ptrdiff_t>(colon), is_name)) {
    return false;
  }
  size_t end = head.find("\n\r\n");
  end = std::min(end, head.find("\n\n"));
  if (end == std::string_view::npos) return false;
  const std::string headers = "\n" + AsciiLower(head.substr(0, end));
  return headers.find("\nmime-version:") != std::string::npos &&
         headers.find("\ncontent-type:") != std::string::npos;
}

// Front matter between two lines of "---" (or "+++"), or a heading and other marks of Markdown.
bool BeginsMarkdown(std::string_view text) {
  for (std::string_view fence : {"---", "+++"}) {
    if (!StartsWith(text, fence)) continue;
    const std::string_view rest = text.substr(3, text.find('\n') - 3);
    const size_t next = text.find('\n');
    if (next == std::string_view::npos || !TrimAscii(rest).empty()) return false;
    const std::string_view body = text.substr(next + 1);
    const std::string_view line = body.substr(0, body.find('\n'));
    const bool has_field = line.find(fence[0] == '-' ? ':' : '=') != std::string_view::npos;
    return has_field || StartsWith(line, "#");
  }
  const bool has_heading = StartsWith(text, "# ");
  return has_heading && (text.find("\n## ") != std::string_view::npos ||
                         text.find("](http") != std::string_view::npos ||
                         text.find("**") != std::string_view::npos);
}

// Of markup: is it a page, a list of articles, or neither?
Format FormatOfMarkup(std::string_view text, const FieldNames& names, bool* has_markup) {
  Prolog prolog;
  const std::string_view content = SkipProlog(text, &prolog);
  const std::string_view name = TagName(content);
  *has_markup = prolog.is_xml || prolog.is_html || !name.empty();
  if (prolog.is_html || EqualsIgnoreAsciiCase(name, "html")) return Format::kHtml;
  if (!prolog.is_xml && IsHtmlTag(name)) return Format::kHtml;
  if (*has_markup && HasRecords(content, names)) return Format::kXml;
  if (prolog.is_xml) return IsHtmlTag(name) ? Format::kHtml : Format::kRefused;
  // A comment begins a page whatever element follows, or none.
  *has_markup = *has_markup || prolog.has_comment;
  return prolog.has_comment ? Format::kHtml : Format::kText;
}

}  // namespace

bool ShowsJsonLines(std::string_view head) {
  int in_a_row = 0;
  for (std::string_view line : Split(head, '\n')) {
    line = TrimAscii(line);
    if (line.empty()) continue;
    in_a_row = line.size() > 2 && StartsWith(line, "{\"") && line.back() == '}' ? in_a_row + 1 : 0;
    if (in_a_row == 2) return true;
  }
  return false;
}

constexpr std::string_view kFormatNames[] = {"text", "html", "markdown", "json", "csv",
                                             "xml",  "warc", "mail",     ""};

std::string_view NameOf(Format format) { return kFormatNames[static_cast<size_t>(format)]; }

bool FindFormat(std::string_view name, Format* format) {
  const auto* const at = std::find(std::begin(kFormatNames), std::end(kFormatNames), name);
  if (name.empty() || at == std::end(kFormatNames)) return false;
  *format = static_cast<Format>(at - std::begin(kFormatNames));
  return true;
}

bool IsFormat(std::string_view name) {
  Format format;
  return FindFormat(name, &format);
}

Sniffed Sniff(std::string_view head, bool is_whole, const FieldNames& names) {
  Sniffed sniffed;
  const auto refuse = [&sniffed](std::string reason) {
    sniffed.format = Format::kRefused;
    sniffed.reason = std::move(reason);
    return sniffed;
  };
  const bool is_binary = LooksBinary(head);
  for (const Magic& magic : kMagics) {
    if (StartsWith(head, magic.bytes) && (magic.is_sure || is_binary)) {
      return refuse("This is " + std::string(magic.what) + ", which is not read.");
    }
  }
  while (StartsWith(head.substr(sniffed.skip_bytes), "\xEF\xBB\xBF")) sniffed.skip_bytes += 3;
  head.remove_prefix(sniffed.skip_bytes);
  if (StartsWith(head, "WARC/")) {
    sniffed.format = Format::kWarc;
    return sniffed;
  }
  if (is_binary) return refuse("This is not text: it holds binary data.");
  const std::string_view content = SkipSpace(head);
  if (BeginsJson(content) || ShowsJsonLines(head)) {
    sniffed.format = Format::kJson;
  } else if (StartsWith(content, "<")) {
    sniffed.format = FormatOfMarkup(content, names, &sniffed.has_markup);
    if (sniffed.format == Format::kRefused) {
      return refuse("This is XML without any element that is known to be an article.");
    }
  } else if (BeginsMail(content)) {
    sniffed.format = Format::kMail;
  } else if (BeginsMarkdown(content)) {
    sniffed.format = Format::kMarkdown;
  } else if (DetectCsv(head, is_whole, names, &sniffed.csv)) {
    sniffed.format = Format::kCsv;
    sniffed.skip_bytes += sniffed.csv.skip_bytes;
  }
  return sniffed;
}

}  // namespace claimscope
