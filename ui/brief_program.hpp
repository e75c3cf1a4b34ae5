// SPDX-License-Identifier: MIT
#pragma once

namespace park::ui {

/// `parkview brief`: the line from `brief` on. Exit codes as of program(), and 130 where Ctrl-C stopped it
/// and what was done is kept. Throws what program() turns into exit codes.
[[nodiscard]] int brief_program(int count, const char* const* arguments);

}  // namespace park::ui
