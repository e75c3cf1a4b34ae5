// SPDX-License-Identifier: MIT
#pragma once

#include <SFML/Graphics/RenderTexture.hpp>
#include <memory>
#include <optional>
#include <vector>

#include "backend/patch.hpp"
#include "charts/box.hpp"
#include "map/furniture.hpp"
#include "map/park_map_view.hpp"
#include "session/stories.hpp"

namespace park::ui {

struct Dashboard;
struct Look;

/// What is selected, by names that mean the same in every life of a scenario.
struct MapSelection {
  MapTarget::Kind kind = MapTarget::Kind::Nothing;
  Identity who;             ///< of a plant
  std::uint32_t index = 0;  ///< of anything else

  bool operator==(const MapSelection&) const = default;
};

/// The map of the dashboard: its toolbar, mouse and keys, legend, inspector. Dear ImGui's part is built
/// inside a slot's window; the map itself is drawn below it by draw().
class MapPanel {
 public:
  MapPanel();
  ~MapPanel();
  MapPanel(const MapPanel&) = delete;
  MapPanel& operator=(const MapPanel&) = delete;

  /// Builds the frame's toolbar, legend and inspector in `box` and arranges the maps.
  void build(Dashboard& dashboard, const Look& look, const Box& box, double seconds);
  /// No map in this frame.
  void hide() {
    screens_shown_ = 0;
    is_waiting_for_plan_ = is_waiting_for_story_ = is_half_drawn_ = false;
  }
  /// Gets ready to draw what was built. `others` are the patches of the frame that differ for other reasons;
  /// adds those where the map does.
  void prepare(std::vector<Patch>& others, const Texts& texts);
  /// Draws what lies within a patch, before Dear ImGui is drawn.
  void draw(sf::RenderTarget& target, const Patch& patch, const Texts& texts);
  /// Whether a next frame will look different although nothing happens: the camera flies, a life is being
  /// planned or told, or the month is not yet drawn, or half.
  [[nodiscard]] bool is_moving() const {
    return is_half_drawn_ || flight_.has_value() || is_waiting_for_plan_ || is_waiting_for_story_ ||
           (screens_shown_ > 0 && month_ != shown_.month);
  }
  /// Blocks until the maps and the inspector have what they asked for.
  void wait_for_work() {
    planner_.wait();
    stories_.wait();
  }

  void select(const MapSelection& selection) { selection_ = selection; }
  [[nodiscard]] const MapSelection& selection() const { return selection_; }
  void toggle_view();
  void next_layer();
  void show_whole();
  /// Selects the next firm by size (or the one before, -1) and flies there.
  void step_firm(int by);
  void close_inspector() { selection_ = {}; }
  void toggle_beside_baseline() { is_beside_baseline_ = !is_beside_baseline_; }
  [[nodiscard]] MapLayer layer() const { return layer_; }
  /// Maps of this frame: none before the first life is there.
  [[nodiscard]] std::size_t screen_count() const { return screens_shown_; }
  [[nodiscard]] const ParkMapView& view(std::size_t screen) const { return *screens_[screen].view; }

 private:
  /// What a picture of a map depends on.
  struct Drawn {
    const ParkMapView* view = nullptr;
    std::uint64_t version = 0;
    sf::FloatRect area;
    Language language = Language::Chinese;
    bool operator==(const Drawn&) const = default;
    [[nodiscard]] bool has_place_of(const Drawn& other) const {
      return view == other.view && area == other.area && language == other.language;
    }
  };
  struct Screen {
    std::shared_ptr<const ParkChronicle> chronicle;
    std::unique_ptr<ParkMapView> view;
    sf::FloatRect area;
    std::string label;
    Color color;
    // A picture of the map at rest, for when a hand moves something over it.
    std::unique_ptr<sf::RenderTexture> kept;
    std::optional<Drawn> kept_as;
    // The one that follows it, of which country and land are drawn.
    std::unique_ptr<sf::RenderTexture> coming;
    std::optional<Drawn> coming_as;
    // What is the same in all months, for the next one; its version is that of the country.
    std::unique_ptr<sf::RenderTexture> country;
    std::optional<Drawn> country_as;
  };
  /// The layer's legend on a map: its lines, where each stands, the ground below all.
  struct LegendStrip {
    std::vector<LegendLine> lines;
    std::vector<Box> entries;
    Box box;
    bool has_words = true;  ///< else marks and amounts only
  };
  struct Flight {
    MapCamera from, to;
    double gone = 0;
    double seconds = 0.8;
  };

  [[nodiscard]] std::shared_ptr<const MapGround> ground_of(const std::shared_ptr<const ParkMap>& map);
  void take_chronicles(Dashboard& dashboard, const Look& look, std::size_t active);
  void lay_out(const Box& box, float gap);
  void follow(const Dashboard& dashboard);
  void take_mouse(Dashboard& dashboard, const Look& look, const Box& box);
  void choose_time(double seconds);
  [[nodiscard]] static Drawn drawn_as(const Screen& screen, const Texts& texts);
  static void keep(Screen& screen, const Texts& texts);
  static void begin_coming(Screen& screen, const Texts& texts);
  [[nodiscard]] Drawn next_picture(Screen& screen, const Texts& texts);
  void take_click(const Screen& screen, sf::Vector2f mouse, bool is_double);
  void draw_toolbar(Dashboard& dashboard, const Look& look, Box bar);
  void draw_layer_choice(const Look& look);
  void draw_names(const Look& look) const;
  static constexpr float corner_of_scale_bar = 190;  ///< pixels of a map's width at 100 %
  [[nodiscard]] static Box name_box(const Look& look, const Screen& screen);
  [[nodiscard]] LegendStrip legend_strip(const Look& look, std::size_t screen_place) const;
  void draw_legend_strip(const Look& look, std::size_t screen_place, const LegendStrip& strip);
  void draw_tooltip(const Look& look) const;
  void fly_to(const MapCamera& camera);
  void fly_to_selection();
  [[nodiscard]] MapOptions options_for(std::size_t screen_place, const Box& legend, const Look& look) const;
  [[nodiscard]] MapTarget target_in(const Screen& screen) const;
  [[nodiscard]] MapSelection selection_of(const Screen& screen, const MapTarget& target) const;
  [[nodiscard]] const Screen* screen_at(sf::Vector2f pixel) const;
  [[nodiscard]] sf::FloatRect first_area() const { return screens_.front().area; }

  std::shared_ptr<const MapType> type_;
  std::shared_ptr<const MapGround> ground_;
  std::vector<Screen> screens_;
  std::size_t screens_shown_ = 0;
  std::vector<Drawn> drawn_;    ///< on the screen now
  bool is_half_drawn_ = false;  ///< the next picture of a map is begun
  SitePlanner planner_;
  bool is_waiting_for_plan_ = false;
  Stories stories_;
  bool is_waiting_for_story_ = false;

  MapLayer layer_ = MapLayer::Milestone;
  std::array<CategorySet, map_layer_count> hidden_{};
  bool is_oblique_ = true;
  bool is_following_ = false;
  bool is_beside_baseline_ = false;
  MapCamera camera_;
  bool is_fitted_ = false;  ///< the camera shows the whole park and keeps doing so when the panel grows
  std::optional<Flight> flight_;
  MapSelection selection_;
  MapSelection hovered_;
  float dragged_px_ = 0;
  double seconds_ = 0;  ///< the viewer's clock: lorries move while months go by
  MapTime shown_;       ///< the time that is drawn: behind by a sixteenth of a second at most
  double unshown_ = 1;  ///< seconds since it was drawn anew; the first time at once
  bool is_camera_at_rest_ = false;
  bool is_playing_ = false;
  MapCamera camera_before_;
  int followed_month_ = -1;
  double month_ = 0;
  float card_width_ = 0;  ///< of the inspector, pixels
};

}  // namespace park::ui
