// SPDX-License-Identifier: MIT
#include <filesystem>
#include <memory>

#include "cli/commands.hpp"
#include "cli/new_folder.hpp"
#include "scenario/load.hpp"
#include "scenario/national_places.hpp"
#include "study/comparison.hpp"

namespace park::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* places_name = "places.json";
constexpr std::uint64_t fewest_agents = 500;
constexpr std::uint64_t most_agents = 1'000'000;
constexpr std::uint64_t most_weight = 64;

struct NationalRequest {
  NationalPlan plan;
  std::uint64_t weight = 1;  ///< real firms an agent stands for
  fs::path folder;
  std::vector<std::shared_ptr<const Scenario>> scenarios;  ///< what our park does
};

void read_size(const Request& request, NationalRequest& wanted, Problems& problems) {
  NationalPlan& plan = wanted.plan;
  wanted.weight = whole_option(request.weight, "--weight", 1, most_weight, problems).value_or(1);
  const auto firms = whole_option(request.firms, "--firms", fewest_agents * wanted.weight,
                                  most_agents * wanted.weight, problems);
  plan.firms = firms.value_or(plan.firms);
  const bool is_read = firms.has_value() || !request.firms;
  if (is_read && plan.firms % wanted.weight != 0) {
    problems.push_back({command_line_source, "/--firms",
                        "a multiple of --weight " + std::to_string(wanted.weight),
                        std::to_string(plan.firms)});
  }
  plan.parks = whole_option(request.parks, "--parks", fewest_national_parks, most_national_parks, problems)
                   .value_or(plan.parks);
  plan.seed = whole_option(request.seed, "--seed", 0, std::uint64_t{1} << 53U, problems).value_or(plan.seed);
}

/// The policies that our park follows: those named, else the shipped baseline and whole package.
void load_policies(const Request& request, NationalRequest& wanted, Problems& problems) {
  std::vector<fs::path> files(request.words.begin(), request.words.end());
  if (files.empty()) {
    const fs::path shipped = shipped_data_folder() / "scenarios";
    files = {shipped / "baseline.json", shipped / "whole_package.json"};
  }
  for (const fs::path& file : files) {
    Checked<Scenario> loaded = load_scenario(file);
    if (loaded.ok()) {
      wanted.scenarios.push_back(std::make_shared<const Scenario>(std::move(loaded).value()));
    } else {
      append(problems, loaded.problems());
    }
  }
}

Checked<NationalRequest> read_national_request(const Request& request) {
  NationalRequest wanted;
  Problems problems;
  read_size(request, wanted, problems);
  if (request.out) {
    wanted.folder = *request.out;
    if (auto fault = fault_of_new_folder(wanted.folder, "/--out")) problems.push_back(std::move(*fault));
  } else {
    problems.push_back({command_line_source, "/--out", "a folder that is new or empty", "none"});
  }
  load_policies(request, wanted, problems);
  if (!problems.empty()) return problems;
  return wanted;
}

std::string about_country(const NationalPlan& plan, Language language) {
  return Texts::load(language)(
      "national.about", {std::to_string(plan.parks), std::to_string(plan.firms), std::to_string(plan.seed)});
}

/// The scenario with its park in that country.
std::string in_the_country(Scenario scenario, const NationalRequest& wanted, const std::string& name,
                           const std::string& about_zh, const std::string& about_en) {
  scenario.name = name;
  scenario.about_zh = about_zh;
  scenario.about_en = about_en;
  scenario.places_path = places_name;
  const std::uint64_t agents = wanted.plan.firms / wanted.weight;  // without rest, as was checked
  scenario.parameters.structural.pool_agents = static_cast<double>(agents);
  scenario.parameters.structural.pool_weight = static_cast<double>(wanted.weight);
  return to_json(scenario);
}

}  // namespace

int national_command(const Request& request, const Console& console) {
  const Checked<NationalRequest> checked = read_national_request(request);
  if (!checked.ok()) return console.refuse(checked.problems());
  const NationalRequest& wanted = checked.value();
  const std::string places = national_places(wanted.plan);
  make_folder(wanted.folder);
  write_file(wanted.folder / places_name, places);
  const std::vector<std::string> names = study::unique_names(wanted.scenarios);
  const std::string about_zh = about_country(wanted.plan, Language::Chinese);
  const std::string about_en = about_country(wanted.plan, Language::English);
  std::string files;
  for (std::size_t s = 0; s < names.size(); ++s) {
    // No scenario takes the place of the places.
    const std::string name = names[s] + (names[s] + ".json" == places_name ? "_scenario" : "");
    const fs::path file = wanted.folder / (name + ".json");
    write_file(file, in_the_country(*wanted.scenarios[s], wanted, name, about_zh, about_en));
    const auto written = load_scenario(file);
    if (!written.ok())
      throw Bug("the country's scenario is not valid: " + to_string(written.problems().front()));
    files += (files.empty() ? "" : " ") + file.string();
  }
  console.print(console.texts("national.done", {wanted.folder.string(), files}) + "\n");
  return exit_code::fine;
}

}  // namespace park::cli
