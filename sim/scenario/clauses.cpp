// SPDX-License-Identifier: MIT
#include "scenario/clauses.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "policy/catalogue.hpp"
#include "scenario/facts_reader.hpp"
#include "scenario/json_reader.hpp"

namespace park {
namespace {

using nlohmann::json;

constexpr auto form_keys =
    std::to_array<std::string_view>({"per_m2_month", "equipment_share", "per_worker_month", "rate_discount",
                                     "tax_share", "one_off", "in_kind", "per_m2_once", "output_share"});
static_assert(form_keys.size() == static_cast<std::size_t>(ClauseForm::Count));

constexpr auto contract_keys =
    std::to_array<std::string_view>({"any", "lease", "purchase", "own_plot", "light_asset"});

constexpr double no_worker_limit = 1e9;
constexpr double max_cap_yuan = 1e12;

bool is_id(std::string_view text) {
  return !text.empty() && text.size() <= 40 && std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
}

void read_categories(const json& list, const std::string& pointer, FaultList& faults,
                     ClauseCatalogue& catalogue) {
  if (list.size() != clause_category_count) {
    faults.add(pointer, "12 categories", number_text(static_cast<double>(list.size())));
  }
  std::set<std::string> keys;
  for (std::size_t i = 0; i < std::min(list.size(), clause_category_count); ++i) {
    FieldReader reader(list[i], pointer_to(pointer, i), faults);
    ClauseCategory& category = catalogue.categories[i];
    category.key = require_text(reader, "key", max_label_characters);
    category.zh = require_text(reader, "zh", max_label_characters);
    category.en = require_text(reader, "en", max_label_characters);
    reader.reject_unknown();
    if (!keys.insert(category.key).second) {
      faults.add(reader.pointer_of("key"), "a key of its own", "\"" + shown(category.key) + "\" again");
    }
  }
}

/// Bits of the eligible activities: a list of keys, or "all".
std::uint32_t read_activities(FieldReader& reader, FaultList& faults) {
  const json* member = reader.require("activities");
  constexpr std::uint32_t all = (1U << activity_count) - 1U;
  if (member == nullptr || member->is_discarded()) return 0;
  if (member->is_string() && member->get_ref<const std::string&>() == "all") return all;
  const std::string pointer = reader.pointer_of("activities");
  if (!member->is_array() || member->empty()) {
    faults.add(pointer, "\"all\" or a list of activities", described(*member));
    return 0;
  }
  std::uint32_t bits = 0;
  for (std::size_t i = 0; i < member->size(); ++i) {
    const auto index = read_one_of((*member)[i], pointer_to(pointer, i), faults, keys_of(activity_labels));
    if (index) bits |= 1U << *index;
  }
  return bits;
}

double optional_number(FieldReader& reader, std::string_view key, double max, double fallback) {
  const json* member = reader.find(key);
  if (member == nullptr || member->is_null()) return fallback;
  return reader.number(key, 0, max).value_or(fallback);
}

void read_eligibility(FieldReader& reader, FaultList& faults, PolicyClause& clause) {
  clause.activities = read_activities(reader, faults);
  clause.min_workers = optional_number(reader, "min_workers", no_worker_limit, 0);
  clause.max_workers = optional_number(reader, "max_workers", no_worker_limit, no_worker_limit);
  clause.leaders_only = reader.truth("leaders_only").value_or(false);
  const auto contract = reader.one_of("contract", {contract_keys.begin(), contract_keys.end()});
  clause.contract = static_cast<ClauseContract>(contract.value_or(0));
  if (clause.max_workers < clause.min_workers) {
    faults.add(reader.pointer_of("max_workers"), "at least min_workers " + number_text(clause.min_workers),
               number_text(clause.max_workers));
  }
}

void read_payment(FieldReader& reader, FaultList& faults, PolicyClause& clause) {
  static_cast<void>(reader.require("form"));
  static_cast<void>(reader.require("amount"));
  const auto form = reader.one_of("form", {form_keys.begin(), form_keys.end()});
  clause.form = static_cast<ClauseForm>(form.value_or(static_cast<std::size_t>(ClauseForm::OneOff)));
  clause.amount = reader.number("amount", 0, max_clause_amount(clause.form)).value_or(0);
  clause.cap_yuan = optional_number(reader, "cap_yuan", max_cap_yuan, 0);
  clause.duration_months = optional_number(reader, "duration_months", max_months, 0);
  const json* lever = reader.find("lever");
  if (lever == nullptr || lever->is_null()) return;
  clause.lever = reader.text("lever", max_label_characters).value_or("");
  if (clause.lever.empty()) return;
  const ParameterRow* row = find_parameter(clause.lever);
  if (row == nullptr || row->group() != ParameterGroup::Lever) {
    std::vector<std::string_view> levers;
    for (const ParameterRow& known : lever_rows()) levers.push_back(known.key);
    static_cast<void>(read_one_of(*lever, reader.pointer_of("lever"), faults, levers));
  }
}

PolicyClause read_clause(const json& value, const std::string& pointer, FaultList& faults,
                         const std::vector<std::string_view>& categories) {
  FieldReader reader(value, pointer, faults);
  PolicyClause clause;
  clause.id = require_text(reader, "id", max_label_characters);
  if (!clause.id.empty() && !is_id(clause.id)) {
    faults.add(reader.pointer_of("id"), "lower-case letters, digits and _ only",
               "\"" + shown(clause.id) + "\"");
  }
  static_cast<void>(reader.require("category"));
  clause.category = static_cast<std::uint8_t>(reader.one_of("category", categories).value_or(0));
  clause.zh = require_text(reader, "zh", max_source_characters);
  clause.en = require_text(reader, "en", max_source_characters);
  read_eligibility(reader, faults, clause);
  read_payment(reader, faults, clause);
  SourceOfNumber source = require_source(reader);
  clause.source = std::move(source.text);
  clause.status = source.status;
  reader.reject_unknown();
  return clause;
}

void read_clauses(const json& list, const std::string& pointer, FaultList& faults,
                  ClauseCatalogue& catalogue) {
  if (list.size() != clause_count) {
    faults.add(pointer, "79 clauses", number_text(static_cast<double>(list.size())));
  }
  std::vector<std::string_view> categories;
  for (const ClauseCategory& category : catalogue.categories) categories.push_back(category.key);
  std::set<std::string> ids;
  for (std::size_t i = 0; i < std::min(list.size(), clause_count); ++i) {
    const std::string at = pointer_to(pointer, i);
    catalogue.clauses[i] = read_clause(list[i], at, faults, categories);
    const std::string& id = catalogue.clauses[i].id;
    if (!id.empty() && !ids.insert(id).second)
      faults.add(pointer_to(at, "id"), "an id of its own", shown(id) + " again");
  }
}

}  // namespace

std::span<const std::string_view> clause_form_keys() { return form_keys; }
std::span<const std::string_view> clause_contract_keys() { return contract_keys; }

double max_clause_amount(ClauseForm form) {
  switch (form) {
    case ClauseForm::EquipmentShare:
    case ClauseForm::TaxShare:
    case ClauseForm::OutputShare:
      return 1;
    case ClauseForm::RateDiscount:
      return 10;
    case ClauseForm::PerM2Month:
      return 1000;
    case ClauseForm::PerWorkerMonth:
    case ClauseForm::PerM2Once:
      return 1e5;
    case ClauseForm::OneOff:
    case ClauseForm::InKind:
    case ClauseForm::Count:
      break;
  }
  return 1e9;
}

Checked<ClauseCatalogue> load_clauses(std::string_view bytes, std::string_view name) {
  Problems problems;
  FaultList faults(std::string(name), problems);
  ClauseCatalogue catalogue;
  if (const auto document = read_json(bytes, faults)) {
    FieldReader reader(*document, "", faults);
    check_schema_name(reader, "parksim/clauses/1", true);
    if (reader.require("categories") != nullptr) {
      read_categories(reader.list("categories"), reader.pointer_of("categories"), faults, catalogue);
    }
    if (reader.require("clauses") != nullptr) {
      read_clauses(reader.list("clauses"), reader.pointer_of("clauses"), faults, catalogue);
    }
    reader.reject_unknown();
  }
  if (!problems.empty()) return problems;
  return catalogue;
}

}  // namespace park
