#include "clean/html_metadata.h"

#include <algorithm>

#include "base/strings.h"
#include "base/table.h"
#include "base/utf8.h"
#include "clean/clean.h"
#include "clean/dates.h"

namespace claimscope {
namespace {

constexpr size_t kMaxAuthorBytes = 120;

bool IsUrl(std::string_view text) {
  return StartsWithIgnoreAsciiCase(text, "http") || StartsWith(text, "//") ||
         StartsWith(text, "/") || StartsWith(text, "@");
}

// A <time> that says it is the day of publication, else the first one in or above the article.
Day DayOfTimes(const HtmlTree& tree, const HtmlContent& content) {
  Day first;
  const HtmlNode& root = tree.nodes[content.root];
  for (const HtmlTime& time : tree.times) {
    const HtmlNode& node = tree.nodes[time.node];
    const std::string_view stated =
        time.datetime.empty() ? TextOf(tree.text, node.text) : std::string_view(time.datetime);
    const Day day = ParseDateField(stated);
    if (!day.known()) continue;
    const bool is_published = node.role.find("datepublished") != std::string::npos ||
                              node.classes.find("publish") != std::string::npos ||
                              node.classes.find("entry-date") != std::string::npos;
    if (is_published) return day;
    const bool is_updated = node.role.find("modified") != std::string::npos ||
                            node.classes.find("update") != std::string::npos ||
                            node.classes.find("modified") != std::string::npos;
    if (!first.known() && !is_updated && time.node < root.end) first = day;
  }
  return first;
}

// An element whose names say that it holds the date of the article ("post-date").
Day DayOfNamed(const HtmlTree& tree, const HtmlContent& content) {
  const HtmlNode& root = tree.nodes[content.root];
  for (uint32_t i = 1; i < root.end; ++i) {
    const HtmlNode& node = tree.nodes[i];
    const bool is_named = node.role.find("datepublished") != std::string::npos ||
                          node.classes.find("date") != std::string::npos ||
                          node.classes.find("publi") != std::string::npos ||
                          node.classes.find("time") != std::string::npos ||
                          node.classes.find("byline") != std::string::npos ||
                          node.classes.find("meta") != std::string::npos;
    if (!is_named || node.text.empty() || node.text.size() > 150) continue;
    if (node.classes.find("update") != std::string::npos) continue;
    FoundDate date;
    if (FindDate(TextOf(tree.text, node.text), 0, &date)) return date.day;
  }
  return {};
}

// An element that says it names the author, in or above the article.
std::string NamedAuthor(const HtmlTree& tree, const HtmlContent& content) {
  const uint32_t end = tree.nodes[content.root].end;
  for (const bool by_role : {true, false}) {
    for (uint32_t i = 1; i < end; ++i) {
      const HtmlNode& node = tree.nodes[i];
      const bool is_named = by_role ? node.role.find("author") != std::string::npos
                                    : node.classes.find("author") != std::string::npos ||
                                          node.classes.find("byline") != std::string::npos;
      if (!is_named || node.text.empty() || node.text.size() > kMaxAuthorBytes) continue;
      const std::string author = AuthorIn(TextOf(tree.text, node.text));
      const auto spaces = std::count(author.begin(), author.end(), ' ');
      if (spaces >= 1 && spaces <= 12) return author;
    }
  }
  return {};
}

// "DC.creator" and "dc:creator" are one name.
std::string MetaName(std::string_view name) {
  std::string out = AsciiLower(name);
  std::replace(out.begin(), out.end(), '.', ':');
  return out;
}

// Some pages give several names at once, parted by spaces.
bool HasName(std::string_view stated, std::string_view name) {
  for (const std::string_view one : Split(stated, ' ')) {
    if (MetaName(one) == name) return true;
  }
  return false;
}

}  // namespace

std::string AuthorIn(std::string_view text) {
  std::string author = OneLine(text);
  for (std::string_view by : {"written by ", "posted by ", "by ", "by: ", "von ", "par "}) {
    if (StartsWithIgnoreAsciiCase(author, by)) {
      author.erase(0, by.size());
      break;
    }
  }
  FoundDate date;
  if (FindDate(author, 0, &date)) author.resize(date.span.begin);
  while (!author.empty() && (IsAsciiSpace(author.back()) || author.back() == ',' ||
                             author.back() == '|' || author.back() == '-')) {
    author.pop_back();
  }
  if (author.size() > kMaxAuthorBytes || IsUrl(author)) return {};
  return author;
}

Result<MetaNames> MetaNames::Load(std::string_view name, std::string_view text) {
  constexpr std::string_view kFields[kFieldCount] = {"title",  "date", "updated", "author",
                                                     "source", "url",  "language"};
  Result<Table> table = Table::Parse(name, text);
  if (!table.ok()) return table.status();
  MetaNames names;
  for (size_t row = 0; row < table->rows(); ++row) {
    const auto field = std::find(std::begin(kFields), std::end(kFields), table->At(row, "field"));
    if (field == std::end(kFields)) {
      return Status::Invalid(std::string(name) + ", line " + std::to_string(table->Line(row)) +
                             ": the column field holds an unknown word.");
    }
    names.names_[field - std::begin(kFields)].push_back(MetaName(table->At(row, "name")));
  }
  return names;
}

std::vector<std::string_view> MetaNames::Values(const HtmlTree& tree, Field field) const {
  std::vector<std::string_view> values;
  for (const std::string& name : names_[field]) {
    for (const HtmlMeta& meta : tree.metas) {
      if (HasName(meta.name, name) && !TrimAscii(meta.content).empty()) {
        values.push_back(TrimAscii(meta.content));
      }
    }
  }
  return values;
}

StatedMetadata ReadHtmlMetadata(const HtmlTree& tree, const HtmlContent& content,
                                const MetaNames& names, const Outlets& outlets) {
  StatedMetadata out;
  ReadJsonLd(tree.json_ld, OneLine(tree.title), &out);
  const auto take = [&](MetaNames::Field field, std::string* to) {
    const std::vector<std::string_view> values = names.Values(tree, field);
    if (to->empty() && !values.empty()) *to = OneLine(values[0]);
  };
  take(MetaNames::kTitle, &out.title);
  take(MetaNames::kSource, &out.source);
  take(MetaNames::kLanguage, &out.language);
  out.url = tree.canonical;
  take(MetaNames::kUrl, &out.url);
  if (!StartsWithIgnoreAsciiCase(out.url, "http")) out.url.clear();
  if (!tree.language.empty()) out.language = tree.language;
  if (out.title.empty()) out.title = TitleOfPage(tree, outlets);

  if (IsUrl(out.author)) out.author.clear();
  for (const std::string_view value : names.Values(tree, MetaNames::kAuthor)) {
    if (out.author.empty()) out.author = AuthorIn(value);
  }
  for (const Span span : content.bylines) {
    if (out.author.empty()) out.author = AuthorIn(TextOf(tree.text, span));
  }
  if (out.author.empty()) out.author = NamedAuthor(tree, content);

  for (const std::string_view value : names.Values(tree, MetaNames::kDate)) {
    if (!out.date.known()) out.date = ParseDateField(value);
  }
  if (out.date.known()) {
    out.date_basis = DateBasis::kField;
    return out;
  }
  out.date = DayOfTimes(tree, content);
  if (!out.date.known()) out.date = DayOfNamed(tree, content);
  if (out.date.known()) out.date_basis = DateBasis::kText;
  for (const std::string_view value : names.Values(tree, MetaNames::kUpdated)) {
    if (!out.updated.known()) out.updated = ParseDateField(value);
  }
  return out;
}

}  // namespace claimscope
