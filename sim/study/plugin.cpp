// SPDX-License-Identifier: MIT
#include "study/plugin.hpp"

#include <dlfcn.h>

#include <filesystem>

#include "core/assert.hpp"

namespace park::study {
namespace {

namespace fs = std::filesystem;

fs::path path_of(const Plugin& plugin) {
  std::error_code error;
  const fs::path folder = fs::read_symlink("/proc/self/exe", error).parent_path();
  if (error) throw WorldError("cannot tell where this program lies: " + error.message());
  for (const fs::path& place : {folder, folder.parent_path()}) {
    if (fs::exists(place / plugin.file, error)) return place / plugin.file;
  }
  throw WorldError(plugin.purpose + ", and its plug-in " + (folder / plugin.file).string() +
                   " is missing: install " + plugin.package + " and build again (./park build)");
}

}  // namespace

void* plugin_function(const Plugin& plugin) {
  const std::string path = path_of(plugin).string();
  void* const module = ::dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (module == nullptr) {
    const char* const reason = ::dlerror();
    throw WorldError(plugin.purpose + ", and its plug-in cannot be opened: " + (reason ? reason : path));
  }
  void* const function = ::dlsym(module, plugin.symbol.c_str());
  if (function == nullptr)
    throw WorldError(path + " is of another version of parksim; build again (./park build)");
  return function;
}

}  // namespace park::study
