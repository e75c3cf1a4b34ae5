// SPDX-License-Identifier: MIT
#include "present/yearly_costs.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "charts/number_text.hpp"

namespace park::ui {
namespace {

constexpr std::array<std::size_t, 5> hues = {1, 0, 2, 3, 4};
constexpr std::size_t hue_of_others = 7;

struct CostCategory {
  std::string key;
  std::string label;
  double everywhere = 0;  ///< sum over months and scenarios
};

double sum_of(const std::vector<float>& values) {
  double sum = 0;
  for (const float value : values) sum += std::isfinite(value) ? static_cast<double>(value) : 0;
  return sum;
}

/// The dearest first.
std::vector<CostCategory> cost_categories(const ShownFutures& shown) {
  const Texts& texts = shown.look().texts;
  const std::string family = "fiscal_cost";
  std::vector<CostCategory> categories;
  for (const IndicatorColumn& column : shown.futures().columns()) {
    if (!column.key.starts_with(family + ".")) continue;
    CostCategory category{column.key, std::string(texts.pick(column.zh, column.en)), 0};
    // Without the family's name and the sign after it.
    const std::size_t name = category.label.find(texts.is_chinese() ? "·" : ", ");
    if (name != std::string::npos) category.label.erase(0, name + 2);
    for (std::size_t place = 0; place < shown.count(); ++place)
      category.everywhere += sum_of(shown.means(place, column.key));
    categories.push_back(std::move(category));
  }
  std::ranges::stable_sort(categories, std::greater<>{}, &CostCategory::everywhere);
  return categories;
}

}  // namespace

StackedChart yearly_costs(const ShownFutures& shown) {
  const Look& look = shown.look();
  StackedChart chart;
  chart.unit = "million yuan";
  chart.head = {look.texts("ui.brief.costs"), unit_text(look.texts, chart.unit), "", "", 0};
  chart.axis = shown.axis();
  chart.is_bars = true;
  chart.months_per_bar = 12;
  const std::vector<CostCategory> categories = cost_categories(shown);
  StackedLayer others{look.texts("ui.brief.others"), look.theme.hues[hue_of_others],
                      std::vector<float>(shown.futures().months() + 1, 0)};
  for (std::size_t k = 0; k < categories.size(); ++k) {
    std::vector<float> values = shown.means(shown.scenario(), categories[k].key);
    if (k < hues.size()) {
      chart.layers.push_back({categories[k].label, look.theme.hues[hues[k]], std::move(values)});
      continue;
    }
    for (std::size_t m = 0; m < values.size(); ++m)
      others.values[m] += std::isfinite(values[m]) ? values[m] : 0;
  }
  if (categories.size() > hues.size()) chart.layers.push_back(std::move(others));
  return chart;
}

}  // namespace park::ui
