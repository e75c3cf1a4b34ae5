// SPDX-License-Identifier: MIT
#include "fuzz/reader.hpp"
#include "scenario/load.hpp"

namespace park::fuzz {

/// What is read is written back to the same.
void read_bytes(std::string_view bytes) {
  const std::filesystem::path folder = shipped_data_folder() / "scenarios";
  const Checked<Scenario> read = load_scenario(bytes, "fuzzed.json", folder);
  promise_reasons(read);
  if (!read.ok()) return;
  const std::string written = to_json(read.value());
  const Checked<Scenario> again = load_scenario(written, "written.json", folder);
  promise_reasons(again);
  promise(again.ok(), "a scenario that was written can be read");
  promise(to_json(again.value()) == written, "a scenario read again is the same");
}

}  // namespace park::fuzz
