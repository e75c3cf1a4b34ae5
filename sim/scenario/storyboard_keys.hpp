// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace park {

// Keys and bounds of a storyboard file, for its reader and its schema.

inline constexpr auto story_view_keys = std::to_array<std::string_view>({"oblique", "plan"});

/// Layers of the map.
inline constexpr auto story_layer_keys =
    std::to_array<std::string_view>({"milestone", "stage", "bottleneck", "vacancy", "legal"});

/// Charts, in the order of study::StoryChart::Kind.
inline constexpr auto story_chart_keys =
    std::to_array<std::string_view>({"fan", "chain", "funnel", "bottlenecks", "costs", "origins", "results"});

inline constexpr std::size_t max_story_scenarios = 3;
inline constexpr std::size_t max_chapters = 100;
inline constexpr std::size_t max_story_title_characters = 60;
inline constexpr std::size_t max_caption_characters = 400;
inline constexpr std::size_t max_story_cards = 4;
inline constexpr std::size_t max_story_charts = 2;
inline constexpr std::size_t max_result_rows = 8;
inline constexpr double min_chapter_seconds = 0.5;
inline constexpr double max_chapter_seconds = 600;
inline constexpr double max_film_seconds = 3600;
inline constexpr double max_months_per_second = 60;
inline constexpr double min_metres_across = 50;
inline constexpr double max_metres_across = 60000;  ///< the largest map there may be

}  // namespace park
