// SPDX-License-Identifier: MIT
#pragma once

#include "present/film_export.hpp"

namespace park::ui {

/// Writes the briefing as one HTML file with a still of each chapter's end, beside and then renamed. `report`
/// is told after every still; false stops it there, and nothing is written: then this is false.
[[nodiscard]] bool export_page(Film& film, const std::filesystem::path& out, const FilmReport& report);

}  // namespace park::ui
