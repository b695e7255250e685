#include "ui/filters_panel.h"

#include <iterator>

#include "ui/facet_rows.h"
#include "ui/format.h"
#include "ui/widgets.h"

namespace claimscope {
namespace {

// In the order in which they are shown.
constexpr FacetSpec kSpecs[] = {
    {Facet::kRegion, "regions", "toggle-region", "only-region", "code"},
    {Facet::kKind, "kinds", "toggle-kind", "only-kind", "name"},
    {Facet::kSide, "sides", "toggle-side", "only-side", "name"},
    {Facet::kStatus, "statuses", "toggle-status", "only-status", "name"},
    {Facet::kClaimant, "speakers", "toggle-name", "only-name", "name", true},
    {Facet::kPlace, "places", "toggle-name", "only-name", "name", true},
    {Facet::kSource, "sources", "toggle-name", "only-name", "name", true},
    {Facet::kLanguage, "languages", "toggle-name", "only-name", "name", true},
    {Facet::kMeasure, "measures", "set-amount", "set-amount", "measure"},
    {Facet::kReview, "reviews", "toggle-review", "only-review", "name"}};

size_t PlaceOf(Facet facet) { return static_cast<size_t>(facet); }

// Long lists are counted only while they are unfolded: that is part of the state.
bool IsLong(Facet facet) { return facet >= Facet::kClaimant && facet != Facet::kReview; }

bool IsFolded(const FiltersPanel& panel, const Frame& frame, Facet facet) {
  if (IsLong(facet)) return (frame.state().open_lists & BitOf(facet)) == 0;
  return panel.lists[PlaceOf(facet)].folded;
}

FacetRows MakeRows(const Frame& frame, Facet facet, const FacetList& list) {
  switch (facet) {
    case Facet::kRegion:
      return RegionRows(frame, list);
    case Facet::kKind:
      return KindRows(frame);
    case Facet::kSide:
      return SideRows(frame);
    case Facet::kStatus:
      return StatusRows(frame);
    case Facet::kReview:
      return ReviewRows(frame);
    default:
      return NameRows(frame, facet, list);
  }
}

void Refresh(FiltersPanel& panel, const Frame& frame) {
  std::string asked;
  for (const FacetList& list : panel.lists) asked.append(list.find).append(list.all ? "+" : "-");
  if (panel.serial == frame.session.serial() && panel.dark == frame.theme.dark &&
      panel.asked == asked) {
    return;
  }
  panel.serial = frame.session.serial();
  panel.dark = frame.theme.dark;
  panel.asked = std::move(asked);
  for (const FacetSpec& spec : kSpecs) {
    FacetRows& rows = panel.rows[PlaceOf(spec.facet)];
    const bool counted = !IsFolded(panel, frame, spec.facet) || !IsLong(spec.facet);
    rows = counted ? MakeRows(frame, spec.facet, panel.lists[PlaceOf(spec.facet)]) : FacetRows();
  }
}

float DrawReviewLinks(const Frame& frame, float x0, float x1, float y) {
  const bool shown = frame.state().query.count_rejected;
  if (shown || frame.session.reviews.CountOf(Verdict::kRejected) > 0) {
    const std::string_view label = shown ? "Leave rejected claims out" : "Show rejected claims too";
    if (Link(frame, label, label, {{x0, y}, {x1, y + frame.row()}}, kUiText))
      frame.Do("show-rejected");
    y += frame.row();
  }
  if (Link(frame, "Save the reviewed claims…", "Save the reviewed claims…",
           {{x0, y}, {x1, y + frame.row()}}, kUiText))
    frame.Do("save-gold");
  return y + frame.row();
}

float DrawSection(FiltersPanel& panel, const Frame& frame, const FacetSpec& spec, float x0,
                  float x1, float y) {
  const bool folded = IsFolded(panel, frame, spec.facet);
  FacetList& list = panel.lists[PlaceOf(spec.facet)];
  const FacetRows& rows = panel.rows[PlaceOf(spec.facet)];
  if (!IsLong(spec.facet) && rows.rows.empty()) return y;
  DrawHLine(ImGui::GetWindowDrawList(), x0, x1, y, frame.theme.line);
  bool pressed = false;
  y = DrawSectionHead(frame, spec.facet, folded, x0, x1, y + 4, &pressed);
  if (pressed && IsLong(spec.facet)) frame.Do("toggle-list", {{"list", NameOf(spec.facet)}});
  if (pressed && !IsLong(spec.facet)) list.folded = !list.folded;
  if (folded) return y + kGap;
  y = Draw(list, frame, spec, rows, x0, x1, y);
  if (spec.facet == Facet::kReview) y = DrawReviewLinks(frame, x0, x1, y);
  if (spec.facet == Facet::kMeasure && !frame.state().query.amount.measure.empty())
    y = DrawEnds(panel.amount, frame, x0, x1, y + 4);
  return y + kGap;
}

// Whether a claim told twice counts twice, or what counts is not claims: one under the other.
float DrawCounting(const Frame& frame, float x0, float x1, float y) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const std::span<const Counting> ways = AllCountings();
  const size_t chosen = CountingOf(frame.state().query);
  DrawHLine(list, x0, x1, y, frame.theme.line);
  DrawTextIn(list, frame.Bold(kUiText, frame.theme.text), {{x0, y + 4}, {x1, y + 36}}, "Count");
  y += 36;
  for (size_t i = 0; i < ways.size(); ++i) {
    const Rect row{{x0, y}, {x1, y + frame.row()}};
    const Press press = PressArea(ways[i].label, row.Inset(-kGap, 0));
    Tooltip(frame, std::string(ways[i].label) + ": " + std::string(ways[i].meaning));
    if (press.hovered)
      list->AddRectFilled({x0 - kGap, y}, {x1 + kGap, row.max.y}, frame.theme.hover_wash, kRadius);
    const ImVec2 center(x0 + 7, Snap(row.middle()));
    list->AddCircle(center, 6.5f, i == chosen ? frame.theme.accent : frame.theme.faint, 0, 1.25f);
    if (i == chosen) list->AddCircleFilled(center, 3.5f, frame.theme.accent);
    DrawTextIn(list, frame.Text(kUiText, frame.theme.text), {{x0 + 24, y}, row.max}, ways[i].label);
    if (press.clicked) frame.Do("count-by", {{"what", ways[i].what}});
    y += frame.row();
  }
  return y + kGap;
}

// Around the list, where it lies over the rest: what it is, and two ways back to what was found.
void DrawDrawer(const Frame& frame, Rect* rect) {
  const Rect head = CutTop(rect, 48), foot = CutBottom(rect, 56);
  BeginPanel("drawer head", head, frame.theme.panel, false);
  Rect row = head.Inset(kMargin, 4);
  if (IconButton(frame, Icon::kClose, "Close the filters", CutRight(&row, row.height())))
    frame.Do("toggle-filters");
  DrawTextIn(ImGui::GetWindowDrawList(), frame.Bold(kBodyText, frame.theme.text), row, "Filters");
  EndPanel();
  BeginPanel("drawer foot", foot, frame.theme.panel, false);
  DrawHLine(ImGui::GetWindowDrawList(), foot.min.x, foot.max.x, foot.min.y, frame.theme.line);
  const std::string show = "Show " + FormatCountOf(frame.session.hit_count(), "claim");
  if (Button(frame, show, foot.Inset(kMargin, 8), ButtonLook::kFilled)) frame.Do("toggle-filters");
  EndPanel();
}

}  // namespace

void Draw(FiltersPanel& panel, const Frame& frame, const Rect& rect) {
  if (panel.clears != frame.state().clears) {
    panel.clears = frame.state().clears;
    for (FacetList& list : panel.lists) list.find[0] = 0;
  }
  Refresh(panel, frame);
  Rect list = rect;
  if (frame.session.narrow) DrawDrawer(frame, &list);
  BeginPanel("filters", list, frame.theme.panel, true);
  const float scroll = ImGui::GetScrollY();
  const float x0 = rect.min.x + kMargin, x1 = rect.max.x - kMargin;
  float y = list.min.y + kGap - scroll;
  y = Draw(panel.days, frame, x0, x1, y) + kGap;
  for (const FacetSpec& spec : kSpecs) y = DrawSection(panel, frame, spec, x0, x1, y);
  y = DrawCounting(frame, x0, x1, y);
  EndContentAt(y + kMargin);
  DrawVLine(ImGui::GetWindowDrawList(), rect.max.x - Hairline(), rect.min.y, rect.max.y,
            frame.theme.line);
  EndPanel();
}

}  // namespace claimscope
