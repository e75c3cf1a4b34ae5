// SPDX-License-Identifier: MIT
#include "study/analysis/sentences.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace park::study {
namespace {

std::string fixed(double value, int decimals) {
  std::array<char, 400> digits{};
  const auto result =
      std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed, decimals);
  std::string text(digits.data(), result.ptr);
  if (text.find('.') != std::string::npos) {
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
  }
  return text == "-0" ? "0" : text;
}

/// A place where Chinese and English differ.
struct Wordbook {
  const char *at_least, *at_most, *between, *to, *end_of_range, *is, *or_else, *also;
};
constexpr Wordbook chinese_words = {"不低于", "不高于", "在", "至", "之间", "为", "或", "、"};
constexpr Wordbook english_words = {" is at least ", " is at most ", " lies from ", " to ", "",
                                    " is ",          " or ",         " and "};

class Phrases {
 public:
  explicit Phrases(bool is_chinese)
      : is_chinese_(is_chinese), words_(is_chinese ? chinese_words : english_words) {}

  [[nodiscard]] std::string name(const Wording& words, const std::string& key) const {
    const std::string& label = is_chinese_ ? words.zh : words.en;
    if (label.empty()) return key;
    // Inside a sentence an English label begins small, unless it begins with an abbreviation such as NPV.
    const auto is_capital = [&](std::size_t i) {
      return i < label.size() && label[i] >= 'A' && label[i] <= 'Z';
    };
    if (is_chinese_ || !is_capital(0) || is_capital(1)) return label;
    return static_cast<char>(label[0] - 'A' + 'a') + label.substr(1);
  }

  [[nodiscard]] std::string amount(double value, const Wording& words) const {
    const std::string& unit = is_chinese_ ? words.unit_zh : words.unit_en;
    const double shown = value * words.scale;
    const std::string number = is_chinese_ ? chinese_number(shown) : plain_number(shown);
    return number + (unit.empty() || is_chinese_ || unit == "%" ? "" : " ") + unit;
  }

  [[nodiscard]] std::string bound(bool is_lower, double value, const Wording& words) const {
    return (is_lower ? words_.at_least : words_.at_most) + amount(value, words);
  }

  [[nodiscard]] std::string condition(const PrimRestriction& restriction,
                                      const AnalysisFactor& factor) const {
    const std::string subject = name(factor.words, factor.key);
    if (!factor.choices.empty()) return subject + words_.is + choices(restriction, factor);
    const bool has_lo = std::isfinite(restriction.lo);
    const bool has_hi = std::isfinite(restriction.hi);
    if (has_lo && has_hi) {
      return subject + words_.between + amount(restriction.lo, factor.words) + words_.to +
             amount(restriction.hi, factor.words) + words_.end_of_range;
    }
    return subject + bound(has_lo, has_lo ? restriction.lo : restriction.hi, factor.words);
  }

  [[nodiscard]] std::string conditions(const PrimBox& box, const std::vector<AnalysisFactor>& factors) const {
    std::string text;
    for (const PrimRestriction& restriction : box.restrictions) {
      text += (text.empty() ? "" : words_.also) + condition(restriction, factors[restriction.factor]);
    }
    return text;
  }

 private:
  [[nodiscard]] std::string choices(const PrimRestriction& restriction, const AnalysisFactor& factor) const {
    std::string text;
    for (const double value : restriction.values) {
      const auto place = static_cast<std::size_t>(value);
      const bool is_known = place < factor.choices.size();
      const std::string word = !is_known     ? plain_number(value)
                               : is_chinese_ ? std::string(factor.choices[place].zh)
                                             : std::string(factor.choices[place].en);
      text += (text.empty() ? "" : words_.or_else) + word;
    }
    return text;
  }

  bool is_chinese_;
  const Wordbook& words_;
};

std::string percent(double share) { return fixed(100 * share, 0) + "%"; }

}  // namespace

std::string plain_number(double value) {
  if (!std::isfinite(value)) return "-";
  if (value == 0) return "0";
  const int digits_before = static_cast<int>(std::floor(std::log10(std::abs(value)))) + 1;
  return fixed(value, std::clamp(3 - digits_before + (digits_before > 2 ? 1 : 0), 0, 12));
}

std::string chinese_number(double value) {
  constexpr double wan = 1e4;
  constexpr double yi = 1e8;
  if (std::abs(value) >= yi) return plain_number(value / yi) + "亿";
  if (std::abs(value) >= wan) return plain_number(value / wan) + "万";
  return plain_number(value);
}

Remark sentence_of(const PrimBox& box, const std::vector<AnalysisFactor>& factors,
                   const AnalysisOutcome& outcome, const Target& target, double base_density) {
  const Phrases zh(true);
  const Phrases en(false);
  const std::string zh_name = zh.name(outcome.words, outcome.name);
  return {"当" + zh.conditions(box, factors) + "时，" + (zh_name.starts_with("园区") ? "" : "园区") +
              zh_name + zh.bound(target.is_above, target.threshold, outcome.words) + "的可能性为" +
              percent(box.density) + "（不加条件时为" + percent(base_density) + "），这类结果的" +
              percent(box.coverage) + "出现在此情形下。",
          "When " + en.conditions(box, factors) + ", the chance that " +
              en.name(outcome.words, outcome.name) +
              en.bound(target.is_above, target.threshold, outcome.words) + " is " + percent(box.density) +
              " (" + percent(base_density) + " without conditions); " + percent(box.coverage) +
              " of such outcomes lie there."};
}

}  // namespace park::study
