// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>

#include "present/film_scene.hpp"
#include "session/background.hpp"
#include "session/live_ensemble.hpp"

namespace park::ui {

/// Lives a film's scenarios anew after its last one was changed, in the background: whoever asks looks now
/// and then whether it is done.
class SceneRenewal {
 public:
  /// The last scenario of `shown` becomes `changed`, which has its months and its map.
  void ask(std::shared_ptr<const FilmScene> shown, std::shared_ptr<const Scenario> changed);
  /// What is under way is dropped.
  void give_up();
  [[nodiscard]] bool is_under_way() const { return shown_ != nullptr; }
  /// 0 to 1.
  [[nodiscard]] float progress() const;
  /// Why there is no new scene; empty while all is well.
  [[nodiscard]] std::string failure() const;
  /// The new scene, once, when it is whole; null before. Nothing is under way afterwards.
  [[nodiscard]] std::shared_ptr<const FilmScene> take();

 private:
  std::shared_ptr<const FilmScene> shown_;  ///< null while nothing is under way
  std::unique_ptr<LiveEnsemble> ensemble_;
  std::uint64_t generation_ = 0;  ///< of the question under way
  Background<ParkChronicle> recorder_{behind_the_window};
};

}  // namespace park::ui
