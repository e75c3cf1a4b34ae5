// SPDX-License-Identifier: MIT
#include "program.hpp"

int main(int count, char** arguments) { return park::ui::program(count, arguments); }
