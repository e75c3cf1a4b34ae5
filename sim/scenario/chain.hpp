// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string_view>

#include "core/checked.hpp"
#include "policy/keys.hpp"

namespace park {

/// What one activity needs and yields at the origin, month 0. Every number has a source or the word "assumed"
/// beside it in scenarios/data/chain.json. Shares are of the value of output.
struct ActivityTraits {
  double output_per_worker_year = 0;     ///< yuan/worker/year at the origin, median firm
  double materials_share = 0;            ///< bought inputs incl. chemicals, share of output
  double energy_share = 0;               ///< electricity and steam, share of output
  double water_effluent_share = 0;       ///< water and effluent fees, share of output
  double freight_t_per_10k_yuan = 0;     ///< tonnes shipped per 10,000 yuan of output
  double tax_share = 0;                  ///< all taxes, share of output (local and central)
  double floor_m2_per_worker = 0;        ///< m2/worker
  double ground_floor_only = 0;          ///< 1 if the machines need a ground floor
  double equipment_yuan_per_worker = 0;  ///< fit-out and equipment, yuan/worker
  double effluent_t_day_per_worker =
      0;                              ///< t/day/worker, to the waste-water plant (or plating park: class 2)
  double steam_t_h_per_worker = 0;    ///< t/h/worker
  double power_kw_per_worker = 0;     ///< connected load, kW/worker (reported, not yet limiting)
  double water_t_day_per_worker = 0;  ///< fresh water, t/day/worker
  double pollution_class = 0;         ///< 0 none, 1 waste-water permit, 2 plating permit
  double own_plot_share = 0;          ///< share of firms of 100 workers that need a plot of their own
  double skilled_share = 0;           ///< share of posts that need a trained worker
  double export_share = 0;            ///< share of output that is exported, directly or in the garment
  double pool_share = 0;              ///< share of the pool's firms; all activities sum to 1
  double productivity_sigma = 0;      ///< ln, spread of relative productivity among firms
  double land_mu_per_worker = 0;      ///< mu/worker on an own plot
};

/// The chain as a graph: `bought[b][a]` is yuan of stage b's goods that activity a buys per yuan of its
/// output (a direct input coefficient). The rest of materials comes from outside the chain.
struct ChainTable {
  std::array<ActivityTraits, activity_count> activities{};
  std::array<std::array<double, activity_count>, stage_count> bought{};
  /// Orders for each stage's goods from outside the district, relative to the district's own output at month
  /// 0 (1: the opening output could all be sold outside).
  std::array<double, stage_count> outside_demand{};
};

/// Reads `scenarios/data/chain.json` (schema parksim/chain/1); all problems at once.
[[nodiscard]] Checked<ChainTable> load_chain(std::string_view bytes, std::string_view name);

}  // namespace park
