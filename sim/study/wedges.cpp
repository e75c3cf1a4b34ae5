// SPDX-License-Identifier: MIT
#include "study/wedges.hpp"

#include <algorithm>
#include <boost/random/uniform_int_distribution.hpp>
#include <cmath>
#include <numeric>

#include "core/assert.hpp"
#include "core/no_value.hpp"
#include "core/random.hpp"

namespace park::study {
namespace {

/// The outcome at each place of each replication's walk.
class Walks {
 public:
  Walks(std::size_t places, std::size_t replications)
      : places_(places), values_(places * replications, no_value) {}

  [[nodiscard]] double& at(std::size_t place, std::size_t replication) {
    return values_[replication * places_ + place];
  }
  [[nodiscard]] bool is_whole(std::size_t replication) {
    for (std::size_t p = 0; p < places_; ++p) {
      if (!std::isfinite(at(p, replication))) return false;
    }
    return true;
  }
  [[nodiscard]] double total(std::size_t replication) {
    return at(places_ - 1, replication) - at(0, replication);
  }

 private:
  std::size_t places_;
  std::vector<double> values_;
};

Difference mean_of(const std::vector<double>& changes) {
  return difference(changes, std::vector<double>(changes.size(), 0.0));
}

void weigh(Wedges& wedges, Walks& walks) {
  const std::size_t replications = wedges.runs.results.front().size();
  std::vector<double> totals(replications, no_value);
  std::vector<std::vector<double>> by_part(wedges.parts.size(), std::vector<double>(replications, no_value));
  for (std::size_t r = 0; r < replications; ++r) {
    if (!walks.is_whole(r)) continue;
    totals[r] = walks.total(r);
    const auto order = switching_order(wedges.parts.size(), wedges.runs.seed, r);
    for (std::size_t p = 0; p < order.size(); ++p) by_part[order[p]][r] = walks.at(p + 1, r) - walks.at(p, r);
  }
  wedges.total = mean_of(totals);
  for (const auto& changes : by_part) wedges.values.push_back(mean_of(changes));
}

}  // namespace

std::vector<std::size_t> switching_order(std::size_t parts, std::uint64_t first_seed,
                                         std::size_t replication) {
  std::vector<std::size_t> order(parts);
  std::iota(order.begin(), order.end(), std::size_t{0});
  RandomStream stream{first_seed + (replication - replication % 2), Draw::WedgeOrder, 0};
  for (std::size_t i = parts; i > 1; --i) {
    std::swap(order[i - 1], order[boost::random::uniform_int_distribution<std::size_t>(0, i - 1)(stream)]);
  }
  if (replication % 2 == 1) std::reverse(order.begin(), order.end());
  return order;
}

Wedges find_wedges(const std::shared_ptr<const Scenario>& a, const std::shared_ptr<const Scenario>& b,
                   std::vector<ScenarioPart> parts, const Outcome& outcome, EnsembleOptions options) {
  const std::size_t places = parts.size() + 1;
  Walks walks(places, static_cast<std::size_t>(options.replications));
  const auto columns = indicator_columns(*a);
  options.variant = [&](std::size_t place, std::size_t r) {
    auto scenario = std::make_shared<Scenario>(*a);
    const auto order = switching_order(parts.size(), options.seed, r);
    for (std::size_t p = 0; p < place; ++p) switch_over(*scenario, parts[order[p]], *b);
    return std::shared_ptr<const Scenario>(std::move(scenario));
  };
  options.each_run = [&](std::size_t place, std::size_t r, const RunResult& run) {
    if (run.ok()) walks.at(place, r) = evaluate(outcome, run.series, columns);
  };
  Wedges wedges;
  wedges.runs = run_paired(std::vector<std::shared_ptr<const Scenario>>(places, a), options);
  wedges.outcome = outcome;
  wedges.parts = std::move(parts);
  weigh(wedges, walks);
  return wedges;
}

std::string outcome_unit(const Outcome& outcome, const std::vector<IndicatorColumn>& columns) {
  const auto column = find_column(columns, outcome.indicator);
  PARK_ASSERT(column.has_value());
  if (outcome.kind == Outcome::Kind::PeakMonth) return "month";
  const std::string& unit = columns[*column].unit;
  constexpr std::string_view a_month = "/month";
  if (outcome.kind != Outcome::Kind::Sum && outcome.kind != Outcome::Kind::PeakYear) return unit;
  if (unit.ends_with(a_month)) return unit.substr(0, unit.size() - a_month.size());
  return unit + " x months";
}

}  // namespace park::study
