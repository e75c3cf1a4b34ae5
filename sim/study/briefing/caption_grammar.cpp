// SPDX-License-Identifier: MIT
#include "study/briefing/caption_grammar.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "study/briefing/story_ground.hpp"

namespace park::study {
namespace {

using Form = CaptionValue::Form;

constexpr std::array<std::pair<std::string_view, Form>, 3> forms = {
    {{"interval", Form::Interval}, {"difference", Form::Difference}, {"more", Form::More}}};
constexpr const char* value_form =
    "{KEY}, {KEY@YYYY-MM}, {KEY@now}, {KEY@end}, with interval, difference or more and of SCENARIO behind";

std::string quoted(std::string_view text) { return "\"" + shown(text) + "\""; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

/// Takes the first word off `text`.
std::string_view take_word(std::string_view& text) {
  text = trimmed(text);
  const std::string_view word = text.substr(0, text.find(' '));
  text.remove_prefix(word.size());
  text = trimmed(text);
  return word;
}

/// Reads what stands between two braces.
class ValueReader {
 public:
  ValueReader(const std::string& pointer, const CaptionGround& ground, FaultList& faults)
      : pointer_(pointer), ground_(ground), faults_(faults) {
    // The second scenario is what a briefing is about; the first is what it is measured against.
    value_.scenario = std::min<std::size_t>(1, std::max<std::size_t>(1, ground.scenarios.size()) - 1);
  }

  [[nodiscard]] std::optional<CaptionValue> read(std::string_view text) {
    std::string_view rest = text;
    const std::string_view subject = take_word(rest);
    const std::size_t at = subject.find('@');
    read_indicator(subject.substr(0, at));
    if (at != std::string_view::npos) read_month(subject.substr(at + 1));
    read_form(rest);
    read_scenario(rest);
    if (!rest.empty()) fail(value_form, "{" + std::string(text) + "}");
    if (is_good_) check_difference(text);
    return is_good_ ? std::optional(value_) : std::nullopt;
  }

 private:
  void fail(std::string expected, std::string_view got) {
    faults_.add(pointer_, std::move(expected), quoted(got));
    is_good_ = false;
  }

  void read_indicator(std::string_view key) {
    if (const auto column = find_column(ground_.columns, key)) {
      value_.column = *column;
      return;
    }
    std::vector<std::string_view> known;
    for (const IndicatorColumn& column : ground_.columns) known.push_back(column.key);
    faults_.add_unknown_key(pointer_, key, known);
    is_good_ = false;
  }

  void read_month(std::string_view text) {
    if (text == "now") return;
    value_.month = read_story_month(text, pointer_, ground_.start, ground_.months, faults_);
    if (!value_.month) is_good_ = false;
  }

  void read_form(std::string_view& rest) {
    for (const auto& [word, form] : forms) {
      std::string_view behind = rest;
      if (take_word(behind) != word) continue;
      value_.form = form;
      rest = behind;
      return;
    }
  }

  /// A name may have blanks: it is all that stands behind `of`.
  void read_scenario(std::string_view& rest) {
    std::string_view name = rest;
    if (take_word(name) != "of") return;
    rest = {};
    const auto found = std::find(ground_.scenarios.begin(), ground_.scenarios.end(), name);
    if (found != ground_.scenarios.end()) {
      value_.scenario = static_cast<std::size_t>(found - ground_.scenarios.begin());
    } else if (name == "reference") {
      value_.scenario = 0;
      is_reference_ = true;
    } else if (name.empty() || !ground_.scenarios.empty()) {
      std::string known = "reference";
      for (const std::string& scenario : ground_.scenarios) known += ", " + shown(scenario);
      fail("a scenario: " + known, name);
    }
  }

  void check_difference(std::string_view text) {
    if (value_.form != Form::Difference && value_.form != Form::More) return;
    const bool is_reference = is_reference_ || (!ground_.scenarios.empty() && value_.scenario == 0);
    if (is_reference)
      fail("a scenario beside the reference, to which it is compared", "{" + std::string(text) + "}");
  }

  const std::string& pointer_;
  const CaptionGround& ground_;
  FaultList& faults_;
  CaptionValue value_;
  bool is_reference_ = false;
  bool is_good_ = true;
};

}  // namespace

std::vector<CaptionPart> read_caption(std::string_view text, const std::string& pointer,
                                      const CaptionGround& ground, FaultList& faults) {
  std::vector<CaptionPart> parts;
  std::string words;
  const auto end_words = [&] {
    if (!words.empty()) parts.push_back({std::exchange(words, {}), std::nullopt});
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool is_brace = c == '{' || c == '}';
    if (!is_brace || text.substr(i + 1).starts_with(c)) {
      words += c;
      if (is_brace) ++i;
      continue;
    }
    const std::size_t end = c == '{' ? text.find_first_of("{}", i + 1) : std::string_view::npos;
    if (end == std::string_view::npos || text[end] == '{') {
      const char* expected = c == '{' ? "} behind {, or {{ for a brace" : "{ before }, or }} for a brace";
      faults.add(pointer, expected, quoted(text.substr(i)));
      return parts;
    }
    if (const auto value = ValueReader(pointer, ground, faults).read(text.substr(i + 1, end - i - 1))) {
      end_words();
      parts.push_back({{}, value});
    }
    i = end;
  }
  end_words();
  return parts;
}

std::string as_caption_words(std::string_view text) {
  std::string words;
  for (const char c : text) {
    words += c;
    if (c == '{' || c == '}') words += c;
  }
  return words;
}

}  // namespace park::study
