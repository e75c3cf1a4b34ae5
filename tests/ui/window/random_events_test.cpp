// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <boost/random/uniform_int_distribution.hpp>
#include <cstdlib>

#include "core/random.hpp"
#include "scenario/load.hpp"
#include "workplace.hpp"

namespace park::ui {
namespace {

constexpr std::array<Size, 4> sizes = {{{1280, 720}, {1920, 1080}, {1366, 768}, {3840, 2160}}};

/// Events of the kinds a window sends, with values that a person's hands and a broken driver give alike.
class RandomEvents {
 public:
  explicit RandomEvents(std::uint64_t seed) : stream_{seed, Draw::WedgeOrder, 0} {}

  int between(int lo, int hi) { return boost::random::uniform_int_distribution<int>(lo, hi)(stream_); }

  sf::Event next(Size size) {
    sf::Event event{};
    switch (between(0, 11)) {
      case 0:
      case 1:
      case 2:
      case 3:
        event.type = sf::Event::MouseMoved;
        event.mouseMove = {between(-50, static_cast<int>(size.width) + 50),
                           between(-50, static_cast<int>(size.height) + 50)};
        break;
      case 4:
      case 5:
      case 6: {
        event.type = between(0, 2) == 0 ? sf::Event::MouseButtonReleased : sf::Event::MouseButtonPressed;
        event.mouseButton = {static_cast<sf::Mouse::Button>(between(0, 4)),
                             between(0, static_cast<int>(size.width)),
                             between(0, static_cast<int>(size.height))};
        break;
      }
      case 7:
        event.type = sf::Event::MouseWheelScrolled;
        event.mouseWheelScroll = {sf::Mouse::VerticalWheel, static_cast<float>(between(-3, 3)),
                                  between(0, 1000), between(0, 700)};
        break;
      case 8:
      case 9:
        event.type = between(0, 1) == 0 ? sf::Event::KeyPressed : sf::Event::KeyReleased;
        event.key = {static_cast<sf::Keyboard::Key>(between(-1, sf::Keyboard::KeyCount)), between(0, 7) == 0,
                     between(0, 2) == 0, between(0, 3) == 0, between(0, 9) == 0};
        break;
      case 10:
        event.type = sf::Event::TextEntered;
        event.text.unicode = static_cast<sf::Uint32>(between(0, 0x2FFFF));
        break;
      default:
        event.type =
            std::array{sf::Event::LostFocus, sf::Event::GainedFocus, sf::Event::MouseLeft,
                       sf::Event::MouseEntered, sf::Event::Closed}[static_cast<std::size_t>(between(0, 4))];
        break;
    }
    return event;
  }

 private:
  RandomStream stream_;
};

/// Ten thousand events, with frames between them as a window draws them: a crash, a broken promise or an
/// exception fails the test. The seed is in the name of what fails.
TEST(RandomEventsSlow, TenThousandEventsDoNoHarm) {
  setenv("PARKSIM_DATA", PARKSIM_SOURCE_DIR, 1);
  const std::uint64_t seed = 20260104;
  SCOPED_TRACE("seed " + std::to_string(seed));
  Session::Options options;
  options.runs = 2;
  options.workers = 1;
  auto session = std::make_shared<Session>(options);
  ASSERT_TRUE(session->open(shipped_data_folder() / "scenarios/whole_package.json").ok());
  Size size = sizes[0];
  Workplace place(session, {}, size, Language::Chinese, Gui::Drawing::Nowhere);
  place.dashboard().export_folder = testing::TempDir() + "random_events";
  RandomEvents events(seed);
  for (int i = 0; i < 10000; ++i) {
    if (events.between(0, 400) == 0) size = sizes[static_cast<std::size_t>(events.between(0, 3))];
    place.take(events.next(size));
    if (events.between(0, 3) == 0) place.build({size.width, size.height}, 0.016 * events.between(0, 20));
    // A question about closing is answered by no: the window would be gone.
    if (place.dashboard().is_closing) place.dashboard().is_closing = place.dashboard().wants_to_close = false;
  }
  EXPECT_GE(session->tab_count(), 1U);
}

}  // namespace
}  // namespace park::ui
