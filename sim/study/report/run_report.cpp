// SPDX-License-Identifier: MIT
#include "study/report/run_report.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

#include "scenario/fault_list.hpp"
#include "scenario/load.hpp"

namespace park::study {
namespace {

using nlohmann::ordered_json;
namespace fs = std::filesystem;

/// Indicators whose courses are drawn, and those of the developer's section.
constexpr std::array<std::string_view, 8> fans = {
    "firms_producing", "jobs", "output",     "return_migrants",
    "factory_vacancy", "wage", "fiscal_npv", "investment_paid_in"};
constexpr std::array<std::string_view, 3> developer_fans = {"developer_cash", "factory_built",
                                                            "factory_occupied"};

constexpr std::array<std::string_view, 3> better_keys = {"neither", "up", "down"};

ordered_json or_null(const ordered_json& document, const std::string& key) {
  return document.contains(key) ? document.at(key) : ordered_json(nullptr);
}

void put_words(ordered_json& entry, const std::string& key, const ReportContext& context) {
  const std::size_t dot = std::min(key.find('.'), key.size());
  auto column = find_column(context.columns, key);
  const std::string member = column ? "" : key.substr(dot);
  // A dimension of another world than the shipped one, such as a rival of its own, keeps its key.
  if (!column) column = find_column(context.columns, key.substr(0, dot));
  entry["labels"] =
      column ? labels_json(context.columns[*column].zh + member, context.columns[*column].en + member)
             : labels_json(key, key);
  entry["better"] =
      column ? better_keys[static_cast<std::size_t>(context.columns[*column].better)] : better_keys.front();
}

/// One indicator, with its scenarios in order; `run` documents name their only scenario nowhere inside.
ordered_json indicator_json(const std::string& key, const ordered_json& summary,
                            const std::vector<std::string>& names, bool is_comparison) {
  const ordered_json& source = summary.at("indicators").at(key);
  const ordered_json& last = summary.at("final").at(key);
  ordered_json entry = {{"unit", source.at("unit").get<std::string>()},
                        {"series", ordered_json::array()},
                        {"final", ordered_json::array()},
                        {"differences", ordered_json::array()}};
  for (std::size_t s = 0; s < names.size(); ++s) {
    const ordered_json& values = is_comparison ? source.at("values").at(names[s]) : source;
    ordered_json& course = entry["series"].emplace_back(ordered_json::object());
    for (const char* member : {"mean", "p05", "p50", "p95"}) course[member] = values.at(member);
    // Results of older versions lack these.
    for (const char* member : {"p025", "p125", "p25", "p75", "p875", "p975"}) {
      if (values.contains(member)) course[member] = values.at(member);
    }
    entry["final"].push_back(is_comparison ? last.at(names[s]) : last);
    entry["differences"].push_back(s == 0 ? ordered_json(nullptr)
                                          : summary.at("difference_final").at(key).at(names[s]));
  }
  return entry;
}

/// Every parameter with its value and changes over time in each scenario.
ordered_json settings_json(const ordered_json& inputs, const ReportContext& context) {
  ordered_json rows = ordered_json::array();
  const ordered_json& scenarios = inputs.at("scenarios");
  for (const auto& [key, value] : scenarios.at(0).at("values").items()) {
    ordered_json row = parameter_json(context, key);
    row["values"] = ordered_json::array();
    row["changes"] = ordered_json::array();
    for (const ordered_json& scenario : scenarios) {
      row["values"].push_back(or_null(scenario.at("values"), key));
      row["changes"].push_back(or_null(scenario.at("changes"), key));
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

/// Yuan of a seller's goods per yuan of a buyer's output, by stage. A stage of several activities buys as
/// their mean, by the output of each in the firms of the pool.
ordered_json chain_json(const ChainTable& chain) {
  ordered_json stages = ordered_json::array();
  for (const KeyLabel& stage : stage_labels)
    stages.push_back({{"key", stage.key}, {"zh", stage.zh}, {"en", stage.en}});
  std::array<double, stage_count> weights{};
  std::array<std::array<double, stage_count>, stage_count> bought{};
  for (std::size_t a = 0; a < activity_count; ++a) {
    const ActivityTraits& traits = chain.activities[a];
    const std::size_t buyer = index_of(stage_of(static_cast<Activity>(a)));
    const double weight = traits.pool_share * traits.output_per_worker_year;
    weights[buyer] += weight;
    for (std::size_t s = 0; s < stage_count; ++s) bought[s][buyer] += weight * chain.bought[s][a];
  }
  for (std::size_t s = 0; s < stage_count; ++s) {
    for (std::size_t b = 0; b < stage_count; ++b)
      bought[s][b] = weights[b] > 0 ? bought[s][b] / weights[b] : 0;
  }
  return {{"stages", std::move(stages)}, {"coefficients", bought}};
}

ordered_json wedges_json(ordered_json wedges, const ReportContext& context) {
  const std::string outcome = wedges.at("outcome").get<std::string>();
  const auto column = find_column(context.columns, outcome.substr(0, outcome.find('@')));
  wedges["labels"] = column ? labels_json(context.columns[*column].zh + "（" + outcome + "）",
                                          context.columns[*column].en + " (" + outcome + ")")
                            : labels_json(outcome, outcome);
  for (ordered_json& part : wedges.at("parts")) {
    part["parameter"] = parameter_json(context, part.at("lever").get<std::string>());
    static_cast<void>(part.at("value").at("mean"));
  }
  static_cast<void>(wedges.at("total").at("mean"));
  static_cast<void>(wedges.at("unit").get<std::string>());
  return wedges;
}

ordered_json assembled(const ordered_json& summary, const ordered_json& inputs,
                       const ReportContext& context) {
  const bool is_comparison = summary.contains("scenarios");
  const auto names = is_comparison ? summary.at("scenarios").get<std::vector<std::string>>()
                                   : std::vector<std::string>{summary.at("scenario").get<std::string>()};
  ordered_json report = {{"kind", "runs"}, {"version", context.version}};
  report["seed"] = summary.at("seed").get<std::uint64_t>();
  report["replications"] = summary.at("replications").get<std::uint64_t>();
  report["months"] = summary.at("months").get<int>();
  report["start"] = inputs.at("scenarios").at(0).at("start").get<std::string>();
  report["complete"] = summary.at("complete").get<bool>();
  report["failed"] = summary.contains("failed") ? summary.at("failed").size() : 0;
  report["scenarios"] = ordered_json::array();
  for (std::size_t s = 0; s < names.size(); ++s) {
    const ordered_json& input = inputs.at("scenarios").at(s);
    report["scenarios"].push_back(
        {{"name", names[s]}, {"labels", input.at("labels")}, {"about", input.at("about")}});
  }
  report["indicators"] = ordered_json::object();
  for (const auto& [key, value] : summary.at("indicators").items()) {
    ordered_json entry = indicator_json(key, summary, names, is_comparison);
    put_words(entry, key, context);
    report["indicators"][key] = std::move(entry);
  }
  report["fans"] = fans;
  report["developer_fans"] = developer_fans;
  report["leaders"] = or_null(summary, "leaders");
  report["pairing"] = or_null(summary, "pairing");
  report["table"] = ordered_json::array();
  for (const std::string& key : context.table) {
    if (report["indicators"].contains(key)) report["table"].push_back(key);
  }
  report["settings"] = settings_json(inputs, context);
  report["chain"] = chain_json(context.facts->chain);
  report["wedges"] = nullptr;
  report["words"] = context.words;
  return report;
}

/// A JSON file of the folder; a missing one is a problem, broken syntax too.
std::optional<ordered_json> read_document(const fs::path& path, Problems& problems) {
  const auto bytes = read_file(path);
  if (!bytes.ok()) {
    append(problems, bytes.problems());
    return std::nullopt;
  }
  ordered_json document = ordered_json::parse(bytes.value(), nullptr, false);
  if (!document.is_discarded()) return document;
  FaultList(path.string(), problems).add("/", "JSON", "something else");
  return std::nullopt;
}

}  // namespace

Checked<ordered_json> run_report(const std::string& folder, const ReportContext& context) {
  Problems problems;
  const fs::path summary_path = fs::path(folder) / "summary.json";
  const fs::path wedges_path = fs::path(folder) / "wedges.json";
  const auto summary = read_document(summary_path, problems);
  const auto inputs = read_document(fs::path(folder) / "inputs.json", problems);
  std::error_code error;
  const bool has_wedges = fs::exists(wedges_path, error);
  const auto wedges = has_wedges ? read_document(wedges_path, problems) : std::nullopt;
  if (!problems.empty()) return problems;
  std::string file = summary_path.string();
  try {
    ordered_json report = assembled(*summary, *inputs, context);
    report["date"] = date_of_file(file);
    file = wedges_path.string();
    if (wedges) report["wedges"] = wedges_json(*wedges, context);
    return report;
  } catch (const ordered_json::exception& fault) {
    FaultList(file, problems).add("/", "what run or compare --out writes", shown(fault.what(), 200));
    return problems;
  }
}

}  // namespace park::study
