// SPDX-License-Identifier: MIT
#include "study/report/factor_json.hpp"

#include "study/document_parts.hpp"

namespace park::study {
nlohmann::ordered_json factor_json(const StudyFactor& factor, const ReportContext& context) {
  nlohmann::ordered_json row = parameter_json(context, factor.key);
  const Distribution& d = factor.distribution;
  row["distribution"] = {{"kind", distribution_keys[static_cast<std::size_t>(d.kind)]},
                         {"min", number(d.min)},
                         {"max", number(d.max)},
                         {"centre", number(d.centre)},
                         {"sd", number(d.sd)},
                         {"values", d.values}};
  return row;
}

}  // namespace park::study
