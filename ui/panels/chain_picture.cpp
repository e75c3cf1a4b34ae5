// SPDX-License-Identifier: MIT
#include "panels/chain_picture.hpp"

#include <array>
#include <cmath>

#include "charts/number_text.hpp"
#include "core/no_value.hpp"

namespace park::ui {
namespace {

/// Where a stage stands, in the order of Stage: the main line of the chain above, what serves it below.
struct Place {
  Cell wide, narrow;
};
constexpr std::array<Place, stage_count> places = {{{{0, 0}, {0, 0}},    // fibre
                                                    {{1, 0}, {1, 0}},    // spinning
                                                    {{2, 0}, {2, 0}},    // weaving
                                                    {{3, 0}, {3, 0}},    // dyeing
                                                    {{4, 0}, {4, 0}},    // garment
                                                    {{4, 1}, {4, 1}},    // washing
                                                    {{2, 1}, {2, 1}},    // accessories
                                                    {{1, 1}, {1, 1}},    // plating
                                                    {{0, 1}, {0, 1}},    // machinery
                                                    {{3, 1}, {3, 1}},    // design
                                                    {{5, 0}, {4, 2}},    // sales
                                                    {{6, 0}, {3, 2}},    // trade
                                                    {{5, 1}, {2, 2}}}};  // logistics

/// Flows below this share of the largest are left out, so that the picture stays readable.
constexpr double least_link = 0.012;

std::string stage_key(std::string_view family, std::size_t stage) {
  std::string key(family);
  key += '.';
  key += stage_labels[stage].key;
  return key;
}

double share_of(const ShownFutures& shown, std::size_t scenario, std::size_t stage) {
  return shown.mean(scenario, stage_key("chain_completeness", stage));
}

std::string targets_of(const Scenario& scenario, std::size_t stage) {
  std::string names;
  int count = 0;
  for (const TargetFirm& firm : *scenario.targets) {
    if (index_of(firm.stage) != stage || ++count > 3) continue;
    if (!names.empty()) names += " ";
    names += firm.name;
  }
  if (count > 3) names += " …";
  return names;
}

std::vector<HoverRow> facts_of(const ShownFutures& shown, std::size_t stage) {
  const Look& look = shown.look();
  const Texts& texts = look.texts;
  const std::size_t scenario = shown.scenario();
  const double share = share_of(shown, scenario, stage);
  std::vector<HoverRow> facts = {
      {texts("ui.chain.covered"), value_text(texts, share, "share"), std::nullopt}};
  if (!shown.is_of_baseline()) {
    facts.push_back(
        {shown.label(0), value_text(texts, share_of(shown, 0, stage), "share"), look.theme.baseline});
  }
  if (std::isfinite(share) && share < 1)
    facts.push_back({texts("ui.chain.gap"), value_text(texts, 1 - share, "share"), look.theme.trouble});
  for (const char* family : {"firms_producing", "jobs", "output"}) {
    const std::string key = stage_key(family, stage);
    facts.push_back(
        {shown.name(family), value_text(texts, shown.mean(scenario, key), shown.unit(key)), std::nullopt});
  }
  if (const std::string names = targets_of(shown.futures().scenario(scenario), stage); !names.empty())
    facts.push_back({texts("ui.chain.targets"), names, std::nullopt});
  return facts;
}

/// Goods that the district's chain asks for: what a stage buys per yuan of output times the output of the
/// opening's workers, so that the picture of flows stays while levers move.
void add_links(ChainGraph& graph, const Scenario& scenario) {
  const ChainTable& chain = scenario.facts->chain;
  std::vector<ChainLink> links;
  double largest = 0;
  for (std::size_t from = 0; from < stage_count; ++from) {
    for (std::size_t to = 0; to < stage_count; ++to) {
      double value = 0;
      for (std::size_t a = 0; a < activity_count; ++a) {
        if (index_of(stage_of(static_cast<Activity>(a))) == to)
          value = std::max(value, chain.bought[from][a]);
      }
      value *= chain.activities[to].output_per_worker_year * scenario.base_district.workers[to];
      if (from == to || value <= 0) continue;
      links.push_back({from, to, value});
      largest = std::max(largest, value);
    }
  }
  for (const ChainLink& link : links) {
    if (link.weight >= least_link * largest)
      graph.links.push_back({link.from, link.to, link.weight / largest});
  }
}

}  // namespace

ChainGraph chain_picture(const ShownFutures& shown) {
  const Look& look = shown.look();
  ChainGraph graph;
  graph.head = {look.texts("ui.picture.chain_title"), "", "", "", 0};
  std::size_t weakest = 0;
  for (std::size_t stage = 0; stage < stage_count; ++stage) {
    const double share = share_of(shown, shown.scenario(), stage);
    graph.nodes.push_back({look.texts("ui.stage." + std::string(stage_labels[stage].key)), places[stage].wide,
                           places[stage].narrow, share,
                           shown.is_of_baseline() ? no_value : share_of(shown, 0, stage),
                           facts_of(shown, stage)});
    if (share < share_of(shown, shown.scenario(), weakest)) weakest = stage;
  }
  graph.head.warning = look.texts("ui.chain.weakest", {graph.nodes[weakest].label});
  add_links(graph, shown.futures().scenario(shown.scenario()));
  return graph;
}

}  // namespace park::ui
