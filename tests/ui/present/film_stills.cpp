// SPDX-License-Identifier: MIT
// Draws the last frame of every chapter of a short film of two scenarios, for looking at:
// film_stills REFERENCE SCENARIO OUT_FOLDER [zh|en] [dark|light] [height]
#include <SFML/Window/Context.hpp>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "present/film_export.hpp"
#include "scenario/load.hpp"
#include "shipped_scenario.hpp"
#include "ui/present/sample_storyboard.hpp"

int main(int count, char** arguments) {
  using namespace park;
  using namespace park::ui;
  if (count < 4) return 2;
  const auto one = test::shared(test::value_or_throw(load_scenario(arguments[1])));
  const auto other = test::shared(test::value_or_throw(load_scenario(arguments[2])));
  const auto scene = std::make_shared<const FilmScene>(FilmScene::Wishes{{one, other}, one->seed, 32});
  const sf::Context context;
  Gui gui(Gui::Drawing::ByOpenGl);
  FilmStyle style;
  if (count > 4 && std::string(arguments[4]) == "en") style.language = Language::English;
  if (count > 5 && std::string(arguments[5]) == "light") style.theme = ThemeKind::Light;
  if (count > 6) style.height = static_cast<unsigned>(std::strtoul(arguments[6], nullptr, 10));
  style.width = style.height * 16 / 9;
  const study::Storyboard board = test::sample_storyboard(one->months);
  const FilmClock clock(board, 30);
  Film film(scene, board, clock, style, gui);
  for (std::size_t chapter = 0; chapter < clock.chapters(); ++chapter) {
    FilmMoment moment = clock.at(clock.first_frame(chapter) + 29);
    export_still(film, moment, std::string(arguments[3]) + "/" + std::to_string(chapter) + ".png");
  }
  return 0;
}
