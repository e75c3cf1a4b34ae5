// SPDX-License-Identifier: MIT
#include "brief_program.hpp"

#include <SFML/Window/Context.hpp>
#include <array>
#include <cstdio>
#include <span>

#include "backend/display.hpp"
#include "brief_command_line.hpp"
#include "brief_player.hpp"
#include "display_advice.hpp"
#include "present/film_export.hpp"
#include "present/page_export.hpp"
#include "scenario/fault_list.hpp"
#include "scenario/load.hpp"
#include "session/reference.hpp"
#include "study/briefing/default_storyboard.hpp"
#include "study/briefing/storyboard_reader.hpp"
#include "study/terminal/interrupt.hpp"
#include "study/terminal/progress.hpp"

namespace park::ui {
namespace {

using SharedScenario = std::shared_ptr<const Scenario>;

void complain(const Problems& problems) {
  for (const Problem& problem : problems) std::fprintf(stderr, "%s\n", to_string(problem).c_str());
}

/// With the months and the seed that the command line asks for.
SharedScenario as_asked(const SharedScenario& scenario, const BriefRequest& request) {
  if (!request.months && !request.seed) return scenario;
  Scenario asked = *scenario;
  asked.months = request.months.value_or(asked.months);
  asked.seed = request.seed.value_or(asked.seed);
  return std::make_shared<const Scenario>(std::move(asked));
}

/// One clock and one set of rivals for all: the reference's.
void lay_side_by_side(std::vector<SharedScenario>& scenarios, const BriefRequest& request) {
  const SharedScenario reference = as_asked(scenarios.front(), request);
  for (SharedScenario& scenario : scenarios) scenario = side_by_side(as_asked(scenario, request), *reference);
}

Checked<std::vector<SharedScenario>> load_all(const std::vector<std::filesystem::path>& files) {
  std::vector<SharedScenario> scenarios;
  Problems problems;
  for (const std::filesystem::path& file : files) {
    Checked<Scenario> scenario = load_scenario(file);
    if (scenario.ok()) {
      scenarios.push_back(std::make_shared<const Scenario>(std::move(scenario).value()));
    } else {
      append(problems, scenario.problems());
    }
  }
  if (!problems.empty()) return problems;
  return scenarios;
}

/// The storyboard with its scenarios: those of the command line, else those that its file names, else the
/// shipped ones.
Checked<study::Briefing> load_briefing(const BriefRequest& request) {
  std::vector<std::filesystem::path> files = request.scenarios;
  if (files.empty() && !request.storyboard) {
    for (const char* name : {"scenarios/baseline.json", "scenarios/whole_package.json"})
      files.push_back(shipped_data_folder() / name);
  }
  auto loaded = load_all(files);
  if (!loaded.ok()) return loaded.problems();
  std::vector<SharedScenario> scenarios = std::move(loaded).value();
  if (scenarios.empty()) {
    auto named = study::load_storyboard(*request.storyboard);
    if (!named.ok()) return named.problems();
    scenarios = std::move(named).value().scenarios;
    if (scenarios.empty())
      return Problems{
          {request.storyboard->string(), "/scenarios", "scenarios, here or on the command line", "none"}};
  }
  lay_side_by_side(scenarios, request);
  if (request.storyboard) return study::load_storyboard(*request.storyboard, scenarios);
  return study::Briefing{study::default_storyboard(scenarios), scenarios};
}

/// The moments of the months asked for; a month that the film does not show is a problem.
Checked<std::vector<FilmMoment>> moments_of(const BriefRequest& request, const Film& film) {
  std::vector<FilmMoment> moments;
  Problems problems;
  FaultList faults("command line", problems);
  const Scenario& scenario = film.scene().scenario(0);
  for (const YearMonth month : request.stills) {
    const auto frame = film.clock().frame_of(months_between(scenario.start, month) + 1);
    if (frame) {
      moments.push_back(film.clock().at(*frame));
    } else {
      faults.add(
          "/--still",
          "a month of the film, within " + to_string(scenario.start) + " to " +
              to_string(plus_months(scenario.start, static_cast<int>(film.scene().futures().months()) - 1)),
          to_string(month));
    }
  }
  if (!problems.empty()) return problems;
  return moments;
}

class BriefMaker {
 public:
  BriefMaker(const BriefRequest& request, Film& film) : request_(request), film_(film) {}

  int make() {
    switch (request_.kind) {
      case BriefKind::Film:
        return make_film(FilmFormat::Mp4);
      case BriefKind::Gif:
        return make_film(FilmFormat::Gif);
      case BriefKind::Page:
        return make_page();
      case BriefKind::Pictures:
        return make_film(FilmFormat::Pictures);
      case BriefKind::Stills:
        return make_stills();
      case BriefKind::Window:
        break;
    }
    throw Bug("a briefing of no kind");
  }

 private:
  int make_film(FilmFormat format) {
    const std::atomic<bool>& is_stopped = watch_for_interrupt();
    std::size_t frames = 0;
    {
      Progress progress(film_.texts(), request_.is_quiet);
      frames = export_film(film_, request_.out, format, [&](std::size_t done, std::size_t all) {
        progress.report(done, all);
        return !is_stopped;
      });
    }
    const double seconds = static_cast<double>(frames) / film_.clock().frames_a_second();
    const bool is_whole = frames == film_.clock().frames();
    std::array<char, 32> length{};
    std::snprintf(length.data(), length.size(), "%.1f", seconds);
    say(film_.texts()(is_whole ? "ui.brief.written" : "ui.brief.stopped",
                      {request_.out.string(), std::to_string(frames), length.data()}));
    return is_whole ? 0 : stopped_exit_code;
  }

  int make_page() {
    const std::atomic<bool>& is_stopped = watch_for_interrupt();
    bool is_written = false;
    {
      Progress progress(film_.texts(), request_.is_quiet);
      is_written = export_page(film_, request_.out, [&](std::size_t done, std::size_t all) {
        progress.report(done, all);
        return !is_stopped;
      });
    }
    if (!is_written) return stopped_exit_code;
    say(film_.texts()("ui.export.written", {request_.out.string()}));
    return 0;
  }

  int make_stills() {
    const auto moments = moments_of(request_, film_);
    if (!moments.ok()) {
      complain(moments.problems());
      return 2;
    }
    for (std::size_t k = 0; k < request_.stills.size(); ++k) {
      const bool is_file = request_.out.extension() == ".png";
      const std::filesystem::path file =
          is_file ? request_.out : request_.out / ("still_" + to_string(request_.stills[k]) + ".png");
      export_still(film_, moments.value()[k], file);
      say(film_.texts()("ui.export.written", {file.string()}));
    }
    return 0;
  }

  void say(const std::string& words) const {
    if (!request_.is_quiet) std::printf("%s\n", words.c_str());
  }

  const BriefRequest& request_;
  Film& film_;
};

int make_briefing(const BriefRequest& request, study::Briefing briefing, Language language) {
  FilmScene::Wishes wishes{briefing.scenarios, briefing.scenarios.front()->seed, request.runs};
  const auto scene = std::make_shared<const FilmScene>(wishes);
  const FilmStyle style{request.language.value_or(language), request.theme, request.width, request.height};
  if (request.kind == BriefKind::Window) {
    PlayerWishes player{style, !request.has_size, {}};
    if (!request.storyboard) player.retell = study::default_storyboard;
    play_briefing(scene, briefing.storyboard, player);
    return 0;
  }
  const sf::Context context;
  Gui gui(Gui::Drawing::ByOpenGl);
  const int rate = request.kind == BriefKind::Gif ? gif_frames_a_second : request.frames_a_second;
  const FilmClock clock(briefing.storyboard, rate);
  Film film(scene, std::move(briefing.storyboard), clock, style, gui);
  return BriefMaker(request, film).make();
}

}  // namespace

int brief_program(int count, const char* const* arguments) {
  const std::span<const char* const> words(arguments, static_cast<std::size_t>(count));
  const Texts texts = Texts::load(chosen_language(words));
  const auto request = read_brief_command_line(count, arguments, texts);
  if (!request.ok()) {
    complain(request.problems());
    return 2;
  }
  if (request.value().help) {
    std::fputs(request.value().help->c_str(), stdout);
    return 0;
  }
  auto briefing = load_briefing(request.value());
  if (!briefing.ok()) {
    complain(briefing.problems());
    return 2;
  }
  const DisplayConnection display;
  // Who wants a film without a display is told of the way to a file, not of the dashboard's.
  if (display.fault() == DisplayFault::NoDisplay) throw WorldError(texts("ui.brief.no_display"));
  if (const std::string advice = advice_on(display.fault(), texts); !advice.empty()) throw WorldError(advice);
  return make_briefing(request.value(), std::move(briefing).value(), texts.language());
}

}  // namespace park::ui
