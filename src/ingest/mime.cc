#include "ingest/mime.h"

#include "base/strings.h"
#include "ingest/document.h"

namespace claimscope {
namespace {

constexpr int kMaxPartDepth = 8;

int HexDigit(char c) {
  c = AsciiLower(c);
  if (IsAsciiDigit(c)) return c - '0';
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

int Base64Digit(char c) {
  if (IsAsciiUpper(c)) return c - 'A';
  if (IsAsciiLower(c)) return c - 'a' + 26;
  if (IsAsciiDigit(c)) return c - '0' + 52;
  return c == '+' || c == '-' ? 62 : c == '/' || c == '_' ? 63 : -1;
}

}  // namespace

MimeHeaders MimeHeaders::Read(std::string_view text, size_t* body_begin) {
  MimeHeaders headers;
  size_t at = 0;
  while (at < text.size()) {
    const size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    at = std::min(end + 1, text.size());
    if (EndsWith(line, "\r")) line.remove_suffix(1);
    if (line.empty()) break;
    if ((line[0] == ' ' || line[0] == '\t') && !headers.fields_.empty()) {
      headers.fields_.back().second.append(" ").append(TrimAscii(line));
      continue;
    }
    const size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    headers.fields_.emplace_back(AsciiLower(line.substr(0, colon)),
                                 TrimAscii(line.substr(colon + 1)));
  }
  *body_begin = at;
  return headers;
}

std::string_view MimeHeaders::Find(std::string_view name) const {
  for (const auto& [field, value] : fields_) {
    if (EqualsIgnoreAsciiCase(field, name)) return value;
  }
  return {};
}

std::string MimeHeaders::ContentType() const {
  const std::string_view value = Find("content-type");
  return AsciiLower(TrimAscii(value.substr(0, value.find(';'))));
}

std::string MimeHeaders::Parameter(std::string_view name) const {
  std::string_view rest = Find("content-type");
  while (!rest.empty()) {
    const size_t begin = rest.find(';');
    if (begin == std::string_view::npos) return {};
    rest = TrimAscii(rest.substr(begin + 1));
    const size_t equals = rest.find('=');
    if (equals == std::string_view::npos) return {};
    if (!EqualsIgnoreAsciiCase(TrimAscii(rest.substr(0, equals)), name)) continue;
    std::string_view value = TrimAscii(rest.substr(equals + 1));
    const bool is_quoted = StartsWith(value, "\"");
    if (is_quoted) value.remove_prefix(1);
    return std::string(value.substr(0, value.find_first_of(is_quoted ? "\"" : "; \t")));
  }
  return {};
}

std::string DecodeQuotedPrintable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '=') {
      out += text[at];
      continue;
    }
    // A soft line break, with or without spaces before it.
    size_t end = at + 1;
    while (end < text.size() && (text[end] == ' ' || text[end] == '\t' || text[end] == '\r')) ++end;
    if (end < text.size() && text[end] == '\n') {
      at = end;
      continue;
    }
    const int high = at + 2 < text.size() ? HexDigit(text[at + 1]) : -1;
    const int low = at + 2 < text.size() ? HexDigit(text[at + 2]) : -1;
    if (high < 0 || low < 0) {
      out += '=';
      continue;
    }
    out += static_cast<char>(high * 16 + low);
    at += 2;
  }
  return out;
}

std::string DecodeBase64(std::string_view text) {
  std::string out;
  out.reserve(text.size() / 4 * 3);
  uint32_t bits = 0;
  int count = 0;
  for (char c : text) {
    const int digit = Base64Digit(c);
    if (digit < 0) continue;
    bits = bits << 6 | static_cast<uint32_t>(digit);
    if (++count == 4) {
      for (int shift : {16, 8, 0}) out += static_cast<char>(bits >> shift & 0xFF);
      bits = 0;
      count = 0;
    }
  }
  if (count >= 2) out += static_cast<char>(bits >> (6 * count - 8) & 0xFF);
  if (count == 3) out += static_cast<char>(bits >> 2 & 0xFF);
  return out;
}

void MailReader::Push(std::string_view bytes) {
  if (is_too_large_) return;
  is_too_large_ = text_.size() + bytes.size() > records_->intake().max_record_bytes();
  if (is_too_large_) {
    std::string().swap(text_);
    records_->Refuse({}, records_->intake().TooLarge("The saved page"));
  } else {
    text_.append(bytes);
  }
}

bool MailReader::FindPart(std::string_view entity, std::string_view type, int depth, Part* out) {
  size_t begin = 0;
  MimeHeaders headers = MimeHeaders::Read(entity, &begin);
  const std::string_view body = entity.substr(begin);
  const std::string own = headers.ContentType();
  if (own == type) {
    *out = {std::move(headers), body};
    return true;
  }
  if (!StartsWith(own, "multipart/") || depth >= kMaxPartDepth) return false;
  const std::string boundary = "--" + headers.Parameter("boundary");
  if (boundary.size() == 2) return false;
  size_t at = body.find(boundary);
  while (at != std::string_view::npos) {
    const size_t line = body.find('\n', at);
    if (line == std::string_view::npos) return false;
    const size_t next = body.find("\n" + boundary, line);
    const std::string_view part = body.substr(line + 1, next == body.npos ? next : next - line - 1);
    if (next != line && FindPart(part, type, depth + 1, out)) return true;
    at = next == std::string_view::npos ? next : next + 1;
  }
  return false;
}

void MailReader::Finish() {
  if (is_too_large_) return;
  Part part;
  const bool has_page = FindPart(text_, "text/html", 0, &part) ||
                        FindPart(text_, "application/xhtml+xml", 0, &part) ||
                        FindPart(text_, "text/plain", 0, &part);
  if (!has_page) {
    records_->Skip({}, "There is no page or text among the parts of this file.");
    return;
  }
  size_t ignored = 0;
  const MimeHeaders outer = MimeHeaders::Read(text_, &ignored);
  DocumentHints hints;
  hints.depth = depth_ + 1;
  hints.url = outer.Find("snapshot-content-location");
  if (hints.url.empty()) hints.url = part.headers.Find("content-location");
  hints.charset = part.headers.Parameter("charset");
  const std::string packing = AsciiLower(part.headers.Find("content-transfer-encoding"));
  Document page(&records_->intake(), records_->path(), std::move(hints));
  if (packing == "quoted-printable") {
    page.Push(DecodeQuotedPrintable(part.body));
  } else if (packing == "base64") {
    page.Push(DecodeBase64(part.body));
  } else {
    page.Push(part.body);
  }
  page.Finish();
}

}  // namespace claimscope
