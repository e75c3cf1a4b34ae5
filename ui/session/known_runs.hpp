// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <list>
#include <memory>

#include "session/fan_building.hpp"

namespace park::ui {

/// The runs of a scenario under some seeds, as far as they are lived. Run r is under seed + r.
struct ScenarioRuns {
  std::shared_ptr<const Scenario> scenario;
  std::uint64_t seed = 0;
  LivedRuns runs;                  ///< null where not lived
  std::shared_ptr<const Fan> fan;  ///< over the first fan->runs of them; null if never built

  /// Runs before the first that is missing.
  [[nodiscard]] std::size_t first_runs() const;
  [[nodiscard]] bool is_complete() const { return first_runs() == runs.size(); }
  [[nodiscard]] std::size_t bytes() const;
};

/// Runs that need not be lived again while their scenario is in use or was lately. A scenario is known by its
/// address, which cannot come back while it is kept here. Not for several threads at once.
class KnownRuns {
 public:
  explicit KnownRuns(std::size_t max_bytes) : max_bytes_(max_bytes) {}

  /// As many runs as wanted, those that are known filled in.
  [[nodiscard]] std::shared_ptr<ScenarioRuns> find(const std::shared_ptr<const Scenario>& scenario,
                                                   std::uint64_t seed, std::size_t runs);

  /// Forgets what was begun and given up, then the longest unused beyond max_bytes; never what is in `kept`.
  void forget_all_but(const std::vector<std::shared_ptr<ScenarioRuns>>& kept);

  [[nodiscard]] std::size_t size() const { return entries_.size(); }
  [[nodiscard]] std::size_t bytes() const;

 private:
  std::size_t max_bytes_;
  std::list<std::shared_ptr<ScenarioRuns>> entries_;  ///< the longest unused first
};

}  // namespace park::ui
