// SPDX-License-Identifier: MIT
#include <algorithm>
#include <boost/random/sobol.hpp>
#include <cstdint>
#include <mutex>
#include <vector>

#include "core/assert.hpp"
#include "core/random.hpp"
#include "study/designs/design.hpp"

namespace park::study {
namespace {

/// Boost's sequence (direction numbers of Joe and Kuo 2008). A digital shift, one word a dimension, moves the
/// points off the corner without spoiling how evenly the first 2^k of them lie.
class Sobol final : public Design {
 public:
  Sobol(std::size_t factors, std::size_t n, std::uint64_t seed)
      : factors_(factors), n_(n), engine_(2 * factors), row_(2 * factors) {
    RandomStream stream{seed, Draw::StudyDesign, 0};
    for (std::size_t i = 0; i < 2 * factors; ++i) {
      const std::uint64_t high = stream();
      shift_.push_back((high << 32U) | stream());
    }
  }

  [[nodiscard]] std::uint64_t size() const override { return n_ * (factors_ + 2); }

  void point(std::uint64_t index, std::span<double> units) const override {
    PARK_ASSERT(index < size() && units.size() == factors_);
    const std::uint64_t block = index % (factors_ + 2);
    const std::lock_guard lock(mutex_);
    go_to(index / (factors_ + 2));
    const auto a = row_.begin();
    const auto b = a + static_cast<std::ptrdiff_t>(factors_);
    const bool is_b = block == factors_ + 1;
    std::copy_n(is_b ? b : a, factors_, units.begin());
    if (block > 0 && !is_b) units[block - 1] = row_[factors_ + block - 1];
  }

 private:
  /// The engine leaves out the sequence's first point, which is zero: its first is the sequence's second.
  void go_to(std::uint64_t base) const {
    if (has_row_ && base == base_) return;
    if (base > 0) engine_.seed(base - 1);
    for (std::size_t i = 0; i < row_.size(); ++i) {
      const std::uint64_t bits = (base > 0 ? engine_() : 0) ^ shift_[i];
      row_[i] = (static_cast<double>(bits >> 12U) + 0.5) * 0x1p-52;
    }
    base_ = base;
    has_row_ = true;
  }

  std::size_t factors_;
  std::size_t n_;
  std::vector<std::uint64_t> shift_;
  // The latest base row is kept: its factors + 2 points are asked for one after the other.
  mutable std::mutex mutex_;
  mutable boost::random::sobol engine_;
  mutable std::vector<double> row_;
  mutable std::uint64_t base_ = 0;
  mutable bool has_row_ = false;
};

}  // namespace

std::unique_ptr<const Design> sobol(std::size_t factors, std::size_t n, std::uint64_t seed) {
  return std::make_unique<Sobol>(factors, n, seed);
}

}  // namespace park::study
