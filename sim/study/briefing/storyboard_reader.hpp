// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/checked.hpp"
#include "scenario/scenario.hpp"
#include "study/briefing/storyboard.hpp"

namespace park::study {

/// A storyboard and the scenarios it is told of; none where the file names none and none are given.
struct Briefing {
  Storyboard storyboard;
  std::vector<std::shared_ptr<const Scenario>> scenarios;
};

/// Reads a storyboard file (`parksim/storyboard/1`) and checks it against `scenarios` (up to three with the
/// same start and months, the first the reference), or against those that the file names if none are given;
/// everything wrong at once.
[[nodiscard]] Checked<Briefing> load_storyboard(
    const std::filesystem::path& path, const std::vector<std::shared_ptr<const Scenario>>& scenarios = {});
/// The same from bytes; paths inside are relative to `folder`.
[[nodiscard]] Checked<Briefing> load_storyboard(
    std::string_view bytes, std::string_view name, const std::filesystem::path& folder,
    const std::vector<std::shared_ptr<const Scenario>>& scenarios = {});

/// The storyboard as a file that load_storyboard reads back to the same storyboard; months as numbers.
/// `scenarios`: names of those it is told of, made unique.
[[nodiscard]] std::string storyboard_document(const Storyboard& storyboard,
                                              const std::vector<std::string>& scenarios);

}  // namespace park::study
