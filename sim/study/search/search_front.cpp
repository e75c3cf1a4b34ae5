// SPDX-License-Identifier: MIT
#include "study/search/search_front.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "study/search/front.hpp"

namespace park::study {
namespace {

/// Measures policies in one set of futures and against the scenario in the same.
class Measure {
 public:
  Measure(const SearchOutline& outline, std::span<const Candidate> candidates, bool is_fresh)
      : outline_(outline),
        candidates_(candidates),
        is_fresh_(is_fresh),
        searched_(outline),
        measured_(outline) {
    for (const Candidate& candidate : candidates) {
      if (candidate.searched.is_complete()) searched_.learn(candidate.searched);
      const FutureRuns& runs = runs_of(candidate);
      if (runs.is_complete()) measured_.learn(runs);
    }
  }

  [[nodiscard]] const Judge& searched() const { return searched_; }

  [[nodiscard]] FrontPolicy of(std::size_t number) const {
    const Candidate& candidate = candidates_[number];
    const FutureRuns& runs = runs_of(candidate);
    FrontPolicy policy;
    policy.candidate = number;
    policy.searched = searched_.judge(candidate.searched);
    policy.measured = measured_.judge(runs);
    policy.keeps_limits = policy.measured.is_feasible();
    for (const Limit& limit : outline_.limits) policy.limits.push_back(measured_.value_of(limit, runs));
    for (const Objective& objective : outline_.objectives) {
      const std::vector<double> values = runs.by_future(objective.outcome);
      policy.objectives.push_back(summarise(values));
      policy.differences.push_back(difference(values, runs_of(candidates_[0]).by_future(objective.outcome)));
    }
    std::vector<double> cost = runs.by_future(outline_.cost_in_all());
    for (double& value : cost) value /= outline_.years();
    policy.cost_per_year = summarise(cost);
    policy.cost_dearest_year = summarise(runs.by_future(outline_.dearest_year()));
    return policy;
  }

 private:
  [[nodiscard]] const FutureRuns& runs_of(const Candidate& candidate) const {
    return is_fresh_ ? candidate.fresh : candidate.searched;
  }

  const SearchOutline& outline_;
  std::span<const Candidate> candidates_;
  bool is_fresh_;
  Judge searched_;
  Judge measured_;
};

void mark_overtaken(const SearchOutline& outline, std::vector<FrontPolicy>& policies) {
  for (FrontPolicy& policy : policies) {
    const Costs costs = costs_of(outline, policy.measured);
    policy.is_overtaken = std::any_of(policies.begin(), policies.end(), [&](const FrontPolicy& other) {
      return other.keeps_limits && dominates(costs_of(outline, other.measured), costs);
    });
  }
}

/// Recommended, overtaken, breaking a limit.
int rank(const FrontPolicy& policy) { return !policy.keeps_limits ? 2 : policy.is_overtaken ? 1 : 0; }

bool has_fresh(const Candidate& candidate) { return candidate.fresh.is_complete(); }

}  // namespace

Chosen choose(const SearchOutline& outline, std::span<const Candidate> candidates, const Judge& judge) {
  std::vector<Costs> costs;
  std::vector<std::size_t> feasible;
  for (std::size_t number = 0; number < candidates.size(); ++number) {
    if (!candidates[number].searched.is_complete()) continue;
    const Judgement judgement = judge.judge(candidates[number].searched);
    if (!judgement.is_feasible()) continue;
    feasible.push_back(number);
    costs.push_back(costs_of(outline, judgement));
  }
  const std::vector<std::size_t> front = non_dominated(costs);
  Chosen chosen;
  chosen.spans.assign(outline.objectives.size(), 0);
  for (std::size_t o = 0; o < chosen.spans.size() && !front.empty(); ++o) {
    const auto is_less = [&](std::size_t a, std::size_t b) { return costs[a][o] < costs[b][o]; };
    const auto [least, most] = std::minmax_element(front.begin(), front.end(), is_less);
    chosen.spans[o] = costs[*most][o] - costs[*least][o];
  }
  for (const std::size_t member : spread_out(costs, front, outline.front))
    chosen.numbers.push_back(feasible[member]);
  return chosen;
}

std::size_t SearchFront::recommended() const {
  return static_cast<std::size_t>(std::count_if(
      policies.begin(), policies.end(), [](const FrontPolicy& policy) { return policy.is_recommended(); }));
}

SearchFront front_of(const SearchOutline& outline, std::span<const Candidate> candidates) {
  SearchFront front;
  if (candidates.empty() || !candidates[0].searched.is_complete()) return front;
  front.is_fresh = has_fresh(candidates[0]);
  const Measure measure(outline, candidates, front.is_fresh);
  std::vector<std::size_t> numbers;
  if (front.is_fresh) {
    for (std::size_t number = 0; number < candidates.size(); ++number) {
      if (has_fresh(candidates[number])) numbers.push_back(number);
    }
  } else {
    numbers = choose(outline, candidates, measure.searched()).numbers;
  }
  front.scenario = measure.of(0);
  for (const std::size_t number : numbers) {
    if (number != 0) front.policies.push_back(measure.of(number));
  }
  mark_overtaken(outline, front.policies);
  const Costs here = costs_of(outline, front.scenario.measured);
  front.is_scenario_chosen =
      front.scenario.keeps_limits &&
      std::none_of(front.policies.begin(), front.policies.end(), [&](const FrontPolicy& policy) {
        return policy.keeps_limits && dominates(costs_of(outline, policy.measured), here);
      });
  const auto cost = [&](const FrontPolicy& policy) {
    const double first = costs_of(outline, policy.measured).front();
    return std::isnan(first) ? std::numeric_limits<double>::infinity() : first;
  };
  std::stable_sort(front.policies.begin(), front.policies.end(),
                   [&](const FrontPolicy& a, const FrontPolicy& b) {
                     return rank(a) != rank(b) ? rank(a) < rank(b) : cost(a) < cost(b);
                   });
  return front;
}

}  // namespace park::study
