// SPDX-License-Identifier: MIT
#include "workplace.hpp"

#include <imgui.h>

#include <utility>

#include "backend/clear_patch.hpp"
#include "panels/shell.hpp"
#include "scenario/load.hpp"

namespace park::ui {
namespace {

constexpr const char* first_scenario = "scenarios/whole_package.json";

/// Slots from the largest through the bottom row to the right column: small windows have no more than the
/// first.
std::size_t slot_in_order(std::size_t place) {
  if (place == 0) return 0;
  return place <= most_bottom_slots ? most_right_slots + place : place - most_bottom_slots;
}

}  // namespace

Checked<std::shared_ptr<Session>> open_session(const Request& request) {
  Session::Options options;
  if (!request.picture) {
    options.state_folder = StateFolder::standard_path();
    options.waits_to_begin = true;
  }
  std::vector<std::filesystem::path> files = request.scenarios;
  if (files.empty()) files.push_back(shipped_data_folder() / first_scenario);
  Problems problems;
  if (files.size() > 1) {
    Checked<Scenario> baseline = load_scenario(files.front());
    if (baseline.ok()) {
      options.baseline = std::make_shared<const Scenario>(std::move(baseline).value());
      options.baseline_file = files.front();
      files.erase(files.begin());
    }  // else its problems are found with those of the others
  }
  auto session = std::make_shared<Session>(options);
  for (const std::filesystem::path& file : files) {
    if (const auto opened = session->open(file); !opened.ok()) append(problems, opened.problems());
  }
  if (!problems.empty()) return problems;
  return session;
}

float usual_scale(Size size) {
  if (size.height >= 2000 && size.width >= 3000) return 2;
  return size.height >= 1400 && size.width >= 2400 ? 1.5F : 1;
}

Workplace::Workplace(std::shared_ptr<Session> session, const Request& request, Size size, Language language,
                     Gui::Drawing drawing)
    : session_(std::move(session)), gui_(drawing), dashboard_(*session_) {
  dashboard_.view.language = request.language.value_or(language);
  dashboard_.view.theme = request.theme.value_or(ThemeKind::Dark);
  dashboard_.view.scale = request.scale ? static_cast<float>(*request.scale) : usual_scale(size);
  dashboard_.export_folder = shipped_data_folder() / "out" / "dashboard";
  for (std::size_t i = request.shown.size(); i-- > 0;) {
    if (i < most_slots) dashboard_.slots.show(slot_in_order(i), request.shown[i]);
  }
  const YearMonth start = session_->active_tab().now()->start;
  const int months = dashboard_.months();
  // Half-way there is most to see: blocks rise, firms come, what is missing shows.
  dashboard_.time.go_to(request.month ? months_between(start, *request.month) + 1 : months / 2, months);
}

void Workplace::take(const sf::Event& event) {
  gui_.take(event);
  if (event.type == sf::Event::Closed) dashboard_.wants_to_close = true;
  const bool is_wanted = ImGui::GetIO().WantTextInput || dashboard_.has_popup;
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-union-access): so SFML hands over its events
  if (event.type == sf::Event::KeyPressed && !is_wanted) take_key(dashboard_, event.key);
}

void Workplace::build_shell(sf::Vector2u size, double seconds) {
  wardrobe_.dress(gui_, dashboard_.view);
  // Arrows and space belong to the months, unless a menu or a question is open.
  ImGuiIO& io = ImGui::GetIO();
  if (dashboard_.has_popup) {
    io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  } else {
    io.ConfigFlags &= ~ImGuiConfigFlags_NavEnableKeyboard;
  }
  gui_.begin_frame(size, static_cast<float>(seconds));
  ImGui::PushFont(gui_.fonts().body);
  draw_shell(dashboard_, wardrobe_.look(gui_), static_cast<float>(size.x), static_cast<float>(size.y),
             seconds);
  ImGui::PopFont();
  dashboard_.has_popup = ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel);
}

std::vector<Patch> Workplace::draw(sf::RenderTarget& target, double seconds, bool keeps_frame) {
  const sf::Vector2u size = target.getSize();
  build(size, seconds);
  const Patch whole{0, 0, static_cast<int>(size.x), static_cast<int>(size.y)};
  const Color clear = theme_of(dashboard_.view.theme).panel;
  std::vector<Patch> patches = gui_.changes();
  if (!keeps_frame || clear_ != clear) patches.push_back(whole);
  clear_ = clear;
  dashboard_.map.prepare(patches, texts());
  patches = merged(patches, whole);
  for (const Patch& patch : patches) {
    clear_patch(target, patch, clear);
    dashboard_.map.draw(target, patch, texts());
    gui_.paint(target, patch);
  }
  return patches;
}

void Workplace::build(sf::Vector2u size, double seconds) {
  build_shell(size, seconds);
  while (!gui_.end_frame()) build_shell(size, 0);
}

}  // namespace park::ui
