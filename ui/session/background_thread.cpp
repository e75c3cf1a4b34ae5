// SPDX-License-Identifier: MIT
#include "session/background_thread.hpp"

#include <sys/resource.h>
#include <unistd.h>

namespace park::ui {

void stand_back(int niceness) {
  // On Linux a thread has a niceness of its own, whatever POSIX says.
  static_cast<void>(::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), niceness));
}

}  // namespace park::ui
