// Two sides or filters held against each other: what each claims over time, and the amounts they
// tell in one measure.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "ui/marks.h"
#include "ui/session.h"

namespace claimscope {

struct ComparedAmount {
  Hit claim;
  Day day;
  double least = 0, most = 0;  // in the measure's unit
  uint8_t side = 0;            // which of the two: 0 or 1
  bool is_total = false;       // cumulative: up to that day
  // Running totals of one side with the same number count the same thing in the same place: only
  // these are steps of one line.
  size_t line = 0;
  Bound bound = Bound::kExact;
};
// "≥ 150", "40–50", in the measure's unit of `size`.
std::string FormatAmount(const ComparedAmount& amount, double size);

struct ComparedSides {
  ComparedPair columns{};
  std::array<Query, 2> queries;
  std::array<Histogram, 2> charts;
  std::array<uint32_t, 2> claims{};
  std::vector<FacetCount> measures;     // of the claims of both, by falling count
  std::string measure;                  // the one shown; empty when no claim tells an amount
  std::vector<Kind> kinds;              // of the claims that tell some, the commonest first
  Kind kind = Kind::kOther;             // the one shown: amounts of two kinds are unlike
  std::vector<ComparedAmount> amounts;  // with a day, ascending
  bool is_cut = false;                  // there are more than kMostAmounts

  bool is_known = false;  // else only what is compared is

  // Of what is not done yet.
  size_t steps = 0;
  Asking asking;
  std::optional<Kind> wanted_kind;
  std::vector<Hit> telling[2];  // the hits that tell amounts in the measure
};
constexpr size_t kMostAmounts = 2000;
// As the commands name them.
constexpr std::string_view kColumnNames[] = {"first", "second"};

ComparedSides Compare(const Session& session);
// The same in some steps, each as long as a question to the workspace: true once it is done. The
// corpus must not change meanwhile.
ComparedSides BeginCompare(const Session& session);
bool CompareOn(const Session& session, ComparedSides* two);

// Two filters, or a filter and a side: they are called A and B.
bool ComparesFilters(const ComparedPair& columns);
// "Ukraine", "Sumy · Strike", "Now: all claims".
std::string NameOfColumn(const Session& session, const Compared& column);
ImU32 ColorOf(const Theme& theme, const ComparedPair& columns, size_t place);
void DrawColumnMark(ImDrawList* list, const Theme& theme, ImVec2 center,
                    const ComparedPair& columns, size_t place);

}  // namespace claimscope
