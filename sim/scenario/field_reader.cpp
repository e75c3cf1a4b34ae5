// SPDX-License-Identifier: MIT
#include "scenario/field_reader.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

#include "policy/catalogue.hpp"
#include "scenario/text_encoding.hpp"

namespace park {
namespace {

using nlohmann::json;

const json empty_object = json::object();
const json empty_array = json::array();

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

/// Line breaks and tabs may stand in a longer text; other control characters would only garble a terminal.
bool has_control_characters(std::string_view text) {
  return std::ranges::any_of(text, [](char c) {
    return (static_cast<unsigned char>(c) < 0x20U && c != '\n' && c != '\t') || c == '\x7f';
  });
}

std::string range_text(double min, double max, bool is_whole) {
  std::string text = is_whole ? "a whole number" : "a number";
  if (std::isinf(max)) return text + " of at least " + number_text(min);
  return text + " from " + number_text(min) + " to " + number_text(max);
}

std::string joined(const std::vector<std::string_view>& keys) {
  std::string text;
  for (const std::string_view key : keys) text += (text.empty() ? "" : ", ") + std::string(key);
  return text;
}

}  // namespace

std::string number_text(double value) {
  std::array<char, 32> buffer{};
  const bool is_plain = value == std::trunc(value) && std::abs(value) < 1e15;
  const auto end =
      is_plain ? std::to_chars(buffer.data(), buffer.data() + buffer.size(), static_cast<std::int64_t>(value))
               : std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  return {buffer.data(), end.ptr};
}

std::string described(const json& value) {
  switch (value.type()) {
    case json::value_t::null:
      return "null";
    case json::value_t::boolean:
      return value.get<bool>() ? "true" : "false";
    case json::value_t::string:
      return "text \"" + shown(value.get_ref<const std::string&>()) + "\"";
    case json::value_t::array:
      return value.empty() ? "an empty array" : "an array";
    case json::value_t::object:
      return value.empty() ? "an empty object" : "an object";
    case json::value_t::number_float:
    case json::value_t::number_integer:
    case json::value_t::number_unsigned:
      return number_text(value.get<double>());
    default:
      return "an unreadable value";
  }
}

std::optional<double> read_number(const json& value, const std::string& pointer, FaultList& faults,
                                  double min, double max, bool is_whole) {
  if (value.is_discarded()) return std::nullopt;
  const double number = value.is_number() ? value.get<double>() : std::nan("");
  const bool is_good = number >= min && number <= max && (!is_whole || number == std::trunc(number));
  if (is_good) return number + 0.0;  // -0 becomes 0, so that equal inputs have equal digests
  faults.add(pointer, range_text(min, max, is_whole), described(value));
  return std::nullopt;
}

std::optional<std::string> read_text(const json& value, const std::string& pointer, FaultList& faults,
                                     std::size_t max_characters) {
  if (value.is_discarded()) return std::nullopt;
  if (value.is_string()) {
    const auto& text = value.get_ref<const std::string&>();
    if (count_characters(text) <= max_characters && !has_control_characters(text)) return text;
  }
  faults.add(
      pointer,
      "text of at most " + std::to_string(max_characters) + " characters, none of them control characters",
      described(value));
  return std::nullopt;
}

std::optional<std::size_t> read_one_of(const json& value, const std::string& pointer, FaultList& faults,
                                       const std::vector<std::string_view>& keys) {
  if (value.is_discarded()) return std::nullopt;
  std::string nearest;
  if (value.is_string()) {
    const auto& text = value.get_ref<const std::string&>();
    const auto found = std::ranges::find(keys, std::string_view(text));
    if (found != keys.end()) return static_cast<std::size_t>(found - keys.begin());
    nearest = nearest_key(text, keys);
  }
  constexpr std::size_t listed = 20;
  std::string expected = keys.size() <= listed ? "one of " + joined(keys) : std::string("a known key");
  if (!nearest.empty()) expected += " (nearest: " + nearest + ")";
  faults.add(pointer, expected, described(value));
  return std::nullopt;
}

FieldReader::FieldReader(const json& value, std::string pointer, FaultList& faults)
    : value_(value.is_object() ? &value : &empty_object),
      pointer_(std::move(pointer)),
      faults_(&faults),
      is_object_(value.is_object()) {
  if (!is_object_ && !value.is_discarded()) faults.add(pointer_, "an object", described(value));
}

const json* FieldReader::find(std::string_view key) {
  known_.push_back(key);
  const auto& members = value_->get_ref<const json::object_t&>();
  const auto found = members.find(std::string(key));
  return found == members.end() ? nullptr : &found->second;
}

bool FieldReader::has(std::string_view key) { return find(key) != nullptr; }

const json* FieldReader::require(std::string_view key) {
  const json* member = find(key);
  if (member == nullptr && is_object_) faults_->add(pointer_of(key), "this member", "nothing");
  return member;
}

std::optional<double> FieldReader::number(std::string_view key, double min, double max, bool is_whole) {
  const json* member = find(key);
  return member == nullptr ? std::nullopt
                           : read_number(*member, pointer_of(key), *faults_, min, max, is_whole);
}

std::optional<std::string> FieldReader::text(std::string_view key, std::size_t max_characters) {
  const json* member = find(key);
  return member == nullptr ? std::nullopt : read_text(*member, pointer_of(key), *faults_, max_characters);
}

std::optional<bool> FieldReader::truth(std::string_view key) {
  const json* member = find(key);
  if (member == nullptr || member->is_discarded()) return std::nullopt;
  if (member->is_boolean()) return member->get<bool>();
  faults_->add(pointer_of(key), "true or false", described(*member));
  return std::nullopt;
}

std::optional<std::size_t> FieldReader::one_of(std::string_view key,
                                               const std::vector<std::string_view>& keys) {
  const json* member = find(key);
  return member == nullptr ? std::nullopt : read_one_of(*member, pointer_of(key), *faults_, keys);
}

const json& FieldReader::list(std::string_view key) {
  const json* member = find(key);
  if (member == nullptr || member->is_discarded()) return empty_array;
  if (member->is_array()) return *member;
  faults_->add(pointer_of(key), "an array", described(*member));
  return empty_array;
}

void FieldReader::reject_unknown() {
  std::ranges::sort(known_);
  known_.erase(std::unique(known_.begin(), known_.end()), known_.end());
  for (const auto& [key, member] : value_->get_ref<const json::object_t&>()) {
    if (!std::ranges::binary_search(known_, std::string_view(key))) {
      faults_->add_unknown_key(pointer_of(key), key, known_);
    }
  }
}

TwoLanguages read_two_languages(FieldReader& parent, std::string_view key, std::size_t max_characters) {
  const json* member = parent.find(key);
  if (member == nullptr) return {};
  FieldReader reader(*member, parent.pointer_of(key), parent.faults());
  TwoLanguages texts{reader.text("zh", max_characters), reader.text("en", max_characters)};
  reader.reject_unknown();
  return texts;
}

void check_schema_name(FieldReader& reader, std::string_view name, bool is_required) {
  const json* member = is_required ? reader.require("schema") : reader.find("schema");
  if (member == nullptr || member->is_discarded()) return;
  if (member->is_string() && member->get_ref<const std::string&>() == name) return;
  reader.faults().add(reader.pointer_of("schema"), "\"" + std::string(name) + "\"", described(*member));
}

}  // namespace park
