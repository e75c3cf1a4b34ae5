// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "scenario/field_reader.hpp"
#include "scenario/scenario.hpp"

namespace park {

inline constexpr std::size_t max_name_characters = 80;
inline constexpr std::size_t max_about_characters = 4000;
inline constexpr std::size_t max_path_characters = 4096;
inline constexpr std::size_t max_month_characters = 20;
inline constexpr double max_seed = 9007199254740992.0;  ///< 2^53: beyond it a double skips whole numbers
inline constexpr int first_start_year = 2021;           ///< the labour market burns in before the start

/// Something a scenario file refers to, and the file that does.
struct Reference {
  std::string file;  ///< that states it
  std::string pointer;
  std::filesystem::path folder;
  std::string path;  ///< as stated
};

/// A list that the last file to state it replaces as a whole.
struct StatedList {
  std::string file;
  const nlohmann::json* value = nullptr;
};

/// A scenario while the files of its `extends` chain are laid over each other, from the first ancestor on.
struct ScenarioDraft {
  Scenario scenario;
  StatedList policy;
  StatedList shocks;
  std::optional<Reference> map;
  std::optional<Reference> targets;
  std::optional<Reference> places;
  std::map<std::string, std::string> stated_in;  ///< pointer of a member to the file that stated it last
};

/// Lays one file over the draft. `is_last` is the file that was asked for: its name and labels count.
void lay_over(ScenarioDraft& draft, const nlohmann::json& document, const std::string& file,
              const std::filesystem::path& folder, bool is_last, Problems& problems);

/// Reads `base_district` over what is there.
void read_base_district(ScenarioDraft& draft, const nlohmann::json& value, const std::string& pointer,
                        FaultList& faults);

/// Opening stocks that contradict each other; each fault names the file that stated its number last.
void check_base_district(const ScenarioDraft& draft, const std::string& fallback_file, Problems& problems);

}  // namespace park
