// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <vector>

#include "session/futures.hpp"
#include "study/words/texts.hpp"

namespace park::ui {

/// Months for which a difference must stay significant, with one sign, before it is called out: one month in
/// twenty is significant by chance alone.
inline constexpr int callout_months = 6;

/// A scenario that has come to differ from the reference for good.
struct Callout {
  int month = 0;  ///< the first of the months in which the difference is significant
  std::size_t scenario = 0;
  std::size_t column = 0;
  PairedChange change;  ///< in that month
};

/// Of each scenario and indicator the first one after the opening, by month; an indicator the futures do not
/// have has none.
[[nodiscard]] std::vector<Callout> callouts(const Futures& futures, std::span<const std::string> indicators);

/// `2029年3月起 全套政策：投产企业多12家 [9, 15]`.
[[nodiscard]] std::string callout_words(const Callout& callout, const Futures& futures, const Texts& texts);

}  // namespace park::ui
