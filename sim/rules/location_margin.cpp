// SPDX-License-Identifier: MIT
#include "rules/location_margin.hpp"

#include <algorithm>
#include <cmath>

#include "core/random.hpp"

namespace park {
namespace {

constexpr double recovered_productivity = 0.95;
constexpr double recovery_months = 36;
/// A location is judged over five years, of which three are recovery.
constexpr double decision_months = 60;

struct PlacePrices {
  double wage_yuan_month = 0;
  double rent_yuan_m2_month = 0;
  double energy_ratio = 1;
  double productivity = 1;  ///< output per worker relative to the origin's
  double freight_yuan_t = 0;
  double premium_per_missing = 0;  ///< times the share of inputs that cannot be bought there
  double tariff = 0;               ///< borne by the firm, share of what it exports
  double benefit_share = 0;        ///< what rivals promise; our park's clauses depend on the firm
  double interest_month = 0;       ///< on a yuan of equipment, whatever part of it is borrowed
};

/// Rent that a tenant expects per month, its rent-free months spread over the decision's horizon.
double expected_park_rent(const World& world) {
  const double free_share = std::min(1.0, world.now.levers.rent_free_months / decision_months);
  return world.now.levers.standard_factory_rent * (1 - free_share);
}

PlacePrices prices_at(const World& world, Region region, std::size_t place) {
  const OriginTraits& origin = world.places().origins[index_of(region)];
  const double freight = world.now.structural.freight_yuan_t_km;
  PlacePrices prices;
  const double tariff = world.now.structural.tariff_absorbed * world.surroundings.tariff_points / 100;
  prices.tariff = tariff;
  prices.interest_month = world.surroundings.interest_rate / 12 * world.now.structural.loan_share;
  if (place == 0) {
    prices.wage_yuan_month = world.surroundings.origin_wage_yuan_month[index_of(region)];
    prices.rent_yuan_m2_month = world.surroundings.origin_rent_yuan_m2_month[index_of(region)];
    prices.freight_yuan_t = freight * origin.km_to_market;
    return prices;
  }
  const DestinationTraits& there = world.places().destinations[place - 1];
  prices.energy_ratio = there.electricity_yuan_kwh / origin.electricity_yuan_kwh;
  const double inland = world.now.uncertainties.inland_productivity * there.productivity_factor;
  prices.productivity = mean_recovery(std::min(1.0, inland));
  prices.freight_yuan_t = freight * there.km_to_market;
  prices.tariff = tariff * there.tariff_exposed;
  if (there.kind != DestinationKind::Overseas) {
    prices.premium_per_missing = world.now.uncertainties.delivered_premium_max;
  }
  if (there.kind == DestinationKind::Park) {
    // A canal or a dearer road concerns our park's way to market, not the rivals'.
    prices.freight_yuan_t *= world.now.uncertainties.freight_cost_factor;
    prices.wage_yuan_month = world.labour.wage_yuan_month;
    prices.rent_yuan_m2_month = expected_park_rent(world);
    prices.premium_per_missing *= world.now.uncertainties.freight_cost_factor;
    return prices;
  }
  prices.benefit_share = world.now.structural.rival_benefit_share;
  const Rival& rival = world.rivals[place - 1];
  prices.wage_yuan_month = rival.wage_yuan_month;
  prices.rent_yuan_m2_month = std::max(0.0, rival.rent_yuan_m2_month - rival.subsidy_yuan_m2_month);
  return prices;
}

/// Activities and two more, whose numbers mean nothing: what the margin needs of every activity lies side by
/// side, so that four activities are worked out at a time.
constexpr std::size_t padded_activities = 16;
static_assert(padded_activities >= activity_count);
using ByActivity = std::array<double, padded_activities>;

/// What the margins of a region's activities at a place are made of.
struct MarginInputs {
  ByActivity output_month{};  ///< yuan a worker at the origin at month 0
  ByActivity materials_share{};
  ByActivity energy_share{};
  ByActivity water_effluent_share{};
  ByActivity freight_t_per_10k_yuan{};
  ByActivity tax_share{};
  ByActivity floor_m2_per_worker{};
  ByActivity equipment_yuan_per_worker{};
  ByActivity export_share{};
  ByActivity agglomeration{};
  ByActivity missing{};  ///< inputs that cannot be bought there, share of output
  ByActivity other_cost{};
  double origin_wage_yuan_month = 0;  ///< at month 0
};

double agglomeration_at(const World& world, std::size_t place, Stage stage) {
  if (place == 0) return 1;
  return place == 1 ? world.chain.agglomeration[index_of(stage)]
                    : world.rivals[place - 1].agglomeration[index_of(stage)];
}

/// What is the same everywhere.
MarginInputs inputs_of_activities(const World& world) {
  MarginInputs inputs;
  for (std::size_t a = 0; a < activity_count; ++a) {
    const ActivityTraits& traits = world.chain_table().activities[a];
    inputs.output_month[a] = traits.output_per_worker_year / 12;
    inputs.materials_share[a] = traits.materials_share;
    inputs.energy_share[a] = traits.energy_share;
    inputs.water_effluent_share[a] = traits.water_effluent_share;
    inputs.freight_t_per_10k_yuan[a] = traits.freight_t_per_10k_yuan;
    inputs.tax_share[a] = traits.tax_share;
    inputs.floor_m2_per_worker[a] = traits.floor_m2_per_worker;
    inputs.equipment_yuan_per_worker[a] = traits.equipment_yuan_per_worker;
    inputs.export_share[a] = traits.export_share;
  }
  return inputs;
}

void take_region(const World& world, Region region, MarginInputs& inputs) {
  inputs.origin_wage_yuan_month = world.places().origins[index_of(region)].wage_yuan_month;
  for (std::size_t a = 0; a < activity_count; ++a) {
    inputs.other_cost[a] = world.prices.other_cost[class_of(static_cast<Activity>(a), region)];
  }
}

void take_place(const World& world, std::size_t place, MarginInputs& inputs) {
  for (std::size_t a = 0; a < activity_count; ++a) {
    inputs.agglomeration[a] = agglomeration_at(world, place, stage_of(static_cast<Activity>(a)));
    inputs.missing[a] = place == 0 ? 0 : world.chain.missing_inputs[place - 1][a];
  }
}

/// Overseas: the uncertainty gives the advantage over the origin at month 0; from then on only its labour
/// moves, at the local trend, and it escapes part of the tariff.
template <class Sink>
[[gnu::always_inline]] inline void overseas_terms(const World& world, const MarginInputs& of, std::size_t a,
                                                  const PlacePrices& prices, const Sink& sink) {
  const double origin_labour = of.origin_wage_yuan_month / of.output_month[a];
  const double labour = 0.5 * origin_labour * world.labour.wage_trend /
                        world.scenario->base_district.wage_yuan_month /
                        world.surroundings.output_per_worker_index;
  const double others = 1 - world.now.structural.origin_margin - 0.5 * origin_labour;
  sink(ChoiceTerm::Revenue, 1);
  sink(ChoiceTerm::Labour, -labour);
  sink(ChoiceTerm::Tariff, -prices.tariff * of.export_share[a]);
  sink(ChoiceTerm::Other, -others + world.now.uncertainties.overseas_cost_advantage / 100);
}

/// Everywhere but overseas.
template <class Sink>
[[gnu::always_inline]] inline void inland_terms(const World& world, const MarginInputs& of, std::size_t a,
                                                const PlacePrices& prices, const Sink& sink) {
  const double output_month = of.output_month[a] * world.surroundings.output_per_worker_index *
                              prices.productivity * of.agglomeration[a];
  const double per_output = 1 / output_month;
  sink(ChoiceTerm::Revenue, 1);
  sink(ChoiceTerm::Materials, -of.materials_share[a]);
  sink(ChoiceTerm::Premium, -prices.premium_per_missing * of.missing[a]);
  sink(ChoiceTerm::Labour, -prices.wage_yuan_month * per_output);
  sink(ChoiceTerm::Rent, -prices.rent_yuan_m2_month * of.floor_m2_per_worker[a] * per_output);
  sink(ChoiceTerm::Energy, -of.energy_share[a] * prices.energy_ratio);
  sink(ChoiceTerm::WaterEffluent, -of.water_effluent_share[a]);
  sink(ChoiceTerm::Freight, -of.freight_t_per_10k_yuan[a] * prices.freight_yuan_t * 1e-4);
  sink(ChoiceTerm::Tax, -of.tax_share[a]);
  sink(ChoiceTerm::Benefits, prices.benefit_share);
  sink(ChoiceTerm::Finance, -prices.interest_month * of.equipment_yuan_per_worker[a] * per_output);
  sink(ChoiceTerm::Tariff, -prices.tariff * of.export_share[a]);
  sink(ChoiceTerm::Other, -of.other_cost[a]);
}

bool is_overseas(const World& world, std::size_t place) {
  return place > 0 && world.places().destinations[place - 1].kind == DestinationKind::Overseas;
}

/// The terms of the margin of every activity, one text for the itemised margin and for the sum, which is
/// needed ten thousand times a run. `sink_of(a)` takes those of an activity.
template <class SinkOf>
[[gnu::always_inline]] inline void give_terms(const World& world, const MarginInputs& inputs,
                                              bool is_overseas, const PlacePrices& prices,
                                              const SinkOf& sink_of) {
  if (is_overseas) {
    for (std::size_t a = 0; a < padded_activities; ++a) overseas_terms(world, inputs, a, prices, sink_of(a));
  } else {
    for (std::size_t a = 0; a < padded_activities; ++a) inland_terms(world, inputs, a, prices, sink_of(a));
  }
}

using TermsByActivity = std::array<MarginTerms, padded_activities>;

TermsByActivity terms_at(const World& world, const MarginInputs& inputs, bool is_overseas,
                         const PlacePrices& prices) {
  TermsByActivity terms{};
  give_terms(world, inputs, is_overseas, prices, [&](std::size_t a) {
    return [&terms, a](ChoiceTerm term, double value) { terms[a][static_cast<std::size_t>(term)] = value; };
  });
  return terms;
}

/// Sums of the terms of every activity.
struct MarginColumns {
  ByActivity fixed{};
  ByActivity variable{};
};

MarginColumns margins_at(const World& world, const MarginInputs& inputs, bool is_overseas,
                         const PlacePrices& prices) {
  MarginColumns margins;
  give_terms(world, inputs, is_overseas, prices, [&](std::size_t a) {
    return [&margins, a](ChoiceTerm term, double value) {
      if (term == ChoiceTerm::Labour || term == ChoiceTerm::Rent) {
        margins.variable[a] -= value;
      } else {
        margins.fixed[a] += value;
      }
    };
  });
  return margins;
}

void price_place(World& world, Region region, std::size_t place, MarginInputs& inputs) {
  const PlacePrices prices = prices_at(world, region, place);
  take_place(world, place, inputs);
  const MarginColumns margins = margins_at(world, inputs, is_overseas(world, place), prices);
  for (std::size_t a = 0; a < activity_count; ++a) {
    ClassMargins& of_class = world.prices.margins[class_of(static_cast<Activity>(a), region)];
    of_class.fixed[place] = margins.fixed[a];
    of_class.variable[place] = margins.variable[a];
  }
  if (world.journal.mode != JournalMode::Full) return;
  const std::size_t places = world.places().destinations.size() + 1;
  const TermsByActivity terms = terms_at(world, inputs, is_overseas(world, place), prices);
  for (std::size_t a = 0; a < activity_count; ++a) {
    world.prices.terms[class_of(static_cast<Activity>(a), region) * places + place] = terms[a];
  }
}

void look_at(World& world, const DestinationTraits& there, std::size_t place) {
  const Structural& s = world.now.structural;
  PlaceOutlook& outlook = world.prices.outlook;
  const bool is_overseas = there.kind == DestinationKind::Overseas;
  outlook.is_overseas[place] = is_overseas ? 1 : 0;
  outlook.known_by[place] = half_words_below(there.known_factor * (is_overseas ? s.knows_overseas
                                                                   : there.kind == DestinationKind::Periphery
                                                                       ? s.knows_periphery
                                                                       : s.knows_inland_rival));
  // What a firm waits in our park follows from its floor, land and permits.
  const double wait_years = there.kind == DestinationKind::Park ? 0 : there.wait_years;
  for (std::size_t r = 0; r < region_count; ++r) {
    outlook.toll[r][place] = world.now.uncertainties.home_bias +
                             cost_of_distance(world, there, static_cast<Region>(r)) +
                             s.waiting_cost * wait_years;
  }
}

}  // namespace

double mean_recovery(double start) {
  const double end = std::max(start, recovered_productivity);
  const double while_recovering = 0.5 * (start + end) * recovery_months / decision_months;
  return while_recovering + end * (1 - recovery_months / decision_months);
}

double recovery(const World& world, double months) {
  const double start = world.now.uncertainties.inland_productivity;
  const double end = std::max(start, recovered_productivity);
  return start + (end - start) * std::clamp(months / recovery_months, 0.0, 1.0);
}

std::array<MarginTerms, activity_count> margin_terms(const World& world, Region region, std::size_t place) {
  MarginInputs inputs = inputs_of_activities(world);
  take_region(world, region, inputs);
  take_place(world, place, inputs);
  const TermsByActivity padded =
      terms_at(world, inputs, is_overseas(world, place), prices_at(world, region, place));
  std::array<MarginTerms, activity_count> terms{};
  std::copy_n(padded.begin(), activity_count, terms.begin());
  return terms;
}

double cost_of_distance(const World& world, const DestinationTraits& there, Region region) {
  if (there.kind == DestinationKind::Overseas) return 0;
  return world.now.structural.distance_cost * there.km_from[index_of(region)] / 1000;
}

void price_locations(World& world) {
  const std::vector<DestinationTraits>& destinations = world.places().destinations;
  // Firms hear of costs elsewhere with the quarter's figures, of our park at any time.
  const bool new_quarter = world.month <= 1 || world.months_done() % 3 == 0;
  MarginInputs inputs = inputs_of_activities(world);
  for (std::size_t r = 0; r < region_count; ++r) {
    const auto region = static_cast<Region>(r);
    take_region(world, region, inputs);
    price_place(world, region, 1, inputs);
    for (std::size_t place = 0; new_quarter && place <= destinations.size(); ++place) {
      if (place != 1) price_place(world, region, place, inputs);
    }
  }
  if (!world.parameters_changed) return;
  double inland = 0;
  world.prices.outlook.places = destinations.size() + 1;
  for (std::size_t d = 0; d < destinations.size(); ++d) {
    look_at(world, destinations[d], d + 1);
    inland += destinations[d].kind == DestinationKind::Overseas ? 0 : 1;
  }
  world.prices.most_to_gain =
      std::pow(inland, world.now.structural.inland_nest) + static_cast<double>(destinations.size()) - inland;
}

void solve_other_costs(World& world) {
  world.prices.other_cost.fill(0);
  for (std::size_t r = 0; r < region_count; ++r) {
    const auto region = static_cast<Region>(r);
    const auto terms = margin_terms(world, region, 0);
    for (std::size_t a = 0; a < activity_count; ++a) {
      double margin = 0;
      for (const double value : terms[a]) margin += value;
      world.prices.other_cost[class_of(static_cast<Activity>(a), region)] =
          margin - world.now.structural.origin_margin;
    }
  }
}

}  // namespace park
