// SPDX-License-Identifier: MIT
#include "study/csv_text.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace park::study {
namespace {

template <class Number>
void append_number(std::string& text, Number number) {
  std::array<char, 32> digits{};
  const auto result = std::to_chars(digits.data(), digits.data() + digits.size(), number);
  text.append(digits.data(), result.ptr);
}

}  // namespace

void CsvText::begin_cell() {
  if (!is_first_) text_ += ',';
  is_first_ = false;
}

CsvText& CsvText::cell(std::string_view text) {
  begin_cell();
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
    text_ += text;
    return *this;
  }
  text_ += '"';
  for (const char c : text) {
    if (c == '"') text_ += '"';
    text_ += c;
  }
  text_ += '"';
  return *this;
}

CsvText& CsvText::cell(double number) {
  begin_cell();
  if (std::isfinite(number)) append_number(text_, number);
  return *this;
}

CsvText& CsvText::cell(std::uint64_t number) {
  begin_cell();
  append_number(text_, number);
  return *this;
}

CsvText& CsvText::cell(int number) {
  begin_cell();
  append_number(text_, number);
  return *this;
}

void CsvText::end_record() {
  text_ += '\n';
  is_first_ = true;
}

}  // namespace park::study
