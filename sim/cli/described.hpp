// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "indicators/indicators.hpp"
#include "scenario/clauses.hpp"
#include "study/analysis/analysis.hpp"
#include "study/outcome.hpp"
#include "study/store/outcome_columns.hpp"
#include "study/store/store_results.hpp"
#include "study/words/texts.hpp"

namespace park::cli {

/// Puts the catalogues' words, units and choices to factors and outcomes whose keys are ours; others keep
/// their names. An outcome is one of the grammar of outcomes: `jobs`, `jobs@120`, `mean(jobs,1-120)`.
class Describer {
 public:
  Describer(const ClauseCatalogue& clauses, std::vector<IndicatorColumn> columns);

  void describe(study::AnalysisFactor& factor) const;
  void describe(study::AnalysisOutcome& outcome) const;
  void describe(study::AnalysisOutcome& outcome, const study::Outcome& meaning) const;
  void describe(study::AnalysisOutcome& outcome, const study::OutcomeColumn& column,
                const study::StudyOutline& outline) const;

 private:
  void put_unit(study::Wording& words, std::string_view unit) const;

  const ClauseCatalogue& clauses_;
  std::vector<IndicatorColumn> columns_;
  Texts zh_;
  Texts en_;
};

/// analysis_input() of a store, described.
[[nodiscard]] Checked<study::AnalysisInput> described_input(const study::StudyResults& results,
                                                            const std::string& file,
                                                            const Describer& describer);

}  // namespace park::cli
