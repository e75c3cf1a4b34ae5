// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace park::study {

/// An outcome by design point and seed: what is needed to compare points under the same chances.
class PairedPoints {
 public:
  /// By run; a NaN is no value. Without `seeds` no two runs share one.
  PairedPoints(std::span<const std::size_t> points, std::span<const std::uint64_t> seeds,
               std::span<const double> y);

  [[nodiscard]] std::size_t count() const { return runs_.size(); }
  /// Values of these points under the seeds that every one of them has, by point and then by seed.
  [[nodiscard]] std::vector<std::vector<double>> shared(std::span<const std::size_t> points) const;

 private:
  struct Run {
    std::uint64_t seed = 0;
    double value = 0;
  };
  std::vector<std::vector<Run>> runs_;  ///< by point, by rising seed
};

}  // namespace park::study
