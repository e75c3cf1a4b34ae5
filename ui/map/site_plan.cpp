// SPDX-License-Identifier: MIT
#include "map/site_plan.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "map/lots.hpp"
#include "map/shelf.hpp"
#include "map/standing_factories.hpp"
#include "map/triangulate.hpp"

namespace park::ui {
namespace {

constexpr double common_build_months = 12;
constexpr double common_lot_mu = 15;  ///< what a buyer outside the chain takes at a time
constexpr double most_covered = 0.5;  ///< of a lot, by buildings
constexpr double new_hall_m = 8;

/// When a plant held its plot.
struct PlotStay {
  std::uint32_t plant = 0;
  std::uint32_t parcel = 0;
  int from = 0;
  int to = 0;
  double mu = 0;
  double floor_m2 = 0;
};

/// Plots and floor of one plant, followed over the months.
class Stays {
 public:
  explicit Stays(const ParkChronicle& chronicle) {
    for (int month = 0; month <= chronicle.months(); ++month) {
      for (const PlantSight& sight : chronicle.at(month).plants) {
        follow_plot(sight, month);
        for (std::size_t k = 0; k < max_floor_pieces; ++k) {
          if (sight.block[k] != PlantSight::no_place) follow_floor(sight, k, month);
        }
      }
    }
  }

  std::vector<PlotStay> plots;
  std::map<std::uint32_t, std::vector<Tenancy>> floors;  ///< by block, in the order in which they began

 private:
  void follow_plot(const PlantSight& sight, int month) {
    if (sight.parcel == PlantSight::no_place) return;
    const auto known = std::ranges::find_if(plots, [&](const PlotStay& stay) {
      return stay.plant == sight.plant && stay.parcel == sight.parcel && stay.to == month - 1;
    });
    if (known != plots.end()) {
      known->to = month;
      return;
    }
    plots.push_back({sight.plant, sight.parcel, month, month, static_cast<double>(sight.plot_mu),
                     static_cast<double>(sight.floor_m2)});
  }

  void follow_floor(const PlantSight& sight, std::size_t piece, int month) {
    std::vector<Tenancy>& tenancies = floors[sight.block[piece]];
    const auto m2 = static_cast<double>(sight.block_m2[piece]);
    const auto known = std::ranges::find_if(tenancies, [&](const Tenancy& tenancy) {
      return tenancy.plant == sight.plant && tenancy.to_month == month - 1 && tenancy.to_m2 == m2;
    });
    if (known != tenancies.end()) {
      known->to_month = month;
      return;
    }
    tenancies.push_back({sight.plant, month, month, 0, m2});  // placed once its stay is known
  }
};

void place_tenancies(const ParkChronicle& chronicle, std::uint32_t block, std::vector<Tenancy> tenancies,
                     BlockSite& site) {
  Shelf shelf;
  // What is let at the opening is let to the district's own firms, for good.
  const auto let = static_cast<double>(chronicle.blocks()[block].started_month == 0 &&
                                               block < chronicle.at(0).blocks.size()
                                           ? chronicle.at(0).blocks[block].occupied_m2
                                           : 0.0F);
  if (let > 0) {
    shelf.take(0, let, 0, chronicle.months());
    site.tenancies.push_back({no_index, 0, chronicle.months(), 0, let});
  }
  for (Tenancy& tenancy : tenancies) {
    const double size = tenancy.to_m2;
    tenancy.from_m2 = shelf.place(size, tenancy.from_month, tenancy.to_month);
    tenancy.to_m2 = tenancy.from_m2 + size;
    site.tenancies.push_back(tenancy);
  }
  site.floor_m2 = std::max(site.floor_m2, shelf.length());
}

/// Ground for plots and blocks of a parcel. Who comes after somebody has left may take the same ground.
struct Slot {
  double mu = 0;
  int free_from = 0;
  std::vector<std::uint32_t> plots;  ///< of SitePlan
  std::uint32_t block = no_index;
};

/// How a plant that builds for itself does it: wet and heavy work in halls, sewing on floors.
Building plot_building(const ActivityTraits& traits, RingM footprint, int storeys) {
  const bool is_hall = traits.ground_floor_only >= 0.5;
  return building_on(std::move(footprint), is_hall ? 1 : storeys, is_hall ? new_hall_m : standard_storey_m,
                     is_hall ? Roof::Sawtooth : Roof::Flat);
}

void build_on_plot(const ActivityTraits& traits, double floor_m2, PlotSite& site) {
  const double lot_m2 = site.lot.area_m2();
  const bool is_hall = traits.ground_floor_only >= 0.5;
  const double ground = most_covered * std::max(1.0, lot_m2);
  const int storeys = is_hall ? 1 : std::clamp(static_cast<int>(std::ceil(floor_m2 / ground)), 2, 5);
  HallStyle style;
  if (is_hall) style = {42, 150, 14, 8};
  for (RingM& hall : halls_in(site.lot.ring, std::min(ground, floor_m2 / storeys), style)) {
    site.buildings.push_back(plot_building(traits, std::move(hall), storeys));
  }
}

void build_on_block(const BlockRecord& record, BlockSite& site) {
  const int storeys = std::max(1, record.storeys);
  for (RingM& hall : halls_in(site.lot.ring, site.floor_m2 / storeys, {28, 84, 14, 6})) {
    site.buildings.push_back(building_on(std::move(hall), storeys, standard_storey_m, Roof::Flat));
    site.shown_m2 += site.buildings.back().floor_m2();
  }
}

/// Industry outside the chain: three kinds of works in turn.
void build_on_common_lot(std::size_t ordinal, CommonLot& lot) {
  const double lot_m2 = lot.lot.area_m2();
  const std::array<HallStyle, 3> styles = {{{34, 120, 14, 9}, {22, 70, 16, 10}, {48, 140, 14, 10}}};
  const std::array<int, 3> storeys = {1, 3, 1};
  const std::size_t kind = ordinal % 3;
  for (RingM& hall : halls_in(lot.lot.ring, (kind == 1 ? 0.28 : 0.42) * lot_m2, styles[kind])) {
    lot.buildings.push_back(building_on(std::move(hall), storeys[kind], kind == 1 ? 4.0 : 8.0,
                                        kind == 1 ? Roof::Flat : Roof::Ridge));
  }
}

bool share_ground(const RingM& a, const RingM& b) {
  const auto holds_corner = [](const RingM& ring, const RingM& other) {
    return std::ranges::any_of(other, [&](PointM corner) { return is_inside(ring, corner); });
  };
  return holds_corner(a, b) || holds_corner(b, a) || is_inside(a, middle_of(b)) || is_inside(b, middle_of(a));
}

class ParcelPlanner {
 public:
  ParcelPlanner(const ParkChronicle& chronicle, SitePlan& plan, const std::vector<PlotStay>& stays)
      : chronicle_(chronicle), plan_(plan), stays_(stays) {}

  void plan(std::uint32_t parcel) {
    const ParcelShape& shape = chronicle_.map().parcels[parcel];
    const RingM ring = open_ring(shape.rings.front());
    const std::vector<Slot> slots = slots_of(parcel);
    std::vector<double> weights;
    double taken = 0;
    for (const Slot& slot : slots) {
      weights.push_back(slot.mu);
      taken += slot.mu;
    }
    const double rest = shape.area_mu - taken;
    const double lots = std::max(1.0, std::round(rest / common_lot_mu));
    // Ground that is taken twice over time leaves none in common; lots never shrink to nothing.
    if (rest > 0.5) weights.insert(weights.end(), static_cast<std::size_t>(lots), rest / lots);
    std::vector<RingM> rings = divided(ring, weights, {0, 0});
    for (std::size_t s = 0; s < slots.size(); ++s) settle(parcel, slots[s], rings[s]);
    for (std::size_t k = slots.size(); k < rings.size(); ++k) {
      const double from = static_cast<double>(k - slots.size()) * rest / lots;
      add_common_lot(parcel, std::move(rings[k]), from, from + rest / lots);
    }
    follow_others(parcel);
  }

 private:
  std::vector<Slot> slots_of(std::uint32_t parcel) {
    std::vector<Slot> slots;
    for (std::uint32_t b = 0; b < plan_.blocks.size(); ++b) {
      const BlockRecord& record = chronicle_.blocks()[b];
      if (record.parcel != parcel) continue;
      slots.push_back({static_cast<double>(record.land_mu), chronicle_.months() + 1, {}, b});
    }
    for (std::size_t i = 0; i < stays_.size(); ++i) {
      if (stays_[i].parcel != parcel) continue;
      const double mu = stays_[i].mu;
      const auto free = std::ranges::find_if(slots, [&](const Slot& slot) {
        return slot.free_from <= stays_[i].from && slot.mu >= 0.7 * mu && slot.mu <= 1.6 * mu;
      });
      Slot& slot = free != slots.end() ? *free : slots.emplace_back();
      slot.mu = std::max(slot.mu, mu);
      slot.free_from = stays_[i].to + 1;
      slot.plots.push_back(static_cast<std::uint32_t>(i));
    }
    return slots;
  }

  void settle(std::uint32_t parcel, const Slot& slot, const RingM& ring) {
    plan_.taken.push_back({parcel, Lot(ring), slot.block, slot.plots});
    if (slot.block != no_index) {
      BlockSite& site = plan_.blocks[slot.block];
      site.lot = Lot(ring);
      build_on_block(chronicle_.blocks()[slot.block], site);
    }
    for (const std::uint32_t i : slot.plots) {
      PlotSite& site = plan_.plots[i];
      site.lot = Lot(ring);
      const Activity activity = chronicle_.plants()[site.plant].activity;
      build_on_plot(chronicle_.scenario().facts->chain.activities[index_of(activity)], stays_[i].floor_m2,
                    site);
    }
  }

  void add_common_lot(std::uint32_t parcel, RingM ring, double from, double to) {
    CommonLot lot{Lot(std::move(ring)), from, to, {}};
    const ParcelPlan& plan = plan_.parcels[parcel];
    // What the map already shows standing needs no invented building; idle works are taken up again.
    const auto at_start = static_cast<double>(chronicle_.at(0).parcels[parcel].others_mu);
    const bool stands = plan.has_existing_factories && from < at_start;
    if (!stands) build_on_common_lot(parcel + plan.lots.size(), lot);
    std::erase_if(lot.buildings, [&](const Building& building) {
      return std::ranges::any_of(plan_.factories, [&](const FactorySite& factory) {
        return factory.parcel == parcel && share_ground(factory.building.footprint, building.footprint);
      });
    });
    plan_.parcels[parcel].lots.push_back(std::move(lot));
  }

  /// A lot is begun when others have built on more than half of it for the first time.
  void follow_others(std::uint32_t parcel) {
    for (CommonLot& lot : plan_.parcels[parcel].lots) {
      const auto middle = static_cast<float>((lot.from_mu + lot.to_mu) / 2);
      for (int month = 0; month <= chronicle_.months(); ++month) {
        if (chronicle_.at(month).parcels[parcel].others_mu <= middle) continue;
        lot.begun_month = month == 0 ? -common_build_months : month;
        break;
      }
    }
  }

  const ParkChronicle& chronicle_;
  SitePlan& plan_;
  const std::vector<PlotStay>& stays_;
};

/// A factory of the map is pulled down for what is built on its ground.
void clear_ground(const ParkChronicle& chronicle, SitePlan& plan) {
  for (FactorySite& factory : plan.factories) {
    for (const PlotSite& plot : plan.plots) {
      if (plot.parcel != factory.parcel || plot.lot.empty() ||
          !share_ground(plot.lot.ring, factory.building.footprint))
        continue;
      factory.gone_from = std::min(factory.gone_from, plot.from_month);
    }
    for (std::size_t b = 0; b < plan.blocks.size(); ++b) {
      if (plan.blocks[b].parcel != factory.parcel || plan.blocks[b].lot.empty() ||
          !share_ground(plan.blocks[b].lot.ring, factory.building.footprint))
        continue;
      factory.gone_from = std::min(factory.gone_from, chronicle.blocks()[b].started_month);
    }
  }
}

}  // namespace

Lot::Lot(RingM outline) : ring(std::move(outline)) {
  if (ring.size() >= 3) triangles = triangulated({ring});
}

double CommonLot::progress(double month) const {
  return std::clamp((month - begun_month) / common_build_months, 0.0, 1.0);
}

LegalState state_of(const CommonLot& lot, const ParcelSight& parcel) {
  if (parcel.state < LegalState::Expropriated) return parcel.state;
  const auto middle = static_cast<float>((lot.from_mu + lot.to_mu) / 2);
  float end = parcel.others_mu;
  if (middle < end) return LegalState::Used;
  end += parcel.in(LegalState::Idle);
  if (middle < end) return LegalState::Idle;
  end += parcel.others_unbuilt_mu;
  return middle < end ? LegalState::Supplied : LegalState::Expropriated;
}

const PlotSite* SitePlan::plot_of(std::uint32_t plant, int month) const {
  const auto found = std::ranges::find_if(plots, [&](const PlotSite& site) {
    return site.plant == plant && site.from_month <= month && month <= site.to_month;
  });
  return found == plots.end() ? nullptr : &*found;
}

const Building* building_of(const BlockSite& block, const Tenancy& tenancy) {
  const double scale = block.floor_m2 > 0 ? block.shown_m2 / block.floor_m2 : 1;
  double left = scale * (tenancy.from_m2 + tenancy.to_m2) / 2;
  for (const Building& building : block.buildings) {
    if (left < building.floor_m2()) return &building;
    left -= building.floor_m2();
  }
  return block.buildings.empty() ? nullptr : &block.buildings.back();
}

std::optional<PointM> place_of(const SitePlan& plan, const ParkPicture& picture, std::uint32_t plant) {
  const PlantSight* sight = picture.find(plant);
  if (sight == nullptr) return std::nullopt;
  if (const PlotSite* plot = plan.plot_of(plant, picture.month)) {
    return plot->buildings.empty() ? middle_of(plot->lot.ring) : plot->buildings.front().middle;
  }
  const auto largest =
      static_cast<std::size_t>(std::ranges::max_element(sight->block_m2) - sight->block_m2.begin());
  const std::uint32_t block = sight->block[largest];
  if (block == PlantSight::no_place) return std::nullopt;
  for (const Tenancy& tenancy : plan.blocks[block].tenancies) {
    const bool is_now = tenancy.from_month <= picture.month && picture.month <= tenancy.to_month;
    if (tenancy.plant != plant || !is_now) continue;
    if (const Building* building = building_of(plan.blocks[block], tenancy)) return building->middle;
  }
  return std::nullopt;
}

std::shared_ptr<const SitePlan> plan_sites(const ParkChronicle& chronicle) {
  auto plan = std::make_shared<SitePlan>();
  Stays stays(chronicle);
  plan->parcels.resize(chronicle.map().parcels.size());
  plan->blocks.resize(chronicle.blocks().size());
  for (std::uint32_t b = 0; b < plan->blocks.size(); ++b) {
    BlockSite& site = plan->blocks[b];
    const BlockRecord& record = chronicle.blocks()[b];
    if (record.parcel != PlantSight::no_place) site.parcel = record.parcel;
    const std::vector<BlockSight>& last = chronicle.at(chronicle.months()).blocks;
    site.floor_m2 = b < last.size() ? static_cast<double>(last[b].floor_m2) : 0;
    place_tenancies(chronicle, b, stays.floors[b], site);
  }
  for (const PlotStay& stay : stays.plots) {
    plan->plots.push_back({stay.plant, stay.parcel, stay.from, stay.to, {}, {}});
  }
  plan_standing_factories(chronicle, *plan);
  ParcelPlanner planner(chronicle, *plan, stays.plots);
  for (std::uint32_t p = 0; p < plan->parcels.size(); ++p) planner.plan(p);
  clear_ground(chronicle, *plan);
  return plan;
}

}  // namespace park::ui
