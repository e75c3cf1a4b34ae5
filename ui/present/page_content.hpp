// SPDX-License-Identifier: MIT
#pragma once

#include "present/film_page.hpp"
#include "session/futures.hpp"
#include "study/briefing/storyboard.hpp"

namespace park::ui {

/// The page of a briefing without its pictures: every chapter as it stands at its last month, its captions
/// with values, its charts and cards as numbers. `version` is the program's.
[[nodiscard]] FilmPage page_of(const study::Storyboard& storyboard, const Futures& futures,
                               const Texts& texts, const Theme& theme, std::string_view version);

}  // namespace park::ui
