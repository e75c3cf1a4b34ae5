// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>

#include "policy/structural.hpp"

namespace park {

/// What a planner sets; members in the order of the report. Meaning, unit and range: the rows in levers.cpp.
struct Levers {
  double weak_link_targeting = 0.2;
  double target_list_leaders_per_stage = 0;
  double reserved_land_share = 0.1;
  double reserved_for_weak_stages = 0;
  double projects_packaged_per_year = 1;
  double wastewater_phase_capacity = 10000;
  double wastewater_phase_month = 24;
  double plating_park_capacity = 0;
  double plating_park_month = 24;
  double steam_capacity = 60;
  double teams_greater_bay_area = 1;
  double teams_yangtze_delta = 0;
  double teams_bohai_rim = 0;
  double contacts_per_team_month = 12;
  double leader_visits_per_month = 0.5;
  double agencies = 0;
  double agency_commission = 2;
  double agency_paid_on_arrival = 1;
  double clause_intensity = 0.5;
  double build_mode = 0;
  double build_coverage = 1.2;
  double block_floor_area = 12000;
  double block_build_months = 10;
  double produce_in_finished_floors = 0;
  double standard_factory_rent = 7;
  double rent_free_months = 6;
  double sale_price = 2600;
  double lease_to_own_share = 0;
  double lease_to_own_months = 36;
  double sale_share = 0.1;
  double tailor_made_share = 0;
  double collateral_required = 0.5;
  double developer_equity = 150;
  double service_officers = 12;
  double visit_interval_weeks = 8;
  double leader_guarantee_share = 0.1;
  double matching_events_per_year = 1;
  double guarantee_capital = 20;
  double guarantee_leverage = 5;
  double guarantee_fee = 1;
  double interest_discount = 0;
  double interest_discount_budget = 0;
  double land_quota_per_year = 200;
  double idle_land_effort = 0.03;
  double reclamation_per_year = 100;
  double quota_purchase_per_year = 0;
  double linked_quota_per_year = 0;
  double three_in_one_reserve = 0;
  double recruitment_fund = 0.5;
  double stay_subsidy = 0;
  double training_places = 300;
  double training_subsidy = 500;
  double school_places_per_year = 0;
  double dormitory_beds = 500;
  double factory_grant = 0;
  double investment_threshold = 0;
  double claw_back = 0;
  double reuse_existing_buildings = 0;
  double ground_floor_share = 0.25;
};

/// What the world sets. Meaning, unit, range and source: the rows in uncertainties.cpp.
struct Uncertainties {
  double export_growth = 2.3;
  double export_volatility = 8;
  double tariff_shock = 0;
  double tariff_shock_month = 36;
  double origin_wage_growth = 4.5;
  double local_wage_growth = 4.5;
  double origin_rent = 16;
  double origin_environmental_pressure = 2;
  double footloose_rate = 7;
  double rival_subsidy = 3;
  double rival_reaction = 0.3;
  double overseas_cost_advantage = 10;
  double agglomeration_elasticity = 0.04;
  double coagglomeration_elasticity = 0.04;
  double build_cost = 2000;
  double interest_rate = 3.6;
  double return_migration_rate = 3;
  double approval_months = 20;
  double farmland_share = 0.4;
  double young_firm_default = 3;
  double logit_scale = 25;
  double home_bias = 0.02;
  double inland_productivity = 0.85;
  double paper_signing_share = 0.45;
  double freight_cost_factor = 1;
  double payment_delay = 6;
  double incentives_voided_share = 0;
  double incentives_voided_month = 24;
  double leads_per_agency = 0.3;
  double officer_caseload = 5;
  double delivered_premium_max = 0.06;
};

inline constexpr std::size_t lever_count = sizeof(Levers) / sizeof(double);
inline constexpr std::size_t uncertainty_count = sizeof(Uncertainties) / sizeof(double);
inline constexpr std::size_t structural_count = sizeof(Structural) / sizeof(double);

/// Number of policy clauses and of their categories (12 类 79 条).
inline constexpr std::size_t clause_count = 79;
inline constexpr std::size_t clause_category_count = 12;

/// Everything that can be set by key. `clauses` holds the intensity of each clause, 0 to 2 (key `clause.ID`).
struct Parameters {
  Levers levers;
  Uncertainties uncertainties;
  Structural structural;
  std::array<double, clause_count> clauses = [] {
    std::array<double, clause_count> ones{};
    ones.fill(1.0);
    return ones;
  }();
};

}  // namespace park
