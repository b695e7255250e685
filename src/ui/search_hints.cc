#include "ui/search_hints.h"

#include <imgui_internal.h>

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

std::string WalkHints(SearchHints& hints, std::string_view text) {
  if (hints.text != text || hints.all.empty()) {
    hints = {std::string(text), HintsFor(text), -1, false};
    hints.all.resize(std::min(hints.all.size(), kMostHints));
  }
  std::vector<int> ways;
  for (size_t i = 0; i < hints.all.size(); ++i) {
    if (Completed(text, hints.all[i]) != text) ways.push_back(static_cast<int>(i));
  }
  hints.walk = !ways.empty();
  if (ways.empty()) return {};
  // From the frame before on, or the keyboard's focus would go with them.
  const ImGuiID field = ImGui::GetActiveID();
  for (const ImGuiKey key : {ImGuiKey_DownArrow, ImGuiKey_UpArrow}) ImGui::SetKeyOwner(key, field);
  if (hints.chosen >= 0) ImGui::SetKeyOwner(ImGuiKey_Tab, field);
  const auto at = std::find(ways.begin(), ways.end(), hints.chosen);
  if (ImGui::IsKeyPressed(ImGuiKey_DownArrow))
    hints.chosen = at == ways.end() || at + 1 == ways.end() ? ways.front() : *(at + 1);
  if (ImGui::IsKeyPressed(ImGuiKey_UpArrow))
    hints.chosen = at == ways.end() || at == ways.begin() ? ways.back() : *(at - 1);
  if (hints.chosen < 0) return {};
  const bool entered = ImGui::IsKeyPressed(ImGuiKey_Enter, false);
  if (!entered && !ImGui::IsKeyPressed(ImGuiKey_Tab, false)) return {};
  // The field must not take this Enter as its end.
  if (entered) ImGui::GetKeyData(ImGuiKey_Enter)->DownDuration = 1e-3f;
  return Completed(text, hints.all[static_cast<size_t>(hints.chosen)]);
}

void DrawSearchHints(const SearchHints& shown, const Frame& frame, const Rect& field,
                     std::string_view text) {
  const std::vector<SearchHint>& hints = shown.all;
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
  for (size_t i = 0; i < hints.size(); ++i) {
    const SearchHint& hint = hints[i];
    if (static_cast<int>(i) == shown.chosen) {
      list->AddRectFilled({box.min.x + 4, row.min.y}, {box.max.x - 4, row.max.y},
                          frame.theme.accent_wash, kRadius);
    }
    DrawTextIn(list, syntax, row, hint.text);
    const Rect meaning{{row.min.x + column + kGap, row.min.y}, row.max};
    DrawTextIn(list, frame.Text(kUiText, frame.theme.quiet), meaning, hint.meaning);
    frame.items.Add("hint: " + std::string(hint.text), row.min, row.max);
    next();
  }
}

}  // namespace claimscope
