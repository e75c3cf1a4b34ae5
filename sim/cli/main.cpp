// SPDX-License-Identifier: MIT
#include "cli/program.hpp"
#include "core/large_pages.hpp"

int main(int count, char** arguments) {
  park::use_large_pages_for_heap();
  return park::cli::program(count, arguments);
}
