// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace park::ui {

/// Why no window can be opened.
enum class DisplayFault : std::uint8_t { None, NoDisplay, NotReached, NoOpenGl };

/// Looks before SFML does, which would end the program on any of these.
[[nodiscard]] DisplayFault look_for_display();

}  // namespace park::ui
