// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scenario/fault_list.hpp"

namespace park {

/// One record of a CSV file; `line` (from 1) is where it begins, as an editor counts.
struct CsvRecord {
  std::size_t line = 1;
  std::vector<std::string> cells;  ///< without outer blanks
};

/// `/LINE/COLUMN`, both from 1; COLUMN counts cells, as a spreadsheet does.
[[nodiscard]] std::string cell_pointer(std::size_t line, std::size_t column);

/// Records of an RFC 4180 text: quotes, doubled quotes, line breaks in quotes; LF, CRLF or CR. Records whose
/// cells are all empty are left out. Reads at most `max_records`, one more tells that there are too many.
/// Cells of a record beyond `max_cells` are read and dropped.
[[nodiscard]] std::vector<CsvRecord> read_csv(std::string_view text, std::size_t max_records,
                                              FaultList& faults, std::size_t max_cells = 64);

}  // namespace park
