// SPDX-License-Identifier: MIT
#include "session/known_runs.hpp"

#include <algorithm>
#include <numeric>

namespace park::ui {

std::size_t ScenarioRuns::first_runs() const {
  const auto missing = std::find(runs.begin(), runs.end(), nullptr);
  return static_cast<std::size_t>(missing - runs.begin());
}

std::size_t ScenarioRuns::bytes() const {
  std::size_t sum = fan ? fan->bands.size() * sizeof(Band) : 0;
  for (const auto& run : runs) {
    if (run) sum += sizeof(LivedRun) + run->values.size() * sizeof(double);
  }
  return sum;
}

std::shared_ptr<ScenarioRuns> KnownRuns::find(const std::shared_ptr<const Scenario>& scenario,
                                              std::uint64_t seed, std::size_t runs) {
  const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const auto& entry) {
    return entry->scenario == scenario && entry->seed == seed && entry->runs.size() == runs;
  });
  if (found != entries_.end()) {
    entries_.splice(entries_.end(), entries_, found);
  } else {
    entries_.push_back(std::make_shared<ScenarioRuns>());
    *entries_.back() = {scenario, seed, LivedRuns(runs), nullptr};
  }
  return entries_.back();
}

void KnownRuns::forget_all_but(const std::vector<std::shared_ptr<ScenarioRuns>>& kept) {
  const auto is_kept = [&](const auto& entry) {
    return std::find(kept.begin(), kept.end(), entry) != kept.end();
  };
  entries_.remove_if([&](const auto& entry) { return !is_kept(entry) && !entry->is_complete(); });
  std::size_t held = bytes();
  for (auto entry = entries_.begin(); entry != entries_.end() && held > max_bytes_;) {
    if (is_kept(*entry)) {
      ++entry;
      continue;
    }
    held -= (*entry)->bytes();
    entry = entries_.erase(entry);
  }
}

std::size_t KnownRuns::bytes() const {
  return std::accumulate(entries_.begin(), entries_.end(), std::size_t{0},
                         [](std::size_t sum, const auto& entry) { return sum + entry->bytes(); });
}

}  // namespace park::ui
