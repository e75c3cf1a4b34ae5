// SPDX-License-Identifier: MIT
#include "backend/display.hpp"

#include <GL/glx.h>

#include <cstdlib>
#include <memory>

#undef None  // Xlib's

namespace park::ui {
namespace {

struct Close {
  void operator()(Display* display) const { XCloseDisplay(display); }
};

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

DisplayFault look_for_display() {
  const char* name = std::getenv("DISPLAY");  // NOLINT(concurrency-mt-unsafe): before any thread starts
  if (name == nullptr || *name == '\0') return DisplayFault::NoDisplay;
  const std::unique_ptr<Display, Close> display(XOpenDisplay(nullptr));
  if (!display) return DisplayFault::NotReached;
  return draws_by_opengl(display.get()) ? DisplayFault::None : DisplayFault::NoOpenGl;
}

}  // namespace park::ui
