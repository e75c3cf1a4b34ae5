// SPDX-License-Identifier: MIT
#include <algorithm>
#include <deque>
#include <nlohmann/json.hpp>
#include <set>

#include "scenario/facts_reader.hpp"
#include "scenario/json_reader.hpp"
#include "scenario/load.hpp"
#include "scenario/scenario_draft.hpp"
#include "scenario/timeline.hpp"

namespace park {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::size_t max_extended_files = 16;
constexpr const char* shipped_map = "scenarios/data/park_map.geojson";
constexpr const char* shipped_targets = "scenarios/data/targets.csv";

/// One file of the chain, the one asked for first.
struct Source {
  std::string file;
  fs::path folder;
  json document;
};

fs::path resolved(const fs::path& folder, const std::string& path) {
  return (folder / path).lexically_normal();
}

/// One name for one file, however it is spelt.
std::string identity(const fs::path& path) {
  std::error_code error;
  const fs::path canonical = fs::weakly_canonical(path, error);
  return (error ? path.lexically_normal() : canonical).string();
}

/// Bytes of a file that another one refers to; a fault is reported where the reference stands.
std::optional<std::string> read_referred(const Reference& reference, const fs::path& path,
                                         Problems& problems) {
  Checked<std::string> bytes = read_file(path);
  if (bytes.ok()) return std::move(bytes).value();
  FaultList faults(reference.file, problems);
  for (const Problem& problem : bytes.problems()) {
    faults.add(reference.pointer, problem.expected, shown(problem.file, 300) + ": " + problem.got);
  }
  return std::nullopt;
}

std::optional<Reference> stated_parent(const Source& source) {
  if (!source.document.is_object()) return std::nullopt;
  const auto member = source.document.find("extends");
  if (member == source.document.end() || !member->is_string()) return std::nullopt;
  return Reference{source.file, "/extends", source.folder, member->get<std::string>()};
}

/// Follows `extends` to its end. What can be read is read, so that all faults are found at once.
std::deque<Source> read_chain(Source first, const std::string& first_identity, Problems& problems) {
  std::deque<Source> chain;
  std::set<std::string> seen = {first_identity};
  chain.push_back(std::move(first));
  while (const auto parent = stated_parent(chain.back())) {
    FaultList faults(parent->file, problems);
    const fs::path path = resolved(parent->folder, parent->path);
    if (parent->path.empty() || parent->path.size() > max_path_characters) {
      faults.add(parent->pointer, "the path of a file", "text \"" + shown(parent->path) + "\"");
      break;
    }
    if (!seen.insert(identity(path)).second) {
      faults.add(parent->pointer, "a file that does not extend this one in turn", shown(path.string(), 300));
      break;
    }
    if (chain.size() == max_extended_files) {
      faults.add(parent->pointer, "at most 16 files that extend each other", "one more");
      break;
    }
    const auto bytes = read_referred(*parent, path, problems);
    if (!bytes) break;
    FaultList parent_faults(path.string(), problems);
    auto document = read_json(*bytes, parent_faults);
    if (!document) break;
    chain.push_back({path.string(), path.parent_path(), std::move(*document)});
  }
  return chain;
}

/// A map, a target list or the places: the stated one, else the shipped one.
template <class T>
void load_part(const std::optional<Reference>& stated, const fs::path& shipped,
               Checked<T> (*load)(std::string_view, std::string_view), std::string& path_found,
               std::shared_ptr<const T>& part, Problems& problems) {
  std::error_code error;
  fs::path path = shipped;
  if (stated) path = fs::absolute(resolved(stated->folder, stated->path), error).lexically_normal();
  path_found = path.string();
  const Reference reference = stated.value_or(Reference{path_found, "/", {}, path_found});
  const auto bytes = read_referred(reference, path, problems);
  if (!bytes) return;
  Checked<T> loaded = load(*bytes, path_found);
  if (loaded.ok()) {
    part = std::make_shared<const T>(std::move(loaded).value());
  } else {
    append(problems, loaded.problems());
  }
}

/// Places other than the shipped ones make facts of the scenario's own.
void load_own_places(const ScenarioDraft& draft, Scenario& scenario, Problems& problems) {
  if (!draft.places) return;
  std::shared_ptr<const Places> places;
  load_part(draft.places, {}, &load_places, scenario.places_path, places, problems);
  if (places == nullptr) return;
  auto facts = std::make_shared<Facts>(*scenario.facts);
  facts->places = *places;
  scenario.facts = std::move(facts);
}

/// The lunar calendar's table must cover every month of the run.
void check_horizon(const ScenarioDraft& draft, const std::string& file, Problems& problems) {
  const Scenario& scenario = draft.scenario;
  const YearMonth last{last_festival_year, 12};
  if (plus_months(scenario.start, scenario.months) <= last) return;
  const bool states_months = draft.stated_in.contains("/months");
  const std::string pointer = states_months ? "/months" : "/start";
  const auto stated = draft.stated_in.find(pointer);
  FaultList faults(stated == draft.stated_in.end() ? file : stated->second, problems);
  faults.add(pointer, "a last month of at most " + to_string(last),
             to_string(plus_months(scenario.start, scenario.months)));
}

void read_timelines(ScenarioDraft& draft, Problems& problems) {
  Scenario& scenario = draft.scenario;
  const ClauseCatalogue& clauses = scenario.facts->clauses;
  if (draft.policy.value != nullptr) {
    FaultList faults(draft.policy.file, problems);
    scenario.policy = read_policy(*draft.policy.value, "/policy", scenario.start, clauses, faults);
  }
  if (draft.shocks.value != nullptr) {
    FaultList faults(draft.shocks.file, problems);
    scenario.shocks = read_shocks(*draft.shocks.value, "/shocks", scenario.start, clauses, faults);
  }
}

/// The name of a file that states none.
std::string name_of_file(const std::string& file) {
  std::string stem = shown(fs::path(file).stem().string(), max_name_characters);
  return stem.empty() ? "scenario" : stem;
}

Checked<Scenario> load_chain_of(Source first, const std::string& first_identity, Problems problems) {
  const std::string file = first.file;
  const fs::path shipped = shipped_data_folder();
  Checked<std::shared_ptr<const Facts>> facts = load_facts(shipped);
  const std::deque<Source> chain = read_chain(std::move(first), first_identity, problems);
  if (!facts.ok()) {
    append(problems, facts.problems());
    return problems;
  }
  ScenarioDraft draft;
  Scenario& scenario = draft.scenario;
  scenario.facts = facts.value();
  scenario.name = name_of_file(file);
  for (auto source = chain.rbegin(); source != chain.rend(); ++source) {
    const bool is_last = &*source == &chain.front();
    lay_over(draft, source->document, source->file, source->folder, is_last, problems);
  }
  check_base_district(draft, file, problems);
  check_horizon(draft, file, problems);
  read_timelines(draft, problems);
  load_part(draft.map, shipped / shipped_map, &load_park_map, scenario.map_path, scenario.map, problems);
  load_part(draft.targets, shipped / shipped_targets, &load_target_list, scenario.targets_path,
            scenario.targets, problems);
  load_own_places(draft, scenario, problems);
  if (scenario.label_zh.empty()) scenario.label_zh = scenario.name;
  if (scenario.label_en.empty()) scenario.label_en = scenario.name;
  if (!problems.empty()) return problems;
  return scenario;
}

Checked<Scenario> load_from_bytes(std::string_view bytes, const std::string& name, const fs::path& folder,
                                  const std::string& first_identity) {
  Problems problems;
  FaultList faults(name, problems);
  auto document = read_json(bytes, faults);
  if (!document) return problems;
  return load_chain_of({name, folder, std::move(*document)}, first_identity, std::move(problems));
}

}  // namespace

Checked<Scenario> load_scenario(const fs::path& path) {
  Checked<std::string> bytes = read_file(path);
  if (!bytes.ok()) return bytes.problems();
  return load_from_bytes(bytes.value(), path.string(), path.parent_path(), identity(path));
}

Checked<Scenario> load_scenario(std::string_view bytes, std::string_view name, const fs::path& folder) {
  const std::string file(name);
  return load_from_bytes(bytes, file, folder, identity(folder / file));
}

}  // namespace park
