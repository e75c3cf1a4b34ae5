// SPDX-License-Identifier: MIT
#include "study/analysis/sobol.hpp"

#include <dlfcn.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <limits>
#include <string>

#include "core/assert.hpp"
#include "study/openturns/sobol_plugin.hpp"

namespace park::study {
namespace {

namespace fs = std::filesystem;

constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr const char* plugin_file = "libpark_openturns.so";

/// Beside the program, or one folder up as for the tests of a build tree.
fs::path plugin_path() {
  std::error_code error;
  const fs::path folder = fs::read_symlink("/proc/self/exe", error).parent_path();
  if (error) throw WorldError("cannot tell where this program lies: " + error.message());
  for (const fs::path& place : {folder, folder.parent_path()}) {
    if (fs::exists(place / plugin_file, error)) return place / plugin_file;
  }
  throw WorldError("Sobol indices need OpenTURNS, and its plug-in " + (folder / plugin_file).string() +
                   " is missing: install libopenturns-dev and build again (./park build)");
}

/// Opened once and kept: OpenTURNS does not like to be unloaded.
ParkSobolFunction sobol_function() {
  const std::string path = plugin_path().string();
  void* const plugin = ::dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (plugin == nullptr) {
    const char* const reason = ::dlerror();
    throw WorldError("cannot open the plug-in for Sobol indices: " + std::string(reason ? reason : path));
  }
  void* const symbol = ::dlsym(plugin, park_sobol_symbol);
  if (symbol == nullptr)
    throw WorldError(path + " is of another version of parksim; build again (./park build)");
  return reinterpret_cast<ParkSobolFunction>(symbol);  // NOLINT(cppcoreguidelines-pro-type-reinterpret-cast)
}

bool varies(const std::vector<double>& values) {
  return std::any_of(values.begin(), values.end(), [&](double value) { return value != values.front(); });
}

}  // namespace

std::vector<SobolIndex> sobol_indices(const SobolSample& sample, const Resampling& resampling) {
  const std::size_t points = sample.base * (sample.factors + 2);
  PARK_ASSERT(sample.inputs.size() == points * sample.factors && sample.outputs.size() == points);
  constexpr Estimate no_estimate{none, none, none};
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
