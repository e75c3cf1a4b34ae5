// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/checked.hpp"
#include "study/words/texts.hpp"

namespace park {

/// What the readers of files complain of, in Chinese. They write English with names and numbers in it;
/// `assets/i18n/problems.zh.json` holds their patterns, such as `a number from {0} to {1}`.
class ProblemWords {
 public:
  /// Reads the patterns; throws WorldError if they are missing or broken. `texts` gives the units.
  [[nodiscard]] static ProblemWords load(const Texts& texts);

  /// In Chinese, as it is if no pattern fits.
  [[nodiscard]] std::string operator()(std::string_view english) const;
  /// `expected` and `got` in Chinese; file and place as they are.
  [[nodiscard]] Problem operator()(const Problem& problem) const;

 private:
  struct Pattern {
    std::vector<std::string> pieces;  ///< of the English, what stands between the gaps; one more than gaps
    std::vector<std::size_t> gaps;    ///< whose place each gap is
    std::string chinese;

    [[nodiscard]] std::size_t letters() const;
    /// What stands in the gaps, by place; nothing if the text is another.
    [[nodiscard]] std::optional<std::vector<std::string_view>> match(std::string_view text) const;
  };
  [[nodiscard]] static Pattern take_apart(std::string_view english, std::string chinese);
  [[nodiscard]] std::string fill(const Pattern& pattern, const std::vector<std::string_view>& parts) const;

  std::vector<Pattern> patterns_;  ///< those with the most letters of their own first
  const Texts* texts_ = nullptr;
};

/// Problems in the language of `texts`. Throws as ProblemWords::load does.
[[nodiscard]] Problems told_in(const Texts& texts, Problems problems);

/// A problem so told as one line: file, place, what was expected and what came.
[[nodiscard]] std::string problem_line(const Texts& texts, const Problem& told);

}  // namespace park
