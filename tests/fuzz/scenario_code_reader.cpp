// SPDX-License-Identifier: MIT
#include <map>

#include "fuzz/reader.hpp"
#include "scenario/load.hpp"
#include "session/scenario_code.hpp"

namespace park::fuzz {
namespace {

/// The shipped scenarios, each read once.
std::shared_ptr<const Scenario> base_named(const std::string& name) {
  static std::map<std::string, std::shared_ptr<const Scenario>> known;
  const auto [place, is_new] = known.try_emplace(name);
  if (is_new) place->second = ui::shipped_base(name);
  return place->second;
}

}  // namespace

/// A scenario that a code gives has a code, which gives it again.
void read_bytes(std::string_view bytes) {
  const auto read = ui::scenario_of_code(bytes, base_named);
  if (!std::holds_alternative<Scenario>(read)) {
    promise_line(std::get<ui::CodeFault>(read).detail);
    return;
  }
  const auto code = ui::code_of(std::get<Scenario>(read), base_named);
  promise(std::holds_alternative<std::string>(code), "what a code gave can be told as a code");
  const auto again = ui::scenario_of_code(std::get<std::string>(code), base_named);
  promise(std::holds_alternative<Scenario>(again), "a code that was made can be read");
  promise(to_json(std::get<Scenario>(again)) == to_json(std::get<Scenario>(read)),
          "a code gives the same again");
}

}  // namespace park::fuzz
