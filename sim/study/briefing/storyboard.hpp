// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace park::study {

/// A sentence in both languages. A language that a storyboard leaves out has the other's words.
struct Sentence {
  std::string zh, en;

  bool operator==(const Sentence&) const = default;
};

/// Where a chapter looks: the whole park, a zone of the map or one of its features, from above or obliquely.
/// What the map does not have is shown as the whole park only if no place was named; a named one that is
/// missing is a problem of the storyboard.
struct Shot {
  enum class View : std::uint8_t { Oblique, Plan, Count };

  View view = View::Oblique;
  std::string place;         ///< a zone, or the id of a feature; empty: the whole park
  double metres_across = 0;  ///< width of ground in the picture; 0: as much as shows the place

  bool operator==(const Shot&) const = default;
};

/// A picture beside or instead of the park.
struct StoryChart {
  enum class Kind : std::uint8_t {
    Fan,          ///< range of futures of one indicator over the months, every scenario
    Chain,        ///< stages of the chain, capacity against demand
    Funnel,       ///< the four milestones
    Bottlenecks,  ///< project months held up, by cause
    Costs,        ///< what the policies cost, year by year
    Origins,      ///< regions from which firms come, on a small map
    Results,      ///< table: indicator, reference, scenario, paired difference with its interval
    Count
  };

  Kind kind = Kind::Fan;
  std::vector<std::string> indicators;  ///< of a fan (one) or of results (one to eight)

  bool operator==(const StoryChart&) const = default;
};

/// One chapter. Its clock runs evenly from the first month to the last; where both are equal time stands
/// still while the chapter lasts.
struct Chapter {
  Sentence title;
  Sentence caption;     ///< with values in braces, see caption_grammar.hpp
  int first_month = 0;  ///< 0 is the opening
  int last_month = 0;
  double seconds = 8;               ///< of film
  Shot from, to;                    ///< the camera travels from one to the other
  std::string layer = "milestone";  ///< key of a layer of the map
  bool has_park = true;             ///< else charts alone
  std::vector<std::size_t> parks;   ///< scenarios whose parks stand side by side; empty: all of them
  std::vector<std::string> cards;   ///< up to four indicator keys
  std::vector<StoryChart> charts;   ///< up to two

  bool operator==(const Chapter&) const = default;
};

/// What a briefing tells: chapters in order, told of one to three scenarios side by side on one clock. The
/// first scenario is the reference.
struct Storyboard {
  Sentence title;
  Sentence subtitle;
  std::vector<Chapter> chapters;

  [[nodiscard]] double seconds() const {
    double sum = 0;
    for (const Chapter& chapter : chapters) sum += chapter.seconds;
    return sum;
  }
  bool operator==(const Storyboard&) const = default;
};

}  // namespace park::study
