// SPDX-License-Identifier: MIT
#include "study/tasks.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <thread>
#include <vector>

#ifndef PARKSIM_NO_TBB
#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>
#endif

namespace park::study {
namespace {

/// Takes tasks by a shared counter until none is left. Never throws: the first exception is kept.
class TaskQueue {
 public:
  TaskQueue(std::size_t count, const std::function<void(std::size_t)>& task) : count_(count), task_(task) {}

  void work() {
    try {
      for (std::size_t i = next_++; i < count_ && !has_failed_.load(); i = next_++) task_(i);
    } catch (...) {
      if (!has_failed_.exchange(true)) failure_ = std::current_exception();
    }
  }

  void rethrow() const {
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  std::size_t count_;
  const std::function<void(std::size_t)>& task_;
  std::atomic<std::size_t> next_ = 0;
  std::atomic<bool> has_failed_ = false;
  std::exception_ptr failure_;
};

#ifdef PARKSIM_NO_TBB
void work_on_threads(TaskQueue& queue, std::size_t workers) {
  std::vector<std::jthread> threads;
  for (std::size_t i = 1; i < workers; ++i) threads.emplace_back([&queue] { queue.work(); });
  queue.work();
}
#else
void work_on_threads(TaskQueue& queue, std::size_t workers) {
  // Without the control oneTBB would not start more threads than there are cores, whatever was asked for.
  const tbb::global_control control(tbb::global_control::max_allowed_parallelism, workers);
  tbb::task_arena arena(static_cast<int>(workers));
  arena.execute([&] {
    tbb::parallel_for(
        tbb::blocked_range<std::size_t>(0, workers, 1), [&](const auto&) { queue.work(); },
        tbb::simple_partitioner());
  });
}
#endif

}  // namespace

int cores() { return static_cast<int>(std::max(1U, std::thread::hardware_concurrency())); }

void for_each_task(std::size_t count, int jobs, const std::function<void(std::size_t)>& task) {
  const int wanted = jobs > 0 ? jobs : cores();
  const std::size_t workers = std::min(count, static_cast<std::size_t>(wanted));
  TaskQueue queue(count, task);
  if (workers <= 1) {
    queue.work();
  } else {
    work_on_threads(queue, workers);
  }
  queue.rethrow();
}

}  // namespace park::study
