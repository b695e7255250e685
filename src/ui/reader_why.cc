#include "ui/reader_why.h"

#include <algorithm>
#include <string>

#include "ui/format.h"
#include "ui/widgets.h"

namespace claimscope {
namespace {

constexpr float kHead = 36, kName = 84, kLine = 24;

std::string Quoted(std::string_view words) { return "“" + std::string(words) + "”"; }

// The cleaned text of the claim's article; spans of a claim are bytes of it.
std::string CleanText(const ArticleView& article) {
  const std::vector<Cut> cuts(article.cuts.begin(), article.cuts.end());
  return TextWithoutCuts(article.page, cuts);
}

std::string Append(std::string text, std::string_view more, std::string_view between = " · ") {
  if (more.empty()) return text;
  if (!text.empty()) text.append(between);
  return text.append(more);
}

std::string When(const Claim& claim, std::string_view text) {
  const std::string days = claim.time.known() ? FormatDayRange(claim.time) : "No day known";
  if (claim.time_span.empty()) return Append(days, Explain(claim.time_basis), ", ");
  return days + ", from " + Quoted(TextOf(text, claim.time_span));
}

std::string Where(const Frame& frame, const Claim& claim) {
  if (claim.region.empty() || claim.region == "-") return "No region";
  std::string where(frame.session.regions().NameOf(claim.region));
  for (const PlaceMention& place : claim.places) {
    if (place.region != claim.region) continue;
    if (place.name != where) where = place.name + ", " + where;
    return Append(where, Explain(place.sure), ", ");
  }
  return Append(where, Explain(Sureness::kContext), ", ");
}

std::string HowMuch(const Claim& claim) {
  std::string text;
  for (const Quantity& quantity : claim.quantities) {
    text = Append(text, FormatQuantity(quantity));
    if (!Explain(quantity.scope).empty())
      text.append(" (").append(Explain(quantity.scope)).append(")");
  }
  return text;
}

}  // namespace

float WhyHeight(const Frame&, float) { return kHead + 7 * kLine + 12; }

void DrawWhy(const Frame& frame, Hit hit, const Rect& rect, bool* folded) {
  const Theme& theme = frame.theme;
  BeginPanel("why", rect, theme.panel, !*folded);
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float x0 = rect.min.x + 24, x1 = rect.max.x - kMargin;
  float y = rect.min.y - ImGui::GetScrollY();
  const Rect head{{rect.min.x, y}, {rect.max.x, y + kHead}};
  const Press press = PressArea("Why this is a claim", head);
  if (press.clicked) *folded = !*folded;
  DrawTextIn(list, frame.Bold(kUiText, theme.text), {{x0, head.min.y}, head.max},
             "Why this is a claim");
  DrawIcon(list, {x1 - 8, Snap(head.middle())}, *folded ? Icon::kUp : Icon::kDown,
           press.hovered ? theme.text : theme.quiet);
  if (!*folded) {
    const Segment& segment = frame.session.workspace().SegmentAt(hit.segment);
    const Claim claim = segment.ClaimAt(hit.row);
    const ArticleView article = segment.ArticleAt(segment.articles()[hit.row]);
    const std::string text = CleanText(article);
    y += kHead;
    const auto row = [&](std::string_view name, std::string_view value, auto mark) {
      if (value.empty()) return;
      const Rect line{{x0, y}, {x1, y + kLine}};
      DrawTextIn(list, frame.Text(kUiText, theme.quiet), {line.min, {x0 + kName, line.max.y}},
                 name);
      Rect rest{{x0 + kName, line.min.y}, line.max};
      if (mark({rest.min.x + 7, Snap(line.middle())})) CutLeft(&rest, 22);
      const bool cut = DrawTextIn(list, frame.Text(kUiText, theme.text), rest, value);
      frame.items.Add(name, line.min, line.max);
      if (cut && ImGui::IsMouseHoveringRect(line.min, line.max)) {
        const std::string label = "why " + std::string(name);
        PressRow(label, line);
        Tooltip(frame, value);
      }
      y += kLine;
    };
    const auto plain = [](ImVec2) { return false; };
    const auto marked = [&](auto value) {
      return [&theme, list, value](ImVec2 at) {
        DrawMark(list, theme, at, value);
        return true;
      };
    };
    const bool outlet = claim.claimant == "outlet" || claim.claimant.empty();
    std::string who =
        outlet ? std::string(article.source.empty() ? "The outlet itself" : article.source)
               : claim.claimant;
    row("Says", Append(who, LabelOf(claim.side)), marked(claim.side));
    const std::string cue = claim.cue.empty() ? "" : Quoted(TextOf(text, claim.cue)) + ", ";
    row("Wording", cue + std::string(Explain(claim.mode)), plain);
    row("Kind", LabelOf(claim.kind), marked(claim.kind));
    row("When", When(claim, text), plain);
    row("Where", Where(frame, claim), plain);
    row("How much", HowMuch(claim), plain);
    std::string status(LabelOf(claim.status));
    if (!claim.status_span.empty()) {
      status += ": " + Quoted(TextOf(text, claim.status_span));
    } else {
      status.append(": ").append(Explain(claim.status));
    }
    row("Status", status, marked(claim.status));
    row("Rule", claim.rule, plain);
  }
  EndContentAt(y + kGap);
  DrawHLine(ImGui::GetWindowDrawList(), rect.min.x, rect.max.x, rect.min.y, theme.line);
  EndPanel();
}

}  // namespace claimscope
