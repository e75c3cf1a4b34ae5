// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "scenario/load.hpp"

namespace park::test {

/// Storyboards, sound and not, that a schema and the loader must judge alike: the shipped ones, and one with
/// the members of its chapter replaced.
inline std::vector<std::pair<std::string, nlohmann::json>> storyboard_documents() {
  using nlohmann::json;
  std::vector<std::pair<std::string, json>> documents;
  const std::filesystem::path boards = shipped_data_folder() / "scenarios" / "storyboards";
  for (const auto& entry : std::filesystem::directory_iterator(boards))
    documents.emplace_back(entry.path().filename().string(), json::parse(read_file(entry.path()).value()));
  const json base = json::parse(
      R"({"schema":"parksim/storyboard/1","title":{"zh":"t"},"scenarios":["../baseline.json","../whole_package.json"],
          "chapters":[{"title":{"zh":"a"},"months":[0,24]}]})");
  for (const char* text :
       {R"({})", R"({"extra":1})", R"({"schema":"parksim/storyboard/2"})", R"({"title":"t"})",
        R"({"title":{}})", R"({"title":{"zh":"a\nb"}})", R"({"subtitle":{"en":"s"}})", R"({"scenarios":[]})",
        R"({"scenarios":"a.json"})", R"({"chapters":[]})", R"({"chapters":{}})", R"({"chapters":[{}]})",
        R"({"chapters":[{"title":{"zh":"a"}}]})", R"({"chapters":[{"months":3}]})"}) {
    json document = base;
    document.update(json::parse(text));
    documents.emplace_back(text, document);
  }
  for (const char* text :
       {R"({"extra":1})",
        R"({"months":"end"})",
        R"({"months":"start"})",
        R"({"months":"66"})",
        R"({"months":["2026-01","2031-06"]})",
        R"({"months":"2031-13"})",
        R"({"months":"1000"})",
        R"({"months":"now"})",
        R"({"months":-1})",
        R"({"months":601})",
        R"({"months":1.5})",
        R"({"months":[1]})",
        R"({"months":[1,2,3]})",
        R"({"months":null})",
        R"({"seconds":8})",
        R"({"seconds":0})",
        R"({"seconds":601})",
        R"({"seconds":"8"})",
        R"({"months_per_second":2})",
        R"({"months_per_second":61})",
        R"({"seconds":8,"months_per_second":3})",
        R"({"camera":[{}]})",
        R"({"camera":[{"view":"plan","place":"garment","metres_across":900},{"view":"oblique"}]})",
        R"({"camera":[]})",
        R"({"camera":{}})",
        R"({"camera":[{},{},{}]})",
        R"({"camera":[{"view":"side"}]})",
        R"({"camera":[{"zoom":2}]})",
        R"({"camera":[{"place":""}]})",
        R"({"camera":[{"metres_across":1}]})",
        R"({"layer":"legal"})",
        R"({"layer":"land"})",
        R"({"parks":true})",
        R"({"parks":["baseline"]})",
        R"({"parks":[]})",
        R"({"parks":"baseline"})",
        R"({"parks":["a","b","c","d"]})",
        R"({"cards":["jobs"]})",
        R"({"cards":[]})",
        R"({"cards":"jobs"})",
        R"({"cards":["jobs","wage","output","vacancies","startups"]})",
        R"({"charts":["chain","costs"]})",
        R"({"charts":[{"fan":"jobs"},{"results":["jobs","wage"]}]})",
        R"({"charts":["fan"]})",
        R"({"charts":[{"fan":"jobs","results":["jobs"]}]})",
        R"({"charts":[{"fan":["jobs"]}]})",
        R"({"charts":[{"results":[]}]})",
        R"({"charts":[{}]})",
        R"({"charts":["chain","costs","origins"]})",
        R"({"caption":{"zh":"{jobs@end more}","en":"a"}})",
        R"({"caption":{"fr":"a"}})",
        R"({"caption":"a"})",
        R"({"caption":{"zh":"\u001b"}})"}) {
    json document = base;
    document["chapters"][0].update(json::parse(text));
    documents.emplace_back(text, document);
  }
  return documents;
}

}  // namespace park::test
