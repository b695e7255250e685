#include "tests/unit/ui/stage.h"

#include <doctest/doctest.h>

namespace claimscope {
namespace {

// Textures exist as soon as they are asked for.
void ServeTextures() {
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    if (texture->Status == ImTextureStatus_WantDestroy) {
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    } else if (texture->Status != ImTextureStatus_OK &&
               texture->Status != ImTextureStatus_Destroyed) {
      texture->SetTexID(1);
      texture->SetStatus(ImTextureStatus_OK);
    }
  }
}

}  // namespace

Stage::Stage(int articles, FrameInput frame_input)
    : input(frame_input), context_(ImGui::CreateContext()) {
  ImGui::SetCurrentContext(context_);
  ImGuiIO& io = ImGui::GetIO();
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures |
                     ImGuiBackendFlags_RendererHasVtxOffset | ImGuiBackendFlags_HasMouseCursors;
  io.IniFilename = nullptr;
  // Two widgets of one name, or a mistake in the order of calls, is counted instead of shown in a
  // tooltip.
  io.ConfigDebugHighlightIdConflicts = true;
  io.ConfigErrorRecoveryEnableAssert = false;
  io.ConfigErrorRecoveryEnableTooltip = false;
  context_->ErrorCallback = [](ImGuiContext*, void* stage, const char* message) {
    MESSAGE(message);
    ++static_cast<Stage*>(stage)->errors;
  };
  context_->ErrorCallbackUserData = this;
  Result<FileBundle> rules = FileBundle::Open(BuiltinRules());
  Result<FileBundle> files = FileBundle::Open(BuiltinUi());
  REQUIRE(rules.ok());
  REQUIRE(files.ok());
  ui_files_ = *files;
  Result<RegionNames> names = RegionNames::Load(*rules);
  REQUIRE(names.ok());
  if (articles > 0) {
    bool added = false;
    REQUIRE(workspace.AddSegment(DemoSegment(articles, 1), &added).ok());
  }
  app = std::make_unique<App>(&workspace, *names, ui_files_);
  Frames();
}

Stage::~Stage() {
  app.reset();
  ImGui::DestroyContext(context_);
}

void Stage::Frame() {
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {input.width, input.height};
  io.DisplayFramebufferScale = {input.scale, input.scale};
  io.DeltaTime = 1.0f / 30;
  ImGui::NewFrame();
  app->Frame(input);
  ImGui::Render();
  ServeTextures();
  if (context_->DebugDrawIdConflictsId != 0) {
    ++errors;
    context_->DebugDrawIdConflictsId = 0;
  }
}

void Stage::Frames(int count) {
  for (int i = 0; i < count; ++i) Frame();
}

const ItemList& Stage::items() const { return *static_cast<const ItemList*>(context_->TestEngine); }

const ItemList::Item* Stage::FindBeginning(std::string_view label) const {
  for (const ItemList::Item& item : items().items()) {
    if (std::string_view(item.label).substr(0, label.size()) == label) return &item;
  }
  return nullptr;
}

bool Stage::Hover(std::string_view label) {
  const ItemList::Item* item = Find(label);
  if (item == nullptr) return false;
  ImGui::GetIO().AddMousePosEvent((item->min.x + item->max.x) / 2, (item->min.y + item->max.y) / 2);
  Frames(3);
  return true;
}

void Stage::Button(bool down) {
  ImGui::GetIO().AddMouseButtonEvent(0, down);
  Frames(2);
}

bool Stage::Click(std::string_view label) {
  if (!Hover(label)) return false;
  Button(true);
  Button(false);
  Frames(20);  // long enough that the next click is no double click
  return true;
}

bool Stage::DoubleClick(std::string_view label) {
  if (!Hover(label)) return false;
  for (int i = 0; i < 2; ++i) {
    Button(true);
    Button(false);
  }
  Frames(20);
  return true;
}

bool Stage::Drag(std::string_view label, float from, float to) {
  const ItemList::Item* item = Find(label);
  if (item == nullptr) return false;
  const ImVec2 min = item->min, max = item->max;
  const float y = (min.y + max.y) / 2;
  ImGuiIO& io = ImGui::GetIO();
  io.AddMousePosEvent(min.x + (max.x - min.x) * from, y);
  Frames(3);
  Button(true);
  for (int step = 1; step <= 5; ++step) {
    const float at = from + (to - from) * static_cast<float>(step) / 5;
    io.AddMousePosEvent(min.x + (max.x - min.x) * at, y);
    Frames(2);
  }
  Button(false);
  Frames(20);
  return true;
}

void Stage::Key(ImGuiKeyChord chord) {
  ImGuiIO& io = ImGui::GetIO();
  const auto key = static_cast<ImGuiKey>(chord & ~ImGuiMod_Mask_);
  for (const bool down : {true, false}) {
    for (const ImGuiKey mod : {ImGuiMod_Ctrl, ImGuiMod_Shift, ImGuiMod_Alt}) {
      if ((chord & mod) != 0) io.AddKeyEvent(mod, down);
    }
    io.AddKeyEvent(key, down);
    Frames(2);
  }
  Frames(2);
}

void Stage::Type(const char* text) {
  ImGui::GetIO().AddInputCharactersUTF8(text);
  Frames(4);
}

}  // namespace claimscope
