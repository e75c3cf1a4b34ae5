// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "study/store/result_store.hpp"

namespace park::study {

/// Points of a shard that are run the same number of times next: all of them, or those in the list.
struct Round {
  int first = 0, last = 0;   ///< replications, the last not included
  std::uint64_t points = 0;  ///< how many
  const std::vector<std::uint64_t>* list = nullptr;
  Shard shard;

  [[nodiscard]] std::uint64_t point(std::uint64_t place) const {
    return list != nullptr ? (*list)[place] : place * shard.count + shard.index;
  }
};

/// Fixed replications are one round. Adaptive ones begin with the least number and go on, by half as many
/// again each time, with the points whose difference is not yet known well enough. What is decided depends on
/// the results alone, so that a resumed or divided study decides the same.
class ReplicationRounds {
 public:
  ReplicationRounds(const StudyOutline& outline, const Shard& shard);

  [[nodiscard]] const Round& current() const { return round_; }
  /// Moves on to the next round; false: there is none. Every row of the current one is in the store.
  [[nodiscard]] bool next(ResultStore& store);

 private:
  [[nodiscard]] bool is_known_well(ResultStore& store, std::uint64_t point,
                                   const std::vector<double>& reference) const;
  [[nodiscard]] bool compares_points() const { return outline_.scenarios.size() == 1; }
  void take(std::vector<std::uint64_t> open);

  const StudyOutline& outline_;
  std::vector<std::uint64_t> open_;  ///< with the reference point first, where points are compared
  Round round_;
};

}  // namespace park::study
