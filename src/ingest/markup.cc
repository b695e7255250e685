#include "ingest/markup.h"

#include <algorithm>

#include "base/strings.h"
#include "base/utf8.h"

namespace claimscope {
namespace {

bool IsNameStart(char c) {
  return IsAsciiAlpha(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

// Whether the '<' at `at` begins a tag or declaration; not yet where the text ends with it.
bool BeginsTag(std::string_view markup, size_t at) {
  if (at + 1 >= markup.size()) return false;
  const char next = markup[at + 1];
  return IsNameStart(next) || next == '/' || next == '!' || next == '?';
}

// The end of a tag: the first '>' outside quotes, or the '<' of the next tag, where its own '>' is
// missing. Quotes only count as values of attributes, so that a stray apostrophe does not swallow
// the file.
size_t TagEnd(std::string_view markup, size_t at) {
  while (at < markup.size() && markup[at] != '>') {
    if (markup[at] == '<' && BeginsTag(markup, at)) return at;
    if (markup[at] == '=') {
      size_t value = at + 1;
      while (value < markup.size() && IsAsciiSpace(markup[value])) ++value;
      if (value < markup.size() && (markup[value] == '"' || markup[value] == '\'')) {
        // XML allows no '<' in a value: one that is not closed before it has lost its quote.
        const char stops[] = {markup[value], '<'};
        const size_t close = markup.find_first_of(std::string_view(stops, 2), value + 1);
        if (close == std::string_view::npos) return close;
        at = markup[close] == '<' ? value : close;
      }
    }
    ++at;
  }
  return at < markup.size() ? at : std::string_view::npos;
}

MarkupToken Delimited(std::string_view markup, size_t at, size_t open_bytes, std::string_view close,
                      MarkupToken::Kind kind, size_t* searched) {
  MarkupToken token;
  token.begin = at;
  const size_t end = markup.find(close, std::max(at + open_bytes, *searched));
  // The end may be cut in two by the end of the text.
  *searched = end != markup.npos ? end : markup.size() - std::min(markup.size(), close.size() - 1);
  if (end == std::string_view::npos) {
    token.kind = MarkupToken::Kind::kIncomplete;
    token.end = markup.size();
    return token;
  }
  token.kind = kind;
  token.text = markup.substr(at + open_bytes, end - at - open_bytes);
  token.end = end + close.size();
  return token;
}

struct Entity {
  std::string_view name;
  char32_t value;
};
constexpr Entity kEntities[] = {{"amp", '&'},  {"lt", '<'},    {"gt", '>'},
                                {"quot", '"'}, {"apos", '\''}, {"nbsp", ' '}};

// The character that `name` (between '&' and ';') stands for; 0: none.
char32_t ValueOfEntity(std::string_view name) {
  if (StartsWith(name, "#")) {
    const bool is_hex = name.size() > 1 && AsciiLower(name[1]) == 'x';
    char32_t value = 0;
    for (char c : AsciiLower(name.substr(is_hex ? 2 : 1))) {
      const bool is_letter = is_hex && c >= 'a' && c <= 'f';
      if ((!is_letter && !IsAsciiDigit(c)) || value > 0x110000) return 0;
      value =
          value * (is_hex ? 16 : 10) + static_cast<char32_t>(is_letter ? c - 'a' + 10 : c - '0');
    }
    const bool is_character = value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
    return is_character ? value : kReplacementCharacter;
  }
  for (const Entity& entity : kEntities) {
    if (entity.name == name) return entity.value;
  }
  return 0;
}

bool IsControl(char32_t c) { return c < 0x20 && c != '\n' && c != '\t' && c != '\r'; }

}  // namespace

MarkupToken NextToken(std::string_view markup, size_t at, MarkupSearched* searched) {
  MarkupSearched none;
  if (searched == nullptr) searched = &none;
  MarkupToken token;
  token.begin = token.end = at;
  if (at >= markup.size()) return token;
  const std::string_view rest = markup.substr(at, 9);
  const auto is_cut = [&rest](std::string_view sign) {
    return rest.size() < sign.size() && StartsWith(sign, rest);
  };
  if (rest[0] == '<') {
    if (is_cut("<![CDATA[") || is_cut("<!--")) {
      token.kind = MarkupToken::Kind::kIncomplete;
      token.end = markup.size();
      return token;
    }
    if (rest == "<![CDATA[") {
      return Delimited(markup, at, 9, "]]>", MarkupToken::Kind::kCdata, &searched->cdata);
    }
    if (StartsWith(rest, "<!--")) {
      return Delimited(markup, at, 4, "-->", MarkupToken::Kind::kOther, &searched->comment);
    }
    if (rest[1] == '?' || rest[1] == '!') {
      return Delimited(markup, at, 2, ">", MarkupToken::Kind::kOther, &searched->other);
    }
    const bool is_end = rest[1] == '/';
    const size_t name = at + (is_end ? 2 : 1);
    if (name < markup.size() && IsNameStart(markup[name])) {
      const size_t close = TagEnd(markup, name);
      if (close == std::string_view::npos) {
        token.kind = MarkupToken::Kind::kIncomplete;
        token.end = markup.size();
        return token;
      }
      std::string_view inside = markup.substr(name, close - name);
      token.is_empty = EndsWith(inside, "/");
      if (token.is_empty) inside.remove_suffix(1);
      const size_t size = std::min(inside.find_first_of(" \t\r\n/"), inside.size());
      token.kind = is_end ? MarkupToken::Kind::kEnd : MarkupToken::Kind::kStart;
      token.text = inside.substr(0, size);
      token.attributes = inside.substr(size);
      token.end = markup[close] == '>' ? close + 1 : close;
      return token;
    }
  }
  // Text, or a '<' that begins nothing.
  const size_t next = std::min(markup.find('<', at + 1), markup.size());
  token.kind = MarkupToken::Kind::kText;
  token.text = markup.substr(at, next - at);
  token.end = next;
  return token;
}

std::string AttributeOf(std::string_view attributes, std::string_view name) {
  for (size_t at = 0; (at = attributes.find(name, at)) != std::string_view::npos; ++at) {
    const bool begins = at == 0 || IsAsciiSpace(attributes[at - 1]);
    size_t value = at + name.size();
    while (value < attributes.size() && IsAsciiSpace(attributes[value])) ++value;
    if (!begins || value >= attributes.size() || attributes[value] != '=') continue;
    ++value;
    while (value < attributes.size() && IsAsciiSpace(attributes[value])) ++value;
    if (value >= attributes.size()) return {};
    const char quote = attributes[value];
    const bool is_quoted = quote == '"' || quote == '\'';
    if (is_quoted) ++value;
    const size_t end =
        is_quoted ? attributes.find(quote, value) : attributes.find_first_of(" \t\r\n", value);
    return DecodeEntities(attributes.substr(value, end - value));
  }
  return {};
}

std::string DecodeEntities(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  const auto is_plain = [](char c) {
    return c != '&' && !IsControl(static_cast<unsigned char>(c));
  };
  for (size_t at = 0; at < text.size();) {
    const size_t begin = at;
    while (at < text.size() && is_plain(text[at])) ++at;
    out.append(text, begin, at - begin);
    if (at == text.size()) break;
    const char c = text[at];
    if (c != '&') {
      ++at;
      continue;
    }
    const size_t end = text.substr(0, at + 12).find(';', at);
    const char32_t value =
        end == std::string_view::npos ? 0 : ValueOfEntity(text.substr(at + 1, end - at - 1));
    if (value == 0) {
      out += c;
      ++at;
      continue;
    }
    if (!IsControl(value)) AppendUtf8(value, &out);
    at = end + 1;
  }
  return out;
}

}  // namespace claimscope
