// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace park::study {

/// A module of ours that is opened at run time, because the library behind it is slow to start.
struct Plugin {
  std::string file;     ///< `libpark_openturns.so`
  std::string symbol;   ///< its one function; changes with its surface
  std::string purpose;  ///< `Sobol indices need OpenTURNS`
  std::string package;  ///< of Debian, to build it anew
};

/// Address of the plug-in's function. The module lies beside the program, or one folder up as for the tests
/// of a build tree; once opened it is kept. Throws WorldError with what to do.
[[nodiscard]] void* plugin_function(const Plugin& plugin);

}  // namespace park::study
