// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <span>
#include <string>

#include "scenario/field_reader.hpp"
#include "study/plan/study_plan.hpp"

namespace park::study {

/// `name`, `labels` and `about` of a study or a search; the outline's name is what it was before if none is
/// stated.
void read_plan_words(FieldReader& reader, StudyOutline& outline);

/// A scenario file named in the plan, over `months` if the plan says so; what is wrong with it, or with its
/// calendar at `pointer`, goes to `problems` and `faults`.
[[nodiscard]] std::shared_ptr<const Scenario> read_plan_scenario(const nlohmann::json& value,
                                                                 const std::string& pointer,
                                                                 const std::filesystem::path& folder,
                                                                 std::optional<double> months,
                                                                 Problems& problems, FaultList& faults);

/// `outcomes`: names that differ from factors, columns of the results and each other. Without `columns`, as
/// where no scenario could be read, they cannot be looked up and only their number is checked.
void read_plan_outcomes(FieldReader& reader, std::span<const IndicatorColumn> columns, StudyOutline& outline);

}  // namespace park::study
