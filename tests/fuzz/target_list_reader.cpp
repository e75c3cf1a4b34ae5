// SPDX-License-Identifier: MIT
#include "fuzz/reader.hpp"
#include "scenario/target_list.hpp"

namespace park::fuzz {

void read_bytes(std::string_view bytes) { promise_reasons(load_target_list(bytes, "fuzzed.csv")); }

}  // namespace park::fuzz
