// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <span>

#include "limits/limit_scenario.hpp"
#include "rules/location_value.hpp"

namespace park {
namespace {

constexpr std::size_t delta = index_of(Region::YangtzeDelta);
constexpr std::size_t spinning = index_of(Activity::Spinning);
constexpr double workers = 200;
constexpr double productivity = 1.1;  ///< of every firm on a target list

/// Traits of spinning, from chain.json.
constexpr double output_worker_year = 1.1e6;
constexpr double floor_m2_worker = 90;
constexpr double equipment_worker = 1.45e6;

/// What a mill pays at a place on a yuan of its output, and what going there takes.
struct Place {
  double wage = 0;  ///< yuan a month
  double rent = 0;  ///< yuan/m2/month, subsidy taken off
  double output_per_worker = 1;
  double electricity_ratio = 1;
  double km_to_market = 0;
  double premium = 0;  ///< on inputs that must come from elsewhere
  double promised = 0;
  double wait_years = 0;
  double km = 0;
};

double mean_recovery_by_hand(double at_first) {
  const double at_last = std::max(at_first, 0.95);
  return 0.6 * (at_first + at_last) / 2 + 0.4 * at_last;  // 36 of 60 months on the way, 24 there
}

double labour_and_rent(const World& world, const Place& place) {
  const double made =
      output_worker_year / 12 * world.surroundings.output_per_worker_index * place.output_per_worker;
  return (place.wage + place.rent * floor_m2_worker) / made;
}

/// (8) and (9) without the terms that are the same everywhere.
double margin(const World& world, const Place& place) {
  const double made =
      output_worker_year / 12 * world.surroundings.output_per_worker_index * place.output_per_worker;
  const double interest = 0.036 / 12 * 0.4 * equipment_worker / made;
  const double freight = 0.45 * 1e-4 * 0.45 * place.km_to_market;
  return 1 - place.premium - 0.085 * place.electricity_ratio - freight - interest + place.promised -
         labour_and_rent(world, place) / productivity;
}

/// At home: wage and rent of the Yangtze River Delta, 150 km to market.
Place home(const World& world) {
  Place place;
  place.wage = world.surroundings.origin_wage_yuan_month[delta];
  place.rent = world.surroundings.origin_rent_yuan_m2_month[delta];
  place.km_to_market = 150;
  return place;
}

Place destination(const World& world, std::size_t d) {
  const DestinationTraits& there = world.places().destinations[d];
  const bool is_park = d == 0;
  Place place;
  place.wage = is_park ? world.labour.wage_yuan_month : world.rivals[d].wage_yuan_month;
  place.rent = is_park ? 7 : std::max(0.0, there.rent_yuan_m2_month - world.rivals[d].subsidy_yuan_m2_month);
  const double cluster = is_park ? world.chain.agglomeration[index_of(Stage::Spinning)]
                                 : world.rivals[d].agglomeration[index_of(Stage::Spinning)];
  place.output_per_worker = cluster * mean_recovery_by_hand(std::min(1.0, 0.85 * there.productivity_factor));
  place.electricity_ratio = there.electricity_yuan_kwh / 0.7;
  place.km_to_market = there.km_to_market;
  place.premium = 0.06 * world.chain.missing_inputs[d][spinning];
  place.promised = is_park ? 0 : 0.015;
  place.wait_years = there.wait_years;
  place.km = there.km_from[delta];
  return place;
}

/// (12) for a mill that moves whole or sends `part` of its workers as a branch; `part` 0 is a whole move.
double value(const World& world, std::size_t d, double part) {
  const bool is_overseas = world.places().destinations[d].kind == DestinationKind::Overseas;
  const double going = part > 0 ? part * workers : workers;
  const double output =
      going * output_worker_year * world.surroundings.output_per_worker_index * productivity;
  const double moved = part > 0 ? 0 : going * (8000 + 0.5 * equipment_worker);
  const double cost = 0.25 * (200000 * (is_overseas ? 2 : 1) + moved) / output;
  const double stay = margin(world, home(world));
  if (is_overseas) {
    // Ten points better than at home at the start (0.05); its labour, half of that at home, follows the local
    // trend since, over all labour productivity.
    const double labour_then = 0.5 * 5900 / (output_worker_year / 12);
    const double labour_now =
        labour_then * world.labour.wage_trend / 3833 / world.surroundings.output_per_worker_index;
    const double there = 0.05 + 0.10 + labour_then - labour_now / productivity;
    // margin() leaves out what is the same everywhere: the origin's margin without it at month 0 less 0.05.
    Place then = home(world);
    then.wage = 5900;
    then.rent = 16 * 1.05;
    const double made = output_worker_year / 12;
    const double at_start = 1 - 0.085 - 0.45 * 1e-4 * 0.45 * 150 -
                            0.036 / 12 * 0.4 * equipment_worker / made -
                            (then.wage + then.rent * floor_m2_worker) / made;
    const double stay_in_full = stay - (at_start - 0.05);
    return 25 * (there - stay_in_full - cost - 0.02 - 0.025 * 0.8);
  }
  const Place place = destination(world, d);
  double wait = place.wait_years;
  if (d == 0) {
    // Ground floor for all of it, or half a year and ten months; land for a plot: 0.7 sqrt(2) is all of it.
    const double floor = going * floor_m2_worker;
    const bool is_ready =
        world.factories.free_finished_ground_m2 >= floor + world.factories.waiting_demand_m2;
    wait = (is_ready ? 0.35 : 0.5 + 10.0 / 12) +
           std::min(1.0, 0.7 * std::min(2.0, std::sqrt(going / 100))) * 20.0 / 12 * 0.5;
  }
  return 25 * (margin(world, place) - stay - cost - 0.02 - 0.03 * place.km / 1000 - 0.025 * wait);
}

/// Shares of a nested logit: staying, inland places in a nest of 0.6, overseas.
std::vector<double> shares(const World& world, const std::vector<std::uint32_t>& known, double part) {
  std::vector<double> weight;
  double inland = 0;
  double overseas = 0;
  for (const std::uint32_t place : known) {
    if (place == 0) continue;
    const double v = value(world, place - 1, part);
    const bool is_overseas = world.places().destinations[place - 1].kind == DestinationKind::Overseas;
    (is_overseas ? overseas : inland) += std::exp(is_overseas ? v : v / 0.6);
  }
  const double all = 1 + (inland > 0 ? std::pow(inland, 0.6) : 0) + overseas;
  for (const std::uint32_t place : known) {
    if (place == 0) {
      weight.push_back(1 / all);
      continue;
    }
    const double v = value(world, place - 1, part);
    const bool is_overseas = world.places().destinations[place - 1].kind == DestinationKind::Overseas;
    weight.push_back(is_overseas ? std::exp(v) / all
                                 : std::pow(inland, 0.6) / all * std::exp(v / 0.6) / inland);
  }
  return weight;
}

struct Chosen {
  double times = 0;
  double expected = 0;
  double variance = 0;
};

class OneClass : public testing::Test {
 protected:
  /// Sizes of what each mill with a ripe search would send.
  void foretell(const World& world) {
    parts_.clear();
    for (const Search& search :
         world.pursuit.searches[static_cast<std::size_t>(world.month % (longest_search_months + 1))]) {
      parts_[search.firm] = search.u_branch < 0.7 ? 0.3 + 0.3 * search.u_size : 0;
    }
    prices_ = world;
  }

  /// Compares the decisions of a month that begins a quarter, when all prices are this month's. Free floor
  /// and the queue are as they are before the month's choices.
  void compare(const World& world, std::size_t from) {
    const std::vector<DecisionTerm>& all = world.journal.decisions;
    for (std::size_t first = from; first < all.size();) {
      std::size_t last = first + 1;
      while (last < all.size() && all[last].destination != 0) ++last;
      if (all[first].who.kind == Identity::Kind::Target) compare({all.data() + first, last - first});
      first = last;
    }
  }

  void compare(std::span<const DecisionTerm> decision) {
    const auto firm = static_cast<std::uint32_t>(prices_.pool->pool_agents + decision.front().who.root - 1);
    std::vector<std::uint32_t> known;
    for (const DecisionTerm& term : decision) known.push_back(term.destination);
    const std::vector<double> by_hand = shares(prices_, known, parts_.at(firm));
    for (std::size_t i = 0; i < decision.size(); ++i) {
      EXPECT_NEAR(decision[i].probability, by_hand[i], 1e-6)
          << "place " << known[i] << ", month " << prices_.month << ", part " << parts_.at(firm);
      Chosen& chosen = chosen_.at(known[i]);
      chosen.times += decision[i].chosen ? 1 : 0;
      chosen.expected += by_hand[i];
      chosen.variance += by_hand[i] * (1 - by_hand[i]);
    }
  }

  std::shared_ptr<const Scenario> scenario_ = test::limit_scenario("one_class");
  std::map<std::uint32_t, double> parts_;
  World prices_;
  std::array<Chosen, most_places> chosen_{};
};

TEST_F(OneClass, GoesWhereTheLogitWorkedByHandSaysAndAsOften) {
  for (std::uint64_t seed = 1; seed <= 32; ++seed) {
    World world = start(scenario_, seed, nullptr, JournalMode::Full);
    while (world.month < scenario_->months && !HasFailure()) {
      const std::size_t from = world.journal.decisions.size();
      test::step_looking_before(world, "relocation", [&](const World& now) { foretell(now); });
      if (world.month % 3 == 1) compare(world, from);
    }
  }
  const std::size_t places = scenario_->facts->places.destinations.size();
  for (std::size_t place = 0; place <= places; ++place) {
    const Chosen& chosen = chosen_.at(place);
    EXPECT_GT(chosen.expected, 20) << "too few to tell: place " << place;
    EXPECT_NEAR(chosen.times, chosen.expected, 4 * std::sqrt(chosen.variance)) << "place " << place;
  }
}

}  // namespace
}  // namespace park
