// SPDX-License-Identifier: MIT
#include "study/designs/design.hpp"

#include <array>
#include <cmath>
#include <limits>

#include "core/assert.hpp"

namespace park::study {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(DesignKind::Count)> keys = {
    "one_at_a_time", "full_factorial", "latin_hypercube", "morris", "sobol", "clause_screening", "search"};

/// Product of the levels; nothing once it passes the bound.
std::optional<std::uint64_t> combinations(std::span<const StudyFactor> factors, std::size_t levels) {
  std::uint64_t all = 1;
  for (const StudyFactor& factor : factors) {
    all *= level_units(factor.distribution, levels).size();
    if (all > max_design_points) return std::nullopt;
  }
  return all;
}

}  // namespace

std::span<const std::string_view> design_keys() {
  return std::span(keys).first(static_cast<std::size_t>(DesignKind::Search));
}

std::string_view key_of(DesignKind kind) { return keys[static_cast<std::size_t>(kind)]; }

std::optional<DesignKind> design_of(std::string_view key) {
  for (std::size_t kind = 0; kind < keys.size(); ++kind) {
    if (keys[kind] == key) return static_cast<DesignKind>(kind);
  }
  return std::nullopt;
}

std::optional<std::uint64_t> size_of(const DesignPlan& plan, std::span<const StudyFactor> factors) {
  const std::uint64_t count = factors.size();
  std::uint64_t all = 1;
  switch (plan.kind) {
    case DesignKind::OneAtATime:
      for (const StudyFactor& factor : factors) all += level_units(factor.distribution, plan.levels).size();
      break;
    case DesignKind::FullFactorial:
      return combinations(factors, plan.levels);
    case DesignKind::LatinHypercube:
    case DesignKind::Search:
      all = plan.n;
      break;
    case DesignKind::Morris:
      all = plan.trajectories * (count + 1);
      break;
    case DesignKind::Sobol:
      all = plan.n * (count + 2);
      break;
    case DesignKind::ClauseScreening:
    case DesignKind::Count:
      all = 2 * count + 2;
      break;
  }
  return all > max_design_points ? std::nullopt : std::optional(all);
}

std::unique_ptr<const Design> make_design(const DesignPlan& plan, std::span<const StudyFactor> factors,
                                          std::uint64_t seed) {
  PARK_ASSERT(!factors.empty() && size_of(plan, factors).has_value() && plan.kind != DesignKind::Search);
  switch (plan.kind) {
    case DesignKind::OneAtATime:
      return one_at_a_time(factors, plan.levels);
    case DesignKind::FullFactorial:
      return full_factorial(factors, plan.levels);
    case DesignKind::LatinHypercube:
      return latin_hypercube(factors.size(), plan.n, seed);
    case DesignKind::Morris:
      return morris(factors.size(), plan.trajectories, plan.levels, seed);
    case DesignKind::Sobol:
      return sobol(factors.size(), plan.n, seed);
    case DesignKind::ClauseScreening:
    case DesignKind::Search:
    case DesignKind::Count:
      break;
  }
  return clause_screening(factors.size());
}

void values_of(std::span<const StudyFactor> factors, std::span<const double> units,
               std::span<double> values) {
  for (std::size_t f = 0; f < factors.size(); ++f) {
    values[f] = std::isnan(units[f]) ? std::numeric_limits<double>::quiet_NaN()
                                     : value_at(factors[f].distribution, units[f]);
  }
}

DesignTable tabulate(const Design& design, const DesignPlan& plan, std::span<const StudyFactor> factors) {
  DesignTable table;
  for (const StudyFactor& factor : factors) table.factors.push_back(factor.key);
  table.kind = key_of(plan.kind);
  table.levels = plan.levels;
  table.trajectories = plan.trajectories;
  table.base_n = plan.n;
  if (plan.kind == DesignKind::Sobol) table.order = "saltelli";
  const std::size_t width = factors.size();
  table.units.resize(design.size() * width);
  table.values.resize(table.units.size());
  for (std::size_t row = 0; row < design.size(); ++row) {
    const std::span<double> units = std::span(table.units).subspan(row * width, width);
    design.point(row, units);
    values_of(factors, units, std::span(table.values).subspan(row * width, width));
  }
  return table;
}

}  // namespace park::study
