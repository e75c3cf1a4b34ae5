// SPDX-License-Identifier: MIT
#include "command_line.hpp"

#include <charconv>

#include "backend/fonts.hpp"
#include "option_grammar.hpp"

namespace park::ui {
namespace {

template <class Number>
std::optional<Number> number_in(std::string_view text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

/// `1920x1080`; nothing for any other text or outside the sizes that are drawn.
std::optional<Size> window_size_in(const std::string& text) {
  const std::size_t cross = text.find('x');
  if (cross == std::string::npos) return std::nullopt;
  const auto width = number_in<unsigned>(std::string_view(text).substr(0, cross));
  const auto height = number_in<unsigned>(std::string_view(text).substr(cross + 1));
  if (!width || *width < smallest_size.width || *width > largest_size.width) return std::nullopt;
  if (!height || *height < smallest_size.height || *height > largest_size.height) return std::nullopt;
  return Size{*width, *height};
}

std::optional<double> scale_in(const std::string& text) {
  const auto scale = number_in<double>(text);
  if (!scale || !(*scale >= smallest_scale && *scale <= largest_scale)) return std::nullopt;
  return scale;
}

constexpr const char* picture_names =
    "names among map jobs floor cash chain funnel bottlenecks constraints wedges flows land labour loans "
    "movers "
    "indicator, with commas between";

/// `map,jobs`; nothing if a name is none.
std::optional<std::vector<PictureKind>> pictures_in(const std::string& text) {
  std::vector<PictureKind> kinds;
  std::string_view rest = text;
  while (!rest.empty()) {
    const std::size_t comma = std::min(rest.find(','), rest.size());
    const std::string_view name = rest.substr(0, comma);
    rest.remove_prefix(std::min(comma + 1, rest.size()));
    const std::size_t before = kinds.size();
    for (std::size_t k = 0; k < picture_kind_count; ++k) {
      if (name_of(static_cast<PictureKind>(k)) == name) kinds.push_back(static_cast<PictureKind>(k));
    }
    if (kinds.size() == before) return std::nullopt;
  }
  return kinds;
}

std::optional<std::filesystem::path> picture_in(const std::string& text) {
  if (!text.ends_with(".png") || text.size() < 5) return std::nullopt;
  return std::filesystem::path(text);
}

/// The words of the line before anybody asks what they mean.
struct DashboardLine {
  std::vector<std::string> scenarios;
  std::optional<std::string> language, theme, scale, size, month, shown, picture;
};

void declare(OptionGrammar& grammar, DashboardLine& line) {
  grammar.arguments("SCENARIO", line.scenarios, "ui.help.scenarios");
  grammar.option("--lang", line.language, "zh|en", "option.lang");
  grammar.option("--theme", line.theme, "dark|light", "ui.help.theme");
  grammar.option("--scale", line.scale, "S", "ui.help.scale");
  grammar.option("--size", line.size, "WxH", "ui.help.size");
  grammar.option("--month", line.month, "YYYY-MM", "ui.help.month");
  grammar.option("--pictures", line.shown, "LIST", "ui.help.pictures");
  grammar.option("--screenshot", line.picture, "FILE.png", "ui.help.screenshot");
}

}  // namespace

Checked<Request> read_command_line(int count, const char* const* arguments, const Texts& texts) {
  DashboardLine line;
  OptionGrammar grammar(texts, "parkview", "ui.help.program", "ui.help.footer");
  declare(grammar, line);
  const auto parsed = grammar.parse(count, arguments);
  if (!parsed.ok()) return parsed.problems();
  Request request;
  request.help = parsed.value();
  if (request.help) return request;
  Problems problems;
  FaultList faults(command_line_source, problems);
  grammar.complain_of_unknown(faults);
  request.scenarios.assign(line.scenarios.begin(), line.scenarios.end());
  request.language = meaning(line.language, language_in, "--lang", "zh or en", faults);
  request.theme = meaning(line.theme, theme_in, "--theme", "dark or light", faults);
  request.scale = meaning(line.scale, scale_in, "--scale", "a number from 1 to 2", faults);
  request.size =
      meaning(line.size, window_size_in, "--size", "WIDTHxHEIGHT from 1280x720 to 3840x2160", faults);
  request.month = meaning(
      line.month, [](const std::string& text) { return parse_year_month(text); }, "--month", "YYYY-MM",
      faults);
  request.shown =
      meaning(line.shown, pictures_in, "--pictures", picture_names, faults).value_or(request.shown);
  request.picture =
      meaning(line.picture, picture_in, "--screenshot", "a file name that ends in .png", faults);
  if (!problems.empty()) return problems;
  return request;
}

}  // namespace park::ui
