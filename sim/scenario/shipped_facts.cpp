// SPDX-License-Identifier: MIT
#include "scenario/shipped_facts.hpp"

#include "scenario/facts_reader.hpp"
#include "scenario/load.hpp"

namespace park {

std::shared_ptr<const Facts> shipped_facts() {
  auto facts = load_facts(shipped_data_folder());
  if (facts.ok()) return std::move(facts).value();
  std::string words = "the shipped data is broken:";
  for (const Problem& problem : facts.problems()) words += "\n" + to_string(problem);
  throw WorldError(words);
}

}  // namespace park
