// SPDX-License-Identifier: MIT
#include "study/openturns/sobol_plugin.hpp"

#include <algorithm>
#include <exception>
#include <openturns/JansenSensitivityAlgorithm.hxx>
#include <openturns/MauntzKucherenkoSensitivityAlgorithm.hxx>
#include <openturns/RandomGenerator.hxx>
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

/// The algorithm over the request's sample, its bootstrap from the request's seed whatever ran before.
template <class Algorithm>
Algorithm algorithm_for(const ParkSobolRequest& request) {
  const std::size_t rows = request.base * (request.factors + 2);
  Algorithm algorithm(sample_of(request.inputs, rows, request.factors), sample_of(request.outputs, rows, 1),
                      request.base);
  algorithm.setUseAsymptoticDistribution(false);
  algorithm.setBootstrapSize(request.resamples);
  algorithm.setConfidenceLevel(request.level);
  OT::RandomGenerator::SetSeed(request.seed);  // the bootstrap draws from this one global state
  return algorithm;
}

/// S1 from B (AB - A) and ST from (A - AB)^2: of a factor that does little both are small differences, so
/// that they are as exact as it is small. Estimators from products of whole outcomes are not.
void estimate(const ParkSobolRequest& request, std::span<ParkSobolIndex> indices) {
  auto first_order = algorithm_for<OT::MauntzKucherenkoSensitivityAlgorithm>(request);
  const OT::Point first = first_order.getFirstOrderIndices();
  const OT::Interval first_interval = first_order.getFirstOrderIndicesInterval();
  auto total_order = algorithm_for<OT::JansenSensitivityAlgorithm>(request);
  const OT::Point total = total_order.getTotalOrderIndices();
  const OT::Interval total_interval = total_order.getTotalOrderIndicesInterval();
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
