// SPDX-License-Identifier: MIT
#include "rules/opening.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/random.hpp"
#include "rules/chain_balance.hpp"
#include "rules/labour.hpp"
#include "rules/location_margin.hpp"
#include "rules/location_review.hpp"
#include "rules/rules.hpp"
#include "rules/utilities.hpp"

namespace park {
namespace {

void open_surroundings(World& world) {
  Surroundings& here = world.surroundings;
  for (std::size_t r = 0; r < region_count; ++r) {
    const OriginTraits& origin = world.places().origins[r];
    here.origin_wage_yuan_month[r] = origin.wage_yuan_month;
    here.origin_rent_yuan_m2_month[r] = world.now.uncertainties.origin_rent * origin.rent_factor;
  }
  here.utilisation.fill(world.now.structural.normal_utilisation);
  here.interest_rate = world.now.uncertainties.interest_rate / 100;
}

/// What a cluster of such stages offers its own buyers.
std::array<double, stage_count> buyable_in(const World& world,
                                           const std::array<double, stage_count>& workers) {
  const ChainTable& table = world.chain_table();
  const double fob = world.now.structural.district_fob_share;
  std::array<double, activity_count> output{};
  for (std::size_t a = 0; a < activity_count; ++a) {
    const auto activity = static_cast<Activity>(a);
    double part = 1;
    if (activity == Activity::GarmentFob) part = fob;
    if (activity == Activity::GarmentCmt) part = 1 - fob;
    output[a] = part * workers[index_of(stage_of(activity))] * table.activities[a].output_per_worker_year;
  }
  std::array<double, stage_count> buyable{};
  for (std::size_t s = 0; s < stage_count; ++s) {
    double demand = 0;
    for (std::size_t a = 0; a < activity_count; ++a) demand += table.bought[s][a] * output[a];
    const double supply = s == index_of(Stage::Garment) ? output[index_of(Activity::GarmentFob)] : output[s];
    buyable[s] = demand > 0 ? std::min(1.0, world.now.structural.local_offer_share * supply / demand) : 1;
  }
  return buyable;
}

void open_rivals(World& world) {
  const std::vector<DestinationTraits>& places = world.places().destinations;
  world.rivals.resize(places.size());
  world.chain.missing_inputs.resize(places.size());
  for (std::size_t d = 0; d < places.size(); ++d) {
    Rival& rival = world.rivals[d];
    rival.wage_yuan_month = places[d].wage_ratio * world.scenario->base_district.guangdong_wage_yuan_month;
    rival.rent_yuan_m2_month = places[d].rent_yuan_m2_month;
    rival.subsidy_yuan_m2_month = places[d].subsidy_factor * world.now.uncertainties.rival_subsidy;
    rival.workers = places[d].workers;
    rival.agglomeration.fill(1);
    world.chain.missing_inputs[d] = missing_inputs(world.chain_table(), buyable_in(world, places[d].workers));
  }
  PARK_ASSERT(places.size() <= most_destinations);
  if (world.journal.mode == JournalMode::Full) {
    world.prices.terms.resize(firm_class_count * (places.size() + 1));
  }
}

void open_labour(World& world) {
  const BaseDistrict& base = world.scenario->base_district;
  Labour& labour = world.labour;
  std::int64_t at_work = 0;
  for (std::size_t s = 0; s < stage_count; ++s) {
    labour.district_workers[s] = std::llround(base.workers[s]);
    at_work += labour.district_workers[s];
  }
  labour.seekers_unskilled = std::llround(base.seekers_unskilled);
  labour.seekers_skilled = std::llround(base.seekers_skilled);
  labour.other_sector =
      std::llround(base.labour_force) - at_work - labour.seekers_unskilled - labour.seekers_skilled;
  PARK_ASSERT(labour.other_sector >= 0);
  for (std::size_t r = 0; r < region_count; ++r) labour.away[r] = std::llround(base.away[r]);
  labour.wage_yuan_month = labour.wage_trend = base.wage_yuan_month;
  labour.guangdong_wage_yuan_month = base.guangdong_wage_yuan_month;
  labour.reference_tightness = labour.tightness = burn_in_tightness(world);
  labour.beds_capacity = std::min(world.now.levers.dormitory_beds, 1.25 * base.dormitory_beds_used);
  labour.opening_total = people_total(world);
}

void open_chain(World& world) {
  ChainState& chain = world.chain;
  const ChainTable& table = world.chain_table();
  chain.opening_workers = world.scenario->base_district.workers;
  for (std::size_t c = 0; c < firm_class_count; ++c) {
    const auto stage = index_of(stage_of(static_cast<Activity>(c / region_count)));
    chain.origin_workers[stage] += world.pool->workers_in_class[c] * world.pool->weight;
  }
  for (std::size_t a = 0; a < activity_count; ++a) {
    const std::size_t buyer = index_of(stage_of(static_cast<Activity>(a)));
    for (std::size_t s = 0; s < stage_count; ++s) {
      if (s == buyer) continue;
      chain.links[s][buyer] = std::max(chain.links[s][buyer], table.bought[s][a]);
      chain.links[buyer][s] = std::max(chain.links[buyer][s], table.bought[s][a]);
    }
  }
  chain.agglomeration.fill(1);
  chain.market_limit.fill(1);
  produce(world);
  chain.opening_supply = chain.district_output;
  produce(world);
}

/// The uncertainty gives the farmland share; parcels that the map marks come first, then by drawn priority.
void mark_farmland(World& world, const std::vector<std::uint32_t>& unapproved) {
  const ParkMap& map = *world.scenario->map;
  std::vector<std::uint32_t> order = unapproved;
  std::stable_partition(order.begin(), order.end(),
                        [&](std::uint32_t p) { return map.parcels[p].is_farmland; });
  double left = world.now.uncertainties.farmland_share * world.land.unapproved_at_start_mu;
  for (const std::uint32_t p : order) {
    Parcel& parcel = world.land.parcels[p];
    parcel.farmland_mu = std::min(left, parcel.area_mu);
    left -= parcel.farmland_mu;
  }
}

Parcel open_parcel(const ParcelShape& shape, YearMonth start) {
  Parcel parcel;
  parcel.state = shape.legal_state;
  parcel.area_mu = shape.area_mu;
  parcel.reserved_for =
      shape.reserved_for ? static_cast<std::int8_t>(index_of(*shape.reserved_for)) : std::int8_t{-1};
  if (shape.approved) parcel.approved_month = months_between(start, *shape.approved);
  return parcel;
}

/// The part that all of a parcel's land is at the start; none before expropriation.
ParcelColumn* opening_part(LandUses& uses, LegalState state) {
  switch (state) {
    case LegalState::Expropriated:
      return &uses.unsupplied_mu;
    case LegalState::Supplied:
      return &uses.supplied_unused_mu;
    case LegalState::Used:
      return &uses.used_mu;
    case LegalState::Idle:
      return &uses.idle_mu;
    default:
      return nullptr;
  }
}

void open_land(World& world) {
  Land& land = world.land;
  const ParkMap& map = *world.scenario->map;
  const BaseDistrict& base = world.scenario->base_district;
  land.construction_quota_mu = base.construction_quota_mu;
  land.farmland_quota_mu = base.farmland_quota_mu;
  land.uses.assign(map.parcels.size());
  for (std::size_t p = 0; p < map.parcels.size(); ++p) {
    const ParcelShape& shape = map.parcels[p];
    Parcel parcel = open_parcel(shape, world.scenario->start);
    ParcelColumn* const part = opening_part(land.uses, parcel.state);
    if (part != nullptr) (*part)[p] = parcel.area_mu;
    if (shape.supplied) land.uses.supplied_month[p] = months_between(world.scenario->start, *shape.supplied);
    land.total_mu += parcel.area_mu;
    const bool has_spell = parcel.state >= LegalState::Approved && shape.approved.has_value();
    if (has_spell) {
      parcel.spell = static_cast<std::uint32_t>(land.spells.size());
      // A map may be of a later month than the start.
      const ApprovalSpell spell{std::min(parcel.approved_month, 0),
                                static_cast<int>(land.uses.supplied_month[p])};
      land.spells.push_back(spell);
      land.approval_to_supply.enter(spell.approved_month, 0);
      if (spell.supplied_month != ApprovalSpell::waiting)
        land.approval_to_supply.end(spell.approved_month, std::min(spell.supplied_month, 0), true);
    }
    if (parcel.state == LegalState::Approved) {
      RandomStream stream{world.seed, Draw::LandDelay, p, 0};
      parcel.ready_month = 1 + static_cast<int>(stream.uniform() * world.now.uncertainties.approval_months);
    }
    const auto place = static_cast<std::uint32_t>(p);
    if (parcel.state == LegalState::Unapproved) land.approval_order.push_back(place);
    if (parcel.state == LegalState::Approved) land.in_expropriation.push_back(place);
    land.parcels.push_back(parcel);
  }
  land.count_whole();
  // The map's own reserve comes last; otherwise a drawn priority decides.
  std::vector<std::uint32_t>& order = land.approval_order;
  std::vector<double> priority(map.parcels.size());
  for (const std::uint32_t p : order) {
    RandomStream stream{world.seed, Draw::ParcelPriority, p};
    priority[p] = stream.uniform() + (map.parcels[p].in_reserve ? 1 : 0);
  }
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return priority[a] != priority[b] ? priority[a] < priority[b] : a < b;
  });
  double tail = 0;
  for (std::size_t k = order.size(); k-- > 0;) {
    tail += land.parcels[order[k]].area_mu;
    land.parcels[order[k]].reserve_tail_mu = tail;
  }
  land.unapproved_at_start_mu = tail;
  mark_farmland(world, order);
}

void open_factories(World& world) {
  const BaseDistrict& base = world.scenario->base_district;
  Block standing;
  standing.is_district_owned = true;
  standing.floor_m2 = standing.finished_m2 = base.standard_floor_m2;
  standing.ground_m2 = base.ground_floor_share * base.standard_floor_m2;
  standing.occupied_m2 = base.standard_floor_let_share * base.standard_floor_m2;
  standing.free_ground_m2 = (1 - base.standard_floor_let_share) * standing.ground_m2;
  standing.free_upper_m2 = standing.floor_m2 - standing.occupied_m2 - standing.free_ground_m2;
  Block refitted;
  refitted.is_district_owned = true;
  world.factories.free_finished_m2 = standing.floor_m2 - standing.occupied_m2;
  world.factories.free_finished_ground_m2 = standing.free_ground_m2;
  world.factories.base_let_m2 = standing.occupied_m2;
  world.factories.idle_buildings_m2 = base.idle_buildings_m2;
  world.factories.blocks = {standing, refitted};
}

void open_accounts(World& world) {
  const BaseDistrict& base = world.scenario->base_district;
  const Levers& levers = world.now.levers;
  Ledger<Account>& ledger = world.accounts.ledger;
  ledger.pay(Account::Outside, Account::Treasury, base.treasury_cash_yuan);
  ledger.pay(Account::Outside, Account::Developer, levers.developer_equity * 1e6);
  ledger.pay(Account::Banks, Account::Developer, base.developer_debt_yuan);
  world.factories.developer.equity_yuan = levers.developer_equity * 1e6;
  world.factories.developer.debt_yuan = base.developer_debt_yuan;
  world.factories.developer.cash_yuan = ledger.balance_yuan(Account::Developer);
  // The guarantee company stands with what the baseline gives it; more is paid in during the first month.
  const double standing = std::min(levers.guarantee_capital, Levers{}.guarantee_capital) * 1e6;
  ledger.pay(Account::Outside, Account::GuaranteeCompany, standing);
  world.finance.guarantee_capital_yuan = world.finance.guarantee_paid_in_yuan = standing;
  Utilities& u = world.utilities;
  u.wastewater_capacity_t_day = base.wastewater_capacity_t_day;
  u.wastewater_load_t_day = u.wastewater_permitted_t_day = base.wastewater_load_t_day;
  u.plating_capacity_t_day = base.plating_capacity_t_day;
  u.plating_load_t_day = u.plating_permitted_t_day = base.plating_load_t_day;
  u.steam_capacity_t_h = standing_steam(world);
  u.steam_permitted_t_h = base.steam_load_t_h;
}

void open_pursuit(World& world) {
  Pursuit& pursuit = world.pursuit;
  const Pool& pool = *world.pool;
  const std::size_t firms = pool.firms.size();
  pursuit.firms.assign(firms, {});
  pursuit.calendar.open(pool);
  for (std::size_t i = 0; i < firms; ++i) {
    pursuit.firms[i].threshold = static_cast<double>(pool.firms[i].review_clock);
  }
  pursuit.courting_integral.assign(firms - pool.pool_agents, 0);
  for (int month = 1 - memory_of_contact_months; month <= 0; ++month) {
    for (std::size_t c = 0; c < firm_class_count; ++c) {
      const double passive =
          world.places().origins[c % region_count].passive_awareness_year / 12 * pool.weight;
      for (std::size_t band = 0; band < size_bands_for_contact; ++band) {
        pursuit.contacts_of(month)[c][band] =
            pursuit.contacts_of(month - 1)[c][band] + static_cast<float>(passive);
      }
    }
  }
  for (std::size_t c = 0; c < firm_class_count; ++c) {
    pursuit.opening_gap[c] =
        inland_gap(world, static_cast<Activity>(c / region_count), static_cast<Region>(c % region_count));
  }
}

void make_room(World& world) {
  world.projects.reserve(1024);
  world.tenants.reserve(2048);
  world.factories.blocks.reserve(512);
  world.factories.developer.flows.reserve(static_cast<std::size_t>(world.scenario->months));
  world.land.spells.reserve(world.land.parcels.size() + 1);
  world.land.in_expropriation.reserve(world.land.parcels.size());
  const std::size_t firms = world.pool->firms.size();
  for (std::vector<Search>& ripe : world.pursuit.searches) ripe.reserve(firms / 32 + 64);
  for (std::vector<std::uint32_t>& larger : world.pursuit.larger_among) larger.reserve(firms / 32 + 64);
  world.pursuit.courted.reserve(firms - world.pool->pool_agents);
  world.pursuit.may_know.reserve(firms / 8 + 64);
  world.pursuit.visit_ranks.reserve(firms / 8 + 64);
  world.pursuit.choices.reserve(firms / 32 + 64);
  world.pursuit.starting.reserve(firms / 8 + 64);
  world.scratch.reserve(1024);
}

}  // namespace

void open_district(World& world) {
  open_surroundings(world);
  open_rivals(world);
  open_labour(world);
  open_chain(world);
  solve_other_costs(world);
  price_locations(world);
  open_land(world);
  open_factories(world);
  open_accounts(world);
  open_pursuit(world);
  make_room(world);
}

}  // namespace park
