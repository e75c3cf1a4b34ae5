// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "policy/keys.hpp"
#include "world/factories.hpp"
#include "world/journal.hpp"

namespace park {

enum class SiteForm : std::uint8_t { Lease, LeaseToOwn, Purchase, OwnPlot, TailorMade };
inline constexpr std::size_t site_form_count = 5;
inline constexpr std::array<KeyLabel, site_form_count> site_form_labels = {{
    {"lease", "租赁", "leased floor"},
    {"lease_to_own", "先租后售", "floor leased to own"},
    {"purchase", "购买厂房", "floor bought"},
    {"own_plot", "自建", "own plot"},
    {"tailor_made", "量身定做", "floor built to suit"},
}};
enum class Phase : std::uint8_t { Negotiating, Signed, Building };
enum class Origin : std::uint8_t { Relocated, Expansion, Branch, SpinOff };

/// What a project and a producing firm have in common: a plant of a firm in the park.
struct Plant {
  Identity who;
  std::uint32_t firm = 0xffffffffU;  ///< pool index, or none for local start-ups
  Activity activity = Activity::GarmentCmt;
  Region region = Region::GreaterBayArea;
  Origin origin = Origin::Relocated;
  SiteForm form = SiteForm::Lease;
  bool is_leader = false;
  bool is_light_asset = false;
  bool has_leader_guarantee = false;
  bool is_branch_of_origin = false;  ///< the parent stays in the east
  int workers_promised = 0;
  double productivity = 1;
  double credit = 0;
  double margin_luck = 0;  ///< what the plant's margin turns out to differ from what was expected
  double collateral_cover = 0;
  double investment_yuan = 0;   ///< equipment, fit-out, own building or floor bought
  double floor_price_yuan = 0;  ///< of it the price of floor bought, paid to the seller
  double plot_mu = 0;
  ParcelId parcel;
  std::array<FloorPiece, max_floor_pieces> floor{};
  double floor_m2 = 0;
  double effluent_t_day = 0;  ///< permit asked for
  double steam_t_h = 0;       ///< from the centre
  double loan_yuan = 0;
  double loan_rate_discount = 0;  ///< percentage points, until discount_ends
  int discount_ends = 0;
  double guaranteed_yuan = 0;
  bool has_had_loan = false;
  int signed_month = 0;
  int started_month = 0;
};

/// Fractions of people that have not yet come or gone: flows of a crew are small, and people are whole.
struct CrewCarries {
  float leaving = 0;
  float leaving_skilled = 0;
  float leaving_returned = 0;
  float from_coast = 0;
  float trained = 0;
  float beginners = 0;
};

/// The people of a plant.
struct Crew {
  int workers = 0;  ///< present
  int skilled = 0;
  int returnees = 0;
  int festival_away = 0;  ///< gone home, coming back; of them skilled, returnees:
  int festival_skilled = 0;
  int festival_returnees = 0;
  CrewCarries carries;
};

/// From negotiation to the first day of production. Hired from fit-out on.
struct Project : Crew {
  Phase phase = Phase::Negotiating;
  bool is_paper = false;
  bool has_site = false;
  bool has_permit = false;
  bool has_finance = false;
  bool by_agency = false;
  int phase_ends = 0;              ///< end of negotiation
  int promised_month = 0;          ///< of production
  int fades_month = 0;             ///< a paper signing is given up
  int refusals = 0;                ///< by banks
  double service_months_left = 0;  ///< work of the officers still to be done
  double usual_service_left = 0;   ///< what would be left of it if nobody queued for an officer
  double build_months_left = 0;    ///< own building and fit-out
  double build_months_total = 1;
  double withdrawal_clock = 1;  ///< what is left of an exponential(1)
  double commission_yuan = 0;   ///< due to an agency on arrival
  double paid_in_yuan = 0;      ///< of the investment so far
  std::int64_t priority = 0;    ///< drawn; breaks ties in queues
  Plant plant;
};

/// Events of a plant come when the integral of their hazard has used up an exponential(1) drawn for the
/// plant, the same under every policy: what is left of each.
struct TenantClocks {
  double exit = 1;
  double growth = 1;
  double loan_default = 1;
};

/// A plant in production.
struct Tenant : Crew {
  int producing_month = 0;
  int wanted = 0;  ///< posts to be filled this month
  bool at_capacity = false;
  bool has_defaulted = false;
  std::uint16_t offspring = 0;  ///< expansions, branches and spin-offs so far
  std::uint16_t defaults = 0;
  int option_month = -1;  ///< lease-to-own: when it decides
  double demand = 1;      ///< idiosyncratic, mean 1
  double utilisation = 1;
  double output_yuan_month = 0;
  double margin = 0;     ///< this month
  double margin_12 = 0;  ///< smoothed over 12 months
  TenantClocks clocks;
  double benefits_received_yuan = 0;
  double benefits_last_year_yuan = 0;  ///< with the last settlement
  double rent_paid_yuan = 0;           ///< credited on purchase
  Plant plant;
};

}  // namespace park
