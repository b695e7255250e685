// schema.org metadata in <script type="application/ld+json">.
#include <simdjson.h>

#include "base/strings.h"
#include "clean/clean.h"
#include "clean/html_metadata.h"

namespace claimscope {
namespace {

namespace dom = simdjson::dom;
constexpr int kMaxDepth = 12;

std::string_view StringOf(const dom::element& value) {
  std::string_view text;
  return value.get(text) == simdjson::SUCCESS ? text : std::string_view();
}

std::string_view Field(const dom::object& object, const char* key) {
  dom::element value;
  return object[key].get(value) == simdjson::SUCCESS ? StringOf(value) : std::string_view();
}

bool IsArticleType(std::string_view type) {
  return EndsWith(type, "Article") || EndsWith(type, "Posting") || EndsWith(type, "Report") ||
         type == "Review" || type == "Report" || EndsWith(type, "BlogPosting");
}

bool IsArticle(const dom::object& object) {
  dom::element type;
  if (object["@type"].get(type) != simdjson::SUCCESS) return false;
  dom::array types;
  if (type.get(types) != simdjson::SUCCESS) return IsArticleType(StringOf(type));
  for (const dom::element& one : types) {
    if (IsArticleType(StringOf(one))) return true;
  }
  return false;
}

// "Jane Doe", {"name": "Jane Doe"}, or a list of either.
std::string NamesIn(const dom::element& value) {
  dom::array list;
  dom::object object;
  if (value.get(list) == simdjson::SUCCESS) {
    std::string names;
    for (const dom::element& one : list) {
      const std::string name = NamesIn(one);
      if (!name.empty()) names += (names.empty() ? "" : ", ") + name;
    }
    return names;
  }
  if (value.get(object) == simdjson::SUCCESS) return std::string(TrimAscii(Field(object, "name")));
  return std::string(TrimAscii(StringOf(value)));
}

void Take(std::string_view value, std::string* to) {
  if (to->empty()) *to = TrimAscii(value);
}

void ReadArticle(const dom::object& object, std::string_view page_title, StatedMetadata* out) {
  const std::string_view headline = Field(object, "headline");
  const std::string_view name = Field(object, "name");
  // A name of a word or two is the site's.
  const bool is_name = name.find(' ') != name.rfind(' ') &&
                       page_title.find(TrimAscii(name)) != std::string_view::npos &&
                       page_title.find(TrimAscii(headline)) == std::string_view::npos;
  Take(is_name || headline.empty() ? name : headline, &out->title);
  dom::element value;
  if (object["author"].get(value) == simdjson::SUCCESS) Take(NamesIn(value), &out->author);
  if (object["publisher"].get(value) == simdjson::SUCCESS) Take(NamesIn(value), &out->source);
  Take(Field(object, "inLanguage"), &out->language);
  for (const char* key : {"datePublished", "dateCreated", "uploadDate"}) {
    if (out->date.known()) break;
    out->date = ParseDateField(Field(object, key));
  }
  if (!out->updated.known()) out->updated = ParseDateField(Field(object, "dateModified"));
}

void Read(const dom::element& element, std::string_view page_title, int depth,
          StatedMetadata* out) {
  if (depth > kMaxDepth) return;
  dom::array list;
  dom::object object;
  if (element.get(list) == simdjson::SUCCESS) {
    for (const dom::element& one : list) Read(one, page_title, depth + 1, out);
  } else if (element.get(object) == simdjson::SUCCESS) {
    if (IsArticle(object)) ReadArticle(object, page_title, out);
    for (const char* key : {"@graph", "mainEntity", "hasPart", "liveBlogUpdate"}) {
      dom::element inner;
      if (object[key].get(inner) == simdjson::SUCCESS) Read(inner, page_title, depth + 1, out);
    }
  }
}

}  // namespace

void ReadJsonLd(const std::vector<std::string>& blocks, std::string_view page_title,
                StatedMetadata* out) {
  dom::parser parser;
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
    const simdjson::padded_string padded(json);
    dom::element root;
    if (parser.parse(padded).get(root) == simdjson::SUCCESS) Read(root, page_title, 0, out);
  }
}

}  // namespace claimscope
