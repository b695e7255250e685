#include "ui/arguments.h"

#include "base/strings.h"
#include "base/utf8.h"

namespace claimscope {
namespace {

int HexDigit(char c) {
  if (IsAsciiDigit(c)) return c - '0';
  const char lower = AsciiLower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

bool Decode(std::string_view text, std::string* out) {
  for (size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '+') {
      out->push_back(' ');
    } else if (text[at] != '%') {
      out->push_back(text[at]);
    } else {
      const int high = at + 2 < text.size() ? HexDigit(text[at + 1]) : -1;
      const int low = high >= 0 ? HexDigit(text[at + 2]) : -1;
      if (low < 0) return false;
      out->push_back(static_cast<char>(high * 16 + low));
      at += 2;
    }
  }
  return FindInvalidUtf8(*out) == std::string_view::npos;
}

bool IsPlain(char c) {
  return IsAsciiAlnum(c) || std::string_view("-_.~,:/@!*()'").find(c) != std::string_view::npos;
}

}  // namespace

Result<Arguments> Arguments::Parse(std::string_view text) {
  Arguments arguments;
  for (const std::string_view pair : Split(text, '&')) {
    if (pair.empty()) continue;
    const size_t equals = std::min(pair.find('='), pair.size());
    std::string name, value;
    const std::string_view rest = equals < pair.size() ? pair.substr(equals + 1) : "";
    if (!Decode(pair.substr(0, equals), &name) || !Decode(rest, &value)) {
      size_t repaired = 0;
      return Status::Invalid("\"" + RepairUtf8(pair, &repaired) + "\" is not a readable argument.");
    }
    arguments.pairs_.emplace_back(std::move(name), std::move(value));
  }
  return arguments;
}

bool Arguments::Has(std::string_view name) const {
  for (const auto& [key, value] : pairs_) {
    if (key == name) return true;
  }
  return false;
}

std::string_view Arguments::Get(std::string_view name) const {
  for (const auto& [key, value] : pairs_) {
    if (key == name) return value;
  }
  return {};
}

void AppendArgument(std::string_view name, std::string_view value, std::string* out) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  if (!out->empty()) out->push_back('&');
  out->append(name).push_back('=');
  for (const char c : value) {
    if (IsPlain(c)) {
      out->push_back(c);
    } else if (c == ' ') {
      out->push_back('+');
    } else {
      const unsigned char byte = static_cast<unsigned char>(c);
      out->push_back('%');
      out->push_back(kHex[byte >> 4]);
      out->push_back(kHex[byte & 15]);
    }
  }
}

}  // namespace claimscope
