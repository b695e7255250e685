#include "ui/opposed_claims.h"

#include <algorithm>

#include "ui/claim_rows.h"
#include "ui/format.h"
#include "ui/open_claim.h"
#include "ui/widgets.h"

namespace claimscope {
namespace {

constexpr size_t kFew = 3, kMost = 60, kQuote = 320;
constexpr float kTwoColumns = 560;

// A quote of reasonable length, cut between words, in its marks.
std::string Shortened(const std::string& quote) {
  if (quote.size() <= kQuote) return "“" + quote + "”";
  const size_t space = quote.rfind(' ', kQuote);
  return "“" + quote.substr(0, space == std::string::npos ? kQuote : space) + "…”";
}

float QuoteHeight(const Frame& frame, const ClaimRow& row, float width) {
  return 54 + ParagraphHeight(frame.Text(kUiText, 0), width - 24, 19, Shortened(row.quote));
}

void DrawQuote(const Frame& frame, Hit claim, const ClaimRow& row, std::string_view label,
               const Rect& rect) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const Theme& theme = frame.theme;
  const Press press = PressArea(label, rect);
  list->AddRectFilled(rect.min, rect.max, press.hovered ? theme.hover_wash : theme.panel, kRadius);
  list->AddRectFilled(rect.min, {rect.min.x + 3, rect.max.y}, theme.Of(row.side), 2);
  Rect head{{rect.min.x + 14, rect.min.y + 6}, {rect.max.x - 10, rect.min.y + 26}};
  DrawMark(list, theme, {head.min.x + 7, Snap(head.middle())}, row.side);
  CutLeft(&head, 22);
  const TextStyle quiet = frame.Text(kUiText, theme.quiet);
  const float date = TextWidth(quiet, row.time) + 4;
  DrawTextIn(list, quiet, CutRight(&head, date), row.time, Align::kRight);
  DrawTextIn(list, frame.Bold(kUiText, theme.text), head, row.claimant);
  DrawParagraph(list, frame.Text(kUiText, theme.text), {rect.min.x + 14, rect.min.y + 28},
                rect.width() - 24, 19, Shortened(row.quote));
  DrawTextIn(list, frame.Text(kSmallText, theme.quiet),
             {{rect.min.x + 14, rect.max.y - 20}, {rect.max.x - 10, rect.max.y - 4}},
             row.source == kNotKnown ? row.place : row.source + " · " + row.place);
  if (!press.clicked) return;
  OpenClaim(frame, claim);
}

float DrawPair(const Frame& frame, const OpposedPair& pair, size_t number, float x0, float x1,
               float y) {
  const ClaimRow first = DecodeRow(frame.session, pair.claims[0], 0);
  const ClaimRow second = DecodeRow(frame.session, pair.claims[1], 0);
  std::string reason = pair.reason;
  if (!reason.empty() && reason[0] >= 'a' && reason[0] <= 'z')
    reason[0] = static_cast<char>(reason[0] - 'a' + 'A');
  DrawTextIn(ImGui::GetWindowDrawList(), frame.Text(kUiText, frame.theme.text),
             {{x0, y}, {x1, y + 24}}, reason);
  y += 26;
  const std::string name = "pair " + std::to_string(number);
  const bool beside = x1 - x0 >= kTwoColumns;
  const float width = beside ? (x1 - x0 - kGap) / 2 : x1 - x0;
  const float a = QuoteHeight(frame, first, width), b = QuoteHeight(frame, second, width);
  const float height = beside ? std::max(a, b) : a;
  DrawQuote(frame, pair.claims[0], first, name + " first", {{x0, y}, {x0 + width, y + height}});
  if (!beside) y += height + 4;
  const float left = beside ? x0 + width + kGap : x0;
  const float second_height = beside ? height : b;
  DrawQuote(frame, pair.claims[1], second, name + " second",
            {{left, y}, {left + width, y + second_height}});
  return y + second_height + 12;
}

}  // namespace

float DrawOpposed(OpposedList& list, const Frame& frame, const std::vector<OpposedPair>& pairs,
                  float x0, float x1, float y) {
  const auto agreeing = static_cast<size_t>(std::count_if(
      pairs.begin(), pairs.end(), [](const OpposedPair& pair) { return pair.agrees; }));
  const std::string labels[2] = {FormatCountOf(pairs.size() - agreeing, "contradiction"),
                                 FormatCountOf(agreeing, "agreement")};
  const std::string_view shown[] = {labels[0], labels[1]};
  const Rect choice{{x0, y}, {x0 + SegmentsWidth(frame, shown), y + 28}};
  const int pressed = Segments(frame, shown, list.agreeing ? 1 : 0, choice);
  if (pressed >= 0) list.agreeing = pressed == 1;
  y += 36;
  const size_t count = list.agreeing ? agreeing : pairs.size() - agreeing;
  if (count == 0) {
    y += 4;
    return y + 12 +
           DrawParagraph(ImGui::GetWindowDrawList(), frame.Text(kUiText, frame.theme.quiet),
                         {x0, y}, x1 - x0, 20,
                         list.agreeing
                             ? "No claim of one says what a claim of the other says."
                             : "No claim of one contradicts a claim of the other. Two do when "
                               "they tell of the same place and days, and their amounts cannot "
                               "both be right, each names another as the one who did it, or one "
                               "denies what the other says.");
  }
  size_t number = 0;
  for (const OpposedPair& pair : pairs) {
    if (pair.agrees != list.agreeing) continue;
    if (number == (list.all ? kMost : kFew)) break;
    y = DrawPair(frame, pair, number++, x0, x1, y);
  }
  if (count <= kFew) return y + 4;
  const std::string more = list.all ? "Fewer pairs" : "All " + FormatCount(count) + " pairs";
  if (Link(frame, more, more, {{x0, y}, {x0 + 160, y + 24}}, kUiText)) list.all = !list.all;
  if (list.all && count > kMost) {
    DrawTextIn(ImGui::GetWindowDrawList(), frame.Text(kUiText, frame.theme.quiet),
               {{x0 + 170, y}, {x1, y + 24}},
               "the first " + FormatCount(kMost) + "; filters show others");
  }
  return y + 32;
}

}  // namespace claimscope
