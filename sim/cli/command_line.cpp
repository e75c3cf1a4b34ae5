// SPDX-License-Identifier: MIT
#include <CLI/CLI.hpp>
#include <array>

#include "cli/request.hpp"
#include "policy/catalogue.hpp"
#include "scenario/fault_list.hpp"

namespace park::cli {
namespace {

constexpr std::array<const char*, 5> study_commands = {"run", "analyze", "merge", "export", "submit"};

/// CLI11 with our words: it takes the line apart, and what values mean is checked elsewhere.
class Grammar {
 public:
  explicit Grammar(const Texts& texts) : texts_(texts), app_(texts("help.program"), "parksim") {
    const auto formatter = std::make_shared<CLI::Formatter>();
    formatter->column_width(26);
    formatter->label("Usage", texts("help.usage"));
    formatter->label("OPTIONS", texts("help.options_mark"));
    formatter->label("SUBCOMMAND", texts("help.command_mark"));
    formatter->label("Positionals", texts("help.arguments"));
    app_.formatter(formatter);
    app_.require_subcommand(0, 1);
    add_global_options(app_);
    app_.footer(texts("help.program_footer"));
    for (const Command& row : commands()) add_command(row);
    add_study_commands();
  }

  [[nodiscard]] Checked<Request> read(int count, const char* const* arguments) {
    try {
      app_.parse(count, arguments);
    } catch (const CLI::CallForHelp&) {
      request_.help = app_.help();
      return request_;
    } catch (const CLI::ParseError& error) {
      return Problems{problem_of(error)};
    }
    if (wants_version_) {
      request_.help = std::string("parksim ") + PARKSIM_VERSION + "\n";
      return request_;
    }
    return checked();
  }

 private:
  void add_global_options(CLI::App& app) {
    app.allow_extras();
    app.option_defaults()->group(texts_("help.options"));
    app.set_help_flag("-h,--help", texts_("option.help"));
    app.get_help_ptr()->group(texts_("help.options"));
    app.add_flag("--quiet", request_.is_quiet, texts_("option.quiet"));
    app.add_flag("--json", request_.is_json, texts_("option.json"));
    add_text(app, "--lang", language_, "zh|en");
    if (app.get_parent() == nullptr) app.add_flag("--version", wants_version_, texts_("option.version"));
  }

  /// A command, the mark of its words in the help (none: it takes no words) and the options of its own.
  struct Command {
    const char* name;
    const char* mark;
    void (Grammar::*add_options)(CLI::App&);
  };

  [[nodiscard]] static const std::array<Command, 19>& commands() {
    static constexpr std::array<Command, 19> all{{
        {"run", "SCENARIO", &Grammar::add_run_options},
        {"compare", "SCENARIO", &Grammar::add_compare_options},
        {"clauses", "SCENARIO", &Grammar::add_run_options},
        {"bottlenecks", "SCENARIO", &Grammar::add_run_options},
        {"sweep", "SCENARIO", &Grammar::add_sweep_options},
        {"patterns", nullptr, &Grammar::add_replication_options},
        {"explain", "SCENARIO", &Grammar::add_explain_options},
        {"search", "SPEC", &Grammar::add_search_options},
        {"report", "FILE.db|DIR", &Grammar::add_report_options},
        {"workbook", "FILE.db|DIR", &Grammar::add_report_options},
        {"calibrate", "TARGETS", &Grammar::add_calibrate_options},
        {"validate", "FILE", nullptr},
        {"schema", "KIND", nullptr},
        {"levers", nullptr, &Grammar::add_levers_options},
        {"uncertainties", nullptr, &Grammar::add_uncertainties_options},
        {"indicators", nullptr, nullptr},
        {"reduced", nullptr, &Grammar::add_reduced_options},
        {"national", "SCENARIO", &Grammar::add_national_options},
        {"new", "DIR", nullptr},
    }};
    return all;
  }

  void add_command(const Command& row) {
    const std::string name = row.name;
    CLI::App& command = *app_.add_subcommand(name, texts_("help." + name));
    command.group(texts_("help.commands"));
    command.footer(texts_("help." + name + "_footer"));
    if (row.add_options != nullptr) (this->*row.add_options)(command);
    if (row.mark != nullptr)
      command.add_option(row.mark, request_.words, texts_("argument." + name))->type_name("");
    add_global_options(command);
  }

  static const char* mark_of(const std::string& study_command) {
    if (study_command == "merge") return "OUT.db SHARD.db";
    if (study_command == "export") return "FILE.db";
    return study_command == "analyze" ? "FILE" : "STUDY";
  }

  /// `study run` and its like: commands of a command.
  void add_study_commands() {
    CLI::App& study = *app_.add_subcommand("study", texts_("help.study"));
    study.group(texts_("help.commands"));
    study.footer(texts_("help.study_footer"));
    study.require_subcommand(0, 1);
    add_global_options(study);
    for (const std::string name : study_commands) {
      const std::string key = "study_" + name;
      CLI::App& command = *study.add_subcommand(name, texts_("help." + key));
      command.group(texts_("help.commands"));
      command.footer(texts_("help." + key + "_footer"));
      command.option_defaults()->group(texts_("help.options"));
      command.add_option(mark_of(name), request_.words, texts_("argument." + key))->type_name("");
      if (name == "run" || name == "submit")
        add_text(command, "--out", request_.out, "FILE.db", "option.store");
      if (name == "run") add_study_run_options(command);
      if (name == "analyze") add_analyze_options(command);
      if (name == "submit") add_submit_options(command);
      if (name == "export") add_text(command, "--csv", request_.csv, "DIR");
      add_global_options(command);
    }
  }

  void add_analyze_options(CLI::App& command) {
    add_text(command, "--factors", request_.factors, "A,B");
    add_text(command, "--outcomes", request_.outcome_columns, "Y,Z", "option.outcome_columns");
    add_text(command, "--design", request_.design, "morris|sobol|given");
    add_text(command, "--order", request_.order, "rows|blocks");
    add_text(command, "--ranges", request_.ranges, "FILE");
    add_text(command, "--seeds", request_.seeds_column, "COLUMN");
    command.add_option("--target", request_.targets, texts_("option.target"))
        ->type_name("OUTCOME>=NUMBER")
        ->allow_extra_args(false);
    add_text(command, "--jobs", request_.jobs, "J");
  }

  void add_study_run_options(CLI::App& command) {
    add_text(command, "--jobs", request_.jobs, "J");
    command.add_flag("--resume", request_.wants_resume, texts_("option.resume"));
    add_text(command, "--shard", request_.shard, "I/N");
  }

  void add_submit_options(CLI::App& command) {
    add_text(command, "--cluster", request_.cluster, "slurm");
    add_text(command, "--shards", request_.shards, "N");
    add_text(command, "--partition", request_.partition, "P");
  }

  void add_replication_options(CLI::App& command) {
    command.option_defaults()->group(texts_("help.options"));
    add_text(command, "--replications", request_.replications, "N");
    add_text(command, "--seed", request_.seed, "S");
    add_settings(command);
    add_text(command, "--jobs", request_.jobs, "J");
  }

  void add_compare_options(CLI::App& command) {
    add_run_options(command);
    command.add_flag("--wedges", request_.wants_wedges, texts_("option.wedges"));
    add_text(command, "--outcome", request_.outcome, "OUTCOME");
  }

  void add_levers_options(CLI::App& command) {
    command.add_flag("--clauses", request_.wants_clauses, texts_("option.clauses"));
  }

  void add_uncertainties_options(CLI::App& command) {
    command.add_flag("--structural", request_.wants_structural, texts_("option.structural"));
  }

  void add_sweep_options(CLI::App& command) {
    add_run_options(command);
    add_text(command, "--levels", request_.levels, "N");
    add_text(command, "--kinds", request_.kinds, "KINDS");
    command.add_option("--outcome", request_.outcomes, texts_("option.outcomes"))
        ->type_name("OUTCOME")
        ->allow_extra_args(false);
  }

  void add_reduced_options(CLI::App& command) {
    command.option_defaults()->group(texts_("help.options"));
    add_text(command, "--firms", request_.firms, "N");
    add_text(command, "--months", request_.months, "M", "option.reduced_months");
    add_text(command, "--replications", request_.replications, "N");
    add_text(command, "--seed", request_.seed, "S", "option.reduced_seed");
    add_text(command, "--jobs", request_.jobs, "J");
  }

  void add_national_options(CLI::App& command) {
    command.option_defaults()->group(texts_("help.options"));
    add_text(command, "--out", request_.out, "DIR", "option.national_out");
    add_text(command, "--firms", request_.firms, "N", "option.national_firms");
    add_text(command, "--parks", request_.parks, "N");
    add_text(command, "--weight", request_.weight, "W");
    add_text(command, "--seed", request_.seed, "S", "option.national_seed");
  }

  void add_explain_options(CLI::App& command) {
    command.option_defaults()->group(texts_("help.options"));
    add_text(command, "--firm", request_.firm, "ID");
    add_text(command, "--seed", request_.seed, "S");
    add_text(command, "--months", request_.months, "M");
    add_settings(command);
  }

  void add_calibrate_options(CLI::App& command) {
    command.option_defaults()->group(texts_("help.options"));
    add_text(command, "--out", request_.out, "SCENARIO", "option.fitted");
    add_text(command, "--jobs", request_.jobs, "J");
  }

  void add_search_options(CLI::App& command) {
    command.option_defaults()->group(texts_("help.options"));
    add_text(command, "--out", request_.out, "FILE.db", "option.store");
    add_text(command, "--jobs", request_.jobs, "J");
    command.add_flag("--resume", request_.wants_resume, texts_("option.resume"));
    add_text(command, "--save", request_.save, "DIR");
  }

  void add_report_options(CLI::App& command) {
    command.option_defaults()->group(texts_("help.options"));
    add_text(command, "-o,--out", request_.out, "FILE", "option.report");
    add_text(command, "--jobs", request_.jobs, "J");
  }

  void add_settings(CLI::App& command) {
    command.add_option("--set", request_.settings, texts_("option.set"))
        ->type_name("KEY=VALUE")
        ->allow_extra_args(false);
  }

  void add_run_options(CLI::App& command) {
    add_replication_options(command);
    add_text(command, "--months", request_.months, "M");
    add_text(command, "--out", request_.out, "DIR");
  }

  /// The last one counts if an option is given twice.
  void add_text(CLI::App& app, const std::string& option, std::optional<std::string>& target,
                const char* mark, const std::string& words = {}) {
    app.add_option_function<std::string>(
           option, [&target](const std::string& value) { target = value; },
           texts_(words.empty() ? "option." + option.substr(2) : words))
        ->type_name(mark)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  }

  /// CLI11 says `--set: 1 required TEXT missing`; what stands before the colon is the place.
  [[nodiscard]] static Problem problem_of(const CLI::ParseError& error) {
    const std::string words = error.what();
    const std::size_t colon = words.find(':');
    if (!words.starts_with("--") || colon == std::string::npos) {
      return {command_line_source, "/", "a known option with its value", shown(words, 200)};
    }
    return {command_line_source, "/" + words.substr(0, colon), "a value", "none"};
  }

  [[nodiscard]] Checked<Request> checked() {
    const auto used = app_.get_subcommands();
    Problems problems;
    FaultList faults(command_line_source, problems);
    if (language_ && *language_ != "zh" && *language_ != "en") {
      faults.add("/--lang", "zh or en", "\"" + shown(*language_) + "\"");
    }
    if (used.empty()) {
      fault_of_command(app_, commands_of(app_), faults);
      return problems;
    }
    const CLI::App* command = used.front();
    request_.command = command->get_name();
    if (request_.command == "study") {
      if (command->get_subcommands().empty()) {
        fault_of_command(*command, commands_of(*command), faults);
        return problems;
      }
      command = command->get_subcommands().front();
      request_.command += " " + command->get_name();
    }
    const auto known = known_options(*command);
    for (const std::string& word : app_.remaining(true)) {
      if (word.starts_with('-') && word.size() > 1)
        fault_of_option(word.substr(0, word.find('=')), known, faults);
      else if (problems.empty())
        faults.add(pointer_to("", word), "no further words", "\"" + shown(word) + "\"");
    }
    if (!problems.empty()) return problems;
    return request_;
  }

  [[nodiscard]] static std::vector<std::string> commands_of(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
      names.push_back(command->get_name());
    return names;
  }

  static void fault_of_command(const CLI::App& app, const std::vector<std::string>& known,
                               FaultList& faults) {
    const auto words = app.remaining();
    const std::string word = words.empty() ? "" : words.front();
    const std::string nearest = nearest_key(word, std::vector<std::string_view>(known.begin(), known.end()));
    const std::string help = app.get_parent() == nullptr ? "parksim --help" : "parksim study --help";
    faults.add(pointer_to("", word),
               nearest.empty() ? "a command (see " + help + ")" : "a command (nearest: " + nearest + ")",
               words.empty() ? "none" : "\"" + shown(word) + "\"");
  }

  static void fault_of_option(const std::string& option, const std::vector<std::string>& known,
                              FaultList& faults) {
    const std::string nearest = nearest_option(option, known);
    faults.add(pointer_to("", option),
               nearest.empty() ? "a known option" : "a known option (nearest: " + nearest + ")",
               "\"" + shown(option) + "\"");
  }

  /// Nearest by spelling, else the one that begins alike, as `--reps` and `--replications` do.
  [[nodiscard]] static std::string nearest_option(const std::string& option,
                                                  const std::vector<std::string>& known) {
    std::string nearest = nearest_key(option, std::vector<std::string_view>(known.begin(), known.end()));
    if (!nearest.empty()) return nearest;
    constexpr std::size_t alike = 5;
    for (const std::string& candidate : known) {
      if (option.size() >= alike && candidate.starts_with(std::string_view(option).substr(0, alike)))
        return candidate;
    }
    return {};
  }

  [[nodiscard]] static std::vector<std::string> known_options(const CLI::App& command) {
    std::vector<std::string> names;
    for (const CLI::Option* option : command.get_options()) {
      for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    }
    return names;
  }

  const Texts& texts_;
  Request request_;
  std::optional<std::string> language_;
  bool wants_version_ = false;
  CLI::App app_;
};

}  // namespace

Checked<Request> read_command_line(int count, const char* const* arguments, const Texts& texts) {
  Grammar grammar(texts);
  return grammar.read(count, arguments);
}

}  // namespace park::cli
