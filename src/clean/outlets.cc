#include "clean/outlets.h"

#include "base/strings.h"
#include "base/table.h"
#include "base/utf8.h"

namespace claimscope {
namespace {

// Folded, without punctuation and the article: "The Jerusalem Post" and "jerusalem post" are one.
std::string PlainName(std::string_view name) {
  std::string plain;
  const std::string folded = FoldText(name);
  for (size_t at = 0; at < folded.size();) {
    const CodePoint c = DecodeUtf8(folded, at);
    if (IsWordCodePoint(c.value)) {
      plain += folded.substr(at, c.size_bytes);
    } else if (!plain.empty() && plain.back() != ' ' && c.value != '\'' && c.value != 0x2019) {
      plain += ' ';
    }
    at += c.size_bytes;
  }
  while (EndsWith(plain, " ")) plain.pop_back();
  if (StartsWith(plain, "the ")) plain.erase(0, 4);
  return plain;
}

}  // namespace

std::string HostOf(std::string_view url) {
  const size_t scheme = url.find("//");
  if (scheme != std::string_view::npos) url.remove_prefix(scheme + 2);
  url = url.substr(0, url.find_first_of("/?#"));
  const size_t user = url.rfind('@');
  if (user != std::string_view::npos) url.remove_prefix(user + 1);
  return AsciiLower(url.substr(0, url.find(':')));
}

Result<Outlets> Outlets::Load(std::string_view name, std::string_view text) {
  Result<Table> table = Table::Parse(name, text);
  if (!table.ok()) return table.status();
  if (table->Column("name") < 0 || table->Column("domains") < 0) {
    return Status::Invalid(std::string(name) + ": the columns name and domains are missing.");
  }
  Outlets outlets;
  for (size_t row = 0; row < table->rows(); ++row) {
    const std::string outlet(table->At(row, "name"));
    outlets.by_name_.emplace(PlainName(outlet), outlet);
    for (std::string_view alias : SplitTrimmed(table->At(row, "aliases"), '|')) {
      outlets.by_name_.emplace(PlainName(alias), outlet);
    }
    for (std::string_view domain : SplitTrimmed(table->At(row, "domains"), '|')) {
      outlets.by_domain_.emplace(AsciiLower(domain), outlet);
    }
  }
  return outlets;
}

std::string_view Outlets::FindByName(std::string_view text) const {
  const std::string plain = PlainName(text);
  const auto found = by_name_.find(plain);
  if (found != by_name_.end()) return found->second;
  if (text.find('.') != std::string_view::npos && text.find(' ') == std::string_view::npos) {
    return FindByUrl(text);
  }
  // A feed of an outlet: "nyt-world", "bbc_top".
  const size_t dash = text.find_first_of("-_");
  if (dash == std::string_view::npos || text.find(' ') != std::string_view::npos) return {};
  const auto feed = by_name_.find(PlainName(text.substr(0, dash)));
  return feed != by_name_.end() ? std::string_view(feed->second) : std::string_view();
}

std::string_view Outlets::FindByUrl(std::string_view url) const {
  // Subdomains belong to the site: "edition.cnn.com" is "cnn.com".
  std::string host = HostOf(url);
  while (!host.empty()) {
    const auto found = by_domain_.find(host);
    if (found != by_domain_.end()) return found->second;
    const size_t dot = host.find('.');
    if (dot == std::string::npos) break;
    host.erase(0, dot + 1);
  }
  return {};
}

}  // namespace claimscope
