// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indicators/indicators.hpp"
#include "scenario/fault_list.hpp"

namespace park::study {

/// A value that a caption speaks of.
struct CaptionValue {
  enum class Form : std::uint8_t {
    Value,       ///< mean over the runs, with its unit
    Interval,    ///< the same, with the range of 95 % of the runs
    Difference,  ///< signed paired difference to the reference, with its 95 % interval
    More,        ///< the same in words: more, less, or too close to tell
    Count
  };

  std::size_t column = 0;    ///< into the columns of the caption's ground
  std::size_t scenario = 0;  ///< its place
  std::optional<int> month;  ///< nothing: the month that the film shows
  Form form = Form::Value;

  bool operator==(const CaptionValue&) const = default;
};

/// Words, or a value between them.
struct CaptionPart {
  std::string words;
  std::optional<CaptionValue> value;

  bool operator==(const CaptionPart&) const = default;
};

/// What captions are read against.
struct CaptionGround {
  YearMonth start{2026, 1};
  int months = 0;
  std::span<const IndicatorColumn> columns;
  std::span<const std::string> scenarios;  ///< names; empty where none is known: any name will do
};

/// Reads a caption. A value stands in braces: `{KEY@MONTH FORM of SCENARIO}`.
/// MONTH: `2031-06`, `66`, `start`, `end` or `now`; left out, `now`. FORM: `interval`, `difference` or
/// `more`; left out, the value. SCENARIO: a name, or `reference`; left out, the second one, or the only one.
/// `{{` and
/// `}}` are braces. What is wrong goes to `faults`, and that value is left out.
[[nodiscard]] std::vector<CaptionPart> read_caption(std::string_view text, const std::string& pointer,
                                                    const CaptionGround& ground, FaultList& faults);

/// Text that read_caption gives back as words, whatever is in it.
[[nodiscard]] std::string as_caption_words(std::string_view text);

}  // namespace park::study
