// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace park::study {

/// The right to write a file, held by one process at a time and given back when it ends, however it ends. The
/// lock is on a file beside it, FILE.lock, which says who has it: SQLite's own would keep readers out too.
class WriterLock {
 public:
  /// Throws WorldError: another process has it (named), or the folder takes no file.
  explicit WriterLock(const std::string& path);
  ~WriterLock();
  WriterLock(const WriterLock&) = delete;
  WriterLock& operator=(const WriterLock&) = delete;

 private:
  std::string path_;  ///< of the lock file
  int descriptor_ = -1;
};

}  // namespace park::study
