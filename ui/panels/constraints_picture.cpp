// SPDX-License-Identifier: MIT
#include "panels/constraints_picture.hpp"

#include <algorithm>

#include "charts/number_text.hpp"

namespace park::ui {
namespace {

constexpr std::size_t jobs = 0;  // the place in shadow_outcomes
static_assert(study::shadow_outcomes[jobs] == "jobs");

}  // namespace

RankedBars constraints_picture(const ShownFutures& shown, const Finding<study::Bottlenecks>& finding) {
  const Texts& texts = shown.look().texts;
  RankedBars chart;
  chart.unit = std::string(shown.unit("jobs"));
  std::size_t runs = 0;
  for (const study::ShadowPrice& price : finding.found.shadow_prices) {
    const study::Difference& gain = price.gain[jobs];
    if (gain.n == 0) continue;
    const ParameterRow* row = find_parameter(price.constraint.lever);
    PARK_ASSERT(row != nullptr);
    const std::string step = difference_text(texts, price.constraint.step, row->unit);
    chart.bars.push_back(
        {texts("ui.constraints.step", {texts.pick(row->zh, row->en), step}), gain.mean, gain.lo, gain.hi});
    runs = std::max(runs, gain.n);
  }
  const auto nought = std::ranges::count_if(chart.bars, &RankedBar::is_nought);
  chart.nought_words = texts("ui.constraints.nought", {std::to_string(nought)});
  chart.head = {texts("ui.picture.constraints"), unit_text(texts, chart.unit),
                texts("ui.wedges.note", {std::to_string(runs)}), "", 0};
  return chart;
}

}  // namespace park::ui
