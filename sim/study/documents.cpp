// SPDX-License-Identifier: MIT
#include "study/documents.hpp"

#include <nlohmann/json.hpp>

#include "core/digest.hpp"
#include "study/json_values.hpp"

namespace park::study {
namespace {

using nlohmann::ordered_json;

ordered_json difference_json(const Difference& d) {
  return {{"mean", number(d.mean)}, {"lo", number(d.lo)}, {"hi", number(d.hi)}, {"n", d.n}};
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

/// Mean and quantiles of a column over time, put into `target`.
void put_bands(ordered_json& target, const MonthTable<Summary>& table, std::size_t column) {
  target["mean"] = over_time(table, column, &Summary::mean);
  target["p05"] = over_time(table, column, &Summary::p05);
  target["p50"] = over_time(table, column, &Summary::p50);
  target["p95"] = over_time(table, column, &Summary::p95);
}

ordered_json digests(const std::vector<RunResult>& runs) {
  ordered_json result = ordered_json::array();
  for (const RunResult& run : runs)
    result.push_back(run.ok() ? ordered_json(to_hex(run.digest)) : ordered_json(nullptr));
  return result;
}

/// Runs that failed; the member is there only if some did.
void put_failures(ordered_json& document, const Ensemble& ensemble, const Comparison& comparison) {
  for (std::size_t s = 0; s < ensemble.results.size(); ++s) {
    for (std::size_t r = 0; r < ensemble.results[s].size(); ++r) {
      const RunResult& run = ensemble.results[s][r];
      if (run.ok()) continue;
      document["failed"].push_back(
          {{"scenario", comparison.names[s]}, {"replication", r}, {"seed", run.seed}, {"error", run.error}});
    }
  }
}

std::string finished(const ordered_json& document) {
  return document.dump(-1, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace

std::string run_document(const Ensemble& ensemble, const Comparison& comparison) {
  const Scenario& scenario = *ensemble.scenarios.front();
  const MonthTable<Summary>& values = comparison.values.front();
  ordered_json indicators = ordered_json::object();
  ordered_json final_values = ordered_json::object();
  for (std::size_t c = 0; c < ensemble.columns.size(); ++c) {
    const IndicatorColumn& column = ensemble.columns[c];
    ordered_json entry = {{"unit", column.unit}};
    put_bands(entry, values, c);
    indicators[column.key] = std::move(entry);
    final_values[column.key] = summary_json(comparison.final_value(0, c));
  }
  ordered_json document = {{"scenario", comparison.names.front()},
                           {"replications", ensemble.results.front().size()},
                           {"seed", ensemble.seed},
                           {"start", to_string(scenario.start)},
                           {"months", scenario.months}};
  document["indicators"] = std::move(indicators);
  document["final"] = std::move(final_values);
  document["digest"] = digests(ensemble.results.front());
  document["complete"] = ensemble.complete;
  put_failures(document, ensemble, comparison);
  return finished(document);
}

std::string compare_document(const Ensemble& ensemble, const Comparison& comparison) {
  ordered_json indicators = ordered_json::object();
  ordered_json final_values = ordered_json::object();
  ordered_json final_differences = ordered_json::object();
  for (std::size_t c = 0; c < ensemble.columns.size(); ++c) {
    const IndicatorColumn& column = ensemble.columns[c];
    ordered_json entry = {
        {"unit", column.unit}, {"values", ordered_json::object()}, {"difference", ordered_json::object()}};
    ordered_json last = ordered_json::object();
    ordered_json last_difference = ordered_json::object();
    for (std::size_t s = 0; s < comparison.names.size(); ++s) {
      const std::string& name = comparison.names[s];
      put_bands(entry["values"][name], comparison.values[s], c);
      last[name] = summary_json(comparison.final_value(s, c));
      if (s == 0) continue;
      ordered_json& over_months = entry["difference"][name];
      over_months["mean"] = over_time(comparison.differences[s], c, &Difference::mean);
      over_months["lo"] = over_time(comparison.differences[s], c, &Difference::lo);
      over_months["hi"] = over_time(comparison.differences[s], c, &Difference::hi);
      last_difference[name] = difference_json(comparison.final_difference(s, c));
    }
    indicators[column.key] = std::move(entry);
    final_values[column.key] = std::move(last);
    final_differences[column.key] = std::move(last_difference);
  }
  ordered_json document = {{"scenarios", comparison.names},
                           {"replications", ensemble.results.front().size()},
                           {"seed", ensemble.seed},
                           {"months", ensemble.scenarios.front()->months}};
  document["indicators"] = std::move(indicators);
  document["final"] = std::move(final_values);
  document["difference_final"] = std::move(final_differences);
  for (std::size_t s = 0; s < comparison.names.size(); ++s) {
    document["digest"][comparison.names[s]] = digests(ensemble.results[s]);
  }
  document["complete"] = ensemble.complete;
  put_failures(document, ensemble, comparison);
  return finished(document);
}

}  // namespace park::study
