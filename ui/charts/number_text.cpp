// SPDX-License-Identifier: MIT
#include "charts/number_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "study/words/readable.hpp"

namespace park::ui {
namespace {

constexpr std::string_view minus = "−";
constexpr std::string_view no_value = "–";

struct Power {
  double size;
  std::string_view word;
};
constexpr std::array<Power, 3> chinese_powers = {{{1e8, "亿"}, {1e4, "万"}, {1, ""}}};
constexpr std::array<Power, 4> english_powers = {{{1e9, "bn"}, {1e6, "m"}, {1e3, "k"}, {1, ""}}};

std::string fixed(double number, int decimals) {
  std::array<char, 400> digits{};
  const auto result =
      std::to_chars(digits.data(), digits.data() + digits.size(), number, std::chars_format::fixed, decimals);
  return {digits.data(), result.ptr};
}

/// Commas between every three digits of a whole number.
std::string with_thousands(const std::string& digits) {
  std::string text;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) text += ',';
    text += digits[i];
  }
  return text;
}

/// Largest power that the number reaches, after rounding to three digits.
const Power& power_of(std::span<const Power> powers, double magnitude) {
  for (const Power& power : powers) {
    if (magnitude >= power.size * 0.9995) return power;
  }
  return powers.back();
}

/// Three digits that mean something; counts of whole things have no decimals from ten on.
std::string digits_of(double magnitude, bool counted) {
  const bool is_whole = std::abs(magnitude - std::round(magnitude)) < 1e-9;
  if (magnitude >= 99.95 || is_whole) return with_thousands(fixed(magnitude, 0));
  if (magnitude >= 9.995) return fixed(magnitude, counted ? 0 : 1);
  std::string digits = fixed(magnitude, counted ? 1 : 2);
  if (counted && digits.ends_with(".0")) digits.resize(digits.size() - 2);
  return digits;
}

std::string magnitude_text(const Texts& texts, double magnitude, bool counted) {
  if (texts.is_chinese()) {
    const Power& power = power_of(chinese_powers, magnitude);
    return digits_of(magnitude / power.size, counted && power.size == 1) + std::string(power.word);
  }
  // A card has room for 12,480; what counts in millions and billions is shortened.
  if (magnitude < 0.9995e6) return digits_of(magnitude, counted);
  const Power& power = power_of(english_powers, magnitude);
  return digits_of(magnitude / power.size, false) + std::string(power.word);
}

bool shown_as_zero(double magnitude, bool counted) { return magnitude < (counted ? 0.05 : 0.005); }

std::string number(const Texts& texts, double value, bool counted, bool with_plus) {
  if (!std::isfinite(value)) return std::string(no_value);
  const double magnitude = std::abs(value);
  if (shown_as_zero(magnitude, counted)) return "0";
  std::string text(value < 0 ? minus : with_plus ? std::string_view("+") : std::string_view());
  text += magnitude_text(texts, magnitude, counted);
  return text;
}

bool is_share(std::string_view unit) { return unit == "share"; }

std::string joined(const Texts& texts, const std::string& number, const std::string& unit) {
  if (unit.empty() || number == no_value) return number;
  return texts.is_chinese() || unit == "%" ? number + unit : number + " " + unit_behind(texts, number, unit);
}

/// Decimals that tell ticks of this step apart, up to six.
int decimals_of(double step) {
  int decimals = 0;
  while (decimals < 6 && std::abs(step - std::round(step)) > 1e-6 * std::max(1.0, std::abs(step))) {
    step *= 10;
    ++decimals;
  }
  return decimals;
}

}  // namespace

bool is_counted(std::string_view unit) {
  constexpr std::array<std::string_view, 12> counted = {"firms", "people", "loans", "projects",
                                                        "beds",  "teams",  "mu",    "m2",
                                                        "t/day", "months", "month", "project-months/month"};
  return std::find(counted.begin(), counted.end(), unit) != counted.end();
}

std::string unit_behind(const Texts& texts, std::string_view number, std::string unit) {
  const bool is_one = number == "1" || number == "+1" || number == std::string(minus) + "1";
  if (texts.is_chinese() || !is_one) return unit;
  // `agencies`, `projects/year`: what is counted is the first word.
  const std::string counted = unit.substr(0, unit.find_first_of("/ "));
  std::string one = counted;
  if (counted == "people") {
    one = "person";
  } else if (counted.ends_with("ies")) {
    one.replace(one.size() - 3, 3, "y");
  } else if (counted.ends_with('s')) {
    one.pop_back();
  }
  return unit.replace(0, counted.size(), one);
}

std::string unit_text(const Texts& texts, std::string_view unit) {
  if (unit == "-") return {};
  std::string words = shown_unit(texts, unit).words;
  // The catalogues write what every terminal shows.
  if (const std::size_t place = words.find("m2"); place != std::string::npos) words.replace(place, 2, "m²");
  return words;
}

ValueParts value_parts(const Texts& texts, double value, std::string_view unit) {
  std::string words = number(texts, value * shown_unit(texts, unit).factor, is_counted(unit), false);
  std::string behind = unit_behind(texts, words, unit_text(texts, unit));
  return {std::move(words), std::move(behind)};
}

std::string value_text(const Texts& texts, double value, std::string_view unit) {
  const ValueParts parts = value_parts(texts, value, unit);
  return joined(texts, parts.number, parts.unit);
}

std::string difference_number(const Texts& texts, double difference, std::string_view unit) {
  return number(texts, difference * shown_unit(texts, unit).factor, is_counted(unit), true);
}

std::string difference_text(const Texts& texts, double difference, std::string_view unit) {
  const std::string text = difference_number(texts, difference, unit);
  return joined(texts, text, is_share(unit) ? texts("ui.charts.percentage_points") : unit_text(texts, unit));
}

std::string interval_text(const Texts& texts, double lo, double hi, std::string_view unit) {
  const double factor = shown_unit(texts, unit).factor;
  const bool counted = is_counted(unit);
  std::string text = "[";
  text += number(texts, lo * factor, counted, true);
  text += ", ";
  text += number(texts, hi * factor, counted, true);
  text += "]";
  return text;
}

std::vector<std::string> axis_labels(const Texts& texts, std::span<const double> ticks,
                                     std::string_view unit) {
  const double factor = shown_unit(texts, unit).factor;
  double largest = 0;
  for (const double tick : ticks) largest = std::max(largest, std::abs(tick * factor));
  // 8,000 is read more easily than 8k, 16k than 16,000.
  const bool is_short = largest < 9995;
  const Power& power = texts.is_chinese() ? power_of(chinese_powers, largest)
                       : is_short         ? english_powers.back()
                                          : power_of(english_powers, largest);
  const double step = ticks.size() > 1 ? std::abs(ticks[1] - ticks[0]) * factor / power.size : 1;
  const int decimals = decimals_of(step);
  std::vector<std::string> labels;
  labels.reserve(ticks.size());
  for (const double tick : ticks) {
    const double shown = std::abs(tick * factor / power.size);
    const bool is_zero = shown < 0.5 * std::pow(10.0, -decimals);
    std::string label(tick < 0 && !is_zero ? minus : std::string_view());
    const std::string digits = fixed(shown, is_zero ? 0 : decimals);
    label += decimals == 0 ? with_thousands(digits) : digits;
    if (!is_zero) label += power.word;
    labels.push_back(label);
  }
  return labels;
}

}  // namespace park::ui
