// SPDX-License-Identifier: MIT
#include "study/search/candidate.hpp"

#include <algorithm>
#include <limits>

#include "core/assert.hpp"

namespace park::study {

FutureRuns::FutureRuns(std::size_t futures, std::size_t replications, std::size_t outcomes)
    : futures_(futures),
      replications_(replications),
      outcomes_(outcomes),
      has_(futures * replications, false),
      values_(futures * replications * outcomes, std::numeric_limits<double>::quiet_NaN()) {}

void FutureRuns::put(std::size_t future, std::size_t replication, std::span<const double> outcomes) {
  PARK_ASSERT(future < futures_ && replication < replications_ && outcomes.size() == outcomes_);
  const std::size_t run = future * replications_ + replication;
  PARK_ASSERT(!has_[run]);
  has_[run] = true;
  ++count_;
  std::copy(outcomes.begin(), outcomes.end(), values_.begin() + static_cast<std::ptrdiff_t>(run * outcomes_));
}

bool FutureRuns::has(std::size_t future, std::size_t replication) const {
  return future < futures_ && has_[future * replications_ + replication];
}

std::vector<double> FutureRuns::by_future(std::size_t outcome) const {
  std::vector<double> means;
  for (std::size_t future = 0; future < futures_; ++future) {
    double sum = 0;
    for (std::size_t r = 0; r < replications_; ++r)
      sum += values_[(future * replications_ + r) * outcomes_ + outcome];
    means.push_back(sum / static_cast<double>(replications_));
  }
  return means;
}

void put_run(Candidate& candidate, const SearchOutline& outline, std::size_t future, std::size_t replication,
             std::span<const double> outcomes) {
  if (future < outline.futures) {
    candidate.searched.put(future, replication, outcomes);
    return;
  }
  // Few policies ever see the fresh futures.
  if (candidate.fresh.is_empty())
    candidate.fresh = FutureRuns(outline.fresh, outline.replications(), outcomes.size());
  candidate.fresh.put(future - outline.futures, replication, outcomes);
}

}  // namespace park::study
