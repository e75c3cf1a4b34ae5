// SPDX-License-Identifier: MIT
#include <boost/random/uniform_int_distribution.hpp>
#include <cstdint>
#include <numeric>
#include <vector>

#include "core/assert.hpp"
#include "core/random.hpp"
#include "study/designs/design.hpp"

namespace park::study {
namespace {

/// Keeps one slice number a point and factor, four bytes; where within the slice is drawn when asked for.
class LatinHypercube final : public Design {
 public:
  LatinHypercube(std::size_t factors, std::size_t n, std::uint64_t seed)
      : factors_(factors), n_(n), seed_(seed), slices_(factors * n) {
    // Identities below n place points within their slices.
    for (std::size_t f = 0; f < factors; ++f) shuffle(f, RandomStream{seed, Draw::StudyDesign, n + f});
  }

  [[nodiscard]] std::uint64_t size() const override { return n_; }

  void point(std::uint64_t index, std::span<double> units) const override {
    PARK_ASSERT(index < n_ && units.size() == factors_);
    RandomStream stream{seed_, Draw::StudyDesign, index};
    for (std::size_t f = 0; f < factors_; ++f)
      units[f] = (slices_[f * n_ + index] + stream.uniform()) / static_cast<double>(n_);
  }

 private:
  void shuffle(std::size_t factor, RandomStream stream) {
    const std::span<std::uint32_t> slices = std::span(slices_).subspan(factor * n_, n_);
    std::iota(slices.begin(), slices.end(), 0U);
    for (std::size_t i = n_; i > 1; --i) {
      std::swap(slices[i - 1],
                slices[boost::random::uniform_int_distribution<std::size_t>(0, i - 1)(stream)]);
    }
  }

  std::size_t factors_;
  std::size_t n_;
  std::uint64_t seed_;
  std::vector<std::uint32_t> slices_;  ///< [factor * n + point]
};

}  // namespace

std::unique_ptr<const Design> latin_hypercube(std::size_t factors, std::size_t n, std::uint64_t seed) {
  return std::make_unique<LatinHypercube>(factors, n, seed);
}

}  // namespace park::study
