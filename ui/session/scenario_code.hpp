// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

#include "scenario/scenario.hpp"

namespace park::ui {

/// Why a text is no code, or why a scenario has none.
struct CodeFault {
  enum class Kind : std::uint8_t {
    Empty,         ///< no text at all
    NotACode,      ///< does not begin as one, or has foreign characters
    OtherVersion,  ///< of a newer program
    Damaged,       ///< the checksum does not fit: a part is missing or mistyped
    UnknownBase,   ///< detail: name of the scenario it builds on
    OtherBase,     ///< that scenario is another here than where the code was made
    UnknownKey,    ///< a lever or assumption that this program does not know
    BadValue,      ///< detail: `key: expected ...`
    OwnFiles,  ///< the scenario has a map, a target list or a district of its own, which no code can carry
    TooLong,   ///< more changes than a code can carry
  };
  Kind kind = Kind::Empty;
  std::string detail;
};

/// The scenario that a code builds on; nothing if there is none of that name.
using BaseFinder = std::function<std::shared_ptr<const Scenario>(const std::string& name)>;
/// `scenarios/NAME.json` as shipped; never another path.
[[nodiscard]] std::shared_ptr<const Scenario> shipped_base(const std::string& name);

/// A scenario as a text to copy and paste: `PARK1-` and letters, digits, `-` and `_`. Holds the name of a
/// shipped scenario (the one of the same name, else the baseline) and what differs from it, with a checksum;
/// not what is said about it.
[[nodiscard]] std::variant<std::string, CodeFault> code_of(const Scenario& scenario,
                                                           const BaseFinder& find_base = &shipped_base);

/// The scenario of a code; white space in it does not matter. Any text is safe to read.
[[nodiscard]] std::variant<Scenario, CodeFault> scenario_of_code(std::string_view code,
                                                                 const BaseFinder& find_base = &shipped_base);

/// By what a key stands in a code: 24 bits of its text.
[[nodiscard]] std::uint32_t code_of_key(std::string_view key);

}  // namespace park::ui
