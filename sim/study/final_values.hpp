// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <limits>
#include <span>
#include <string_view>
#include <vector>

#include "indicators/indicators.hpp"
#include "study/ensemble.hpp"
#include "study/statistics.hpp"

namespace park::study {

/// A few indicators at the end of each of many runs, kept instead of their series. NaN where a run failed.
class FinalValues {
 public:
  /// An unknown key is our bug.
  FinalValues(std::span<const std::string_view> keys, const std::vector<IndicatorColumn>& columns,
              std::size_t places, std::size_t replications);

  /// May be called at the same time for different runs.
  void keep(std::size_t place, std::size_t replication, const RunResult& run);

  /// Paired difference of a key between two places over the first `replications`.
  [[nodiscard]] Difference difference(std::size_t key, std::size_t place, std::size_t reference,
                                      std::size_t replications) const;

 private:
  [[nodiscard]] std::span<const double> sample(std::size_t key, std::size_t place,
                                               std::size_t replications) const;

  std::vector<std::size_t> columns_;  ///< by key
  std::size_t replications_;
  std::vector<double> values_;  ///< [(place * keys + key) * replications + replication]
};

}  // namespace park::study
