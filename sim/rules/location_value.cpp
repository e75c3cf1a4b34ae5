// SPDX-License-Identifier: MIT
#include "rules/location_value.hpp"

#include <algorithm>
#include <cmath>

#include "core/exponential.hpp"
#include "rules/clause_benefits.hpp"
#include "rules/location_margin.hpp"

namespace park {
namespace {

/// Half the equipment is borrowed, at the discount that the budget can pay for; share of yearly output.
double loan_discount(const World& world, const Decision& decision) {
  const Levers& levers = world.now.levers;
  if (levers.interest_discount_budget <= 0) return 0;
  const ActivityTraits& traits = world.traits(world.pool->firms[decision.firm].activity);
  return 0.5 * levers.interest_discount / 100 * traits.equipment_yuan_per_worker * decision.workers /
         decision.output_yuan_year;
}

/// Cost of going, as a share of yearly output: capital recovery on moving, on a fixed part, and for a move on
/// the capital sunk at home.
double cost_of_going(const World& world, const Decision& decision, bool is_overseas) {
  const Structural& s = world.now.structural;
  double yuan = s.moving_fixed_cost * (is_overseas ? s.overseas_fixed_factor : 1);
  if (!decision.is_branch) {
    const ActivityTraits& traits = world.traits(world.pool->firms[decision.firm].activity);
    yuan += decision.workers *
            (s.moving_cost_per_worker + s.sunk_capital_share * traits.equipment_yuan_per_worker);
  }
  return s.capital_recovery * yuan / decision.output_yuan_year;
}

/// Years a firm expects to wait in our park for floor, land and permits.
double expected_wait(const World& world, const Decision& decision) {
  const PoolFirm& firm = world.pool->firms[decision.firm];
  const ActivityTraits& traits = world.traits(firm.activity);
  const double floor = decision.workers * traits.floor_m2_per_worker;
  const Factories& factories = world.factories;
  const double free =
      traits.ground_floor_only >= 0.5 ? factories.free_finished_ground_m2 : factories.free_finished_m2;
  // Where finished floors may be used at once, the first are ready soon after the frame stands.
  const double ready = world.now.levers.produce_in_finished_floors >= 0.5 ? 0.65 : 1;
  const double build_years = ready * world.now.levers.block_build_months / 12;
  double wait = free >= floor + factories.waiting_demand_m2 ? 0.35 : 0.5 + build_years;
  if (traits.own_plot_share > 0) {
    const double own_plot = traits.own_plot_share * std::min(2.0, std::sqrt(decision.workers / 100));
    const double to_suit = std::min(1.0, world.now.levers.tailor_made_share * 2);
    wait +=
        std::min(1.0, own_plot) * world.now.uncertainties.approval_months / 12 * 0.5 * (1 - 0.6 * to_suit);
  }
  if (traits.pollution_class <= 0) return wait;
  const Utilities& utilities = world.utilities;
  const double effluent = traits.effluent_t_day_per_worker * decision.workers;
  const bool is_plating = traits.pollution_class >= 2;
  const double room = is_plating ? utilities.plating_capacity_t_day - utilities.plating_permitted_t_day
                                 : utilities.wastewater_capacity_t_day - utilities.wastewater_permitted_t_day;
  return effluent > room ? wait + world.now.structural.wait_without_permit_years : wait;
}

double promised_benefits(World& world, const Decision& decision) {
  const PoolFirm& firm = world.pool->firms[decision.firm];
  const bool is_light = firm.collateral_cover < world.now.structural.light_asset_cover;
  const BenefitClaim claim{firm.activity, decision.workers, firm.is_leader, ClauseContract::Lease, is_light};
  return expected_benefit(world, claim).share_of_output * world.prices.trust;
}

/// What partners there, the leaders' visit and floor built to suit are worth, in units of the logit.
struct Appeal {
  double partners = 0;
  double visit = 0;
  double tailor_made = 0;
};

Appeal appeal_of_park(const World& world, const Decision& decision) {
  const Structural& s = world.now.structural;
  const bool is_leader = world.pool->firms[decision.firm].is_leader;
  Appeal appeal;
  appeal.partners = s.link_value * std::min<int>(3, world.pursuit.firms[decision.firm].partners_in_park);
  if (decision.visited) appeal.visit = s.visit_value * (is_leader ? 1.0 : 0.5);
  if (is_leader) appeal.tailor_made = s.tailor_made_appeal * world.now.levers.tailor_made_share;
  return appeal;
}

/// `gain_before`: margin there less margin here, the cost of going and the toll of the place.
double value_of_park(World& world, const Decision& decision, double gain_before) {
  const Appeal appeal = appeal_of_park(world, decision);
  const double gain = gain_before + promised_benefits(world, decision) + loan_discount(world, decision) -
                      world.now.structural.waiting_cost * expected_wait(world, decision);
  return world.now.uncertainties.logit_scale * gain + appeal.partners + appeal.visit + appeal.tailor_made;
}

}  // namespace

double find_values(World& world, Decision& decision) {
  const PoolFirm& firm = world.pool->firms[decision.firm];
  const PlaceOutlook& outlook = world.prices.outlook;
  const ClassMargins& margins = world.prices.margins[class_of(firm)];
  const ByPlace& toll = outlook.toll[index_of(firm.region)];
  const double scale = world.now.uncertainties.logit_scale;
  const double inverse = 1 / static_cast<double>(firm.productivity);
  const double stay = margins.fixed[0] - margins.variable[0] * inverse;
  const double inland_cost = stay + cost_of_going(world, decision, false);
  const double overseas_cost = stay + cost_of_going(world, decision, true);
  const PlaceSet known = decision.known & ~PlaceSet{1};
  const double gain_of_park = margins.fixed[1] - margins.variable[1] * inverse - toll[1] -
                              (outlook.is_overseas[1] > 0 ? overseas_cost : inland_cost);
  const double park = decision.knows(1) ? value_of_park(world, decision, gain_of_park) : unknown_value;
  constexpr DoubleVector unknown = {unknown_value, unknown_value, unknown_value, unknown_value};
  DoubleVector highest = unknown;
  // Of unknown places too: four at a time are cheaper than one by one.
  for (std::size_t first = 0; first < outlook.places; first += 4) {
    const DoubleVector margin = four_from(margins.fixed, first) -
                                four_from(margins.variable, first) * inverse - four_from(toll, first);
    const DoubleVector cost = four_from(outlook.is_overseas, first) > 0 ? overseas_cost + DoubleVector{}
                                                                        : inland_cost + DoubleVector{};
    DoubleVector value = lanes_of(known, first) ? scale * (margin - cost) : unknown;
    if (first == 0) value[1] = park;
    put_four(decision.value, first, value);
    highest = value > highest ? value : highest;
  }
  return std::max(std::max(highest[0], highest[1]), std::max(highest[2], highest[3]));
}

ChoiceTerms choice_terms(World& world, const Decision& decision, std::size_t place) {
  const PoolFirm& firm = world.pool->firms[decision.firm];
  ChoiceTerms terms{};
  const auto term = [&](ChoiceTerm t) -> double& { return terms[static_cast<std::size_t>(t)]; };
  const std::size_t places = world.places().destinations.size() + 1;
  const MarginTerms& margin = world.prices.terms[class_of(firm) * places + place];
  std::copy(margin.begin(), margin.end(), terms.begin());
  term(ChoiceTerm::Labour) /= static_cast<double>(firm.productivity);
  term(ChoiceTerm::Rent) /= static_cast<double>(firm.productivity);
  if (place == 0) return terms;
  const DestinationTraits& there = world.places().destinations[place - 1];
  const Structural& s = world.now.structural;
  term(ChoiceTerm::MovingCost) = -cost_of_going(world, decision, there.kind == DestinationKind::Overseas);
  term(ChoiceTerm::HomeBias) = -world.now.uncertainties.home_bias;
  term(ChoiceTerm::Distance) = -cost_of_distance(world, there, firm.region);
  term(ChoiceTerm::Waiting) =
      -s.waiting_cost * (place == 1 ? expected_wait(world, decision) : there.wait_years);
  if (place != 1) return terms;
  const double scale = world.now.uncertainties.logit_scale;
  const Appeal appeal = appeal_of_park(world, decision);
  term(ChoiceTerm::Benefits) += promised_benefits(world, decision);
  term(ChoiceTerm::LoanDiscount) = loan_discount(world, decision);
  term(ChoiceTerm::PartnersThere) = appeal.partners / scale;
  term(ChoiceTerm::LeadersVisit) = appeal.visit / scale;
  term(ChoiceTerm::TailorMade) = appeal.tailor_made / scale;
  return terms;
}

}  // namespace park
