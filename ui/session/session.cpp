// SPDX-License-Identifier: MIT
#include "session/session.hpp"

#include <algorithm>
#include <utility>

#include "core/assert.hpp"
#include "scenario/load.hpp"
#include "session/reference.hpp"
#include "session/same_scenario.hpp"

namespace park::ui {
namespace {

namespace fs = std::filesystem;

std::shared_ptr<const Scenario> shipped_baseline() {
  Checked<Scenario> baseline = load_scenario(shipped_data_folder() / "scenarios/baseline.json");
  if (!baseline.ok()) throw WorldError(to_string(baseline.problems().front()));
  return std::make_shared<const Scenario>(std::move(baseline).value());
}

bool is_same_file(const fs::path& a, const fs::path& b) {
  std::error_code error;
  return !a.empty() && !b.empty() && fs::equivalent(a, b, error) && !error;
}

fs::path full_path(const fs::path& file) {
  std::error_code error;
  fs::path result = fs::absolute(file, error).lexically_normal();
  return error ? file : result;
}

Problems locked_problem(const Scenario& baseline) {
  return {Problem{baseline.name, "/", "an edit of a copy", "an edit of the baseline"}};
}

}  // namespace

Session::Session(const Options& options)
    : options_(options),
      has_begun_(!options.waits_to_begin),
      state_(options.state_folder),
      ensemble_(pools_, LiveEnsemble::Options{options.workers}) {
  const auto baseline = options.baseline ? options.baseline : shipped_baseline();
  add_tab(std::make_unique<EditedScenario>(baseline, baseline,
                                           options.baseline
                                               ? full_path(options.baseline_file)
                                               : shipped_data_folder() / "scenarios/baseline.json"));
  if (state_.is_usable()) {
    recent_ = RecentFiles::read(recent_list());
    std::error_code error;
    is_first_start_ = !fs::exists(started_mark(), error);
    autosave_.emplace(state_.path());
    left_behind_ = KeptFolder::find_left_behind(state_.path());
    for (KeptFolder& folder : left_behind_) {
      if (folder.unsaved().empty()) folder.remove();
    }
    std::erase_if(left_behind_, [](const KeptFolder& folder) { return folder.unsaved().empty(); });
  }
  changed();
}

std::size_t Session::add_tab(std::unique_ptr<EditedScenario> edited) {
  tabs_.push_back({++last_id_, std::move(edited), false, nullptr, nullptr});
  active_ = tabs_.size() - 1;
  return active_;
}

std::optional<std::size_t> Session::tab_of(std::uint64_t owner) const {
  const auto found = std::ranges::find(tabs_, owner, &Tab::id);
  if (found == tabs_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - tabs_.begin());
}

void Session::activate(std::size_t place) {
  PARK_ASSERT(place < tabs_.size());
  active_edited().end_gesture();
  active_ = place;
  changed();
}

Checked<std::size_t> Session::open(const fs::path& file) {
  const auto open_already =
      std::ranges::find_if(tabs_, [&](const Tab& tab) { return is_same_file(tab.edited->file(), file); });
  if (open_already != tabs_.end()) {
    activate(static_cast<std::size_t>(open_already - tabs_.begin()));
    return active_;
  }
  Checked<Scenario> loaded = load_scenario(file);
  if (!loaded.ok()) return loaded.problems();
  auto state = std::make_shared<const Scenario>(std::move(loaded).value());
  add_tab(std::make_unique<EditedScenario>(std::move(state), tab(0).now(), full_path(file)));
  remember(active_tab().file());
  changed();
  return active_;
}

std::variant<std::size_t, CodeFault> Session::open_code(std::string_view code) {
  auto read = scenario_of_code(code);
  if (const auto* fault = std::get_if<CodeFault>(&read)) return *fault;
  auto state = std::make_shared<const Scenario>(std::move(std::get<Scenario>(read)));
  add_tab(std::make_unique<EditedScenario>(tab(0).now(), tab(0).now()));
  active_edited().restore(std::move(state));
  changed();
  return active_;
}

std::size_t Session::open_copy(std::size_t place, const std::string& label_zh, const std::string& label_en) {
  PARK_ASSERT(place < tabs_.size());
  Scenario copy = *tab(place).now();
  copy.label_zh = label_zh;
  copy.label_en = label_en;
  add_tab(std::make_unique<EditedScenario>(std::make_shared<const Scenario>(std::move(copy)), tab(0).now()));
  changed();
  return active_;
}

void Session::make_baseline(std::size_t place) {
  PARK_ASSERT(place < tabs_.size());
  if (is_locked(place)) return;
  const std::uint64_t active = owner_of(active_);
  std::swap(tabs_.front(), tabs_[place]);
  active_ = tab_of(active).value();
  tabs_.front().is_compared = false;
  for (Tab& tab : tabs_) tab.edited->set_baseline(tabs_.front().edited->now());
  changed();
}

void Session::close(std::size_t place) {
  PARK_ASSERT(place < tabs_.size() && !is_locked(place));
  tabs_.erase(tabs_.begin() + static_cast<std::ptrdiff_t>(place));
  if (active_ > place || active_ == tabs_.size()) --active_;
  changed();
}

Problems Session::apply(const Command& command) {
  if (is_locked(active_)) return locked_problem(*active_tab().now());
  Problems problems = active_edited().apply(command);
  changed();
  return problems;
}

Problems Session::apply(const std::vector<Command>& commands) {
  if (is_locked(active_)) return locked_problem(*active_tab().now());
  Problems problems = active_edited().apply(commands);
  changed();
  return problems;
}

void Session::end_gesture() { active_edited().end_gesture(); }

void Session::undo() {
  active_edited().undo();
  changed();
}

void Session::redo() {
  active_edited().redo();
  changed();
}

void Session::save(const fs::path& file) {
  write_file(file, to_json(*active_tab().now()));
  active_edited().set_saved(full_path(file));
  remember(active_tab().file());
  changed();
}

void Session::set_compared(const std::vector<std::size_t>& places) {
  for (Tab& tab : tabs_) tab.is_compared = false;
  for (const std::size_t place : places) {
    PARK_ASSERT(place < tabs_.size());
    tabs_[place].is_compared = !is_locked(place);
  }
  changed();
}

std::vector<std::size_t> Session::compared() const {
  std::vector<std::size_t> places;
  for (std::size_t place = 0; place < tabs_.size(); ++place) {
    if (tabs_[place].is_compared) places.push_back(place);
  }
  return places;
}

void Session::set_shares_assumptions(bool shares) {
  shares_assumptions_ = shares;
  changed();
}

const std::shared_ptr<const Scenario>& Session::fitted(Tab& tab, const Scenario& to) {
  const auto& now = tab.edited->now();
  const bool is_fresh = tab.fitted && tab.fitted_from == now && are_side_by_side(*tab.fitted, to);
  if (!is_fresh) {
    tab.fitted = side_by_side(now, to);
    tab.fitted_from = now;
  }
  return tab.fitted;
}

void Session::update_reference() {
  auto reference = reference_for(tab(0).now(), *active_tab().now(), shares_assumptions_);
  // An equal one that is there already keeps its runs.
  const bool is_known = reference_ && is_same(*reference_, *reference) && reference_->map == reference->map &&
                        reference_->targets == reference->targets;
  if (!is_known) reference_ = std::move(reference);
}

void Session::changed() {
  put_by();
  ask();
}

void Session::begin() {
  if (std::exchange(has_begun_, true)) return;
  ask();
}

void Session::ask() {
  update_reference();
  if (!has_begun_) return;
  LiveEnsemble::Asked asked{{reference_}, {tabs_.front().id}, active_tab().now()->seed, options_.runs};
  const auto add = [&](Tab& tab) {
    asked.scenarios.push_back(fitted(tab, *reference_));
    asked.owners.push_back(tab.id);
  };
  if (active_ != 0) add(tabs_[active_]);
  for (std::size_t place = 1; place < tabs_.size() && asked.scenarios.size() < max_futures; ++place) {
    if (place != active_ && tabs_[place].is_compared) add(tabs_[place]);
  }
  const bool is_asked = asked.scenarios == asked_.scenarios && asked.owners == asked_.owners &&
                        asked.seed == asked_.seed && generation_ > 0;
  // The same futures may be looked at from another tab.
  analyses_.look_at({reference_, active_ == 0 ? reference_ : asked.scenarios[1], asked.seed});
  if (is_asked) return;
  asked_ = asked;
  chronicles_.look_at(asked.scenarios, asked.seed);
  generation_ = ensemble_.ask(std::move(asked));
}

void Session::want_wedges(const std::string& outcome) {
  if (!is_busy()) analyses_.want_wedges(outcome);
}

void Session::want_bottlenecks() {
  if (!is_busy()) analyses_.want_bottlenecks();
}

void Session::want_clause_values() {
  if (!is_busy()) analyses_.want_clause_values();
}

}  // namespace park::ui
