// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/checked.hpp"
#include "policy/keys.hpp"

namespace park {

/// A named firm on the planner's list (N 清单).
struct TargetFirm {
  std::string name;
  Stage stage = Stage::Spinning;
  Region region = Region::YangtzeDelta;
  double employees = 0;
  double investment_million_yuan = 0;
  bool is_leader = false;
};

/// Reads a CSV with header name, stage, region, employees, investment, leader (Chinese headings and Chinese
/// stage and region names too), UTF-8 with or without BOM or GB18030, LF or CRLF. Problems carry
/// `/LINE/COLUMN`.
[[nodiscard]] Checked<std::vector<TargetFirm>> load_target_list(std::string_view bytes,
                                                                std::string_view name);

}  // namespace park
