// SPDX-License-Identifier: MIT
#include "panels/flows_picture.hpp"

#include "charts/number_text.hpp"

namespace park::ui {
namespace {

/// Flows below this share of all are left out: they would be thinner than a line.
constexpr double least_flow = 0.004;

/// What the park's plants buy of the chain's goods, yuan a month, by stage of seller and buyer.
using Purchases = std::array<std::array<double, stage_count>, stage_count>;
Purchases purchases_of(const ParkChronicle& chronicle, const ParkPicture& picture) {
  Purchases bought{};
  const ChainTable& table = chronicle.scenario().facts->chain;
  for (const PlantSight& plant : picture.plants) {
    const auto activity = chronicle.plants()[plant.plant].activity;
    const std::size_t buyer = index_of(stage_of(activity));
    for (std::size_t s = 0; s < stage_count; ++s)
      bought[s][buyer] += table.bought[s][index_of(activity)] * static_cast<double>(plant.output);
  }
  return bought;
}

}  // namespace

SankeyChart flows_picture(const ShownFutures& shown, const ParkChronicle& chronicle) {
  const Look& look = shown.look();
  const ParkPicture& picture = chronicle.at(shown.month());
  SankeyChart chart;
  chart.unit = "million yuan/month";
  chart.head = {look.texts("ui.picture.flows"), unit_text(look.texts, chart.unit),
                look.texts("ui.picture.one_life", {std::to_string(chronicle.seed())}), "", 0};
  const Purchases bought = purchases_of(chronicle, picture);
  double total = 0;
  for (const auto& of_stage : bought) {
    for (const double yuan : of_stage) total += yuan;
  }
  for (int column = 0; column < 2; ++column) {
    for (std::size_t s = 0; s < stage_count; ++s) {
      chart.nodes.push_back({look.texts("ui.stage." + std::string(stage_labels[s].key)),
                             look.theme.hues[s % hue_count], column});
    }
  }
  const std::size_t outside = chart.nodes.size();
  chart.nodes.push_back({look.texts("ui.picture.flows_outside"), look.theme.baseline, 0});
  const auto add = [&](std::size_t from, std::size_t to, double yuan) {
    if (yuan > 0 && yuan >= least_flow * total) chart.links.push_back({from, to, yuan / 1e6});
  };
  for (std::size_t t = 0; t < stage_count; ++t) {
    double missing_here = 0;
    for (std::size_t s = 0; s < stage_count; ++s) {
      const double here = bought[s][t] * static_cast<double>(picture.buyable[s]);
      add(s, stage_count + t, here);
      missing_here += bought[s][t] - here;
    }
    add(outside, stage_count + t, missing_here);
  }
  return chart;
}

}  // namespace park::ui
