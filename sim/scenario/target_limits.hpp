// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

namespace park {

// No county works a longer list; no textile firm in China employs or invests more.
inline constexpr std::size_t max_target_firms = 5000;
inline constexpr std::size_t max_target_name_characters = 100;
inline constexpr double max_target_employees = 200'000;
inline constexpr double max_target_investment_million_yuan = 200'000;

}  // namespace park
