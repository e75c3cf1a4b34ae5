// SPDX-License-Identifier: MIT
#include "panels/map_panel.hpp"

#include <imgui.h>

#include <algorithm>

#include "panels/dashboard.hpp"
#include "panels/inspector.hpp"
#include "panels/shown_futures.hpp"

namespace park::ui {
namespace {

constexpr float click_px = 4;
constexpr double wheel_factor = 1.25;
constexpr double close_m_per_px = 0.9;
constexpr float room_for_origins = 560;  ///< pixels at 100 %: in narrower maps they would hide the park

}  // namespace

MapPanel::MapPanel() : type_(MapType::load()) {}
MapPanel::~MapPanel() = default;

/// The ground of a map; scenarios that read the same map share it.
std::shared_ptr<const MapGround> MapPanel::ground_of(const std::shared_ptr<const ParkMap>& map) {
  if (ground_ && (ground_->shared_map() == map || is_same_ground(ground_->map(), *map))) return ground_;
  for (const Screen& screen : screens_) {
    if (screen.view && is_same_ground(screen.view->ground().map(), *map)) return screen.view->shared_ground();
  }
  ground_ = std::make_shared<const MapGround>(map);
  is_fitted_ = true;
  for (Screen& screen : screens_) screen.area = {};  // laid out and looked at anew
  return ground_;
}

/// `active`: the place in the futures of what is worked on.
void MapPanel::take_chronicles(Dashboard& dashboard, const Look& look, std::size_t active) {
  const Futures& futures = *dashboard.futures;
  std::vector<std::size_t> places = {active};
  if (is_beside_baseline_ && futures.scenario_count() > 1) {
    places.clear();
    for (std::size_t place = 0; place < std::min<std::size_t>(4, futures.scenario_count()); ++place) {
      places.push_back(place);
    }
  }
  screens_.resize(places.size());
  screens_shown_ = 0;
  is_waiting_for_plan_ = false;
  for (std::size_t k = 0; k < places.size(); ++k) {
    Screen& screen = screens_[k];
    const auto chronicle = dashboard.session.want_chronicle(places[k]);
    if (!chronicle) continue;
    const auto life = planner_.want(places[k], chronicle);
    if (const std::string fault = planner_.failure(places[k]); !fault.empty()) throw WorldError(fault);
    if (!life || life->chronicle != chronicle) is_waiting_for_plan_ = true;
    if (!life) continue;
    const Scenario& scenario = life->chronicle->scenario();
    if (screen.chronicle != life->chronicle) {
      screen.chronicle = life->chronicle;
      screen.view = std::make_unique<ParkMapView>(*life, ground_of(scenario.map), type_);
    }
    screen.label = look.texts.pick(scenario.label_zh, scenario.label_en);
    screen.color = scenario_color(look.theme, places[k]);
    ++screens_shown_;
  }
  if (screens_shown_ < places.size()) screens_shown_ = 0;  // all or none: they share one clock
}

void MapPanel::lay_out(const Box& box, float gap) {
  const std::size_t columns = screens_.size() > 1 ? 2 : 1;
  const std::size_t rows = (screens_.size() + columns - 1) / columns;
  const auto split = [&](float whole, std::size_t parts) {
    return (whole - gap * static_cast<float>(parts - 1)) / static_cast<float>(parts);
  };
  const float width = split(box.w, columns);
  const float height = split(box.h, rows);
  for (std::size_t k = 0; k < screens_.size(); ++k) {
    const std::size_t rows_above = k / columns;
    const auto column = static_cast<float>(k % columns);
    const auto row = static_cast<float>(rows_above);
    const sf::FloatRect area(std::round(box.x + column * (width + gap)),
                             std::round(box.y + row * (height + gap)), std::floor(width), std::floor(height));
    if (k == 0 && area != screens_[k].area && is_fitted_) {
      camera_ = overview(*ground_, area, is_oblique_);
      flight_.reset();
    }
    screens_[k].area = area;
  }
}

MapTarget MapPanel::target_in(const Screen& screen) const {
  if (selection_.kind != MapTarget::Kind::Plant) return {selection_.kind, selection_.index};
  const auto plant = screen.chronicle->find(selection_.who);
  return plant ? MapTarget{MapTarget::Kind::Plant, *plant} : MapTarget{};
}

MapSelection MapPanel::selection_of(const Screen& screen, const MapTarget& target) const {
  if (target.kind != MapTarget::Kind::Plant) return {target.kind, {}, target.index};
  return {target.kind, screen.chronicle->plants()[target.index].who, 0};
}

MapOptions MapPanel::options_for(std::size_t screen_place, const Box& legend, const Look& look) const {
  const Screen& screen = screens_[screen_place];
  MapOptions options;
  options.layer = layer_;
  options.hidden = hidden_[static_cast<std::size_t>(layer_)];
  options.theme = look.theme.kind;
  options.scale = look.scale;
  options.covered = {{legend.x, legend.y, legend.w, legend.h}};
  if (screens_.size() > 1) {
    const Box name = name_box(look, screen);
    options.covered.emplace_back(name.x, name.y, name.w, name.h);
    // They have one camera: one scale bar is enough, and origins would hide the park where it is small.
    const float room = screen.area.width - look.px(corner_of_scale_bar);
    options.has_furniture = screen_place + 1 == screens_.size() && legend.w <= room;
    options.has_origins = screen.area.width >= look.px(room_for_origins);
    options.names_all = options.has_origins;
  }
  options.selected = target_in(screen);
  if (hovered_.kind == MapTarget::Kind::Plant) {
    if (const auto plant = screen.chronicle->find(hovered_.who)) options.hovered = {hovered_.kind, *plant};
  } else {
    options.hovered = {hovered_.kind, hovered_.index};
  }
  return options;
}

const MapPanel::Screen* MapPanel::screen_at(sf::Vector2f pixel) const {
  for (std::size_t k = 0; k < screens_shown_; ++k) {
    if (screens_[k].area.contains(pixel)) return &screens_[k];
  }
  return nullptr;
}

void MapPanel::fly_to(const MapCamera& camera) {
  flight_ = Flight{camera_, camera};
  is_fitted_ = false;
}

void MapPanel::fly_to_selection() {
  if (screens_shown_ == 0) return;
  const Screen& screen = screens_[screens_shown_ - 1];
  const auto place = screen.view->place_of(target_in(screen));
  if (!place) return;
  MapCamera camera = flight_ ? flight_->to : camera_;
  camera.centre = *place;
  camera.metres_per_pixel = std::min(camera.metres_per_pixel, close_m_per_px);
  // The middle of what the card leaves free.
  fly_to(panned(camera, screen.area, {-card_width_ / 2, 0}));
}

void MapPanel::toggle_view() {
  is_oblique_ = !is_oblique_;
  if (screens_.empty()) return;
  MapCamera camera = is_fitted_ ? overview(*ground_, first_area(), is_oblique_) : camera_;
  camera.pitch_degrees = is_oblique_ ? oblique_pitch : plan_pitch;
  camera.azimuth_degrees = is_oblique_ ? oblique_azimuth : 0;
  const bool stays_fitted = is_fitted_;
  fly_to(camera);
  is_fitted_ = stays_fitted;
}

void MapPanel::next_layer() {
  layer_ = static_cast<MapLayer>((static_cast<std::size_t>(layer_) + 1) % map_layer_count);
}

void MapPanel::show_whole() {
  if (screens_.empty() || !ground_) return;
  fly_to(overview(*ground_, first_area(), is_oblique_));
  is_fitted_ = true;
}

void MapPanel::step_firm(int by) {
  if (screens_shown_ == 0) return;
  const Screen& screen = screens_[screens_shown_ - 1];
  std::vector<const PlantSight*> order;
  for (const PlantSight& sight : screen.chronicle->at(static_cast<int>(month_)).plants) {
    if (sight.has_site) order.push_back(&sight);
  }
  if (order.empty()) return;
  std::ranges::stable_sort(order, std::greater<>{}, &PlantSight::workers);
  const MapTarget now = target_in(screen);
  const auto found =
      std::ranges::find_if(order, [&](const PlantSight* sight) { return now.is_plant(sight->plant); });
  const auto count = static_cast<std::ptrdiff_t>(order.size());
  const std::ptrdiff_t at = found == order.end() ? (by > 0 ? -1 : 0) : found - order.begin();
  const PlantSight* next = order[static_cast<std::size_t>(((at + by) % count + count) % count)];
  selection_ = selection_of(screen, {MapTarget::Kind::Plant, next->plant});
  fly_to_selection();
}

/// While months go by the camera goes to the largest firm that starts or begins to produce, unless one is
/// selected: then it stays with that.
void MapPanel::follow(const Dashboard& dashboard) {
  const int month = dashboard.time.month();
  if (!is_following_ || !dashboard.time.is_playing() || month == followed_month_ || screens_shown_ == 0)
    return;
  followed_month_ = month;
  if (flight_) return;
  const Screen& screen = screens_[screens_shown_ - 1];
  if (selection_.kind == MapTarget::Kind::Plant) {
    fly_to_selection();
    return;
  }
  const PlantSight* largest = nullptr;
  for (const PlantSight& sight : screen.chronicle->at(month).plants) {
    const PlantRecord& record = screen.chronicle->plants()[sight.plant];
    const bool is_new = record.started_month == month || record.producing_month == month;
    if (is_new && (largest == nullptr ||
                   record.workers_promised > screen.chronicle->plants()[largest->plant].workers_promised)) {
      largest = &sight;
    }
  }
  if (largest == nullptr) return;
  const auto place = screen.view->place_of({MapTarget::Kind::Plant, largest->plant});
  if (!place) return;
  MapCamera camera = camera_;
  camera.centre = *place;
  camera.metres_per_pixel = std::min(camera.metres_per_pixel, 1.4);
  fly_to(camera);
  flight_->seconds = 1.4;
}

void MapPanel::take_click(const Screen& screen, sf::Vector2f mouse, bool is_double) {
  selection_ = selection_of(screen, screen.view->pick(mouse));
  if (is_double && selection_.kind != MapTarget::Kind::Nothing) fly_to_selection();
}

void MapPanel::take_mouse(Dashboard& dashboard, const Look& look, const Box& box) {
  const ImGuiIO& io = ImGui::GetIO();
  ImGui::SetCursorScreenPos({box.x, box.y});
  ImGui::InvisibleButton("map", {std::max(1.0F, box.w), std::max(1.0F, box.h)},
                         ImGuiButtonFlags_MouseButtonLeft | ImGuiButtonFlags_MouseButtonRight |
                             ImGuiButtonFlags_MouseButtonMiddle);
  ImGui::SetItemAllowOverlap();
  hovered_ = {};
  const sf::Vector2f mouse(io.MousePos.x, io.MousePos.y);
  const Screen* screen = screen_at(mouse);
  const bool is_hovered = ImGui::IsItemHovered() && screen != nullptr;
  if (is_hovered && io.MouseWheel != 0) {
    camera_ =
        zoomed_at(camera_, screen->area, mouse, std::pow(wheel_factor, static_cast<double>(io.MouseWheel)));
    flight_.reset();
    is_fitted_ = false;
  }
  if (ImGui::IsItemActivated()) dragged_px_ = 0;
  if (ImGui::IsItemActive()) {
    dragged_px_ += std::abs(io.MouseDelta.x) + std::abs(io.MouseDelta.y);
    if (dragged_px_ > click_px * look.scale && !screens_.empty()) {
      camera_ = panned(camera_, first_area(), {io.MouseDelta.x, io.MouseDelta.y});
      flight_.reset();
      is_fitted_ = false;
    }
  } else if (is_hovered && screen->view->projection() != nullptr) {
    hovered_ = selection_of(*screen, screen->view->pick(mouse));
  }
  const bool is_click = ImGui::IsItemDeactivated() && dragged_px_ <= click_px * look.scale;
  if (is_click && screen != nullptr && ImGui::IsMouseReleased(ImGuiMouseButton_Left)) {
    take_click(*screen, mouse, false);
  }
  if (is_hovered && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) take_click(*screen, mouse, true);
  static_cast<void>(dashboard);
}

void MapPanel::build(Dashboard& dashboard, const Look& look, const Box& box, double seconds) {
  month_ = dashboard.time.moment();
  is_playing_ = dashboard.time.is_playing();
  if (is_playing_) seconds_ += seconds;
  is_waiting_for_story_ = false;
  Box inside = box;
  const Box bar = inside.take_top(look.px(38));
  if (dashboard.futures)
    take_chronicles(dashboard, look, place_of_active(*dashboard.futures, dashboard.session));
  if (screens_shown_ > 0) {
    lay_out(inside, look.px(6));
    if (flight_) {
      flight_->gone += seconds;
      camera_ = flown(flight_->from, flight_->to, flight_->gone / flight_->seconds);
      if (flight_->gone >= flight_->seconds) flight_.reset();
    }
    follow(dashboard);
    take_mouse(dashboard, look, inside);
    is_camera_at_rest_ = camera_ == camera_before_;
    camera_before_ = camera_;
    choose_time(seconds);
    std::vector<LegendStrip> legends;
    for (std::size_t k = 0; k < screens_shown_; ++k) {
      Screen& screen = screens_[k];
      legends.push_back(legend_strip(look, k));
      screen.view->arrange(screen.area, shown_, camera_, options_for(k, legends[k].box, look));
    }
    for (std::size_t k = 0; k < screens_shown_; ++k) draw_legend_strip(look, k, legends[k]);
    const Screen& told = screens_[screens_shown_ - 1];
    const InspectorWishes wishes{*told.view, told.chronicle, dashboard, look, target_in(told), stories_};
    const InspectorAnswer answer = draw_inspector(wishes, inside);
    is_waiting_for_story_ = answer.is_waiting;
    card_width_ = look.px(inspector_width);
    if (answer.is_closed) selection_ = {};
    if (answer.wanted.kind != MapTarget::Kind::Nothing) {
      selection_ = selection_of(told, answer.wanted);
      fly_to_selection();
    }
    draw_tooltip(look);
  } else {
    Canvas canvas(look);
    canvas.text_in(look.fonts.body, inside, look.theme.text_faint, look.texts("ui.picture.comes"),
                   Align::Middle);
  }
  draw_toolbar(dashboard, look, bar);
}

/// While the camera rests, the map is drawn anew sixteen times a second at most: when months go by nothing on
/// it moves by more than a pixel in between, and a hand that scrubs through the years is followed well
/// enough.
void MapPanel::choose_time(double seconds) {
  constexpr double often_enough = 1.0 / 16;
  unshown_ += seconds;
  if (is_camera_at_rest_ && unshown_ < often_enough) return;
  shown_ = {month_, seconds_};
  unshown_ = 0;
}

}  // namespace park::ui
