// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include "session/futures.hpp"
#include "session/known_runs.hpp"
#include "session/seed_pools.hpp"

namespace park::ui {

/// Lives paired runs in the background and says what is known so far. The newest question wins: what an older
/// one still lives is given up within a month of the model. What is published never changes, and once it is
/// complete it is what run_paired and its quantiles give.
class LiveEnsemble {
 public:
  struct Options {
    int workers = 0;  ///< 0: all cores
    std::size_t max_known_bytes = std::size_t{256} << 20U;
  };

  explicit LiveEnsemble(std::shared_ptr<SeedPools> pools) : LiveEnsemble(std::move(pools), Options()) {}
  LiveEnsemble(std::shared_ptr<SeedPools> pools, const Options& options);
  ~LiveEnsemble();
  LiveEnsemble(const LiveEnsemble&) = delete;
  LiveEnsemble& operator=(const LiveEnsemble&) = delete;

  /// What is asked: the futures of scenarios of the same months, the reference first, each with its owner.
  struct Asked {
    std::vector<std::shared_ptr<const Scenario>> scenarios;
    std::vector<std::uint64_t> owners;
    std::uint64_t seed = 0;
    std::size_t runs = 64;
  };
  /// Returns the generation.
  std::uint64_t ask(Asked asked);

  /// The newest answer; of an older question until the first run of the newest is there. Null before any.
  [[nodiscard]] std::shared_ptr<const Futures> snapshot() const;
  /// Whether the newest question is not yet answered in full.
  [[nodiscard]] bool is_busy() const;
  /// Blocks until the newest question is answered in full: for tests and still pictures.
  [[nodiscard]] std::shared_ptr<const Futures> wait() const;
  /// Why the newest question cannot be answered in full (memory ran out); empty if it can.
  [[nodiscard]] std::string failure() const;
  [[nodiscard]] std::size_t known_bytes() const;
  [[nodiscard]] std::size_t known_scenarios() const;

 private:
  using Clock = std::chrono::steady_clock;
  struct Task {
    std::shared_ptr<ScenarioRuns> runs;
    std::size_t run = 0;
  };
  /// A question under way. All but `cancel` is under the lock.
  struct Job {
    Futures::Question question;
    std::vector<std::shared_ptr<ScenarioRuns>> runs;  ///< by scenario
    std::vector<Task> tasks;  ///< the first run of every scenario, then the second, ...
    std::size_t next_task = 0;
    std::size_t new_runs = 0;
    std::size_t published_runs = 0;
    bool is_publishing = false;
    std::string failure;  ///< why there is no further answer; empty if nothing went wrong
    Clock::time_point asked;
    std::atomic<bool> cancel = false;

    void list_tasks();
    [[nodiscard]] std::size_t paired_runs() const;
    [[nodiscard]] bool should_publish() const;
    [[nodiscard]] bool has_task() const { return next_task < tasks.size(); }
    [[nodiscard]] bool is_done() const { return !failure.empty() || published_runs == question.wanted_runs; }
  };

  void work(const std::stop_token& stop);
  void live_next(const std::shared_ptr<Job>& job, std::unique_lock<std::mutex>& lock);
  void publish(const std::shared_ptr<Job>& job, std::unique_lock<std::mutex>& lock);

  std::shared_ptr<SeedPools> pools_;
  mutable std::mutex mutex_;
  std::condition_variable_any work_comes_;
  mutable std::condition_variable answer_comes_;
  std::shared_ptr<Job> job_;
  KnownRuns known_;
  std::uint64_t generation_ = 0;
  std::shared_ptr<const Futures> snapshot_;
  std::vector<std::jthread> workers_;  ///< last: ends before what it uses
};

}  // namespace park::ui
