// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "study/ensemble.hpp"
#include "study/factor.hpp"
#include "study/outcome.hpp"
#include "study/statistics.hpp"

namespace park::study {

/// One value of a factor, everything else as the scenario has it.
struct SweepLevel {
  double value = 0;
  std::vector<Difference> effect;  ///< by outcome: with this value minus the scenario, paired by seed
};

struct SweptFactor {
  Factor factor;
  double own = 0;  ///< start value of the scenario
  std::vector<SweepLevel> levels;

  /// The level with the largest absolute mean effect on an outcome; null if no level has one.
  [[nodiscard]] const SweepLevel* strongest(std::size_t outcome) const;
  /// Its absolute mean; 0 without one.
  [[nodiscard]] double largest(std::size_t outcome) const;
  /// Whether the value changed nothing at all in any run.
  [[nodiscard]] bool does_nothing(std::size_t outcome) const;
};

struct SweepRequest {
  std::vector<Outcome> outcomes;
  std::vector<ParameterGroup> groups;
  std::size_t levels = 3;  ///< of each range, both ends among them
};

struct Sweep {
  Ensemble runs;  ///< without series: the scenario, it with every lever at its default, then level by level
  std::vector<Outcome> outcomes;
  std::vector<Difference> policy_effect;  ///< by outcome: the scenario minus the same world with no policy
  std::vector<SweptFactor> factors;       ///< in the catalogue's order

  /// Indices of factors, the largest absolute mean effect first; equal ones in the catalogue's order.
  [[nodiscard]] std::vector<std::size_t> ranking(std::size_t outcome) const;
  /// What the places of `runs` are, for messages.
  [[nodiscard]] std::vector<std::string> places() const;
};

/// Not swept: how many agents carry the same population is how finely the model looks, not what is assumed of
/// the world.
inline constexpr std::string_view resolution_key = "pool_agents";

/// Levels evenly over the range; whole factors have each value once.
[[nodiscard]] std::vector<double> levels_of(const Factor& factor, std::size_t levels);

/// The scenario with the levers, clauses and timeline of no policy: every lever at its default.
[[nodiscard]] std::shared_ptr<const Scenario> without_policy(const Scenario& scenario);

/// Moves one factor at a time over its range, as `--set KEY=VALUE` does, under common random numbers.
[[nodiscard]] Sweep sweep(const std::shared_ptr<const Scenario>& scenario, const SweepRequest& request,
                          EnsembleOptions options);

/// The document of `parksim sweep`. `names`: the outcomes as they were asked for.
[[nodiscard]] std::string sweep_document(const Sweep& sweep, const std::vector<std::string>& names);

}  // namespace park::study
