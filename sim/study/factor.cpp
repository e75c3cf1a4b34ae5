// SPDX-License-Identifier: MIT
#include "study/factor.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "scenario/fault_list.hpp"
#include "scenario/parameter_values.hpp"

namespace park::study {
namespace {

std::string number_words(double value) { return format_value(*find_parameter("clause_intensity"), value); }

}  // namespace

Checked<Factor> find_factor(const ClauseCatalogue& clauses, std::string_view key, const std::string& file,
                            const std::string& pointer) {
  const auto parameter = find_key(clauses, key);
  if (!parameter) {
    Problems problems;
    FaultList faults(file, problems);
    const std::vector<std::string> known = keys_that(clauses, &is_any_key);
    faults.add_unknown_key(pointer, key, {known.begin(), known.end()});
    return problems;
  }
  const ParameterRow* row = parameter->row;
  if (row == nullptr) return Factor{std::string(key), *parameter, ValueKind::Real, 0, max_clause_value};
  return Factor{std::string(key), *parameter, row->kind, row->min, row->max};
}

Checked<Factor> with_range(Factor factor, double min, double max, const std::string& file,
                           const std::string& pointer) {
  const bool lies_inside = min >= factor.min && max <= factor.max && min < max;
  const bool is_whole = std::floor(min) == min && std::floor(max) == max;
  if (!lies_inside || (factor.is_whole() && !is_whole)) {
    const std::string kind = factor.is_whole() ? "whole numbers" : "a range";
    return Problems{
        {file, pointer,
         kind + " low < high from " + number_words(factor.min) + " to " + number_words(factor.max),
         number_words(min) + " to " + number_words(max)}};
  }
  factor.min = min;
  factor.max = max;
  return factor;
}

double value_at(const Factor& factor, double unit) {
  PARK_ASSERT(unit >= 0 && unit <= 1);
  if (!factor.is_whole()) return std::min(factor.max, factor.min + unit * (factor.max - factor.min));
  const double slices = factor.max - factor.min + 1;
  return factor.min + std::min(std::floor(unit * slices), slices - 1);
}

double unit_of(const Factor& factor, double value) {
  PARK_ASSERT(value >= factor.min && value <= factor.max);
  if (!factor.is_whole()) return (value - factor.min) / (factor.max - factor.min);
  return (value - factor.min + 0.5) / (factor.max - factor.min + 1);
}

void apply(Scenario& scenario, const Factor& factor, double value) {
  set(scenario.parameters, factor.parameter, value);
  std::erase_if(scenario.policy, [&](const PolicyStep& step) { return step.key == factor.parameter; });
  std::erase_if(scenario.shocks, [&](const Shock& shock) { return shock.key == factor.parameter; });
}

}  // namespace park::study
