// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

#include "study/search/policy_space.hpp"

namespace park::study {

/// What a saved policy is called.
struct PolicyLabels {
  std::string name;
  std::string zh, en;
  std::string about_zh, about_en;
};

/// A scenario file that extends the search's and states only what the policy changes. `target`: where it will
/// stand. Run under what a future set and its seed it gives that run of the search, to the bit.
[[nodiscard]] std::string policy_scenario(const Search& search, const Policy& policy,
                                          const PolicyLabels& labels, const std::filesystem::path& target);

}  // namespace park::study
