// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include "core/checked.hpp"
#include "scenario/scenario.hpp"

namespace park {

/// Largest input file that is read at all; larger ones are a problem.
inline constexpr std::size_t max_input_bytes = 64U << 20U;
inline constexpr int max_json_depth = 64;

/// Folder that holds `scenarios/`: the environment variable PARKSIM_DATA, else beside the executable's build
/// tree.
[[nodiscard]] std::filesystem::path shipped_data_folder();

/// The file that a scenario has its places from: its own or the shipped one.
[[nodiscard]] std::filesystem::path places_file(const Scenario& scenario);

/// The bytes of a file; missing, a directory, unreadable or too large is a problem.
[[nodiscard]] Checked<std::string> read_file(const std::filesystem::path& path);

/// Reads a scenario, the file it extends, and its map and target list; checks everything, all problems at
/// once.
[[nodiscard]] Checked<Scenario> load_scenario(const std::filesystem::path& path);

/// The same from bytes; paths inside are relative to `folder`.
[[nodiscard]] Checked<Scenario> load_scenario(std::string_view bytes, std::string_view name,
                                              const std::filesystem::path& folder);

/// Applies `key=value` or `KEY@YYYY-MM=value` (or `KEY@m`) settings. Replaces the start value and drops that
/// key's timeline; with `@` adds a step. Problems carry file `--set` and pointer `/KEY`.
[[nodiscard]] Checked<Scenario> with_settings(Scenario scenario, std::span<const std::string> settings);

/// The scenario as a complete JSON document that load_scenario reads back to the same scenario.
[[nodiscard]] std::string to_json(const Scenario& scenario);

/// Writes beside and renames; throws WorldError.
void write_file(const std::filesystem::path& path, std::string_view bytes);

/// JSON Schema (2020-12) of a kind: scenario, map, targets, chain, clauses, places, calibration, study,
/// search, storyboard; empty for another kind.
[[nodiscard]] std::string json_schema(std::string_view kind);

/// Finds a parameter by its key, `clause.ID` included; `row` null and `clause` out of range if there is none.
[[nodiscard]] std::optional<ParameterKey> find_key(const ClauseCatalogue& clauses, std::string_view key);

/// Value of a key at the start of the scenario.
[[nodiscard]] double get(const Parameters& parameters, const ParameterKey& key);
void set(Parameters& parameters, const ParameterKey& key, double value);

}  // namespace park
