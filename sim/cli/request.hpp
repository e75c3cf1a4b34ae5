// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/checked.hpp"
#include "study/words/texts.hpp"

namespace park::cli {

/// A command line taken apart, values still as typed: they are checked together with the files, so that
/// everything wrong is said at once.
struct Request {
  std::string command;                ///< `run`, `study run`
  std::optional<std::string> help;    ///< to be printed instead of doing anything
  std::vector<std::string> words;     ///< files, a kind, a folder
  std::vector<std::string> settings;  ///< --set
  std::optional<std::string> replications, seed, months, jobs, out, outcome;
  std::optional<std::string> firms;                                   ///< reduced and national --firms
  std::optional<std::string> parks, weight;                           ///< national
  std::optional<std::string> levels, kinds;                           ///< sweep
  std::vector<std::string> outcomes;                                  ///< sweep --outcome, repeatable
  std::optional<std::string> firm;                                    ///< explain --firm
  std::optional<std::string> shard, csv, cluster, shards, partition;  ///< of studies
  /// study analyze
  std::optional<std::string> factors, outcome_columns, design, order, ranges, seeds_column;
  std::vector<std::string> targets;
  std::optional<std::string> save;  ///< search --save
  bool is_quiet = false;
  bool is_json = false;
  bool wants_wedges = false;      ///< compare --wedges
  bool wants_clauses = false;     ///< levers --clauses
  bool wants_structural = false;  ///< uncertainties --structural
  bool wants_resume = false;      ///< study run --resume, search --resume
};

/// What every problem with the command line calls its file.
inline constexpr const char* command_line_source = "command line";

/// Reads the command line; unknown options and commands are problems that name the nearest known one.
[[nodiscard]] Checked<Request> read_command_line(int count, const char* const* arguments, const Texts& texts);

/// A whole number of an option within bounds, or a problem; nothing if the option is not given.
[[nodiscard]] std::optional<std::uint64_t> whole_option(const std::optional<std::string>& text,
                                                        const char* option, std::uint64_t min,
                                                        std::uint64_t max, Problems& problems);

/// As many words as the command takes, or a problem. `what` names them: `SCENARIO`.
void check_words(const Request& request, const char* what, std::size_t min, std::size_t max,
                 Problems& problems);

}  // namespace park::cli
