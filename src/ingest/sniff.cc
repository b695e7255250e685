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
    {"PK\x03\x04"sv, "a zip archive or an office document"},
    {"PK\x05\x06"sv, "an empty zip archive"},
    {"\xD0\xCF\x11\xE0"sv, "an old office document"},
    {"{\\rtf"sv, "an RTF document"},
    {"\x28\xB5\x2F\xFD"sv, "a zstd archive"},
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
    {"\xFF\xFE"sv, "text in UTF-16; save it as UTF-8"},
    {"\xFE\xFF"sv, "text in UTF-16; save it as UTF-8"},
};

bool IsSpace(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

std::string_view SkipSpace(std::string_view text) {
  size_t at = 0;
  while (at < text.size() && IsSpace(text[at])) ++at;
  return text.substr(at);
}

bool BeginsJson(std::string_view text) {
  if (text.empty() || (text[0] != '{' && text[0] != '[')) return false;
  std::string_view rest = SkipSpace(text.substr(1));
  if (text[0] == '{') return rest.empty() || rest[0] == '"' || rest[0] == '}' || rest[0] == '\'';
  while (!rest.empty() && rest[0] == '[') rest = SkipSpace(rest.substr(1));
  return rest.empty() || rest[0] == '{' || rest[0] == ']' || rest[0] == '"';
}

// NDJSON whose first lines are damaged: two lines in a row that are whole objects by their looks.
bool HasJsonLines(std::string_view head) {
  int in_a_row = 0;
  for (std::string_view line : Split(head, '\n')) {
    line = TrimAscii(line);
    if (line.empty()) continue;
    in_a_row = line.size() > 2 && StartsWith(line, "{\"") && line.back() == '}' ? in_a_row + 1 : 0;
    if (in_a_row == 2) return true;
  }
  return false;
}

// NUL, or many control characters: no text has them.
bool LooksBinary(std::string_view head) {
  head = head.substr(0, 4096);
  const auto controls = std::count_if(head.begin(), head.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 && !IsAsciiSpace(c) && c != '\x1B';
  });
  return head.find('\0') != std::string_view::npos ||
         controls * 20 > static_cast<std::ptrdiff_t>(head.size());
}

bool BeginsHtml(std::string_view text) {
  return StartsWithIgnoreAsciiCase(text, "<!doctype html") ||
         StartsWithIgnoreAsciiCase(text, "<html") || StartsWithIgnoreAsciiCase(text, "<head");
}

}  // namespace

Sniffed Sniff(std::string_view head) {
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
  if (is_binary) return refuse("This is not text: it holds binary data.");
  const std::string_view content = SkipSpace(head);
  if (BeginsHtml(content)) sniffed.format = Format::kHtml;
  if (BeginsJson(content) || HasJsonLines(head)) sniffed.format = Format::kJson;
  return sniffed;
}

}  // namespace claimscope
