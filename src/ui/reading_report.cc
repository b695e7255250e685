#include "ui/reading_report.h"

#include "ui/findings.h"
#include "ui/format.h"

namespace claimscope {
namespace {

std::string LineOf(const Problem& problem) {
  std::string line = problem.kind == Problem::Kind::kSkipped ? "skipped" : "repaired";
  line += "  " + problem.source;
  if (problem.record > 0) line += ", record " + FormatCount(problem.record);
  if (problem.line > 0) line += ", line " + FormatCount(problem.line);
  if (problem.offset_bytes > 0) line += ", byte " + FormatCount(problem.offset_bytes);
  return line + ": " + problem.reason + "\n";
}

}  // namespace

std::string ReadingReport(const Session& session) {
  const Overview& overview = session.findings().Whole(session);
  const IngestProgress& progress = session.progress;
  std::string text = "Claimscope: what was read\n\n";
  text += FormatCountOf(overview.articles, "article") + ", " +
          FormatCountOf(overview.claims, "claim") + "\n";
  text += FormatCountOf(overview.undated.size(), "article") + " without a day, " +
          FormatCount(overview.without_claims.size()) + " without a claim\n";
  text += FormatCountOf(progress.skipped, "record") + " skipped, " +
          FormatCount(progress.repaired) + " repaired\n\nArticles and claims per source\n";
  for (const OverviewSource& source : overview.sources) {
    text += FormatCount(source.articles) + "  " + FormatCount(source.claims) + "  " +
            LabelOfName(Facet::kSource, source.name) + "\n";
  }
  text += "\nArticles per language\n";
  for (const FacetCount& language : overview.languages) {
    text +=
        FormatCount(language.claims) + "  " + LabelOfName(Facet::kLanguage, language.value) + "\n";
  }
  if (progress.problems.empty()) return text + "\nEverything was read.\n";
  text += "\nThe first of each kind of problem\n";
  for (const Problem& problem : progress.problems) text += LineOf(problem);
  return text;
}

}  // namespace claimscope
