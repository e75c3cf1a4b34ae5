// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/random_lanes.hpp"
#include "world/alias_table.hpp"
#include "world/pool.hpp"

namespace park {

/// What the agents of a scenario are drawn from.
class FirmDraws {
 public:
  explicit FirmDraws(const Scenario& scenario);

  /// Appends that many agents of the seed. Eight are drawn side by side; the result is that of draw_one.
  void draw(std::uint64_t seed, std::size_t agents, std::vector<PoolFirm>& firms) const;

  /// One agent: four words of the stream for most, one Philox block. The distributions work in float, as
  /// precise as what is kept.
  [[nodiscard]] PoolFirm draw_one(RandomStream& stream) const;

 private:
  void draw_eight(const PhiloxLanes& words, std::array<PoolFirm, random_lanes>& drawn,
                  unsigned& rejected) const;

  AliasTable classes_;
  std::array<float, firm_class_count> productivity_sigma_{};
  std::array<double, firm_class_count> output_per_worker_year_{};
  float size_sigma_ = 0;
  double median_revenue_yuan_ = 0;
  double leader_revenue_yuan_ = 0;
  double log10_median_revenue_ = 0;  ///< of a million yuan
};

}  // namespace park
