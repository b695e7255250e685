#include "ui/notice_bar.h"

#include <imgui_internal.h>

#include <algorithm>

#include "ui/widgets.h"

namespace claimscope {
namespace {

constexpr double kSeconds = 6;
constexpr double kSecondsALetter = 0.06;  // of a long one
constexpr float kHeight = 36, kPadding = 16, kLine = 18;

std::string_view LabelOfWayBack(std::string_view command) {
  return command == "redo" ? "Redo" : "Undo";
}

}  // namespace

void NoticeBar::Draw(const Frame& frame, float x0, float x1, float foot) {
  const Notice& notice = frame.session.notice;
  const auto now = std::chrono::steady_clock::now();
  if (notice.number != shown_) since_ = now;
  shown_ = notice.number;
  const double seconds =
      std::max(kSeconds, kSecondsALetter * static_cast<double>(notice.text.size()));
  seconds_left_ =
      notice.text.empty() ? 0 : seconds - std::chrono::duration<double>(now - since_).count();
  if (seconds_left_ <= 0) {
    seconds_left_ = 0;
    return;
  }
  const TextStyle style = frame.Text(kUiText, frame.theme.text);
  const std::string_view way = notice.way_back.empty() ? "" : LabelOfWayBack(notice.way_back);
  const float link = way.empty() ? 0 : TextWidth(style, way) + kPadding + 2;
  const float width =
      std::min(TextWidth(style, notice.text) + 2 * kPadding + link + 2, x1 - x0 - 2 * kGap);
  const float left = Snap((x0 + x1 - width) / 2);
  const float inner = width - 2 * kPadding - link;
  const float lines = ParagraphHeight(style, inner, kLine, notice.text);
  const Rect box{{left, foot - kHeight + kLine - lines}, {left + width, foot}};
  ImGui::SetNextWindowPos(box.min);
  ImGui::SetNextWindowSize({box.width(), box.height()});
  ImGui::Begin("notice", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground |
                   ImGuiWindowFlags_NoFocusOnAppearing);
  ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
  frame.items.Cover(box.min, box.max);
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(box.min, box.max, frame.theme.panel, kRadius);
  list->AddRect(box.min, box.max, frame.theme.faint, kRadius, 0, Hairline());
  Rect rest = box.Inset(kPadding, 0);
  if (!way.empty()) {
    const Rect at = CutRight(&rest, link - kPadding);
    const std::string label = std::string(way) + "##notice";
    if (Link(frame, label, way, at, kUiText)) frame.Do(notice.way_back);
    CutRight(&rest, kPadding);
  }
  DrawParagraph(list, style, {rest.min.x, rest.min.y + (kHeight - kLine) / 2}, inner, kLine,
                notice.text);
  frame.items.Add("notice: " + notice.text, box.min, box.max);
  ImGui::End();
}

}  // namespace claimscope
