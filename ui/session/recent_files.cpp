// SPDX-License-Identifier: MIT
#include "session/recent_files.hpp"

#include <algorithm>
#include <sstream>

#include "scenario/load.hpp"

namespace park::ui {

RecentFiles RecentFiles::read(const std::filesystem::path& list) {
  RecentFiles recent;
  const Checked<std::string> text = read_file(list);
  if (!text.ok()) return recent;
  std::istringstream lines(text.value());
  for (std::string line; std::getline(lines, line) && recent.files_.size() < most;) {
    const bool is_known = std::find(recent.files_.begin(), recent.files_.end(), line) != recent.files_.end();
    if (!line.empty() && !is_known) recent.files_.emplace_back(line);
  }
  return recent;
}

void RecentFiles::add(const std::filesystem::path& file) {
  remove(file);
  // A line break in a name would be read as two names.
  if (file.string().find('\n') != std::string::npos) return;
  files_.insert(files_.begin(), file);
  if (files_.size() > most) files_.pop_back();
}

void RecentFiles::remove(const std::filesystem::path& file) { std::erase(files_, file); }

std::string RecentFiles::text() const {
  std::string text;
  for (const std::filesystem::path& file : files_) text += file.string() + "\n";
  return text;
}

}  // namespace park::ui
