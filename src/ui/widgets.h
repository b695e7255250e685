// Controls in the look of this program. Each is a focusable ImGui item named by its label, so that
// the mouse, the keyboard and tests reach it the same way; what it looks like is drawn over it.
#pragma once

#include <span>
#include <string_view>

#include "ui/frame.h"
#include "ui/marks.h"
#include "ui/text.h"

namespace claimscope {

struct Press {
  bool clicked = false;
  bool double_clicked = false;
  bool hovered = false;
  bool held = false;
  bool focused = false;  // by the keyboard, and shown
};

// An area that can be pressed. What stands after "##" in the label is not shown but makes it
// unique.
Press PressArea(std::string_view label, const Rect& rect);
// The same without a place in the order of Tab: for the many rows of a table.
Press PressRow(std::string_view label, const Rect& rect);

enum class ButtonLook : uint8_t { kQuiet, kOutlined, kFilled };
float ButtonWidth(const Frame& frame, std::string_view label);
bool Button(const Frame& frame, std::string_view label, const Rect& rect, ButtonLook look,
            bool enabled = true);
// `label` is the tooltip.
bool IconButton(const Frame& frame, Icon icon, std::string_view label, const Rect& rect,
                bool enabled = true);
// Text in the accent colour that can be pressed; `shown` is what is read, `label` the unique name.
bool Link(const Frame& frame, std::string_view label, std::string_view shown, const Rect& rect,
          float size, Align align = Align::kLeft);
// A box with a small arrow that opens a menu; what it shows is drawn by the caller. True when it
// was pressed.
bool MenuBox(const Frame& frame, std::string_view label, const Rect& rect);
// The same with `shown` in it.
bool MenuButton(const Frame& frame, std::string_view label, std::string_view shown,
                const Rect& rect);
// The next window stands under such a button, or above it where there is more room; it is no
// higher than the room and scrolls.
void PlaceMenu(const Rect& button);
// The menu of such a button, once it is opened by its name.
template <typename F>
void Menu(const char* name, const Rect& button, F items) {
  PlaceMenu(button);
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(12, 12));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(12, 12));
  if (ImGui::BeginPopup(name)) {
    items();
    ImGui::EndPopup();
  }
  ImGui::PopStyleVar(2);
}
// One of several, side by side. Returns the one pressed, or -1.
int Segments(const Frame& frame, std::span<const std::string_view> labels, int chosen,
             const Rect& rect);
float SegmentsWidth(const Frame& frame, std::span<const std::string_view> labels);
// The square of a check box, centred. `except`: what is checked is left out.
void DrawCheck(const Frame& frame, ImDrawList* list, ImVec2 center, bool checked, bool hovered,
               bool except = false);

// When the item before has been pointed at for a moment. Several lines are parted by '\n'.
void Tooltip(const Frame& frame, std::string_view text);
// Below what must not be covered, or above it where there is no room; at once.
void TooltipBeside(const Frame& frame, const Rect& what, std::string_view text);
// The same at once, beside a place that the keyboard is on.
void TooltipAt(const Frame& frame, ImVec2 at, std::string_view text);

// A box of our own beside the pointer, drawn into by the caller: true when it is open, EndTip then
// belongs to it.
bool BeginTip();
void EndTip();

// A text field over `buffer`; Escape leaves it as it was before; true while it is being edited.
// `label` names it, `hint` stands in it while it is empty.
struct FieldResult {
  bool edited = false;  // in this frame
  bool done = false;    // editing has ended, by Enter or by leaving the field
  bool active = false;
};
FieldResult TextField(const Frame& frame, const char* label, const char* hint, char* buffer,
                      size_t capacity, const Rect& rect, float left_padding, bool wrong,
                      bool take_focus, bool select_all = false);

// A part of the window with its own clipping and, if it must, scrolling. EndPanel belongs to every
// BeginPanel.
void BeginPanel(const char* name, const Rect& rect, ImU32 background, bool scrolls);
void EndPanel();
// Content ends at `y`: how far the panel can be scrolled.
void EndContentAt(float y);

}  // namespace claimscope
