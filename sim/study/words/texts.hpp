// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>

#include "study/words/language.hpp"

namespace park {

/// The visible words of a language, from `assets/i18n`. A key that is not there is our bug.
class Texts {
 public:
  /// Reads the shipped catalogue; throws WorldError if it is missing or broken.
  [[nodiscard]] static Texts load(Language language);

  [[nodiscard]] Language language() const { return language_; }
  [[nodiscard]] bool is_chinese() const { return language_ == Language::Chinese; }

  [[nodiscard]] const std::string& operator()(std::string_view key) const;
  /// With `{0}`, `{1}`, ... replaced.
  [[nodiscard]] std::string operator()(std::string_view key,
                                       std::initializer_list<std::string_view> parts) const;
  /// Keys that begin so, with their words.
  [[nodiscard]] std::map<std::string, std::string> beginning_with(std::string_view prefix) const;
  /// The word for a unit of the catalogues; a unit that nobody has put into words is shown as it stands
  /// there.
  [[nodiscard]] std::string unit(std::string_view unit) const;
  /// The label of the language.
  [[nodiscard]] std::string_view pick(std::string_view zh, std::string_view en) const {
    return is_chinese() ? zh : en;
  }

 private:
  Language language_ = Language::Chinese;
  std::map<std::string, std::string, std::less<>> texts_;
};

}  // namespace park
