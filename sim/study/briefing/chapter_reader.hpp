// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "scenario/field_reader.hpp"
#include "study/briefing/story_ground.hpp"
#include "study/briefing/storyboard.hpp"

namespace park::study {

/// A `{"zh", "en"}` member of one line each; the language that is absent gets the other's words.
[[nodiscard]] Sentence read_sentence(FieldReader& parent, std::string_view key, std::size_t max_characters,
                                     bool is_required);

/// One chapter; what is wrong with it goes to the reader's faults.
[[nodiscard]] Chapter read_chapter(FieldReader& reader, const StoryGround& ground);

}  // namespace park::study
