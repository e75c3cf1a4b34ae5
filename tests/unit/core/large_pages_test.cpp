// SPDX-License-Identifier: MIT
#include "core/large_pages.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <thread>
#include <vector>

namespace park {
namespace {

using Numbers = std::vector<std::uint64_t, LargePages<std::uint64_t>>;

/// Vectors of many sizes, from one number to more than a page, each filled with its own number.
std::vector<Numbers> filled(std::uint64_t first, std::size_t count) {
  std::vector<Numbers> all;
  for (std::uint64_t i = first; i < first + count; ++i) all.emplace_back(1 + i * i * 977 % 200000, i);
  return all;
}

void expect_untouched(const std::vector<Numbers>& all, std::uint64_t first) {
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (const std::uint64_t number : all[i]) ASSERT_EQ(number, first + i);
  }
}

TEST(LargePages, PiecesDoNotOverlap) {
  std::vector<Numbers> all = filled(0, 300);
  expect_untouched(all, 0);
  // What is given back in the middle is used again without harm to the others.
  for (std::size_t i = 0; i < all.size(); i += 2) all[i] = Numbers();
  const std::vector<Numbers> later = filled(1000, 200);
  expect_untouched(later, 1000);
  for (std::size_t i = 1; i < all.size(); i += 2) {
    for (const std::uint64_t number : all[i]) ASSERT_EQ(number, i);
  }
}

TEST(LargePages, PiecesBeginWithACacheLine) {
  for (const std::size_t count : {1U, 7U, 20000U, 400000U}) {
    const Numbers numbers(count);
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(numbers.data()) % 64, 0U) << count;
    EXPECT_EQ(numbers.back(), 0U);
  }
}

TEST(LargePages, ServeSeveralThreads) {
  std::vector<std::thread> threads;
  for (std::uint64_t t = 0; t < 4; ++t) {
    threads.emplace_back([t] {
      for (int round = 0; round < 5; ++round) expect_untouched(filled(100 * t, 60), 100 * t);
    });
  }
  for (std::thread& thread : threads) thread.join();
}

TEST(LargePages, WhatIsMovedAwayIsGivenBackOnce) {
  Numbers first(5000, 1);
  Numbers second(7000, 2);
  first = std::move(second);
  EXPECT_EQ(first.size(), 7000U);
  first.clear();
  first.shrink_to_fit();
  const Numbers third(5000, 3);
  EXPECT_EQ(third.front(), 3U);
}

TEST(LargePages, TooMuchIsBadAlloc) {
  LargePages<std::uint64_t> pages;
  EXPECT_THROW(static_cast<void>(pages.allocate(static_cast<std::size_t>(-1) / 4)), std::bad_alloc);
  EXPECT_THROW(static_cast<void>(take_large_pages(static_cast<std::size_t>(-1))), std::bad_alloc);
}

}  // namespace
}  // namespace park
