// SPDX-License-Identifier: MIT
// Driver for libFuzzer (preset `fuzz`), which looks for bytes that reach new code.
#include <cstdint>

#include "fuzz/reader.hpp"

// The name is libFuzzer's.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  park::fuzz::read_bytes({reinterpret_cast<const char*>(bytes), size});
  return 0;
}
