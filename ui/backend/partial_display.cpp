// SPDX-License-Identifier: MIT
#include "backend/partial_display.hpp"

#include <GL/glx.h>

#include <cstring>
#include <string_view>

#undef None  // Xlib's

#include "core/assert.hpp"

namespace park::ui {
namespace {

/// Nobody tells when another window was drawn over this one, so all of it is shown from time to time.
constexpr std::chrono::milliseconds whole_each(500);

/// Source: the registry's GLX_MESA_copy_sub_buffer: the back buffer stays as it is.
constexpr std::string_view extension = "GLX_MESA_copy_sub_buffer";

bool has_extension(Display* display) {
  const char* names = glXQueryExtensionsString(display, DefaultScreen(display));
  return names != nullptr && std::string_view(names).find(extension) != std::string_view::npos;
}

}  // namespace

PartialDisplay::PartialDisplay(sf::RenderWindow& window) : window_(&window) {
  if (!window.setActive(true)) throw WorldError("the graphics driver has lost the window");
  Display* display = glXGetCurrentDisplay();
  if (display == nullptr || !has_extension(display)) return;
  const auto address = glXGetProcAddress(reinterpret_cast<const GLubyte*>("glXCopySubBufferMESA"));  // NOLINT
  static_assert(sizeof copy_ == sizeof address);
  std::memcpy(&copy_, &address, sizeof copy_);
}

void PartialDisplay::show(std::span<const Patch> patches) {
  if (copy_ == nullptr) {
    window_->display();
    return;
  }
  if (!window_->setActive(true)) throw WorldError("the graphics driver has lost the window");
  const auto size = sf::Vector2i(window_->getSize());
  const Patch whole{0, 0, size.x, size.y};
  const bool is_time = Clock::now() - shown_whole_ >= whole_each;
  if (is_time) {
    shown_whole_ = Clock::now();
    patches = std::span(&whole, 1);
  }
  for (const Patch& patch : patches) {
    copy_(glXGetCurrentDisplay(), glXGetCurrentDrawable(), patch.left, size.y - patch.bottom,
          patch.right - patch.left, patch.bottom - patch.top);
  }
}

}  // namespace park::ui
