// SPDX-License-Identifier: MIT
#include "cli/parameter_list.hpp"

#include <array>
#include <nlohmann/json.hpp>

#include "scenario/parameter_values.hpp"
#include "study/words/readable.hpp"

namespace park::cli {
namespace {

using nlohmann::ordered_json;

std::string_view kind_key(ValueKind kind) {
  constexpr std::array<std::string_view, 4> keys = {"real", "integer", "switch", "choice"};
  return keys[static_cast<std::size_t>(kind)];
}

ordered_json labels_json(std::string_view zh, std::string_view en) { return {{"zh", zh}, {"en", en}}; }

/// Whole numbers without a point, as the catalogues write them.
ordered_json number(double value) {
  const auto whole = static_cast<long long>(value);
  return static_cast<double>(whole) == value ? ordered_json(whole) : ordered_json(value);
}

ordered_json row_json(const ParameterRow& row) {
  ordered_json choices = ordered_json::array();
  for (const Choice& choice : row.choices) choices.push_back(choice.key);
  ordered_json expected = ordered_json::array();
  for (const Expectation& claim : row.expected) {
    expected.push_back({{"indicator", claim.indicator},
                        {"direction", claim.direction},
                        {"context", claim.context},
                        {"statistic", claim.statistic}});
  }
  return {{"key", row.key},
          {"value_kind", kind_key(row.kind)},
          {"unit", row.unit},
          {"min", number(row.min)},
          {"max", number(row.max)},
          {"step", number(row.step)},
          {"default", number(row.default_value())},
          {"choices", std::move(choices)},
          {"labels", labels_json(row.zh, row.en)},
          {"effect", labels_json(row.effect_zh, row.effect_en)},
          {"source", row.source},
          {"system", row.system},
          {"expected", std::move(expected)},
          {"status", key_of(row.status)}};
}

ordered_json clause_json(const ClauseCatalogue& clauses, const PolicyClause& clause) {
  const ClauseCategory& category = clauses.categories[clause.category];
  return {{"key", "clause." + clause.id},
          {"value_kind", kind_key(ValueKind::Real)},
          {"unit", "x"},
          {"min", 0},
          {"max", number(max_clause_value)},
          {"step", 0.1},
          {"default", 1},
          {"choices", ordered_json::array()},
          {"labels", labels_json(clause.zh, clause.en)},
          {"effect", labels_json(category.zh, category.en)},
          {"source", clause.source},
          {"system", "2.3"},
          {"expected", ordered_json::array()},
          {"status", key_of(clause.status)}};
}

std::vector<std::string> heading(const Texts& texts) {
  return {texts("table.key"),    texts("table.label"),   texts("table.unit"),
          texts("table.bounds"), texts("table.default"), texts("table.source")};
}

/// Sources can be a paragraph; a table shows where they come from, `--json` all of it.
std::string shortened(std::string_view text) {
  constexpr std::size_t limit = 48;
  return shown(text, limit);
}

}  // namespace

std::string parameters_document(std::span<const ParameterRow> rows) {
  ordered_json document = ordered_json::array();
  for (const ParameterRow& row : rows) document.push_back(row_json(row));
  return document.dump(2) + "\n";
}

std::string parameters_table(std::span<const ParameterRow> rows, const Texts& texts) {
  TextTable table("lllrrl");
  table.add(heading(texts));
  for (const ParameterRow& row : rows) {
    const std::string bounds = format_value(row, row.min) + " ~ " + format_value(row, row.max);
    table.add({std::string(row.key), std::string(texts.pick(row.zh, row.en)), texts.unit(row.unit), bounds,
               format_value(row, row.default_value()), shortened(row.source)});
  }
  return table.text();
}

std::string clauses_document(const ClauseCatalogue& clauses) {
  ordered_json document = ordered_json::array();
  for (const PolicyClause& clause : clauses.clauses) document.push_back(clause_json(clauses, clause));
  return document.dump(2) + "\n";
}

std::string clauses_table(const ClauseCatalogue& clauses, const Texts& texts) {
  TextTable table("lllrrl");
  table.add(heading(texts));
  for (const PolicyClause& clause : clauses.clauses) {
    table.add({"clause." + clause.id, std::string(texts.pick(clause.zh, clause.en)), texts.unit("x"), "0 ~ 2",
               "1", shortened(clause.source)});
  }
  return table.text();
}

}  // namespace park::cli
