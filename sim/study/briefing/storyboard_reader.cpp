// SPDX-License-Identifier: MIT
#include "study/briefing/storyboard_reader.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <tuple>

#include "scenario/field_reader.hpp"
#include "scenario/json_reader.hpp"
#include "scenario/load.hpp"
#include "scenario/scenario_draft.hpp"
#include "scenario/storyboard_keys.hpp"
#include "study/briefing/chapter_reader.hpp"
#include "study/plan/plan_parts.hpp"
#include "study/same_destinations.hpp"

namespace park::study {
namespace {

using nlohmann::json;
using Scenarios = std::vector<std::shared_ptr<const Scenario>>;

/// Reads one storyboard file and the scenarios it names.
class StoryboardReader {
 public:
  StoryboardReader(const std::string& name, std::filesystem::path folder, Scenarios given, Problems& problems)
      : folder_(std::move(folder)), problems_(problems), faults_(name, problems) {
    briefing_.scenarios = std::move(given);
  }

  void read(const json& document) {
    FieldReader reader(document, "", faults_);
    check_schema_name(reader, "parksim/storyboard/1", true);
    const bool has_scenarios = read_scenarios(reader);
    // What the scenarios do not tell is checked against what ships, so that all faults are said at once.
    const StoryGround ground = has_scenarios ? story_ground(briefing_.scenarios) : unknown_ground();
    briefing_.storyboard.title = read_sentence(reader, "title", max_story_title_characters, true);
    briefing_.storyboard.subtitle = read_sentence(reader, "subtitle", max_caption_characters, false);
    read_chapters(reader, ground);
    reader.reject_unknown();
  }

  [[nodiscard]] Briefing finished() { return std::move(briefing_); }

 private:
  /// True if every scenario is known.
  bool read_scenarios(FieldReader& reader) {
    const json* member = reader.find("scenarios");
    if (!briefing_.scenarios.empty()) return true;
    const std::string pointer = reader.pointer_of("scenarios");
    const json& list = reader.list("scenarios");
    if (member == nullptr || !member->is_array()) return false;
    if (list.empty() || list.size() > max_story_scenarios) {
      faults_.add(pointer, "1 to " + std::to_string(max_story_scenarios) + " scenario files",
                  std::to_string(list.size()));
      return false;
    }
    for (std::size_t i = 0; i < list.size(); ++i) {
      const std::string place = pointer_to(pointer, i);
      auto scenario = read_plan_scenario(list[i], place, folder_, std::nullopt, problems_, faults_);
      if (!scenario) continue;
      if (!briefing_.scenarios.empty()) check_frame(*scenario, place);
      briefing_.scenarios.push_back(std::move(scenario));
    }
    return briefing_.scenarios.size() == list.size();
  }

  void check_frame(const Scenario& scenario, const std::string& pointer) {
    const Scenario& first = *briefing_.scenarios.front();
    if (const auto differs = other_destination(first, scenario))
      faults_.add(pointer, differs->expected + " as in the first", differs->got);
    if (std::tie(scenario.start, scenario.months) == std::tie(first.start, first.months)) return;
    const auto calendar = [](const Scenario& one) {
      return std::to_string(one.months) + " months from " + to_string(one.start);
    };
    faults_.add(pointer, calendar(first) + " as in the first", calendar(scenario));
  }

  void read_chapters(FieldReader& reader, const StoryGround& ground) {
    const json* member = reader.require("chapters");
    const json& list = reader.list("chapters");
    const std::string pointer = reader.pointer_of("chapters");
    if (member == nullptr || !member->is_array()) return;
    if (list.empty() || list.size() > max_chapters) {
      faults_.add(pointer, "1 to " + std::to_string(max_chapters) + " chapters", std::to_string(list.size()));
      return;
    }
    Storyboard& storyboard = briefing_.storyboard;
    for (std::size_t i = 0; i < list.size(); ++i) {
      FieldReader chapter(list[i], pointer_to(pointer, i), faults_);
      storyboard.chapters.push_back(read_chapter(chapter, ground));
    }
    if (storyboard.seconds() > max_film_seconds) {
      faults_.add(pointer, "at most " + number_text(max_film_seconds) + " seconds in all",
                  number_text(storyboard.seconds()));
    }
  }

  std::filesystem::path folder_;
  Problems& problems_;
  FaultList faults_;
  Briefing briefing_;
};

}  // namespace

Checked<Briefing> load_storyboard(std::string_view bytes, std::string_view name,
                                  const std::filesystem::path& folder, const Scenarios& scenarios) {
  PARK_ASSERT(scenarios.size() <= max_story_scenarios);
  Problems problems;
  FaultList faults(std::string(name), problems);
  const auto document = read_json(bytes, faults);
  if (!document) return problems;
  StoryboardReader reader(std::string(name), folder, scenarios, problems);
  reader.read(*document);
  if (!problems.empty()) return problems;
  return reader.finished();
}

Checked<Briefing> load_storyboard(const std::filesystem::path& path, const Scenarios& scenarios) {
  const auto bytes = read_file(path);
  if (!bytes.ok()) return bytes.problems();
  return load_storyboard(bytes.value(), path.string(), path.parent_path(), scenarios);
}

}  // namespace park::study
