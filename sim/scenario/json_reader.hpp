// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string_view>

#include "scenario/fault_list.hpp"

namespace park {

/// More values than this in one document would only fill the memory; the largest map stays far below.
inline constexpr std::size_t max_json_values = 2'000'000;

/// Parses a JSON document, with or without a byte order mark. Syntax faults and depth beyond max_json_depth
/// give nothing. A duplicate key (the first one stays) and a number too large for a double (it becomes a
/// discarded value) are faults too, and yet give a document, so that the rest of it is checked as well.
[[nodiscard]] std::optional<nlohmann::json> read_json(std::string_view bytes, FaultList& faults);

}  // namespace park
