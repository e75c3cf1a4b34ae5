// SPDX-License-Identifier: MIT
#pragma once

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "scenario/load.hpp"

namespace park::test {

/// Thrown for a scenario that does not load, so that the test fails with every problem in its message.
inline Scenario value_or_throw(Checked<Scenario> loaded) {
  if (loaded.ok()) return std::move(loaded).value();
  std::string words;
  for (const Problem& problem : loaded.problems()) words += to_string(problem) + "\n";
  throw std::runtime_error(words);
}

/// Shipped data are found from any build folder; a PARKSIM_DATA that is set already wins.
inline void find_shipped_data() { (void)setenv("PARKSIM_DATA", PARKSIM_SOURCE_DIR, 0); }

/// `scenarios/NAME.json` of the source tree with `key=value` settings.
inline Scenario shipped_scenario(std::string_view name, const std::vector<std::string>& settings = {}) {
  find_shipped_data();
  const std::filesystem::path folder = std::filesystem::path(PARKSIM_SOURCE_DIR) / "scenarios";
  Scenario scenario = value_or_throw(load_scenario(folder / (std::string(name) + ".json")));
  return settings.empty() ? scenario : value_or_throw(with_settings(std::move(scenario), settings));
}

inline std::shared_ptr<const Scenario> shared(Scenario scenario) {
  return std::make_shared<const Scenario>(std::move(scenario));
}

/// A context of the catalogue: `SCENARIO[;key=value...]`.
inline Scenario scenario_in_context(std::string_view context,
                                    std::vector<std::string> further_settings = {}) {
  std::vector<std::string> settings;
  std::size_t end = context.find(';');
  const std::string_view name = context.substr(0, end);
  while (end != std::string_view::npos) {
    context.remove_prefix(end + 1);
    end = context.find(';');
    settings.emplace_back(context.substr(0, end));
  }
  for (std::string& setting : further_settings) settings.push_back(std::move(setting));
  return shipped_scenario(name, settings);
}

}  // namespace park::test
