// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace park::study {

/// How likely the values of a factor are. Designs live in the unit cube, and a coordinate is a probability:
/// value_at is the quantile function.
struct Distribution {
  enum class Kind : std::uint8_t { Uniform, Triangular, Normal, LogUniform, Integer, Discrete };
  Kind kind = Kind::Uniform;
  bool is_whole = false;       ///< values of a continuous kind are rounded to whole numbers
  double min = 0, max = 1;     ///< Normal is cut off at both; of Discrete the least and greatest value
  double centre = 0;           ///< mode of Triangular, mean of Normal
  double sd = 1;               ///< of Normal, before it is cut off
  std::vector<double> values;  ///< of Discrete
  std::vector<double> weights;

  bool operator==(const Distribution&) const = default;
};

/// In the order of Distribution::Kind.
inline constexpr auto distribution_keys = std::to_array<std::string_view>(
    {"uniform", "triangular", "normal", "log_uniform", "integer", "discrete"});

[[nodiscard]] Distribution uniform(double min, double max);
/// Whole numbers from min to max, equally likely.
[[nodiscard]] Distribution integer(double min, double max);
[[nodiscard]] Distribution discrete(std::vector<double> values, std::vector<double> weights);

/// Value at `unit` in [0, 1].
[[nodiscard]] double value_at(const Distribution& distribution, double unit);

/// Where `levels` values lie that span the distribution: evenly spaced from 0 to 1; of whole numbers and
/// choices each one once, where there are not more of them than levels.
[[nodiscard]] std::vector<double> level_units(const Distribution& distribution, std::size_t levels);

/// What a design varies: a lever, clause, uncertainty or structural parameter by its key, or the seed.
struct StudyFactor {
  std::string key;
  Distribution distribution;

  bool operator==(const StudyFactor&) const = default;
};
inline constexpr const char* seed_key = "seed";

}  // namespace park::study
