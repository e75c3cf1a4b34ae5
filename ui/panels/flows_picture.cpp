// SPDX-License-Identifier: MIT
#include "panels/flows_picture.hpp"

#include "charts/number_text.hpp"

namespace park::ui {
namespace {

/// Flows below this share of all are summed up with nothing: they would be thinner than a line.
constexpr double least_shown = 0.004;

}  // namespace

SankeyChart flows_picture(const ShownFutures& shown, const ParkChronicle& chronicle) {
  const Look& look = shown.look();
  const ParkPicture& picture = chronicle.at(shown.month());
  SankeyChart chart;
  chart.unit = "million yuan/month";
  chart.head = {look.texts("ui.picture.flows"), unit_text(look.texts, chart.unit),
                look.texts("ui.picture.one_life", {std::to_string(chronicle.seed())}), "", 0};
  double total = 0;
  for (std::size_t s = 0; s < stage_count; ++s) {
    total += static_cast<double>(picture.sold_outside[s]);
    for (const float value : picture.goods[s]) total += static_cast<double>(value);
  }
  for (int column = 0; column < 2; ++column) {
    for (std::size_t s = 0; s < stage_count; ++s) {
      chart.nodes.push_back({look.texts("ui.stage." + std::string(stage_labels[s].key)),
                             look.theme.hues[s % hue_count], column});
    }
  }
  const std::size_t outside = chart.nodes.size();
  chart.nodes.push_back({look.texts("ui.picture.flows_outside"), look.theme.baseline, 1});
  const auto add = [&](std::size_t from, std::size_t to, float yuan) {
    const auto value = static_cast<double>(yuan);
    if (value > 0 && value >= least_shown * total) chart.links.push_back({from, to, value / 1e6});
  };
  for (std::size_t s = 0; s < stage_count; ++s) {
    for (std::size_t t = 0; t < stage_count; ++t) add(s, stage_count + t, picture.goods[s][t]);
    add(s, outside, picture.sold_outside[s]);
  }
  return chart;
}

}  // namespace park::ui
