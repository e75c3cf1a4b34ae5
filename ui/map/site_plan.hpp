// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "map/plane.hpp"
#include "session/park_chronicle.hpp"

namespace park::ui {

inline constexpr std::uint32_t no_index = 0xffffffffU;

/// A piece of ground with its triangles.
struct Lot {
  RingM ring;
  std::vector<PointM> triangles;

  Lot() = default;
  explicit Lot(RingM outline);
  [[nodiscard]] bool empty() const { return ring.size() < 3; }
  [[nodiscard]] double area_m2() const { return std::abs(signed_area(ring)); }
};

enum class Roof : std::uint8_t { Flat, Sawtooth, Ridge };

/// A prism on the ground. Where the model says floor and storeys but no place, the plan finds one inside the
/// lot; it is always the same for the same scenario and seed.
struct Building {
  RingM footprint;  ///< counter-clockwise, open
  std::vector<PointM> triangles;
  TiltedBox box;  ///< its long direction
  PointM middle;
  double area_m2 = 0;
  int storeys = 1;
  double storey_m = 4.5;
  Roof roof = Roof::Flat;

  [[nodiscard]] double height_m() const { return storeys * storey_m; }
  [[nodiscard]] double floor_m2() const { return storeys * area_m2; }
};

/// Floor of a block that one plant holds, as a stretch of the block's floor from the ground up. Where
/// somebody left, somebody else may come: stretches are given first fit.
struct Tenancy {
  std::uint32_t plant = 0;  ///< no_index: the district's own firms
  int from_month = 0;
  int to_month = 0;  ///< the last one
  double from_m2 = 0;
  double to_m2 = 0;
};

struct BlockSite {
  Lot lot;  ///< empty for what stood at the start
  std::uint32_t parcel = no_index;
  std::vector<Building> buildings;
  std::vector<Tenancy> tenancies;
  double floor_m2 = 0;  ///< the most it ever has
  double shown_m2 = 0;  ///< floor of its buildings as drawn
};

/// A plot that a firm built on itself.
struct PlotSite {
  std::uint32_t plant = 0;
  std::uint32_t parcel = 0;
  int from_month = 0;
  int to_month = 0;
  Lot lot;
  std::vector<Building> buildings;
};

/// A part of a parcel that no plant or block ever takes: fields, cleared land, or industry outside the chain.
struct CommonLot {
  Lot lot;
  double from_mu = 0;  ///< position among the parcel's common lots
  double to_mu = 0;
  std::vector<Building> buildings;
  double begun_month = never_begun;  ///< when others began to build on it; negative if before the start

  static constexpr double never_begun = 1e9;
  /// Share that stands, 0 to 1: works outside the chain take a year to build.
  [[nodiscard]] double progress(double month) const;
};

/// Ground of a block, or of the plots that followed one another on it.
struct TakenLot {
  std::uint32_t parcel = 0;
  Lot lot;
  std::uint32_t block = no_index;
  std::vector<std::uint32_t> plots;  ///< into SitePlan::plots, by month
};

struct ParcelPlan {
  std::vector<CommonLot> lots;
  bool has_existing_factories = false;
};

/// A factory that the map shows standing at the start.
struct FactorySite {
  std::uint32_t feature = 0;
  std::uint32_t parcel = no_index;
  Building building;
  double place_in_parcel = 0;      ///< 0 to 1, its turn when part of the parcel falls idle
  std::uint32_t block = no_index;  ///< it houses that block's floor
  int gone_from = never_gone;      ///< month in which a plot or block begins to rise on its ground

  static constexpr int never_gone = 1 << 20;
};

/// What has become of a common lot, from its parcel's areas: others' works come first, then what fell idle,
/// then what is supplied to them, then what nobody has taken.
[[nodiscard]] LegalState state_of(const CommonLot& lot, const ParcelSight& parcel);

/// Where everything that a chronicle tells of stands on the map. Immutable; depends on the chronicle alone.
struct SitePlan {
  std::vector<BlockSite> blocks;  ///< as in the chronicle
  std::vector<PlotSite> plots;
  std::vector<TakenLot> taken;
  std::vector<ParcelPlan> parcels;  ///< as in the map
  std::vector<FactorySite> factories;

  /// Plot of a plant in a month; null without one.
  [[nodiscard]] const PlotSite* plot_of(std::uint32_t plant, int month) const;
};

/// Where a plant's people work that month: its plot or its largest part of a block; nothing without a site.
[[nodiscard]] std::optional<PointM> place_of(const SitePlan& plan, const ParkPicture& picture,
                                             std::uint32_t plant);
/// The building of a block that holds the middle of a stretch of its floor; null if it has none.
[[nodiscard]] const Building* building_of(const BlockSite& block, const Tenancy& tenancy);

[[nodiscard]] std::shared_ptr<const SitePlan> plan_sites(const ParkChronicle& chronicle);

}  // namespace park::ui
