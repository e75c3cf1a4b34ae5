// SPDX-License-Identifier: MIT
#include "cli/request.hpp"

#include <charconv>

#include "scenario/fault_list.hpp"

namespace park::cli {

std::optional<std::uint64_t> whole_option(const std::optional<std::string>& text, const char* option,
                                          std::uint64_t min, std::uint64_t max, Problems& problems) {
  if (!text) return std::nullopt;
  std::uint64_t value = 0;
  const char* const end = text->data() + text->size();
  const auto [stop, error] = std::from_chars(text->data(), end, value);
  if (error == std::errc{} && stop == end && value >= min && value <= max) return value;
  problems.push_back({command_line_source, std::string("/") + option,
                      "a whole number from " + std::to_string(min) + " to " + std::to_string(max),
                      "\"" + shown(*text) + "\""});
  return std::nullopt;
}

void check_words(const Request& request, const char* what, std::size_t min, std::size_t max,
                 Problems& problems) {
  const std::size_t count = request.words.size();
  if (count >= min && count <= max) return;
  const std::string bound = min == max    ? std::to_string(min)
                            : count < min ? "at least " + std::to_string(min)
                                          : "at most " + std::to_string(max);
  problems.push_back(
      {command_line_source, std::string("/") + what, bound + " " + what, std::to_string(count)});
}

}  // namespace park::cli
