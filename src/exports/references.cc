// The articles with a claim that passes, each once, in the order of their first claim: BibTeX (as
// biblatex's @online, which knows full dates) and CSL-JSON 1.0.
#include <set>
#include <string>
#include <utility>

#include "base/strings.h"
#include "exports/writer.h"

namespace claimscope {
namespace {

// As LaTeX reads it.
std::string Escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '\\':
        out += "\\textbackslash{}";
        break;
      case '~':
        out += "\\textasciitilde{}";
        break;
      case '^':
        out += "\\textasciicircum{}";
        break;
      case '\n':
      case '\r':
      case '\t':
        out += ' ';
        break;
      default:
        if (std::string_view("#$%&_{}").find(c) != std::string_view::npos) out += '\\';
        out += c;
    }
  }
  return out;
}

class ReferenceWriter : public ExportWriter {
 public:
  explicit ReferenceWriter(const ExportHead& export_head)
      : ExportWriter(export_head), bibtex_(export_head.asked.format == ExportFormat::kBibtex) {}

  void Begin(std::string* out) override {
    if (!bibtex_) {
      *out += "[";
      return;
    }
    // BibTeX reads what stands between entries as a comment.
    *out += "Made by " + head.asked.program + ". Query: " + WithoutAt(head.asked.link) +
            ". Corpus: " + head.corpus + ".\n\n";
  }

  void Add(const ExportRow& row, std::string* out) override {
    if (!seen_.insert(RefOf(row)).second) return;
    const std::string key = KeyOf(row.article);
    bibtex_ ? AddBibtex(row, key, out) : AddCsl(row, key, out);
  }

  void End(std::string* out) override {
    if (!bibtex_) *out += "\n]\n";
  }

 private:
  using Ref = std::pair<const Segment*, uint32_t>;
  static Ref RefOf(const ExportRow& row) { return {&row.segment, row.segment.articles()[row.row]}; }

  static std::string WithoutAt(std::string_view text) {
    std::string out;
    for (const char c : text) out += c == '@' ? std::string("(at)") : std::string(1, c);
    return out;
  }

  // "field-post-2025-06-30", numbered when it is there already.
  std::string KeyOf(const ArticleView& article) {
    std::string key;
    for (const char c : AsciiLower(article.source)) {
      if (IsAsciiAlnum(c))
        key += c;
      else if (!key.empty() && key.back() != '-')
        key += '-';
    }
    while (!key.empty() && key.back() == '-') key.pop_back();
    if (key.empty()) key = "article";
    if (article.date.known()) key += "-" + FormatIsoDay(article.date);
    std::string numbered = key;
    for (int n = 2; !keys_.insert(numbered).second; ++n) numbered = key + "-" + std::to_string(n);
    return numbered;
  }

  void AddBibtex(const ExportRow& row, const std::string& key, std::string* out) const {
    const ArticleView& article = row.article;
    *out += "@online{" + key + ",\n  title = {" +
            Escaped(article.title.empty() ? article.id : article.title) + "}";
    const auto field = [out](std::string_view name, const std::string& value) {
      if (!value.empty()) *out += ",\n  " + std::string(name) + " = {" + value + "}";
    };
    // In braces: a name as it stands, not to be taken apart.
    if (!article.author.empty()) field("author", "{" + Escaped(article.author) + "}");
    field("organization", Escaped(article.source));
    field("date", FormatIsoDay(article.date));
    // Verbatim, but a brace would end it.
    std::string url;
    for (const char c : article.url) url += c == '{' ? "%7B" : c == '}' ? "%7D" : std::string(1, c);
    field("url", url);
    field("langid", Escaped(article.language));
    *out += "\n}\n\n";
  }

  void AddCsl(const ExportRow& row, const std::string& key, std::string* out) const {
    const ArticleView& article = row.article;
    JsonWriter json;
    json.BeginObject().Key("id").String(key).Key("type").String("article-newspaper");
    json.Key("title").String(article.title.empty() ? article.id : article.title);
    if (!article.author.empty()) {
      json.Key("author").BeginArray().BeginObject().Key("literal").String(article.author);
      json.EndObject().EndArray();
    }
    if (!article.source.empty()) json.Key("container-title").String(article.source);
    if (article.date.known()) {
      const CivilDate date = CivilOf(article.date);
      json.Key("issued").BeginObject().Key("date-parts").BeginArray().BeginArray();
      json.Int(date.year).Int(date.month).Int(date.day).EndArray().EndArray().EndObject();
    }
    if (!article.url.empty()) json.Key("URL").String(article.url);
    if (!article.language.empty()) json.Key("language").String(article.language);
    json.Key("note").String("Found by " + head.asked.program + "; query " + head.asked.link +
                            "; corpus " + head.corpus);
    json.EndObject();
    *out += (seen_.size() == 1 ? "\n" : ",\n") + json.text();
  }

  const bool bibtex_;
  std::set<Ref> seen_;
  std::set<std::string> keys_;
};

}  // namespace

std::unique_ptr<ExportWriter> MakeReferenceWriter(const ExportHead& head) {
  return std::make_unique<ReferenceWriter>(head);
}

}  // namespace claimscope
