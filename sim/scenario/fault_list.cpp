// SPDX-License-Identifier: MIT
#include "scenario/fault_list.hpp"

#include "policy/catalogue.hpp"
#include "scenario/text_encoding.hpp"

namespace park {
namespace {

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

void append_escaped(std::string& text, char c) {
  constexpr std::string_view digits = "0123456789abcdef";
  const auto byte = static_cast<unsigned char>(c);
  text += "\\x";
  text += digits[byte >> 4U];
  text += digits[byte & 15U];
}

}  // namespace

std::string shown(std::string_view text, std::size_t limit) {
  constexpr std::size_t longest_character = 4;
  const bool is_longer = text.size() > longest_character * limit;
  if (is_longer) {
    text = text.substr(0, longest_character * limit);
    while (!text.empty() && continues_character(text.back())) text.remove_suffix(1);
    if (!text.empty()) text.remove_suffix(1);  // the lead of a character that may be cut in two
  }
  const bool is_readable = is_utf8(text);
  std::string result;
  std::size_t characters = 0;
  for (const char c : text) {
    const bool starts_character = !is_readable || !continues_character(c);
    if (starts_character && ++characters > limit) return result + "...";
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20U || byte == 0x7fU || (byte >= 0x80U && !is_readable)) {
      append_escaped(result, c);
    } else {
      result += c;
    }
  }
  return is_longer ? result + "..." : result;
}

std::string pointer_to(const std::string& parent, std::string_view key) {
  std::string pointer = parent + "/";
  for (const char c : shown(key)) {
    if (c == '~') {
      pointer += "~0";
    } else if (c == '/') {
      pointer += "~1";
    } else {
      pointer += c;
    }
  }
  return pointer;
}

std::string pointer_to(const std::string& parent, std::size_t index) {
  return parent + "/" + std::to_string(index);
}

void FaultList::add(std::string pointer, std::string expected, std::string got) {
  if (problems_->size() > max_problems) return;
  if (problems_->size() == max_problems) {
    problems_->push_back({file_, "/", "an input with few faults", "more than 1000; the rest is not listed"});
    return;
  }
  if (pointer.empty()) pointer = "/";
  problems_->push_back({file_, std::move(pointer), std::move(expected), std::move(got)});
}

void FaultList::add_unknown_key(std::string pointer, std::string_view key,
                                const std::vector<std::string_view>& known) {
  if (problems_->size() > max_problems) return;
  const std::string nearest = nearest_key(key, known);
  std::string got = "unknown key \"" + shown(key) + "\"";
  add(std::move(pointer), nearest.empty() ? "a known key" : "a known key (nearest: " + nearest + ")",
      std::move(got));
}

}  // namespace park
