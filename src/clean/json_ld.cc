// schema.org metadata in <script type="application/ld+json">.
#include "base/json_value.h"
#include "base/strings.h"
#include "clean/clean.h"
#include "clean/html_metadata.h"

namespace claimscope {
namespace {

using Kind = JsonValue::Kind;
constexpr int kMaxDepth = 12;

// Empty where there is no such field, or it is not a string.
std::string_view Field(const JsonValue& object, std::string_view key) {
  const JsonValue* const value = object.Find(key);
  return value != nullptr ? std::string_view(value->text) : std::string_view();
}

bool IsArticleType(std::string_view type) {
  return EndsWith(type, "Article") || EndsWith(type, "Posting") || EndsWith(type, "Report") ||
         type == "Review" || type == "Report" || EndsWith(type, "BlogPosting");
}

bool IsArticle(const JsonValue& object) {
  const JsonValue* const type = object.Find("@type");
  if (type == nullptr) return false;
  if (type->kind != Kind::kArray) return IsArticleType(type->text);
  for (const JsonValue& one : type->items) {
    if (IsArticleType(one.text)) return true;
  }
  return false;
}

// "Jane Doe", {"name": "Jane Doe"}, or a list of either.
std::string NamesIn(const JsonValue& value) {
  if (value.kind == Kind::kObject) return std::string(TrimAscii(Field(value, "name")));
  if (value.kind != Kind::kArray) return std::string(TrimAscii(value.text));
  std::string names;
  for (const JsonValue& one : value.items) {
    const std::string name = NamesIn(one);
    if (!name.empty()) names += (names.empty() ? "" : ", ") + name;
  }
  return names;
}

void Take(std::string_view value, std::string* to) {
  if (to->empty()) *to = TrimAscii(value);
}

void ReadArticle(const JsonValue& object, std::string_view page_title, StatedMetadata* out) {
  const std::string_view headline = Field(object, "headline");
  const std::string_view name = Field(object, "name");
  // A name of a word or two is the site's.
  const bool is_name = name.find(' ') != name.rfind(' ') &&
                       page_title.find(TrimAscii(name)) != std::string_view::npos &&
                       page_title.find(TrimAscii(headline)) == std::string_view::npos;
  Take(is_name || headline.empty() ? name : headline, &out->title);
  if (const JsonValue* author = object.Find("author")) Take(NamesIn(*author), &out->author);
  if (const JsonValue* source = object.Find("publisher")) Take(NamesIn(*source), &out->source);
  Take(Field(object, "inLanguage"), &out->language);
  for (const char* key : {"datePublished", "dateCreated", "uploadDate"}) {
    if (out->date.known()) break;
    out->date = ParseDateField(Field(object, key));
  }
  if (!out->updated.known()) out->updated = ParseDateField(Field(object, "dateModified"));
}

void Read(const JsonValue& value, std::string_view page_title, int depth, StatedMetadata* out) {
  if (depth > kMaxDepth) return;
  if (value.kind == Kind::kArray) {
    for (const JsonValue& one : value.items) Read(one, page_title, depth + 1, out);
  } else if (value.kind == Kind::kObject) {
    if (IsArticle(value)) ReadArticle(value, page_title, out);
    for (std::string_view key : {"@graph", "mainEntity", "hasPart", "liveBlogUpdate"}) {
      if (const JsonValue* inner = value.Find(key)) Read(*inner, page_title, depth + 1, out);
    }
  }
}

}  // namespace

void ReadJsonLd(const std::vector<std::string>& blocks, std::string_view page_title,
                StatedMetadata* out) {
  for (const std::string& block : blocks) {
    // Some pages wrap it in a comment or a CDATA mark; line ends inside strings are no JSON.
    constexpr std::string_view kMark = "<![CDATA[";
    const size_t mark = block.find(kMark);
    const size_t begin =
        block.find_first_of("{[", mark == std::string::npos ? 0 : mark + kMark.size());
    const size_t mark_end = mark == std::string::npos ? mark : block.rfind("]]>");
    const size_t last =
        block.find_last_of("}]", mark_end == std::string::npos ? mark_end : mark_end - 1);
    if (begin == std::string::npos || last == std::string::npos || last < begin) continue;
    std::string json = block.substr(begin, last + 1 - begin);
    for (char& c : json) {
      if (static_cast<unsigned char>(c) < ' ') c = ' ';
    }
    JsonValue root;
    if (JsonValue::Parse(json, &root)) Read(root, page_title, 0, out);
  }
}

}  // namespace claimscope
