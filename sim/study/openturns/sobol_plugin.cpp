// SPDX-License-Identifier: MIT
#include "study/openturns/sobol_plugin.hpp"

#include <algorithm>
#include <exception>
#include <openturns/RandomGenerator.hxx>
#include <openturns/SaltelliSensitivityAlgorithm.hxx>
#include <span>
#include <string_view>

namespace {

OT::Sample sample_of(const double* values, std::size_t rows, std::size_t columns) {
  OT::Sample sample(rows, columns);
  for (std::size_t r = 0; r < rows; ++r) {
    for (std::size_t c = 0; c < columns; ++c) sample(r, c) = values[r * columns + c];
  }
  return sample;
}

void estimate(const ParkSobolRequest& request, std::span<ParkSobolIndex> indices) {
  const std::size_t rows = request.base * (request.factors + 2);
  OT::SaltelliSensitivityAlgorithm algorithm(sample_of(request.inputs, rows, request.factors),
                                             sample_of(request.outputs, rows, 1), request.base);
  algorithm.setUseAsymptoticDistribution(false);
  algorithm.setBootstrapSize(request.resamples);
  algorithm.setConfidenceLevel(request.level);
  OT::RandomGenerator::SetSeed(request.seed);  // the bootstrap draws from this one global state
  const OT::Point first = algorithm.getFirstOrderIndices();
  const OT::Point total = algorithm.getTotalOrderIndices();
  const OT::Interval first_interval = algorithm.getFirstOrderIndicesInterval();
  const OT::Interval total_interval = algorithm.getTotalOrderIndicesInterval();
  for (std::size_t f = 0; f < indices.size(); ++f) {
    indices[f] = {first[f], first_interval.getLowerBound()[f], first_interval.getUpperBound()[f],
                  total[f], total_interval.getLowerBound()[f], total_interval.getUpperBound()[f]};
  }
}

void say(std::string_view words, char* error, std::size_t error_size) {
  if (error_size == 0) return;
  const std::size_t length = std::min(words.size(), error_size - 1);
  std::copy_n(words.begin(), length, error);
  error[length] = '\0';
}

}  // namespace

extern "C" __attribute__((visibility("default"))) int park_sobol_1(const ParkSobolRequest* request,
                                                                   ParkSobolIndex* indices, char* error,
                                                                   std::size_t error_size) {
  try {
    estimate(*request, std::span(indices, request->factors));
    return 0;
  } catch (const std::exception& fault) {
    say(fault.what(), error, error_size);
  } catch (...) {
    say("an unknown exception", error, error_size);
  }
  return 1;
}
