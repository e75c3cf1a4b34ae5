// SPDX-License-Identifier: MIT
#include "panels/wedges_picture.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "charts/number_text.hpp"
#include "core/no_value.hpp"

namespace park::ui {

std::string part_name(const study::ScenarioPart& part, const Scenario& scenario, const Texts& texts) {
  if (part.kind == study::ScenarioPart::Kind::PolicyTimeline) return texts("ui.wedges.timeline");
  if (part.kind == study::ScenarioPart::Kind::Shocks) return texts("ui.wedges.shocks");
  if (part.parameter.row != nullptr)
    return std::string(texts.pick(part.parameter.row->zh, part.parameter.row->en));
  const auto& clause = scenario.facts->clauses.clauses[part.parameter.clause];
  return std::string(texts.pick(clause.zh, clause.en));
}

WaterfallChart wedges_picture(const ShownFutures& shown, const Finding<study::Wedges>& finding) {
  const Texts& texts = shown.look().texts;
  const study::Wedges& wedges = finding.found;
  const std::string& key = wedges.outcome.indicator;
  WaterfallChart chart;
  chart.unit = std::string(shown.unit(key));
  chart.head = {texts("ui.wedges.title", {shown.name(key)}), unit_text(texts, chart.unit),
                texts("ui.wedges.note", {std::to_string(wedges.total.n)}), "", 0};
  chart.end_label = texts("ui.wedges.total");
  chart.is_up_better = shown.futures().columns()[shown.column(key)].better != Better::Down;
  std::vector<std::size_t> order(wedges.parts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::abs(wedges.values[a].mean) > std::abs(wedges.values[b].mean);
  });
  WaterfallPart others{texts("ui.wedges.others"), 0, no_value, no_value};
  for (std::size_t i = 0; i < order.size(); ++i) {
    const study::Difference& value = wedges.values[order[i]];
    if (i < wedges_shown) {
      chart.parts.push_back({part_name(wedges.parts[order[i]], *finding.subject.scenario, texts), value.mean,
                             value.lo, value.hi});
    } else {
      others.value += value.mean;
    }
  }
  if (order.size() > wedges_shown) chart.parts.push_back(others);
  return chart;
}

}  // namespace park::ui
