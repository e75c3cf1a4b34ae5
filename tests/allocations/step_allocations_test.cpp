// SPDX-License-Identifier: MIT
// A program of its own, since it replaces the global operator new by one that counts.
#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <new>

#include "shipped_scenario.hpp"
#include "simulation.hpp"

namespace {

std::atomic<long> allocations{0};

void* counted(std::size_t bytes) {
  allocations.fetch_add(1, std::memory_order_relaxed);
  void* memory = std::malloc(bytes == 0 ? 1 : bytes);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}

}  // namespace

void* operator new(std::size_t bytes) { return counted(bytes); }
void* operator new[](std::size_t bytes) { return counted(bytes); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }

namespace park {
namespace {

TEST(Allocations, AreCounted) {
  const long before = allocations.load();
  delete new int(1);
  EXPECT_EQ(allocations.load() - before, 1);
}

class StepAllocations : public testing::TestWithParam<const char*> {};

/// The opening makes room; a month only uses it.
TEST_P(StepAllocations, AreNoneOnceWarm) {
  const auto scenario = test::shared(test::shipped_scenario(GetParam()));
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    World world = start(scenario, seed);
    while (world.month < 12) step(world);
    const long before = allocations.load();
    while (world.month < scenario->months) step(world);
    EXPECT_EQ(allocations.load() - before, 0) << "seed " << seed;
  }
}

INSTANTIATE_TEST_SUITE_P(Scenarios, StepAllocations,
                         testing::Values("baseline", "whole_package", "build_first"),
                         [](const auto& test) { return std::string(test.param); });

}  // namespace
}  // namespace park
