// SPDX-License-Identifier: MIT
#include "command_line.hpp"

#include <CLI/CLI.hpp>
#include <charconv>

#include "backend/fonts.hpp"
#include "scenario/fault_list.hpp"

namespace park::ui {
namespace {

constexpr const char* source = "command line";

template <class Number>
std::optional<Number> number_in(std::string_view text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

/// `1920x1080`; nothing for any other text or outside the sizes that are drawn.
std::optional<Size> size_in(const std::string& text) {
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

/// CLI11 with our words: it takes the line apart, and what values mean is checked here.
class Grammar {
 public:
  explicit Grammar(const Texts& texts) : texts_(texts), app_(texts("ui.help.program"), "parkview") {
    const auto formatter = std::make_shared<CLI::Formatter>();
    formatter->column_width(26);
    formatter->label("Usage", texts("help.usage"));
    formatter->label("OPTIONS", texts("help.options_mark"));
    formatter->label("Positionals", texts("help.arguments"));
    app_.formatter(formatter);
    app_.footer(texts("ui.help.footer"));
    app_.allow_extras();
    app_.option_defaults()->group(texts("help.options"));
    app_.set_help_flag("-h,--help", texts("option.help"));
    app_.get_help_ptr()->group(texts("help.options"));
    app_.add_option("SCENARIO", scenarios_, texts("ui.help.scenarios"))->type_name("");
    add("--lang", language_, "zh|en", "option.lang");
    add("--theme", theme_, "dark|light", "ui.help.theme");
    add("--scale", scale_, "S", "ui.help.scale");
    add("--size", size_, "WxH", "ui.help.size");
    add("--month", month_, "YYYY-MM", "ui.help.month");
    add("--pictures", shown_, "LIST", "ui.help.pictures");
    add("--screenshot", picture_, "FILE.png", "ui.help.screenshot");
    app_.add_flag("--version", wants_version_, texts("option.version"));
  }

  [[nodiscard]] Checked<Request> read(int count, const char* const* arguments) {
    Request request;
    try {
      app_.parse(count, arguments);
    } catch (const CLI::CallForHelp&) {
      request.help = app_.help();
      return request;
    } catch (const CLI::ParseError& error) {
      return Problems{{source, "/", "a known option with its value", shown(error.what(), 200)}};
    }
    if (wants_version_) {
      request.help = std::string("parkview ") + PARKSIM_VERSION + "\n";
      return request;
    }
    Problems problems;
    FaultList faults(source, problems);
    for (const std::string& word : app_.remaining())
      faults.add(pointer_to("", word), "a known option (see parkview --help)", "\"" + shown(word) + "\"");
    request.scenarios.assign(scenarios_.begin(), scenarios_.end());
    request.language = meaning(language_, language_in, "--lang", "zh or en", faults);
    request.theme = meaning(theme_, theme_in, "--theme", "dark or light", faults);
    request.scale = meaning(scale_, scale_in, "--scale", "a number from 1 to 2", faults);
    request.size = meaning(size_, size_in, "--size", "WIDTHxHEIGHT from 1280x720 to 3840x2160", faults);
    request.month = meaning(
        month_, [](const std::string& text) { return parse_year_month(text); }, "--month", "YYYY-MM", faults);
    request.shown = meaning(shown_, pictures_in, "--pictures", picture_names, faults).value_or(request.shown);
    request.picture = meaning(picture_, picture_in, "--screenshot", "a file name that ends in .png", faults);
    if (!problems.empty()) return problems;
    return request;
  }

 private:
  /// The last one counts if an option is given twice.
  void add(const char* option, std::optional<std::string>& target, const char* mark, const char* words) {
    app_.add_option_function<std::string>(
            option, [&target](const std::string& value) { target = value; }, texts_(words))
        ->type_name(mark)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  }

  template <class Read>
  static auto meaning(const std::optional<std::string>& text, Read read, const char* option,
                      const char* expected, FaultList& faults) -> decltype(read(*text)) {
    if (!text) return std::nullopt;
    auto value = read(*text);
    if (!value) faults.add(std::string("/") + option, expected, "\"" + shown(*text) + "\"");
    return value;
  }

  static std::optional<std::filesystem::path> picture_in(const std::string& text) {
    if (!text.ends_with(".png") || text.size() < 5) return std::nullopt;
    return std::filesystem::path(text);
  }

  const Texts& texts_;
  std::vector<std::string> scenarios_;
  std::optional<std::string> language_, theme_, scale_, size_, month_, shown_, picture_;
  bool wants_version_ = false;
  CLI::App app_;
};

}  // namespace

Checked<Request> read_command_line(int count, const char* const* arguments, const Texts& texts) {
  Grammar grammar(texts);
  return grammar.read(count, arguments);
}

}  // namespace park::ui
