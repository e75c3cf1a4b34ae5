// SPDX-License-Identifier: MIT
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "core/assert.hpp"
#include "fuzz/reader.hpp"
#include "study/store/store_results.hpp"

namespace park::fuzz {
namespace {

/// A folder of this process, gone when it ends.
class OwnFolder {
 public:
  OwnFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "parksim_fuzz_XXXXXX").string();
    promise(::mkdtemp(pattern.data()) != nullptr, "there is a folder for a store");
    path_ = pattern;
  }
  ~OwnFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  OwnFolder(const OwnFolder&) = delete;
  OwnFolder& operator=(const OwnFolder&) = delete;

  [[nodiscard]] std::string file(const char* name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

}  // namespace

/// A damaged database is an error of the world; reading it leaves it as it was.
void read_bytes(std::string_view bytes) {
  static const OwnFolder folder;
  const std::string path = folder.file("fuzzed.db");
  std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  try {
    promise_reasons(study::read_store(path));
  } catch (const WorldError& error) {
    promise_line(error.what());
  }
}

}  // namespace park::fuzz
