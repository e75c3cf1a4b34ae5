// SPDX-License-Identifier: MIT
// Frames of a short film: the same ones are the same bytes from another film, in another order and in a
// window. film_frames REFERENCE SCENARIO; needs a display. Prints a hash a frame.
#include <SFML/Graphics/RenderWindow.hpp>
#include <SFML/Window/Context.hpp>
#include <algorithm>
#include <cstdio>
#include <functional>
#include <map>

#include "backend/display.hpp"
#include "backend/picture.hpp"
#include "present/film_export.hpp"
#include "scenario/load.hpp"
#include "shipped_scenario.hpp"
#include "ui/present/sample_storyboard.hpp"

namespace {

using namespace park;
using namespace park::ui;
using Pixels = std::vector<std::uint8_t>;

constexpr FilmStyle style{Language::Chinese, ThemeKind::Dark, 1280, 720};

std::vector<std::size_t> chosen_frames(const FilmClock& clock) {
  std::vector<std::size_t> frames;
  for (std::size_t frame = 0; frame < clock.frames(); frame += 17) frames.push_back(frame);
  frames.push_back(clock.frames() - 1);
  return frames;
}

/// Alpha is of no account: nobody sees through a film.
Pixels colours_of(const Pixels& pixels) {
  Pixels colours;
  for (std::size_t k = 0; k < pixels.size(); ++k) {
    if (k % 4 != 3) colours.push_back(pixels[k]);
  }
  return colours;
}

/// Rows from the lowest up, as the studio gives them.
Pixels colours_of(const sf::Image& image) {
  const sf::Vector2u size = image.getSize();
  Pixels pixels;
  for (unsigned row = size.y; row-- > 0;) {
    const std::uint8_t* first = image.getPixelsPtr() + std::size_t{4} * size.x * row;
    pixels.insert(pixels.end(), first, first + std::size_t{4} * size.x);
  }
  return colours_of(pixels);
}

class Comparison {
 public:
  Comparison(std::shared_ptr<const FilmScene> scene, study::Storyboard board)
      : scene_(std::move(scene)), board_(std::move(board)), clock_(board_, 30) {}

  int run() {
    offscreen(chosen_frames(clock_), "");
    std::vector<std::size_t> backwards = chosen_frames(clock_);
    std::reverse(backwards.begin(), backwards.end());
    offscreen(backwards, "backwards");
    in_window(chosen_frames(clock_));
    for (const auto& [frame, pixels] : frames_)
      std::printf("%zu %016llx\n", frame,
                  static_cast<unsigned long long>(std::hash<std::string_view>{}(
                      {reinterpret_cast<const char*>(pixels.data()), pixels.size()})));  // NOLINT
    return faults_ == 0 ? 0 : 1;
  }

 private:
  void offscreen(const std::vector<std::size_t>& frames, const char* way) {
    const sf::Context context;
    Gui gui(Gui::Drawing::ByOpenGl);
    Film film(scene_, board_, clock_, style, gui);
    FilmStudio studio(film);
    for (const std::size_t frame : frames) compare(frame, colours_of(studio.frame(frame)), way);
  }

  void in_window(const std::vector<std::size_t>& frames) {
    sf::RenderWindow window(sf::VideoMode(style.width, style.height), "film", sf::Style::None);
    window.setPosition({0, 0});
    Gui gui(Gui::Drawing::ByOpenGl);
    Film film(scene_, board_, clock_, style, gui);
    FilmStudio studio(film);
    for (const std::size_t frame : frames) {
      studio.show(window, clock_.at(frame), Film::As::Moving);
      compare(frame,
              colours_of(
                  picture_of(window, {0, 0, static_cast<int>(style.width), static_cast<int>(style.height)})),
              "in the window");
      window.display();
    }
  }

  void compare(std::size_t frame, const Pixels& pixels, const char* way) {
    const auto [known, is_new] = frames_.try_emplace(frame, pixels);
    if (is_new || known->second == pixels) return;
    std::size_t differing = 0;
    for (std::size_t k = 0; k < pixels.size(); ++k) {
      if (pixels[k] != known->second[k]) ++differing;
    }
    std::fprintf(stderr, "frame %zu is another %s: %zu bytes of %zu differ\n", frame, way, differing,
                 pixels.size());
    ++faults_;
  }

  std::shared_ptr<const FilmScene> scene_;
  study::Storyboard board_;
  FilmClock clock_;
  std::map<std::size_t, Pixels> frames_;
  int faults_ = 0;
};

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) return 2;
  const DisplayConnection display;
  FilmScene::Wishes wishes;
  for (int k = 1; k < count; ++k)
    wishes.scenarios.push_back(test::shared(test::value_or_throw(load_scenario(arguments[k]))));
  wishes.seed = wishes.scenarios.front()->seed;
  wishes.runs = 8;
  const int months = wishes.scenarios.front()->months;
  return Comparison(std::make_shared<const FilmScene>(wishes), park::test::sample_storyboard(months, 0.5))
      .run();
}
