// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>

#include "simulation.hpp"

namespace park::study {

/// The pools of the latest few seeds: runs of one seed are worked on side by side and share theirs.
class SharedPools {
 public:
  /// Drawn once for all who ask at the same time. Null if it cannot be drawn: the run then tries for itself
  /// and says why not. From any thread.
  [[nodiscard]] std::shared_ptr<const Pool> pool_of(const Scenario& scenario, std::uint64_t seed);

 private:
  struct Entry {
    std::uint64_t key = 0;
    std::uint64_t seed = 0;
    std::once_flag drawn;
    std::shared_ptr<const Pool> pool;
  };
  [[nodiscard]] std::shared_ptr<Entry> entry_of(std::uint64_t key, std::uint64_t seed);

  std::mutex mutex_;
  std::deque<std::shared_ptr<Entry>> entries_;  ///< the oldest first
};

}  // namespace park::study
