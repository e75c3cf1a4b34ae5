// SPDX-License-Identifier: MIT
#include "present/page_export.hpp"

#include "backend/jpeg.hpp"
#include "present/page_content.hpp"
#include "scenario/load.hpp"

namespace park::ui {
namespace {

namespace fs = std::filesystem;

/// Type stays sharp, and ten stills weigh three megabytes.
constexpr int still_quality = 82;

}  // namespace

bool export_page(Film& film, const fs::path& out, const FilmReport& report) {
  if (out.has_parent_path()) {
    std::error_code fault;  // told when the page is written
    fs::create_directories(out.parent_path(), fault);
  }
  const Theme& theme = theme_of(film.style().theme);
  FilmPage page = page_of(film.storyboard(), film.scene().futures(), film.texts(), theme, PARKSIM_VERSION);
  const FilmClock& clock = film.clock();
  FilmStudio studio(film);
  for (std::size_t chapter = 0; chapter < clock.chapters(); ++chapter) {
    const std::size_t end = chapter + 1 < clock.chapters() ? clock.first_frame(chapter + 1) : clock.frames();
    page.chapters[chapter].picture = jpeg_of(studio.still(clock.at(end - 1)), still_quality);
    if (!report(chapter + 1, clock.chapters())) return false;
  }
  write_file(out, film_page(page, film.texts(), theme));
  return true;
}

}  // namespace park::ui
