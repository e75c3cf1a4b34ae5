// SPDX-License-Identifier: MIT
#include "study/analysis/analysis_document.hpp"

#include <cmath>

#include "study/document_parts.hpp"

namespace park::study {
namespace {

using nlohmann::ordered_json;

void put(ordered_json& row, const std::string& name, const Estimate& estimate) {
  row[name] = number(estimate.value);
  row[name + "_lo"] = number(estimate.lo);
  row[name + "_hi"] = number(estimate.hi);
}

ordered_json row_of(const MorrisIndex& index) {
  ordered_json row = ordered_json::object();
  put(row, "mu_star", index.mu_star);
  put(row, "sigma", index.sigma);
  row["mu"] = number(index.mu);
  row["effects"] = index.effects;
  return row;
}

ordered_json row_of(const SobolIndex& index) {
  ordered_json row = ordered_json::object();
  put(row, "s1", index.first);
  put(row, "st", index.total);
  return row;
}

ordered_json row_of(const PawnIndex& index) {
  ordered_json row = ordered_json::object();
  put(row, "pawn", index.median);
  row["mean"] = number(index.mean);
  row["maximum"] = number(index.maximum);
  row["dummy"] = number(index.dummy);
  return row;
}

ordered_json row_of(const DeltaIndex& index) {
  ordered_json row = ordered_json::object();
  put(row, "delta", index.delta);
  row["raw"] = number(index.raw);
  row["dummy"] = number(index.dummy);
  return row;
}

template <class Index>
ordered_json table_of(const std::vector<Index>& indices, const std::vector<AnalysisFactor>& factors) {
  ordered_json rows = ordered_json::array();
  for (std::size_t f = 0; f < indices.size(); ++f) {
    ordered_json row = {{"factor", factors[f].key}};
    row.update(row_of(indices[f]));
    rows.push_back(std::move(row));
  }
  return rows;
}

/// Choices by name; else both ends, those of the range where the box has no limit.
ordered_json limits_json(const PrimRestriction& restriction, const AnalysisFactor& factor) {
  if (factor.choices.empty()) {
    return {number(std::isfinite(restriction.lo) ? restriction.lo : factor.min),
            number(std::isfinite(restriction.hi) ? restriction.hi : factor.max)};
  }
  ordered_json names = ordered_json::array();
  for (const double value : restriction.values) {
    const auto place = static_cast<std::size_t>(value);
    names.push_back(place < factor.choices.size() ? ordered_json(factor.choices[place].key)
                                                  : ordered_json(value));
  }
  return names;
}

ordered_json remark_json(const Remark& remark) { return {{"zh", remark.zh}, {"en", remark.en}}; }

ordered_json boxes_json(const OutcomeAnalysis& outcome, const std::vector<AnalysisFactor>& factors) {
  ordered_json rows = ordered_json::array();
  for (std::size_t b = 0; b < outcome.prim.size(); ++b) {
    const PrimBox& box = outcome.prim[b];
    ordered_json limits = ordered_json::object();
    ordered_json quasi_p = ordered_json::object();
    for (const PrimRestriction& restriction : box.restrictions) {
      const AnalysisFactor& factor = factors[restriction.factor];
      limits[factor.key] = limits_json(restriction, factor);
      quasi_p[factor.key] = number(restriction.quasi_p);
    }
    rows.push_back({{"box", std::move(limits)},
                    {"coverage", number(box.coverage)},
                    {"density", number(box.density)},
                    {"mass", number(box.mass)},
                    {"quasi_p", std::move(quasi_p)},
                    {"text", remark_json(outcome.sentences[b])}});
  }
  return rows;
}

ordered_json variance_json(const VarianceSplit& split) {
  ordered_json row = ordered_json::object();
  put(row, "parameters", split.parameters);
  put(row, "seeds", split.seeds);
  row["parameters_variance"] = number(split.parameters_variance);
  row["seeds_variance"] = number(split.seeds_variance);
  row["shared_seeds"] = number(split.shared_seeds);
  row["points"] = split.points;
  row["replications"] = split.replications;
  row["common_seeds"] = split.has_common_seeds;
  return row;
}

ordered_json target_json(const OutcomeAnalysis& outcome) {
  if (!outcome.target) return nullptr;
  return {{outcome.target->is_above ? "at_least" : "at_most", number(outcome.target->threshold)},
          {"density", number(outcome.base_density)}};
}

ordered_json effect_json(const Effect& effect) {
  ordered_json row = difference_json(effect.change);
  row["p"] = number(effect.p);
  return row;
}

ordered_json value_json(double value, const AnalysisFactor& factor) {
  const auto place = static_cast<std::size_t>(value);
  if (!factor.choices.empty() && place < factor.choices.size()) return factor.choices[place].key;
  return number(value);
}

ordered_json effects_json(const FactorEffectsTable& table, const std::vector<AnalysisFactor>& factors) {
  ordered_json rows = ordered_json::array();
  for (const FactorEffects& one : table.factors) {
    const AnalysisFactor& factor = factors[one.factor];
    ordered_json levels = ordered_json::array();
    for (const LevelEffect& level : one.levels) {
      ordered_json row = {{"value", value_json(level.at, factor)}};
      row.update(effect_json(level.effect));
      levels.push_back(std::move(row));
    }
    rows.push_back({{"factor", factor.key},
                    {"levels", std::move(levels)},
                    {"across", effect_json(one.across)},
                    {"range", number(one.range)},
                    {"clear", one.is_clear}});
  }
  return rows;
}

ordered_json clauses_json(const ClauseEffectsTable& table, const std::vector<AnalysisFactor>& factors) {
  ordered_json rows = ordered_json::array();
  for (const ClauseEffect& one : table.clauses) {
    rows.push_back({{"factor", factors[one.factor].key},
                    {"main", effect_json(one.main)},
                    {"leave_one_out", effect_json(one.leave_one_out)},
                    {"add_one_in", effect_json(one.add_one_in)},
                    {"together", effect_json(one.together)},
                    {"clear", one.is_clear}});
  }
  return rows;
}

ordered_json clarity_json(const OutcomeAnalysis& outcome) {
  const bool has_clauses = !outcome.clauses.clauses.empty();
  if (!has_clauses && outcome.effects.factors.empty()) return nullptr;
  const Clarity& clarity = has_clauses ? outcome.clauses.clarity : outcome.effects.clarity;
  return {{"effects", clarity.effects},
          {"intervals_without_zero", clarity.intervals},
          {"by_chance", number(clarity.by_chance())},
          {"clear", clarity.clear}};
}

ordered_json pairing_json(const OutcomeAnalysis& outcome) {
  if (!outcome.pairing) return nullptr;
  const PairingGain& gain = outcome.pairing->gain;
  return {{"between", outcome.pairing->is_between_scenarios ? "scenarios" : "points"},
          {"factor", number(gain.factor())},
          {"runs", gain.runs},
          {"runs_saved", number(gain.runs_saved())},
          {"pairs", gain.pairs},
          {"paired_variance", number(gain.paired_variance)},
          {"unpaired_variance", number(gain.unpaired_variance)}};
}

ordered_json outcome_json(const OutcomeAnalysis& outcome, const std::vector<AnalysisFactor>& factors) {
  ordered_json document = ordered_json::object();
  document["morris"] = table_of(outcome.morris, factors);
  document["sobol"] = table_of(outcome.sobol, factors);
  document["pawn"] = table_of(outcome.pawn, factors);
  document["delta"] = table_of(outcome.delta, factors);
  document["target"] = target_json(outcome);
  document["prim"] = boxes_json(outcome, factors);
  document["variance"] = outcome.variance ? variance_json(*outcome.variance) : ordered_json(nullptr);
  document["effects"] = effects_json(outcome.effects, factors);
  document["clauses"] = clauses_json(outcome.clauses, factors);
  document["clarity"] = clarity_json(outcome);
  document["pairing"] = pairing_json(outcome);
  document["remarks"] = ordered_json::array();
  for (const Remark& remark : outcome.remarks) document["remarks"].push_back(remark_json(remark));
  return document;
}

}  // namespace

std::string analysis_document(const AnalysisResult& result) {
  ordered_json document = {{"runs", {{"ok", result.runs.ok}, {"failed", result.runs.failed}}}};
  document["outcomes"] = ordered_json::object();
  for (const OutcomeAnalysis& outcome : result.outcomes)
    document["outcomes"][outcome.name] = outcome_json(outcome, result.factors);
  document["complete"] = result.is_complete;
  return finished(document);
}

}  // namespace park::study
