// SPDX-License-Identifier: MIT
#pragma once

#include "scenario/field_reader.hpp"
#include "study/search/search_plan.hpp"

namespace park::study {

// What search files and the documents in result stores state alike. The study's outcomes must have been read.

/// `objectives`, `constraints` and `budget_per_year`.
void read_goals(FieldReader& reader, SearchOutline& outline);

/// `n` and `fresh` of `futures`.
void read_future_counts(FieldReader& reader, SearchOutline& outline);

/// Members of `nsga2`.
void read_nsga2(FieldReader& reader, SearchOutline& outline);

}  // namespace park::study
