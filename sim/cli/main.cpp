// SPDX-License-Identifier: MIT
#include "cli/program.hpp"

int main(int count, char** arguments) { return park::cli::program(count, arguments); }
