// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "study/wedges.hpp"

namespace park::ui {

/// What each changed part contributes to the difference of a scenario to its baseline, found in the
/// background behind everything else.
class WedgeWork {
 public:
  struct Question {
    std::shared_ptr<const Scenario> baseline, scenario;
    std::uint64_t seed = 0;
    std::string indicator;  ///< at the end of the horizon

    bool operator==(const Question&) const = default;
  };
  struct Answer {
    Question question;
    study::Wedges wedges;
    Problems problems;    ///< why the two cannot be taken apart
    std::string failure;  ///< of the runs
  };

  static constexpr int replications = 16;

  WedgeWork() = default;
  ~WedgeWork() { cancel(); }
  WedgeWork(const WedgeWork&) = delete;
  WedgeWork& operator=(const WedgeWork&) = delete;

  /// Starts on it unless it is the question under way or answered; an older one is given up.
  void ask(const Question& question);
  /// The answer to the last question; null while it is worked on.
  [[nodiscard]] std::shared_ptr<const Answer> answer() const;
  /// Share of the runs that are done, 0 to 1.
  [[nodiscard]] double progress() const { return progress_; }
  [[nodiscard]] bool is_working() const { return question_.has_value() && answer() == nullptr; }
  void cancel();
  /// Blocks until the question is answered: for tests and still pictures.
  void wait();

 private:
  void work(const Question& question);

  std::optional<Question> question_;
  std::atomic<bool> cancel_ = false;
  std::atomic<double> progress_ = 0;
  mutable std::mutex mutex_;
  std::shared_ptr<const Answer> answer_;
  std::thread thread_;
};

}  // namespace park::ui
