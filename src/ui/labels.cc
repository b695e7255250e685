#include "ui/labels.h"

#include <iterator>

#include "model/names.h"
#include "model/unit_words.h"

namespace claimscope {
namespace {

struct NamedCode {
  std::string_view code, name;
};
constexpr NamedCode kLanguages[] = {
    {"ar", "Arabic"},    {"be", "Belarusian"}, {"bg", "Bulgarian"},  {"cs", "Czech"},
    {"da", "Danish"},    {"de", "German"},     {"el", "Greek"},      {"en", "English"},
    {"es", "Spanish"},   {"et", "Estonian"},   {"fi", "Finnish"},    {"fr", "French"},
    {"he", "Hebrew"},    {"hu", "Hungarian"},  {"it", "Italian"},    {"ja", "Japanese"},
    {"ko", "Korean"},    {"lt", "Lithuanian"}, {"lv", "Latvian"},    {"nl", "Dutch"},
    {"no", "Norwegian"}, {"pl", "Polish"},     {"pt", "Portuguese"}, {"ro", "Romanian"},
    {"ru", "Russian"},   {"sk", "Slovak"},     {"sr", "Serbian"},    {"sv", "Swedish"},
    {"tr", "Turkish"},   {"uk", "Ukrainian"},  {"zh", "Chinese"}};

}  // namespace

MeasureUnit UnitOf(std::string_view measure) {
  if (measure == "m2") return {"km²", 1e6};
  if (measure == "m") return {"km", 1e3};
  if (measure == "usd") return {"US dollars", 1};
  if (measure == "eur") return {"euros", 1};
  if (measure == "gbp") return {"pounds sterling", 1};
  if (measure == "jpy") return {"yen", 1};
  if (measure == "%") return {"per cent", 1};
  if (measure == "items") return {"plain numbers", 1};
  const std::string_view shown = WordsOfUnit(measure).after;
  return {shown.empty() ? measure : shown, 1};
}

std::string LabelOfName(Facet list, std::string_view name) {
  if (list == Facet::kMeasure) return std::string(UnitOf(name).name);
  if (list == Facet::kClaimant && name == "outlet") return "The outlet itself";
  if (list == Facet::kLanguage) {
    for (const NamedCode& language : kLanguages) {
      if (language.code == name) return std::string(language.name);
    }
  }
  return name.empty() ? "Not known" : std::string(name);
}

std::string_view LabelOf(Facet facet) {
  static constexpr std::string_view kLabels[] = {"Region",   "Kind",        "Side",  "Status",
                                                 "Date",     "Who says so", "Place", "Source",
                                                 "Language", "Amount",      "Review"};
  return kLabels[static_cast<size_t>(facet)];
}

std::string_view LabelOf(Kind kind) { return TitleOf(kind); }
std::string_view LabelOf(Side side) { return TitleOf(side); }

std::string_view LabelOf(ClaimStatus status) {
  static constexpr std::string_view kLabels[kClaimStatusCount] = {
      "Only stated", "Unverified", "Confirmed", "Denied", "Disputed"};
  return kLabels[static_cast<int>(status)];
}

std::string_view LabelOf(Per per) {
  static constexpr std::string_view kLabels[] = {"Day", "Week", "Month", "Quarter", "Year"};
  return kLabels[static_cast<int>(per)];
}

std::string_view LabelOf(CutReason reason) {
  switch (reason) {
    case CutReason::kBlank:
      return "blank lines";
    case CutReason::kNavigation:
      return "menus and notices";
    case CutReason::kPromotion:
      return "promotion";
    case CutReason::kSharing:
      return "sharing and comments";
    case CutReason::kHeadlines:
      return "other headlines";
    case CutReason::kWidget:
      return "page furniture";
    case CutReason::kByline:
      return "byline";
    case CutReason::kCaption:
      return "picture caption";
  }
  return {};
}

std::string_view ExplainDate(DateBasis basis) {
  switch (basis) {
    case DateBasis::kNone:
      return "no date found";
    case DateBasis::kField:
      return "as the source gives it";
    case DateBasis::kText:
      return "from a date line in the page";
    case DateBasis::kUrl:
      return "from the address";
    case DateBasis::kDuplicate:
      return "from a dated copy";
    case DateBasis::kEvents:
      return "from the events it tells";
  }
  return {};
}

std::string_view Explain(TimeBasis basis) {
  switch (basis) {
    case TimeBasis::kPublication:
      return "the article's own date";
    case TimeBasis::kExplicit:
      return "the text gives the date";
    case TimeBasis::kRelative:
      return "reckoned from the article's date";
  }
  return {};
}

std::string_view Explain(Sureness sure) {
  switch (sure) {
    case Sureness::kExact:
      return "named in the text";
    case Sureness::kAlias:
      return "named by another spelling";
    case Sureness::kContext:
      return "taken from the text around it";
    case Sureness::kAmbiguous:
      return "several places have this name";
  }
  return {};
}

std::string_view Explain(Mode mode) {
  switch (mode) {
    case Mode::kDirect:
      return "in quoted words";
    case Mode::kIndirect:
      return "as the outlet reports it";
    case Mode::kOutlet:
      return "in the outlet's own voice";
  }
  return {};
}

std::string_view Explain(ClaimStatus status) { return MeaningOf(status); }

std::string_view Explain(Scope scope) {
  switch (scope) {
    case Scope::kNone:
      return {};
    case Scope::kCumulative:
      return "a running total";
    case Scope::kIncremental:
      return "for that time alone";
  }
  return {};
}

std::string_view Explain(Verdict verdict) {
  static constexpr std::string_view kMeanings[] = {
      "nobody has looked at it yet", "somebody found that it was read rightly",
      "somebody found that it is no claim; it does not count", "somebody set right what was wrong"};
  return kMeanings[static_cast<size_t>(verdict)];
}

std::string_view Explain(Kind kind) { return MeaningOf(kind); }
std::string_view Explain(Side side) { return MeaningOf(side); }

std::string_view ExplainName(Facet list, std::string_view name) {
  if (list == Facet::kRegion && name == "-") return "about no place, or about none that is known";
  if (list == Facet::kClaimant && name == "outlet") return MeaningOf(Side::kOutlet);
  if (list == Facet::kMeasure && name == "items") return "how many of something, without a unit";
  return {};
}

std::span<const Counting> AllCountings() {
  static constexpr Counting kCountings[] = {
      {"mentions", "Every mention", "a claim counts as often as articles tell it"},
      {"originals", "Without copied text",
       "where an article repeats another word for word, what it repeats does not count"},
      {"distinct", "Each claim once",
       "a claim counts once, however many articles tell it, in whatever words"},
      {"articles", "Articles, not claims",
       "an article counts once, however many of its claims pass the filters"}};
  return kCountings;
}

size_t CountingOf(const Query& query) {
  if (query.count_articles) return 3;
  if (!query.count_retold) return 2;
  return query.count_copies ? 0 : 1;
}

std::string_view LabelOf(Verdict verdict) {
  static constexpr std::string_view kLabels[] = {"Not reviewed", "Accepted", "Rejected",
                                                 "Corrected"};
  return kLabels[static_cast<size_t>(verdict)];
}

}  // namespace claimscope
