// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace park::ui {

/// Why no window can be opened.
enum class DisplayFault : std::uint8_t { None, NoDisplay, NotReached, NoOpenGl };

/// A connection to the display that DISPLAY names, made before SFML makes its own, which would end the
/// program where that fails. Keep it as long as there are windows: a display server without a desktop starts
/// anew when its last client leaves, and refuses whoever comes in that moment.
class DisplayConnection {
 public:
  DisplayConnection();
  ~DisplayConnection();
  DisplayConnection(const DisplayConnection&) = delete;
  DisplayConnection& operator=(const DisplayConnection&) = delete;

  [[nodiscard]] DisplayFault fault() const { return fault_; }

 private:
  void* display_ = nullptr;  ///< Xlib's, whose header has macros that break others
  DisplayFault fault_ = DisplayFault::None;
};

}  // namespace park::ui
