// SPDX-License-Identifier: MIT
#include "session/live_ensemble.hpp"

#include <algorithm>
#include <array>
#include <exception>
#include <limits>

#include "core/assert.hpp"
#include "session/background_thread.hpp"
#include "study/ensemble.hpp"
#include "study/same_destinations.hpp"
#include "study/tasks.hpp"

namespace park::ui {
namespace {

/// An answer is published once so many runs are there, and when all are.
constexpr std::array<std::size_t, 10> steps = {1, 4, 8, 16, 32, 64, 128, 256, 512, 1024};

void read_clauses(const World& world, LivedRun& run) {
  for (std::size_t c = 0; c < clause_count; ++c) {
    run.clauses[c].users = static_cast<float>(world.prices.clause_users[c]);
    run.clauses[c].cost_million_yuan = static_cast<float>(world.prices.clause_cost_yuan[c] / 1e6);
  }
}

/// The run, or null if it was given up.
std::shared_ptr<const LivedRun> live(const std::shared_ptr<const Scenario>& scenario, std::uint64_t seed,
                                     const std::vector<IndicatorColumn>& columns, SeedPools& pools,
                                     const std::atomic<bool>& cancel) {
  auto run = std::make_shared<LivedRun>();
  study::RunOptions options;
  options.pool = pools.pool_of(*scenario, seed);
  options.cancel = &cancel;
  options.each_month = [&](const World& world) {
    if (world.month == scenario->months) read_clauses(world, *run);
  };
  study::RunResult result = study::run_once(scenario, seed, columns, options);
  if (result.error == study::cancelled) return nullptr;
  run->seed = seed;
  run->digest = result.digest;
  run->error = std::move(result.error);
  const std::size_t values = result.series.columns() * result.series.rows();
  run->values.resize(filled_up(values), std::numeric_limits<double>::quiet_NaN());
  for (std::size_t i = 0; i < values; ++i) run->values[i] = result.series.at(0, i);
  return run;
}

std::vector<std::string> failures_of(const std::vector<LivedRuns>& runs) {
  std::vector<std::string> failures;
  for (const LivedRuns& of_scenario : runs) {
    for (const auto& run : of_scenario) {
      if (!run->ok() && std::find(failures.begin(), failures.end(), run->error) == failures.end()) {
        failures.push_back(run->error);
      }
    }
  }
  return failures;
}

}  // namespace

std::size_t LiveEnsemble::Job::paired_runs() const {
  std::size_t paired = question.wanted_runs;
  for (const auto& of_scenario : runs) paired = std::min(paired, of_scenario->first_runs());
  return paired;
}

bool LiveEnsemble::Job::should_publish() const {
  if (is_publishing || !failure.empty()) return false;
  const std::size_t paired = paired_runs();
  if (paired <= published_runs) return false;
  if (paired == question.wanted_runs) return true;
  const auto* const next = std::upper_bound(steps.begin(), steps.end(), published_runs);
  return next != steps.end() && paired >= *next;
}

LiveEnsemble::LiveEnsemble(std::shared_ptr<SeedPools> pools, const Options& options)
    : pools_(std::move(pools)), known_(options.max_known_bytes) {
  const int workers = options.workers > 0 ? options.workers : study::cores();
  for (int i = 0; i < workers; ++i) {
    workers_.emplace_back([this](const std::stop_token& stop) { work(stop); });
  }
}

LiveEnsemble::~LiveEnsemble() {
  {
    const std::lock_guard lock(mutex_);
    if (job_) job_->cancel = true;
  }
  for (std::jthread& worker : workers_) worker.request_stop();
}

void LiveEnsemble::Job::list_tasks() {
  for (std::size_t r = 0; r < question.wanted_runs; ++r) {
    for (auto of_scenario = runs.begin(); of_scenario != runs.end(); ++of_scenario) {
      const bool is_listed = std::find(runs.begin(), of_scenario, *of_scenario) != of_scenario;
      if (!is_listed && !(*of_scenario)->runs[r]) tasks.push_back({*of_scenario, r});
    }
  }
}

std::uint64_t LiveEnsemble::ask(Asked asked) {
  PARK_ASSERT(!asked.scenarios.empty() && asked.owners.size() == asked.scenarios.size());
  PARK_ASSERT(asked.runs > 0 && asked.runs <= 0xffffU);
  const Scenario& first = *asked.scenarios.front();
  auto job = std::make_shared<Job>();
  job->asked = Clock::now();
  job->question = {std::move(asked.scenarios),
                   std::move(asked.owners),
                   std::make_shared<const std::vector<IndicatorColumn>>(indicator_columns(first)),
                   first.months,
                   asked.seed,
                   asked.runs,
                   0};
  const std::lock_guard lock(mutex_);
  if (job_) job_->cancel = true;
  for (const auto& scenario : job->question.scenarios) {
    PARK_ASSERT(scenario->months == first.months && !study::other_destination(first, *scenario));
    job->runs.push_back(known_.find(scenario, asked.seed, asked.runs));
  }
  job->list_tasks();
  known_.forget_all_but(job->runs);
  job->question.generation = ++generation_;
  job_ = std::move(job);
  work_comes_.notify_all();
  return generation_;
}

void LiveEnsemble::work(const std::stop_token& stop) {
  stand_back(behind_the_window);
  std::unique_lock lock(mutex_);
  while (work_comes_.wait(lock, stop, [&] { return job_ && (job_->should_publish() || job_->has_task()); })) {
    if (stop.stop_requested()) return;
    const std::shared_ptr<Job> job = job_;
    try {
      if (job->should_publish()) {
        publish(job, lock);
      } else {
        live_next(job, lock);
      }
    } catch (
        const std::exception& error) {  // out of memory: this question stays unanswered, the next may not
      if (!lock.owns_lock()) lock.lock();
      job->failure = error.what();
      job->next_task = job->tasks.size();
      answer_comes_.notify_all();
    }
  }
}

void LiveEnsemble::live_next(const std::shared_ptr<Job>& job, std::unique_lock<std::mutex>& lock) {
  const Task task = job->tasks[job->next_task++];
  lock.unlock();
  const auto run =
      live(task.runs->scenario, task.runs->seed + task.run, *job->question.columns, *pools_, job->cancel);
  lock.lock();
  if (!run) return;
  task.runs->runs[task.run] = run;
  ++job->new_runs;
}

void LiveEnsemble::publish(const std::shared_ptr<Job>& job, std::unique_lock<std::mutex>& lock) {
  job->is_publishing = true;
  const std::size_t paired = job->paired_runs();
  const std::size_t new_runs = job->new_runs;
  std::vector<LivedRuns> runs;
  std::vector<std::shared_ptr<const Fan>> fans;
  for (const auto& of_scenario : job->runs) {
    runs.emplace_back(of_scenario->runs.begin(),
                      of_scenario->runs.begin() + static_cast<std::ptrdiff_t>(of_scenario->first_runs()));
    const bool is_built = of_scenario->fan && of_scenario->fan->runs == runs.back().size();
    fans.push_back(is_built ? of_scenario->fan : nullptr);
  }
  lock.unlock();
  const std::size_t columns = job->question.columns->size();
  const std::size_t values = columns * (static_cast<std::size_t>(job->question.months) + 1);
  std::vector<std::vector<PairedChange>> differences;
  for (std::size_t s = 0; s < runs.size(); ++s) {
    if (!fans[s]) {
      fans[s] = std::make_shared<const Fan>(build_fan(job->question.scenarios[s], columns, runs[s]));
    }
    if (s == 0) {
      differences.emplace_back(values, PairedChange{0, 0, 0, static_cast<std::uint16_t>(paired)});
    } else {
      differences.push_back(
          build_differences(values, std::span(runs[s]).first(paired), std::span(runs.front()).first(paired)));
    }
  }
  auto futures = std::make_shared<Futures>(job->question, fans, std::move(differences), paired);
  futures->failures = failures_of(runs);
  futures->new_runs = new_runs;
  lock.lock();
  for (std::size_t s = 0; s < fans.size(); ++s) job->runs[s]->fan = fans[s];
  job->is_publishing = false;
  job->published_runs = paired;
  if (job_ != job) return;
  futures->elapsed_ms = std::chrono::duration<double, std::milli>(Clock::now() - job->asked).count();
  snapshot_ = std::move(futures);
  answer_comes_.notify_all();
}

std::shared_ptr<const Futures> LiveEnsemble::snapshot() const {
  const std::lock_guard lock(mutex_);
  return snapshot_;
}

bool LiveEnsemble::is_busy() const {
  const std::lock_guard lock(mutex_);
  return job_ && !job_->is_done();
}

std::shared_ptr<const Futures> LiveEnsemble::wait() const {
  std::unique_lock lock(mutex_);
  answer_comes_.wait(lock, [&] { return !job_ || job_->is_done(); });
  return snapshot_;
}

std::string LiveEnsemble::failure() const {
  const std::lock_guard lock(mutex_);
  return job_ ? job_->failure : std::string();
}

std::size_t LiveEnsemble::known_bytes() const {
  const std::lock_guard lock(mutex_);
  return known_.bytes();
}

std::size_t LiveEnsemble::known_scenarios() const {
  const std::lock_guard lock(mutex_);
  return known_.size();
}

}  // namespace park::ui
