// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/checked.hpp"

namespace park {

/// An observed regularity that a credible run shows: a quantity, its band and where the band comes from.
struct Pattern {
  std::string id;
  std::string zh, en;
  std::string quantity_zh, quantity_en;
  double low = 0, high = 0;
  std::string unit;
  std::string scope;  ///< `pool`, or scenarios with settings: see PatternScope
  std::string source;
};

/// A scenario in which a pattern is measured: `whole_package;build_mode=0`.
struct PatternScope {
  std::string text;      ///< as it is named in results
  std::string scenario;  ///< a shipped one; empty for the pool, which needs no policy
  std::vector<std::string> settings;
};

/// What `A and B;key=1 and 2` names: A;key=1, A;key=2, B;key=1, B;key=2.
[[nodiscard]] std::vector<PatternScope> scopes_of(const Pattern& pattern);

/// Reads the table: CSV with a heading; all problems at once. No id twice, no empty band.
[[nodiscard]] Checked<std::vector<Pattern>> load_patterns(std::string_view bytes, std::string_view name);

}  // namespace park
