// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

#include "study/designs/design_table.hpp"
#include "study/designs/distribution.hpp"

namespace park::study {

enum class DesignKind : std::uint8_t {
  OneAtATime,
  FullFactorial,
  LatinHypercube,
  Morris,
  Sobol,
  ClauseScreening,
  Search,  ///< no design: points that a search chooses on its way; no study file may ask for it
  Count
};
/// Those a study file may ask for: `one_at_a_time`, `full_factorial`, `latin_hypercube`, `morris`, `sobol`,
/// `clause_screening`.
[[nodiscard]] std::span<const std::string_view> design_keys();
[[nodiscard]] std::string_view key_of(DesignKind kind);
/// Of every kind, `search` included.
[[nodiscard]] std::optional<DesignKind> design_of(std::string_view key);

/// A design as a study file asks for it; members that a kind does not use are 0.
struct DesignPlan {
  DesignKind kind = DesignKind::LatinHypercube;
  std::size_t n = 0;  ///< points of a Latin hypercube, base rows of Sobol, at most so many points of a search
  std::size_t levels = 0;        ///< one at a time, full factorial, Morris (even)
  std::size_t trajectories = 0;  ///< Morris

  bool operator==(const DesignPlan&) const = default;
};

/// More points than this are a slip of the pen.
inline constexpr std::uint64_t max_design_points = 1'000'000'000;

/// The points of a design, each computed when it is asked for: a study of a million runs keeps no table.
class Design {
 public:
  virtual ~Design() = default;
  [[nodiscard]] virtual std::uint64_t size() const = 0;
  /// Coordinates in [0, 1], one a factor; NaN where the factor is left as the scenario has it. A pure
  /// function of index, plan and seed; may be called from several threads.
  virtual void point(std::uint64_t index, std::span<double> units) const = 0;
};

/// How many points the design has; nothing if more than max_design_points.
[[nodiscard]] std::optional<std::uint64_t> size_of(const DesignPlan& plan,
                                                   std::span<const StudyFactor> factors);

[[nodiscard]] std::unique_ptr<const Design> make_design(const DesignPlan& plan,
                                                        std::span<const StudyFactor> factors,
                                                        std::uint64_t seed);

/// The base point, then each factor in turn at each of its levels, all others as in the scenario.
[[nodiscard]] std::unique_ptr<const Design> one_at_a_time(std::span<const StudyFactor> factors,
                                                          std::size_t levels);
/// Every combination of levels; the last factor changes fastest.
[[nodiscard]] std::unique_ptr<const Design> full_factorial(std::span<const StudyFactor> factors,
                                                           std::size_t levels);
/// Each of n equal slices of each factor once (McKay, Beckman, Conover 1979), placed within it by chance.
[[nodiscard]] std::unique_ptr<const Design> latin_hypercube(std::size_t factors, std::size_t n,
                                                            std::uint64_t seed);
/// Trajectories of factors + 1 points on a grid of levels, one factor moved by levels / (2 (levels - 1)) at a
/// time in a drawn order and direction (Morris 1991).
[[nodiscard]] std::unique_ptr<const Design> morris(std::size_t factors, std::size_t trajectories,
                                                   std::size_t levels, std::uint64_t seed);
/// For each base row A, AB_1 to AB_d, B (Saltelli et al. 2010): AB_i is A with coordinate i of B. A and B are
/// the halves of a Sobol sequence of 2 d dimensions under a digital shift drawn by the seed.
[[nodiscard]] std::unique_ptr<const Design> sobol(std::size_t factors, std::size_t n, std::uint64_t seed);
/// The scenario; it without each clause in turn; it without any; it with each clause alone. A clause left out
/// is at the least value of its distribution.
[[nodiscard]] std::unique_ptr<const Design> clause_screening(std::size_t factors);

/// Values of a point; NaN stays NaN.
void values_of(std::span<const StudyFactor> factors, std::span<const double> units, std::span<double> values);

/// The whole design as a table, for analyses.
[[nodiscard]] DesignTable tabulate(const Design& design, const DesignPlan& plan,
                                   std::span<const StudyFactor> factors);

}  // namespace park::study
