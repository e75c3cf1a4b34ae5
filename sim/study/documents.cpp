// SPDX-License-Identifier: MIT
#include "study/documents.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <span>
#include <utility>

#include "core/digest.hpp"
#include "study/analysis/pairing.hpp"
#include "study/document_parts.hpp"

namespace park::study {
namespace {

using nlohmann::ordered_json;

constexpr std::size_t most_members = 12;  ///< of a document

/// An empty object with room for so many members: one that grows copies all of them, nlohmann's ordered map
/// being a vector of pairs that cannot be moved.
ordered_json object_of(std::size_t members) {
  ordered_json::object_t object;
  object.reserve(members);
  return object;
}

/// One member of every month's value, as an array.
template <class Value>
ordered_json over_time(const MonthTable<Value>& table, std::size_t column, double Value::*member) {
  ordered_json::array_t values;
  values.reserve(table.months() + 1);
  for (std::size_t month = 0; month <= table.months(); ++month) {
    values.push_back(number(table.at(month, column).*member));
  }
  return values;
}

/// Not one part of an indicator, such as one stage's.
bool is_whole(const IndicatorColumn& column) { return column.key.find('.') == std::string::npos; }

constexpr std::size_t most_courses = 10;

/// Mean and quantiles of a column over time, put into `target`; the edges of the bands of 95, 75 and 50 % of
/// the runs for whole indicators only.
void put_courses(ordered_json& target, const MonthTable<Summary>& table, std::size_t column, bool has_bands) {
  constexpr std::array<std::pair<const char*, double Summary::*>, most_courses> members = {
      {{"mean", &Summary::mean},
       {"p05", &Summary::p05},
       {"p50", &Summary::p50},
       {"p95", &Summary::p95},
       {"p025", &Summary::p025},
       {"p125", &Summary::p125},
       {"p25", &Summary::p25},
       {"p75", &Summary::p75},
       {"p875", &Summary::p875},
       {"p975", &Summary::p975}}};
  constexpr std::size_t always = 4;
  for (const auto& [name, member] : std::span(members).first(has_bands ? members.size() : always))
    target[name] = over_time(table, column, member);
}

ordered_json digests(const std::vector<KeptRun>& runs) {
  ordered_json result = ordered_json::array();
  for (const KeptRun& run : runs)
    result.push_back(run.ok() ? ordered_json(to_hex(run.digest)) : ordered_json(nullptr));
  return result;
}

/// Final values of a column by replication.
std::vector<double> final_sample(const Ensemble& ensemble, std::size_t scenario, std::size_t column) {
  std::vector<double> values;
  values.reserve(ensemble.results[scenario].size());
  for (const KeptRun& run : ensemble.results[scenario]) {
    values.push_back(run.ok() ? run.series.last(column) : std::numeric_limits<double>::quiet_NaN());
  }
  return values;
}

/// Who is best at the end on average, who comes next, and whether the margin is more than chance; null where
/// the indicator has no better direction.
ordered_json leader_json(const Ensemble& ensemble, const Comparison& comparison, std::size_t column) {
  const Better better = ensemble.columns[column].better;
  if (better == Better::Neither) return nullptr;
  const auto worth = [&](std::size_t s) {
    const double mean = comparison.final_value(s, column).mean;
    return better == Better::Up ? mean : -mean;
  };
  std::vector<std::size_t> order;
  for (std::size_t s = 0; s < comparison.names.size(); ++s) {
    if (std::isfinite(worth(s))) order.push_back(s);
  }
  if (order.size() < 2) return nullptr;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return worth(a) > worth(b); });
  const Difference margin =
      difference(final_sample(ensemble, order[0], column), final_sample(ensemble, order[1], column));
  return {{"leader", comparison.names[order[0]]},
          {"runner_up", comparison.names[order[1]]},
          {"margin", difference_json(margin)}};
}

/// By scenario: how many times as many runs an interval as narrow would take without shared seeds.
ordered_json pairing_json(const Ensemble& ensemble, const Comparison& comparison, std::size_t column) {
  ordered_json factors = ordered_json::object();
  const std::vector<double> reference = final_sample(ensemble, 0, column);
  for (std::size_t s = 1; s < comparison.names.size(); ++s)
    factors[comparison.names[s]] =
        number(pairing_gain(final_sample(ensemble, s, column), reference).factor());
  return factors;
}

}  // namespace

std::string run_document(const Ensemble& ensemble, const Comparison& comparison) {
  const Scenario& scenario = *ensemble.scenarios.front();
  const MonthTable<Summary>& values = comparison.values.front();
  ordered_json indicators = object_of(ensemble.columns.size());
  ordered_json final_values = object_of(ensemble.columns.size());
  for (std::size_t c = 0; c < ensemble.columns.size(); ++c) {
    const IndicatorColumn& column = ensemble.columns[c];
    ordered_json entry = object_of(1 + most_courses);
    entry["unit"] = column.unit;
    put_courses(entry, values, c, is_whole(column));
    indicators[column.key] = std::move(entry);
    final_values[column.key] = summary_json(comparison.final_value(0, c));
  }
  ordered_json document = object_of(most_members);
  document["scenario"] = comparison.names.front();
  document["replications"] = ensemble.results.front().size();
  document["seed"] = ensemble.seed;
  document["start"] = to_string(scenario.start);
  document["months"] = scenario.months;
  document["indicators"] = std::move(indicators);
  document["final"] = std::move(final_values);
  document["digest"] = digests(ensemble.results.front());
  document["complete"] = ensemble.complete;
  put_failures(document, ensemble, comparison.names);
  return finished(document);
}

std::string compare_document(const Ensemble& ensemble, const Comparison& comparison) {
  const std::size_t scenarios = comparison.names.size();
  ordered_json indicators = object_of(ensemble.columns.size());
  ordered_json final_values = object_of(ensemble.columns.size());
  ordered_json final_differences = object_of(ensemble.columns.size());
  for (std::size_t c = 0; c < ensemble.columns.size(); ++c) {
    const IndicatorColumn& column = ensemble.columns[c];
    ordered_json entry = {
        {"unit", column.unit}, {"values", object_of(scenarios)}, {"difference", object_of(scenarios)}};
    ordered_json last = object_of(scenarios);
    ordered_json last_difference = object_of(scenarios);
    for (std::size_t s = 0; s < scenarios; ++s) {
      const std::string& name = comparison.names[s];
      ordered_json& courses = entry["values"][name] = object_of(most_courses);
      put_courses(courses, comparison.values[s], c, is_whole(column));
      last[name] = summary_json(comparison.final_value(s, c));
      if (s == 0) continue;
      ordered_json& over_months = entry["difference"][name] = object_of(3);
      over_months["mean"] = over_time(comparison.differences[s], c, &Difference::mean);
      over_months["lo"] = over_time(comparison.differences[s], c, &Difference::lo);
      over_months["hi"] = over_time(comparison.differences[s], c, &Difference::hi);
      last_difference[name] = difference_json(comparison.final_difference(s, c));
    }
    indicators[column.key] = std::move(entry);
    final_values[column.key] = std::move(last);
    final_differences[column.key] = std::move(last_difference);
  }
  ordered_json document = object_of(most_members);
  document["scenarios"] = comparison.names;
  document["replications"] = ensemble.results.front().size();
  document["seed"] = ensemble.seed;
  document["months"] = ensemble.scenarios.front()->months;
  document["indicators"] = std::move(indicators);
  document["final"] = std::move(final_values);
  document["difference_final"] = std::move(final_differences);
  document["leaders"] = ordered_json::object();
  document["pairing"] = ordered_json::object();
  for (std::size_t c = 0; c < ensemble.columns.size(); ++c) {
    if (!is_whole(ensemble.columns[c])) continue;
    const std::string& key = ensemble.columns[c].key;
    document["leaders"][key] = leader_json(ensemble, comparison, c);
    document["pairing"][key] = pairing_json(ensemble, comparison, c);
  }
  for (std::size_t s = 0; s < comparison.names.size(); ++s) {
    document["digest"][comparison.names[s]] = digests(ensemble.results[s]);
  }
  document["complete"] = ensemble.complete;
  put_failures(document, ensemble, comparison.names);
  return finished(document);
}

}  // namespace park::study
