// SPDX-License-Identifier: MIT
#include "charts/stacked.hpp"

#include <cmath>

#include "charts/csv_parts.hpp"

namespace park::ui {
namespace {

/// From nothing to the highest sum of all layers.
Range range_of_sums(const std::vector<std::vector<double>>& layers) {
  std::vector<double> sums;
  for (const auto& layer : layers) {
    sums.resize(std::max(sums.size(), layer.size()));
    for (std::size_t i = 0; i < layer.size(); ++i) sums[i] += layer[i];
  }
  return range_of(sums, true);
}

}  // namespace

std::vector<double> bars_of(const StackedLayer& layer, int months_per_bar) {
  std::vector<double> bars;
  for (std::size_t m = 1; m < layer.values.size(); ++m) {
    const std::size_t bar = (m - 1) / static_cast<std::size_t>(months_per_bar);
    bars.resize(bar + 1);
    bars[bar] += static_cast<double>(finite(layer.values[m]));
  }
  return bars;
}

Range range_of(const StackedChart& chart) {
  std::vector<std::vector<double>> layers;
  for (const StackedLayer& layer : chart.layers) {
    if (chart.is_bars) {
      layers.push_back(bars_of(layer, chart.months_per_bar));
      continue;
    }
    auto& values = layers.emplace_back();
    for (const float value : layer.values) values.push_back(static_cast<double>(finite(value)));
  }
  return range_of_sums(layers);
}

std::string csv_of(const StackedChart& chart) {
  study::CsvText csv;
  for (const char* heading : {"month", "date", "series", "unit", "value"}) csv.cell(heading);
  csv.end_record();
  for (const StackedLayer& layer : chart.layers) {
    for (std::size_t m = 0; m < layer.values.size(); ++m) {
      add_month(csv, chart.axis, static_cast<int>(m));
      csv.cell(layer.label).cell(chart.unit);
      add_float(csv, layer.values[m]);
      csv.end_record();
    }
  }
  return csv.text();
}

}  // namespace park::ui
