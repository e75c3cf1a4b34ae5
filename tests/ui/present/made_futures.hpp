// SPDX-License-Identifier: MIT
#pragma once

#include <limits>
#include <string_view>
#include <vector>

#include "session/futures.hpp"
#include "shipped_scenario.hpp"

namespace park::ui {

/// Futures with values written by hand; whatever is not written has no value.
class MadeFutures {
 public:
  MadeFutures(std::vector<std::string> scenarios, int months) : months_(months) {
    for (const std::string& name : scenarios) {
      Scenario scenario = park::test::shipped_scenario(name);
      scenario.months = months;
      question_.scenarios.push_back(park::test::shared(std::move(scenario)));
      question_.owners.push_back(question_.owners.size());
    }
    question_.columns =
        std::make_shared<const std::vector<IndicatorColumn>>(indicator_columns(*question_.scenarios.front()));
    question_.months = months;
    question_.seed = 2026;
    question_.wanted_runs = 64;
    constexpr float none = std::numeric_limits<float>::quiet_NaN();
    const std::size_t values = static_cast<std::size_t>(months + 1) * question_.columns->size();
    bands_.assign(scenarios.size(),
                  std::vector<Band>(values, {none, none, none, none, none, none, none, none, 0}));
    changes_.assign(scenarios.size(), std::vector<PairedChange>(values, {none, none, none, 0}));
  }

  Band& band(std::size_t scenario, int month, std::string_view key) {
    return bands_[scenario][at(month, key)];
  }
  PairedChange& change(std::size_t scenario, int month, std::string_view key) {
    return changes_[scenario][at(month, key)];
  }
  /// Every month from `first` to the end.
  void change_from(std::size_t scenario, int first, std::string_view key, const PairedChange& change) {
    for (int month = first; month <= months_; ++month) changes_[scenario][at(month, key)] = change;
  }
  void mean_everywhere(std::size_t scenario, std::string_view key, float mean) {
    for (int month = 0; month <= months_; ++month) {
      const auto step = static_cast<float>(month);
      band(scenario, month, key) = {
          mean, mean, mean, mean + step, mean + step, mean + step, mean + 2 * step, mean + step, 64};
    }
  }

  [[nodiscard]] Futures made() const {
    std::vector<std::shared_ptr<const Fan>> fans;
    for (std::size_t s = 0; s < bands_.size(); ++s) {
      Fan fan;
      fan.scenario = question_.scenarios[s];
      fan.runs = 64;
      fan.bands = bands_[s];
      fans.push_back(std::make_shared<const Fan>(std::move(fan)));
    }
    return {question_, std::move(fans), changes_, 64};
  }

  [[nodiscard]] const std::vector<std::shared_ptr<const Scenario>>& scenarios() const {
    return question_.scenarios;
  }

 private:
  [[nodiscard]] std::size_t at(int month, std::string_view key) const {
    return static_cast<std::size_t>(month) * question_.columns->size() +
           find_column(*question_.columns, key).value();
  }

  int months_;
  Futures::Question question_;
  std::vector<std::vector<Band>> bands_;
  std::vector<std::vector<PairedChange>> changes_;
};

}  // namespace park::ui
