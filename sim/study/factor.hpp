// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "core/checked.hpp"
#include "scenario/load.hpp"

namespace park::study {

/// Anything a study may vary: a lever, an uncertainty, a structural parameter or `clause.ID`, with its range.
/// Designs live in the unit cube; integers, switches and choices take equal slices of it.
struct Factor {
  std::string key;
  ParameterKey parameter;
  ValueKind kind = ValueKind::Real;
  double min = 0;
  double max = 1;

  [[nodiscard]] bool is_whole() const { return kind != ValueKind::Real; }
};

/// The factor with the whole range of its catalogue row; an unknown key is a problem that names the nearest.
/// `file` and `pointer` say where the key stands.
[[nodiscard]] Checked<Factor> find_factor(const ClauseCatalogue& clauses, std::string_view key,
                                          const std::string& file, const std::string& pointer);

/// The same with a range of its own, inside the catalogue's and not empty; whole for a whole factor.
[[nodiscard]] Checked<Factor> with_range(Factor factor, double min, double max, const std::string& file,
                                         const std::string& pointer);

/// Value at `unit` in [0, 1].
[[nodiscard]] double value_at(const Factor& factor, double unit);
/// Where a value lies in [0, 1]: for whole factors the middle of its slice. value_at gives the value back.
[[nodiscard]] double unit_of(const Factor& factor, double value);

/// Sets the start value and drops the key's timeline, as `--set KEY=VALUE` does.
void apply(Scenario& scenario, const Factor& factor, double value);

}  // namespace park::study
