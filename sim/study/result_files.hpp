// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

#include "study/comparison.hpp"
#include "study/trace.hpp"

namespace park::study {

/// The CSV files of `--out DIR`. Headers:
/// series  scenario,month,indicator,unit,mean,p05,p50,p95,n
/// runs    scenario,replication,seed,status,error,digest, then each indicator's value at the end
/// events  scenario,month,date,event,label,who,place,amount      first replication
/// firms   scenario,who,name,stage,region,origin,form,leader,workers_promised,investment_million_yuan, then
/// the dates
[[nodiscard]] std::string series_csv(const Ensemble& ensemble, const Comparison& comparison);
[[nodiscard]] std::string runs_csv(const Ensemble& ensemble, const Comparison& comparison);
/// `is_chinese`: the language of `label`.
[[nodiscard]] std::string events_csv(const Ensemble& ensemble, const Comparison& comparison,
                                     const std::vector<Trace>& traces, bool is_chinese);
[[nodiscard]] std::string firms_csv(const Ensemble& ensemble, const Comparison& comparison,
                                    const std::vector<Trace>& traces);

/// Writes the four files, `summary.json` with the given document and `inputs.json` (inputs_document()) into a
/// folder that exists; lives the first replication of each scenario again for events and firms. Throws
/// WorldError.
void write_results(const std::filesystem::path& folder, const Ensemble& ensemble,
                   const Comparison& comparison, const std::string& document, bool is_chinese);

}  // namespace park::study
