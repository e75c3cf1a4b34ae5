// SPDX-License-Identifier: MIT
#include "study/tasks.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <vector>

namespace park::study {
namespace {

TEST(Tasks, EachIsDoneOnce) {
  for (const int jobs : {0, 1, 2, 7}) {
    std::vector<std::atomic<int>> done(1000);
    for_each_task(done.size(), jobs, [&](std::size_t i) { ++done[i]; });
    for (const auto& count : done) EXPECT_EQ(count.load(), 1);
  }
}

TEST(Tasks, NoneAtAllIsFine) {
  for_each_task(0, 4, [](std::size_t) { FAIL(); });
}

TEST(Tasks, AnExceptionComesOutAndStopsTheRest) {
  for (const int jobs : {1, 4}) {
    std::atomic<int> begun = 0;
    const auto work = [&](std::size_t i) {
      ++begun;
      if (i == 3) throw std::runtime_error("the fourth task");
    };
    EXPECT_THROW(for_each_task(1000000, jobs, work), std::runtime_error);
    EXPECT_LT(begun.load(), 1000000);
  }
}

TEST(Tasks, BeginInOrder) {
  std::vector<std::size_t> order;
  for_each_task(5, 1, [&](std::size_t i) { order.push_back(i); });
  EXPECT_EQ(order, (std::vector<std::size_t>{0, 1, 2, 3, 4}));
}

}  // namespace
}  // namespace park::study
