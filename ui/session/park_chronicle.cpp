// SPDX-License-Identifier: MIT
#include "session/park_chronicle.hpp"

#include <algorithm>
#include <map>
#include <span>

#include "core/assert.hpp"
#include "rules/contracts.hpp"
#include "session/picture_of_world.hpp"
#include "study/ensemble.hpp"

namespace park::ui {

/// Reads a run month by month, while the plants it speaks of are there.
class ChronicleWriter {
 public:
  explicit ChronicleWriter(ParkChronicle& chronicle) : chronicle_(chronicle) {}

  void read(const World& world) {
    if (world.month == 0) chronicle_.pool_ = world.pool;
    ParkPicture picture;
    read_people(world, picture);
    read_land(world, picture);
    read_blocks(world, picture);
    read_utilities(world, picture);
    read_goods(world, picture);
    read_money(world, picture);
    note_blocks(world);
    note_plants(world, picture);
    note_delays(world, picture);
    chronicle_.pictures_.push_back(std::move(picture));
  }

  void close(std::shared_ptr<const Scenario> scenario, const study::RunResult& run) {
    chronicle_.scenario_ = std::move(scenario);
    chronicle_.seed_ = run.seed;
    chronicle_.digest_ = run.digest;
  }

 private:
  void note_blocks(const World& world) {
    const std::vector<Block>& blocks = world.factories.blocks;
    for (std::size_t b = chronicle_.blocks_.size(); b < blocks.size(); ++b) {
      BlockRecord record;
      if (!blocks[b].parcel.is_none()) record.parcel = static_cast<std::uint32_t>(blocks[b].parcel.index());
      record.storeys = blocks[b].storeys;
      record.started_month = blocks[b].started_month;
      record.land_mu = static_cast<float>(blocks[b].land_mu);
      record.is_tailor_made = blocks[b].is_tailor_made;
      record.is_district_owned = blocks[b].is_district_owned;
      chronicle_.blocks_.push_back(record);
    }
  }

  std::uint32_t number_of(const Plant& plant) {
    const auto next = static_cast<std::uint32_t>(chronicle_.plants_.size());
    const auto [found, is_new] = numbers_.try_emplace(plant.who.number(), next);
    if (!is_new) return found->second;
    PlantRecord record;
    record.who = plant.who;
    record.firm = plant.firm == FirmId::none_value ? PlantRecord::no_firm : plant.firm;
    record.activity = plant.activity;
    record.region = plant.region;
    record.origin = plant.origin;
    record.is_leader = plant.is_leader;
    record.counts_as_firm = counts_as_firm(plant);
    record.workers_promised = plant.workers_promised;
    record.signed_month = plant.signed_month;
    chronicle_.plants_.push_back(record);
    hindrances_.emplace_back();
    return next;
  }

  void note(const World& world, const Plant& plant, PlantSight sight, ParkPicture& picture) {
    sight.plant = number_of(plant);
    PlantRecord& record = chronicle_.plants_[sight.plant];
    record.last_month = world.month;
    if (sight.milestone >= Milestone::Started) record.started_month = plant.started_month;
    if (sight.milestone == Milestone::AtCapacity && record.at_capacity_month == PlantRecord::never) {
      record.at_capacity_month = world.month;
    }
    picture.plants.push_back(sight);
  }

  void note_plants(const World& world, ParkPicture& picture) {
    for (const Project& project : world.projects) {
      if (project.phase != Phase::Negotiating) note(world, project.plant, sight_of(project), picture);
    }
    for (const Tenant& tenant : world.tenants) {
      note(world, tenant.plant, sight_of(tenant), picture);
      chronicle_.plants_[picture.plants.back().plant].producing_month = tenant.producing_month;
    }
    std::ranges::sort(picture.plants, {}, &PlantSight::plant);
  }

  /// What held plants up this month; a cause that goes on keeps the month in which it began.
  void note_delays(const World& world, ParkPicture& picture) {
    const std::vector<Delay>& delays = world.journal.delays;
    for (; delays_read_ < delays.size(); ++delays_read_) {
      const Delay& delay = delays[delays_read_];
      const auto found = numbers_.find(delay.who.number());
      if (found == numbers_.end()) continue;  // signed, held up and gone within the month
      Hindrance& hindrance = hindrances_[found->second];
      const auto cause = static_cast<std::int8_t>(delay.cause);
      const bool goes_on = hindrance.cause == cause && hindrance.last_month == delay.month - 1;
      hindrance = {cause, goes_on ? hindrance.since : delay.month, delay.month};
    }
    for (PlantSight& sight : picture.plants) {
      const Hindrance& hindrance = hindrances_[sight.plant];
      if (world.month == 0 || hindrance.last_month != world.month || sight.is_producing()) continue;
      sight.cause = hindrance.cause;
      sight.held_since = static_cast<std::int16_t>(hindrance.since);
    }
  }

  struct Hindrance {
    std::int8_t cause = PlantSight::no_cause;
    int since = 0;
    int last_month = -1;
  };

  ParkChronicle& chronicle_;
  std::map<std::uint64_t, std::uint32_t> numbers_;
  std::vector<Hindrance> hindrances_;
  std::size_t delays_read_ = 0;
};

const ParkPicture& ParkChronicle::at(int month) const {
  return pictures_[static_cast<std::size_t>(std::clamp(month, 0, months()))];
}

std::optional<std::uint32_t> ParkChronicle::find(const Identity& who) const {
  const auto found = std::ranges::find(plants_, who, &PlantRecord::who);
  if (found == plants_.end()) return std::nullopt;
  return static_cast<std::uint32_t>(found - plants_.begin());
}

std::vector<std::uint32_t> ParkChronicle::partners_in(const ParkPicture& picture, std::uint32_t plant) const {
  std::vector<std::uint32_t> result;
  const std::uint32_t firm = plants_[plant].firm;
  if (firm == PlantRecord::no_firm) return result;
  const std::span<const std::uint32_t> partners =
      std::span(pool_->partners)
          .subspan(pool_->first_partner[firm], pool_->first_partner[firm + 1] - pool_->first_partner[firm]);
  for (const PlantSight& sight : picture.plants) {
    if (sight.plant == plant || plants_[sight.plant].firm == PlantRecord::no_firm) continue;
    if (std::ranges::find(partners, plants_[sight.plant].firm) != partners.end())
      result.push_back(sight.plant);
  }
  return result;
}

std::size_t ParkChronicle::bytes() const {
  std::size_t sum = plants_.capacity() * sizeof(PlantRecord) + blocks_.capacity() * sizeof(BlockRecord);
  for (const ParkPicture& picture : pictures_) {
    sum += sizeof(ParkPicture) + picture.plants.capacity() * sizeof(PlantSight) +
           picture.blocks.capacity() * sizeof(BlockSight) + picture.parcels.capacity() * sizeof(ParcelSight);
  }
  return sum;
}

std::shared_ptr<const ParkChronicle> record_chronicle(std::shared_ptr<const Scenario> scenario,
                                                      std::uint64_t seed, const std::atomic<bool>* cancel) {
  auto chronicle = std::make_shared<ParkChronicle>();
  ChronicleWriter writer(*chronicle);
  study::RunOptions options;
  options.cancel = cancel;
  options.journal = JournalMode::Full;
  options.each_month = [&](const World& world) { writer.read(world); };
  const study::RunResult run = study::run_once(scenario, seed, indicator_columns(*scenario), options);
  if (run.error == study::cancelled) return nullptr;
  if (run.is_bug) throw Bug(run.error);
  if (!run.ok()) throw WorldError(run.error);
  writer.close(std::move(scenario), run);
  return chronicle;
}

}  // namespace park::ui
