// SPDX-License-Identifier: MIT
#include <bit>
#include <type_traits>

#include "world/world.hpp"

namespace park {
namespace {

template <class Number>
requires std::is_arithmetic_v<Number> || std::is_enum_v<Number>
void add(LongDigest& digest, Number number) {
  if constexpr (std::is_floating_point_v<Number>) {
    digest.add(static_cast<double>(number));
  } else {
    digest.add(static_cast<std::uint64_t>(number));
  }
}

void add(LongDigest& digest, const FirmState& firm);
void add(LongDigest& digest, const Search& search);
void add(LongDigest& digest, const Rival& rival);
void add(LongDigest& digest, const Block& block);
void add(LongDigest& digest, const FloorPiece& piece);
void add(LongDigest& digest, const Plant& plant);
void add(LongDigest& digest, const Crew& crew);
void add(LongDigest& digest, const Project& project);
void add(LongDigest& digest, const Tenant& tenant);
void add(LongDigest& digest, const SurvivalWindow& window);

template <class Range>
requires requires(const Range& range) { range.begin(); }
void add(LongDigest& digest, const Range& range) {
  for (const auto& item : range) add(digest, item);
}

template <class... Parts>
void add_all(LongDigest& digest, const Parts&... parts) {
  (add(digest, parts), ...);
}

void add(LongDigest& digest, const Parameters& p) {
  for (const ParameterRow& row : lever_rows()) digest.add(get(p, row));
  for (const ParameterRow& row : uncertainty_rows()) digest.add(get(p, row));
  for (const ParameterRow& row : structural_rows()) digest.add(get(p, row));
  add(digest, p.clauses);
}

void add(LongDigest& digest, const Search& s) {
  add_all(digest, s.firm, s.started_month, s.ripe_month, s.leads_before, s.courting_before, s.knowledge,
          s.next_clock, s.u_branch, s.u_size, s.visited);
}

void add(LongDigest& digest, const FirmState& firm) {
  // One word of both: there are thousands of firms.
  const std::uint64_t rest = std::uint64_t{std::bit_cast<std::uint32_t>(firm.pull)} << 32U |
                             std::uint64_t{firm.episode} << 16U | std::uint64_t{firm.partners_in_park} << 8U |
                             static_cast<std::uint64_t>(firm.fate);
  digest.add(std::bit_cast<std::uint64_t>(firm.threshold) ^ rest * digest_stride);
}

void add(LongDigest& digest, const Rival& r) {
  add_all(digest, r.subsidy_yuan_m2_month, r.wage_yuan_month, r.rent_yuan_m2_month, r.workers,
          r.agglomeration, r.movers_in, r.share_lost, r.contested_in);
}

void add_parcels(LongDigest& digest, const Land& land) {
  const LandUses& uses = land.uses;
  for (std::size_t i = 0; i < land.parcels.size(); ++i) {
    const Parcel& p = land.parcels[i];
    add_all(digest, p.state, p.area_mu, p.farmland_mu, uses.unsupplied_mu[i], uses.supplied_unused_mu[i],
            uses.held_mu[i], uses.used_mu[i], uses.idle_mu[i], p.approved_month, p.ready_month,
            static_cast<int>(uses.supplied_month[i]));
  }
}

void add(LongDigest& digest, const Block& b) {
  add_all(digest, b.parcel.value, b.floor_m2, b.free_ground_m2, b.free_upper_m2, b.reserved_m2, b.occupied_m2,
          b.finished_m2, b.started_month, b.build_months, b.progress, b.is_tailor_made, b.sold_m2);
}

void add(LongDigest& digest, const FloorPiece& piece) {
  add_all(digest, piece.block.value, piece.ground_m2, piece.upper_m2);
}

void add(LongDigest& digest, const Plant& p) {
  add_all(digest, p.who.number(), p.firm, p.activity, p.is_branch_of_origin, p.floor_price_yuan, p.steam_t_h,
          p.has_had_loan, p.discount_ends, p.region, p.origin, p.form, p.is_leader, p.is_light_asset,
          p.has_leader_guarantee, p.workers_promised, p.productivity, p.credit, p.margin_luck,
          p.collateral_cover, p.investment_yuan, p.plot_mu, p.parcel.value, p.floor, p.effluent_t_day,
          p.loan_yuan, p.loan_rate_discount, p.guaranteed_yuan, p.signed_month, p.started_month);
}

void add(LongDigest& digest, const Crew& c) {
  add_all(digest, c.workers, c.skilled, c.returnees, c.festival_away, c.festival_skilled,
          c.festival_returnees, c.carries.leaving, c.carries.leaving_skilled, c.carries.leaving_returned,
          c.carries.from_coast, c.carries.trained, c.carries.beginners);
}

void add(LongDigest& digest, const Project& p) {
  add(digest, static_cast<const Crew&>(p));
  add(digest, p.plant);
  add_all(digest, p.phase, p.is_paper, p.has_site, p.has_permit, p.has_finance, p.phase_ends,
          p.promised_month, p.fades_month, p.service_months_left, p.usual_service_left, p.build_months_left,
          p.paid_in_yuan, p.refusals, p.withdrawal_clock, p.commission_yuan, p.priority, p.by_agency,
          p.build_months_total);
}

void add(LongDigest& digest, const Tenant& t) {
  add(digest, static_cast<const Crew&>(t));
  add(digest, t.plant);
  add_all(digest, t.producing_month, t.at_capacity, t.demand, t.utilisation, t.output_yuan_month, t.margin_12,
          t.clocks.exit, t.clocks.growth, t.clocks.loan_default, t.defaults, t.benefits_received_yuan,
          t.benefits_last_year_yuan, t.option_month, t.rent_paid_yuan, t.offspring, t.has_defaulted);
}

void add(LongDigest& digest, const SurvivalWindow& window) {
  add_all(digest, window.waiting(), window.arrived());
}

void add_market(LongDigest& digest, const World& world) {
  const Surroundings& s = world.surroundings;
  add_all(digest, s.export_index, s.tariff_points, s.utilisation, s.origin_wage_yuan_month,
          s.origin_rent_yuan_m2_month, s.relocation_orders, s.interest_rate);
  const ChainState& c = world.chain;
  add_all(digest, c.supply, c.local_demand, c.buyable, c.park_output, c.district_output, c.agglomeration,
          c.completeness_all, c.balance, c.output_last_year, c.market_limit, c.missing_inputs, c.required,
          c.district_activity);
  const Utilities& u = world.utilities;
  add_all(digest, u.wastewater_capacity_t_day, u.wastewater_load_t_day, u.wastewater_permitted_t_day,
          u.plating_capacity_t_day, u.plating_permitted_t_day, u.plating_district_extra_t_day,
          u.steam_capacity_t_h, u.steam_permitted_t_h);
  for (const UtilityWorks* works : {&u.wastewater_works, &u.plating_works, &u.steam_works})
    add_all(digest, works->ordered_so_far, works->paid);
}

void add_people(LongDigest& digest, const Labour& l) {
  add_all(digest, l.seekers_unskilled, l.seekers_skilled, l.seekers_returned, l.district_workers,
          l.district_away, l.other_sector, l.away, l.trainees, l.moved_in, l.wage_yuan_month, l.tightness,
          l.reference_tightness, l.vacancies_park, l.vacancies_district, l.quit_rate, l.beds_capacity,
          l.school_places_carry, l.school_places_given, l.training_carry, l.fund_carry, l.arrivals_carry,
          l.park_jobs_last_month);
}

void add_money(LongDigest& digest, const World& world) {
  const Accounts& a = world.accounts;
  add_all(digest, a.ledger.balances(), a.cost_this_month, a.income_this_month, a.fiscal_npv, a.tax_last_year);
  const Finance& f = world.finance;
  add_all(digest, f.guarantee_capital_yuan, f.guarantee_paid_in_yuan, f.guarantee_outstanding_yuan,
          f.guarantee_losses_yuan, f.discount_budget_left_yuan, f.loans_granted, f.loans_amount_yuan,
          f.firms_served, f.defaults);
  const Developer& d = world.factories.developer;
  add_all(digest, d.equity_yuan, d.debt_yuan, d.cumulative_yuan, d.peak_funding_yuan, d.payback_month,
          d.npv_yuan, d.flows);
  add_all(digest, world.prices.clause_cost_yuan, world.prices.clause_users, world.prices.trust);
}

void add_land_and_floor(LongDigest& digest, const World& world) {
  const Land& l = world.land;
  add_parcels(digest, l);
  add(digest, l.approval_to_supply);
  add_all(digest, l.construction_quota_mu, l.farmland_quota_mu, l.reclamation_in_progress,
          l.land_quota_won_mu, l.supplied_total_mu, l.used_by_others_mu, l.outside_demand_mu,
          l.packaged_carry, l.quota_in_progress, l.bonds_in_progress);
  const Factories& f = world.factories;
  add(digest, f.blocks);
  add_all(digest, f.expected_take_up_m2_month, f.waiting_demand_m2, f.idle_buildings_m2, f.built_total_m2,
          f.sold_m2);
}

void add_pursuit(LongDigest& digest, const Pursuit& p) {
  add_all(digest, p.hazard_integral, p.tenants_from, p.leader_visits_carry, p.gap_ratio, p.contact_integral,
          p.leads_integral, p.courting_integral, p.searches);
  add(digest, p.firms);
}

void add_tallies(LongDigest& digest, const Tallies& t) {
  add_all(digest, t.firms_signed, t.signed_from, t.firms_started, t.relocated_signed, t.relocated_started,
          t.firms_withdrawn, t.firms_closed, t.leading_firms_signed, t.investment_signed_yuan,
          t.investment_paid_in_yuan, t.jobs_promised, t.expansions, t.startups, t.origin_moves_agents,
          t.moves_ring, t.inland_ring, t.overseas_ring, t.knew_park_moved, t.knew_park_lost, t.contested_ring,
          t.closed_by, t.withdrawn_by, t.options_exercised);
  add(digest, t.signed_to_production);
}

}  // namespace

std::uint64_t digest(const World& world) {
  LongDigest digest;
  add_all(digest, world.seed, world.month);
  add(digest, world.now);
  add_market(digest, world);
  add(digest, world.rivals);
  add_pursuit(digest, world.pursuit);
  add_land_and_floor(digest, world);
  add_people(digest, world.labour);
  add_money(digest, world);
  add(digest, world.projects);
  add(digest, world.tenants);
  add_tallies(digest, world.tallies);
  return digest.value();
}

}  // namespace park
