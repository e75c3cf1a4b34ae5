// SPDX-License-Identifier: MIT
#include "option_grammar.hpp"

#include <CLI/CLI.hpp>
#include <charconv>

namespace park::ui {

OptionGrammar::OptionGrammar(const Texts& texts, const std::string& program, const char* about,
                             const char* footer)
    : texts_(texts), program_(program), app_(std::make_unique<CLI::App>(texts(about), program)) {
  const auto formatter = std::make_shared<CLI::Formatter>();
  formatter->column_width(26);
  formatter->label("Usage", texts("help.usage"));
  formatter->label("OPTIONS", texts("help.options_mark"));
  formatter->label("Positionals", texts("help.arguments"));
  app_->formatter(formatter);
  app_->footer(texts(footer));
  app_->allow_extras();
  app_->option_defaults()->group(texts("help.options"));
  app_->set_help_flag("-h,--help", texts("option.help"));
  app_->get_help_ptr()->group(texts("help.options"));
  app_->set_version_flag("--version", "parkview " PARKSIM_VERSION, texts("option.version"));
}

OptionGrammar::~OptionGrammar() = default;

void OptionGrammar::arguments(const char* name, std::vector<std::string>& target, const char* words) {
  app_->add_option(name, target, texts_(words))->type_name("");
}

void OptionGrammar::option(const char* name, std::optional<std::string>& target, const char* mark,
                           const char* words) {
  app_->add_option_function<std::string>(
          name, [&target](const std::string& value) { target = value; }, texts_(words))
      ->type_name(mark)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
}

void OptionGrammar::options(const char* name, std::vector<std::string>& target, const char* mark,
                            const char* words) {
  app_->add_option(name, target, texts_(words))
      ->type_name(mark)
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

void OptionGrammar::flag(const char* name, bool& target, const char* words) {
  app_->add_flag(name, target, texts_(words));
}

Checked<std::optional<std::string>> OptionGrammar::parse(int count, const char* const* arguments) {
  try {
    app_->parse(count, arguments);
  } catch (const CLI::CallForHelp&) {
    return std::optional<std::string>(app_->help());
  } catch (const CLI::CallForVersion&) {
    return std::optional<std::string>(app_->version() + "\n");
  } catch (const CLI::ParseError& error) {
    return Problems{{command_line_source, "/", "a known option with its value", shown(error.what(), 200)}};
  }
  return std::optional<std::string>();
}

void OptionGrammar::complain_of_unknown(FaultList& faults) const {
  for (const std::string& word : app_->remaining())
    faults.add(pointer_to("", word), "a known option (see " + program_ + " --help)",
               "\"" + shown(word) + "\"");
}

std::optional<Language> language_in(const std::string& text) {
  if (text == "zh") return Language::Chinese;
  if (text == "en") return Language::English;
  return std::nullopt;
}

std::optional<ThemeKind> theme_in(const std::string& text) {
  if (text == "dark") return ThemeKind::Dark;
  if (text == "light") return ThemeKind::Light;
  return std::nullopt;
}

std::optional<std::uint64_t> whole_in(const std::string& text, std::uint64_t least, std::uint64_t most) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  if (number < least || number > most) return std::nullopt;
  return number;
}

}  // namespace park::ui
