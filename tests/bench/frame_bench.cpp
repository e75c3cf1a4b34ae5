// SPDX-License-Identifier: MIT
#include <benchmark/benchmark.h>

#include <SFML/Graphics/RenderWindow.hpp>
#include <algorithm>
#include <chrono>
#include <ctime>
#include <functional>
#include <thread>
#include <utility>

#include "backend/display.hpp"
#include "backend/partial_display.hpp"
#include "core/large_pages.hpp"
#include "present/film_export.hpp"
#include "present/shots.hpp"
#include "scenario/load.hpp"
#include "study/briefing/default_storyboard.hpp"
#include "workplace.hpp"

namespace park::ui {
namespace {

using Clock = std::chrono::steady_clock;
constexpr Size full_hd{1920, 1080};
constexpr Size four_k{3840, 2160};

/// A real window with the dashboard on the whole package, all runs and lives there.
class Scene {
 public:
  explicit Scene(Size size) : window_(sf::VideoMode(size.width, size.height), "bench", sf::Style::None) {
    window_.setPosition({0, 0});
    // Nothing is remembered: no tour shades the window, and a person's list of files stays as it is.
    session_ = std::make_shared<Session>(Session::Options());
    const auto opened = session_->open(shipped_data_folder() / "scenarios/whole_package.json");
    if (!opened.ok()) throw WorldError(to_string(opened.problems().front()));
    static_cast<void>(session_->wait());
    place_ =
        std::make_unique<Workplace>(session_, Request(), size, Language::Chinese, Gui::Drawing::ByOpenGl);
    for (int frame = 0; frame < 3; ++frame) {
      draw(0);
      place_->dashboard().wait_for_work();
    }
  }

  [[nodiscard]] Dashboard& dashboard() { return place_->dashboard(); }

  /// One frame as the window makes it; in seconds.
  double draw(double seconds) {
    for (sf::Event event{}; window_.pollEvent(event);) place_->take(event);
    const Clock::time_point begin = Clock::now();
    const auto patches = place_->draw(window_, seconds, is_drawn_ && display_.keeps_frame());
    is_drawn_ = true;
    display_.show(patches);
    return std::chrono::duration<double>(Clock::now() - begin).count();
  }

 private:
  sf::RenderWindow window_;
  PartialDisplay display_{window_};
  bool is_drawn_ = false;
  std::shared_ptr<Session> session_;
  std::unique_ptr<Workplace> place_;
};

/// A real window in which the briefing of the baseline and the whole package is played.
class Stage {
 public:
  Stage(Size size, double frames_a_second)
      : board_(study::default_storyboard(scenarios())),
        clock_(board_, 60),
        window_(sf::VideoMode(size.width, size.height), "bench", sf::Style::None),
        gui_(Gui::Drawing::ByOpenGl),
        film_(std::make_shared<const FilmScene>(FilmScene::Wishes{scenarios(), 2026, 8}), board_, clock_,
              {Language::Chinese, ThemeKind::Dark, size.width, size.height}, gui_),
        studio_(film_),
        step_(1 / frames_a_second) {
    window_.setPosition({0, 0});
  }

  /// Goes through a second of every chapter, begun in its middle, or in that of its flight; in seconds.
  double draw(int frame) {
    const int frames_a_chapter = static_cast<int>(1 / step_);
    const auto chapter = static_cast<std::size_t>(frame / frames_a_chapter) % clock_.chapters();
    const double begin = static_cast<double>(clock_.first_frame(chapter)) / clock_.frames_a_second() +
                         middle_of(board_.chapters[chapter]);
    for (sf::Event event{}; window_.pollEvent(event);) gui_.take(event);
    const Clock::time_point now = Clock::now();
    studio_.show(window_, clock_.at_seconds(begin + frame % frames_a_chapter * step_), Film::As::Moving);
    window_.display();
    return std::chrono::duration<double>(Clock::now() - now).count();
  }

 private:
  static double middle_of(const study::Chapter& chapter) {
    return (chapter.from == chapter.to ? chapter.seconds : longest_flight_seconds) / 2;
  }

  static std::vector<std::shared_ptr<const Scenario>> scenarios() {
    std::vector<std::shared_ptr<const Scenario>> both;
    for (const char* name : {"scenarios/baseline.json", "scenarios/whole_package.json"}) {
      auto loaded = load_scenario(shipped_data_folder() / name);
      if (!loaded.ok()) throw WorldError(to_string(loaded.problems().front()));
      both.push_back(std::make_shared<const Scenario>(std::move(loaded).value()));
    }
    return both;
  }

  study::Storyboard board_;
  FilmClock clock_;
  sf::RenderWindow window_;
  Gui gui_;
  Film film_;
  FilmStudio studio_;
  double step_;
};

/// What happens before each frame.
using Script = std::function<void(Dashboard&, int frame)>;

/// Times `draw`, given the number of the frame.
void measure(benchmark::State& state, const std::function<double(int frame)>& draw) {
  std::vector<double> times;
  int frame = 0;
  const std::clock_t processor = std::clock();
  for ([[maybe_unused]] auto _ : state) {
    times.push_back(draw(frame++));
    state.SetIterationTime(times.back());
  }
  // Of all threads, the driver's that fill pixels included: tells more than the clock on a machine that is
  // busy.
  state.counters["processor_ms"] = 1e3 * static_cast<double>(std::clock() - processor) / CLOCKS_PER_SEC /
                                   static_cast<double>(times.size());
  std::sort(times.begin(), times.end());
  const auto quantile = [&](double share) {
    return 1e3 * times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
  };
  state.counters["median_ms"] = quantile(0.5);
  state.counters["p90_ms"] = quantile(0.9);
  state.counters["p99_ms"] = quantile(0.99);
}

void frames(benchmark::State& state, Size size, const Script& before) {
  Scene scene(size);
  const Futures* shown = scene.dashboard().futures.get();
  int answers = 0;
  const Clock::time_point begin = Clock::now();
  measure(state, [&](int frame) {
    before(scene.dashboard(), frame);
    const double seconds = scene.draw(1.0 / 60);
    if (scene.dashboard().futures.get() != std::exchange(shown, scene.dashboard().futures.get())) ++answers;
    return seconds;
  });
  // Frames are cheap where nothing new is to be seen: how often something was belongs to their cost.
  state.counters["answers_a_second"] = answers / std::chrono::duration<double>(Clock::now() - begin).count();
}

void film(benchmark::State& state, Size size) {
  Stage stage(size, 30);
  measure(state, [&](int frame) { return stage.draw(frame); });
}

/// Nothing happens: what a frame costs at least.
void rest(Dashboard& /*dashboard*/, int /*frame*/) {}

void play(Dashboard& dashboard, int /*frame*/) {
  if (!dashboard.time.is_playing()) dashboard.time.toggle_play(dashboard.months());
}

void scrub(Dashboard& dashboard, int frame) { dashboard.time.go_to(frame * 7 % 121, dashboard.months()); }

/// A lever moves in every frame, so that the ensemble never rests.
void drag(Dashboard& dashboard, int frame) {
  // As between two frames of a window: without it most frames would come before any answer and draw nothing.
  std::this_thread::sleep_for(std::chrono::milliseconds(12));
  const auto problems =
      dashboard.session.apply(SetPolicy{"standard_factory_rent", 5 + 0.01 * (frame % 400), {}, 0});
  if (!problems.empty()) throw WorldError(to_string(problems.front()));
}

void switch_language(Dashboard& dashboard, int frame) {
  dashboard.view.language = frame % 2 == 0 ? Language::English : Language::Chinese;
}
void switch_scale(Dashboard& dashboard, int frame) { dashboard.view.scale = frame % 2 == 0 ? 1.5F : 1; }
void switch_theme(Dashboard& dashboard, int frame) {
  dashboard.view.theme = frame % 2 == 0 ? ThemeKind::Light : ThemeKind::Dark;
}
void switch_file(Dashboard& dashboard, int frame) {
  dashboard.session.activate(static_cast<std::size_t>(frame % 2));
}

void add(const char* name, Size size, const Script& script, int count) {
  benchmark::RegisterBenchmark(name, [=](benchmark::State& state) { frames(state, size, script); })
      ->UseManualTime()
      ->Iterations(count)
      ->Unit(benchmark::kMillisecond);
}

/// A second of each of the nine chapters, thirty frames a second.
void add_film(const char* name, Size size) {
  benchmark::RegisterBenchmark(name, [=](benchmark::State& state) { film(state, size); })
      ->UseManualTime()
      ->Iterations(270)
      ->Unit(benchmark::kMillisecond);
}

}  // namespace
}  // namespace park::ui

int main(int count, char** arguments) {
  using namespace park::ui;
  park::use_large_pages_for_heap();  // as parkview does
  benchmark::Initialize(&count, arguments);
  const DisplayConnection display;
  if (display.fault() != DisplayFault::None) {
    std::fprintf(stderr, "frame_bench: no display with OpenGL; run it by xvfb-run\n");
    return 1;
  }
  constexpr int many = 300;
  constexpr int few = 20;
  add("Frame/rest/1080p", full_hd, rest, many);
  add("Frame/play/1080p", full_hd, play, many);
  add("Frame/scrub/1080p", full_hd, scrub, many);
  add("Frame/drag_with_ensemble/1080p", full_hd, drag, many);
  add("Frame/play/4K", four_k, play, many);
  add("Frame/drag_with_ensemble/4K", four_k, drag, many / 2);
  add("Frame/switch_language/1080p", full_hd, switch_language, few);
  add("Frame/switch_theme/1080p", full_hd, switch_theme, few);
  add("Frame/switch_scale/1080p", full_hd, switch_scale, few);
  add("Frame/switch_file/1080p", full_hd, switch_file, few);
  add_film("Film/play/1080p", full_hd);
  add_film("Film/play/4K", four_k);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
