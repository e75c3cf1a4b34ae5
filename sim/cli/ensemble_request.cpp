// SPDX-License-Identifier: MIT
#include "cli/ensemble_request.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <system_error>

#include "core/calendar.hpp"
#include "scenario/fault_list.hpp"
#include "scenario/load.hpp"
#include "scenario/scenario_draft.hpp"
#include "scenario/shipped_facts.hpp"
#include "study/result_files.hpp"
#include "study/same_destinations.hpp"
#include "study/terminal/interrupt.hpp"
#include "study/words/readable.hpp"

namespace park::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t max_replications = 100000;
constexpr std::uint64_t max_jobs = 1024;
constexpr auto max_first_seed = static_cast<std::uint64_t>(max_seed);

constexpr std::array<std::string_view, 26> main_keys = {"firms_signed",
                                                        "firms_started",
                                                        "firms_producing",
                                                        "firms_at_capacity",
                                                        "firms_withdrawn",
                                                        "firms_closed",
                                                        "leading_firms_signed",
                                                        "signed_to_production_months",
                                                        "investment_paid_in",
                                                        "output",
                                                        "jobs",
                                                        "vacancies",
                                                        "wage",
                                                        "return_migrants",
                                                        "chain_completeness",
                                                        "chain_balance",
                                                        "local_sourcing",
                                                        "factory_built",
                                                        "factory_vacancy",
                                                        "developer_peak_funding",
                                                        "land_supplied",
                                                        "loans_amount",
                                                        "guarantee_losses",
                                                        "fiscal_npv",
                                                        "share_lost_to_rivals",
                                                        "bottleneck_months_space"};

/// A file of a scenario with `--months` and `--set` applied; nothing if anything is wrong.
std::shared_ptr<const Scenario> load_one(const std::string& file, const Request& request,
                                         std::optional<std::uint64_t> months, Problems& problems) {
  Checked<Scenario> loaded = load_scenario(fs::path(file));
  if (!loaded.ok()) {
    append(problems, loaded.problems());
    Scenario any;  // the settings are checked all the same
    any.facts = shipped_facts();
    const auto set = with_settings(std::move(any), request.settings);
    if (!set.ok()) append(problems, set.problems());
    return nullptr;
  }
  Scenario scenario = std::move(loaded).value();
  if (months) scenario.months = static_cast<int>(*months);
  const YearMonth last{last_festival_year, 12};
  if (plus_months(scenario.start, scenario.months) > last) {
    problems.push_back({command_line_source, "/--months", "a last month of at most " + to_string(last),
                        to_string(plus_months(scenario.start, scenario.months))});
  }
  Checked<Scenario> set = with_settings(std::move(scenario), request.settings);
  if (!set.ok()) {
    append(problems, set.problems());
    return nullptr;
  }
  return std::make_shared<const Scenario>(std::move(set).value());
}

/// Settings are applied to every scenario, and so are their faults found.
void drop_repeated(Problems& problems) {
  Problems once;
  for (Problem& problem : problems) {
    if (std::find(once.begin(), once.end(), problem) == once.end()) once.push_back(std::move(problem));
  }
  problems = std::move(once);
}

/// What lies side by side in the results must be the same months and the same rivals.
void check_same_frame(const Request& request, const EnsembleRequest& result, Problems& problems) {
  const Scenario& first = *result.scenarios.front();
  for (std::size_t i = 1; i < result.scenarios.size(); ++i) {
    const Scenario& other = *result.scenarios[i];
    if (other.months != first.months) {
      problems.push_back(
          {request.words[i], "/months",
           std::to_string(first.months) + " as in " + request.words.front() + " (or --months for all)",
           std::to_string(other.months)});
    }
    if (other.start != first.start) {
      problems.push_back({request.words[i], "/start",
                          to_string(first.start) + " as in " + request.words.front(),
                          to_string(other.start)});
    }
    if (const auto differs = study::other_destination(first, other)) {
      problems.push_back(
          {request.words[i], "/places", differs->expected + " as in " + request.words.front(), differs->got});
    }
  }
}

/// Series are kept, packed, until the quantiles are drawn from them.
void check_memory(const EnsembleRequest& request, std::size_t columns) {
  constexpr double packed_share = 0.6;  // 0.55 in the shipped scenarios
  const double months = request.scenarios.front()->months + 1;
  const double runs = request.options.replications * static_cast<double>(request.scenarios.size());
  const double needed = runs * months * static_cast<double>(columns) * sizeof(double) * packed_share;
  const double there =
      static_cast<double>(sysconf(_SC_PHYS_PAGES)) * static_cast<double>(sysconf(_SC_PAGE_SIZE));
  constexpr double usable_share = 0.8;
  if (needed <= usable_share * there) return;
  const auto gigabytes = [](double bytes) { return std::to_string(static_cast<long>(bytes / 1e9) + 1); };
  throw WorldError("these runs need " + gigabytes(needed) + " GB of memory and the machine has " +
                   gigabytes(there) + "; ask for fewer --replications or --months");
}

/// Says what failed; gives the exit code that the failures call for.
int say_failures(const study::Ensemble& ensemble, const Console& console) {
  std::size_t failures = 0;
  std::size_t all = 0;
  bool has_bug = false;
  const study::KeptRun* first = nullptr;
  for (const auto& runs : ensemble.results) {
    for (const study::KeptRun& run : runs) {
      ++all;
      if (run.ok()) continue;
      ++failures;
      has_bug = has_bug || run.is_bug;
      if (first == nullptr) first = &run;
    }
  }
  if (first == nullptr) return exit_code::fine;
  console.complain(console.texts("run.failed", {std::to_string(failures), std::to_string(all),
                                                std::to_string(first->seed), first->error}));
  return has_bug ? exit_code::own_bug : exit_code::world_failed;
}

void prepare_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error)
    throw WorldError("cannot make the folder " + shown(folder.string(), 300) + ": " + error.message());
}

}  // namespace

int read_jobs(const Request& request, Problems& problems) {
  return static_cast<int>(whole_option(request.jobs, "--jobs", 1, max_jobs, problems).value_or(0));
}

void read_replication_options(const Request& request, study::EnsembleOptions& options, Problems& problems) {
  const auto replications =
      whole_option(request.replications, "--replications", 1, max_replications, problems);
  const auto seed = whole_option(request.seed, "--seed", 0, max_first_seed, problems);
  options.jobs = read_jobs(request, problems);
  options.replications = static_cast<int>(replications.value_or(64));
  options.seed = seed.value_or(0);
  const char* checks = std::getenv("PARKSIM_CHECKS");
  options.check = checks != nullptr && std::string_view(checks) == "1";
}

Checked<EnsembleRequest> read_ensemble_request(const Request& request, std::size_t min, std::size_t max) {
  EnsembleRequest result;
  Problems problems;
  check_words(request, "SCENARIO", min, max, problems);
  read_replication_options(request, result.options, problems);
  const auto months = whole_option(request.months, "--months", 1, max_months, problems);
  if (request.out) {
    result.out = fs::path(*request.out);
    std::error_code error;
    const bool is_other = fs::exists(*result.out, error) && !fs::is_directory(*result.out, error);
    if (request.out->empty() || is_other) {
      problems.push_back({command_line_source, "/--out", "a folder", "\"" + shown(*request.out) + "\""});
    }
  }
  for (const std::string& file : request.words) {
    if (auto scenario = load_one(file, request, months, problems))
      result.scenarios.push_back(std::move(scenario));
  }
  drop_repeated(problems);
  if (problems.empty()) check_same_frame(request, result, problems);
  if (!problems.empty()) return problems;
  if (!request.seed) result.options.seed = result.scenarios.front()->seed;
  return result;
}

study::EnsembleOptions watched(const EnsembleRequest& request, Progress& progress) {
  if (request.out) prepare_folder(*request.out);
  study::EnsembleOptions options = request.options;
  options.cancel = &watch_for_interrupt();
  options.progress = [&](std::size_t done, std::size_t all) { progress.report(done, all); };
  return options;
}

Experiment carry_out(const EnsembleRequest& request, const Console& console) {
  check_memory(request, indicator_columns(*request.scenarios.front()).size());
  Progress progress(console.texts, console.is_quiet);
  const study::EnsembleOptions options = watched(request, progress);
  Experiment experiment;
  experiment.ensemble = study::run_paired(request.scenarios, options);
  experiment.comparison = study::compare(experiment.ensemble, options.jobs);
  experiment.seconds = progress.seconds();
  return experiment;
}

int deliver(const EnsembleRequest& request, const Experiment& experiment,
            const std::function<std::string()>& document, const std::string& table, const Console& console) {
  const std::string written = request.out || console.is_json ? document() : std::string();
  if (request.out) {
    study::write_results(*request.out, experiment.ensemble, experiment.comparison, written,
                         console.texts.is_chinese());
  }
  console.print(console.is_json ? written : table);
  return conclude(request, experiment.ensemble, console);
}

int conclude(const EnsembleRequest& request, const study::Ensemble& ensemble, const Console& console) {
  const int failures = say_failures(ensemble, console);
  if (request.out && !console.is_json) console.remark(console.texts("run.written", {request.out->string()}));
  if (ensemble.complete) return failures;
  const std::string done = std::to_string(ensemble.results.front().size());
  console.complain(console.texts("run.stopped", {done, std::to_string(request.options.replications)}));
  return exit_code::stopped;
}

std::string ensemble_line(const study::Ensemble& ensemble, double seconds, const Texts& texts) {
  const Scenario& scenario = *ensemble.scenarios.front();
  return texts("run.line",
               {std::to_string(ensemble.results.front().size()), std::to_string(ensemble.seed),
                std::to_string(scenario.months), to_string(scenario.start),
                to_string(plus_months(scenario.start, scenario.months - 1)), readable(texts, seconds)}) +
         "\n";
}

std::string experiment_line(const Experiment& experiment, const Texts& texts) {
  return ensemble_line(experiment.ensemble, experiment.seconds, texts);
}

std::vector<std::size_t> main_columns(const std::vector<IndicatorColumn>& columns) {
  std::vector<std::size_t> result;
  for (const std::string_view key : main_keys) {
    const auto column = find_column(columns, key);
    if (!column) throw Bug("the printed table names no indicator: " + std::string(key));
    result.push_back(*column);
  }
  return result;
}

}  // namespace park::cli
