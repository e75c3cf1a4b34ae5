// SPDX-License-Identifier: MIT
#include "session/kept_folder.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <optional>
#include <system_error>
#include <utility>

#include "scenario/load.hpp"

namespace park::ui {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view folder_prefix = "open_";
constexpr const char* lock_name = "lock";
constexpr int attempts = 1000;

std::string reason(int error) { return std::generic_category().message(error); }

/// The lock of a folder, or -1 if another program has it or it cannot be opened.
int take_lock(const fs::path& folder, int flags) {
  const int lock = ::open((folder / lock_name).c_str(), O_RDWR | O_CLOEXEC | flags, 0600);
  if (lock < 0) return -1;
  if (::flock(lock, LOCK_EX | LOCK_NB) == 0) return lock;
  ::close(lock);
  return -1;
}

/// The number of a kept tab's file `NUMBER.json`; nothing for another file.
std::optional<std::uint64_t> number_of(const fs::path& file) {
  if (file.extension() != ".json") return std::nullopt;
  const std::string stem = file.stem().string();
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(stem.data(), stem.data() + stem.size(), number);
  if (error != std::errc{} || end != stem.data() + stem.size()) return std::nullopt;
  return number;
}

std::vector<fs::path> entries_of(const fs::path& folder) {
  std::vector<fs::path> entries;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error); !error && entry != fs::directory_iterator();
       entry.increment(error)) {
    entries.push_back(entry->path());
  }
  std::ranges::sort(entries);
  return entries;
}

}  // namespace

KeptFolder KeptFolder::make(const fs::path& parent) {
  std::error_code error;
  fs::create_directories(parent, error);
  // A folder appears under its name with the lock taken, so that nobody finds it unlocked.
  for (int attempt = 0; attempt < attempts && !error; ++attempt) {
    const std::string name = std::to_string(::getpid()) + "_" + std::to_string(attempt);
    const fs::path hidden = parent / ("new_" + name);
    const fs::path folder = parent / (std::string(folder_prefix) + name);
    if (!fs::create_directory(hidden, error)) continue;
    const int lock = take_lock(hidden, O_CREAT);
    const int fault = errno;
    if (lock < 0) throw WorldError("cannot write " + (hidden / lock_name).string() + ": " + reason(fault));
    if (!fs::exists(folder, error)) fs::rename(hidden, folder, error);
    if (!error && !fs::exists(hidden)) return KeptFolder(folder, lock);
    ::close(lock);
    fs::remove_all(hidden);
    error.clear();
  }
  throw WorldError("cannot write " + parent.string() + ": " + (error ? error.message() : "too many folders"));
}

std::vector<KeptFolder> KeptFolder::find_left_behind(const fs::path& parent) {
  std::vector<std::pair<fs::file_time_type, KeptFolder>> found;
  for (const fs::path& folder : entries_of(parent)) {
    if (!folder.filename().string().starts_with(folder_prefix)) continue;
    const int lock = take_lock(folder, 0);
    if (lock < 0) continue;
    std::error_code error;
    found.emplace_back(fs::last_write_time(folder, error), KeptFolder(folder, lock));
  }
  std::ranges::stable_sort(found, {}, [](const auto& entry) { return entry.first; });
  std::vector<KeptFolder> folders;
  for (auto& [time, folder] : found) folders.push_back(std::move(folder));
  return folders;
}

KeptFolder::KeptFolder(KeptFolder&& other) noexcept
    : path_(std::move(other.path_)), lock_(std::exchange(other.lock_, -1)) {}

KeptFolder& KeptFolder::operator=(KeptFolder&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(lock_, other.lock_);
  return *this;
}

KeptFolder::~KeptFolder() {
  if (lock_ >= 0) ::close(lock_);
}

void KeptFolder::write(const std::vector<KeptTab>& tabs) {
  for (const KeptTab& tab : tabs) {
    if (!tab.unsaved) continue;
    const std::string number = std::to_string(tab.id);
    write_file(path_ / (number + ".file"), tab.file.string());
    write_file(path_ / (number + ".json"), to_json(*tab.unsaved));
  }
  for (const fs::path& entry : entries_of(path_)) {
    const auto number = number_of(entry);
    const bool is_kept = !number || std::ranges::any_of(tabs, [&](const KeptTab& tab) {
      return tab.id == *number && tab.unsaved != nullptr;
    });
    if (is_kept) continue;
    std::error_code ignored;
    fs::remove(entry, ignored);
    fs::remove(path_ / (std::to_string(*number) + ".file"), ignored);
  }
}

std::vector<KeptFolder::Unsaved> KeptFolder::unsaved() const {
  std::vector<std::pair<std::uint64_t, Unsaved>> found;
  for (const fs::path& entry : entries_of(path_)) {
    const auto number = number_of(entry);
    if (!number) continue;
    const Checked<std::string> file = read_file(path_ / (std::to_string(*number) + ".file"));
    found.emplace_back(*number, Unsaved{entry, file.ok() ? fs::path(file.value()) : fs::path()});
  }
  std::ranges::sort(found, {}, [](const auto& entry) { return entry.first; });
  std::vector<Unsaved> unsaved;
  for (auto& [number, one] : found) unsaved.push_back(std::move(one));
  return unsaved;
}

void KeptFolder::remove() {
  std::error_code ignored;  // what cannot be removed is found and offered next time
  fs::remove_all(path_, ignored);
  if (lock_ >= 0) ::close(std::exchange(lock_, -1));
}

}  // namespace park::ui
