// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "scenario/load.hpp"
#include "study/ensemble.hpp"

namespace park::study {

/// A shipped scenario over a few months, with settings as on the command line.
inline std::shared_ptr<const Scenario> shipped_variant(const char* name, int months,
                                                       const std::vector<std::string>& settings = {}) {
  const auto file = std::filesystem::path(PARKSIM_SOURCE_DIR) / "scenarios" / (std::string(name) + ".json");
  Scenario scenario = with_settings(load_scenario(file).value(), settings).value();
  scenario.months = months;
  return std::make_shared<const Scenario>(std::move(scenario));
}

inline EnsembleOptions few_runs(std::uint64_t seed, int replications, int jobs = 0) {
  EnsembleOptions options;
  options.replications = replications;
  options.seed = seed;
  options.jobs = jobs;
  return options;
}

}  // namespace park::study
