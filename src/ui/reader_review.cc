#include "ui/reader_review.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cstring>

#include "base/strings.h"
#include "model/unit_words.h"
#include "ui/date_entry.h"
#include "ui/format.h"
#include "ui/widgets.h"

namespace claimscope {
namespace {

constexpr float kLeft = 24, kRight = 20, kName = 92, kLine = 36;
constexpr float kMessageLine = 18, kFoot = 44;
constexpr int kLines = 7;

template <size_t N>
void Put(std::string_view text, char (&buffer)[N]) {
  const size_t size = std::min(text.size(), N - 1);
  std::memcpy(buffer, text.data(), size);
  buffer[size] = 0;
}

// "km²" for "km2".
std::string ShownUnit(const std::string& unit) {
  const UnitWords words = WordsOfUnit(unit);
  return words.before.empty() && !words.after.empty() ? std::string(words.after) : unit;
}

// The other way round; what was not changed stays as it was.
std::string UnitOf(const ReviewForm& form) {
  if (form.unit == ShownUnit(form.found_unit)) return form.found_unit;
  std::string unit = form.unit;
  constexpr std::string_view kSquare = "²";
  if (EndsWith(unit, kSquare)) unit.replace(unit.size() - kSquare.size(), kSquare.size(), "2");
  return unit;
}

// As it is shown: what was corrected before stands in its place.
void Fill(ReviewForm& form, const Frame& frame, Hit hit) {
  const Claim claim = frame.session.workspace().SegmentAt(hit.segment).ClaimAt(hit.row);
  const auto value = [&](ClaimField field) { return ValueOf(claim, field); };
  form.kind = claim.kind;
  form.side = claim.side;
  form.status = claim.status;
  Put(value(ClaimField::kClaimant), form.claimant);
  const std::string region = value(ClaimField::kRegion);
  form.region = {};
  form.region.code = region == "-" ? "" : region;
  Put(FormatDay(ParseIsoDay(value(ClaimField::kFrom))), form.from);
  Put(FormatDay(ParseIsoDay(value(ClaimField::kTo))), form.to);
  Put(value(ClaimField::kValue), form.value);
  form.found_unit = value(ClaimField::kUnit);
  Put(ShownUnit(form.found_unit), form.unit);
  form.wrong.clear();
}

// The days told in the two fields; one alone tells both. Not known, without a problem: none.
DayRange DaysOf(const ReviewForm& form, std::string* wrong) {
  const bool no_from = form.from[0] == 0, no_to = form.to[0] == 0;
  const DateEntry from = ParseDateEntry(no_from ? form.to : form.from),
                  to = ParseDateEntry(no_to ? form.from : form.to);
  if (no_from && no_to) return {};
  if (!from.known() || !to.known()) {
    *wrong = kDateHelp;
  } else if (to.days.to < from.days.from) {
    *wrong = "The last day is before the first.";
  }
  return {from.days.from, to.days.to};
}

// "1,200" and "1 200" are numbers.
std::string NumberOf(std::string_view text) {
  std::string number(text);
  std::erase_if(number, [](char c) { return c == ',' || c == ' '; });
  return number;
}

void Save(ReviewForm& form, const Frame& frame) {
  form.wrong.clear();
  form.wrong_field = ClaimField::kFrom;
  const DayRange days = DaysOf(form, &form.wrong);
  const std::string value = NumberOf(form.value);
  double number = 0;
  if (form.wrong.empty() && !value.empty() && !ParseDouble(value, &number)) {
    form.wrong_field = ClaimField::kValue;
    form.wrong = "The amount is not a number. Write it in digits, such as 1200.";
  }
  if (!form.wrong.empty()) return;
  frame.Do("correct-claim", {{"kind", NameOf(form.kind)},
                             {"side", NameOf(form.side)},
                             {"status", NameOf(form.status)},
                             {"claimant", form.claimant},
                             {"region", form.region.code.empty() ? "-" : form.region.code},
                             {"from", FormatIsoDay(days.from)},
                             {"to", FormatIsoDay(days.to)},
                             {"value", value},
                             {"unit", UnitOf(form)}});
}

template <typename E>
void Choice(const Frame& frame, const char* name, int count, E* chosen, const Rect& rect) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  if (MenuBox(frame, name, rect)) ImGui::OpenPopup(name);
  DrawMark(list, frame.theme, {rect.min.x + 15, Snap(rect.middle())}, *chosen);
  DrawTextIn(list, frame.Text(kUiText, frame.theme.text),
             {{rect.min.x + 30, rect.min.y}, {rect.max.x - 24, rect.max.y}}, LabelOf(*chosen));
  // Below the box, or above it where there is no room.
  constexpr float kEntry = 28;
  const bool below = rect.max.y + kEntry * static_cast<float>(count + 1) < frame.height;
  ImGui::SetNextWindowPos({rect.min.x, below ? rect.max.y + 4 : rect.min.y - 4}, ImGuiCond_Always,
                          {0, below ? 0.0f : 1.0f});
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(12, 10));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(12, 12));
  if (ImGui::BeginPopup(name)) {
    for (int i = 0; i < count; ++i) {
      const E entry = static_cast<E>(i);
      const std::string label(LabelOf(entry));
      if (label.empty()) continue;
      if (ImGui::MenuItem(label.c_str(), nullptr, entry == *chosen)) *chosen = entry;
      if (entry == *chosen) ImGui::SetItemDefaultFocus();
    }
    ImGui::EndPopup();
  }
  ImGui::PopStyleVar(2);
}

// In sight whatever is scrolled away above.
void DrawFoot(ReviewForm& form, const Frame& frame, const Rect& rect) {
  BeginPanel("save the correction", rect, frame.theme.panel, false);
  const float x = rect.min.x + kLeft + kName, y = rect.min.y + 6;
  const Rect save{{x, y}, {x + 72, y + 30}};
  const bool saves = Button(frame, "Save##correction", save, ButtonLook::kFilled);
  Tooltip(frame, "Save (Ctrl+Enter)");
  const bool key = ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | ImGuiKey_Enter) &&
                   ImGui::GetCurrentContext()->OpenPopupStack.empty();
  if (saves || key) Save(form, frame);
  const Rect cancel{{save.max.x + kGap, y}, {save.max.x + kGap + 76, y + 30}};
  if (Button(frame, "Cancel##correction", cancel, ButtonLook::kOutlined)) frame.Do("edit-claim");
  EndPanel();
}

}  // namespace

void DrawReviewBar(const Frame& frame, const Rect& rect) {
  struct Way {
    Verdict verdict;
    std::string_view command, label, tip;
  };
  static constexpr Way kWays[] = {
      {Verdict::kAccepted, "accept-claim", "Accept", "This was read rightly (A)"},
      {Verdict::kRejected, "reject-claim", "Reject", "This is no claim (R)"},
      {Verdict::kCorrected, "edit-claim", "Correct…", "Set right what was read wrongly (E)"}};
  const Theme& theme = frame.theme;
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(rect.min, rect.max, theme.panel);
  DrawHLine(list, rect.min.x, rect.max.x, rect.min.y, theme.line);
  const Verdict said = frame.session.selected()
                           ? frame.session.reviews.VerdictOf(*frame.session.selected())
                           : Verdict::kNone;
  const float width = std::min(120.0f, (rect.width() - kLeft - kRight - 2 * kGap) / 3);
  float x = rect.min.x + kLeft;
  for (const Way& way : kWays) {
    const Rect button{{x, rect.min.y + 7}, {x + width, rect.max.y - 7}};
    const bool on = said == way.verdict;
    const Press press = PressArea(way.label, button);
    Tooltip(frame, way.tip);
    if (on) list->AddRectFilled(button.min, button.max, theme.accent_wash, kRadius);
    if (press.hovered) list->AddRectFilled(button.min, button.max, theme.hover_wash, kRadius);
    list->AddRect(button.min, button.max, on ? theme.accent : theme.line, kRadius, 0, Hairline());
    DrawMark(list, theme, {x + 16, Snap(button.middle())}, way.verdict);
    const std::string_view shown = on ? LabelOf(way.verdict) : way.label;
    DrawTextIn(list, frame.Text(kUiText, theme.text), {{x + 30, button.min.y}, button.max}, shown);
    if (press.clicked) frame.Do(way.command);
    x += width + kGap;
  }
}

float HeightOf(const ReviewForm& form, const Frame&) {
  return kLine * (kLines + 1) + kFoot + 6 + (form.wrong.empty() ? 0 : 2 * kMessageLine + 6);
}

void Draw(ReviewForm& form, const Frame& frame, const Rect& rect) {
  const std::optional<Hit> hit = frame.session.selected();
  if (!hit) return;
  if (!form.open || !(form.of == frame.state().selection)) {
    form.open = true;
    form.of = frame.state().selection;
    Fill(form, frame, *hit);
  }
  const Theme& theme = frame.theme;
  Rect fields = rect;
  const Rect foot = CutBottom(&fields, kFoot);
  BeginPanel("correct the claim", fields, theme.panel, true);
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float x0 = rect.min.x + kLeft, x1 = rect.max.x - kRight;
  float y = rect.min.y + 4 - ImGui::GetScrollY();
  DrawTextIn(list, frame.Bold(kUiText, theme.text), {{x0, y}, {x1, y + 32}}, "What is right?");
  y += 34;
  const auto line = [&](std::string_view name) {
    DrawTextIn(list, frame.Text(kUiText, theme.quiet), {{x0, y}, {x0 + kName, y + 30}}, name);
    const Rect field{{x0 + kName, y}, {x1, y + 30}};
    y += kLine;
    return field;
  };
  const auto say = [&](ClaimField field) {
    if (form.wrong.empty() || form.wrong_field != field) return;
    const float begin = y - 2;
    y += DrawParagraph(list, frame.Text(kUiText, theme.warning), {x0 + kName, begin},
                       x1 - x0 - kName, kMessageLine, form.wrong) +
         6;
    frame.items.Add("problem of the correction: " + form.wrong, {x0 + kName, begin}, {x1, y});
  };
  Choice(frame, "Right kind", kKindCount, &form.kind, line("Kind"));
  Choice(frame, "Right side", kSideCount, &form.side, line("Side"));
  Choice(frame, "Right status", kClaimStatusCount, &form.status, line("Status"));
  TextField(frame, "Right claimant", "name; outlet: the paper itself", form.claimant,
            sizeof form.claimant, line("Who says so"), 8, false, false);
  Draw(form.region, frame, "Right region", line("Region"));
  Rect time = line("Time");
  const float half = (time.width() - kGap) / 2;
  const bool bad_days = !form.wrong.empty() && form.wrong_field == ClaimField::kFrom;
  TextField(frame, "Right first day", "1 May 2025", form.from, sizeof form.from,
            CutLeft(&time, half), 8, bad_days, false);
  CutLeft(&time, kGap);
  TextField(frame, "Right last day", "the same day", form.to, sizeof form.to, time, 8, bad_days,
            false);
  say(ClaimField::kFrom);
  Rect amount = line("Amount");
  TextField(frame, "Right amount", "number", form.value, sizeof form.value, CutLeft(&amount, half),
            8, !form.wrong.empty() && form.wrong_field == ClaimField::kValue, false);
  CutLeft(&amount, kGap);
  TextField(frame, "Right unit", "unit", form.unit, sizeof form.unit, amount, 8, false, false);
  say(ClaimField::kValue);
  EndContentAt(y + 4);
  DrawHLine(list, rect.min.x, rect.max.x, rect.min.y, theme.line);
  EndPanel();
  DrawFoot(form, frame, foot);
}

}  // namespace claimscope
