// What the words of the model are called when people read them. Pure functions, no locale.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "engine/review.h"
#include "model/article.h"
#include "model/claim.h"
#include "model/query.h"
#include "ui/state.h"

namespace claimscope {

// The words shown to people, in sentence case: "Territory", "Third parties", "Unverified".
std::string_view LabelOf(Kind kind);
std::string_view LabelOf(Side side);
std::string_view LabelOf(ClaimStatus status);
std::string_view LabelOf(Per per);
// A name of one of the long lists: claimant, place, source, language ("en": "English") or measure.
std::string LabelOfName(Facet list, std::string_view name);
// Why a part of the page was left out: "menus and notices".
std::string_view LabelOf(CutReason reason);
// How the date of an article is known, to stand in brackets: "from a date line in the page".
std::string_view ExplainDate(DateBasis basis);
// How the time, the place and the wording of a claim are known; whole phrases.
std::string_view Explain(TimeBasis basis);
std::string_view Explain(Sureness sure);
std::string_view Explain(Mode mode);
std::string_view Explain(ClaimStatus status);
std::string_view Explain(Scope scope);
std::string_view Explain(Verdict verdict);
// Kinds and sides as the rule pack explains them.
std::string_view Explain(Kind kind);
std::string_view Explain(Side side);
// A row of one of the long lists whose name alone does not say what it holds; else empty.
std::string_view ExplainName(Facet list, std::string_view name);
// "Accepted".
std::string_view LabelOf(Verdict verdict);
// "Who says so", "Amount".
std::string_view LabelOf(Facet facet);

// The unit in which amounts of a measure are shown, and how many of the measure's own make one.
struct MeasureUnit {
  std::string_view name;
  double size;
};
MeasureUnit UnitOf(std::string_view measure);

// What is counted: its argument of the command "count-by", its label, and what that means.
struct Counting {
  std::string_view what, label, meaning;
};
std::span<const Counting> AllCountings();
// The one of a query.
size_t CountingOf(const Query& query);

}  // namespace claimscope
