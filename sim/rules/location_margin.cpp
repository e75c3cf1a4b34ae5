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
  double tariff_share = 1;
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
  prices.tariff_share = there.tariff_exposed;
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
  const Rival& rival = world.rivals[place - 1];
  prices.wage_yuan_month = rival.wage_yuan_month;
  prices.rent_yuan_m2_month = std::max(0.0, rival.rent_yuan_m2_month - rival.subsidy_yuan_m2_month);
  return prices;
}

/// Overseas: the uncertainty gives the advantage over the origin at month 0; from then on only its labour
/// moves, at the local trend, and it escapes part of the tariff.
MarginTerms overseas_terms(const World& world, Activity activity, Region region) {
  const ActivityTraits& traits = world.traits(activity);
  const OriginTraits& origin = world.places().origins[index_of(region)];
  const double output_month = traits.output_per_worker_year / 12;
  const double origin_labour = origin.wage_yuan_month / output_month;
  const double labour = 0.5 * origin_labour * world.labour.wage_trend /
                        world.scenario->base_district.wage_yuan_month /
                        world.surroundings.output_per_worker_index;
  MarginTerms terms{};
  const auto term = [&](MarginTerm t) -> double& { return terms[static_cast<std::size_t>(t)]; };
  term(MarginTerm::Revenue) = 1;
  term(MarginTerm::Labour) = -labour;
  const double others = 1 - world.now.structural.origin_margin - 0.5 * origin_labour;
  term(MarginTerm::Other) = -others + world.now.uncertainties.overseas_cost_advantage / 100;
  return terms;
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
  const bool is_origin = place == 0;
  const ActivityTraits& traits = world.traits(activity);
  const std::size_t stage = index_of(stage_of(activity));
  MarginTerms terms{};
  const auto term = [&](MarginTerm t) -> double& { return terms[static_cast<std::size_t>(t)]; };
  const DestinationKind kind =
      is_origin ? DestinationKind::Inland : world.places().destinations[place - 1].kind;
  const double tariff =
      world.now.structural.tariff_absorbed * world.surroundings.tariff_points / 100 * traits.export_share;
  if (!is_origin && kind == DestinationKind::Overseas) {
    terms = overseas_terms(world, activity, region);
    term(MarginTerm::Tariff) = -tariff * world.places().destinations[place - 1].tariff_exposed;
    return terms;
  }
  const PlacePrices prices = prices_at(world, region, place);
  double factor = 1;
  if (!is_origin) {
    factor = kind == DestinationKind::Park ? world.chain.agglomeration[stage]
                                           : world.rivals[place - 1].agglomeration[stage];
  }
  const double output_month = traits.output_per_worker_year / 12 *
                              world.surroundings.output_per_worker_index * prices.productivity * factor;
  term(MarginTerm::Revenue) = 1;
  term(MarginTerm::Materials) = -traits.materials_share;
  term(MarginTerm::Premium) =
      is_origin ? 0 : -prices.premium_per_missing * world.chain.missing_inputs[place - 1][index_of(activity)];
  term(MarginTerm::Labour) = -prices.wage_yuan_month / output_month;
  term(MarginTerm::Rent) = -prices.rent_yuan_m2_month * traits.floor_m2_per_worker / output_month;
  term(MarginTerm::Energy) = -traits.energy_share * prices.energy_ratio;
  term(MarginTerm::WaterEffluent) = -traits.water_effluent_share;
  term(MarginTerm::Freight) = -traits.freight_t_per_10k_yuan / 10000 * prices.freight_yuan_t;
  term(MarginTerm::Tax) = -traits.tax_share;
  term(MarginTerm::Finance) = -world.surroundings.interest_rate * world.now.structural.loan_share *
                              traits.equipment_yuan_per_worker / (12 * output_month);
  const bool is_rival = !is_origin && kind != DestinationKind::Park;
  term(MarginTerm::Benefits) = is_rival ? world.now.structural.rival_benefit_share : 0;
  term(MarginTerm::Tariff) = -tariff * prices.tariff_share;
  term(MarginTerm::Other) = -world.prices.other_cost[class_of(activity, region)];
  return terms;
}

const ClassMargin& class_margin(World& world, Activity activity, Region region, std::size_t place) {
  const std::size_t places = world.places().destinations.size() + 1;
  ClassMargin& cached = world.prices.margins[class_of(activity, region) * places + place];
  const int stamp = place == 1 ? world.month : quarter_of(world);
  if (cached.stamp == stamp) return cached;
  const MarginTerms terms = margin_terms(world, activity, region, place);
  const double labour = terms[static_cast<std::size_t>(MarginTerm::Labour)];
  const double rent = terms[static_cast<std::size_t>(MarginTerm::Rent)];
  double sum = 0;
  for (const double value : terms) sum += value;
  cached = {sum - labour - rent, -(labour + rent), stamp};
  return cached;
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
