// SPDX-License-Identifier: MIT
#include "fuzz/reader.hpp"
#include "scenario/park_map.hpp"

namespace park::fuzz {

void read_bytes(std::string_view bytes) { promise_reasons(load_park_map(bytes, "fuzzed.geojson")); }

}  // namespace park::fuzz
