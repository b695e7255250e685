#include "ui/reader_why.h"

#include <algorithm>
#include <string>

#include "ui/format.h"
#include "ui/guessed.h"
#include "ui/widgets.h"

namespace claimscope {
namespace {

constexpr float kHead = 36, kName = 76, kLine = 20, kBetween = 3, kLeft = 24, kRight = 20;

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

std::string When(const Claim& claim, std::string_view text, std::string_view guess) {
  const std::string days = claim.time.known() ? FormatDayRange(claim.time) : "No day known";
  if (!guess.empty()) return days + ": " + std::string(guess);
  if (claim.time_span.empty()) return Append(days, Explain(claim.time_basis), ", ");
  return days + ", from " + Quoted(TextOf(text, claim.time_span));
}

std::string Where(const RegionNames& names, const Claim& claim, std::string_view guess) {
  if (claim.region.empty() || claim.region == "-") return "No region";
  std::string where(names.NameOf(claim.region));
  for (const PlaceMention& place : claim.places) {
    if (place.region != claim.region) continue;
    if (place.name != where) where = place.name + ", " + where;
    return guess.empty() ? Append(where, Explain(place.sure), ", ") : Append(where, guess, ": ");
  }
  return Append(where, guess, ": ");
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

std::string StatusOf(const Claim& claim, std::string_view text) {
  std::string status(LabelOf(claim.status));
  if (!claim.status_span.empty()) return status + ": " + Quoted(TextOf(text, claim.status_span));
  return status.append(": ").append(Explain(claim.status));
}

float ValueWidth(const WhyRow& row, float width) {
  return width - kLeft - kRight - kName - (row.mark == WhyRow::Mark::kNone ? 0 : 22);
}

void DrawRowMark(const WhyPanel& panel, const Frame& frame, const WhyRow& row, ImVec2 at) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  if (row.mark == WhyRow::Mark::kSide) DrawMark(list, frame.theme, at, panel.side);
  if (row.mark == WhyRow::Mark::kKind) DrawMark(list, frame.theme, at, panel.kind);
  if (row.mark == WhyRow::Mark::kStatus) DrawMark(list, frame.theme, at, panel.status);
}

// "corrected from Strike", of the fields that were.
std::string Before(std::string now, const std::string& then) {
  if (now == then) return now;
  if (now.empty()) now = "None";
  return now.append(", corrected from ").append(then.empty() ? "none" : then);
}

// A whole month by its name.
std::string DaysOf(DayRange days) {
  const bool is_month = MonthStart(days.from) == days.from && MonthEnd(days.from) == days.to;
  return is_month ? FormatBucket(days.from, Per::kMonth) : FormatDayRange(days);
}

}  // namespace

std::string MeaningOfTime(const Claim& claim, std::string_view text) {
  const std::string days = claim.time.known() ? DaysOf(claim.time) : "no day known";
  return Append(Quoted(TextOf(text, claim.time_span)) + " → " + days, Explain(claim.time_basis),
                ", ");
}

std::string MeaningOfPlace(const RegionNames& names, const PlaceMention& place,
                           std::string_view text) {
  const std::string_view words = TextOf(text, place.span);
  const std::string region(place.region.empty() || place.region == "-"
                               ? std::string_view("no region")
                               : names.NameOf(place.region));
  std::string where = place.name == words || place.name == region ? "" : place.name;
  where = Append(where, region, ", ");
  return Append(Quoted(words) + " → " + where, Explain(place.sure), ", ");
}

void Prepare(WhyPanel& panel, const Session& session, Hit hit) {
  const Segment& segment = session.workspace().SegmentAt(hit.segment);
  const Claim claim = segment.ClaimAt(hit.row);
  const ArticleView article = segment.ArticleAt(segment.articles()[hit.row]);
  const std::string text = CleanText(article);
  panel.kind = claim.kind;
  panel.side = claim.side;
  panel.status = claim.status;
  panel.rows.clear();
  const auto add = [&panel](std::string_view name, std::string value, WhyRow::Mark mark) {
    if (!value.empty()) panel.rows.push_back({name, std::move(value), mark});
  };
  const Claim found = session.workspace().FoundClaim(hit);
  // What a row says; where the claim was corrected, with what it said before.
  const auto both = [&](const auto& of) { return Before(of(claim), of(found)); };
  const auto who = [&](const Claim& of) {
    const bool outlet = of.claimant == "outlet" || of.claimant.empty();
    std::string name = outlet ? std::string(article.source) : of.claimant;
    return of.side == Side::kOutlet ? Append(std::move(name), "the outlet itself", ", ")
                                    : Append(std::move(name), LabelOf(of.side));
  };
  const auto days = [](const Claim& of) {
    return of.time.known() ? FormatDayRange(of.time) : std::string();
  };
  add("Says", both(who), WhyRow::Mark::kSide);
  const std::string cue = claim.cue.empty() ? "" : Quoted(TextOf(text, claim.cue)) + ", ";
  add("Wording", cue + std::string(Explain(claim.mode)), WhyRow::Mark::kNone);
  add("Kind", both([](const Claim& of) { return std::string(LabelOf(of.kind)); }),
      WhyRow::Mark::kKind);
  // Why it was read so is told of what was found alone.
  const Guesses guesses = GuessesOf(session, hit);
  const bool same_days = days(claim) == days(found), same_region = claim.region == found.region;
  add("When", same_days ? When(claim, text, guesses.day) : both(days), WhyRow::Mark::kNone);
  add("Where",
      same_region ? Where(session.regions(), claim, guesses.place) : both([&](const Claim& of) {
        return of.region == "-" ? std::string() : std::string(session.regions().NameOf(of.region));
      }),
      WhyRow::Mark::kNone);
  add("How much", both(HowMuch), WhyRow::Mark::kNone);
  const bool same_status = claim.status == found.status;
  add("Status", same_status ? StatusOf(claim, text) : both([](const Claim& of) {
        return std::string(LabelOf(of.status));
      }),
      WhyRow::Mark::kStatus);
  add("Rule", claim.rule, WhyRow::Mark::kNone);
}

float HeightOf(const WhyPanel& panel, const Frame& frame, float width) {
  if (panel.folded) return kHead;
  float height = kHead + kGap;
  for (const WhyRow& row : panel.rows) {
    height += ParagraphHeight(frame.Text(kUiText, 0), ValueWidth(row, width), kLine, row.value) +
              kBetween;
  }
  return height;
}

void Draw(WhyPanel& panel, const Frame& frame, const Rect& rect) {
  const Theme& theme = frame.theme;
  BeginPanel("why", rect, theme.panel, !panel.folded);
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float x0 = rect.min.x + kLeft, x1 = rect.max.x - kRight;
  float y = rect.min.y - ImGui::GetScrollY();
  const Rect head{{rect.min.x, y}, {rect.max.x, y + kHead}};
  const Press press = PressArea("Why this is a claim", head);
  if (press.clicked) panel.folded = !panel.folded;
  DrawTextIn(list, frame.Bold(kUiText, theme.text), {{x0, head.min.y}, head.max},
             "Why this is a claim");
  DrawIcon(list, {x1 - 4, Snap(head.middle())}, panel.folded ? Icon::kUp : Icon::kDown,
           press.hovered ? theme.text : theme.quiet);
  y += kHead - 4;
  for (const WhyRow& row : panel.rows) {
    if (panel.folded) break;
    const Rect first{{x0, y}, {x1, y + kLine}};
    DrawTextIn(list, frame.Text(kUiText, theme.quiet), first, row.name);
    float x = x0 + kName;
    if (row.mark != WhyRow::Mark::kNone) {
      DrawRowMark(panel, frame, row, {x + 7, Snap(first.middle())});
      x += 22;
    }
    const float height = DrawParagraph(list, frame.Text(kUiText, theme.text), {x, y},
                                       ValueWidth(row, rect.width()), kLine, row.value);
    frame.items.Add(row.name, first.min, {x1, y + height});
    y += height + kBetween;
  }
  EndContentAt(y + kGap);
  DrawHLine(list, rect.min.x, rect.max.x, rect.min.y, theme.line);
  EndPanel();
}

}  // namespace claimscope
