// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/fault_list.hpp"

namespace park {

/// How a faulty value is shown: `text "abc"`, `null`, `an array`, `12.5`.
[[nodiscard]] std::string described(const nlohmann::json& value);

/// A number as people write it: whole if it is, else shortest exact.
[[nodiscard]] std::string number_text(double value);

/// Checks of a single value; each reports its fault and then gives nothing. A value that was reported when
/// the file was parsed (a discarded one) gives nothing without another word.
[[nodiscard]] std::optional<double> read_number(const nlohmann::json& value, const std::string& pointer,
                                                FaultList& faults, double min, double max,
                                                bool is_whole = false);
[[nodiscard]] std::optional<std::string> read_text(const nlohmann::json& value, const std::string& pointer,
                                                   FaultList& faults, std::size_t max_characters);

/// Reads the members of one JSON object and reports every fault. What is not an object is reported and then
/// read as an empty one. Keys asked for are the known ones; reject_unknown() reports all others.
class FieldReader {
 public:
  FieldReader(const nlohmann::json& value, std::string pointer, FaultList& faults);

  [[nodiscard]] bool is_object() const { return is_object_; }
  [[nodiscard]] bool has(std::string_view key);
  /// The member, or null if it is absent.
  [[nodiscard]] const nlohmann::json* find(std::string_view key);
  /// The same; an absent member is a fault.
  [[nodiscard]] const nlohmann::json* require(std::string_view key);

  [[nodiscard]] std::optional<double> number(std::string_view key, double min, double max,
                                             bool is_whole = false);
  [[nodiscard]] std::optional<std::string> text(std::string_view key, std::size_t max_characters);
  [[nodiscard]] std::optional<bool> truth(std::string_view key);
  /// Index of the text among `keys`.
  [[nodiscard]] std::optional<std::size_t> one_of(std::string_view key,
                                                  const std::vector<std::string_view>& keys);
  /// An element list; absent or faulty is an empty one.
  [[nodiscard]] const nlohmann::json& list(std::string_view key);

  void reject_unknown();

  [[nodiscard]] std::string pointer_of(std::string_view key) const { return pointer_to(pointer_, key); }
  [[nodiscard]] const std::string& pointer() const { return pointer_; }
  [[nodiscard]] FaultList& faults() { return *faults_; }

 private:
  const nlohmann::json* value_;
  std::string pointer_;
  FaultList* faults_;
  bool is_object_;
  std::vector<std::string_view> known_;  ///< string literals and catalogue keys: they outlive the reader
};

/// Index of `value` among `keys`; the fault names them (the nearest one, if they are many).
[[nodiscard]] std::optional<std::size_t> read_one_of(const nlohmann::json& value, const std::string& pointer,
                                                     FaultList& faults,
                                                     const std::vector<std::string_view>& keys);

/// The members of a `{"zh", "en"}` object; nothing for those that are absent or faulty.
struct TwoLanguages {
  std::optional<std::string> zh, en;
};
[[nodiscard]] TwoLanguages read_two_languages(FieldReader& parent, std::string_view key,
                                              std::size_t max_characters);

/// Reports a `schema` member that is absent (if it is required) or another than `name`.
void check_schema_name(FieldReader& reader, std::string_view name, bool is_required);

}  // namespace park
