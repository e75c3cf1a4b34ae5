// SPDX-License-Identifier: MIT
#pragma once

namespace park::cli {

/// The whole of `parksim`: reads the command line, does it, turns what is thrown into an exit code.
[[nodiscard]] int program(int count, const char* const* arguments) noexcept;

}  // namespace park::cli
