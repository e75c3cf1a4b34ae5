// SPDX-License-Identifier: MIT
#include <boost/random/uniform_int_distribution.hpp>
#include <numeric>
#include <vector>

#include "core/assert.hpp"
#include "core/random.hpp"
#include "study/designs/design.hpp"

namespace park::study {
namespace {

/// M. D. Morris, "Factorial sampling plans for preliminary computational experiments", Technometrics 33
/// (1991).
class Morris final : public Design {
 public:
  Morris(std::size_t factors, std::size_t trajectories, std::size_t levels, std::uint64_t seed)
      : factors_(factors), trajectories_(trajectories), levels_(levels), seed_(seed) {
    PARK_ASSERT(levels >= 2 && levels % 2 == 0);
  }

  [[nodiscard]] std::uint64_t size() const override { return trajectories_ * (factors_ + 1); }

  void point(std::uint64_t index, std::span<double> units) const override {
    PARK_ASSERT(index < size() && units.size() == factors_);
    RandomStream stream{seed_, Draw::StudyDesign, index / (factors_ + 1)};
    const auto below = [&stream](std::size_t count) {
      return boost::random::uniform_int_distribution<std::size_t>(0, count - 1)(stream);
    };
    std::vector<std::size_t> order(factors_);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t i = factors_; i > 1; --i) std::swap(order[i - 1], order[below(i)]);
    const std::size_t moved = index % (factors_ + 1);
    const std::size_t jump = levels_ / 2;  // in steps of the grid
    for (std::size_t rank = 0; rank < factors_; ++rank) {
      const std::size_t low = below(levels_ - jump);
      const bool starts_high = below(2) == 1;
      const bool is_high = starts_high != (rank < moved);
      units[order[rank]] = static_cast<double>(low + (is_high ? jump : 0)) / static_cast<double>(levels_ - 1);
    }
  }

 private:
  std::size_t factors_;
  std::size_t trajectories_;
  std::size_t levels_;
  std::uint64_t seed_;
};

}  // namespace

std::unique_ptr<const Design> morris(std::size_t factors, std::size_t trajectories, std::size_t levels,
                                     std::uint64_t seed) {
  return std::make_unique<Morris>(factors, trajectories, levels, seed);
}

}  // namespace park::study
