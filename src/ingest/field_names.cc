#include "ingest/field_names.h"

#include <algorithm>

#include "base/strings.h"

namespace claimscope {
namespace {

struct Entry {
  std::string_view name;
  FieldName field;
};

// Sorted by name. Sources of the names: schema.org, RSS, Atom, Dublin Core, Open Graph, NewsAPI,
// GDELT, news-please, newspaper3k, trafilatura, feedparser, Guardian and New York Times APIs.
constexpr Entry kNames[] = {
    {"abstract", {Field::kText, 102}},
    {"article", {Field::kText, 3}},
    {"articlebody", {Field::kText, 4}},
    {"articlecontent", {Field::kText, 5}},
    {"articledate", {Field::kDate, 11}},
    {"articlelink", {Field::kUrl, 9}},
    {"articletext", {Field::kText, 4}},
    {"articletitle", {Field::kTitle, 2}},
    {"articleurl", {Field::kUrl, 4}},
    {"body", {Field::kText, 1}},
    {"bodytext", {Field::kText, 4}},
    {"canonical", {Field::kUrl, 6}},
    {"canonicalurl", {Field::kUrl, 5}},
    {"cleanedtext", {Field::kText, 6}},
    {"cleantext", {Field::kText, 6}},
    {"content", {Field::kText, 2}},
    {"contenttext", {Field::kText, 4}},
    {"created", {Field::kDate, 20}},
    {"createdat", {Field::kDate, 20}},
    {"date", {Field::kDate, 5}},
    {"datepublish", {Field::kDate, 2}},
    {"datepublished", {Field::kDate, 1}},
    {"datetime", {Field::kDate, 6}},
    {"dcdate", {Field::kDate, 8}},
    {"dclanguage", {Field::kLanguage, 3}},
    {"dctitle", {Field::kTitle, 5}},
    {"description", {Field::kText, 101}},
    {"domain", {Field::kSource, 12}},
    {"feedname", {Field::kSource, 8}},
    {"firstpublished", {Field::kDate, 3}},
    {"fulltext", {Field::kText, 3}},
    {"headline", {Field::kTitle, 1}},
    {"heading", {Field::kTitle, 4}},
    {"hostname", {Field::kSource, 13}},
    {"href", {Field::kUrl, 7}},
    {"inlanguage", {Field::kLanguage, 2}},
    {"isodate", {Field::kDate, 4}},
    {"issued", {Field::kDate, 9}},
    {"lang", {Field::kLanguage, 1}},
    {"language", {Field::kLanguage, 0}},
    {"languagecode", {Field::kLanguage, 2}},
    {"link", {Field::kUrl, 1}},
    {"maintext", {Field::kText, 3}},
    {"media", {Field::kSource, 9}},
    {"mediaoutlet", {Field::kSource, 2}},
    {"name", {Field::kTitle, 20}},
    {"newspaper", {Field::kSource, 4}},
    {"ogtitle", {Field::kTitle, 6}},
    {"ogurl", {Field::kUrl, 8}},
    {"outlet", {Field::kSource, 1}},
    {"outletname", {Field::kSource, 1}},
    {"pagetext", {Field::kText, 7}},
    {"permalink", {Field::kUrl, 3}},
    {"plaintext", {Field::kText, 6}},
    {"posted", {Field::kDate, 10}},
    {"postedat", {Field::kDate, 10}},
    {"posttext", {Field::kText, 7}},
    {"posttitle", {Field::kTitle, 3}},
    {"provider", {Field::kSource, 10}},
    {"pubdate", {Field::kDate, 2}},
    {"publication", {Field::kSource, 3}},
    {"publicationdate", {Field::kDate, 1}},
    {"publicationname", {Field::kSource, 2}},
    {"publisheddate", {Field::kDate, 1}},
    {"publishdate", {Field::kDate, 1}},
    {"published", {Field::kDate, 1}},
    {"publishedat", {Field::kDate, 0}},
    {"publishedon", {Field::kDate, 0}},
    {"publishedparsed", {Field::kDate, 15}},
    {"publishedtime", {Field::kDate, 0}},
    {"publisher", {Field::kSource, 3}},
    {"rawtext", {Field::kText, 8}},
    {"seendate", {Field::kDate, 14}},
    {"site", {Field::kSource, 6}},
    {"sitename", {Field::kSource, 5}},
    {"snippet", {Field::kText, 104}},
    {"source", {Field::kSource, 0}},
    {"sourcename", {Field::kSource, 1}},
    {"sourceurl", {Field::kUrl, 10}},
    {"story", {Field::kText, 6}},
    {"storytext", {Field::kText, 5}},
    {"summary", {Field::kText, 100}},
    {"text", {Field::kText, 0}},
    {"textbody", {Field::kText, 4}},
    {"textcontent", {Field::kText, 4}},
    {"time", {Field::kDate, 13}},
    {"timepublished", {Field::kDate, 3}},
    {"timestamp", {Field::kDate, 7}},
    {"title", {Field::kTitle, 0}},
    {"uri", {Field::kUrl, 6}},
    {"url", {Field::kUrl, 0}},
    {"website", {Field::kSource, 7}},
    {"webpublicationdate", {Field::kDate, 1}},
    {"webtitle", {Field::kTitle, 1}},
    {"weburl", {Field::kUrl, 1}},
};

constexpr std::string_view kListNames[] = {
    "articles", "data",  "docs",    "documents", "entries", "feed", "hits",    "items",
    "news",     "posts", "records", "response",  "results", "rows", "stories",
};

}  // namespace

std::string PlainKey(std::string_view key) {
  std::string plain;
  for (char c : key) {
    if (IsAsciiAlnum(c)) plain += AsciiLower(c);
  }
  return plain;
}

bool FindFieldName(std::string_view plain_key, FieldName* out) {
  for (const Entry& entry : kNames) {
    if (entry.name == plain_key) {
      *out = entry.field;
      return true;
    }
  }
  return false;
}

bool IsListName(std::string_view plain_key) {
  return std::find(std::begin(kListNames), std::end(kListNames), plain_key) != std::end(kListNames);
}

}  // namespace claimscope
