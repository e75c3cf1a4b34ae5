// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "scenario/park_map.hpp"
#include "world/journal.hpp"
#include "world/projects.hpp"

namespace park::ui {

/// How far a firm has come; the four nodes of the report (签约 动工 投产 达效).
enum class Milestone : std::uint8_t { Signed, Started, Producing, AtCapacity, Count };
inline constexpr auto milestone_count = static_cast<std::size_t>(Milestone::Count);

/// What never changes about a plant that signed with the park. Its place in ParkChronicle::plants is its
/// number in every picture.
struct PlantRecord {
  static constexpr std::uint32_t no_firm = 0xffffffffU;

  Identity who;
  std::uint32_t firm = no_firm;  ///< index into the pool; none for what started up here
  Activity activity = Activity::GarmentCmt;
  Region region = Region::GreaterBayArea;
  Origin origin = Origin::Relocated;
  bool is_leader = false;
  bool counts_as_firm = true;  ///< not a further plant of a firm that is counted already
  int workers_promised = 0;
  int signed_month = 0;
  int started_month = never;
  int producing_month = never;
  int at_capacity_month = never;
  int last_month = 0;  ///< the last picture that holds it

  static constexpr int never = -1;
};

/// A plant as it stands at the end of a month. Areas in m2, money in yuan a month.
struct PlantSight {
  std::uint32_t plant = 0;  ///< its PlantRecord
  Milestone milestone = Milestone::Signed;
  SiteForm form = SiteForm::Lease;
  std::int8_t cause = no_cause;  ///< Cause that held it up this month
  bool has_site = false;
  std::int16_t held_since = 0;  ///< first month of that cause without a break
  std::int32_t workers = 0;     ///< present
  std::int32_t away = 0;        ///< gone home for the festival
  std::int32_t vacancies = 0;
  float built = 0;     ///< share of own building and fit-out done, 0 to 1
  float floor_m2 = 0;  ///< wanted; taken where has_site
  float plot_mu = 0;
  std::uint32_t parcel = no_place;  ///< of an own plot
  std::array<std::uint32_t, max_floor_pieces> block{no_place, no_place, no_place, no_place};
  std::array<float, max_floor_pieces> block_m2{};  ///< taken in that block
  float output = 0;
  float margin = 0;  ///< yuan per yuan of output, mean of the last 12 months

  static constexpr std::int8_t no_cause = -1;
  static constexpr std::uint32_t no_place = 0xffffffffU;

  friend bool operator==(const PlantSight&, const PlantSight&) = default;
  [[nodiscard]] bool is_held_up() const { return cause != no_cause; }
  [[nodiscard]] bool is_producing() const { return milestone >= Milestone::Producing; }
};

/// A parcel's area by legal state, mu. What is whole (not yet expropriated) stands under its own state.
struct ParcelSight {
  LegalState state = LegalState::Unapproved;
  std::int8_t reserved_for = -1;  ///< Stage index, or -1 for any
  bool is_withheld = false;       ///< in the reserve for later phases
  std::array<float, static_cast<std::size_t>(LegalState::Count)> mu{};
  float others_mu = 0;          ///< of the used land, what is neither a plant's plot nor a block's
  float others_unbuilt_mu = 0;  ///< supplied to them and not built on

  friend bool operator==(const ParcelSight&, const ParcelSight&) = default;
  [[nodiscard]] float in(LegalState legal) const { return mu[static_cast<std::size_t>(legal)]; }
};

/// A block of standard factories.
struct BlockSight {
  float floor_m2 = 0;
  float finished_m2 = 0;
  float occupied_m2 = 0;
  float reserved_m2 = 0;
  float progress = 0;  ///< 0 to 1; floors can be used before it is 1
  friend bool operator==(const BlockSight&, const BlockSight&) = default;
};

/// What never changes about a block.
struct BlockRecord {
  std::uint32_t parcel = PlantSight::no_place;  ///< none: stood at the start or refitted
  int storeys = 5;
  int started_month = 0;
  float land_mu = 0;
  bool is_tailor_made = false;
  bool is_district_owned = false;
};

/// Shared utilities: load and capacity, t/day or t/h (steam).
struct UtilitySight {
  float load = 0;
  float capacity = 0;

  friend bool operator==(const UtilitySight&, const UtilitySight&) = default;
  [[nodiscard]] float share() const { return capacity > 0 ? load / capacity : 0; }
  [[nodiscard]] bool is_nearly_full() const { return share() > 0.95F; }
};
enum class Utility : std::uint8_t { Wastewater, Plating, Steam, Count };
inline constexpr auto utility_count = static_cast<std::size_t>(Utility::Count);

/// Money of the month, yuan.
struct MoneySight {
  float policies = 0;      ///< all that the district pays for its policies
  float rents = 0;         ///< to the developer
  float taxes = 0;         ///< of the park's firms, every level
  float land = 0;          ///< land revenue of the district
  float construction = 0;  ///< the developer's net outflow, 0 if he earns
  friend bool operator==(const MoneySight&, const MoneySight&) = default;
};

/// The park at the end of a month (0 is the opening): everything that the map and the inspector show. Plain
/// and never changed once recorded.
struct ParkPicture {
  int month = 0;
  std::vector<PlantSight> plants;  ///< in order of their number
  std::vector<BlockSight> blocks;
  std::vector<ParcelSight> parcels;  ///< in the map's order
  std::array<UtilitySight, utility_count> utilities{};
  /// goods[s][t]: what plants of stage t in the park buy from plants of stage s in the park, yuan a month.
  std::array<std::array<float, stage_count>, stage_count> goods{};
  std::array<float, stage_count> sold_outside{};  ///< the rest of the park's output, yuan a month
  std::array<float, stage_count> completeness{};  ///< of the district's chain, 0 to 1
  std::array<float, stage_count> buyable{};       ///< share of an input that can be bought in the district
  std::array<float, region_count> signed_from{};  ///< firms signed since the start, by region of origin
  std::array<float, region_count> teams{};        ///< recruiting teams at work in each region
  MoneySight money;
  float jobs = 0;  ///< people present in plants and projects
  float away = 0;  ///< of the park's people, gone home for the festival
  float vacancies = 0;
  float district_jobs = 0;  ///< present in the district's own firms
  float district_away = 0;
  int negotiating = 0;       ///< firms that chose the park and have not signed
  bool is_festival = false;  ///< the month holds the lunar new year

  /// The plant with that number; null if it is not here this month.
  [[nodiscard]] const PlantSight* find(std::uint32_t plant) const;
  friend bool operator==(const ParkPicture&, const ParkPicture&) = default;
};

}  // namespace park::ui
