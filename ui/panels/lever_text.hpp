// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/calendar.hpp"
#include "scenario/scenario.hpp"
#include "study/words/texts.hpp"

namespace park::ui {

/// Range, step and unit of anything with a slider: a row of the catalogue, or a clause.
struct Scale {
  ValueKind kind = ValueKind::Real;
  double min = 0;
  double max = 1;
  double step = 0.1;
  std::string_view unit;

  [[nodiscard]] bool is_whole() const { return kind != ValueKind::Real; }
};
[[nodiscard]] Scale scale_of(const ParameterKey& key);

/// How a unit of the catalogue is written beside a control: shares as per cent, million yuan as 万元 in
/// Chinese, m2 as m².
struct ControlUnit {
  std::string words;  ///< empty for none
  double factor = 1;  ///< shown number = value x factor
};
[[nodiscard]] ControlUnit control_unit(const Texts& texts, std::string_view unit);

/// The number as it is typed and read back, without unit: as many decimals as its step has, more if the value
/// needs them; thousands grouped if `is_grouped`.
[[nodiscard]] std::string control_number(const Texts& texts, const Scale& scale, double value,
                                         bool is_grouped);
/// Value and unit: `9.5 元/m²·月`, `25 %`, `2029-01`, the name of a choice, on or off.
[[nodiscard]] std::string control_text(const Texts& texts, const ParameterKey& key, double value,
                                       YearMonth start);

/// Reads what a person typed into the field of a control, in the unit shown; commas, spaces and a trailing
/// unit or % do not matter. For a month also `2029-01`. Nothing if it is no number. Not yet snapped or
/// bounded.
[[nodiscard]] std::optional<double> parse_control(const Texts& texts, const Scale& scale,
                                                  std::string_view text, YearMonth start);

/// Within the range, on a whole number where it must be whole.
[[nodiscard]] double bounded(const Scale& scale, double value);
/// The multiple of the step from the lower end that is nearest; ends of the range stay what they are.
[[nodiscard]] double snapped(const Scale& scale, double value);

/// Whether the value of this parameter is months after the start: `wastewater_phase_month`.
[[nodiscard]] bool is_month(std::string_view unit);

/// The name of a lever or a clause in the language.
[[nodiscard]] std::string name_of(const Texts& texts, const ClauseCatalogue& clauses,
                                  const ParameterKey& key);

}  // namespace park::ui
