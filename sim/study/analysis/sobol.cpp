// SPDX-License-Identifier: MIT
#include "study/analysis/sobol.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "core/assert.hpp"
#include "core/no_value.hpp"
#include "study/openturns/sobol_plugin.hpp"
#include "study/plugin.hpp"

namespace park::study {
namespace {

ParkSobolFunction sobol_function() {
  void* const function = plugin_function(
      {"libpark_openturns.so", park_sobol_symbol, "Sobol indices need OpenTURNS", "libopenturns-dev"});
  return reinterpret_cast<ParkSobolFunction>(
      function);  // NOLINT(cppcoreguidelines-pro-type-reinterpret-cast)
}

bool varies(const std::vector<double>& values) {
  return std::any_of(values.begin(), values.end(), [&](double value) { return value != values.front(); });
}

}  // namespace

std::vector<SobolIndex> sobol_indices(const SobolSample& sample, const Resampling& resampling) {
  const std::size_t points = sample.base * (sample.factors + 2);
  PARK_ASSERT(sample.inputs.size() == points * sample.factors && sample.outputs.size() == points);
  constexpr Estimate no_estimate{no_value, no_value, no_value};
  if (sample.base < 2 || !varies(sample.outputs)) return {sample.factors, {no_estimate, no_estimate}};
  const ParkSobolFunction estimate = sobol_function();
  std::vector<ParkSobolIndex> found(sample.factors);
  std::array<char, 1000> error{};
  const ParkSobolRequest request{sample.inputs.data(), sample.outputs.data(), sample.base, sample.factors,
                                 resampling.resamples, resampling.seed,       0.95};
  if (estimate(&request, found.data(), error.data(), error.size()) != 0)
    throw WorldError("OpenTURNS gave no Sobol indices: " + std::string(error.data()));
  std::vector<SobolIndex> indices;
  for (const ParkSobolIndex& one : found) {
    indices.push_back({{one.first, one.first_lo, one.first_hi}, {one.total, one.total_lo, one.total_hi}});
  }
  return indices;
}

std::size_t base_rows_for(std::size_t base, double from, double to) {
  PARK_ASSERT(from > 0 && to > 0);
  const double ratio = from / to;
  return static_cast<std::size_t>(std::ceil(static_cast<double>(base) * ratio * ratio));
}

}  // namespace park::study
