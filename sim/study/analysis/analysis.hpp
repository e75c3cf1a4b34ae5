// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "policy/catalogue.hpp"
#include "study/analysis/clause_effects.hpp"
#include "study/analysis/delta.hpp"
#include "study/analysis/effects.hpp"
#include "study/analysis/morris.hpp"
#include "study/analysis/pairing.hpp"
#include "study/analysis/pawn.hpp"
#include "study/analysis/prim.hpp"
#include "study/analysis/resampling.hpp"
#include "study/analysis/sobol.hpp"
#include "study/analysis/variance_split.hpp"

namespace park::study {

/// How the design points were laid out; it decides which analyses are possible.
enum class SampleKind : std::uint8_t {
  Given,           ///< any sample: PAWN, delta, PRIM
  Morris,          ///< trajectories or stars of factors + 1 points: Morris besides
  Sobol,           ///< Saltelli's design of factors + 2 points a base row: Sobol besides
  FullFactorial,   ///< every combination of levels: main effects besides
  OneAtATime,      ///< points that set one factor and leave the rest: effects of levels alone
  ClauseScreening  ///< points that leave out one clause or all but one: effects of clauses alone
};
/// Whether points leave factors as the scenario has them, so that they are no sample of the factors' space.
[[nodiscard]] constexpr bool leaves_factors(SampleKind kind) {
  return kind == SampleKind::OneAtATime || kind == SampleKind::ClauseScreening;
}

/// Order of the points of a Sobol design: A, AB_1, ..., AB_d, B for each base row, or the same as blocks of
/// all base rows. AB_j is A with column j from B.
enum class SobolOrder : std::uint8_t { Rows, Blocks };

/// What a person calls a factor or an outcome. Empty words: the key. `scale` multiplies numbers before they
/// are shown (100 for a share in per cent).
struct Wording {
  std::string zh, en;
  std::string unit_zh, unit_en;
  double scale = 1;
};

struct AnalysisFactor {
  std::string key;
  /// Range of the design, which is the unit cube's image; NaN: from the least to the greatest of the sample.
  double min = std::numeric_limits<double>::quiet_NaN();
  double max = std::numeric_limits<double>::quiet_NaN();
  bool is_whole = false;
  std::span<const Choice> choices = {};  ///< of a choice or a switch, by value 0, 1, ...; they have no order
  Wording words;
};

/// The futures to be found by PRIM: those in which the outcome is at least (or at most) the threshold.
struct Target {
  double threshold = 0;
  bool is_above = true;
};

struct AnalysisOutcome {
  std::string name;
  std::vector<double> values;  ///< one a row; NaN where there is none
  /// Of a difference: the outcomes whose values are subtracted, those of another scenario from this one's.
  std::optional<std::pair<std::size_t, std::size_t>> sides;
  std::optional<Target>
      target;  ///< without one: the upper quarter of the values, the lower one if less is better
  bool is_less_better = false;
  Wording words;
};

struct RunCount {
  std::size_t ok = 0, failed = 0;
};

/// A design: rows are runs, in design order, of all scenarios side by side. Several rows may be replications
/// of one design point.
struct AnalysisInput {
  std::vector<AnalysisFactor> factors;
  std::size_t rows = 0;
  std::vector<double> values;  ///< row-major, rows x factors; NaN: left as the scenario has it
  std::vector<double> unit;    ///< the same in the unit cube; empty: from the values and ranges
  std::vector<AnalysisOutcome> outcomes;
  SampleKind design = SampleKind::Given;
  SobolOrder order = SobolOrder::Rows;
  std::vector<std::size_t>
      points;  ///< by row: the design point, 0, 1, ... in design order; empty: each its own
  std::vector<std::uint64_t> seeds;  ///< by row; the same seed in two points means common random numbers
  /// Runs that ended well, and those that did not; absent: rows with and without any outcome.
  std::optional<RunCount> runs;
  bool is_complete = true;  ///< nothing is left to run
  Resampling resampling;
  int jobs = 0;  ///< threads; 0: all cores
};

/// A sentence beside the numbers, in both languages.
struct Remark {
  std::string zh, en;
};

/// What shared seeds spared: between the two scenarios of a difference, else between design points.
struct SharedSeeds {
  bool is_between_scenarios = false;
  PairingGain gain;
};

struct OutcomeAnalysis {
  std::string name;
  Wording words;
  std::vector<MorrisIndex> morris;  ///< by factor, as all of these; empty where the design does not allow it
  std::vector<SobolIndex> sobol;
  std::vector<PawnIndex> pawn;
  std::vector<DeltaIndex> delta;
  std::optional<Target> target;  ///< of the boxes; none where they were not looked for
  double base_density = 0;       ///< share of points that hit it
  std::vector<PrimBox> prim;
  std::vector<Remark> sentences;  ///< of each box
  std::optional<VarianceSplit> variance;
  FactorEffectsTable effects;  ///< of one factor at a time, and of a full factorial
  ClauseEffectsTable clauses;  ///< of a clause screening
  std::optional<SharedSeeds> pairing;
  std::vector<Remark> remarks;  ///< what was left out, negative indices, bias
};

struct AnalysisResult {
  std::vector<AnalysisFactor> factors;  ///< with their ranges filled in
  RunCount runs;
  bool is_complete = true;
  std::vector<OutcomeAnalysis> outcomes;
};

/// One fault of an input: in this row and factor, where it has such a place.
struct InputFault {
  std::optional<std::size_t> row;
  std::optional<std::size_t> factor;
  std::string expected;
  std::string got;
};

/// Whether the rows are the design they claim to be; at most a few faults of each kind.
[[nodiscard]] std::vector<InputFault> faults_of(const AnalysisInput& input);

/// Every analysis the design allows, for each outcome. Needs an input without faults (else Bug). Sobol
/// indices need the OpenTURNS plug-in: without it WorldError. The same input gives the same result for any
/// `jobs`.
[[nodiscard]] AnalysisResult analyze(const AnalysisInput& input);

}  // namespace park::study
