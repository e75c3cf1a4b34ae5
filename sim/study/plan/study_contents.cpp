// SPDX-License-Identifier: MIT
#include "core/digest.hpp"
#include "scenario/load.hpp"
#include "study/plan/study_plan.hpp"

namespace park::study {
namespace {

void add_file(Digest& digest, const std::filesystem::path& path) {
  const auto bytes = read_file(path);
  if (!bytes.ok()) throw WorldError(to_string(bytes.problems().front()));
  digest.add(std::string_view(bytes.value()));
}

}  // namespace

std::string contents_of(const Scenario& scenario) {
  Scenario without_paths = scenario;
  without_paths.map_path.clear();
  without_paths.targets_path.clear();
  without_paths.places_path.clear();
  Digest digest;
  digest.add(std::string_view(to_json(without_paths)));
  if (!scenario.map_path.empty()) add_file(digest, scenario.map_path);
  if (!scenario.targets_path.empty()) add_file(digest, scenario.targets_path);
  const std::filesystem::path facts = shipped_data_folder() / "scenarios" / "data";
  add_file(digest, facts / "chain.json");
  add_file(digest, facts / "clauses.json");
  add_file(digest, places_file(scenario));
  return to_hex(digest.value());
}

}  // namespace park::study
