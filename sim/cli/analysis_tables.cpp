// SPDX-License-Identifier: MIT
#include "cli/analysis_tables.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

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
    std::string text = texts_("analyze.outcome", {outcome_.name}) + "\n";
    text += morris() + sobol() + pawn() + delta() + prim() + variance();
    for (const study::Remark& remark : outcome_.remarks)
      text += "\n" + texts_("analyze.remark", {texts_.pick(remark.zh, remark.en)}) + "\n";
    return text;
  }

 private:
  [[nodiscard]] std::string number(double value) const { return readable(texts_, value); }

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
          return std::vector<std::string>{number(index.mu_star.value), interval(index.mu_star, texts_),
                                          number(index.sigma.value), interval(index.sigma, texts_),
                                          number(index.mu)};
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
  std::string text = texts("analyze.runs", {std::to_string(result.ok), std::to_string(result.failed)}) + "\n";
  for (const study::OutcomeAnalysis& outcome : result.outcomes)
    text += "\n" + OutcomeTables(result.factors, outcome, texts).text();
  return text;
}

}  // namespace park::cli
