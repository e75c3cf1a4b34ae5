// SPDX-License-Identifier: MIT
#include "session/autosave.hpp"

#include <algorithm>
#include <exception>
#include <system_error>

#include "scenario/load.hpp"

namespace park::ui {

namespace fs = std::filesystem;

Autosave::Autosave(fs::path parent, std::chrono::milliseconds quiet)
    : parent_(std::move(parent)),
      quiet_(quiet),
      thread_([this](const std::stop_token& stop) { work(stop); }) {}

Autosave::~Autosave() {
  thread_.request_stop();
  thread_.join();
  if (folder_) folder_->remove();
}

void Autosave::keep(std::vector<KeptTab> tabs) {
  const std::lock_guard lock(mutex_);
  work_.tabs = std::move(tabs);
  ++edits_;
  wakes_.notify_all();
}

void Autosave::write_beside(fs::path path, std::string text) {
  const std::lock_guard lock(mutex_);
  work_.small_files[std::move(path)] = std::move(text);
  ++edits_;
  wakes_.notify_all();
}

void Autosave::flush() {
  std::unique_lock lock(mutex_);
  is_urgent_ = true;
  wakes_.notify_all();
  is_idle_.wait(lock, [&] { return work_.is_none() && !is_writing_; });
  is_urgent_ = false;
}

std::string Autosave::failure() const {
  const std::lock_guard lock(mutex_);
  return failure_;
}

void Autosave::work(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  // What waits when the end comes is written only if it is a small file: tabs put by would be removed at
  // once.
  while (wakes_.wait(lock, stop, [&] { return !work_.is_none(); }) || !work_.small_files.empty()) {
    std::uint64_t seen = 0;
    while (seen != edits_ && !is_urgent_ && !stop.stop_requested()) {
      seen = edits_;
      wakes_.wait_for(lock, stop, quiet_, [&] { return edits_ != seen || is_urgent_; });
    }
    Work work = std::exchange(work_, Work());
    if (stop.stop_requested()) work.tabs.reset();
    is_writing_ = true;
    lock.unlock();
    std::string failure;
    try {
      carry_out(work);
    } catch (const std::exception& error) {
      failure = error.what();
    }
    lock.lock();
    failure_ = std::move(failure);
    is_writing_ = false;
    is_idle_.notify_all();
  }
}

void Autosave::carry_out(Work& work) {
  for (const auto& [path, text] : work.small_files) write_file(path, text);
  if (!work.tabs) return;
  const bool is_anything_unsaved =
      std::ranges::any_of(*work.tabs, [](const KeptTab& tab) { return tab.unsaved != nullptr; });
  if (!folder_ && !is_anything_unsaved) return;
  if (!folder_) folder_ = KeptFolder::make(parent_);
  folder_->write(*work.tabs);
}

}  // namespace park::ui
