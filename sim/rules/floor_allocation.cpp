// SPDX-License-Identifier: MIT
#include "rules/floor_allocation.hpp"

#include <algorithm>

#include "rules/land_supply.hpp"

namespace park {
namespace {

constexpr double smallest_piece_m2 = 50;

bool may_use(const World& world, const Block& block, const Plant& plant) {
  if (block.is_tailor_made != (plant.form == SiteForm::TailorMade)) return false;
  if (block.progress >= 1) return true;
  // Recruit first promises a place only once the frame stands; otherwise from the first day.
  return world.now.levers.build_mode >= 0.5 || block.is_tailor_made || block.progress > 0.5;
}

/// Takes what the plant needs from one block; ground floor only where machines demand it.
double take(Block& block, double wanted_m2, bool needs_ground, FloorPiece& piece) {
  const double ground = needs_ground ? std::min(wanted_m2, block.free_ground_m2) : 0;
  double upper = needs_ground ? 0 : std::min(wanted_m2, block.free_upper_m2);
  double spare_ground = 0;
  if (!needs_ground && upper < wanted_m2) spare_ground = std::min(wanted_m2 - upper, block.free_ground_m2);
  const double total = ground + upper + spare_ground;
  if (total < smallest_piece_m2 && total < wanted_m2) return 0;
  piece.ground_m2 = ground + spare_ground;
  piece.upper_m2 = upper;
  block.free_ground_m2 -= piece.ground_m2;
  block.free_upper_m2 -= piece.upper_m2;
  block.reserved_m2 += total;
  return total;
}

void put_back(Block& block, FloorPiece& piece, bool was_occupied) {
  const double total = piece.ground_m2 + piece.upper_m2;
  (was_occupied ? block.occupied_m2 : block.reserved_m2) -= total;
  block.free_ground_m2 += piece.ground_m2;
  block.free_upper_m2 += piece.upper_m2;
  piece = {};
}

/// Takes floor for a plant block by block until it has enough.
class FloorSearch {
 public:
  FloorSearch(World& world, Plant& plant)
      : world_(world),
        plant_(plant),
        needs_ground_(world.traits(plant.activity).ground_floor_only >= 0.5),
        missing_m2_(plant.floor_m2) {}

  void look_in(std::size_t b) {
    Block& block = world_.factories.blocks[b];
    if (has_enough() || pieces_ == max_floor_pieces || !may_use(world_, block, plant_)) return;
    const double free = needs_ground_ ? block.free_ground_m2 : block.free_ground_m2 + block.free_upper_m2;
    if (free < std::min(missing_m2_, smallest_piece_m2)) return;
    FloorPiece& piece = plant_.floor[pieces_];
    piece.block = BlockId{b};
    const double taken = take(block, missing_m2_, needs_ground_, piece);
    if (taken <= 0) return;
    missing_m2_ -= taken;
    ++pieces_;
  }

  [[nodiscard]] bool has_enough() const { return missing_m2_ <= 1e-6; }

  void give_back() {
    for (std::size_t k = 0; k < pieces_; ++k) {
      put_back(world_.factories.blocks[plant_.floor[k].block.index()], plant_.floor[k], false);
    }
    plant_.floor = {};
  }

 private:
  World& world_;
  Plant& plant_;
  bool needs_ground_;
  double missing_m2_;
  std::size_t pieces_ = 0;
};

/// Newcomers take the newest finished floor, which the developer is letting; old stock fills when that is
/// full, rising blocks come last.
bool reserve_floor(World& world, Plant& plant) {
  FloorSearch search(world, plant);
  const std::vector<Block>& blocks = world.factories.blocks;
  for (std::size_t b = blocks.size(); b-- > 0;) {
    if (blocks[b].progress >= 1) search.look_in(b);
  }
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    if (blocks[b].progress < 1) search.look_in(b);
  }
  if (search.has_enough()) return true;
  search.give_back();
  return false;
}

bool reserve_site(World& world, Project& project) {
  Plant& plant = project.plant;
  if (plant.form == SiteForm::OwnPlot) {
    const double price = plant.plot_mu * world.now.structural.land_price_per_mu;
    plant.parcel =
        supply_land(world, plant.plot_mu, index_of(stage_of(plant.activity)), Account::ParkFirms, plant.who);
    if (plant.parcel.is_none()) return false;
    project.paid_in_yuan += price;
    return true;
  }
  if (reserve_floor(world, plant)) return true;
  // Who waits for floor built to suit longer than it takes to build one takes what there is.
  const bool waited = world.month - plant.signed_month > 18;
  if (plant.form == SiteForm::TailorMade && waited) plant.form = SiteForm::Lease;
  return false;
}

}  // namespace

void allocate_sites(World& world) {
  std::vector<std::uint32_t>& queue = world.scratch;
  queue.clear();
  for (std::size_t i = 0; i < world.projects.size(); ++i) {
    const Project& project = world.projects[i];
    const bool waits = project.phase == Phase::Signed && !project.is_paper && !project.has_site;
    if (waits) queue.push_back(static_cast<std::uint32_t>(i));
  }
  std::sort(queue.begin(), queue.end(), [&](std::uint32_t a, std::uint32_t b) {
    const Project& left = world.projects[a];
    const Project& right = world.projects[b];
    if (left.plant.signed_month != right.plant.signed_month)
      return left.plant.signed_month < right.plant.signed_month;
    if (left.priority != right.priority) return left.priority < right.priority;
    return left.plant.who.number() < right.plant.who.number();
  });
  world.factories.waiting_demand_m2 = 0;
  for (const std::uint32_t i : queue) {
    Project& project = world.projects[i];
    project.has_site = reserve_site(world, project);
    if (project.has_site) {
      world.journal.record(world.month, EventKind::SiteReserved, project.plant.who, 0,
                           project.plant.floor_m2);
    } else if (project.plant.form != SiteForm::OwnPlot) {
      world.factories.waiting_demand_m2 += project.plant.floor_m2;
    }
  }
}

bool is_floor_ready(const World& world, const Plant& plant) {
  const bool floor_by_floor = world.now.levers.produce_in_finished_floors >= 0.5;
  return std::ranges::all_of(plant.floor, [&](const FloorPiece& piece) {
    if (piece.block.is_none()) return true;
    const Block& block = world.factories.blocks[piece.block.index()];
    if (block.progress >= 1) return true;
    const double room = block.finished_m2 - block.occupied_m2;
    return floor_by_floor && room >= piece.ground_m2 + piece.upper_m2;
  });
}

void move_in(World& world, Plant& plant) {
  for (FloorPiece& piece : plant.floor) {
    if (piece.block.is_none()) continue;
    Block& block = world.factories.blocks[piece.block.index()];
    const double area = piece.ground_m2 + piece.upper_m2;
    block.reserved_m2 -= area;
    block.occupied_m2 += area;
    if (plant.form == SiteForm::Purchase) {
      const double price = area * world.now.levers.sale_price;
      const Account seller = block.is_district_owned ? Account::Treasury : Account::Developer;
      world.accounts.ledger.pay(Account::ParkFirms, seller, price);
      if (!block.is_district_owned) {
        world.factories.developer.flow_this_month += price;
        world.factories.sold_m2 += area;
        block.sold_m2 += area;
      } else {
        world.accounts.income_this_month += price;
      }
    }
  }
  if (!plant.parcel.is_none()) use_land(world, plant.parcel, plant.plot_mu);
}

void give_up_site(World& world, Plant& plant, bool was_occupied) {
  for (FloorPiece& piece : plant.floor) {
    if (piece.block.is_none()) continue;
    Block& block = world.factories.blocks[piece.block.index()];
    if (plant.form == SiteForm::Purchase && was_occupied && !block.is_district_owned) {
      // The developer takes the floor of a failed buyer back from his bank, below the price of new floor.
      const double area = std::min(block.sold_m2, piece.ground_m2 + piece.upper_m2);
      const double price = area * world.now.levers.sale_price * world.now.structural.buy_back_share;
      block.sold_m2 -= area;
      world.factories.sold_m2 -= area;
      world.factories.developer.flow_this_month -= price;
      world.accounts.ledger.pay(Account::Developer, Account::Banks, price);
    }
    put_back(block, piece, was_occupied);
  }
  plant.floor = {};
  if (!plant.parcel.is_none()) {
    abandon_land(world, plant.parcel, was_occupied ? 0 : plant.plot_mu, was_occupied ? plant.plot_mu : 0);
    plant.parcel = {};
  }
}

}  // namespace park
