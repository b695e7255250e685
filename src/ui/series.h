// The series of the chart as people see them: colour and mark, and the filter behind them.
#pragma once

#include <string>
#include <string_view>

#include "ui/frame.h"

namespace claimscope {

// `series`: as Histogram::series has it, of a chart stacked by `stack`; its name: filter_words.h.
ImU32 SeriesColor(const Frame& frame, Facet stack, std::string_view series);
void DrawSeriesMark(const Frame& frame, ImDrawList* list, ImVec2 center, Facet stack,
                    std::string_view series);
// "Other" is no filter.
bool CanFilter(Facet stack, std::string_view series);
// Sends the command that adds it to the filter or takes it out.
void ToggleSeries(const Frame& frame, Facet stack, std::string_view series);

}  // namespace claimscope
