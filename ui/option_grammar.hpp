// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "backend/theme.hpp"
#include "core/checked.hpp"
#include "scenario/fault_list.hpp"
#include "study/words/texts.hpp"

namespace CLI {
class App;
}

namespace park::ui {

/// The command line of a window program: CLI11 takes it apart, with our words, and what values mean is
/// checked by the caller. The targets given must outlive the grammar.
class OptionGrammar {
 public:
  /// `about` and `footer` are keys of the texts.
  OptionGrammar(const Texts& texts, const std::string& program, const char* about, const char* footer);
  ~OptionGrammar();
  OptionGrammar(const OptionGrammar&) = delete;
  OptionGrammar& operator=(const OptionGrammar&) = delete;

  void arguments(const char* name, std::vector<std::string>& target, const char* words);
  /// The last one counts if an option is given twice.
  void option(const char* name, std::optional<std::string>& target, const char* mark, const char* words);
  /// Every one counts.
  void options(const char* name, std::vector<std::string>& target, const char* mark, const char* words);
  void flag(const char* name, bool& target, const char* words);

  /// What is to be printed instead of doing anything (help, version), nothing if the line is to be acted on,
  /// or what is wrong with it.
  [[nodiscard]] Checked<std::optional<std::string>> parse(int count, const char* const* arguments);
  void complain_of_unknown(FaultList& faults) const;

 private:
  const Texts& texts_;
  std::string program_;
  std::unique_ptr<CLI::App> app_;
};

inline constexpr const char* command_line_source = "command line";

/// The value of an option's text; what `read` cannot make anything of is a fault.
template <class Read>
auto meaning(const std::optional<std::string>& text, Read read, const char* option, const char* expected,
             FaultList& faults) -> decltype(read(*text)) {
  if (!text) return std::nullopt;
  auto value = read(*text);
  if (!value) faults.add(std::string("/") + option, expected, "\"" + shown(*text) + "\"");
  return value;
}

[[nodiscard]] std::optional<Language> language_in(const std::string& text);
[[nodiscard]] std::optional<ThemeKind> theme_in(const std::string& text);
/// A whole number of that range.
[[nodiscard]] std::optional<std::uint64_t> whole_in(const std::string& text, std::uint64_t least,
                                                    std::uint64_t most);

}  // namespace park::ui
