// SPDX-License-Identifier: MIT
#include "present/film_scene.hpp"

#include "core/assert.hpp"
#include "session/live_ensemble.hpp"

namespace park::ui {
namespace {

std::shared_ptr<const Futures> futures_of(const FilmScene::Wishes& wishes) {
  LiveEnsemble ensemble(std::make_shared<SeedPools>());
  LiveEnsemble::Asked asked;
  asked.scenarios = wishes.scenarios;
  for (std::size_t place = 0; place < wishes.scenarios.size(); ++place) asked.owners.push_back(place);
  asked.seed = wishes.seed;
  asked.runs = wishes.runs;
  ensemble.ask(std::move(asked));
  std::shared_ptr<const Futures> futures = ensemble.wait();
  if (const std::string failure = ensemble.failure(); !failure.empty()) throw WorldError(failure);
  if (!futures->failures.empty()) throw WorldError(futures->failures.front());
  return futures;
}

}  // namespace

FilmScene::FilmScene(const Wishes& wishes) : futures_(futures_of(wishes)) {
  for (const auto& scenario : wishes.scenarios) {
    chronicles_.push_back(record_chronicle(scenario, wishes.seed));
    std::shared_ptr<const MapGround> ground;
    for (const auto& other : grounds_) {
      if (is_same_ground(other->map(), *scenario->map)) ground = other;
    }
    if (!ground) ground = std::make_shared<const MapGround>(scenario->map);
    grounds_.push_back(std::move(ground));
  }
}

FilmScene::FilmScene(std::shared_ptr<const Futures> futures,
                     std::vector<std::shared_ptr<const ParkChronicle>> chronicles,
                     std::vector<std::shared_ptr<const MapGround>> grounds)
    : futures_(std::move(futures)), chronicles_(std::move(chronicles)), grounds_(std::move(grounds)) {
  PARK_ASSERT(futures_ && futures_->scenario_count() == chronicles_.size() &&
              grounds_.size() == chronicles_.size());
  for (const auto& chronicle : chronicles_) PARK_ASSERT(chronicle != nullptr);
}

}  // namespace park::ui
