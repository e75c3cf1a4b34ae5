// SPDX-License-Identifier: MIT
#include <algorithm>
#include <optional>

#include "indicators/readings.hpp"

namespace park {
namespace {

/// A family of indicators: one base row, read member by member.
struct Family {
  std::string_view key;
  Dimension dimension;
};

constexpr std::array<Family, 9> families = {{
    {"firms_producing", Dimension::Stage},
    {"jobs", Dimension::Stage},
    {"output", Dimension::Stage},
    {"chain_completeness", Dimension::Stage},
    {"local_sourcing", Dimension::Stage},
    {"share_lost_to_rivals", Dimension::Destination},
    {"fiscal_cost", Dimension::CostCategory},
    {"firms_signed", Dimension::Region},
    {"firms_producing", Dimension::Contract},
}};

/// They stand first.
constexpr std::size_t stage_families =
    std::count_if(families.begin(), families.end(),
                  [](const Family& family) { return family.dimension == Dimension::Stage; });

const IndicatorRow& row_of(std::string_view key) {
  for (const IndicatorRow& row : indicator_rows()) {
    if (row.key == key) return row;
  }
  PARK_ASSERT(false);
}

std::vector<KeyLabel> members(const Scenario& scenario, Dimension dimension) {
  std::vector<KeyLabel> labels;
  if (dimension == Dimension::Stage) labels.assign(stage_labels.begin(), stage_labels.end());
  if (dimension == Dimension::CostCategory) labels = cost_labels(scenario);
  if (dimension == Dimension::Region) labels.assign(region_labels.begin(), region_labels.end());
  if (dimension == Dimension::Contract) labels.assign(site_form_labels.begin(), site_form_labels.end());
  if (dimension == Dimension::Destination) {
    const auto& places = scenario.facts->places.destinations;
    for (std::size_t d = 1; d < places.size(); ++d)
      labels.push_back({places[d].key, places[d].zh, places[d].en});
  }
  return labels;
}

/// Fills the stage families; columns of a family lie side by side.
void record_stages(const Reading& reading, std::size_t first, std::span<double> row) {
  for (std::size_t s = 0; s < stage_count; ++s) {
    row[first + s] = reading.census.firms_by_stage[s];
    row[first + stage_count + s] = reading.census.jobs_by_stage[s];
    row[first + 2 * stage_count + s] = reading.world.chain.park_output[s] / 1e6;
    row[first + 3 * stage_count + s] = reading.world.chain.completeness[s];
    row[first + 4 * stage_count + s] = reading.world.chain.buyable[s];
  }
}

double read_member(const Reading& reading, Dimension dimension, std::size_t member) {
  const World& world = reading.world;
  switch (dimension) {
    case Dimension::Destination:
      return ratio(world.rivals[member + 1].share_lost, world.tallies.knew_park_moved);
    case Dimension::CostCategory:
      return world.accounts.cost_this_month[member] / 1e6;
    case Dimension::Region:
      return world.tallies.signed_from[member];
    case Dimension::Contract:
      return reading.census.firms_by_form[member];
    case Dimension::None:
    case Dimension::Stage:
      break;
  }
  PARK_ASSERT(false);
}

}  // namespace

std::vector<IndicatorColumn> indicator_columns(const Scenario& scenario) {
  std::vector<IndicatorColumn> columns;
  const std::span<const IndicatorRow> rows = indicator_rows();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const IndicatorRow& row = rows[i];
    columns.push_back({std::string(row.key), std::string(row.unit), std::string(row.zh), std::string(row.en),
                       row.better, std::string(row.system), Dimension::None, i, 0});
  }
  for (const Family& family : families) {
    const IndicatorRow& row = row_of(family.key);
    const std::vector<KeyLabel> labels = members(scenario, family.dimension);
    for (std::size_t m = 0; m < labels.size(); ++m) {
      columns.push_back({std::string(row.key) + "." + std::string(labels[m].key), std::string(row.unit),
                         std::string(row.zh) + "·" + std::string(labels[m].zh),
                         std::string(row.en) + ", " + std::string(labels[m].en), row.better,
                         std::string(row.system), family.dimension,
                         static_cast<std::size_t>(&row - rows.data()), m});
    }
  }
  return columns;
}

std::optional<std::size_t> find_column(std::span<const IndicatorColumn> columns, std::string_view key) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].key == key) return i;
  }
  return std::nullopt;
}

void record(const World& world, std::span<const IndicatorColumn> columns, std::span<double> row) {
  const std::span<const IndicatorRow> rows = indicator_rows();
  // All of indicator_columns(), in their order: the values are put down by place.
  PARK_ASSERT(row.size() == columns.size() && columns.size() >= rows.size() + stage_families * stage_count);
  const Reading reading{world, take_census(world)};
  for (std::size_t i = 0; i < rows.size(); ++i) row[i] = rows[i].read(reading);
  record_stages(reading, rows.size(), row);
  for (std::size_t i = rows.size() + stage_families * stage_count; i < columns.size(); ++i) {
    row[i] = read_member(reading, columns[i].dimension, columns[i].member);
  }
}

}  // namespace park
