#include "ui/search_hints.h"

#include <algorithm>
#include <string>
#include <vector>

#include "ui/text.h"
#include "ui/widgets.h"

namespace claimscope {
namespace {

constexpr float kLine = 24;
constexpr size_t kMostHints = 8;

// The first problem that typing on would not mend.
std::string Complaint(std::string_view text) {
  for (const SearchProblem& problem : CheckSearch(text)) {
    const std::string_view from = text.substr(problem.begin);
    const bool is_open = problem.end == text.size() || from.front() == '"' || from.front() == '(';
    if (!is_open) return DescribeProblem(text, problem);
  }
  return {};
}

}  // namespace

std::string DescribeProblem(std::string_view text, const SearchProblem& problem) {
  if (problem.end <= problem.begin) return problem.message;
  const std::string_view part = text.substr(problem.begin, problem.end - problem.begin);
  return "“" + std::string(part) + "”: " + problem.message;
}

void DrawSearchHints(const Frame& frame, const Rect& field, std::string_view text) {
  std::vector<SearchHint> hints = HintsFor(text);
  hints.resize(std::min(hints.size(), kMostHints));
  const std::string complaint = Complaint(text);
  const size_t lines = hints.size() + (complaint.empty() ? 0 : 1);
  if (lines == 0) return;

  const TextStyle syntax = frame.Text(kUiText, frame.theme.text);
  float column = 0;
  for (const SearchHint& hint : hints) column = std::max(column, TextWidth(syntax, hint.text));
  const Rect box{{field.min.x, field.max.y + 4},
                 {field.max.x, field.max.y + 12 + kLine * static_cast<float>(lines)}};
  ImDrawList* const list = ImGui::GetForegroundDrawList();
  list->AddRectFilled(box.min, box.max, frame.theme.panel, kRadius);
  list->AddRect(box.min, box.max, frame.theme.line, kRadius, 0, Hairline());
  Rect row{{box.min.x + 12, box.min.y + 4}, {box.max.x - 12, box.min.y + 4 + kLine}};
  const auto next = [&row] {
    row.min.y += kLine;
    row.max.y += kLine;
  };
  if (!complaint.empty()) {
    DrawTextIn(list, frame.Text(kUiText, frame.theme.warning), row, complaint);
    frame.items.Add("hint: " + complaint, row.min, row.max);
    next();
  }
  for (const SearchHint& hint : hints) {
    DrawTextIn(list, syntax, row, hint.text);
    const Rect meaning{{row.min.x + column + kGap, row.min.y}, row.max};
    DrawTextIn(list, frame.Text(kUiText, frame.theme.quiet), meaning, hint.meaning);
    frame.items.Add("hint: " + std::string(hint.text), row.min, row.max);
    next();
  }
}

}  // namespace claimscope
