// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

#include "scenario/scenario.hpp"

namespace park::ui {

/// A tab as it is put by: where it stands and, if it was edited since, what it is now.
struct KeptTab {
  std::uint64_t id = 0;
  std::filesystem::path file;               ///< empty if it was never saved
  std::shared_ptr<const Scenario> unsaved;  ///< null if it is as in its file
};

/// A folder in which one running program puts by what is not saved. While it runs it holds a lock that the
/// system drops however it ends, so that the next one can tell a crash from a neighbour.
class KeptFolder {
 public:
  /// Makes a new folder below `parent`. Throws WorldError.
  [[nodiscard]] static KeptFolder make(const std::filesystem::path& parent);
  /// Folders below `parent` whose programs are gone, the oldest first; now held by us.
  [[nodiscard]] static std::vector<KeptFolder> find_left_behind(const std::filesystem::path& parent);

  KeptFolder(KeptFolder&& other) noexcept;
  KeptFolder& operator=(KeptFolder&& other) noexcept;
  KeptFolder(const KeptFolder&) = delete;
  KeptFolder& operator=(const KeptFolder&) = delete;
  ~KeptFolder();

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  /// Puts these tabs by, and no others. Throws WorldError; what was put by before then still is.
  void write(const std::vector<KeptTab>& tabs);
  /// Files of scenarios that were not saved, with the file each belongs to (may be empty), in the order of
  /// their tabs.
  struct Unsaved {
    std::filesystem::path kept;
    std::filesystem::path file;
  };
  [[nodiscard]] std::vector<Unsaved> unsaved() const;
  /// Removes the folder with all that is in it.
  void remove();

 private:
  KeptFolder(std::filesystem::path path, int lock) : path_(std::move(path)), lock_(lock) {}

  std::filesystem::path path_;
  int lock_ = -1;
};

}  // namespace park::ui
