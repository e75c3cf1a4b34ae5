// SPDX-License-Identifier: MIT
#include "rules/contracts.hpp"

#include <algorithm>
#include <array>
#include <boost/random/normal_distribution.hpp>
#include <cmath>
#include <cstdint>
#include <numbers>

#include "core/logarithm.hpp"
#include "core/random.hpp"
#include "rules/clocks.hpp"
#include "rules/rules.hpp"

namespace park {
namespace {

/// Shares of the offered floor; above 1 together they are scaled.
struct OfferedForms {
  double sale = 0;
  double lease_to_own = 0;
};

OfferedForms offered(const Levers& levers) {
  const double sum = levers.sale_share + levers.lease_to_own_share;
  const double scale = sum > 1 ? 1 / sum : 1;
  return {levers.sale_share * scale, levers.lease_to_own_share * scale};
}

/// Appetite to buy falls with the price against the capitalised rent a tenant saves.
double appetite_to_buy(const World& world) {
  const double rent_worth =
      12 * world.now.levers.standard_factory_rent / world.now.structural.buyers_rent_yield;
  const double dear = world.now.levers.sale_price / std::max(400.0, rent_worth);
  return 1 / (1 + std::exp(1.5 * (dear - 2.2)));
}

bool wants_own_plot(const ActivityTraits& traits, double workers, double u) {
  return u < traits.own_plot_share * std::min(1.6, std::sqrt(workers / 100));
}

SiteForm choose_form(const World& world, const Plant& plant, RandomStream& stream) {
  const double u_plot = stream.uniform();
  const double u_form = stream.uniform();
  const double u_suit = stream.uniform();
  const ActivityTraits& traits = world.traits(plant.activity);
  const bool is_large = plant.is_leader || plant.workers_promised >= 150;
  const bool to_suit = is_large && u_suit < 2 * world.now.levers.tailor_made_share;
  if (to_suit) return SiteForm::TailorMade;
  if (wants_own_plot(traits, plant.workers_promised, u_plot)) return SiteForm::OwnPlot;
  const OfferedForms forms = offered(world.now.levers);
  const double buys =
      forms.sale * std::min(1.0, 2 * appetite_to_buy(world)) * (plant.collateral_cover > 0.4 ? 1.3 : 0.6);
  if (u_form < buys) return SiteForm::Purchase;
  if (u_form < buys + forms.lease_to_own) return SiteForm::LeaseToOwn;
  return SiteForm::Lease;
}

void size_up(const World& world, Plant& plant) {
  const ActivityTraits& traits = world.traits(plant.activity);
  const double workers = plant.workers_promised;
  plant.floor_m2 = workers * traits.floor_m2_per_worker;
  plant.effluent_t_day = workers * traits.effluent_t_day_per_worker;
  plant.steam_t_h = workers * traits.steam_t_h_per_worker;
  plant.investment_yuan = workers * traits.equipment_yuan_per_worker;
  if (plant.form == SiteForm::OwnPlot) {
    plant.plot_mu = std::max(3.0, workers * traits.land_mu_per_worker);
    plant.investment_yuan += plant.floor_m2 * world.now.uncertainties.build_cost;
  }
  plant.floor_price_yuan =
      plant.form == SiteForm::Purchase ? plant.floor_m2 * world.now.levers.sale_price : 0;
  plant.investment_yuan += plant.floor_price_yuan;
  // Any floor is fitted out before machines come in.
  plant.investment_yuan += plant.floor_m2 * world.now.structural.fit_out_cost;
}

/// Land goes only to those who invest enough per mu: they build denser, and who cannot takes standard floor.
void meet_investment_threshold(const World& world, Plant& plant) {
  if (plant.form != SiteForm::OwnPlot) return;
  const double threshold = world.now.levers.investment_threshold * 1e6;
  if (threshold <= 0 || plant.investment_yuan >= threshold * plant.plot_mu) return;
  const double densest = plant.floor_m2 / m2_per_mu / world.now.structural.highest_plot_ratio;
  const double affordable = plant.investment_yuan / threshold;
  if (affordable >= densest) {
    plant.plot_mu = affordable;
    return;
  }
  plant.form = SiteForm::Lease;
  plant.plot_mu = 0;
  size_up(world, plant);
}

constexpr int shortest_negotiation = 2;
constexpr int longest_negotiation = 9;

/// Chance that a negotiation is over within `months`: two months and a gamma of shape 2.5 and mean 3 months,
/// rounded. (Half-integer shapes have a closed distribution function.)
double negotiation_ends_by(int months) {
  const double x = (months + 0.5 - shortest_negotiation) / 1.2;
  const double root = std::sqrt(x);
  return std::erf(root) - std::exp(-x) * root * (1 + x / 1.5) * 2 / std::sqrt(std::numbers::pi);
}

using NegotiationEnds = std::array<std::uint32_t, longest_negotiation - shortest_negotiation>;

/// The first words of a stream that stand for a longer negotiation.
NegotiationEnds negotiation_ends() {
  NegotiationEnds first_word{};
  for (std::size_t i = 0; i < first_word.size(); ++i) {
    first_word[i] = words_below(negotiation_ends_by(shortest_negotiation + static_cast<int>(i)));
  }
  return first_word;
}

int negotiation_months(const World& world, const Identity& who) {
  static const NegotiationEnds longer = negotiation_ends();
  RandomStream stream{world.seed, Draw::Negotiation, who.number()};
  const std::uint32_t word = stream();
  int months = shortest_negotiation;
  for (const std::uint32_t first_word : longer) months += word >= first_word ? 1 : 0;
  return months;
}

/// Part of the signings is paper; more of them when an agency is paid for the signature or teams chase
/// numbers. How serious a firm is is its own, the same whenever it signs.
bool is_on_paper(const World& world, std::uint32_t firm, bool by_agency) {
  RandomStream stream{world.seed, Draw::Seriousness, identity_of(*world.pool, firm).number()};
  const Levers& levers = world.now.levers;
  const double teams = levers.teams_greater_bay_area + levers.teams_yangtze_delta + levers.teams_bohai_rim;
  double share = world.now.uncertainties.paper_signing_share + world.now.structural.paper_per_team * teams;
  if (by_agency && levers.agency_paid_on_arrival < 0.5)
    share += world.now.structural.paper_when_paid_on_signing;
  return stream.uniform() < std::min(0.9, share);
}

/// Firms expect too much on average, and managers differ.
double margin_luck(const World& world, const Identity& who) {
  RandomStream stream{world.seed, Draw::Luck, who.number()};
  boost::random::normal_distribution<double> normal;
  return world.now.structural.margin_sigma * normal(stream) - world.now.structural.optimism;
}

/// A gamma of shape 3: three exponentials.
double officers_work_months(const World& world, const Plant& plant) {
  RandomStream stream{world.seed, Draw::Obstacle, plant.who.number()};
  const double first = stream.uniform();
  const double second = stream.uniform();
  const double u = first * second * stream.uniform();
  const double usual = -logarithm(u) * world.now.structural.obstacle_months / 3;
  const double harder = world.traits(plant.activity).pollution_class > 0 ? 1.5 : 1.0;
  return usual * harder * (plant.form == SiteForm::OwnPlot ? 1.4 : 1.0);
}

/// The date in the contract follows from what the park can see ahead: floor or land, permit, loan, fit-out.
int promised_month(const World& world, const Project& project) {
  double months = 3 + 3;
  if (project.plant.form == SiteForm::OwnPlot) {
    months = 6 + world.now.structural.own_build_months;
  } else {
    if (world.factories.free_finished_m2 < project.plant.floor_m2)
      months += world.now.levers.block_build_months * 0.8;
  }
  if (world.traits(project.plant.activity).pollution_class > 0) months += 2;
  return world.month + static_cast<int>(std::lround(months));
}

void agree_with_agency(World& world, Project& project) {
  const double commission =
      std::min(1e6, project.plant.investment_yuan * world.now.levers.agency_commission / 1000);
  if (world.now.levers.agency_paid_on_arrival < 0.5) {
    world.accounts.spend(CostKind::Agencies, Account::Outside, commission);
  } else {
    project.commission_yuan = commission;
  }
}

/// Fractions of people at the start, so that plants do not hire and lose people in step.
CrewCarries draw_carries(RandomStream& stream) {
  const auto fraction = [&] { return static_cast<float>(stream.uniform()); };
  return {fraction(), fraction(), fraction(), fraction(), fraction(), fraction()};
}

/// When a paper signing is given up, and how much delay a serious project bears.
void set_withdrawal(const World& world, Project& project) {
  RandomStream stream{world.seed, Draw::Withdrawal, project.plant.who.number()};
  project.fades_month = project.promised_month + 2 + static_cast<int>(stream.uniform() * 12);
  project.withdrawal_clock = draw_clock(stream);
}

void sign(World& world, Project& project) {
  Plant& plant = project.plant;
  plant.signed_month = world.month;
  project.phase = Phase::Signed;
  project.promised_month = promised_month(world, project);
  project.service_months_left = project.usual_service_left = officers_work_months(world, plant);
  RandomStream stream{world.seed, Draw::ContractForm, plant.who.number(), 1};
  plant.has_leader_guarantee = stream.uniform() < world.now.levers.leader_guarantee_share;
  project.priority = static_cast<std::int64_t>(stream());
  project.carries = draw_carries(stream);
  set_withdrawal(world, project);
  Tallies& tallies = world.tallies;
  if (project.by_agency) agree_with_agency(world, project);
  if (counts_as_firm(plant)) {
    tallies.firms_signed += 1;
    tallies.signed_from[index_of(plant.region)] += 1;
    tallies.relocated_signed += plant.origin == Origin::Relocated ? 1 : 0;
    tallies.leading_firms_signed += plant.is_leader ? 1 : 0;
    tallies.jobs_promised += plant.workers_promised;
    tallies.investment_signed_yuan += plant.investment_yuan;
  }
  tallies.signed_to_production.enter(world.month, world.month);
  if (plant.form != SiteForm::OwnPlot) world.factories.demand_this_month_m2 += plant.floor_m2;
  world.journal.record(world.month, EventKind::Signed, plant.who, static_cast<std::uint32_t>(plant.form),
                       plant.workers_promised);
}

}  // namespace

ClauseContract contract_of(SiteForm form) {
  if (form == SiteForm::OwnPlot) return ClauseContract::OwnPlot;
  return form == SiteForm::Purchase ? ClauseContract::Purchase : ClauseContract::Lease;
}

bool open_negotiation(World& world, const Search& search, double workers, bool is_branch) {
  const PoolFirm& firm = world.pool->firms[search.firm];
  Project project;
  Plant& plant = project.plant;
  plant.who = identity_of(*world.pool, search.firm);
  if (world.pursuit.firms[search.firm].episode > 0) {
    // A firm that comes a second time (another branch) needs an identity of its own.
    plant.who = offspring(plant.who, Offspring::Return,
                          std::min<std::uint32_t>(63, world.pursuit.firms[search.firm].episode));
  }
  plant.firm = search.firm;
  plant.activity = firm.activity;
  plant.region = firm.region;
  plant.is_branch_of_origin = is_branch;
  plant.is_leader = firm.is_leader;
  plant.workers_promised = std::max(3, static_cast<int>(std::lround(workers)));
  plant.productivity = firm.productivity;
  plant.credit = credit_of(world.seed, search.firm, firm);
  plant.collateral_cover = firm.collateral_cover;
  plant.is_light_asset = plant.collateral_cover < world.now.structural.light_asset_cover;
  RandomStream stream{world.seed, Draw::ContractForm, plant.who.number()};
  plant.form = choose_form(world, plant, stream);
  size_up(world, plant);
  meet_investment_threshold(world, plant);
  const bool is_refused =
      plant.form != SiteForm::OwnPlot && plant.collateral_cover < world.now.levers.collateral_required;
  if (is_refused) {
    world.journal.record(world.month, EventKind::Refused, plant.who, 0, plant.workers_promised);
    return false;
  }
  // Of the channels that could have told the firm, the agency is credited in proportion.
  const double leads = leads_of(world.pursuit, search);
  project.by_agency = leads > 0 && search.knowledge < 1 - std::exp(-leads);
  plant.margin_luck = margin_luck(world, plant.who);
  project.is_paper = is_on_paper(world, search.firm, project.by_agency);
  project.phase_ends = world.month + negotiation_months(world, plant.who);
  world.projects.push_back(project);
  return true;
}

bool open_offspring(World& world, const Tenant& parent, Offspring kind, std::uint32_t ordinal, int workers) {
  Project project;
  Plant& plant = project.plant;
  plant = parent.plant;
  plant.who = offspring(parent.plant.who, kind, ordinal);
  plant.origin = kind == Offspring::Expansion ? Origin::Expansion
                 : kind == Offspring::Branch  ? Origin::Branch
                                              : Origin::SpinOff;
  plant.is_leader = kind != Offspring::SpinOff && parent.plant.is_leader;
  plant.workers_promised = std::max(3, workers);
  plant.floor = {};
  plant.parcel = {};
  plant.plot_mu = 0;
  plant.loan_yuan = 0;
  plant.loan_rate_discount = 0;
  plant.discount_ends = 0;
  plant.guaranteed_yuan = 0;
  plant.started_month = 0;
  if (kind == Offspring::SpinOff) {
    plant.collateral_cover *= 0.3;
    plant.is_light_asset = plant.collateral_cover < world.now.structural.light_asset_cover;
    plant.firm = FirmId::none_value;
    plant.is_branch_of_origin = false;
    plant.has_had_loan = false;
  }
  RandomStream stream{world.seed, Draw::ContractForm, plant.who.number()};
  plant.form = choose_form(world, plant, stream);
  size_up(world, plant);
  meet_investment_threshold(world, plant);
  if (plant.form != SiteForm::OwnPlot && plant.collateral_cover < world.now.levers.collateral_required * 0.5)
    return false;
  (kind == Offspring::SpinOff ? world.tallies.startups : world.tallies.expansions) += 1;
  plant.margin_luck = margin_luck(world, plant.who);
  sign(world, project);
  world.projects.push_back(project);
  return true;
}

void negotiate_contracts(World& world) {
  for (Project& project : world.projects) {
    if (project.phase == Phase::Negotiating && world.month >= project.phase_ends) sign(world, project);
  }
}

}  // namespace park
