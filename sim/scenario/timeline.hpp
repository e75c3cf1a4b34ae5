// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/field_reader.hpp"
#include "scenario/scenario.hpp"

namespace park {

/// Months from `start` to `YYYY-MM` or a whole number of months; nothing if it is neither or lies outside
/// 0 to max_months.
[[nodiscard]] std::optional<int> month_from_text(std::string_view text, YearMonth start);
[[nodiscard]] std::string expected_month(YearMonth start);

/// Reads the list `policy`: levers and clauses, ramps, one value per key and month; sorted by month, then in
/// file order.
[[nodiscard]] std::vector<PolicyStep> read_policy(const nlohmann::json& value, const std::string& pointer,
                                                  YearMonth start, const ClauseCatalogue& clauses,
                                                  FaultList& faults);

/// Reads the list `shocks`: uncertainties only.
[[nodiscard]] std::vector<Shock> read_shocks(const nlohmann::json& value, const std::string& pointer,
                                             YearMonth start, const ClauseCatalogue& clauses,
                                             FaultList& faults);

}  // namespace park
