// SPDX-License-Identifier: MIT
// Draws the park's map alone, offscreen, for looking at: map_stills SCENARIO OUT.png [key=value...]
#include <GL/gl.h>

#include <SFML/Graphics/RenderTexture.hpp>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <map>
#include <string>

#include "indicators/indicators.hpp"
#include "map/furniture.hpp"
#include "map/park_map_view.hpp"
#include "scenario/load.hpp"
#include "shipped_scenario.hpp"

namespace {

using namespace park;
using namespace park::ui;

struct Wishes {
  std::map<std::string, std::string> values;

  [[nodiscard]] std::string text(const std::string& key, const std::string& otherwise) const {
    const auto found = values.find(key);
    return found == values.end() ? otherwise : found->second;
  }
  [[nodiscard]] double number(const std::string& key, double otherwise) const {
    return std::strtod(text(key, std::to_string(otherwise)).c_str(), nullptr);
  }
};

MapLayer layer_of(const std::string& name) {
  for (std::size_t k = 0; k < map_layer_count; ++k) {
    if (key_of(static_cast<MapLayer>(k)) == name) return static_cast<MapLayer>(k);
  }
  return MapLayer::Milestone;
}

int draw(const char* scenario_file, const char* picture, const Wishes& wishes) {
  const auto scenario = test::shared(test::value_or_throw(load_scenario(scenario_file)));
  const auto chronicle = record_chronicle(scenario, scenario->seed);
  using Clock = std::chrono::steady_clock;
  const auto since = [](Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
  };
  auto start = Clock::now();
  const auto ground = std::make_shared<const MapGround>(scenario->map);
  std::printf("ground %.1f ms, ", since(start));
  const auto type = MapType::load();
  const Texts texts = Texts::load(wishes.text("lang", "zh") == "zh" ? Language::Chinese : Language::English);
  start = Clock::now();
  ParkMapView view(chronicle, ground, type);
  std::printf("plan %.1f ms\n", since(start));
  const auto width = static_cast<unsigned>(wishes.number("width", 1920));
  const auto height = static_cast<unsigned>(wishes.number("height", 1080));
  sf::RenderTexture target;
  if (!target.create(width, height)) return 1;
  const sf::FloatRect area(0, 0, static_cast<float>(width), static_cast<float>(height));
  MapOptions options;
  options.layer = layer_of(wishes.text("layer", "milestone"));
  options.theme = wishes.text("theme", "dark") == "dark" ? ThemeKind::Dark : ThemeKind::Light;
  options.scale = static_cast<float>(wishes.number("scale", 1));
  MapCamera camera = overview(*ground, area, wishes.text("view", "plan") != "plan");
  camera.metres_per_pixel /= wishes.number("zoom", 1);
  camera.centre = camera.centre + PointM{wishes.number("east", 0), wishes.number("north", 0)};
  camera.azimuth_degrees = wishes.number("azimuth", camera.azimuth_degrees);
  camera.pitch_degrees = wishes.number("pitch", camera.pitch_degrees);
  const auto who = parse_identity(wishes.text("plant", ""));
  if (who) options.selected = MapTarget{MapTarget::Kind::Plant, chronicle->find(*who).value()};
  MapTime time{wishes.number("month", 120), wishes.number("seconds", 0)};
  const int frames = static_cast<int>(wishes.number("frames", 1));
  std::clock_t cpu = std::clock();
  for (int k = 0; k < frames; ++k) {
    time.seconds += 1.0 / 30;
    view.draw(target, area, time, camera, options, texts);
    draw_legend(target, *type,
                legend_of(options.layer, *chronicle, chronicle->at(static_cast<int>(time.month)),
                          options.hidden, theme_of(options.theme), texts),
                {16 * options.scale, area.height - 12 * options.scale}, theme_of(options.theme),
                map_colors(theme_of(options.theme)), options.scale);
    target.display();
    glFinish();
    if (k > 0) continue;
    start = Clock::now();
    cpu = std::clock();
  }
  std::printf("%zu triangles\n", view.triangles());
  if (frames > 1) {
    // On a busy machine the processor's time tells more than the clock's.
    const double spent = 1e3 * static_cast<double>(std::clock() - cpu) / CLOCKS_PER_SEC;
    std::printf("%.2f ms a frame, of processor time %.2f\n", since(start) / (frames - 1),
                spent / (frames - 1));
  }
  return target.getTexture().copyToImage().saveToFile(picture) ? 0 : 1;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) {
    std::fprintf(stderr, "map_stills SCENARIO OUT.png [key=value...]\n");
    return 2;
  }
  Wishes wishes;
  for (int k = 3; k < count; ++k) {
    const std::string wish = arguments[k];
    const std::size_t equals = wish.find('=');
    if (equals != std::string::npos) wishes.values[wish.substr(0, equals)] = wish.substr(equals + 1);
  }
  return draw(arguments[1], arguments[2], wishes);
}
