// SPDX-License-Identifier: MIT
// Compiled for any x86-64, see CMakeLists.txt: this runs first, also where the rest could not run at all.
#if defined(__x86_64__)
#include <unistd.h>

#include <string_view>

namespace park::cli {
namespace {

/// What -march=x86-64-v3 may use, as far as compilers can ask for it by name.
bool has_what_we_use() {
  __builtin_cpu_init();
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2") &&
         __builtin_cpu_supports("fma");
}

/// Before all static objects.
[[gnu::constructor(101)]] void refuse_older_processors() {
  if (has_what_we_use()) return;
  constexpr std::string_view message =
      "parksim: 需要支持 AVX2 的处理器(2013 年以后的 x86-64) / expected a processor with AVX2 (x86-64 from "
      "2013 "
      "on), got an older one\n";
  const ssize_t written = ::write(STDERR_FILENO, message.data(), message.size());
  ::_exit(written > 0 ? 1 : 3);
}

}  // namespace
}  // namespace park::cli
#endif
