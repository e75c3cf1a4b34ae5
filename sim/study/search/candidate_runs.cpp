// SPDX-License-Identifier: MIT
#include "study/search/candidate_runs.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "study/tasks.hpp"

namespace park::study {
namespace {

bool is_same(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

/// Levers that a trimmed policy leaves as they are would not compare equal as NaN.
Policy as_key(Policy policy) {
  for (double& value : policy) {
    if (std::isnan(value)) value = -std::numeric_limits<double>::infinity();
  }
  return policy;
}

}  // namespace

CandidateRuns::CandidateRuns(const Search& search, ResultStore& store, std::vector<RunRow> known,
                             const StudyOptions& options)
    : search_(search),
      outline_(search.outline),
      store_(store),
      options_(options),
      runs_(*search.scenario, outline_.study.outcomes, options),
      futures_(futures_of(search.outline)),
      earlier_(known.size()) {
  for (RunRow& row : known)
    known_[CandidatePlace::of(row.place.point, outline_).candidate].push_back(std::move(row));
  static_cast<void>(number_of(Policy(outline_.policy_factors, std::numeric_limits<double>::quiet_NaN())));
}

std::size_t CandidateRuns::number_of(const Policy& policy) {
  const auto [place, is_new] = numbers_.emplace(as_key(policy), candidates_.size());
  if (is_new) add_candidate(policy);
  return place->second;
}

void CandidateRuns::add_candidate(Policy policy) {
  const std::size_t number = candidates_.size();
  PARK_ASSERT(number < outline_.most_policies());
  const std::size_t outcomes = outline_.study.outcomes.size();
  candidates_.push_back(
      {std::move(policy), FutureRuns(outline_.futures, outline_.replications(), outcomes), {}});
  const auto rows = known_.find(number);
  if (rows == known_.end()) return;
  const Policy& wanted = candidates_.back().policy;
  for (const RunRow& row : rows->second) {
    if (!std::equal(wanted.begin(), wanted.end(), row.factors.begin(), &is_same)) {
      throw WorldError(
          "the store holds other policies than this search tries: it was begun with another "
          "version of pagmo or of the C++ library. Begin a new one");
    }
    const CandidatePlace place = CandidatePlace::of(row.place.point, outline_);
    put({number, place.future, static_cast<std::size_t>(row.place.replication)}, row.outcomes);
  }
  known_.erase(rows);
}

void CandidateRuns::put(const Task& task, std::span<const double> outcomes) {
  put_run(candidates_[task.candidate], outline_, task.future, task.replication, outcomes);
}

bool CandidateRuns::is_done(const Task& task) const {
  const Candidate& candidate = candidates_[task.candidate];
  if (task.future < outline_.futures) return candidate.searched.has(task.future, task.replication);
  return candidate.fresh.has(task.future - outline_.futures, task.replication);
}

/// Futures and replications outside, so that runs of a seed follow each other and share its pool.
std::vector<CandidateRuns::Task> CandidateRuns::missing(const std::vector<std::size_t>& numbers,
                                                        FutureRange futures) const {
  std::vector<std::size_t> once = numbers;
  std::sort(once.begin(), once.end());
  once.erase(std::unique(once.begin(), once.end()), once.end());
  std::vector<Task> tasks;
  for (std::size_t future = futures.first; future < futures.first + futures.count; ++future) {
    for (std::size_t r = 0; r < outline_.replications(); ++r) {
      for (const std::size_t candidate : once) {
        const Task task{candidate, future, r};
        if (!is_done(task)) tasks.push_back(task);
      }
    }
  }
  return tasks;
}

bool CandidateRuns::run(const std::vector<std::size_t>& numbers, FutureRange futures, std::uint64_t later) {
  const std::vector<Task> tasks = missing(numbers, futures);
  later_ = later + tasks.size() + done_;
  for_each_task(tasks.size(), options_.jobs, [&](std::size_t task) {
    if (!is_cancelled()) run_one(tasks[task]);
  });
  return !is_cancelled();
}

void CandidateRuns::run_one(const Task& task) {
  const Policy& policy = candidates_[task.candidate].policy;
  const std::vector<double>& future = futures_[task.future];
  RunRow row;
  row.place = {CandidatePlace{task.candidate, task.future}.point(outline_), 0, task.replication};
  row.factors = policy;
  row.factors.insert(row.factors.end(), future.begin(), future.end());
  row.seed = outline_.study.seed + task.future * outline_.replications() + task.replication;
  if (!runs_.run(scenario_under(search_, policy, future), row)) return;
  const std::vector<double> outcomes = row.outcomes;
  store_.add(std::move(row));
  const std::lock_guard guard(mutex_);
  put(task, outcomes);
  ++done_;
  if (options_.progress) options_.progress(done_, later_);
}

}  // namespace park::study
