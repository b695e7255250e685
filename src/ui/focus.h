// Where the keyboard is: moved by a key from panel to panel, into a form that opens, and back.
#pragma once

#include <span>
#include <string_view>

#include "ui/frame.h"

namespace claimscope {

// Gives the keyboard to a widget of the last frame, and shows it there.
void MoveFocus(const ItemList::Item& item);

// Whether the keyboard is in a panel, or in one within it; "/reader_": in the one named "reader".
bool IsKeyboardIn(std::string_view panel);

// A part of the window that the keyboard can be moved to; `first`: the widget to begin with where
// it is on show, else it is the first of the part.
struct FocusStop {
  Rect rect;
  std::string first;
};

class Focus {
 public:
  // At the end of a frame. Moves on by as many parts as were asked for since, round at both ends.
  void FollowPanels(const Frame& frame, std::span<const FocusStop> stops);
  // Once the reader is closed from within it, the keyboard is at the claim that was read.
  void FollowReader(const Frame& frame);
  // The form of a correction takes the keyboard; once it is closed, what had it before has it
  // again, or the claim's row of the table.
  void FollowForm(const Frame& frame);

 private:
  int steps_ = 0;  // as the session had them
  bool in_form_ = false, in_reader_ = false;
  ImGuiID before_ = 0;
};

}  // namespace claimscope
