// SPDX-License-Identifier: MIT
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <system_error>

#include "scenario/fault_list.hpp"
#include "scenario/load.hpp"

namespace park {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view data_mark = "scenarios/data/chain.json";

class OpenFile {
 public:
  explicit OpenFile(int descriptor) : descriptor_(descriptor) {}
  ~OpenFile() { close_now(); }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  [[nodiscard]] int descriptor() const { return descriptor_; }
  [[nodiscard]] bool is_open() const { return descriptor_ >= 0; }
  /// Closing may be the first to hear of a full disk.
  bool close_now() {
    const bool is_fine = descriptor_ < 0 || ::close(descriptor_) == 0;
    descriptor_ = -1;
    return is_fine;
  }

 private:
  int descriptor_;
};

std::string reason(int error) { return std::generic_category().message(error); }

Problems file_problem(const fs::path& path, std::string expected, std::string got) {
  return {Problem{path.string(), "/", std::move(expected), std::move(got)}};
}

/// What stands there instead of a regular file; nothing if it is one.
std::optional<std::string> other_kind(mode_t mode) {
  if (S_ISREG(mode)) return std::nullopt;
  if (S_ISDIR(mode)) return "a directory";
  if (S_ISFIFO(mode)) return "a pipe";
  if (S_ISSOCK(mode)) return "a socket";
  return "a device";
}

Checked<std::string> read_all(const OpenFile& file, const fs::path& path) {
  std::string bytes;
  std::array<char, 65536> piece{};
  while (true) {
    const ssize_t count = ::read(file.descriptor(), piece.data(), piece.size());
    if (count == 0) return bytes;
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return file_problem(path, "a readable file", reason(errno));
    bytes.append(piece.data(), static_cast<std::size_t>(count));
    if (bytes.size() > max_input_bytes)
      return file_problem(path, "at most 64 MB", "a file that is still growing");
  }
}

void write_all(const OpenFile& file, std::string_view bytes, const std::string& name) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(file.descriptor(), bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) throw WorldError("cannot write " + name + ": " + reason(errno));
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
}

/// A new file beside `path`; the process number keeps two writers apart.
fs::path part_path(const fs::path& path, int attempt) {
  return path.parent_path() / ("." + path.filename().string() + "." + std::to_string(::getpid()) + "." +
                               std::to_string(attempt) + ".part");
}

/// The rename itself must reach the disk too. A file system that cannot sync a folder is no failure.
void sync_folder(const fs::path& path) {
  const fs::path folder = path.parent_path().empty() ? fs::path(".") : path.parent_path();
  const OpenFile opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (opened.is_open()) static_cast<void>(::fsync(opened.descriptor()));
}

void write_part(int descriptor, std::string_view bytes, const std::string& name) {
  OpenFile file(descriptor);
  write_all(file, bytes, name);
  if (::fsync(file.descriptor()) != 0) throw WorldError("cannot write " + name + ": " + reason(errno));
  if (!file.close_now()) throw WorldError("cannot write " + name + ": " + reason(errno));
}

}  // namespace

Checked<std::string> read_file(const fs::path& path) {
  constexpr std::string_view wanted = "a readable file";
  struct stat status {};
  // Looked at before it is opened: opening a device may already do something.
  if (::stat(path.c_str(), &status) != 0) return file_problem(path, std::string(wanted), reason(errno));
  if (auto kind = other_kind(status.st_mode)) return file_problem(path, std::string(wanted), *kind);
  const OpenFile file(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
  if (!file.is_open()) return file_problem(path, std::string(wanted), reason(errno));
  if (::fstat(file.descriptor(), &status) != 0) return file_problem(path, std::string(wanted), reason(errno));
  if (auto kind = other_kind(status.st_mode)) return file_problem(path, std::string(wanted), *kind);
  if (static_cast<std::uintmax_t>(status.st_size) > max_input_bytes) {
    return file_problem(path, "at most " + std::to_string(max_input_bytes) + " bytes (64 MB)",
                        std::to_string(status.st_size) + " bytes");
  }
  return read_all(file, path);
}

void write_file(const fs::path& path, std::string_view bytes) {
  const std::string name = shown(path.string(), 300);
  constexpr int attempts = 100;
  fs::path part;
  int descriptor = -1;
  for (int attempt = 0; attempt < attempts && descriptor < 0; ++attempt) {
    part = part_path(path, attempt);
    descriptor = ::open(part.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor < 0 && errno != EEXIST) break;
  }
  if (descriptor < 0) throw WorldError("cannot write " + name + ": " + reason(errno));
  try {
    write_part(descriptor, bytes, name);
    if (::rename(part.c_str(), path.c_str()) != 0)
      throw WorldError("cannot write " + name + ": " + reason(errno));
  } catch (const WorldError&) {
    ::unlink(part.c_str());
    throw;
  }
  sync_folder(path);
}

fs::path places_file(const Scenario& scenario) {
  if (!scenario.places_path.empty()) return scenario.places_path;
  return shipped_data_folder() / "scenarios" / "data" / "places.json";
}

fs::path shipped_data_folder() {
  std::error_code error;
  if (const char* stated = std::getenv("PARKSIM_DATA"); stated != nullptr && *stated != '\0') {
    const fs::path folder = fs::absolute(stated, error);
    if (!error && fs::exists(folder / data_mark, error)) return folder.lexically_normal();
    throw WorldError("PARKSIM_DATA names " + shown(stated, 300) + ", where there is no " +
                     std::string(data_mark));
  }
  fs::path folder = fs::read_symlink("/proc/self/exe", error).parent_path();
  while (!error && !folder.empty()) {
    if (fs::exists(folder / data_mark, error)) return folder;
    if (folder == folder.parent_path()) break;
    folder = folder.parent_path();
    error.clear();
  }
  throw WorldError("no " + std::string(data_mark) +
                   " above the program; set PARKSIM_DATA to the folder that holds scenarios/");
}

}  // namespace park
