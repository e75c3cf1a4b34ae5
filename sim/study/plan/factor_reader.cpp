// SPDX-License-Identifier: MIT
#include "study/plan/factor_reader.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

#include "scenario/number_fields.hpp"
#include "scenario/parameter_values.hpp"
#include "study/plan/study_plan.hpp"

namespace park::study {
namespace {

using nlohmann::json;

constexpr std::size_t max_key_characters = 200;
constexpr std::size_t max_discrete_values = 1000;

/// Reads one distribution of a factor and reports every fault.
class DistributionReader {
 public:
  DistributionReader(const std::optional<Factor>& factor, FaultList& faults)
      : factor_(factor), faults_(faults) {}

  [[nodiscard]] std::optional<Distribution> read(const json& value, const std::string& pointer) {
    FieldReader reader(value, pointer, faults_);
    if (!reader.is_object()) return std::nullopt;
    std::optional<Distribution> found;
    int stated = 0;
    for (const auto& [key, read_kind] : kinds()) {
      const json* member = reader.find(key);
      if (member == nullptr) continue;
      ++stated;
      found = (this->*read_kind)(*member, reader.pointer_of(key));
    }
    reader.reject_unknown();
    if (stated > 1 || value.empty())
      faults_.add(pointer, "one distribution", stated == 0 ? "none" : std::to_string(stated));
    return stated == 1 ? found : std::nullopt;
  }

  [[nodiscard]] Distribution whole_range() const {
    if (!factor_) return integer(0, seed_factor_values - 1);
    return factor_->is_whole() ? integer(factor_->min, factor_->max) : uniform(factor_->min, factor_->max);
  }

 private:
  using ReadKind = std::optional<Distribution> (DistributionReader::*)(const json&, const std::string&);

  [[nodiscard]] static std::array<std::pair<const char*, ReadKind>, 7> kinds() {
    return {{{"uniform", &DistributionReader::read_uniform},
             {"triangular", &DistributionReader::read_triangular},
             {"normal", &DistributionReader::read_normal},
             {"log_uniform", &DistributionReader::read_log_uniform},
             {"integer", &DistributionReader::read_integer},
             {"choice", &DistributionReader::read_choice},
             {"discrete", &DistributionReader::read_discrete}}};
  }

  [[nodiscard]] bool is_whole() const { return !factor_ || factor_->is_whole(); }

  /// A value that the factor may take.
  [[nodiscard]] std::optional<double> allowed(const json& value, const std::string& pointer) {
    if (!factor_) return read_number(value, pointer, faults_, 0, max_seed_factor, true);
    return read_value(value, factor_->parameter, pointer, faults_);
  }

  /// `count` values that the factor may take; the fault says what they are.
  [[nodiscard]] std::optional<std::vector<double>> several(const json& value, const std::string& pointer,
                                                           std::size_t count, const char* words) {
    if (!value.is_array() || value.size() != count) {
      faults_.add(pointer, words, described(value));
      return std::nullopt;
    }
    std::vector<double> values;
    for (std::size_t i = 0; i < count; ++i) {
      if (const auto one = allowed(value[i], pointer_to(pointer, i))) values.push_back(*one);
    }
    return values.size() == count ? std::optional(values) : std::nullopt;
  }

  [[nodiscard]] std::optional<Distribution> between(const json& value, const std::string& pointer) {
    const auto ends = several(value, pointer, 2, "[low, high]");
    if (!ends || !rises((*ends)[0], (*ends)[1], pointer)) return std::nullopt;
    Distribution d = uniform((*ends)[0], (*ends)[1]);
    d.is_whole = is_whole();
    return d;
  }

  [[nodiscard]] bool rises(double low, double high, const std::string& pointer) {
    if (low < high) return true;
    faults_.add(pointer, "low < high", number_text(low) + " to " + number_text(high));
    return false;
  }

  [[nodiscard]] std::optional<Distribution> read_uniform(const json& value, const std::string& pointer) {
    auto d = between(value, pointer);
    return d && is_whole() ? integer(d->min, d->max) : d;
  }

  [[nodiscard]] std::optional<Distribution> read_integer(const json& value, const std::string& pointer) {
    const auto d = between(value, pointer);
    if (!d) return std::nullopt;
    if (d->min == std::floor(d->min) && d->max == std::floor(d->max)) return integer(d->min, d->max);
    faults_.add(pointer, "whole numbers", number_text(d->min) + " to " + number_text(d->max));
    return std::nullopt;
  }

  [[nodiscard]] std::optional<Distribution> read_log_uniform(const json& value, const std::string& pointer) {
    auto d = between(value, pointer);
    if (!d) return std::nullopt;
    d->kind = Distribution::Kind::LogUniform;
    if (d->min > 0) return d;
    faults_.add(pointer_to(pointer, std::size_t{0}), "more than 0", number_text(d->min));
    return std::nullopt;
  }

  [[nodiscard]] std::optional<Distribution> read_triangular(const json& value, const std::string& pointer) {
    const auto points = several(value, pointer, 3, "[low, mode, high]");
    if (!points || !rises((*points)[0], (*points)[2], pointer)) return std::nullopt;
    Distribution d = uniform((*points)[0], (*points)[2]);
    d.kind = Distribution::Kind::Triangular;
    d.is_whole = is_whole();
    d.centre = (*points)[1];
    if (d.centre >= d.min && d.centre <= d.max) return d;
    faults_.add(pointer_to(pointer, std::size_t{1}), "low <= mode <= high", number_text(d.centre));
    return std::nullopt;
  }

  /// `[mean, sd]` cut off at the catalogue's range, or `[mean, sd, low, high]`.
  [[nodiscard]] std::optional<Distribution> read_normal(const json& value, const std::string& pointer) {
    if (!value.is_array() || (value.size() != 2 && value.size() != 4)) {
      faults_.add(pointer, "[mean, sd] or [mean, sd, low, high]", described(value));
      return std::nullopt;
    }
    const auto mean = read_number(value[0], pointer_to(pointer, std::size_t{0}), faults_, -max_stated_number,
                                  max_stated_number);
    const auto sd =
        read_number(value[1], pointer_to(pointer, std::size_t{1}), faults_, 1e-9, max_stated_number);
    Distribution d = whole_range();
    if (value.size() == 4) {
      const auto low = allowed(value[2], pointer_to(pointer, std::size_t{2}));
      const auto high = allowed(value[3], pointer_to(pointer, std::size_t{3}));
      if (!low || !high || !rises(*low, *high, pointer)) return std::nullopt;
      d.min = *low;
      d.max = *high;
    }
    if (!mean || !sd) return std::nullopt;
    d.kind = Distribution::Kind::Normal;
    d.is_whole = is_whole();
    d.centre = *mean;
    d.sd = *sd;
    return has_mass(d, pointer) ? std::optional(d) : std::nullopt;
  }

  /// Far out in a tail there is nothing left to draw from.
  [[nodiscard]] bool has_mass(const Distribution& d, const std::string& pointer) {
    constexpr double reach = 30;
    if (d.min < d.centre + reach * d.sd && d.max > d.centre - reach * d.sd) return true;
    faults_.add(pointer, "a range within 30 sd of the mean",
                number_text(d.min) + " to " + number_text(d.max) + " around " + number_text(d.centre));
    return false;
  }

  [[nodiscard]] std::optional<Distribution> read_choice(const json& value, const std::string& pointer) {
    if (!is_list(value, pointer, "a list of values")) return std::nullopt;
    const auto values = several(value, pointer, value.size(), "values");
    if (!values || !are_distinct(*values, pointer)) return std::nullopt;
    return discrete(*values, std::vector<double>(values->size(), 1.0));
  }

  [[nodiscard]] std::optional<Distribution> read_discrete(const json& value, const std::string& pointer) {
    if (!is_list(value, pointer, "a list of [value, weight]")) return std::nullopt;
    std::vector<double> values;
    std::vector<double> weights;
    for (std::size_t i = 0; i < value.size(); ++i) {
      const std::string place = pointer_to(pointer, i);
      if (!value[i].is_array() || value[i].size() != 2) {
        faults_.add(place, "[value, weight]", described(value[i]));
        continue;
      }
      const auto one = allowed(value[i][0], pointer_to(place, std::size_t{0}));
      const auto weight = read_number(value[i][1], pointer_to(place, std::size_t{1}), faults_, 1e-9, 1e9);
      if (one) values.push_back(*one);
      if (weight) weights.push_back(*weight);
    }
    if (values.size() != value.size() || weights.size() != value.size()) return std::nullopt;
    if (!are_distinct(values, pointer)) return std::nullopt;
    return discrete(std::move(values), std::move(weights));
  }

  [[nodiscard]] bool is_list(const json& value, const std::string& pointer, const char* words) {
    if (value.is_array() && !value.empty() && value.size() <= max_discrete_values) return true;
    faults_.add(pointer, std::string(words) + ", 1 to " + std::to_string(max_discrete_values),
                described(value));
    return false;
  }

  [[nodiscard]] bool are_distinct(std::vector<double> values, const std::string& pointer) {
    std::sort(values.begin(), values.end());
    const auto twice = std::adjacent_find(values.begin(), values.end());
    if (twice == values.end()) return true;
    faults_.add(pointer, "each value once", number_text(*twice) + " again");
    return false;
  }

  const std::optional<Factor>& factor_;
  FaultList& faults_;
};

/// The parameter of a key; the outer nothing is a fault, the inner one the seed.
std::optional<std::optional<Factor>> parameter_of(const std::string& key, const std::string& pointer,
                                                  const ClauseCatalogue& clauses, Problems& problems,
                                                  const FaultList& faults) {
  if (key == seed_key) return std::optional<Factor>();
  auto factor = find_factor(clauses, key, faults.file(), pointer);
  if (factor.ok()) return std::optional(std::move(factor).value());
  append(problems, factor.problems());
  return std::nullopt;
}

}  // namespace

std::optional<ReadFactor> read_factor(const json& value, const std::string& pointer,
                                      const ClauseCatalogue& clauses, Problems& problems, FaultList& faults) {
  std::optional<std::string> key;
  const json* distribution = nullptr;
  std::string key_pointer = pointer;
  if (value.is_string()) {
    key = read_text(value, pointer, faults, max_key_characters);
  } else {
    FieldReader reader(value, pointer, faults);
    key_pointer = reader.pointer_of("key");
    if (reader.require("key") != nullptr) key = reader.text("key", max_key_characters);
    distribution = reader.find("distribution");
    reader.reject_unknown();
  }
  if (!key) return std::nullopt;
  const auto parameter = parameter_of(*key, key_pointer, clauses, problems, faults);
  if (!parameter) return std::nullopt;
  DistributionReader reader(*parameter, faults);
  if (distribution == nullptr) return ReadFactor{*parameter, {*key, reader.whole_range()}};
  const auto read = reader.read(*distribution, pointer_to(pointer, "distribution"));
  if (!read) return std::nullopt;
  return ReadFactor{*parameter, {*key, *read}};
}

ReadFactor clause_factor(const ClauseCatalogue& clauses, std::size_t clause) {
  const ParameterKey key{nullptr, clause};
  const std::string name = key_text(clauses, key);
  return {Factor{name, key, ValueKind::Real, 0, max_clause_value}, {name, uniform(0, max_clause_value)}};
}

}  // namespace park::study
