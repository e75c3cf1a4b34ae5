// SPDX-License-Identifier: MIT
#include "study/result_files.hpp"

#include <array>

#include "core/digest.hpp"
#include "scenario/load.hpp"
#include "study/csv_text.hpp"
#include "study/report/inputs_document.hpp"

namespace park::study {
namespace {

void header(CsvText& csv, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) csv.cell(name);
}

/// `2027-04` of the month counted from 1; empty for never.
std::string date_of(const Scenario& scenario, int month) {
  return month < 1 ? std::string() : to_string(plus_months(scenario.start, month - 1));
}

std::string_view origin_key(Origin origin) {
  constexpr std::array<std::string_view, 4> keys = {"relocated", "expansion", "branch", "spin_off"};
  return keys[static_cast<std::size_t>(origin)];
}

std::string_view form_key(SiteForm form) { return site_form_labels[static_cast<std::size_t>(form)].key; }

std::string_view name_of(const Scenario& scenario, const Identity& who) {
  const bool is_on_list =
      who.kind == Identity::Kind::Target && who.root >= 1 && who.root <= scenario.targets->size();
  return is_on_list && who.path == 0 ? std::string_view((*scenario.targets)[who.root - 1].name)
                                     : std::string_view();
}

void put_plant(CsvText& csv, const std::optional<Plant>& plant) {
  if (!plant) {
    for (int i = 0; i < 7; ++i) csv.cell("");
    return;
  }
  csv.cell(stage_labels[index_of(stage_of(plant->activity))].key);
  csv.cell(region_labels[index_of(plant->region)].key);
  csv.cell(origin_key(plant->origin)).cell(form_key(plant->form));
  csv.cell(plant->is_leader ? 1 : 0).cell(plant->workers_promised).cell(plant->investment_yuan / 1e6);
}

void put_run(CsvText& csv, const Ensemble& ensemble, const KeptRun& run) {
  csv.cell(run.ok() ? "ok" : "failed").cell(run.error).cell(run.ok() ? to_hex(run.digest) : "");
  for (std::size_t c = 0; c < ensemble.columns.size(); ++c) {
    if (run.ok()) {
      csv.cell(run.series.last(c));
    } else {
      csv.cell("");
    }
  }
  csv.end_record();
}

/// Thousands of firms look around and stay; `explain` tells of each, the file of what reaches the park.
bool is_between_firm_and_home(const Event& event) {
  return event.kind == EventKind::Reviewed || event.kind == EventKind::Stayed;
}

}  // namespace

std::string series_csv(const Ensemble& ensemble, const Comparison& comparison) {
  CsvText csv;
  header(csv, {"scenario", "month", "indicator", "unit", "mean", "p05", "p50", "p95", "n"});
  csv.end_record();
  for (std::size_t s = 0; s < comparison.names.size(); ++s) {
    const MonthTable<Summary>& values = comparison.values[s];
    for (std::size_t month = 0; month <= values.months(); ++month) {
      for (std::size_t c = 0; c < ensemble.columns.size(); ++c) {
        const Summary& value = values.at(month, c);
        csv.cell(comparison.names[s]).cell(static_cast<std::uint64_t>(month));
        csv.cell(ensemble.columns[c].key).cell(ensemble.columns[c].unit);
        csv.cell(value.mean).cell(value.p05).cell(value.p50).cell(value.p95);
        csv.cell(static_cast<std::uint64_t>(value.n)).end_record();
      }
    }
  }
  return csv.text();
}

std::string runs_csv(const Ensemble& ensemble, const Comparison& comparison) {
  CsvText csv;
  header(csv, {"scenario", "replication", "seed", "status", "error", "digest"});
  for (const IndicatorColumn& column : ensemble.columns) csv.cell(column.key);
  csv.end_record();
  for (std::size_t s = 0; s < comparison.names.size(); ++s) {
    for (std::size_t r = 0; r < ensemble.results[s].size(); ++r) {
      const KeptRun& run = ensemble.results[s][r];
      csv.cell(comparison.names[s]).cell(static_cast<std::uint64_t>(r)).cell(run.seed);
      put_run(csv, ensemble, run);
    }
  }
  return csv.text();
}

std::string events_csv(const Ensemble& ensemble, const Comparison& comparison,
                       const std::vector<Trace>& traces, bool is_chinese) {
  CsvText csv;
  header(csv, {"scenario", "month", "date", "event", "label", "who", "place", "amount"});
  csv.end_record();
  for (std::size_t s = 0; s < traces.size(); ++s) {
    const Scenario& scenario = *ensemble.scenarios[s];
    for (const Event& event : traces[s].events) {
      if (is_between_firm_and_home(event)) continue;
      const KeyLabel label = label_of(event.kind);
      csv.cell(comparison.names[s]).cell(event.month).cell(date_of(scenario, event.month));
      csv.cell(label.key).cell(is_chinese ? label.zh : label.en).cell(to_string(event.who));
      csv.cell(place_of(event, scenario)).cell(event.amount).end_record();
    }
  }
  return csv.text();
}

std::string firms_csv(const Ensemble& ensemble, const Comparison& comparison,
                      const std::vector<Trace>& traces) {
  CsvText csv;
  header(csv, {"scenario", "who", "name", "stage", "region", "origin", "form", "leader", "workers_promised",
               "investment_million_yuan", "signed", "started", "producing", "at_capacity", "withdrawn",
               "closed", "reason"});
  csv.end_record();
  for (std::size_t s = 0; s < traces.size(); ++s) {
    const Scenario& scenario = *ensemble.scenarios[s];
    for (const FirmHistory& firm : traces[s].firms) {
      csv.cell(comparison.names[s]).cell(to_string(firm.who)).cell(name_of(scenario, firm.who));
      put_plant(csv, firm.plant);
      for (const int month : {firm.signed_month, firm.started_month, firm.producing_month,
                              firm.at_capacity_month, firm.withdrawn_month, firm.closed_month}) {
        csv.cell(date_of(scenario, month));
      }
      csv.cell(firm.reason).end_record();
    }
  }
  return csv.text();
}

void write_results(const std::filesystem::path& folder, const Ensemble& ensemble,
                   const Comparison& comparison, const std::string& document, bool is_chinese) {
  write_file(folder / "summary.json", document);
  write_file(folder / "inputs.json", inputs_document(ensemble.scenarios, comparison.names));
  write_file(folder / "series.csv", series_csv(ensemble, comparison));
  write_file(folder / "runs.csv", runs_csv(ensemble, comparison));
  std::vector<Trace> traces;
  for (const auto& scenario : ensemble.scenarios) {
    // What was stopped before its first replication ended has no events either.
    if (!ensemble.results.front().empty()) traces.push_back(trace_run(scenario, ensemble.seed));
  }
  write_file(folder / "events.csv", events_csv(ensemble, comparison, traces, is_chinese));
  write_file(folder / "firms.csv", firms_csv(ensemble, comparison, traces));
}

}  // namespace park::study
