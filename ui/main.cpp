// SPDX-License-Identifier: MIT
#include "core/large_pages.hpp"
#include "program.hpp"

int main(int count, char** arguments) {
  park::use_large_pages_for_heap();
  return park::ui::program(count, arguments);
}
