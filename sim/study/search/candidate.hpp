// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "study/search/policy_space.hpp"

namespace park::study {

/// Outcomes of one policy in a number of futures, by future and replication.
class FutureRuns {
 public:
  FutureRuns() = default;
  FutureRuns(std::size_t futures, std::size_t replications, std::size_t outcomes);

  /// A run that failed has NaN for every outcome.
  void put(std::size_t future, std::size_t replication, std::span<const double> outcomes);
  [[nodiscard]] bool has(std::size_t future, std::size_t replication) const;
  [[nodiscard]] bool is_empty() const { return futures_ == 0; }
  [[nodiscard]] bool is_complete() const { return futures_ > 0 && count_ == has_.size(); }
  /// Mean over the replications of each future; NaN where one has no value.
  [[nodiscard]] std::vector<double> by_future(std::size_t outcome) const;

 private:
  std::size_t futures_ = 0;
  std::size_t replications_ = 0;
  std::size_t outcomes_ = 0;
  std::size_t count_ = 0;
  std::vector<bool> has_;
  std::vector<double> values_;
};

/// A policy that was tried. Number 0 is the scenario itself.
struct Candidate {
  Policy policy;
  FutureRuns searched;  ///< in the futures in which policies are compared
  FutureRuns fresh;     ///< in those kept back for the chosen ones
};

/// Keeps the outcomes of a run; `future` as of futures_of(), the fresh ones after the others.
void put_run(Candidate& candidate, const SearchOutline& outline, std::size_t future, std::size_t replication,
             std::span<const double> outcomes);

/// Where a run stands in the result store: its point counts policies, and futures within each.
struct CandidatePlace {
  std::size_t candidate = 0;
  std::size_t future = 0;

  [[nodiscard]] std::uint64_t point(const SearchOutline& outline) const {
    return static_cast<std::uint64_t>(candidate) * outline.futures_in_all() + future;
  }
  [[nodiscard]] static CandidatePlace of(std::uint64_t point, const SearchOutline& outline) {
    return {static_cast<std::size_t>(point / outline.futures_in_all()),
            static_cast<std::size_t>(point % outline.futures_in_all())};
  }
};

}  // namespace park::study
