// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "scenario/scenario.hpp"
#include "session/park_picture.hpp"
#include "world/pool.hpp"

namespace park::ui {

/// One replication of a scenario, month by month, with what its pictures refer to. Immutable and shared; made
/// by one run from its seed, so that no world is kept.
class ParkChronicle {
 public:
  [[nodiscard]] const Scenario& scenario() const { return *scenario_; }
  [[nodiscard]] const std::shared_ptr<const Scenario>& shared_scenario() const { return scenario_; }
  [[nodiscard]] const ParkMap& map() const { return *scenario_->map; }
  [[nodiscard]] std::uint64_t seed() const { return seed_; }
  /// Digest of the world after the last month: equal to that of the same run on the command line.
  [[nodiscard]] std::uint64_t digest() const { return digest_; }
  [[nodiscard]] int months() const { return static_cast<int>(pictures_.size()) - 1; }
  /// The picture of a month, cut to 0..months().
  [[nodiscard]] const ParkPicture& at(int month) const;
  [[nodiscard]] const std::vector<PlantRecord>& plants() const { return plants_; }
  [[nodiscard]] const std::vector<BlockRecord>& blocks() const { return blocks_; }
  [[nodiscard]] std::optional<std::uint32_t> find(const Identity& who) const;
  /// Plants of the picture whose firms are partners of this plant's firm, in order of their number.
  [[nodiscard]] std::vector<std::uint32_t> partners_in(const ParkPicture& picture, std::uint32_t plant) const;
  /// Memory it holds, without the scenario and the pool.
  [[nodiscard]] std::size_t bytes() const;

 private:
  friend class ChronicleWriter;
  std::shared_ptr<const Scenario> scenario_;
  std::shared_ptr<const Pool> pool_;
  std::uint64_t seed_ = 0;
  std::uint64_t digest_ = 0;
  std::vector<PlantRecord> plants_;
  std::vector<BlockRecord> blocks_;
  std::vector<ParkPicture> pictures_;
};

/// Lives the scenario once and keeps its pictures. Null if `cancel` became true. Throws WorldError, or Bug,
/// if the run fails.
[[nodiscard]] std::shared_ptr<const ParkChronicle> record_chronicle(
    std::shared_ptr<const Scenario> scenario, std::uint64_t seed, const std::atomic<bool>* cancel = nullptr);

}  // namespace park::ui
