// SPDX-License-Identifier: MIT
#include "display_advice.hpp"

namespace park::ui {

std::string advice_on(DisplayFault fault, const Texts& texts) {
  switch (fault) {
    case DisplayFault::NoDisplay:
      return texts("ui.display.none");
    case DisplayFault::NotReached:
      return texts("ui.display.not_reached");
    case DisplayFault::NoOpenGl:
      return texts("ui.display.no_opengl");
    case DisplayFault::None:
      break;
  }
  return {};
}

}  // namespace park::ui
