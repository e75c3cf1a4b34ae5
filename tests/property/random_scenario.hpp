// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cmath>

#include "core/random.hpp"
#include "shipped_scenario.hpp"

namespace park::test {

/// A valid scenario drawn from the catalogues: about half of all levers, uncertainties and structural
/// parameters anywhere in their ranges, clauses, a policy timeline with ramps and some shocks, 36 to 120
/// months.
class RandomScenario {
 public:
  /// How long and how large a pool at most.
  struct Size {
    int least_months = 36;
    int most_months = 120;
    int most_agents = 7500;
  };

  explicit RandomScenario(std::uint64_t seed) : RandomScenario(seed, Size()) {}
  RandomScenario(std::uint64_t seed, const Size& size) : stream_(seed, Draw::PoolFirm, 0x7e57), size_(size) {}

  [[nodiscard]] Scenario draw() {
    scenario_ = shipped_scenario(stream_.uniform() < 0.5 ? "baseline" : "whole_package");
    scenario_.months = size_.least_months + whole(size_.most_months - size_.least_months + 1);
    scenario_.start = plus_months(scenario_.start, whole(48));
    for (const auto rows : {lever_rows(), uncertainty_rows(), structural_rows()}) {
      for (const ParameterRow& row : rows) {
        if (stream_.uniform() < 0.5) set(scenario_.parameters, row, value_of(row));
      }
    }
    for (double& intensity : scenario_.parameters.clauses) {
      if (stream_.uniform() < 0.2) intensity = 2 * stream_.uniform();
    }
    // A pool larger than this only makes the test slow.
    scenario_.parameters.structural.pool_agents = 500 + whole(size_.most_agents - 500);
    draw_policy();
    draw_shocks();
    return scenario_;
  }

 private:
  int whole(int below) { return std::min(below - 1, static_cast<int>(stream_.uniform() * below)); }

  const ParameterRow& any(std::span<const ParameterRow> rows) {
    return rows[static_cast<std::size_t>(whole(static_cast<int>(rows.size())))];
  }

  /// One draw in five is an end of the range, where faults live.
  double value_of(const ParameterRow& row) {
    const double u = stream_.uniform();
    if (u < 0.1) return row.min;
    if (u > 0.9) return row.max;
    const double value = row.min + stream_.uniform() * (row.max - row.min);
    return row.kind == ValueKind::Real ? value : std::clamp(std::round(value), row.min, row.max);
  }

  void draw_policy() {
    scenario_.policy.clear();
    const int steps = whole(8);
    for (int i = 0; i < steps; ++i) {
      PolicyStep step;
      step.at = whole(scenario_.months);
      if (stream_.uniform() < 0.2) {
        step.key.clause = static_cast<std::size_t>(whole(static_cast<int>(clause_count)));
        step.value = 2 * stream_.uniform();
      } else {
        step.key.row = &any(lever_rows());
        step.value = value_of(*step.key.row);
      }
      const bool can_ramp = step.key.row == nullptr || step.key.row->kind == ValueKind::Real ||
                            step.key.row->kind == ValueKind::Integer;
      step.ramp_months = can_ramp ? whole(24) : 0;
      if (!is_set_in_month(scenario_.policy, step)) scenario_.policy.push_back(step);
    }
    std::stable_sort(scenario_.policy.begin(), scenario_.policy.end(),
                     [](const auto& a, const auto& b) { return a.at < b.at; });
  }

  void draw_shocks() {
    scenario_.shocks.clear();
    const int shocks = whole(4);
    for (int i = 0; i < shocks; ++i) {
      Shock shock;
      shock.at = whole(scenario_.months);
      shock.key.row = &any(uncertainty_rows());
      shock.value = value_of(*shock.key.row);
      shock.months = whole(36);
      if (!is_set_in_month(scenario_.shocks, shock)) scenario_.shocks.push_back(shock);
    }
    std::stable_sort(scenario_.shocks.begin(), scenario_.shocks.end(),
                     [](const auto& a, const auto& b) { return a.at < b.at; });
  }

  /// A key changes at most once a month.
  template <class Change>
  static bool is_set_in_month(const std::vector<Change>& changes, const Change& change) {
    return std::any_of(changes.begin(), changes.end(),
                       [&](const Change& other) { return other.at == change.at && other.key == change.key; });
  }

  RandomStream stream_;
  Size size_;
  Scenario scenario_;
};

}  // namespace park::test
