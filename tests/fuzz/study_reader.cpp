// SPDX-License-Identifier: MIT
#include "fuzz/reader.hpp"
#include "scenario/load.hpp"
#include "study/plan/study_plan.hpp"
#include "study/search/search_plan.hpp"

namespace park::fuzz {

/// The same bytes to the readers of studies and of searches.
void read_bytes(std::string_view bytes) {
  const std::filesystem::path folder = shipped_data_folder() / "scenarios" / "studies";
  promise_reasons(study::load_study(bytes, "fuzzed.json", folder));
  promise_reasons(study::load_search(bytes, "fuzzed.json", folder));
}

}  // namespace park::fuzz
