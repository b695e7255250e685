#include "ui/amount_filter.h"

#include <cmath>
#include <cstdio>

#include "base/strings.h"
#include "ui/format.h"
#include "ui/widgets.h"

namespace claimscope {
namespace {

void Put(double value, double size, char (&buffer)[24]) {
  buffer[0] = 0;
  if (std::isfinite(value)) std::snprintf(buffer, sizeof buffer, "%.10g", value / size);
}

void TakeTyped(AmountFilter& filter, const Frame& frame) {
  double number = 0;
  const auto is_number = [&number](std::string_view text) {
    return text.empty() || ParseDouble(text, &number);
  };
  filter.wrong = !is_number(filter.least) || !is_number(filter.most);
  if (filter.wrong) return;
  frame.Do("set-amount", {{"measure", frame.state().query.amount.measure},
                          {"least", filter.least},
                          {"most", filter.most}});
}

}  // namespace

float DrawEnds(AmountFilter& filter, const Frame& frame, float x0, float x1, float y) {
  const AmountRange& amount = frame.state().query.amount;
  const MeasureUnit unit = UnitOf(amount.measure);
  if (!filter.typing && !(amount == filter.shown)) {
    Put(amount.least, unit.size, filter.least);
    Put(amount.most, unit.size, filter.most);
    filter.shown = amount;
    filter.wrong = false;
  }
  const float dash = 16, width = (x1 - x0 - dash) / 2;
  const FieldResult a = TextField(frame, "At least", "at least", filter.least, sizeof filter.least,
                                  {{x0, y}, {x0 + width, y + 30}}, 8, filter.wrong, false);
  const FieldResult b = TextField(frame, "At most", "at most", filter.most, sizeof filter.most,
                                  {{x1 - width, y}, {x1, y + 30}}, 8, filter.wrong, false);
  DrawTextIn(ImGui::GetWindowDrawList(), frame.Text(kUiText, frame.theme.quiet),
             {{x0 + width, y}, {x1 - width, y + 30}}, "–", Align::kCenter);
  filter.typing = a.active || b.active;
  if (a.done || b.done) TakeTyped(filter, frame);
  return y + 38;
}

}  // namespace claimscope
