// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "study/search/candidate.hpp"

namespace park::study {

/// What a policy is worth.
struct Judgement {
  std::vector<double> objectives;  ///< in the outcomes' units, of regret the distance; NaN: no value
  double violation = 0;            ///< how far limits are broken, as shares of their bounds; 0: all are kept

  [[nodiscard]] bool is_feasible() const { return violation == 0; }
};

/// Turns a policy's outcomes in the futures into its judgement. For regret it remembers the best value known
/// in each future among the policies it was shown.
class Judge {
 public:
  /// The outline must outlive it.
  explicit Judge(const SearchOutline& outline);

  /// Lets a policy set the best known; one that breaks a limit, which nobody may follow, sets none.
  void learn(const FutureRuns& runs);
  [[nodiscard]] bool knows_any() const { return knows_any_; }
  [[nodiscard]] Judgement judge(const FutureRuns& runs) const;
  /// Value of a limit's outcome under its statistic.
  [[nodiscard]] double value_of(const Limit& limit, const FutureRuns& runs) const;

 private:
  [[nodiscard]] double violation(const FutureRuns& runs) const;

  const SearchOutline* outline_;
  std::vector<std::vector<double>> best_;  ///< by objective and future
  bool knows_any_ = false;
};

/// The objectives as numbers to be made small.
[[nodiscard]] std::vector<double> costs_of(const SearchOutline& outline, const Judgement& judgement);

/// The same for NSGA-II, which takes no constraints: Deb's constraint domination in the form of numbers. A
/// policy that breaks a limit has in every objective the same huge number, the greater the more it breaks, so
/// that every policy that keeps them dominates it, and of two that do not the one that breaks less.
[[nodiscard]] std::vector<double> fitness_of(const SearchOutline& outline, const Judgement& judgement);

}  // namespace park::study
