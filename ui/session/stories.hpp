// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "session/background.hpp"
#include "session/park_chronicle.hpp"
#include "study/explain/explanation.hpp"

namespace park::ui {

/// The life of a chronicle lived again with everything written down, in the background, when somebody asks
/// why a firm came or waits.
class Stories {
 public:
  /// Asks for the story of that run unless it is there or under way; null until it is there.
  [[nodiscard]] std::shared_ptr<const study::RunStory> want(
      const std::shared_ptr<const ParkChronicle>& chronicle);
  [[nodiscard]] bool is_busy() const { return teller_.is_busy(); }
  /// Why the newest could not be told; empty if it could.
  [[nodiscard]] std::string failure() const { return teller_.failure(); }
  /// Blocks until it is there: for tests and still pictures.
  void wait() { static_cast<void>(teller_.wait()); }

 private:
  struct Told {
    std::shared_ptr<const ParkChronicle> chronicle;
    std::shared_ptr<const study::RunStory> story;
  };
  std::shared_ptr<const ParkChronicle> asked_;
  Background<Told> teller_{behind_the_window};
};

}  // namespace park::ui
