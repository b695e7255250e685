// The interface on a stage without a screen: a null renderer, a mouse and a keyboard that tests
// move.
#pragma once

#include <imgui.h>
#include <imgui_internal.h>

#include <memory>
#include <string>
#include <string_view>

#include "assets/builtin.h"
#include "tests/unit/ui/demo_corpus.h"
#include "ui/app.h"
#include "ui/items.h"

namespace claimscope {

class Stage {
 public:
  // `articles`: of the made-up corpus; 0: nothing is loaded.
  explicit Stage(int articles = 60, FrameInput input = {1280, 800, 1, false});
  ~Stage();

  Workspace workspace;
  std::unique_ptr<App> app;
  FrameInput input;
  int errors = 0;  // what ImGui complained about

  void Frames(int count = 4);
  const ItemList& items() const;
  const ItemList::Item* Find(std::string_view label) const { return items().Find(label); }
  // The first whose label begins so.
  const ItemList::Item* FindBeginning(std::string_view label) const;

  // False when there is no such widget.
  bool Hover(std::string_view label);
  bool Click(std::string_view label);
  bool DoubleClick(std::string_view label);
  // From one part of a widget's width to another, 0 to 1.
  bool Drag(std::string_view label, float from, float to);
  void Key(ImGuiKeyChord chord);
  void Type(const char* text);

  std::string State() { return app->StateJson(); }
  bool StateHas(std::string_view text) { return State().find(text) != std::string::npos; }

 private:
  void Frame();
  void Button(bool down);

  ImGuiContext* context_;
  FileBundle ui_files_;
};

}  // namespace claimscope
