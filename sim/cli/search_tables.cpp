// SPDX-License-Identifier: MIT
#include "cli/search_tables.hpp"

#include <algorithm>

#include "study/search/search_words.hpp"
#include "study/words/readable.hpp"

namespace park::cli {
namespace {

using study::FrontPolicy;

class SearchTables {
 public:
  SearchTables(const study::SearchResults& results, const ClauseCatalogue& clauses,
               const std::vector<IndicatorColumn>& columns, const Texts& texts)
      : results_(results),
        outline_(results.outline),
        front_(results.front),
        texts_(texts),
        words_(texts, results.outline, clauses, columns) {}

  [[nodiscard]] std::string text() const {
    const study::StudyOutline& study = outline_.study;
    std::string text = std::string(texts_.pick(study.label_zh, study.label_en)) + "\n" + tried();
    for (std::size_t o = 0; o < outline_.objectives.size(); ++o)
      text +=
          texts_("search.objective_line", {std::to_string(o + 1), words_.objective(outline_.objectives[o])}) +
          "\n";
    for (const study::Limit& limit : outline_.limits)
      text += texts_("search.limit_line", {words_.limit(limit)}) + "\n";
    if (front_.scenario.objectives.empty()) return text;
    text += "\n" +
            texts_(front_.is_fresh ? "search.table_fresh" : "search.table_searched",
                   {std::to_string(futures())}) +
            "\n" + table();
    text += "\n" + policies();
    return text + remarks();
  }

 private:
  [[nodiscard]] std::size_t futures() const { return front_.is_fresh ? outline_.fresh : outline_.futures; }

  [[nodiscard]] std::string tried() const {
    return texts_("search.tried",
                  {std::to_string(outline_.policy_factors), std::to_string(results_.tried()),
                   std::to_string(outline_.futures), std::to_string(results_.ok + results_.failed),
                   std::to_string(results_.failed)}) +
           "\n";
  }

  [[nodiscard]] std::vector<std::string> heading() const {
    const auto with_unit = [&](const std::string& label, const std::string& unit) {
      const ShownUnit shown = shown_unit(texts_, unit);
      return shown.words == "-" ? label : texts_("search.heading", {label, shown.words});
    };
    std::vector<std::string> cells = {texts_("search.policy")};
    for (std::size_t o = 0; o < outline_.objectives.size(); ++o)
      cells.push_back(with_unit(texts_("search.objective", {std::to_string(o + 1)}),
                                words_.unit_of(outline_.objectives[o].outcome)));
    cells.push_back(with_unit(texts_("search.cost_per_year"), "million yuan"));
    cells.push_back(with_unit(texts_("search.dearest_year"), "million yuan"));
    return cells;
  }

  [[nodiscard]] std::string summary(std::size_t outcome, double value, const study::Summary& s) const {
    return words_.value(outcome, value) + " [" + words_.value(outcome, s.p05) + ", " +
           words_.value(outcome, s.p95) + "]";
  }

  [[nodiscard]] std::vector<std::string> row(const std::string& name, const FrontPolicy& policy) const {
    std::vector<std::string> cells = {name};
    for (std::size_t o = 0; o < policy.objectives.size(); ++o) {
      cells.push_back(
          summary(outline_.objectives[o].outcome, policy.measured.objectives[o], policy.objectives[o]));
    }
    const std::size_t dearest = outline_.dearest_year();
    cells.push_back(words_.value(dearest, policy.cost_per_year.mean));
    cells.push_back(summary(dearest, policy.cost_dearest_year.mean, policy.cost_dearest_year));
    return cells;
  }

  [[nodiscard]] static const char* mark(const FrontPolicy& policy) {
    return !policy.keeps_limits ? " !" : policy.is_overtaken ? " ~" : "";
  }

  [[nodiscard]] std::string table() const {
    TextTable table("lr");
    table.add(heading());
    table.add(row(texts_("search.as_is") + mark(front_.scenario), front_.scenario));
    for (std::size_t p = 0; p < front_.policies.size(); ++p) {
      const FrontPolicy& policy = front_.policies[p];
      table.add(row(std::to_string(p + 1) + mark(policy), policy));
    }
    return table.text();
  }

  [[nodiscard]] std::string policies() const {
    std::string text = texts_("search.policies") + "\n";
    for (std::size_t p = 0; p < front_.policies.size(); ++p) {
      const study::Policy& policy = results_.candidates[front_.policies[p].candidate].policy;
      text += texts_("search.policy_line", {std::to_string(p + 1), words_.policy(policy)}) + "\n";
    }
    return text;
  }

  [[nodiscard]] std::string remarks() const {
    std::string text;
    const auto count = [&](const auto& is_meant) {
      return std::to_string(std::count_if(front_.policies.begin(), front_.policies.end(), is_meant));
    };
    const std::string broken = count([](const FrontPolicy& policy) { return !policy.keeps_limits; });
    const std::string overtaken =
        count([](const FrontPolicy& policy) { return policy.keeps_limits && policy.is_overtaken; });
    if (front_.policies.empty()) text += "\n" + texts_("search.none") + "\n";
    if (broken != "0") text += "\n" + texts_("search.broken", {broken}) + "\n";
    if (overtaken != "0") text += "\n" + texts_("search.overtaken", {overtaken}) + "\n";
    if (front_.is_scenario_chosen) text += "\n" + texts_("search.scenario_chosen") + "\n";
    if (front_.is_fresh) text += "\n" + luck();
    return text;
  }

  /// How much better the chosen policies looked in the futures they were chosen in.
  [[nodiscard]] std::string luck() const {
    std::string text = texts_("search.fresh_note", {std::to_string(outline_.fresh)}) + "\n";
    for (std::size_t o = 0; o < outline_.objectives.size() && !front_.policies.empty(); ++o) {
      double searched = 0;
      double measured = 0;
      for (const FrontPolicy& policy : front_.policies) {
        searched += policy.searched.objectives[o];
        measured += policy.measured.objectives[o];
      }
      const auto count = static_cast<double>(front_.policies.size());
      const std::size_t outcome = outline_.objectives[o].outcome;
      text += texts_("search.luck", {words_.outcome(outcome), words_.quantity(outcome, searched / count),
                                     words_.quantity(outcome, measured / count)}) +
              "\n";
    }
    return text;
  }

  const study::SearchResults& results_;
  const study::SearchOutline& outline_;
  const study::SearchFront& front_;
  const Texts& texts_;
  study::SearchWords words_;
};

}  // namespace

std::string search_tables(const study::SearchResults& results, const ClauseCatalogue& clauses,
                          const std::vector<IndicatorColumn>& columns, const Texts& texts) {
  return SearchTables(results, clauses, columns, texts).text();
}

}  // namespace park::cli
