// SPDX-License-Identifier: MIT
#include "scenario/timeline.hpp"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <set>

#include "scenario/load.hpp"
#include "scenario/parameter_values.hpp"

namespace park {
namespace {

using nlohmann::json;

/// One entry of `policy` or `shocks`, before its keys are read.
struct Entry {
  std::optional<int> at;
  const json* set = nullptr;
  std::string set_pointer;
  int length_months = 0;  ///< of a ramp, or of a shock
};

std::optional<int> read_month(FieldReader& reader, YearMonth start, FaultList& faults) {
  const json* member = reader.require("at");
  if (member == nullptr || member->is_discarded()) return std::nullopt;
  std::optional<int> month;
  if (member->is_string()) {
    const auto& text = member->get_ref<const std::string&>();
    // Digits in quotes would be a month to month_from_text, but a number is no text here.
    if (text.find('-') != std::string::npos) month = month_from_text(text, start);
  } else if (member->is_number()) {
    const double number = member->get<double>();
    if (number >= 0 && number <= max_months && number == static_cast<int>(number))
      month = static_cast<int>(number);
  }
  if (!month) faults.add(reader.pointer_of("at"), expected_month(start), described(*member));
  return month;
}

Entry read_entry(FieldReader& reader, std::string_view length_key, YearMonth start, FaultList& faults) {
  Entry entry;
  entry.at = read_month(reader, start, faults);
  entry.set = reader.require("set");
  entry.set_pointer = reader.pointer_of("set");
  entry.length_months = static_cast<int>(reader.number(length_key, 0, max_months, true).value_or(0));
  reader.reject_unknown();
  if (entry.set == nullptr || entry.set->is_discarded()) {
    entry.set = nullptr;
  } else if (!entry.set->is_object() || entry.set->empty()) {
    faults.add(entry.set_pointer, "an object of at least one key and its value", described(*entry.set));
    entry.set = nullptr;
  }
  return entry;
}

/// The keys that may stand in `set`, and what else is there is a fault.
class KeyReader {
 public:
  KeyReader(const ClauseCatalogue& clauses, bool (*is_wanted)(const ParameterKey&), std::string_view what,
            FaultList& faults)
      : clauses_(&clauses), is_wanted_(is_wanted), what_(what), faults_(&faults) {}

  std::optional<ParameterKey> read(const std::string& text, const std::string& pointer) {
    const std::optional<ParameterKey> key = find_key(*clauses_, text);
    if (key && is_wanted_(*key)) return key;
    if (key) {
      faults_->add(pointer, "a key that " + what_, "\"" + text + "\"");
      return std::nullopt;
    }
    const std::vector<std::string> known = keys_that(*clauses_, is_wanted_);
    faults_->add_unknown_key(pointer, text, {known.begin(), known.end()});
    return std::nullopt;
  }

  /// One value per key and month.
  void check_once(const std::string& text, int at, const std::string& pointer) {
    if (!seen_.insert({text, at}).second) {
      faults_->add(pointer, "each key once a month", "\"" + text + "\" again in the same month");
    }
  }

 private:
  const ClauseCatalogue* clauses_;
  bool (*is_wanted_)(const ParameterKey&);
  std::string what_;
  FaultList* faults_;
  std::set<std::pair<std::string, int>> seen_;
};

bool is_list(const json& value, const std::string& pointer, FaultList& faults) {
  if (value.is_array()) return true;
  if (!value.is_discarded()) faults.add(pointer, "an array", described(value));
  return false;
}

/// One key of an entry's `set`, as far as it could be read.
struct TimedSetting {
  std::string text;
  ParameterKey key;
  std::optional<double> value;
  std::optional<int> at;
  int length_months = 0;
  std::string length_pointer;
};

/// Reads every key of every entry of a policy timeline or a list of shocks, and gives it to `take`.
template <class Take>
void read_entries(const json& value, const std::string& pointer, const char* length_key, YearMonth start,
                  KeyReader& keys, FaultList& faults, const Take& take) {
  if (!is_list(value, pointer, faults)) return;
  for (std::size_t i = 0; i < value.size(); ++i) {
    FieldReader reader(value[i], pointer_to(pointer, i), faults);
    const Entry entry = read_entry(reader, length_key, start, faults);
    if (entry.set == nullptr) continue;
    for (const auto& [text, stated] : entry.set->items()) {
      const std::string place = pointer_to(entry.set_pointer, text);
      const auto key = keys.read(text, place);
      if (!key) continue;
      if (entry.at) keys.check_once(text, *entry.at, place);
      take(TimedSetting{text, *key, read_value(stated, *key, place, faults), entry.at, entry.length_months,
                        reader.pointer_of(length_key)});
    }
  }
}

}  // namespace

std::optional<int> month_from_text(std::string_view text, YearMonth start) {
  std::optional<int> month;
  if (const auto date = parse_year_month(text)) {
    month = months_between(start, *date);
  } else {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc{} && end == text.data() + text.size()) month = number;
  }
  if (month && (*month < 0 || *month > max_months)) return std::nullopt;
  return month;
}

std::string expected_month(YearMonth start) {
  return "a month from " + to_string(start) + " to " + to_string(plus_months(start, max_months)) +
         ", or 0 to 600 months";
}

std::vector<PolicyStep> read_policy(const json& value, const std::string& pointer, YearMonth start,
                                    const ClauseCatalogue& clauses, FaultList& faults) {
  std::vector<PolicyStep> steps;
  KeyReader keys(clauses, &is_policy_key, "policy may set: a lever or clause.ID", faults);
  read_entries(value, pointer, "ramp_months", start, keys, faults, [&](const TimedSetting& setting) {
    if (setting.length_months > 0 && !can_ramp(setting.key)) {
      faults.add(setting.length_pointer, "0, because " + setting.text + " cannot change by degrees",
                 std::to_string(setting.length_months));
    }
    if (setting.value && setting.at) {
      steps.push_back({*setting.at, setting.key, *setting.value, setting.length_months});
    }
  });
  std::ranges::stable_sort(steps, {}, &PolicyStep::at);
  return steps;
}

std::vector<Shock> read_shocks(const json& value, const std::string& pointer, YearMonth start,
                               const ClauseCatalogue& clauses, FaultList& faults) {
  std::vector<Shock> shocks;
  KeyReader keys(clauses, &is_shock_key, "shocks may set: an uncertainty", faults);
  read_entries(value, pointer, "months", start, keys, faults, [&](const TimedSetting& setting) {
    if (setting.value && setting.at) {
      shocks.push_back({*setting.at, setting.key, *setting.value, setting.length_months});
    }
  });
  std::ranges::stable_sort(shocks, {}, &Shock::at);
  return shocks;
}

}  // namespace park
