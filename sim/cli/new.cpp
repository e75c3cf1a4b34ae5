// SPDX-License-Identifier: MIT
#include <filesystem>

#include "cli/commands.hpp"
#include "cli/new_folder.hpp"
#include "scenario/load.hpp"

namespace park::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* map_name = "park_map.geojson";
constexpr const char* targets_name = "targets.csv";
constexpr const char* scenario_name = "scenario.json";

/// A file that is part of what we ship: its absence is the world's fault.
std::string shipped_file(const fs::path& path) {
  Checked<std::string> bytes = read_file(path);
  if (!bytes.ok()) throw WorldError(to_string(bytes.problems().front()));
  return std::move(bytes).value();
}

/// The shipped baseline with words that say how to edit it.
std::string starter_scenario(const fs::path& shipped) {
  Checked<Scenario> baseline = load_scenario(shipped / "scenarios" / "baseline.json");
  if (!baseline.ok())
    throw WorldError("the shipped baseline is broken: " + to_string(baseline.problems().front()));
  Scenario scenario = std::move(baseline).value();
  const Texts chinese = Texts::load(Language::Chinese);
  const Texts english = Texts::load(Language::English);
  scenario.name = "my_park";
  scenario.label_zh = chinese("new.label");
  scenario.label_en = english("new.label");
  scenario.about_zh = chinese("new.about");
  scenario.about_en = english("new.about");
  scenario.map_path = map_name;
  scenario.targets_path = targets_name;
  return to_json(scenario);
}

}  // namespace

int new_command(const Request& request, const Console& console) {
  Problems problems;
  check_words(request, "DIR", 1, 1, problems);
  if (!problems.empty()) return console.refuse(problems);
  const fs::path folder(request.words.front());
  if (const auto fault = fault_of_new_folder(folder, "/DIR")) return console.refuse({*fault});
  const fs::path shipped = shipped_data_folder();
  const std::string scenario = starter_scenario(shipped);
  const std::string map = shipped_file(shipped / "scenarios" / "data" / map_name);
  const std::string targets = shipped_file(shipped / "scenarios" / "data" / targets_name);
  make_folder(folder);
  write_file(folder / map_name, map);
  write_file(folder / targets_name, targets);
  write_file(folder / scenario_name, scenario);
  const auto written = load_scenario(folder / scenario_name);
  if (!written.ok()) throw Bug("the starter scenario is not valid: " + to_string(written.problems().front()));
  console.print(console.texts("new.done", {(folder / scenario_name).string(), folder.string()}) + "\n");
  return exit_code::fine;
}

}  // namespace park::cli
