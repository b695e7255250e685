#include "exports/writer.h"

#include <cmath>

#include "base/strings.h"

namespace claimscope {

std::string_view RegionOf(const ExportHead& head, std::string_view code) {
  return code == "-" || code.empty() ? std::string_view() : head.names.NameOf(code);
}

void WriteHead(const ExportHead& head, JsonWriter* json) {
  json->Key("program").String(head.asked.program);
  json->Key("query").String(head.asked.link);
  json->Key("corpus").String(head.corpus);
  json->Key("corpus_articles").Int(static_cast<int64_t>(head.corpus_articles));
  json->Key("corpus_claims").Int(static_cast<int64_t>(head.corpus_claims));
  json->Key("articles").Int(head.answer.articles);
  json->Key("claims").Int(head.answer.claims);
  if (RejectedOf(head) > 0) json->Key("rejected").Int(RejectedOf(head));
}

uint32_t RejectedOf(const ExportHead& head) {
  const Query& query = head.asked.query;
  const bool plain = query.reviews == 0 && !query.count_rejected;
  return plain ? head.answer.reviews[static_cast<size_t>(Verdict::kRejected)] : 0;
}

void WriteDayField(std::string_view key, Day day, JsonWriter* json) {
  json->Key(key);
  if (day.known())
    json->String(FormatIsoDay(day));
  else
    json->Null();
}

double RoundDegrees(float value) { return std::round(double{value} * 1e5) / 1e5; }

std::string UriOf(const ArticleView& article) {
  if (StartsWith(article.url, "https://") || StartsWith(article.url, "http://"))
    return std::string(article.url);
  std::string uri = "urn:claimscope:article:";
  for (const char c : article.id) {
    if (IsAsciiAlnum(c) || c == '-' || c == '.' || c == '_' || c == '/') {
      uri += c;
      continue;
    }
    uri += '%';
    uri += "0123456789ABCDEF"[static_cast<unsigned char>(c) >> 4];
    uri += "0123456789ABCDEF"[static_cast<unsigned char>(c) & 15];
  }
  return uri;
}

std::string RecordOf(const ExportRow& row) {
  std::string line = ClaimJson(row.article.id, row.text, row.claim);
  JsonWriter json;
  json.BeginObject();
  json.Key("claim").Int(row.number);
  json.Key("title").String(row.article.title);
  WriteDayField("date", row.article.date, &json);
  json.Key("date_basis").String(NameOf(row.article.date_basis));
  json.Key("source").String(row.article.source);
  json.Key("author").String(row.article.author);
  json.Key("url").String(row.article.url);
  json.Key("language").String(row.article.language);
  if (!row.review.empty()) json.Key("review").String(row.review);
  json.EndObject();
  line.pop_back();  // one object of both
  return line + "," + json.text().substr(1);
}

}  // namespace claimscope
