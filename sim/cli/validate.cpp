// SPDX-License-Identifier: MIT
#include <array>
#include <nlohmann/json.hpp>

#include "cli/commands.hpp"
#include "scenario/json_reader.hpp"
#include "scenario/load.hpp"
#include "study/briefing/storyboard_reader.hpp"
#include "study/calibration/calibration_plan.hpp"
#include "study/plan/study_plan.hpp"
#include "study/search/search_plan.hpp"

namespace park::cli {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

/// What a file is and what is wrong with it.
struct Verdict {
  std::string file;
  std::string kind;
  Problems problems;
};

template <class T>
Problems problems_of(const Checked<T>& checked) {
  return checked.ok() ? Problems{} : checked.problems();
}

std::string lower_extension(const std::string& file) {
  std::string extension = std::filesystem::path(file).extension().string();
  for (char& c : extension) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return extension;
}

/// `chain` of `parksim/chain/1`; a map by its type; anything else that is JSON wants to be a scenario.
std::string kind_of_json(std::string_view bytes) {
  Problems ignored;  // whoever reads the kind finds them again
  FaultList faults("", ignored);
  const auto document = read_json(bytes, faults);
  if (!document || !document->is_object()) return "scenario";
  if (const auto type = document->find("type"); type != document->end() && *type == "FeatureCollection")
    return "map";
  const auto schema = document->find("schema");
  if (schema == document->end() || !schema->is_string()) return "scenario";
  const auto& text = schema->get_ref<const std::string&>();
  for (const char* kind : {"chain", "clauses", "places", "calibration", "study", "search", "storyboard"}) {
    if (text.starts_with("parksim/" + std::string(kind) + "/")) return kind;
  }
  return "scenario";
}

std::string kind_of(const std::string& file, std::string_view bytes) {
  const std::string extension = lower_extension(file);
  if (extension == ".csv") return "targets";
  if (extension == ".geojson") return "map";
  return kind_of_json(bytes);
}

Problems problems_of(const std::string& kind, const std::string& file, std::string_view bytes) {
  if (kind == "targets") return problems_of(load_target_list(bytes, file));
  if (kind == "map") return problems_of(load_park_map(bytes, file));
  if (kind == "chain") return problems_of(load_chain(bytes, file));
  if (kind == "clauses") return problems_of(load_clauses(bytes, file));
  if (kind == "places") return problems_of(load_places(bytes, file));
  if (kind == "calibration") return problems_of(study::load_calibration(file));
  if (kind == "study") return problems_of(study::load_study(file));
  if (kind == "search") return problems_of(study::load_search(file));
  if (kind == "storyboard") return problems_of(study::load_storyboard(std::filesystem::path(file)));
  return problems_of(load_scenario(std::filesystem::path(file)));
}

Verdict judge(const std::string& file) {
  const Checked<std::string> bytes = read_file(file);
  if (!bytes.ok()) return {file, "", bytes.problems()};
  const std::string kind = kind_of(file, bytes.value());
  return {file, kind, problems_of(kind, file, bytes.value())};
}

std::string verdicts_document(const std::vector<Verdict>& verdicts) {
  ordered_json document = ordered_json::array();
  for (const Verdict& verdict : verdicts) {
    ordered_json problems = ordered_json::array();
    for (const Problem& problem : verdict.problems) {
      problems.push_back({{"file", problem.file},
                          {"pointer", problem.pointer},
                          {"expected", problem.expected},
                          {"got", problem.got}});
    }
    document.push_back({{"file", verdict.file},
                        {"kind", verdict.kind.empty() ? ordered_json(nullptr) : ordered_json(verdict.kind)},
                        {"ok", verdict.problems.empty()},
                        {"problems", std::move(problems)}});
  }
  return document.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace

int validate_command(const Request& request, const Console& console) {
  Problems problems;
  constexpr std::size_t max_files = 10000;
  check_words(request, "FILE", 1, max_files, problems);
  if (!problems.empty()) return console.refuse(problems);
  std::vector<Verdict> verdicts;
  for (const std::string& file : request.words) verdicts.push_back(judge(file));
  std::string lines;
  for (const Verdict& verdict : verdicts) {
    append(problems, verdict.problems);
    if (!verdict.problems.empty()) continue;
    lines += console.texts("validate.ok", {verdict.file, console.texts("kind." + verdict.kind)}) + "\n";
  }
  console.print(console.is_json ? verdicts_document(verdicts) : lines);
  return problems.empty() ? exit_code::fine : console.refuse(problems);
}

}  // namespace park::cli
