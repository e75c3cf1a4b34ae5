// SPDX-License-Identifier: MIT
// For sanitizers alone. The OpenGL driver is unloaded before they look for leaks: what it never frees is then
// reached from nowhere, and bears no name by which it could be left out. So libraries stay where they are.
#include <dlfcn.h>

extern "C" int dlclose(void* /*library*/) noexcept { return 0; }
