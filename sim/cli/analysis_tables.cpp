// SPDX-License-Identifier: MIT
#include "cli/analysis_tables.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

#include "study/analysis/sentences.hpp"
#include "study/words/readable.hpp"

namespace park::cli {
namespace {

using study::AnalysisFactor;
using study::Estimate;

std::string interval(const Estimate& estimate, const Texts& texts) {
  return "[" + readable(texts, estimate.lo) + ", " + readable(texts, estimate.hi) + "]";
}

std::string label_of(const AnalysisFactor& factor, const Texts& texts) {
  const std::string_view words = texts.pick(factor.words.zh, factor.words.en);
  return words.empty() ? factor.key : std::string(words);
}

/// What fits beside numbers; a clause is a whole sentence.
std::string shortened(const std::string& label) {
  constexpr std::size_t most_columns = 44;
  std::string text;
  for (std::size_t begin = 0; begin < label.size();) {
    std::size_t end = begin + 1;
    while (end < label.size() && (static_cast<unsigned char>(label[end]) & 0xC0U) == 0x80U) ++end;
    if (display_width(text) + 2 > most_columns) return text + "…";
    text += label.substr(begin, end - begin);
    begin = end;
  }
  return text;
}

/// Indices of the factors, the largest `size` first; those without one last.
std::vector<std::size_t> ranked(std::size_t count, const std::function<double(std::size_t)>& size) {
  std::vector<std::size_t> order(count);
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto key = [&](std::size_t f) { return std::isfinite(size(f)) ? size(f) : -1e300; };
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return key(a) > key(b); });
  return order;
}

class OutcomeTables {
 public:
  OutcomeTables(const std::vector<AnalysisFactor>& factors, const study::OutcomeAnalysis& outcome,
                const Texts& texts)
      : factors_(factors), outcome_(outcome), texts_(texts) {}

  [[nodiscard]] std::string text() const {
    std::string text = texts_("analyze.outcome", {title()}) + "\n";
    text += effects() + clauses() + morris() + sobol() + pawn() + delta() + prim() + variance() + pairing();
    for (const study::Remark& remark : outcome_.remarks)
      text += "\n" + texts_("analyze.remark", {texts_.pick(remark.zh, remark.en)}) + "\n";
    return text;
  }

 private:
  [[nodiscard]] std::string number(double value) const { return readable(texts_, value); }
  [[nodiscard]] std::string change(const study::Effect& effect) const {
    return readable_signed(texts_, effect.change.mean * outcome_.words.scale) +
           (effect.leaves_out_zero() ? " *" : "  ");
  }
  [[nodiscard]] std::string range(const study::Effect& effect) const {
    const double scale = outcome_.words.scale;
    return "[" + readable_signed(texts_, effect.change.lo * scale) + ", " +
           readable_signed(texts_, effect.change.hi * scale) + "]";
  }
  /// In the outcome's own unit, as its heading says.
  [[nodiscard]] Estimate scaled(const Estimate& estimate) const {
    const double scale = outcome_.words.scale;
    return {estimate.value * scale, estimate.lo * scale, estimate.hi * scale};
  }

  /// `jobs_2035: jobs in the park (month 120), people`.
  [[nodiscard]] std::string title() const {
    const std::string_view words = texts_.pick(outcome_.words.zh, outcome_.words.en);
    const std::string_view unit = texts_.pick(outcome_.words.unit_zh, outcome_.words.unit_en);
    if (words.empty()) return outcome_.name;
    if (unit.empty()) return texts_("analyze.title", {outcome_.name, words});
    return texts_("analyze.title_unit", {outcome_.name, words, unit});
  }

  [[nodiscard]] std::string value_text(const AnalysisFactor& factor, double value) const {
    const auto place = static_cast<std::size_t>(value);
    if (!factor.choices.empty() && place < factor.choices.size())
      return std::string(texts_.pick(factor.choices[place].zh, factor.choices[place].en));
    const std::string_view unit = texts_.pick(factor.words.unit_zh, factor.words.unit_en);
    const double shown = value * factor.words.scale;
    return (texts_.is_chinese() ? study::chinese_number(shown) : study::plain_number(shown)) +
           (unit.empty() ? "" : " " + std::string(unit));
  }

  [[nodiscard]] std::string effects() const {
    if (outcome_.effects.factors.empty()) return {};
    TextTable rows("lrlr");
    rows.add({texts_("analyze.factor"), texts_("analyze.range"), texts_("analyze.level"),
              texts_("analyze.change"), texts_("table.interval")});
    for (const study::FactorEffects& one : outcome_.effects.factors) {
      const AnalysisFactor& factor = factors_[one.factor];
      bool is_first = true;
      for (const study::LevelEffect& level : one.levels) {
        rows.add({is_first ? label_of(factor, texts_) : "",
                  is_first ? number(one.range * outcome_.words.scale) + (one.is_clear ? " *" : "  ") : "",
                  value_text(factor, level.at), change(level.effect), range(level.effect)});
        is_first = false;
      }
    }
    const bool is_factorial = !outcome_.pawn.empty() || !outcome_.delta.empty();
    return "\n" + texts_(is_factorial ? "analyze.main_effects" : "analyze.one_at_a_time") + "\n" +
           rows.text();
  }

  [[nodiscard]] std::string clauses() const {
    if (outcome_.clauses.clauses.empty()) return {};
    TextTable rows("llr");
    rows.add({texts_("analyze.clause"), "", texts_("analyze.main"), texts_("table.interval"),
              texts_("analyze.leave_one_out"), texts_("analyze.add_one_in"), texts_("analyze.clear")});
    for (const study::ClauseEffect& one : outcome_.clauses.clauses) {
      if (!one.main.varies() && !one.leave_one_out.varies() && !one.add_one_in.varies()) continue;
      const AnalysisFactor& factor = factors_[one.factor];
      rows.add({factor.key.substr(factor.key.find('.') + 1), shortened(label_of(factor, texts_)),
                change(one.main), range(one.main), change(one.leave_one_out), change(one.add_one_in),
                one.is_clear ? texts_("analyze.yes") : ""});
    }
    return "\n" + texts_("analyze.clauses") + "\n" + rows.text();
  }

  [[nodiscard]] std::string pairing() const {
    if (!outcome_.pairing) return {};
    const study::PairingGain& gain = outcome_.pairing->gain;
    const char* const words =
        outcome_.pairing->is_between_scenarios ? "analyze.pairing_scenarios" : "analyze.pairing_points";
    return "\n" +
           texts_(words, {number(gain.factor()), std::to_string(gain.runs), number(gain.runs_saved())}) +
           "\n";
  }

  /// One table: heading cells behind the factor's name, a row a factor.
  template <class Index>
  [[nodiscard]] std::string table(const char* title, const std::vector<Index>& indices,
                                  std::vector<std::string> heading,
                                  const std::function<double(const Index&)>& size,
                                  const std::function<std::vector<std::string>(const Index&)>& cells) const {
    if (indices.empty()) return {};
    TextTable rows("lr");
    heading.insert(heading.begin(), texts_("analyze.factor"));
    rows.add(std::move(heading));
    for (const std::size_t f : ranked(indices.size(), [&](std::size_t i) { return size(indices[i]); })) {
      std::vector<std::string> row = cells(indices[f]);
      row.insert(row.begin(), label_of(factors_[f], texts_));
      rows.add(std::move(row));
    }
    return "\n" + texts_(title) + "\n" + rows.text();
  }

  [[nodiscard]] std::string morris() const {
    return table<study::MorrisIndex>(
        "analyze.morris", outcome_.morris,
        {"mu*", texts_("table.interval"), "sigma", texts_("table.interval"), "mu"},
        [](const auto& index) { return index.mu_star.value; },
        [&](const auto& index) {
          const Estimate mu_star = scaled(index.mu_star);
          const Estimate sigma = scaled(index.sigma);
          return std::vector<std::string>{number(mu_star.value), interval(mu_star, texts_),
                                          number(sigma.value), interval(sigma, texts_),
                                          number(index.mu * outcome_.words.scale)};
        });
  }

  [[nodiscard]] std::string sobol() const {
    return table<study::SobolIndex>(
        "analyze.sobol", outcome_.sobol, {"S1", texts_("table.interval"), "ST", texts_("table.interval")},
        [](const auto& index) { return index.total.value; },
        [&](const auto& index) {
          return std::vector<std::string>{number(index.first.value), interval(index.first, texts_),
                                          number(index.total.value), interval(index.total, texts_)};
        });
  }

  [[nodiscard]] std::string pawn() const {
    return table<study::PawnIndex>(
        "analyze.pawn", outcome_.pawn,
        {texts_("analyze.median"), texts_("table.interval"), texts_("analyze.maximum"),
         texts_("analyze.dummy")},
        [](const auto& index) { return index.median.value; },
        [&](const auto& index) {
          return std::vector<std::string>{
              number(index.median.value) + (index.median.value > index.dummy ? " *" : "  "),
              interval(index.median, texts_), number(index.maximum), number(index.dummy)};
        });
  }

  [[nodiscard]] std::string delta() const {
    return table<study::DeltaIndex>(
        "analyze.delta", outcome_.delta,
        {"delta", texts_("table.interval"), texts_("analyze.raw"), texts_("analyze.dummy")},
        [](const auto& index) { return index.delta.value; },
        [&](const auto& index) {
          return std::vector<std::string>{number(index.delta.value) + (index.raw > index.dummy ? " *" : "  "),
                                          interval(index.delta, texts_), number(index.raw),
                                          number(index.dummy)};
        });
  }

  [[nodiscard]] std::string prim() const {
    if (!outcome_.target) return {};
    std::string text = "\n" + texts_("analyze.prim") + "\n";
    if (outcome_.prim.empty()) return text + texts_("analyze.no_box") + "\n";
    for (std::size_t b = 0; b < outcome_.prim.size(); ++b) {
      const study::Remark& sentence = outcome_.sentences[b];
      text += std::string(texts_.pick(sentence.zh, sentence.en)) + "\n";
    }
    return text;
  }

  [[nodiscard]] std::string variance() const {
    if (!outcome_.variance) return {};
    const study::VarianceSplit& split = *outcome_.variance;
    const auto percent = [&](const Estimate& share) {
      const Estimate shown{100 * share.value, 100 * share.lo, 100 * share.hi};
      return number(shown.value) + "% " + interval(shown, texts_);
    };
    return "\n" +
           texts_("analyze.variance", {percent(split.parameters), percent(split.seeds),
                                       std::to_string(split.points), std::to_string(split.replications)}) +
           "\n";
  }

  const std::vector<AnalysisFactor>& factors_;
  const study::OutcomeAnalysis& outcome_;
  const Texts& texts_;
};

}  // namespace

std::string analysis_tables(const study::AnalysisResult& result, const Texts& texts) {
  std::string text =
      texts("analyze.runs", {std::to_string(result.runs.ok), std::to_string(result.runs.failed)}) + "\n";
  if (!result.is_complete) text += texts("analyze.incomplete") + "\n";
  for (const study::OutcomeAnalysis& outcome : result.outcomes)
    text += "\n" + OutcomeTables(result.factors, outcome, texts).text();
  return text;
}

}  // namespace park::cli
