// SPDX-License-Identifier: MIT
#include "study/clause_values.hpp"

#include <algorithm>
#include <bitset>

#include "core/no_value.hpp"
#include "scenario/load.hpp"
#include "study/final_values.hpp"

namespace park::study {
namespace {

// Places of the ensemble.
constexpr std::size_t whole_package = 0;
constexpr std::size_t without_any = clause_count + 1;
constexpr std::size_t without(std::size_t clause) { return 1 + clause; }
constexpr std::size_t alone(std::size_t clause) { return without_any + 1 + clause; }
constexpr std::size_t place_count = 2 * clause_count + 2;

void leave_out(Scenario& scenario, std::size_t clause) {
  const ParameterKey key{nullptr, clause};
  set(scenario.parameters, key, 0);
  std::erase_if(scenario.policy, [&](const PolicyStep& step) { return step.key == key; });
}

/// What the clauses' accounts say at the end of the runs.
class ClauseAccounts {
 public:
  explicit ClauseAccounts(std::size_t replications)
      : replications_(replications),
        users_(clause_count * replications, no_value),
        cost_(clause_count * replications, no_value),
        is_used_(replications) {}

  void keep(std::size_t place, std::size_t replication, const LocationPrices& prices) {
    for (std::size_t c = 0; c < clause_count; ++c) {
      if (prices.clause_users[c] > 0) is_used_[replication].set(c);
      if (place != whole_package) continue;
      users_[c * replications_ + replication] = prices.clause_users[c];
      cost_[c * replications_ + replication] = prices.clause_cost_yuan[c] / 1e6;
    }
  }
  [[nodiscard]] Summary users(std::size_t clause, std::size_t replications) const {
    return summarise(std::span(users_).subspan(clause * replications_, replications));
  }
  [[nodiscard]] Summary cost(std::size_t clause, std::size_t replications) const {
    return summarise(std::span(cost_).subspan(clause * replications_, replications));
  }
  [[nodiscard]] bool is_used(std::size_t clause, std::size_t replications) const {
    return std::any_of(is_used_.begin(), is_used_.begin() + static_cast<std::ptrdiff_t>(replications),
                       [&](const auto& used) { return used.test(clause); });
  }

 private:
  std::size_t replications_;
  std::vector<double> users_, cost_;  ///< [clause * replications + replication]
  std::vector<std::bitset<clause_count>> is_used_;
};

/// Cost over a gain that is there beyond doubt.
double cost_per(const Summary& cost, const Difference& gain) {
  return gain.lo > 0 ? cost.mean / gain.mean : no_value;
}

ClauseValue value_of(const PolicyClause& clause, std::size_t index, const FinalValues& finals,
                     const ClauseAccounts& accounts, std::size_t replications) {
  ClauseValue value;
  value.clause = index;
  for (std::size_t k = 0; k < clause_outcomes.size(); ++k) {
    value.leave_one_out[k] = finals.difference(k, whole_package, without(index), replications);
    value.add_one_in[k] = finals.difference(k, alone(index), without_any, replications);
  }
  const bool pays = clause.lever.empty();
  value.users = pays ? accounts.users(index, replications) : summarise({});
  value.cost_million_yuan = pays ? accounts.cost(index, replications) : summarise({});
  if (pays && replications > 0) value.unused = !accounts.is_used(index, replications);
  value.cost_per_job_yuan = 1e6 * cost_per(value.cost_million_yuan, value.leave_one_out[0]);
  value.cost_per_million_output = cost_per(value.cost_million_yuan, value.leave_one_out[1]);
  return value;
}

}  // namespace

std::vector<std::shared_ptr<const Scenario>> clause_variants(
    const std::shared_ptr<const Scenario>& scenario) {
  std::vector<std::shared_ptr<const Scenario>> places(place_count, scenario);
  const auto put = [&](std::size_t place, auto is_left_out) {
    Scenario variant = *scenario;
    for (std::size_t c = 0; c < clause_count; ++c) {
      if (is_left_out(c)) leave_out(variant, c);
    }
    places[place] = std::make_shared<const Scenario>(std::move(variant));
  };
  put(without_any, [](std::size_t) { return true; });
  for (std::size_t i = 0; i < clause_count; ++i) {
    put(without(i), [i](std::size_t c) { return c == i; });
    put(alone(i), [i](std::size_t c) { return c != i; });
  }
  return places;
}

ClauseValues value_clauses(const std::shared_ptr<const Scenario>& scenario, EnsembleOptions options) {
  const auto asked = static_cast<std::size_t>(options.replications);
  FinalValues finals(clause_outcomes, indicator_columns(*scenario), place_count, asked);
  ClauseAccounts accounts(asked);
  options.each_month = [&](std::size_t place, std::size_t r, const World& world) {
    if (world.month == world.scenario->months) accounts.keep(place, r, world.prices);
  };
  options.each_run = [&](std::size_t place, std::size_t r, const RunResult& run) {
    finals.keep(place, r, run);
  };
  ClauseValues result;
  result.runs = run_paired(clause_variants(scenario), options);
  const std::size_t done = result.runs.results.front().size();
  for (std::size_t i = 0; i < clause_count; ++i) {
    result.clauses.push_back(value_of(scenario->facts->clauses.clauses[i], i, finals, accounts, done));
  }
  return result;
}

}  // namespace park::study
