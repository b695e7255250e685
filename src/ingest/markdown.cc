#include "ingest/markdown.h"

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "ingest/records.h"

namespace claimscope {
namespace {

std::string_view TakeLine(std::string_view* text) {
  const size_t end = text->find('\n');
  std::string_view line = text->substr(0, end);
  text->remove_prefix(end == std::string_view::npos ? text->size() : end + 1);
  if (EndsWith(line, "\r")) line.remove_suffix(1);
  return line;
}

// "quoted", 'quoted', [first, second] -> first; a comment after the value is left out.
std::string PlainScalar(std::string_view value) {
  value = TrimAscii(value);
  if (StartsWith(value, "[")) value = TrimAscii(value.substr(1, value.find_first_of(",]") - 1));
  if (value.empty()) return {};
  const char quote = value[0];
  if (quote != '"' && quote != '\'') {
    return std::string(TrimAscii(value.substr(0, value.find(" #"))));
  }
  std::string out;
  for (size_t at = 1; at < value.size(); ++at) {
    if (value[at] == quote) {
      if (quote != '\'' || value.substr(at, 2) != "''") break;
      ++at;
    } else if (quote == '"' && value[at] == '\\' && at + 1 < value.size()) {
      ++at;
      if (value[at] == 'n') {
        out += '\n';
        continue;
      }
    }
    out += value[at];
  }
  return out;
}

struct FrontMatter {
  const FieldNames& names;
  RawArticle* article;
  std::array<int, kFieldCount> ranks;

  void Set(const FieldName& name, std::string value) {
    int& rank = ranks[static_cast<size_t>(name.field)];
    if (name.rank >= rank || value.empty() || name.field == Field::kText) return;
    rank = name.rank;
    *SlotOf(name.field, article) = std::move(value);
  }
};

// Up to the closing fence. Lines further in belong to the last name: a folded text or a list.
void ReadFrontMatter(std::string_view* text, char separator, std::string_view fence,
                     FrontMatter* front) {
  FieldName name{};
  bool is_open = false;  // the last name is known and had no value in its own line
  std::string folded;
  const auto close = [&] {
    if (is_open) front->Set(name, folded);
    folded.clear();
    is_open = false;
  };
  while (!text->empty()) {
    const std::string_view line = TakeLine(text);
    if (TrimAscii(line) == fence || line == "...") break;
    const bool is_inner = StartsWith(line, " ") || StartsWith(line, "\t") || StartsWith(line, "-");
    if (is_inner) {
      std::string_view part = TrimAscii(line);
      const bool is_item = StartsWith(part, "- ");
      if (is_item) part.remove_prefix(2);
      if (is_item && !folded.empty()) continue;  // the first of several counts
      if (!folded.empty()) folded += ' ';
      if (is_open) folded += PlainScalar(part);
      continue;
    }
    close();
    const size_t at = line.find(separator);
    if (at == std::string_view::npos || !front->names.Find(line.substr(0, at), &name)) continue;
    const std::string_view value = TrimAscii(line.substr(at + 1));
    is_open = value.empty() || value[0] == '|' || value[0] == '>';
    if (!is_open) front->Set(name, PlainScalar(value));
  }
  close();
}

// "[words](address)" -> words; "![words](address)" -> nothing; marks of emphasis and code away.
void AppendInline(std::string_view line, std::string* out) {
  // Where the next link has its middle and its end: looked for once, however many brackets open.
  size_t middle = 0, end = 0;
  for (size_t at = 0; at < line.size();) {
    const bool is_picture = line[at] == '!' && at + 1 < line.size() && line[at + 1] == '[';
    if (is_picture || line[at] == '[') {
      const size_t begin = at + (is_picture ? 2 : 1);
      if (middle < begin || at == 0) {
        middle = line.find("](", begin);
        end = middle == std::string_view::npos ? middle : line.find(')', middle);
      }
      const size_t inner = line.find('[', begin);
      if (end != std::string_view::npos && (inner == std::string_view::npos || inner > middle)) {
        if (!is_picture) AppendInline(line.substr(begin, middle - begin), out);
        at = end + 1;
        continue;
      }
    }
    const char c = line[at];
    if (c == '\\' && at + 1 < line.size() && !IsAsciiAlnum(line[at + 1])) {
      *out += line[at + 1];
      at += 2;
      continue;
    }
    // "_" within a word is a letter of a name; elsewhere it is emphasis, as "*" and "`" always are.
    const bool in_word =
        at > 0 && at + 1 < line.size() && IsAsciiAlnum(line[at - 1]) && IsAsciiAlnum(line[at + 1]);
    const bool is_spaced =
        at + 1 < line.size() && line[at + 1] == ' ' && (at == 0 || line[at - 1] == ' ');
    const bool is_mark = (c == '*' && !is_spaced) || c == '`' || (c == '_' && !in_word);
    if (!is_mark) *out += c;
    ++at;
  }
}

// What a line begins with: quotes, list signs, headings.
std::string_view DropBlockMarks(std::string_view line, size_t* heading) {
  *heading = 0;
  while (StartsWith(line, "> ") || line == ">")
    line.remove_prefix(std::min<size_t>(2, line.size()));
  const size_t signs = std::min(line.find_first_not_of('#'), line.size());
  if (signs > 0 && signs <= 6 && signs < line.size() && line[signs] == ' ') {
    *heading = signs;
    return TrimAscii(line.substr(signs));
  }
  const std::string_view inner = TrimAscii(line);
  if (StartsWith(inner, "- ") || StartsWith(inner, "* ") || StartsWith(inner, "+ ")) {
    return TrimAscii(inner.substr(2));
  }
  return line;
}

}  // namespace

std::string ReadMarkdown(std::string_view text, const FieldNames& names, RawArticle* article) {
  while (!text.empty() && IsAsciiSpace(text[0])) text.remove_prefix(1);
  FrontMatter front{names, article, {}};
  front.ranks.fill(256);
  for (std::string_view fence : {"---", "+++"}) {
    if (!StartsWith(text, fence)) continue;
    TakeLine(&text);
    ReadFrontMatter(&text, fence[0] == '-' ? ':' : '=', fence, &front);
    break;
  }
  std::string out;
  bool in_code = false;
  while (!text.empty()) {
    const std::string_view line = TakeLine(&text);
    if (StartsWith(TrimAscii(line), "```")) {
      in_code = !in_code;
      continue;
    }
    size_t heading = 0;
    std::string plain;
    AppendInline(in_code ? line : DropBlockMarks(line, &heading), &plain);
    if (heading == 1 && article->title.empty() && TrimAscii(out).empty()) {
      article->title = TrimAscii(plain);
      continue;
    }
    out += plain;
    out += '\n';
  }
  article->is_page = article->title.empty();
  return out;
}

}  // namespace claimscope
