// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "session/futures.hpp"
#include "study/briefing/storyboard.hpp"
#include "study/words/texts.hpp"

namespace park::ui {

/// A caption in the language of `texts` with its values at the end of `month_now` filled in. The caption has
/// been read by load_storyboard against the same scenarios; one that cannot be read is our bug. Of
/// months after `month_now` that the clock will still come to, by `last_month`, nothing is told until it
/// does: the caption ends with the clause before, and where there is none the value is `…`.
[[nodiscard]] std::string caption_words(const study::Sentence& sentence, const Futures& futures,
                                        int month_now, const Texts& texts, int last_month = 0);

/// A paired difference in words: `多67家 [64, 71]`, `67 firms more [64, 71]`; that nothing is sure where the
/// interval holds nought.
[[nodiscard]] std::string more_words(const PairedChange& change, std::string_view unit, const Texts& texts);

/// A value with the range of 95 % of its runs.
[[nodiscard]] std::string range_words(const Band& band, std::string_view unit, const Texts& texts);

}  // namespace park::ui
