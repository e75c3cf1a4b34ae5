// SPDX-License-Identifier: MIT
#include "panels/clause_words.hpp"

#include <array>
#include <cmath>

#include "panels/lever_text.hpp"

namespace park::ui {
namespace {

constexpr double no_upper_size = 1e6;

/// As few decimals as the number needs, at most four; in Chinese counted in 万 from there on.
std::string amount_text(const Texts& texts, double amount) {
  constexpr double wan = 1e4;
  const bool is_in_wan = texts.is_chinese() && amount >= wan;
  const Scale scale{ValueKind::Real, 0, amount, 1, "-"};
  return control_number(texts, scale, is_in_wan ? amount / wan : amount, true) + (is_in_wan ? "万" : "");
}

bool is_share(ClauseForm form) {
  return form == ClauseForm::EquipmentShare || form == ClauseForm::TaxShare ||
         form == ClauseForm::OutputShare;
}

bool is_stream(ClauseForm form) {
  return form != ClauseForm::OneOff && form != ClauseForm::PerM2Once && form != ClauseForm::EquipmentShare;
}

void add(std::string& words, const std::string& more, const Texts& texts) {
  if (!words.empty()) words += texts("list.comma");
  words += more;
}

}  // namespace

std::string payment_words(const PolicyClause& clause, const Texts& texts) {
  constexpr std::array<const char*, static_cast<std::size_t>(ClauseForm::Count)> forms = {
      "ui.clauses.per_m2_month",  "ui.clauses.equipment_share", "ui.clauses.per_worker_month",
      "ui.clauses.rate_discount", "ui.clauses.tax_share",       "ui.clauses.one_off",
      "ui.clauses.in_kind",       "ui.clauses.per_m2_once",     "ui.clauses.output_share"};
  if (!clause.lever.empty()) {
    const ParameterRow* row = find_parameter(clause.lever);
    PARK_ASSERT(row != nullptr);
    return texts("ui.clauses.scales", {texts.pick(row->zh, row->en)});
  }
  const std::string amount = amount_text(texts, is_share(clause.form) ? clause.amount * 100 : clause.amount);
  std::string words = texts(forms[static_cast<std::size_t>(clause.form)], {amount});
  if (clause.cap_yuan > 0) {
    const char* cap = is_stream(clause.form) ? "ui.clauses.cap_a_year" : "ui.clauses.cap";
    add(words, texts(cap, {amount_text(texts, clause.cap_yuan)}), texts);
  }
  if (clause.duration_months > 0) {
    add(words, texts("ui.clauses.duration", {std::to_string(std::lround(clause.duration_months))}), texts);
  }
  return words;
}

std::string eligibility_words(const PolicyClause& clause, const Texts& texts) {
  std::string words;
  if (clause.leaders_only) add(words, texts("ui.clauses.leaders"), texts);
  const auto whole = [](double number) { return std::to_string(std::lround(number)); };
  if (clause.min_workers > 0)
    add(words, texts("ui.clauses.from_workers", {whole(clause.min_workers)}), texts);
  if (clause.max_workers < no_upper_size)
    add(words, texts("ui.clauses.to_workers", {whole(clause.max_workers)}), texts);
  constexpr std::array<const char*, 5> contracts = {"", "ui.clauses.lease", "ui.clauses.purchase",
                                                    "ui.clauses.own_plot", "ui.clauses.light_asset"};
  const char* contract = contracts[static_cast<std::size_t>(clause.contract)];
  if (*contract != '\0') add(words, texts(contract), texts);
  std::string activities;
  std::size_t count = 0;
  for (std::size_t a = 0; a < activity_count; ++a) {
    if ((clause.activities >> a & 1U) == 0) continue;
    ++count;
    add(activities, std::string(texts.pick(activity_labels[a].zh, activity_labels[a].en)), texts);
  }
  if (count < activity_count) add(words, activities, texts);
  return words;
}

}  // namespace park::ui
