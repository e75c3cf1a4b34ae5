// SPDX-License-Identifier: MIT
#include <benchmark/benchmark.h>

#include "core/large_pages.hpp"

int main(int count, char** arguments) {
  park::use_large_pages_for_heap();  // as the programs do
  benchmark::Initialize(&count, arguments);
  if (benchmark::ReportUnrecognizedArguments(count, arguments)) return 1;
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
