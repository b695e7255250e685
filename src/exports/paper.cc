// A report to print or to send: counts, the chart, every claim as a quote with its source. One HTML
// file that asks for nothing.
#include <algorithm>

#include "base/markup_text.h"
#include "base/strings.h"
#include "exports/writer.h"
#include "model/names.h"

namespace claimscope {
namespace {

constexpr std::string_view kStyle =
    "body{font:15px/1.5 Inter,system-ui,sans-serif;color:#1b1f24;max-width:46rem;margin:2rem "
    "auto;padding:0 1rem}"
    "h1{font-size:1.5rem;margin:0 0 .25rem}h2{font-size:1.1rem;margin:2rem 0 .5rem}"
    "p,table{margin:.5rem 0}.quiet,cite,dd,dt{color:#57606a;font-size:.87rem;font-style:normal}"
    "svg{max-width:100%;height:auto}"
    "table{border-collapse:collapse;display:inline-table;vertical-align:top;margin-right:2rem}"
    "td{padding:.1rem .75rem .1rem 0}td+td{text-align:right;font-variant-numeric:tabular-nums}"
    "caption{text-align:left;font-weight:600}"
    "blockquote{margin:1rem 0;padding-left:.75rem;border-left:3px solid #dde1e6;"
    "break-inside:avoid}blockquote p{margin:0;white-space:pre-line}"
    "dl{display:grid;grid-template-columns:max-content 1fr;gap:0 1rem;overflow-wrap:anywhere}"
    "dd{margin:0}a{color:#0b66c3}"
    "@media print{body{margin:0;max-width:none}a{color:inherit}}";

std::string Count(uint64_t count, std::string_view noun) {
  std::string text = GroupDigits(std::to_string(count)) + " ";
  text += noun;
  return count == 1 ? text : text + "s";
}

template <typename E>
std::string TitleOfName(std::string_view name) {
  E value{};
  return FromName(name, &value) ? std::string(TitleOf(value)) : std::string(name);
}

// "unverified" -> "Unverified".
std::string Capital(std::string_view name) {
  std::string text(name);
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
  return text;
}

class PaperWriter : public ExportWriter {
 public:
  using ExportWriter::ExportWriter;

  void Begin(std::string* out) override {
    *out +=
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
        "style-src 'unsafe-inline'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width\">\n<title>Claims</title>\n<style>";
    *out += kStyle;
    *out += "</style></head><body>\n<h1>" + Count(head.answer.claims, "claim") + " in " +
            Count(head.answer.articles, "article") + "</h1>\n<p class=\"quiet\">" + Days() +
            "</p>\n" + head.asked.chart + "\n<section>\n";
    const Query& query = head.asked.query;
    const std::vector<std::string>& regions = query.regions;
    AddCounts(
        "By region", head.answer.regions,
        [&](std::string_view code) { return std::string(head.names.NameOf(code)); },
        [&](std::string_view code) {
          const bool named = std::find(regions.begin(), regions.end(), code) != regions.end();
          return regions.empty() || named != ((query.except & BitOf(Facet::kRegion)) != 0);
        },
        out);
    AddNamed<Kind>("By kind", head.answer.kinds, TitleOfName<Kind>, query.kinds, Facet::kKind, out);
    AddNamed<Side>("By side", head.answer.sides, TitleOfName<Side>, query.sides, Facet::kSide, out);
    AddNamed<ClaimStatus>("By status", head.answer.statuses, Capital, query.statuses,
                          Facet::kStatus, out);
    *out += "</section>\n<h2>Quotes</h2>\n";
  }

  void Add(const ExportRow& row, std::string* out) override {
    const Claim& claim = row.claim;
    *out +=
        "<blockquote><p>" + EscapedMarkup(TextOf(row.text, claim.span)) + "</p><p class=\"quiet\">";
    const bool is_outlet = claim.side == Side::kOutlet || claim.claimant == "outlet";
    std::string line = is_outlet ? "The outlet itself" : claim.claimant;
    line += " · " + std::string(TitleOf(claim.kind)) + " · " + Capital(NameOf(claim.status));
    if (claim.time.known()) line += " · " + FormatDayRange(claim.time);
    if (!RegionOf(head, claim.region).empty())
      line += " · " + std::string(RegionOf(head, claim.region));
    if (!row.review.empty()) line += " · Review: " + std::string(row.review);
    *out += EscapedMarkup(line) + "</p><cite>" + Source(row.article) + " [" +
            EscapedMarkup(claim.rule) + "]</cite></blockquote>\n";
  }

  void End(std::string* out) override {
    *out += "<h2>How this was made</h2>\n<dl>";
    const auto fact = [out](std::string_view name, std::string_view value) {
      out->append("<dt>")
          .append(name)
          .append("</dt><dd>")
          .append(EscapedMarkup(value))
          .append("</dd>");
    };
    fact("Program", head.asked.program);
    fact("Query", head.asked.link);
    fact("Corpus", Count(head.corpus_articles, "article") + ", " +
                       Count(head.corpus_claims, "claim") + "; " + head.corpus);
    if (const uint32_t rejected = RejectedOf(head); rejected > 0)
      fact("Review", Count(rejected, "rejected claim") + " left out");
    *out +=
        "</dl>\n<p class=\"quiet\">Claims are found by rules, which make mistakes; the rule "
        "stands in brackets behind each. What is quoted is what somebody said, not what is "
        "so.</p>\n</body></html>\n";
  }

 private:
  std::string Days() const {
    const DayRange days = head.asked.query.days;
    return days.known() ? FormatDayRange(days) : "All days";
  }

  static std::string Source(const ArticleView& article) {
    std::string text = EscapedMarkup(article.title.empty() ? article.id : article.title);
    if (article.url.substr(0, 8) == "https://" || article.url.substr(0, 7) == "http://")
      text = "<a href=\"" + EscapedMarkup(article.url) + "\">" + text + "</a>";
    if (!article.source.empty()) text += ", " + EscapedMarkup(article.source);
    if (article.date.known()) text += ", " + FormatDay(article.date);
    return text;
  }

  template <typename E, typename F>
  void AddNamed(std::string_view title, const std::vector<FacetCount>& counts, const F& label,
                uint32_t chosen, Facet facet, std::string* out) const {
    const auto passes = [&](std::string_view name) {
      E value{};
      if (chosen == 0 || !FromName(name, &value)) return true;
      return ((chosen & BitOf(value)) != 0) != ((head.asked.query.except & BitOf(facet)) != 0);
    };
    AddCounts(title, counts, label, passes, out);
  }

  // A list is counted under the other filters: what its own leaves out is none of the report.
  template <typename F, typename P>
  static void AddCounts(std::string_view title, const std::vector<FacetCount>& counts,
                        const F& label, const P& passes, std::string* out) {
    constexpr size_t kMost = 12;
    out->append("<table><caption>").append(title).append("</caption>");
    size_t shown = 0;
    uint64_t rest = 0;
    for (const FacetCount& count : counts) {
      if (count.claims == 0 || !passes(count.value)) continue;
      if (++shown > kMost) {
        rest += count.claims;
        continue;
      }
      *out += "<tr><td>" + EscapedMarkup(label(count.value)) + "</td><td>" +
              GroupDigits(std::to_string(count.claims)) + "</td></tr>";
    }
    if (rest > 0)
      *out += "<tr><td>Others</td><td>" + GroupDigits(std::to_string(rest)) + "</td></tr>";
    out->append("</table>\n");
  }
};

}  // namespace

std::unique_ptr<ExportWriter> MakePaperWriter(const ExportHead& head) {
  return std::make_unique<PaperWriter>(head);
}

}  // namespace claimscope
