// SPDX-License-Identifier: MIT
// What a session remembers and puts by.
#include <algorithm>

#include "scenario/load.hpp"
#include "session/session.hpp"

namespace park::ui {

void Session::remember(const std::filesystem::path& file) {
  recent_.add(file);
  if (autosave_) autosave_->write_beside(recent_list(), recent_.text());
}

void Session::put_by() {
  if (!autosave_) return;
  std::vector<KeptTab> kept;
  for (const Tab& tab : tabs_) {
    const bool is_modified = tab.edited->is_modified();
    kept.push_back({tab.id, tab.edited->file(), is_modified ? tab.edited->now() : nullptr});
  }
  autosave_->keep(std::move(kept));
}

bool Session::is_anything_unsaved() const {
  return std::ranges::any_of(tabs_, [](const Tab& tab) { return tab.edited->is_modified(); });
}

std::string Session::state_fault() const { return autosave_ ? autosave_->failure() : state_.reason(); }

std::vector<KeptFolder::Unsaved> Session::left_behind() const {
  std::vector<KeptFolder::Unsaved> all;
  for (const KeptFolder& folder : left_behind_) {
    for (KeptFolder::Unsaved& unsaved : folder.unsaved()) all.push_back(std::move(unsaved));
  }
  return all;
}

Problems Session::recover(const KeptFolder::Unsaved& unsaved) {
  Checked<Scenario> kept = load_scenario(unsaved.kept);
  if (!kept.ok()) return kept.problems();
  EditedScenario::State saved = tab(0).now();
  std::filesystem::path file = unsaved.file;
  Checked<Scenario> stands = load_scenario(file);
  if (stands.ok()) {
    saved = std::make_shared<const Scenario>(std::move(stands).value());
  } else {
    file.clear();  // there never was one, or it is gone
  }
  add_tab(std::make_unique<EditedScenario>(std::move(saved), tab(0).now(), std::move(file)));
  active_edited().restore(std::make_shared<const Scenario>(std::move(kept).value()));
  return {};
}

Problems Session::recover() {
  Problems problems;
  for (const KeptFolder::Unsaved& unsaved : left_behind()) append(problems, recover(unsaved));
  changed();
  // What could not be read stays where it is: a person may still want to look at it.
  flush();
  if (problems.empty() && state_fault().empty()) discard_left_behind();
  left_behind_.clear();
  return problems;
}

void Session::discard_left_behind() {
  for (KeptFolder& folder : left_behind_) folder.remove();
  left_behind_.clear();
}

bool Session::is_first_start() const { return is_first_start_; }

void Session::remember_started() {
  is_first_start_ = false;
  if (autosave_) autosave_->write_beside(started_mark(), "1\n");
}

void Session::flush() {
  if (autosave_) autosave_->flush();
}

}  // namespace park::ui
