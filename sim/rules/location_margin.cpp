// SPDX-License-Identifier: MIT
#include "rules/location_margin.hpp"

#include <algorithm>
#include <cmath>

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

double agglomeration_at(const World& world, std::size_t place, Stage stage) {
  if (place == 0) return 1;
  return place == 1 ? world.chain.agglomeration[index_of(stage)]
                    : world.rivals[place - 1].agglomeration[index_of(stage)];
}

/// Overseas: the uncertainty gives the advantage over the origin at month 0; from then on only its labour
/// moves, at the local trend, and it escapes part of the tariff.
template <class Sink>
void overseas_terms(const World& world, Activity activity, Region region, const PlacePrices& prices,
                    const Sink& sink) {
  const ActivityTraits& traits = world.traits(activity);
  const OriginTraits& origin = world.places().origins[index_of(region)];
  const double output_month = traits.output_per_worker_year / 12;
  const double origin_labour = origin.wage_yuan_month / output_month;
  const double labour = 0.5 * origin_labour * world.labour.wage_trend /
                        world.scenario->base_district.wage_yuan_month /
                        world.surroundings.output_per_worker_index;
  const double others = 1 - world.now.structural.origin_margin - 0.5 * origin_labour;
  sink(ChoiceTerm::Revenue, 1);
  sink(ChoiceTerm::Labour, -labour);
  sink(ChoiceTerm::Tariff, -prices.tariff * traits.export_share);
  sink(ChoiceTerm::Other, -others + world.now.uncertainties.overseas_cost_advantage / 100);
}

/// Everywhere but overseas.
template <class Sink>
[[gnu::always_inline]] inline void inland_terms(const World& world, Activity activity, Region region,
                                                std::size_t place, const PlacePrices& prices,
                                                const Sink& sink) {
  const ActivityTraits& traits = world.traits(activity);
  const double output_month = traits.output_per_worker_year / 12 *
                              world.surroundings.output_per_worker_index * prices.productivity *
                              agglomeration_at(world, place, stage_of(activity));
  const double per_output = 1 / output_month;
  const double missing = place == 0 ? 0 : world.chain.missing_inputs[place - 1][index_of(activity)];
  sink(ChoiceTerm::Revenue, 1);
  sink(ChoiceTerm::Materials, -traits.materials_share);
  sink(ChoiceTerm::Premium, -prices.premium_per_missing * missing);
  sink(ChoiceTerm::Labour, -prices.wage_yuan_month * per_output);
  sink(ChoiceTerm::Rent, -prices.rent_yuan_m2_month * traits.floor_m2_per_worker * per_output);
  sink(ChoiceTerm::Energy, -traits.energy_share * prices.energy_ratio);
  sink(ChoiceTerm::WaterEffluent, -traits.water_effluent_share);
  sink(ChoiceTerm::Freight, -traits.freight_t_per_10k_yuan * prices.freight_yuan_t * 1e-4);
  sink(ChoiceTerm::Tax, -traits.tax_share);
  sink(ChoiceTerm::Benefits, prices.benefit_share);
  sink(ChoiceTerm::Finance, -prices.interest_month * traits.equipment_yuan_per_worker * per_output);
  sink(ChoiceTerm::Tariff, -prices.tariff * traits.export_share);
  sink(ChoiceTerm::Other, -world.prices.other_cost[class_of(activity, region)]);
}

bool is_overseas(const World& world, std::size_t place) {
  return place > 0 && world.places().destinations[place - 1].kind == DestinationKind::Overseas;
}

/// Gives every term of the margin to `sink`: one text for the itemised margin and for the sum, which is
/// needed ten thousand times a run.
template <class Sink>
[[gnu::always_inline]] inline void give_terms(const World& world, Activity activity, Region region,
                                              std::size_t place, const PlacePrices& prices,
                                              const Sink& sink) {
  if (is_overseas(world, place)) {
    overseas_terms(world, activity, region, prices, sink);
  } else {
    inland_terms(world, activity, region, place, prices, sink);
  }
}

MarginTerms terms_at(const World& world, Activity activity, Region region, std::size_t place,
                     const PlacePrices& prices) {
  MarginTerms terms{};
  give_terms(world, activity, region, place, prices,
             [&](ChoiceTerm term, double value) { terms[static_cast<std::size_t>(term)] = value; });
  return terms;
}

ClassMargin margin_at(const World& world, Activity activity, Region region, std::size_t place,
                      const PlacePrices& prices) {
  ClassMargin margin;
  give_terms(world, activity, region, place, prices, [&](ChoiceTerm term, double value) {
    if (term == ChoiceTerm::Labour || term == ChoiceTerm::Rent) {
      margin.variable -= value;
    } else {
      margin.fixed += value;
    }
  });
  return margin;
}

void price_place(World& world, Region region, std::size_t place) {
  const std::size_t places = world.places().destinations.size() + 1;
  const bool keeps_terms = world.journal.mode == JournalMode::Full;
  const PlacePrices prices = prices_at(world, region, place);
  for (std::size_t a = 0; a < activity_count; ++a) {
    const auto activity = static_cast<Activity>(a);
    const std::size_t index = class_of(activity, region) * places + place;
    world.prices.margins[index] = margin_at(world, activity, region, place, prices);
    if (keeps_terms) world.prices.terms[index] = terms_at(world, activity, region, place, prices);
  }
}

PlaceOutlook outlook_of(const World& world, const DestinationTraits& there) {
  const Structural& s = world.now.structural;
  PlaceOutlook outlook;
  outlook.is_overseas = there.kind == DestinationKind::Overseas;
  outlook.chance_to_know = outlook.is_overseas                        ? s.knows_overseas
                           : there.kind == DestinationKind::Periphery ? s.knows_periphery
                                                                      : s.knows_inland_rival;
  // What a firm waits in our park follows from its floor, land and permits.
  const double wait_years = there.kind == DestinationKind::Park ? 0 : there.wait_years;
  for (std::size_t r = 0; r < region_count; ++r) {
    outlook.toll[r] = world.now.uncertainties.home_bias +
                      cost_of_distance(world, there, static_cast<Region>(r)) + s.waiting_cost * wait_years;
  }
  return outlook;
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

MarginTerms margin_terms(const World& world, Activity activity, Region region, std::size_t place) {
  return terms_at(world, activity, region, place, prices_at(world, region, place));
}

double cost_of_distance(const World& world, const DestinationTraits& there, Region region) {
  if (there.kind == DestinationKind::Overseas) return 0;
  return world.now.structural.distance_cost * there.km_from[index_of(region)] / 1000;
}

void price_locations(World& world) {
  const std::vector<DestinationTraits>& destinations = world.places().destinations;
  // Firms hear of costs elsewhere with the quarter's figures, of our park at any time.
  const bool new_quarter = world.month <= 1 || world.months_done() % 3 == 0;
  for (std::size_t r = 0; r < region_count; ++r) {
    const auto region = static_cast<Region>(r);
    price_place(world, region, 1);
    for (std::size_t place = 0; new_quarter && place <= destinations.size(); ++place) {
      if (place != 1) price_place(world, region, place);
    }
  }
  if (!world.parameters_changed) return;
  double inland = 0;
  for (std::size_t d = 0; d < destinations.size(); ++d) {
    world.prices.outlook[d + 1] = outlook_of(world, destinations[d]);
    inland += world.prices.outlook[d + 1].is_overseas ? 0 : 1;
  }
  world.prices.most_to_gain =
      std::pow(inland, world.now.structural.inland_nest) + static_cast<double>(destinations.size()) - inland;
}

void solve_other_costs(World& world) {
  for (std::size_t a = 0; a < activity_count; ++a) {
    for (std::size_t r = 0; r < region_count; ++r) {
      double& other = world.prices.other_cost[a * region_count + r];
      other = 0;
      const MarginTerms terms = margin_terms(world, static_cast<Activity>(a), static_cast<Region>(r), 0);
      double margin = 0;
      for (const double value : terms) margin += value;
      other = margin - world.now.structural.origin_margin;
    }
  }
}

}  // namespace park
