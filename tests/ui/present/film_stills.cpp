// SPDX-License-Identifier: MIT
// Draws frames of the briefing of some scenarios, for looking at, two of every chapter:
// film_stills OUT_FOLDER zh|en dark|light LINES SCENARIO...
#include <SFML/Window/Context.hpp>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "backend/display.hpp"
#include "present/film_export.hpp"
#include "scenario/load.hpp"
#include "shipped_scenario.hpp"
#include "study/briefing/default_storyboard.hpp"

int main(int count, char** arguments) {
  using namespace park;
  using namespace park::ui;
  if (count < 6) return 2;
  FilmStyle style;
  if (std::string(arguments[2]) == "en") style.language = Language::English;
  if (std::string(arguments[3]) == "light") style.theme = ThemeKind::Light;
  style.height = static_cast<unsigned>(std::strtoul(arguments[4], nullptr, 10));
  style.width = style.height * 16 / 9;
  const DisplayConnection display;
  FilmScene::Wishes wishes;
  for (int k = 5; k < count; ++k)
    wishes.scenarios.push_back(test::shared(test::value_or_throw(load_scenario(arguments[k]))));
  wishes.seed = wishes.scenarios.front()->seed;
  const auto scene = std::make_shared<const FilmScene>(wishes);
  const sf::Context context;
  Gui gui(Gui::Drawing::ByOpenGl);
  const study::Storyboard board = study::default_storyboard(wishes.scenarios);
  const FilmClock clock(board, 30);
  Film film(scene, board, clock, style, gui);
  for (std::size_t chapter = 0; chapter < clock.chapters(); ++chapter) {
    const std::size_t begin = clock.first_frame(chapter);
    const std::size_t end = chapter + 1 < clock.chapters() ? clock.first_frame(chapter + 1) : clock.frames();
    const std::string stem = std::string(arguments[1]) + "/" + std::to_string(chapter);
    export_still(film, clock.at((begin + end) / 2), stem + "_middle.png");
    export_still(film, clock.at(end - 1), stem + "_end.png");
  }
  return 0;
}
