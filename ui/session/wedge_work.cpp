// SPDX-License-Identifier: MIT
#include "session/wedge_work.hpp"

#include <exception>

#include "session/background_thread.hpp"

namespace park::ui {

void WedgeWork::ask(const Question& question) {
  if (question_ == question) return;
  cancel();
  question_ = question;
  cancel_ = false;
  progress_ = 0;
  {
    const std::lock_guard lock(mutex_);
    answer_ = nullptr;
  }
  thread_ = std::thread([this, question] {
    stand_back(behind_the_ensemble);
    try {
      work(question);
    } catch (const std::exception& error) {
      auto failed = std::make_shared<Answer>();
      failed->question = question;
      failed->failure = error.what();
      const std::lock_guard lock(mutex_);
      answer_ = failed;
    }
  });
}

std::shared_ptr<const WedgeWork::Answer> WedgeWork::answer() const {
  const std::lock_guard lock(mutex_);
  return answer_;
}

void WedgeWork::cancel() {
  cancel_ = true;
  wait();
  question_.reset();
}

void WedgeWork::wait() {
  if (thread_.joinable()) thread_.join();
}

void WedgeWork::work(const Question& question) {
  auto answer = std::make_shared<Answer>();
  answer->question = question;
  auto parts = study::differing_parts(*question.baseline, *question.scenario, question.baseline->name,
                                      question.scenario->name);
  if (!parts.ok()) {
    answer->problems = parts.problems();
  } else if (!parts.value().empty()) {
    study::EnsembleOptions options;
    options.replications = replications;
    options.seed = question.seed;
    options.jobs = 1;
    options.cancel = &cancel_;
    options.progress = [this](std::size_t done, std::size_t all) {
      progress_ = static_cast<double>(done) / static_cast<double>(all);
    };
    study::Outcome outcome;
    outcome.indicator = question.indicator;
    answer->wedges =
        study::find_wedges(question.baseline, question.scenario, std::move(parts).value(), outcome, options);
    if (cancel_) return;
  }
  const std::lock_guard lock(mutex_);
  answer_ = answer;
}

}  // namespace park::ui
