// SPDX-License-Identifier: MIT
#include "study/terminal/interrupt.hpp"

#include <signal.h>
#include <unistd.h>

namespace park {
namespace {

// A signal handler can reach nothing but this.
std::atomic<bool> is_interrupted = false;
static_assert(std::atomic<bool>::is_always_lock_free);

extern "C" void on_interrupt(int) {
  if (is_interrupted.exchange(true)) _exit(stopped_exit_code);
}

}  // namespace

const std::atomic<bool>& watch_for_interrupt() {
  struct sigaction action {};
  action.sa_handler = &on_interrupt;
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
  return is_interrupted;
}

}  // namespace park
