// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <list>
#include <memory>
#include <mutex>

#include "simulation.hpp"

namespace park::ui {

/// The pools of firms of the seeds in use, drawn once each: they depend on no lever and no assumption. The
/// longest unused give way when they hold more than `max_bytes` together. From any thread.
class SeedPools {
 public:
  explicit SeedPools(std::size_t max_bytes = std::size_t{256} << 20U) : max_bytes_(max_bytes) {}

  /// Null if it cannot be drawn: the run then tries for itself and says why not.
  [[nodiscard]] std::shared_ptr<const Pool> pool_of(const Scenario& scenario, std::uint64_t seed);

  [[nodiscard]] std::size_t bytes() const;

 private:
  struct Entry {
    std::uint64_t key = 0;
    std::uint64_t seed = 0;
    std::once_flag drawn;
    std::shared_ptr<const Pool> pool;
    std::size_t bytes = 0;  ///< once it is drawn, under the lock
  };
  [[nodiscard]] std::shared_ptr<Entry> entry_of(std::uint64_t key, std::uint64_t seed);
  void count(Entry& entry);

  std::size_t max_bytes_;
  mutable std::mutex mutex_;
  std::size_t bytes_ = 0;
  std::list<std::shared_ptr<Entry>> entries_;  ///< the longest unused first
};

}  // namespace park::ui
