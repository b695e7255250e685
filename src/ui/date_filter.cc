#include "ui/date_filter.h"

#include <algorithm>
#include <cstring>

#include "ui/date_entry.h"
#include "ui/facet_list.h"
#include "ui/format.h"
#include "ui/widgets.h"

namespace claimscope {
namespace {

void Put(std::string_view text, char (&buffer)[24]) {
  const size_t size = std::min(text.size(), sizeof buffer - 1);
  std::memcpy(buffer, text.data(), size);
  buffer[size] = 0;
}

void Show(DateFilter& filter, DayRange days) {
  Put(FormatIsoDay(days.from), filter.from);
  Put(FormatIsoDay(days.to), filter.to);
  filter.from_wrong = filter.to_wrong = filter.to_typed = false;
  filter.shown = days;
}

// Typed dates count once both can be read; until then it is said what to write, and what was typed
// stays. A month or a year as the first tells the last too, unless that was typed.
void TakeTyped(DateFilter& filter, const Frame& frame) {
  const DateEntry from = ParseDateEntry(filter.from);
  const bool no_from = filter.from[0] == 0;
  const bool tells_both = from.days.from < from.days.to && (!filter.to_typed || filter.to[0] == 0);
  const DateEntry to = tells_both ? from : ParseDateEntry(filter.to);
  const bool no_to = !tells_both && filter.to[0] == 0;
  filter.from_wrong = !no_from && !from.known();
  filter.to_wrong = !no_to && !to.known();
  filter.note.clear();
  if (filter.from_wrong || filter.to_wrong) {
    filter.note = kDateHelp;
    return;
  }
  if (no_from && no_to) {
    if (frame.state().query.days.known()) frame.Do("clear-days");
    return;
  }
  // An end that is left open is where the usual days end, as the field shows it; beyond them, where
  // all days do.
  DayRange all = frame.session.corpus().usual_days();
  const DayRange outer = frame.session.corpus().days();
  if (no_from && to.days.from < all.from) all.from = outer.from;
  if (no_to && all.to < from.days.to) all.to = outer.to;
  const Day first = no_from ? std::min(all.from, to.days.from) : from.days.from;
  const Day last = no_to ? std::max(all.to, from.days.to) : to.days.to;
  filter.to_wrong = last < first;
  if (filter.to_wrong) {
    filter.note = "The last day is before the first: still the days from before.";
    return;
  }
  if (from.day_first || to.day_first) {
    const Day told = from.day_first ? from.days.from : to.days.from;
    filter.note = "Read with the day first: " + FormatDay(told) + ".";
  }
  const bool typed = filter.to_typed && !no_to && !tells_both;
  Show(filter, {first, last});
  filter.to_typed = typed;
  frame.Do("set-days", {{"from", FormatIsoDay(first)}, {"to", FormatIsoDay(last)}});
}

void DrawPreset(const Frame& frame, std::string_view label, DayRange days, float* x, float y) {
  const float width = ButtonWidth(frame, label) - 8;
  if (Button(frame, label, {{*x, y}, {*x + width, y + 26}}, ButtonLook::kOutlined)) {
    frame.Do("set-days", {{"from", FormatIsoDay(days.from)}, {"to", FormatIsoDay(days.to)}});
  }
  *x += width + kGap / 2;
}

// The last days of the corpus, in lengths that suit how long it is.
void DrawPresets(const Frame& frame, DayRange all, float x, float y) {
  const bool is_long = all.to.value - all.from.value > 200;
  const auto last = [all](int days) {
    return DayRange{std::max(all.to - (days - 1), all.from), all.to};
  };
  if (is_long) {
    DrawPreset(frame, "Last 30 days", last(30), &x, y);
    DrawPreset(frame, "Last 12 months", last(365), &x, y);
  } else {
    DrawPreset(frame, "Last 7 days", last(7), &x, y);
    DrawPreset(frame, "Last 30 days", last(30), &x, y);
  }
}

}  // namespace

float Draw(DateFilter& filter, const Frame& frame, float x0, float x1, float y) {
  const DayRange days = frame.state().query.days;
  bool pressed = false;
  y = DrawSectionHead(frame, Facet::kDays, filter.folded, x0, x1, y, &pressed);
  if (pressed) filter.folded = !filter.folded;
  if (filter.folded) return y;
  if (!filter.typing && !(days == filter.shown)) {
    Show(filter, days);
    filter.note.clear();
  }
  const DayRange all = frame.session.corpus().usual_days();
  const std::string first = all.known() ? FormatIsoDay(all.from) : "2025-01-31";
  const std::string last = all.known() ? FormatIsoDay(all.to) : "2025-12-31";
  const float dash = 16, width = (x1 - x0 - dash) / 2;
  const Rect from{{x0, y}, {x0 + width, y + 30}}, to{{x1 - width, y}, {x1, y + 30}};
  const FieldResult a = TextField(frame, "From", first.c_str(), filter.from, sizeof filter.from,
                                  from, 8, filter.from_wrong, false, true);
  const FieldResult b = TextField(frame, "To", last.c_str(), filter.to, sizeof filter.to, to, 8,
                                  filter.to_wrong, false, true);
  DrawTextIn(ImGui::GetWindowDrawList(), frame.Text(kUiText, frame.theme.quiet),
             {{x0 + width, y}, {x1 - width, y + 30}}, "–", Align::kCenter);
  filter.typing = a.active || b.active;
  if (b.done) filter.to_typed = true;
  if (a.done || b.done) TakeTyped(filter, frame);
  y += 38;
  // In the place of the usual ranges, so that nothing below moves while it is read.
  if (!filter.note.empty()) {
    const bool wrong = filter.from_wrong || filter.to_wrong;
    const TextStyle style = frame.Text(kUiText, wrong ? frame.theme.warning : frame.theme.quiet);
    const float begin = y - 4;
    const float height =
        DrawParagraph(ImGui::GetWindowDrawList(), style, {x0, begin}, x1 - x0, 18, filter.note);
    frame.items.Add("date note: " + filter.note, {x0, begin}, {x1, begin + height});
  } else if (all.known()) {
    DrawPresets(frame, all, x0, y);
  }
  return y + 36;
}

}  // namespace claimscope
