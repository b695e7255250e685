#include "ui/palette.h"

#include <imgui_internal.h>

#include <algorithm>

#include "base/strings.h"
#include "base/utf8.h"
#include "model/names.h"
#include "ui/commands.h"
#include "ui/format.h"
#include "ui/widgets.h"

namespace claimscope {
namespace {

constexpr size_t kRows = 10;
constexpr float kField = 40;

template <typename E>
void AddValues(std::vector<PaletteEntry>* all, std::string_view note, std::string_view command) {
  ForEachNamed<E>([&](E value) {
    PaletteEntry entry{std::string(LabelOf(value)), note, command, {}};
    AppendArgument("name", NameOf(value), &entry.arguments);
    all->push_back(std::move(entry));
  });
}

void Fill(Palette* palette, const Frame& frame) {
  palette->all.clear();
  for (const CommandSpec& command : AllCommands()) {
    if (!command.arguments.empty() && command.arguments != "all?") continue;
    if (command.id == "toggle-palette" || command.id == "step-back" ||
        !IsAvailable(frame.session, command.id))
      continue;
    const std::string_view keys = command.shortcut.substr(0, command.shortcut.find(' '));
    palette->all.push_back({std::string(command.label), keys, command.id, {}});
  }
  for (const FacetCount& region : frame.session.corpus().regions()) {
    PaletteEntry entry{
        std::string(frame.session.regions().NameOf(region.value)), "region", "toggle-region", {}};
    AppendArgument("code", region.value, &entry.arguments);
    palette->all.push_back(std::move(entry));
  }
  AddValues<Kind>(&palette->all, "kind", "toggle-kind");
  AddValues<Side>(&palette->all, "side", "toggle-side");
  AddValues<ClaimStatus>(&palette->all, "status", "toggle-status");
}

void Choose(const Palette& palette, const Frame& frame, size_t place) {
  const PaletteEntry& entry = palette.all[palette.found[place]];
  frame.Do("toggle-palette");
  GivenCommand& command = frame.commands.emplace_back();
  command.id = entry.command;
  command.arguments = entry.arguments;
}

void HandleKeys(Palette* palette, const Frame& frame) {
  const size_t count = palette->found.size();
  if (count == 0) return;
  if (ImGui::IsKeyPressed(ImGuiKey_DownArrow)) palette->chosen = (palette->chosen + 1) % count;
  if (ImGui::IsKeyPressed(ImGuiKey_UpArrow))
    palette->chosen = (palette->chosen + count - 1) % count;
  if (ImGui::IsKeyPressed(ImGuiKey_Enter, false)) Choose(*palette, frame, palette->chosen);
}

void DrawEntry(const Palette& palette, const Frame& frame, size_t place, const Rect& rect) {
  const PaletteEntry& entry = palette.all[palette.found[place]];
  const Press press = PressRow("command: " + entry.label + "##" + std::to_string(place), rect);
  ImDrawList* list = ImGui::GetWindowDrawList();
  if (place == palette.chosen) {
    list->AddRectFilled(rect.min, rect.max, frame.theme.accent_wash, kRadius);
  } else if (press.hovered) {
    list->AddRectFilled(rect.min, rect.max, frame.theme.hover_wash, kRadius);
  }
  Rect inner = rect.Inset(12, 0);
  DrawTextIn(list, frame.Text(kSmallText, frame.theme.quiet), CutRight(&inner, 110), entry.note,
             Align::kRight);
  DrawTextIn(list, frame.Text(kUiText, frame.theme.text), inner, entry.label);
  if (press.clicked) Choose(palette, frame, place);
}

}  // namespace

std::vector<size_t> FindEntries(const std::vector<PaletteEntry>& entries, std::string_view typed) {
  const std::string wanted = FoldText(TrimAscii(typed));
  const std::vector<std::string_view> words = SplitTrimmed(wanted, ' ');
  std::vector<size_t> found, begun;
  for (size_t i = 0; i < entries.size(); ++i) {
    const std::string label = FoldText(entries[i].label);
    const bool all = std::all_of(words.begin(), words.end(), [&](std::string_view w) {
      return label.find(w) != std::string::npos;
    });
    if (all) (StartsWith(label, wanted) ? begun : found).push_back(i);
  }
  begun.insert(begun.end(), found.begin(), found.end());
  return begun;
}

void Draw(Palette& palette, const Frame& frame) {
  if (!palette.open) {
    palette.open = true;
    palette.typed[0] = 0;
    palette.chosen = 0;
    Fill(&palette, frame);
    palette.found = FindEntries(palette.all, "");
  }
  const float width = std::min(520.0f, frame.width - 2 * kMargin);
  const float left = (frame.width - width) / 2, top = std::min(80.0f, frame.height * 0.1f);
  const size_t room =
      static_cast<size_t>(std::max(1.0f, (frame.height - top - kField - 48) / frame.row()));
  const size_t shown = std::min({palette.found.size(), kRows, room});
  const float height = kField + 24 + static_cast<float>(std::max<size_t>(shown, 1)) * frame.row();
  const Rect sheet{{left, top}, {left + width, top + height}};
  BeginPanel("palette", sheet, frame.theme.paper, false);
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRect(sheet.min, sheet.max, frame.theme.line, 0, 0, Hairline());
  Rect rest = sheet.Inset(kGap, kGap);
  const bool leaves = palette.typed[0] == 0 && ImGui::IsKeyPressed(ImGuiKey_Escape, false);
  if (leaves && ImGui::GetIO().WantTextInput) frame.Do("toggle-palette");
  const FieldResult field =
      TextField(frame, "Find a command", "Find a command, a region, a kind…", palette.typed,
                sizeof palette.typed, CutTop(&rest, kField), 12, false,
                ImGui::IsWindowAppearing() || ImGui::GetCurrentContext()->ActiveId == 0);
  if (field.edited) {
    palette.found = FindEntries(palette.all, palette.typed);
    palette.chosen = 0;
  }
  HandleKeys(&palette, frame);
  CutTop(&rest, kGap);
  // The chosen one stays among those shown.
  const size_t first = palette.chosen >= shown && shown > 0 ? palette.chosen - shown + 1 : 0;
  // Typing may just have shortened the list that the sheet was sized for.
  const size_t end = std::min(first + shown, palette.found.size());
  for (size_t i = first; i < end; ++i) DrawEntry(palette, frame, i, CutTop(&rest, frame.row()));
  if (shown == 0) {
    DrawTextIn(list, frame.Text(kUiText, frame.theme.quiet),
               CutTop(&rest, frame.row()).Inset(12, 0), "Nothing has this name");
  }
  EndPanel();
}

}  // namespace claimscope
