// SPDX-License-Identifier: MIT
#include "study/words/problem_words.hpp"

#include <algorithm>

#include "study/words/word_table.hpp"

namespace park {

ProblemWords ProblemWords::load(const Texts& texts) {
  ProblemWords words;
  words.texts_ = &texts;
  for (const auto& [english, chinese] : read_word_table("problems.zh.json"))
    words.patterns_.push_back(take_apart(english, chinese));
  std::ranges::stable_sort(words.patterns_, std::ranges::greater{}, &Pattern::letters);
  return words;
}

ProblemWords::Pattern ProblemWords::take_apart(std::string_view english, std::string chinese) {
  Pattern pattern{{""}, {}, std::move(chinese)};
  for (std::size_t i = 0; i < english.size(); ++i) {
    if (const auto place = place_at(english, i)) {
      pattern.gaps.push_back(*place);
      pattern.pieces.emplace_back();
      i += mark_length - 1;
    } else {
      pattern.pieces.back() += english[i];
    }
  }
  return pattern;
}

std::size_t ProblemWords::Pattern::letters() const {
  std::size_t sum = 0;
  for (const std::string& piece : pieces) sum += piece.size();
  return sum;
}

std::optional<std::vector<std::string_view>> ProblemWords::Pattern::match(std::string_view text) const {
  if (!text.starts_with(pieces.front())) return std::nullopt;
  if (gaps.empty() && text != pieces.front()) return std::nullopt;
  text.remove_prefix(pieces.front().size());
  std::vector<std::string_view> parts(gaps.size());
  for (std::size_t g = 0; g < gaps.size(); ++g) {
    const std::string& next = pieces[g + 1];
    const bool is_last = g + 1 == gaps.size();
    if (is_last && (text.size() <= next.size() || !text.ends_with(next))) return std::nullopt;
    const std::size_t end = is_last ? text.size() - next.size() : text.find(next, 1);
    if (end == std::string_view::npos || gaps[g] >= parts.size()) return std::nullopt;
    parts[gaps[g]] = text.substr(0, end);
    text.remove_prefix(end + next.size());
  }
  return parts;
}

std::string ProblemWords::fill(const Pattern& pattern, const std::vector<std::string_view>& parts) const {
  std::string text;
  for (std::size_t i = 0; i < pattern.chinese.size(); ++i) {
    const auto place = place_at(pattern.chinese, i);
    if (!place || *place >= parts.size()) {
      text += pattern.chinese[i];
      continue;
    }
    // What stands in quotes is the file's own.
    const bool is_quoted = text.ends_with("“");
    text += is_quoted ? std::string(parts[*place]) : (*this)(parts[*place]);
    i += mark_length - 1;
  }
  return text;
}

std::string ProblemWords::operator()(std::string_view english) const {
  for (const Pattern& pattern : patterns_) {
    if (const auto parts = pattern.match(english)) return fill(pattern, *parts);
  }
  return texts_->unit(english);
}

Problem ProblemWords::operator()(const Problem& problem) const {
  return {problem.file, problem.pointer, (*this)(problem.expected), (*this)(problem.got)};
}

Problems told_in(const Texts& texts, Problems problems) {
  if (!texts.is_chinese()) return problems;
  const ProblemWords words = ProblemWords::load(texts);
  for (Problem& problem : problems) problem = words(problem);
  return problems;
}

std::string problem_line(const Texts& texts, const Problem& told) {
  return texts("problem.line", {told.file, told.pointer, told.expected, told.got});
}

}  // namespace park
