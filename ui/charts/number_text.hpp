// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "study/words/texts.hpp"

namespace park::ui {

/// Whether numbers of a catalogue unit are counts of whole things, shown without decimals from 10 on.
[[nodiscard]] bool is_counted(std::string_view unit);

/// A value of a catalogue unit with the unit's words, as on a card: `1.25万人`, `38.2亿元/月`, `14.3%`,
/// `86家`; `12,480 people`, `3,820 million yuan/month`. `–` for no value.
[[nodiscard]] std::string value_text(const Texts& texts, double value, std::string_view unit);
/// The number and the unit apart, for type of different sizes.
struct ValueParts {
  std::string number;
  std::string unit;
};
[[nodiscard]] ValueParts value_parts(const Texts& texts, double value, std::string_view unit);

/// A difference with its sign and unit, percentage points where the value is a share: `+51家`,
/// `−9.0个百分点`.
[[nodiscard]] std::string difference_text(const Texts& texts, double difference, std::string_view unit);
/// The same without the unit: `+51`, `−9.0`.
[[nodiscard]] std::string difference_number(const Texts& texts, double difference, std::string_view unit);
/// `[+44, +58]`: bounds of a difference in the unit of difference_text, without its words.
[[nodiscard]] std::string interval_text(const Texts& texts, double lo, double hi, std::string_view unit);

/// Labels of ticks of a catalogue unit with as many decimals as tell them apart: `0`, `0.8万`, `1.6万`; `0`,
/// `8k`, `16k`. Ticks are in the catalogue's unit.
[[nodiscard]] std::vector<std::string> axis_labels(const Texts& texts, std::span<const double> ticks,
                                                   std::string_view unit);

/// The words for a unit as charts and cards show it: `元` for `million yuan` in Chinese, `%` for shares.
/// The unit as it stands behind that number: English has `1 firm`, `2 firms`.
[[nodiscard]] std::string unit_behind(const Texts& texts, std::string_view number, std::string unit);
[[nodiscard]] std::string unit_text(const Texts& texts, std::string_view unit);

}  // namespace park::ui
