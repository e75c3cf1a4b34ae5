// SPDX-License-Identifier: MIT
#include "backend/display.hpp"

#include <GL/glx.h>

#include <cstdlib>

#undef None  // Xlib's

namespace park::ui {
namespace {

/// Whether a window with colours and double buffering can be drawn on, which takes the server's GLX and a
/// driver.
bool draws_by_opengl(Display* display) {
  int error_base = 0;
  int event_base = 0;
  if (glXQueryExtension(display, &error_base, &event_base) == 0) return false;
  int wanted[] = {GLX_RGBA, GLX_DOUBLEBUFFER, GLX_RED_SIZE, 8, 0};  // NOLINT: as GLX takes it
  XVisualInfo* visual = glXChooseVisual(display, DefaultScreen(display), static_cast<int*>(wanted));
  if (visual == nullptr) return false;
  GLXContext context = glXCreateContext(display, visual, nullptr, 1);
  XFree(visual);
  if (context == nullptr) return false;
  glXDestroyContext(display, context);
  return true;
}

}  // namespace

DisplayConnection::DisplayConnection() {
  const char* name = std::getenv("DISPLAY");  // NOLINT(concurrency-mt-unsafe): nothing sets it
  if (name == nullptr || *name == '\0') {
    fault_ = DisplayFault::NoDisplay;
    return;
  }
  Display* display = XOpenDisplay(nullptr);
  display_ = display;
  if (display == nullptr) {
    fault_ = DisplayFault::NotReached;
  } else if (!draws_by_opengl(display)) {
    fault_ = DisplayFault::NoOpenGl;
  }
}

DisplayConnection::~DisplayConnection() {
  if (display_ != nullptr) XCloseDisplay(static_cast<Display*>(display_));
}

}  // namespace park::ui
