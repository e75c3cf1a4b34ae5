// SPDX-License-Identifier: MIT
#include "study/runner/shared_pools.hpp"

#include <algorithm>
#include <exception>

namespace park::study {
namespace {

constexpr std::size_t most_entries = 4;

}  // namespace

std::shared_ptr<SharedPools::Entry> SharedPools::entry_of(std::uint64_t key, std::uint64_t seed) {
  const std::lock_guard guard(mutex_);
  const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const auto& entry) {
    return entry->key == key && entry->seed == seed;
  });
  if (found != entries_.end()) return *found;
  if (entries_.size() == most_entries) entries_.pop_front();
  auto entry = std::make_shared<Entry>();
  entry->key = key;
  entry->seed = seed;
  entries_.push_back(entry);
  return entry;
}

std::shared_ptr<const Pool> SharedPools::pool_of(const Scenario& scenario, std::uint64_t seed) {
  const auto entry = entry_of(pool_key(scenario), seed);
  try {
    std::call_once(entry->drawn, [&] { entry->pool = make_pool(scenario, seed); });
  } catch (const std::exception&) {
    return nullptr;  // the run draws its own, fails in the same way and says why
  }
  return entry->pool;
}

}  // namespace park::study
