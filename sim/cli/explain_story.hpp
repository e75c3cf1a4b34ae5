// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "study/explain/explanation.hpp"
#include "study/words/texts.hpp"

namespace park::cli {

/// A few lines to be read aloud: who it is, what it knew and chose and why, what held it up, whether it left.
[[nodiscard]] std::string firm_story(const study::Explanation& explanation, const Texts& texts);

/// `2027年4月`, `April 2027`; months count from 1.
[[nodiscard]] std::string spoken_date(const Scenario& scenario, int month, const Texts& texts);

/// A place of a decision in words: staying, or the destination's label.
[[nodiscard]] std::string place_words(const Scenario& scenario, std::uint32_t place, const Texts& texts);

}  // namespace park::cli
