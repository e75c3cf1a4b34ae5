// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indicators/indicators.hpp"

namespace park::ui {

/// One value of one scenario in one month, over its runs. Quantiles by linear interpolation (type 7); the
/// pairs around the median bound the middle 95, 75 and 50 % of runs. NaN where no run has a value.
struct Band {
  float p025 = 0, p125 = 0, p25 = 0, p50 = 0, p75 = 0, p875 = 0, p975 = 0;
  float mean = 0;
  std::uint16_t n = 0;  ///< runs with a value
};

/// A scenario minus the reference, paired by seed: mean and its 95 % interval, over the pairs in which both
/// have a value. With n = 0 all are NaN, with n = 1 the interval is.
struct PairedChange {
  float mean = 0, lo = 0, hi = 0;
  std::uint16_t n = 0;

  /// The interval leaves out nought.
  [[nodiscard]] bool is_certain() const { return n > 1 && (lo > 0 || hi < 0); }
  [[nodiscard]] bool is_worse(Better better) const {
    return better != Better::Neither && (better == Better::Up ? mean < 0 : mean > 0);
  }
};

/// What one policy clause did in a run, mean over runs.
struct ClauseUse {
  float users = 0;              ///< plants that began to draw on it
  float cost_million_yuan = 0;  ///< paid since the start, undiscounted
};

/// The fan of one scenario: bands by month and column.
struct Fan {
  std::shared_ptr<const Scenario> scenario;
  std::size_t runs = 0;  ///< finished ones among its first runs without a gap
  std::vector<Band> bands;
  std::array<ClauseUse, clause_count> clauses{};
  std::vector<std::uint64_t> digests;  ///< of the world at the end of each run; 0 of one that failed
};

/// What is known of the futures of some scenarios at a moment: never changes once published, shared by
/// pointer. Scenario 0 is the reference (the baseline). Runs that are still missing are missing from the end.
class Futures {
 public:
  /// What the futures were asked for.
  struct Question {
    std::vector<std::shared_ptr<const Scenario>> scenarios;
    std::vector<std::uint64_t> owners;  ///< by scenario: who asked for it, see Session::tab_of
    std::shared_ptr<const std::vector<IndicatorColumn>> columns;
    int months = 0;
    std::uint64_t seed = 0;        ///< of the first run
    std::size_t wanted_runs = 0;   ///< of each scenario
    std::uint64_t generation = 0;  ///< rises with every question
  };

  Futures(Question question, std::vector<std::shared_ptr<const Fan>> fans,
          std::vector<std::vector<PairedChange>> differences, std::size_t paired_runs);

  [[nodiscard]] const std::vector<IndicatorColumn>& columns() const { return *question_.columns; }
  [[nodiscard]] std::optional<std::size_t> column(std::string_view key) const;
  [[nodiscard]] std::size_t scenario_count() const { return fans_.size(); }
  [[nodiscard]] const Scenario& scenario(std::size_t place) const { return *question_.scenarios[place]; }
  [[nodiscard]] const std::shared_ptr<const Scenario>& shared_scenario(std::size_t place) const {
    return question_.scenarios[place];
  }
  [[nodiscard]] std::uint64_t owner(std::size_t place) const { return question_.owners[place]; }
  /// Bands and differences exist for months 0 (the opening) to months().
  [[nodiscard]] std::size_t months() const { return static_cast<std::size_t>(question_.months); }

  [[nodiscard]] const Band& band(std::size_t scenario, std::size_t month, std::size_t column) const {
    return fans_[scenario]->bands[place_of(month, column)];
  }
  /// Of scenario 0 all are nought.
  [[nodiscard]] const PairedChange& difference(std::size_t scenario, std::size_t month,
                                               std::size_t column) const {
    return differences_[scenario][place_of(month, column)];
  }
  [[nodiscard]] const ClauseUse& clause_use(std::size_t scenario, std::size_t clause) const {
    return fans_[scenario]->clauses[clause];
  }
  [[nodiscard]] const Fan& fan(std::size_t scenario) const { return *fans_[scenario]; }

  [[nodiscard]] std::uint64_t seed() const { return question_.seed; }
  /// Of one scenario; the reference often has more than what was just edited.
  [[nodiscard]] std::size_t runs(std::size_t scenario) const { return fans_[scenario]->runs; }
  /// Those that every scenario has, from which the differences are.
  [[nodiscard]] std::size_t paired_runs() const { return paired_runs_; }
  [[nodiscard]] std::size_t wanted_runs() const { return question_.wanted_runs; }
  [[nodiscard]] bool is_complete() const { return paired_runs_ == question_.wanted_runs; }
  [[nodiscard]] std::uint64_t generation() const { return question_.generation; }

  double elapsed_ms = 0;              ///< from the question to this answer
  std::size_t new_runs = 0;           ///< lived for this question so far; the others were known already
  std::vector<std::string> failures;  ///< of the runs that failed, each message once

 private:
  [[nodiscard]] std::size_t place_of(std::size_t month, std::size_t column) const {
    return month * question_.columns->size() + column;
  }

  Question question_;
  std::vector<std::shared_ptr<const Fan>> fans_;
  std::vector<std::vector<PairedChange>> differences_;
  std::size_t paired_runs_ = 0;
};

}  // namespace park::ui
