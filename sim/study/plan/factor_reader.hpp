// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

#include "scenario/field_reader.hpp"
#include "study/designs/distribution.hpp"
#include "study/factor.hpp"

namespace park::study {

/// A factor as read: what it sets (nothing: the seed) and how its values are distributed.
struct ReadFactor {
  std::optional<Factor> parameter;
  StudyFactor factor;
};

/// `"KEY"` or `{"key", "distribution"}`. Without a distribution the whole range of the catalogue is equally
/// likely. Values beyond that range are problems.
[[nodiscard]] std::optional<ReadFactor> read_factor(const nlohmann::json& value, const std::string& pointer,
                                                    const ClauseCatalogue& clauses, Problems& problems,
                                                    FaultList& faults);

/// The factor of a clause, from none to twice its intensity.
[[nodiscard]] ReadFactor clause_factor(const ClauseCatalogue& clauses, std::size_t clause);

}  // namespace park::study
