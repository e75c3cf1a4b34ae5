// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <condition_variable>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>

#include "session/background_thread.hpp"

namespace park::ui {

/// A thread for one kind of longer question: it works on the newest one asked and gives up an older one.
template <class Answer>
class Background {
 public:
  /// Works out an answer; null if `cancel` became true on the way. May throw; `progress` is 0 to 1.
  using Work = std::function<std::shared_ptr<const Answer>(const std::atomic<bool>& cancel,
                                                           std::atomic<float>& progress)>;

  explicit Background(int niceness = behind_the_ensemble)
      : niceness_(niceness), thread_([this](const std::stop_token& stop) { work(stop); }) {}
  ~Background() { give_up(); }
  Background(const Background&) = delete;
  Background& operator=(const Background&) = delete;

  void ask(Work question) {
    const std::lock_guard lock(mutex_);
    cancel_question();
    question_ = std::make_shared<Question>();
    question_->work = std::move(question);
    is_answered_ = false;
    failure_.clear();
    work_comes_.notify_all();
  }
  /// Drops the question under way; what was found before stays.
  void give_up() {
    const std::lock_guard lock(mutex_);
    cancel_question();
    question_ = nullptr;
    is_answered_ = true;
    answer_comes_.notify_all();
  }

  /// The last one that was found, of an older question while a newer is worked on; null if there is none.
  [[nodiscard]] std::shared_ptr<const Answer> answer() const {
    const std::lock_guard lock(mutex_);
    return answer_;
  }
  [[nodiscard]] bool is_busy() const {
    const std::lock_guard lock(mutex_);
    return !is_answered_;
  }
  /// Of the question under way, 0 to 1.
  [[nodiscard]] float progress() const {
    const std::lock_guard lock(mutex_);
    return question_ ? question_->progress.load() : 1;
  }
  /// Why the newest question has no answer; empty if nothing went wrong.
  [[nodiscard]] std::string failure() const {
    const std::lock_guard lock(mutex_);
    return failure_;
  }
  /// Blocks until the newest question is answered or has failed: for tests and still pictures.
  [[nodiscard]] std::shared_ptr<const Answer> wait() const {
    std::unique_lock lock(mutex_);
    answer_comes_.wait(lock, [&] { return is_answered_; });
    return answer_;
  }

 private:
  struct Question {
    Work work;
    std::atomic<bool> cancel = false;
    std::atomic<float> progress = 0;
    bool is_begun = false;
  };

  void cancel_question() {
    if (question_) question_->cancel = true;
  }

  void work(const std::stop_token& stop) {
    stand_back(niceness_);
    std::unique_lock lock(mutex_);
    while (work_comes_.wait(lock, stop, [&] { return question_ && !question_->is_begun; })) {
      if (stop.stop_requested()) return;
      const std::shared_ptr<Question> question = question_;
      question->is_begun = true;
      lock.unlock();
      std::shared_ptr<const Answer> answer;
      std::string failure;
      try {
        answer = question->work(question->cancel, question->progress);
      } catch (const std::exception& error) {
        failure = error.what();
      }
      question->work = nullptr;  // what it holds is freed outside the lock
      lock.lock();
      if (question_ != question) continue;
      if (answer) answer_ = std::move(answer);
      failure_ = std::move(failure);
      is_answered_ = true;
      answer_comes_.notify_all();
    }
  }

  int niceness_;
  mutable std::mutex mutex_;
  std::condition_variable_any work_comes_;
  mutable std::condition_variable answer_comes_;
  std::shared_ptr<Question> question_;
  std::shared_ptr<const Answer> answer_;
  std::string failure_;
  bool is_answered_ = true;
  std::jthread thread_;  ///< last: ends before what it uses
};

}  // namespace park::ui
