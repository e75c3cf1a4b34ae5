// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>

#include "cli/console.hpp"
#include "policy/catalogue.hpp"
#include "scenario/clauses.hpp"

namespace park::cli {

/// The rows of the catalogue as a JSON array.
[[nodiscard]] std::string parameters_document(std::span<const ParameterRow> rows);
/// The rows as a readable table: key, label, unit, range, default, source.
[[nodiscard]] std::string parameters_table(std::span<const ParameterRow> rows, const Texts& texts);

/// Clauses in the same shapes: each is a lever `clause.ID` from 0 to 2.
[[nodiscard]] std::string clauses_document(const ClauseCatalogue& clauses);
[[nodiscard]] std::string clauses_table(const ClauseCatalogue& clauses, const Texts& texts);

}  // namespace park::cli
