// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "study/analysis/analysis.hpp"

namespace park::study {

[[nodiscard]] Remark remark_on_constant(std::size_t values);
[[nodiscard]] Remark remark_on_few_values(std::size_t values, std::size_t wanted);
[[nodiscard]] Remark remark_on_lost_effects(std::size_t kept, std::size_t blocks);
[[nodiscard]] Remark remark_on_lost_base_rows(std::size_t kept, std::size_t base);
/// How PAWN and delta are to be read against a factor that does nothing.
[[nodiscard]] Remark remark_on_bias();
/// Boxes look better on the sample that found them.
[[nodiscard]] Remark remark_on_boxes();

/// How many effects are more than noise, and how they are to be read.
void add_effect_remarks(SampleKind design, const FactorEffectsTable& effects, std::vector<Remark>& remarks);
[[nodiscard]] Remark remark_on_clauses(std::size_t clauses, const Clarity& clarity);

/// Which indices are negative and why, and how many base rows would make the widest interval narrow.
void add_sobol_remarks(const std::vector<AnalysisFactor>& factors, const std::vector<SobolIndex>& indices,
                       std::size_t base, std::vector<Remark>& remarks);

}  // namespace park::study
