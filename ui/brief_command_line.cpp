// SPDX-License-Identifier: MIT
#include "brief_command_line.hpp"

#include "option_grammar.hpp"
#include "scenario/storyboard_keys.hpp"

namespace park::ui {
namespace {

constexpr std::uint64_t most_runs = 100000;
constexpr std::uint64_t most_months = 600;

/// The words of the line before anybody asks what they mean.
struct BriefLine {
  std::vector<std::string> scenarios, stills;
  std::optional<std::string> storyboard, out, size, rate, months, runs, seed, language, theme;
  bool is_quiet = false;
};

void declare(OptionGrammar& grammar, BriefLine& line) {
  grammar.arguments("SCENARIO", line.scenarios, "ui.brief.help.scenarios");
  grammar.option("--storyboard", line.storyboard, "FILE", "ui.brief.help.storyboard");
  grammar.option("--out", line.out, "FILE|FOLDER", "ui.brief.help.out");
  grammar.option("--size", line.size, "1080p|4k", "ui.brief.help.size");
  grammar.option("--fps", line.rate, "30|60", "ui.brief.help.fps");
  grammar.options("--still", line.stills, "YYYY-MM", "ui.brief.help.still");
  grammar.option("--months", line.months, "M", "option.months");
  grammar.option("--replications", line.runs, "N", "option.replications");
  grammar.option("--seed", line.seed, "S", "option.seed");
  grammar.option("--lang", line.language, "zh|en", "option.lang");
  grammar.option("--theme", line.theme, "dark|light", "ui.help.theme");
  grammar.flag("--quiet", line.is_quiet, "option.quiet");
}

struct FrameSize {
  unsigned width = 0;
  unsigned height = 0;
};
std::optional<FrameSize> film_size_in(const std::string& text) {
  if (text == "720p") return FrameSize{1280, 720};
  if (text == "1080p") return FrameSize{1920, 1080};
  if (text == "4k" || text == "4K") return FrameSize{3840, 2160};
  return std::nullopt;
}

std::optional<int> rate_in(const std::string& text) {
  if (text == "30") return 30;
  if (text == "60") return 60;
  return std::nullopt;
}

/// By the ending of the name; nothing for an ending that is none of ours.
std::optional<BriefKind> kind_of(const std::filesystem::path& out, bool has_stills) {
  const std::string ending = out.extension().string();
  if (has_stills) {
    if (ending == ".png" || ending.empty()) return BriefKind::Stills;
    return std::nullopt;
  }
  if (ending == ".mp4") return BriefKind::Film;
  if (ending == ".gif") return BriefKind::Gif;
  if (ending == ".html") return BriefKind::Page;
  if (ending.empty()) return BriefKind::Pictures;
  return std::nullopt;
}

void read_output(const BriefLine& line, BriefRequest& request, FaultList& faults) {
  for (const std::string& text : line.stills) {
    const auto month = meaning(
        std::optional(text), [](const std::string& words) { return parse_year_month(words); }, "--still",
        "YYYY-MM", faults);
    if (month) request.stills.push_back(*month);
  }
  const bool has_stills = !line.stills.empty();
  if (!line.out) {
    if (has_stills) faults.add("/--out", "FILE.png or a folder for what --still asks for", "nothing");
    return;
  }
  request.out = *line.out;
  const auto kind = line.out->empty() ? std::nullopt : kind_of(request.out, has_stills);
  if (!kind) {
    faults.add("/--out",
               has_stills ? "a name that ends in .png, or a folder"
                          : "a name that ends in .mp4, .gif or .html, or a folder",
               "\"" + shown(*line.out) + "\"");
  } else if (*kind == BriefKind::Stills && request.out.extension() == ".png" && line.stills.size() > 1) {
    faults.add("/--out", "a folder for several stills", "\"" + shown(*line.out) + "\"");
  }
  request.kind = kind.value_or(request.kind);
}

void read_numbers(const BriefLine& line, BriefRequest& request, FaultList& faults) {
  const auto within = [](std::uint64_t least, std::uint64_t most) {
    return [least, most](const std::string& text) { return whole_in(text, least, most); };
  };
  const auto months =
      meaning(line.months, within(1, most_months), "--months", "a whole number from 1 to 600", faults);
  if (months) request.months = static_cast<int>(*months);
  request.seed = meaning(line.seed, within(0, UINT64_MAX), "--seed", "a whole number, not negative", faults);
  request.runs =
      meaning(line.runs, within(1, most_runs), "--replications", "a whole number from 1 to 100000", faults)
          .value_or(request.runs);
  request.frames_a_second =
      meaning(line.rate, rate_in, "--fps", "30 or 60", faults).value_or(request.frames_a_second);
  if (const auto size = meaning(line.size, film_size_in, "--size", "1080p, 4k or 720p", faults)) {
    request.width = size->width;
    request.height = size->height;
    request.has_size = true;
  }
}

}  // namespace

Checked<BriefRequest> read_brief_command_line(int count, const char* const* arguments, const Texts& texts) {
  BriefLine line;
  OptionGrammar grammar(texts, "parkview brief", "ui.brief.help.program", "ui.brief.help.footer");
  declare(grammar, line);
  const auto parsed = grammar.parse(count, arguments);
  if (!parsed.ok()) return parsed.problems();
  BriefRequest request;
  request.help = parsed.value();
  if (request.help) return request;
  Problems problems;
  FaultList faults(command_line_source, problems);
  grammar.complain_of_unknown(faults);
  request.scenarios.assign(line.scenarios.begin(), line.scenarios.end());
  if (line.scenarios.size() > max_story_scenarios)
    faults.add("/SCENARIO", "one to three scenarios", std::to_string(line.scenarios.size()));
  if (line.storyboard) request.storyboard = *line.storyboard;
  read_output(line, request, faults);
  read_numbers(line, request, faults);
  request.language = meaning(line.language, language_in, "--lang", "zh or en", faults);
  request.theme = meaning(line.theme, theme_in, "--theme", "dark or light", faults).value_or(request.theme);
  request.is_quiet = line.is_quiet;
  if (!problems.empty()) return problems;
  return request;
}

}  // namespace park::ui
