// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <span>
#include <vector>

#include "study/runner/row_runs.hpp"
#include "study/runner/study_runner.hpp"
#include "study/search/candidate.hpp"
#include "study/store/result_store.hpp"

namespace park::study {

/// Which futures: the range [first, first + count) of futures_of().
struct FutureRange {
  std::size_t first = 0;
  std::size_t count = 0;
};

/// Runs policies in futures and keeps what came out, in memory and, as each run ends, in the store. Every
/// policy meets the same futures under the same seeds. What the store held before is not run again.
class CandidateRuns {
 public:
  /// `known`: the rows of the store. Throws WorldError if policies stand there that this search does not try
  /// in that order, as after a change of pagmo.
  CandidateRuns(const Search& search, ResultStore& store, std::vector<RunRow> known,
                const StudyOptions& options);

  /// Number of a policy: the one it was tried under before, or a new one. Policies are numbered in the order
  /// in which they are first asked for; the scenario itself is 0.
  [[nodiscard]] std::size_t number_of(const Policy& policy);
  [[nodiscard]] const Candidate& at(std::size_t number) const { return candidates_[number]; }
  [[nodiscard]] std::span<const Candidate> all() const { return candidates_; }

  [[nodiscard]] FutureRange searched() const { return {0, outline_.futures}; }
  [[nodiscard]] FutureRange fresh() const { return {outline_.futures, outline_.fresh}; }
  /// Runs what is missing of these policies in these futures, on as many threads as the options say; false if
  /// it was given up. `later`: most runs that may follow, for the progress.
  [[nodiscard]] bool run(const std::vector<std::size_t>& numbers, FutureRange futures, std::uint64_t later);

  [[nodiscard]] std::uint64_t done() const { return done_; }
  [[nodiscard]] std::uint64_t earlier() const { return earlier_; }

 private:
  struct Task {
    std::size_t candidate = 0, future = 0, replication = 0;
  };
  void add_candidate(Policy policy);
  void put(const Task& task, std::span<const double> outcomes);
  [[nodiscard]] bool is_done(const Task& task) const;
  [[nodiscard]] std::vector<Task> missing(const std::vector<std::size_t>& numbers, FutureRange futures) const;
  [[nodiscard]] bool is_cancelled() const { return options_.cancel != nullptr && options_.cancel->load(); }
  void run_one(const Task& task);

  const Search& search_;
  const SearchOutline& outline_;
  ResultStore& store_;
  const StudyOptions& options_;
  RowRuns runs_;
  std::vector<std::vector<double>> futures_;
  std::vector<Candidate> candidates_;
  std::map<Policy, std::size_t> numbers_;
  std::map<std::size_t, std::vector<RunRow>> known_;  ///< by policy, until the policy is asked for
  std::mutex mutex_;
  std::uint64_t done_ = 0;
  std::uint64_t earlier_ = 0;
  std::uint64_t later_ = 0;
};

}  // namespace park::study
