// SPDX-License-Identifier: MIT
#pragma once

namespace park::ui {

/// The dashboard from command line to exit code: 0 closed, 1 the world failed (no display, no OpenGL, disk),
/// 2 bad input, 3 our own bug.
[[nodiscard]] int program(int count, const char* const* arguments) noexcept;

}  // namespace park::ui
