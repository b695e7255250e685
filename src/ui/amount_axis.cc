#include "ui/amount_axis.h"

#include <algorithm>
#include <cmath>

namespace claimscope {

float AmountAxis::PlaceOf(double amount) const {
  if (!by_tens) return static_cast<float>(std::clamp((amount - least) / (most - least), 0.0, 1.0));
  const double low = std::log10(least), high = std::log10(most);
  return static_cast<float>(
      std::clamp((std::log10(std::max(amount, least)) - low) / (high - low), 0.0, 1.0));
}

AmountAxis MakeAmountAxis(const std::vector<double>& amounts) {
  AmountAxis axis;
  double low = 0, high = 0;
  for (const double amount : amounts) {
    if (!(amount > 0)) continue;
    low = low == 0 ? amount : std::min(low, amount);
    high = std::max(high, amount);
  }
  if (high <= 0) {
    axis.ticks = {0, 1};
    return axis;
  }
  if (high / low > 50) {
    axis.by_tens = true;
    axis.least = std::pow(10, std::floor(std::log10(low)));
    axis.most = std::pow(10, std::ceil(std::log10(high)));
    const int powers = static_cast<int>(std::lround(std::log10(axis.most / axis.least)));
    const int step = powers > 6 ? 2 : 1;
    for (int p = 0; p <= powers; p += step) axis.ticks.push_back(axis.least * std::pow(10, p));
    return axis;
  }
  const double rough = high / 4, power = std::pow(10, std::floor(std::log10(rough)));
  const double part = rough / power;
  const double step = power * (part <= 1 ? 1 : part <= 2 ? 2 : part <= 5 ? 5 : 10);
  axis.most = std::ceil(high / step) * step;
  for (int i = 0; i * step <= axis.most * 1.0001; ++i) axis.ticks.push_back(i * step);
  return axis;
}

}  // namespace claimscope
