// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cmath>
#include <string>

#include "core/random.hpp"
#include "session/commands.hpp"

namespace park::ui {

/// Commands as a hand that hits any control might give: most are allowed, some are not.
class RandomCommands {
 public:
  explicit RandomCommands(std::uint64_t seed) : stream_(seed, Draw::PoolFirm, 0xc0de) {}

  Command draw(const Scenario& scenario) {
    switch (whole(12)) {
      case 0:
      case 1:
      case 2:
        return SetPolicy{lever().row, lever_value(), {}, 0};
      case 3:
        return SetPolicy{lever().row, lever_value(), whole(140) - 5, whole(24)};
      case 4:
        return SetPolicy{clause(scenario), 2.1 * stream_.uniform(), {}, 0};
      case 5:
        return moved(scenario);
      case 6:
        return SetClauseCategory{static_cast<std::size_t>(whole(13)), stream_.uniform() * 2.2};
      case 7:
        return assumption(whole(2) == 0);
      case 8:
        return Reset{static_cast<Mark>(whole(2)), static_cast<Part>(whole(3)), {}};
      case 9:
        return Reset{static_cast<Mark>(whole(2)), Part::Policy, lever().row};
      case 10:
        return SetSeed{static_cast<std::uint64_t>(whole(1000))};
      default:
        return SetMonths{whole(160)};
    }
  }

  int whole(int below) { return std::min(below - 1, static_cast<int>(stream_.uniform() * below)); }

 private:
  struct Chosen {
    std::string row;
  };

  Chosen lever() {
    row_ = &lever_rows()[static_cast<std::size_t>(whole(static_cast<int>(lever_count)))];
    return {std::string(row_->key)};
  }

  /// Of the row drawn last; now and then outside its range, or broken where it must be whole.
  double lever_value() { return value_of(*row_); }

  double value_of(const ParameterRow& row) {
    const double value = row.min + (1.04 * stream_.uniform() - 0.02) * (row.max - row.min);
    return row.kind == ValueKind::Real || whole(20) == 0 ? value : std::round(value);
  }

  std::string clause(const Scenario& scenario) {
    return "clause." + scenario.facts->clauses.clauses[static_cast<std::size_t>(whole(clause_count))].id;
  }

  Command assumption(bool is_shock) {
    const ParameterRow& row =
        uncertainty_rows()[static_cast<std::size_t>(whole(static_cast<int>(uncertainty_count)))];
    SetAssumption command{std::string(row.key), value_of(row), {}, 0};
    if (is_shock) command.at = whole(130), command.months = whole(24);
    return command;
  }

  Command moved(const Scenario& scenario) {
    if (scenario.policy.empty()) return RemovePolicyStep{"agencies", 3};
    const PolicyStep& step =
        scenario.policy[static_cast<std::size_t>(whole(static_cast<int>(scenario.policy.size())))];
    const std::string key = step.key.row != nullptr
                                ? std::string(step.key.row->key)
                                : "clause." + scenario.facts->clauses.clauses[step.key.clause].id;
    if (whole(2) == 0) return RemovePolicyStep{key, step.at};
    return MovePolicyStep{key, step.at, whole(120), step.ramp_months};
  }

  RandomStream stream_;
  const ParameterRow* row_ = nullptr;
};

}  // namespace park::ui
