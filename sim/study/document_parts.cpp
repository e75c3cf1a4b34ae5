// SPDX-License-Identifier: MIT
#include "study/document_parts.hpp"

#include <cmath>

namespace park::study {

using nlohmann::ordered_json;

ordered_json number(double value) {
  return std::isfinite(value) ? ordered_json(value) : ordered_json(nullptr);
}

ordered_json summary_json(const Summary& s) {
  return {{"mean", number(s.mean)},
          {"lo", number(s.lo)},
          {"hi", number(s.hi)},
          {"p05", number(s.p05)},
          {"p50", number(s.p50)},
          {"p95", number(s.p95)},
          {"n", s.n}};
}

ordered_json difference_json(const Difference& d) {
  return {{"mean", number(d.mean)}, {"lo", number(d.lo)}, {"hi", number(d.hi)}, {"n", d.n}};
}

void put_failures(ordered_json& document, const Ensemble& ensemble, const std::vector<std::string>& names) {
  for (std::size_t s = 0; s < ensemble.results.size(); ++s) {
    for (std::size_t r = 0; r < ensemble.results[s].size(); ++r) {
      const KeptRun& run = ensemble.results[s][r];
      if (run.ok()) continue;
      document["failed"].push_back(
          {{"scenario", names[s]}, {"replication", r}, {"seed", run.seed}, {"error", run.error}});
    }
  }
}

std::string finished(const ordered_json& document) {
  return document.dump(-1, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

std::string indented(const ordered_json& document) {
  return document.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace park::study
