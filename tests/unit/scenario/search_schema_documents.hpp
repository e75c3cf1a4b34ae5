// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

namespace park::test {

/// Search files of which schema and loader must say the same: a good one with members replaced or left out.
inline std::vector<std::pair<std::string, nlohmann::json>> search_documents() {
  const nlohmann::json base = nlohmann::json::parse(
      R"({"schema":"parksim/search/1","scenarios":["../baseline.json"],"factors":["agencies"],"outcomes":["jobs"],
          "objectives":[{"outcome":"jobs","direction":"maximise"},{"outcome":"cost_in_all","direction":"minimise"}],
          "futures":{"n":4,"factors":["home_bias"]}})");
  std::vector<std::pair<std::string, nlohmann::json>> documents = {{"a search", base}};
  for (
      const char* text :
      {R"({"extra":1})",
       R"({"schema":"parksim/study/1"})",
       R"({"scenarios":["../baseline.json","../baseline.json"]})",
       R"({"months":24,"seed":3,"replications":2,"name":"x","labels":{"zh":"a"}})",
       R"({"replications":{"outcome":"jobs","half_width":5}})",
       R"({"factors":[]})",
       R"({"factors":["home_bias"]})",
       R"({"factors":["seed"]})",
       R"({"factors":["clause.rent_01","build_mode"]})",
       R"({"factors":[{"key":"agencies","distribution":{"integer":[0,4]}}]})",
       R"({"factors":[{"key":"sale_price","distribution":{"choice":[1500,2600]}}]})",
       R"({"factors":[{"key":"sale_price","distribution":{"log_uniform":[1500,2600]}}]})",
       R"({"factors":[{"key":"sale_price","distribution":{"normal":[1500,200]}}]})",
       R"({"factors":[{"key":"sale_price","distribution":{"triangular":[1500,1600,2600]}}]})",
       R"({"objectives":[]})",
       R"({"objectives":[{"outcome":"jobs","direction":"maximise"}]})",
       R"({"objectives":[{"outcome":"jobs","direction":"up"},{"outcome":"cost_in_all","direction":"minimise"}]})",
       R"({"objectives":[{"outcome":"jobs"},{"outcome":"cost_in_all","direction":"minimise"}]})",
       R"({"objectives":[{"outcome":"jobs","direction":"maximise","robust":"regret"},
                          {"outcome":"jobs","direction":"maximise","robust":{"quantile":0.2}}]})",
       R"({"objectives":[{"outcome":"jobs","direction":"maximise","robust":{"regret":{"quantile":0.2}}},
                          {"outcome":"jobs","direction":"maximise","robust":{"regret":"mean"}}]})",
       R"({"objectives":[{"outcome":"jobs","direction":"maximise","robust":{"regret":"regret"}},
                          {"outcome":"jobs","direction":"maximise","robust":"mean"}]})",
       R"({"objectives":[{"outcome":"jobs","direction":"maximise","robust":{"quantile":2}},
                          {"outcome":"jobs","direction":"maximise","robust":"mean"}]})",
       R"({"objectives":[{"outcome":"jobs","direction":"maximise","robust":"median"},
                          {"outcome":"jobs","direction":"maximise","robust":"mean"}]})",
       R"({"budget_per_year":0})",
       R"({"budget_per_year":-1})",
       R"({"budget_per_year":{"yuan":1e8}})",
       R"({"budget_per_year":{"yuan":1e8,"robust":"worst"}})",
       R"({"budget_per_year":{"yuan":1e8,"robust":"regret"}})",
       R"({"budget_per_year":{}})",
       R"({"constraints":[]})",
       R"({"constraints":[{"outcome":"jobs"}]})",
       R"({"constraints":[{"outcome":"jobs","at_least":100}]})",
       R"({"constraints":[{"outcome":"jobs","at_least":100,"at_most":900,"robust":"mean"}]})",
       R"({"constraints":[{"at_least":100}]})",
       R"({"futures":{}})",
       R"({"futures":[]})",
       R"({"futures":{"n":4}})",
       R"({"futures":{"n":4,"factors":[]}})",
       R"({"futures":{"n":1,"factors":["home_bias"]}})",
       R"({"futures":{"n":4,"factors":["agencies"]}})",
       R"({"futures":{"n":4,"fresh":8,"factors":["pool_weight",
            {"key":"home_bias","distribution":{"normal":[0.02,0.01]}}]}})",
       R"({"design":{}})",
       R"({"design":{"nsga2":{}}})",
       R"({"design":{"sobol":{"n":4}}})",
       R"({"design":{"nsga2":{"population":12,"generations":3,"front":4,"trim":0}}})",
       R"({"design":{"nsga2":{"population":10}}})",
       R"({"design":{"nsga2":{"population":4}}})",
       R"({"design":{"nsga2":{"generations":0}}})",
       R"({"design":{"nsga2":{"front":1}}})",
       R"({"design":{"nsga2":{"trim":2}}})"}) {
    nlohmann::json document = base;
    document.update(nlohmann::json::parse(text));
    documents.emplace_back(text, document);
  }
  for (const char* member : {"schema", "scenarios", "factors", "outcomes", "objectives", "futures"}) {
    nlohmann::json document = base;
    document.erase(member);
    documents.emplace_back(std::string("without ") + member, document);
  }
  return documents;
}

}  // namespace park::test
