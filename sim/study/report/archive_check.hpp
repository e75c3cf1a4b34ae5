// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace park::study {

/// Whether a workbook's file is all there: a zip archive (PKWARE APPNOTE 6.3) whose directory ends where it
/// says, each XML member of the length and checksum that stand there, and ended by the closing tag of its
/// root. False too for a file that cannot be read.
[[nodiscard]] bool is_whole_workbook(const std::string& path);

}  // namespace park::study
