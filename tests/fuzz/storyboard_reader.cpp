// SPDX-License-Identifier: MIT
#include "study/briefing/storyboard_reader.hpp"

#include "fuzz/reader.hpp"
#include "scenario/load.hpp"
#include "study/comparison.hpp"

namespace park::fuzz {
namespace {

std::vector<std::shared_ptr<const Scenario>> two_scenarios() {
  std::vector<std::shared_ptr<const Scenario>> scenarios;
  for (const char* name : {"baseline.json", "whole_package.json"}) {
    const auto file = shipped_data_folder() / "scenarios" / name;
    scenarios.push_back(std::make_shared<const Scenario>(load_scenario(file).value()));
  }
  return scenarios;
}

}  // namespace

/// What is accepted is written back as the same storyboard.
void read_bytes(std::string_view bytes) {
  static const auto scenarios = two_scenarios();
  const auto read = study::load_storyboard(bytes, "fuzzed.json", ".", scenarios);
  promise_reasons(read);
  if (!read.ok()) return;
  const study::Storyboard& storyboard = read.value().storyboard;
  const std::string document = study::storyboard_document(storyboard, study::unique_names(scenarios));
  const auto again = study::load_storyboard(document, "again.json", ".", scenarios);
  promise(again.ok() && again.value().storyboard == storyboard, "a storyboard survives being written");
}

}  // namespace park::fuzz
