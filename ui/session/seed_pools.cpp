// SPDX-License-Identifier: MIT
#include "session/seed_pools.hpp"

#include <algorithm>
#include <exception>

namespace park::ui {
namespace {

template <class T>
std::size_t bytes_of(const std::vector<T>& values) {
  return values.capacity() * sizeof(T);
}

std::size_t bytes_of(const Pool& pool) {
  return sizeof(Pool) + bytes_of(pool.firms) + bytes_of(pool.first_partner) + bytes_of(pool.partners);
}

}  // namespace

std::shared_ptr<SeedPools::Entry> SeedPools::entry_of(std::uint64_t key, std::uint64_t seed) {
  const std::lock_guard guard(mutex_);
  const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const auto& entry) {
    return entry->key == key && entry->seed == seed;
  });
  if (found != entries_.end()) {
    entries_.splice(entries_.end(), entries_, found);
    return entries_.back();
  }
  entries_.push_back(std::make_shared<Entry>());
  entries_.back()->key = key;
  entries_.back()->seed = seed;
  return entries_.back();
}

void SeedPools::count(Entry& entry) {
  const std::lock_guard guard(mutex_);
  if (entry.bytes > 0) return;  // counted by who drew it
  entry.bytes = bytes_of(*entry.pool);
  bytes_ += entry.bytes;
  while (bytes_ > max_bytes_ && entries_.size() > 1) {
    bytes_ -= entries_.front()->bytes;
    entries_.pop_front();
  }
}

std::shared_ptr<const Pool> SeedPools::pool_of(const Scenario& scenario, std::uint64_t seed) {
  const auto entry = entry_of(pool_key(scenario), seed);
  try {
    std::call_once(entry->drawn, [&] { entry->pool = make_pool(scenario, seed); });
  } catch (const std::exception&) {
    return nullptr;
  }
  count(*entry);
  return entry->pool;
}

std::size_t SeedPools::bytes() const {
  const std::lock_guard guard(mutex_);
  return bytes_;
}

}  // namespace park::ui
