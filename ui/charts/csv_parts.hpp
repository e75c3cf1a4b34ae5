// SPDX-License-Identifier: MIT
#pragma once

#include "charts/time_plot.hpp"
#include "study/csv_text.hpp"

namespace park::ui {

/// The shortest text that reads back the same float; NaN is an empty cell.
void add_float(study::CsvText& csv, float value);

/// Two cells: the month's number and its date `2031-06`, empty for the opening.
void add_month(study::CsvText& csv, const TimeAxis& axis, int month);

}  // namespace park::ui
