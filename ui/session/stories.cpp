// SPDX-License-Identifier: MIT
#include "session/stories.hpp"

namespace park::ui {

std::shared_ptr<const study::RunStory> Stories::want(const std::shared_ptr<const ParkChronicle>& chronicle) {
  if (asked_ != chronicle) {
    asked_ = chronicle;
    teller_.ask([chronicle](const std::atomic<bool>& cancel, auto&) -> std::shared_ptr<const Told> {
      auto story =
          std::make_shared<const study::RunStory>(chronicle->shared_scenario(), chronicle->seed(), &cancel);
      if (story->is_cancelled()) return nullptr;
      return std::make_shared<const Told>(Told{chronicle, std::move(story)});
    });
  }
  const std::shared_ptr<const Told> told = teller_.answer();
  return told && told->chronicle == chronicle ? told->story : nullptr;
}

}  // namespace park::ui
