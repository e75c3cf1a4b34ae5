// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "policy/catalogue.hpp"
#include "scenario/schema_parts.hpp"

namespace park {

// What the schemas of studies and of searches share.

/// `least` to `most` items.
[[nodiscard]] Schema list_schema(Schema items, std::size_t least, std::size_t most);
/// Keys of the groups that are wanted, in the catalogues' order, and of clauses.
[[nodiscard]] std::vector<std::string> factor_keys(bool (*is_wanted)(ParameterGroup), bool has_clauses);
/// A key, or a key with a distribution. `is_drawn`: not chosen, so that it may be normal or triangular too.
[[nodiscard]] Schema factor_schema(const std::vector<std::string>& keys, bool is_drawn);
[[nodiscard]] Schema outcome_schema();
/// `{"zh", "en"}`
[[nodiscard]] Schema languages_schema(std::size_t max_characters);
[[nodiscard]] Schema plan_name_schema();

}  // namespace park
