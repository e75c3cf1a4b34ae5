// SPDX-License-Identifier: MIT
#include "dashboard_window.hpp"

#include <SFML/Graphics/RenderWindow.hpp>
#include <chrono>
#include <cmath>
#include <thread>

#include "backend/frame_clock.hpp"
#include "backend/partial_display.hpp"
#include "backend/picture.hpp"
#include "frame_pace.hpp"

namespace park::ui {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds progress_time(200);

Size usual_size() {
  const sf::VideoMode screen = sf::VideoMode::getDesktopMode();
  // Room for the bars of the desktop.
  const auto most = [](unsigned of_screen, unsigned smallest, unsigned largest) {
    const auto wanted = static_cast<unsigned>(static_cast<double>(of_screen) * 0.94);
    return std::min(of_screen, std::clamp(wanted, smallest, largest));
  };
  return {most(screen.width, smallest_size.width, largest_size.width),
          most(screen.height, smallest_size.height, largest_size.height)};
}

class DashboardWindow {
 public:
  DashboardWindow(const Request& request, std::shared_ptr<Session> session, Language language)
      : size_(request.size.value_or(usual_size())),
        window_(open(false)),
        display_(*window_),
        place_(std::move(session), request, size_, language, Gui::Drawing::ByOpenGl) {}

  void run() {
    Clock::time_point last = Clock::now();
    while (!place_.dashboard().is_closing) {
      take_events();
      if (!has_something_new()) {
        std::this_thread::sleep_for(nap);
        continue;
      }
      const Clock::time_point now = Clock::now();
      // After a rest the first frame is not the time since the last one ahead.
      const double seconds = std::min(0.1, std::chrono::duration<double>(now - last).count());
      last = now;
      draw(seconds);
      std::this_thread::sleep_until(now + std::chrono::duration_cast<Clock::duration>(frame_time));
    }
    window_->close();
  }

 private:
  [[nodiscard]] std::unique_ptr<sf::RenderWindow> open(bool full_screen) const {
    const sf::VideoMode mode =
        full_screen ? sf::VideoMode::getDesktopMode() : sf::VideoMode(size_.width, size_.height);
    const sf::Uint32 style = full_screen ? sf::Style::Fullscreen : sf::Style::Default;
    auto window = std::make_unique<sf::RenderWindow>(mode, "parksim", style);
    // Without a window manager SFML puts it off the screen.
    window->setPosition({0, 0});
    return window;
  }

  void take_events() {
    for (sf::Event event{}; window_->pollEvent(event);) {
      if (event.type == sf::Event::Resized) {
        holds_frame_ = false;
        window_->setView(sf::View(sf::FloatRect(0, 0, static_cast<float>(event.size.width),
                                                static_cast<float>(event.size.height))));
      }
      place_.take(event);
      frames_left_ = frames_after_event;
    }
  }

  /// Whether a frame would look different from the last one.
  bool has_something_new() {
    Dashboard& dashboard = place_.dashboard();
    const bool is_answer_new = dashboard.session.snapshot() != dashboard.futures;
    const bool is_moving = dashboard.time.is_playing() || dashboard.map.is_moving() ||
                           dashboard.wanted_picture || !dashboard.notices.empty();
    if (is_answer_new || is_moving) frames_left_ = std::max(frames_left_, 2);
    // What is worked on in the background tells how far it is, but not sixty times a second.
    if (dashboard.is_working() && Clock::now() - drawn_ > progress_time)
      frames_left_ = std::max(frames_left_, 2);
    if (frames_left_ == 0) return false;
    --frames_left_;
    return true;
  }

  void draw(double seconds) {
    Dashboard& dashboard = place_.dashboard();
    if (dashboard.view.is_full_screen != is_full_screen_) {
      is_full_screen_ = dashboard.view.is_full_screen;
      window_ = open(is_full_screen_);
      display_ = PartialDisplay(*window_);
      holds_frame_ = false;
    }
    clock_.begin();
    dashboard.frames_a_second = clock_.frames_a_second();
    const std::vector<Patch> patches = place_.draw(*window_, seconds, holds_frame_ && display_.keeps_frame());
    holds_frame_ = true;
    if (dashboard.wanted_picture && --dashboard.wanted_picture->frames_until <= 0) save_picture();
    clock_.end();
    drawn_ = Clock::now();
    display_.show(patches);
    dashboard.session.begin();  // once something is to be seen
  }

  void save_picture() {
    Dashboard& dashboard = place_.dashboard();
    const WantedPicture wanted = *dashboard.wanted_picture;
    dashboard.wanted_picture.reset();
    const auto whole = [](float pixels) { return static_cast<int>(std::lround(pixels)); };
    try {
      std::error_code error;
      std::filesystem::create_directories(wanted.file.parent_path(), error);
      save_png(picture_of(*window_, {whole(wanted.part.x), whole(wanted.part.y), whole(wanted.part.w),
                                     whole(wanted.part.h)}),
               wanted.file);
      dashboard.say(place_.texts()("ui.export.written", {wanted.file.string()}));
    } catch (const WorldError& error) {
      dashboard.say(error.what(), true);
    }
  }

  Size size_;
  std::unique_ptr<sf::RenderWindow> window_;
  PartialDisplay display_;
  bool holds_frame_ = false;  ///< the window, of what was drawn last
  Workplace place_;
  FrameClock clock_;
  int frames_left_ = frames_after_event;
  Clock::time_point drawn_;
  bool is_full_screen_ = false;
};

}  // namespace

void run_dashboard_window(const Request& request, std::shared_ptr<Session> session, Language language) {
  DashboardWindow(request, std::move(session), language).run();
}

}  // namespace park::ui
