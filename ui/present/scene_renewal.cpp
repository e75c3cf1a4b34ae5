// SPDX-License-Identifier: MIT
#include "present/scene_renewal.hpp"

#include "core/assert.hpp"

namespace park::ui {

void SceneRenewal::ask(std::shared_ptr<const FilmScene> shown, std::shared_ptr<const Scenario> changed) {
  PARK_ASSERT(shown && changed && changed->months == shown->scenario(shown->count() - 1).months);
  shown_ = std::move(shown);
  const Futures& before = shown_->futures();
  LiveEnsemble::Asked asked;
  for (std::size_t place = 0; place < shown_->count(); ++place) {
    asked.scenarios.push_back(before.shared_scenario(place));
    asked.owners.push_back(place);
  }
  asked.scenarios.back() = changed;
  asked.seed = before.seed();
  asked.runs = before.wanted_runs();
  if (!ensemble_) ensemble_ = std::make_unique<LiveEnsemble>(std::make_shared<SeedPools>());
  generation_ = ensemble_->ask(std::move(asked));
  recorder_.ask([changed = std::move(changed), seed = before.seed()](const auto& cancel, auto&) {
    return record_chronicle(changed, seed, &cancel);
  });
}

void SceneRenewal::give_up() {
  shown_ = nullptr;
  ensemble_ = nullptr;  // its threads end within a month of the model
  recorder_.give_up();
}

float SceneRenewal::progress() const {
  if (!shown_) return 1;
  const std::shared_ptr<const Futures> lived = ensemble_->snapshot();
  // Until the first run is there, the answer is that of an older question.
  if (!lived || lived->generation() != generation_) return 0;
  return static_cast<float>(lived->paired_runs()) / static_cast<float>(lived->wanted_runs());
}

std::string SceneRenewal::failure() const {
  if (!shown_) return {};
  if (std::string words = ensemble_->failure(); !words.empty()) return words;
  if (std::string words = recorder_.failure(); !words.empty()) return words;
  const std::shared_ptr<const Futures> lived = ensemble_->snapshot();
  return lived && !ensemble_->is_busy() && !lived->failures.empty() ? lived->failures.front() : std::string();
}

std::shared_ptr<const FilmScene> SceneRenewal::take() {
  if (!shown_ || ensemble_->is_busy() || recorder_.is_busy() || !failure().empty()) return nullptr;
  std::vector<std::shared_ptr<const ParkChronicle>> chronicles;
  for (std::size_t place = 0; place + 1 < shown_->count(); ++place)
    chronicles.push_back(shown_->chronicle(place));
  chronicles.push_back(recorder_.answer());
  auto scene =
      std::make_shared<const FilmScene>(ensemble_->snapshot(), std::move(chronicles), shown_->grounds());
  shown_ = nullptr;
  return scene;
}

}  // namespace park::ui
