// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include "session/kept_folder.hpp"

namespace park::ui {

/// Puts by what is not saved from a thread of its own, a moment after the last edit. A clean end leaves
/// nothing behind.
class Autosave {
 public:
  /// `quiet`: how long nothing must happen before it writes.
  explicit Autosave(std::filesystem::path parent,
                    std::chrono::milliseconds quiet = std::chrono::milliseconds(1000));
  ~Autosave();
  Autosave(const Autosave&) = delete;
  Autosave& operator=(const Autosave&) = delete;

  void keep(std::vector<KeptTab> tabs);
  /// Writes a small file, the newest of its path only.
  void write_beside(std::filesystem::path path, std::string text);
  /// Blocks until everything is written: for tests.
  void flush();
  /// Why the last write failed; empty if it did not.
  [[nodiscard]] std::string failure() const;

 private:
  struct Work {
    std::optional<std::vector<KeptTab>> tabs;
    std::map<std::filesystem::path, std::string> small_files;
    [[nodiscard]] bool is_none() const { return !tabs && small_files.empty(); }
  };

  void work(const std::stop_token& stop);
  void carry_out(Work& work);

  std::filesystem::path parent_;
  std::chrono::milliseconds quiet_;
  mutable std::mutex mutex_;
  std::condition_variable_any wakes_;
  std::condition_variable is_idle_;
  Work work_;
  bool is_writing_ = false;
  bool is_urgent_ = false;
  std::uint64_t edits_ = 0;
  std::string failure_;
  std::optional<KeptFolder> folder_;  ///< only the thread's, and the destructor's after it
  std::jthread thread_;               ///< last: ends before what it uses
};

}  // namespace park::ui
