#include "ui/nothing_found.h"

#include "ui/arguments.h"
#include "ui/findings.h"
#include "ui/format.h"
#include "ui/missing_values.h"

namespace claimscope {

WayOut SearchFor(std::string label, std::string_view text, bool alone) {
  WayOut way{std::move(label), "search", true, {}};
  AppendArgument("q", text, &way.arguments);
  if (alone) AppendArgument("alone", "1", &way.arguments);
  return way;
}

namespace {

// Words that are in no article, and all of them as alternatives.
void TellWords(const Session& session, std::string_view search, NothingFound* out) {
  std::string missing, any;
  size_t words = 0, lost = 0;
  for (const WordPattern& pattern : WordsSearched(search)) {
    const bool similar = pattern.kind == WordPattern::Kind::kSimilar;
    std::string word = pattern.word + (similar ? "~" : "");
    any += (any.empty() ? "" : " OR ") + word;
    const bool begins = pattern.kind == WordPattern::Kind::kBeginning;
    ++words;
    if (session.FindArticles(word + (begins ? "* " : " "), 0).total > 0) continue;
    // A word that is still being typed has no star yet.
    if (begins && search.find('*') != std::string_view::npos) word += "*";
    ++lost;
    missing += (missing.empty() ? "“" : " or “") + word + "”";
  }
  if (lost > 0) {
    out->text = "No article has " + missing + ".";
  } else if (words > 1) {
    out->text = "Each of these words is in some article, but not all of them as asked for here.";
  }
  if (words > 1 && lost < words) out->ways.push_back(SearchFor("Any of these words", any, false));
}

void TellSearch(const Session& session, NothingFound* out) {
  const AppState& state = session.state;
  Query alone;
  alone.text = state.query.text;
  alone.text_in_claims = QuestionOf(state).text_in_claims;
  const uint32_t claims = session.Look(alone, Asking(Per::kYear)).claims;
  if (claims > 0) {
    out->text = "The search alone finds " + FormatCountOf(claims, "claim") + ".";
    out->ways.push_back(SearchFor("Without the other filters", state.query.text, true));
    return;
  }
  out->title = "Nothing found for " + state.query.text;
  const uint32_t articles =
      state.search_articles ? 0 : session.FindArticles(state.query.text, 0).total;
  if (articles == 0) return TellWords(session, state.query.text, out);
  out->text = FormatCountOf(articles, "article") + (articles == 1 ? " has" : " have") +
              " what is searched for, but no claim says it.";
  if (session.findings().InArticles(session) > 0)
    out->ways.push_back({"All claims of " + FormatCountOf(articles, "article"), "search-in", true,
                         "where=articles"});
}

}  // namespace

NothingFound ExplainNothing(const Session& session) {
  NothingFound out;
  if (session.state.query == Query{}) {
    // No filter leaves anything out: the articles hold nothing to show.
    const uint64_t articles = session.corpus().articles();
    out.title = articles == 1 ? "No claims in this article"
                              : "No claims in these " + FormatCountOf(articles, "article");
    out.text = "Nobody in what was opened says who did what, where or when. No filter is on.";
    out.ways.push_back({"Open articles…##none", "open-files", true, {}});
    return out;
  }
  out.title = "No claim passes all these filters";
  if (!FindMissing(session, &out) && !session.is_searching() &&
      !WordsSearched(session.state.query.text).empty())
    TellSearch(session, &out);
  if (out.text.empty())
    out.text = "Remove one of them above, take the last step back, or start again from all claims.";
  out.ways.push_back({"Undo the last step", "undo", session.history.can_undo(), {}});
  out.ways.push_back({"Clear all filters", "clear-all", true, {}});
  return out;
}

}  // namespace claimscope
