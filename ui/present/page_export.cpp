// SPDX-License-Identifier: MIT
#include "present/page_export.hpp"

#include "backend/picture.hpp"
#include "core/assert.hpp"
#include "present/page_content.hpp"
#include "scenario/load.hpp"

namespace park::ui {
namespace {

namespace fs = std::filesystem;

/// A file of that name that is gone with this object.
class PassingFile {
 public:
  explicit PassingFile(fs::path path) : path_(std::move(path)) {}
  ~PassingFile() {
    std::error_code ignored;
    fs::remove(path_, ignored);
  }
  PassingFile(const PassingFile&) = delete;
  PassingFile& operator=(const PassingFile&) = delete;

  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

/// SFML gives pictures to files only.
std::string jpeg_of(const sf::Image& picture, const fs::path& beside) {
  const PassingFile file(beside.string() + ".still.jpg");
  save_jpeg(picture, file.path());
  auto bytes = read_file(file.path());
  if (!bytes.ok()) throw WorldError(to_string(bytes.problems().front()));
  return std::move(bytes).value();
}

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
    page.chapters[chapter].picture = jpeg_of(studio.still(clock.at(end - 1)), out);
    if (!report(chapter + 1, clock.chapters())) return false;
  }
  write_file(out, film_page(page, film.texts(), theme));
  return true;
}

}  // namespace park::ui
