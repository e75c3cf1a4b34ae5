// SPDX-License-Identifier: MIT
#include "fuzz/reader.hpp"
#include "study/analysis/analysis_table.hpp"

namespace park::fuzz {

/// Bytes up to the first NUL are a table from elsewhere, what follows is a file of ranges.
void read_bytes(std::string_view bytes) {
  const std::size_t end = bytes.find('\0');
  std::vector<study::AnalysisFactor> factors(2);
  factors[0].key = "a";
  factors[1].key = "b";
  if (end != std::string_view::npos) {
    const auto ranged = study::with_stated_ranges(bytes.substr(end + 1), "fuzzed.json", factors);
    promise_reasons(ranged);
    if (ranged.ok()) factors = ranged.value();
  }
  for (const auto design : {study::SampleKind::Given, study::SampleKind::Morris, study::SampleKind::Sobol}) {
    study::AnalysisTableRequest request;
    request.factors = {"a", "b"};
    request.outcomes = {"y"};
    request.design = design;
    promise_reasons(study::read_analysis_table(bytes.substr(0, end), "fuzzed.csv", request, factors));
  }
}

}  // namespace park::fuzz
