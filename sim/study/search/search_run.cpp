// SPDX-License-Identifier: MIT
#include "study/search/search_run.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "study/search/candidate_runs.hpp"
#include "study/search/front.hpp"
#include "study/search/judge.hpp"
#include "study/search/nsga2.hpp"
#include "study/search/search_results.hpp"

namespace park::study {
namespace {

class SearchRun {
 public:
  SearchRun(const Search& search, ResultStore& store, std::vector<RunRow> known, const StudyOptions& options)
      : search_(search),
        outline_(search.outline),
        store_(store),
        runs_(search, store, std::move(known), options),
        judge_(outline_),
        upcoming_(outline_) {}

  SearchTally run() {
    SearchTally tally;
    tally.is_complete = evaluate({0}) && evolve() && trim() && check();
    store_.flush();
    if (tally.is_complete) {
      store_.alongside([&](Database& database) {
        write_front(database, front_table(outline_, runs_.all(), front_of(outline_, runs_.all())));
      });
      store_.set_complete();
    }
    tally.done = runs_.done();
    tally.earlier = runs_.earlier();
    tally.failed = store_.failures();
    return tally;
  }

 private:
  [[nodiscard]] std::uint64_t runs_each() const { return outline_.futures * outline_.replications(); }
  [[nodiscard]] std::uint64_t runs_of_check() const {
    return (outline_.front + 1) * outline_.fresh * outline_.replications();
  }

  /// Runs policies in the futures of the search. `still_to_try`: policies that may follow.
  bool evaluate(const std::vector<std::size_t>& numbers) {
    const std::uint64_t later = still_to_try_ * runs_each() + runs_of_check();
    return runs_.run(numbers, runs_.searched(), later);
  }

  /// A generation is judged by what was best before it: regrets of parents and children can be compared then.
  bool judge_batch(std::span<const double> points, std::span<double> fitness) {
    judge_ = upcoming_;
    std::vector<std::size_t> numbers;
    for (std::size_t i = 0; i < points.size(); i += outline_.policy_factors)
      numbers.push_back(runs_.number_of(policy_at(search_, points.subspan(i, outline_.policy_factors))));
    ++batches_;
    // Every generation is two batches: parents, who are known but for the first time, and children.
    const std::size_t generations_left = outline_.generations - std::min(outline_.generations, batches_ / 2);
    still_to_try_ = generations_left * outline_.population + outline_.front;
    if (!evaluate(numbers)) return false;
    for (const std::size_t number : numbers) upcoming_.learn(runs_.at(number).searched);
    if (!judge_.knows_any()) judge_ = upcoming_;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      const Judgement judgement = judge_.judge(runs_.at(numbers[i]).searched);
      const std::vector<double> costs = fitness_of(outline_, judgement);
      std::copy(costs.begin(), costs.end(),
                fitness.begin() + static_cast<std::ptrdiff_t>(i * outline_.objectives.size()));
    }
    return true;
  }

  bool evolve() {
    upcoming_.learn(runs_.at(0).searched);
    const Nsga2Start start{first_population(search_), outline_.policy_factors, outline_.objectives.size(),
                           outline_.generations, outline_.study.seed};
    const auto last = nsga2(start, [&](std::span<const double> points, std::span<double> fitness) {
      return judge_batch(points, fitness);
    });
    if (!last) return false;
    judge_ = upcoming_;
    Chosen chosen = choose(outline_, runs_.all(), judge_);
    chosen_ = std::move(chosen.numbers);
    spans_ = std::move(chosen.spans);
    return true;
  }

  [[nodiscard]] Judgement judgement_of(std::size_t number) const {
    return judge_.judge(runs_.at(number).searched);
  }

  /// Whether a plainer policy is as good as the one it came from, but for `trim` of the front's span.
  [[nodiscard]] bool is_as_good(std::size_t plainer, const Costs& wanted) const {
    const Judgement judgement = judgement_of(plainer);
    if (!judgement.is_feasible()) return false;
    const Costs costs = costs_of(outline_, judgement);
    for (std::size_t o = 0; o < costs.size(); ++o) {
      if (!(costs[o] <= wanted[o] + outline_.trim * spans_[o])) return false;
    }
    return true;
  }

  /// The policy with a lever as the scenario has it.
  std::size_t without(std::size_t number, std::size_t factor) {
    Policy policy = runs_.at(number).policy;
    if (!is_changed(policy, factor)) return number;
    policy[factor] = std::numeric_limits<double>::quiet_NaN();
    return runs_.number_of(policy);
  }

  /// One lever after the other; every chosen policy in the same batch.
  bool trim() {
    if (outline_.trim <= 0) return true;
    std::vector<Costs> wanted;
    for (const std::size_t number : chosen_) wanted.push_back(costs_of(outline_, judgement_of(number)));
    for (std::size_t f = 0; f < outline_.policy_factors; ++f) {
      std::vector<std::size_t> plainer;
      for (const std::size_t number : chosen_) {
        plainer.push_back(without(number, f));
      }
      still_to_try_ = (outline_.policy_factors - f - 1) * chosen_.size();
      if (!evaluate(plainer)) return false;
      for (std::size_t i = 0; i < chosen_.size(); ++i) {
        if (is_as_good(plainer[i], wanted[i])) chosen_[i] = plainer[i];
      }
    }
    keep_non_dominated();
    return true;
  }

  /// Trimmed policies may have become one, or one a little worse than another.
  void keep_non_dominated() {
    std::vector<Costs> costs;
    for (const std::size_t number : chosen_) costs.push_back(costs_of(outline_, judgement_of(number)));
    std::vector<std::size_t> kept;
    for (const std::size_t member : non_dominated(costs)) kept.push_back(chosen_[member]);
    chosen_ = kept;
  }

  bool check() {
    std::vector<std::size_t> numbers = chosen_;
    numbers.push_back(0);
    return runs_.run(numbers, runs_.fresh(), 0);
  }

  const Search& search_;
  const SearchOutline& outline_;
  ResultStore& store_;
  CandidateRuns runs_;
  Judge judge_;     ///< of the generation under way
  Judge upcoming_;  ///< of the next
  std::size_t batches_ = 0;
  std::uint64_t still_to_try_ = 0;
  std::vector<std::size_t> chosen_;
  std::vector<double> spans_;  ///< of the front, by objective
};

}  // namespace

SearchTally run_search(const Search& search, ResultStore& store, std::vector<RunRow> known,
                       const StudyOptions& options) {
  return SearchRun(search, store, std::move(known), options).run();
}

Study store_study(const Search& search) {
  Study study;
  study.outline = search.outline.study;
  study.scenarios = {search.scenario};
  study.document = search.document;
  return study;
}

}  // namespace park::study
