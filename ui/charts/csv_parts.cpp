// SPDX-License-Identifier: MIT
#include "charts/csv_parts.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace park::ui {

void add_float(study::CsvText& csv, float value) {
  if (!std::isfinite(value)) {
    csv.cell(std::string_view());
    return;
  }
  std::array<char, 64> digits{};
  const auto result = std::to_chars(digits.data(), digits.data() + digits.size(), value);
  csv.cell(std::string_view(digits.data(), static_cast<std::size_t>(result.ptr - digits.data())));
}

void add_month(study::CsvText& csv, const TimeAxis& axis, int month) {
  csv.cell(month).cell(month <= 0 ? std::string() : to_string(plus_months(axis.start, month - 1)));
}

}  // namespace park::ui
