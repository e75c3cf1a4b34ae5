// SPDX-License-Identifier: MIT
#include "study/explain/explain_document.hpp"

#include "study/document_parts.hpp"
#include "study/explain/choice_terms.hpp"

namespace park::study {
namespace {

using nlohmann::ordered_json;

std::string date_of(const Explanation& explanation, int month) {
  return to_string(plus_months(explanation.scenario->start, month - 1));
}

ordered_json labels_json(const KeyLabel& label) { return {{"zh", label.zh}, {"en", label.en}}; }

/// Null if it never came to that.
ordered_json month_json(int month) { return month < 0 ? ordered_json(nullptr) : ordered_json(month); }

ordered_json plant_json(const FirmHistory& history) {
  ordered_json plant = {{"id", to_string(history.who)},
                        {"signed", month_json(history.signed_month)},
                        {"started", month_json(history.started_month)},
                        {"producing", month_json(history.producing_month)},
                        {"at_capacity", month_json(history.at_capacity_month)},
                        {"withdrawn", month_json(history.withdrawn_month)},
                        {"closed", month_json(history.closed_month)},
                        {"reason", history.reason}};
  if (history.plant) {
    plant["workers_promised"] = history.plant->workers_promised;
    plant["investment_yuan"] = number(history.plant->investment_yuan);
  }
  return plant;
}

ordered_json firm_json(const Explanation& explanation) {
  ordered_json firm = {{"id", to_string(explanation.who)}, {"name", explanation.name}};
  if (explanation.firm != nullptr) {
    const PoolFirm& pool_firm = *explanation.firm;
    firm["stage"] = stage_labels[index_of(stage_of(pool_firm.activity))].key;
    firm["activity"] = activity_labels[index_of(pool_firm.activity)].key;
    firm["region"] = region_labels[index_of(pool_firm.region)].key;
    firm["employees"] = number(static_cast<double>(pool_firm.employees));
    firm["leader"] = pool_firm.is_leader;
    firm["productivity"] = number(static_cast<double>(pool_firm.productivity));
  } else if (!explanation.plants.empty() && explanation.plants.front().plant) {
    const Plant& plant = *explanation.plants.front().plant;
    firm["stage"] = stage_labels[index_of(stage_of(plant.activity))].key;
    firm["activity"] = activity_labels[index_of(plant.activity)].key;
  }
  firm["plants"] = ordered_json::array();
  for (const FirmHistory& plant : explanation.plants) firm["plants"].push_back(plant_json(plant));
  return firm;
}

ordered_json event_json(const Explanation& explanation, const Event& event) {
  const KeyLabel label = label_of(event.kind);
  return {{"month", event.month},
          {"date", date_of(explanation, event.month)},
          {"event", label.key},
          {"labels", labels_json(label)},
          {"who", to_string(event.who)},
          {"place", place_of(event, *explanation.scenario)},
          {"amount", number(event.amount)}};
}

ordered_json decision_json(const Explanation& explanation, const LocationDecision& decision) {
  ordered_json alternatives = ordered_json::array();
  for (const DecisionTerm& alternative : decision.alternatives) {
    ordered_json terms = ordered_json::object();
    for (std::size_t k = 0; k < choice_term_count; ++k) {
      terms[std::string(choice_term_label(k).key)] = number(alternative.terms[k]);
    }
    alternatives.push_back({{"destination", place_key(*explanation.scenario, alternative.destination)},
                            {"value", number(alternative.value)},
                            {"probability", number(alternative.probability)},
                            {"terms", std::move(terms)}});
  }
  return {{"month", decision.month},
          {"date", date_of(explanation, decision.month)},
          {"chosen", place_key(*explanation.scenario, decision.chosen().destination)},
          {"alternatives", std::move(alternatives)}};
}

}  // namespace

std::string place_key(const Scenario& scenario, std::uint32_t place) {
  return place == 0 ? "stay" : scenario.facts->places.destinations[place - 1].key;
}

std::string explain_document(const Explanation& explanation, const std::string& text_zh,
                             const std::string& text_en) {
  ordered_json document = {{"scenario", explanation.scenario->name}, {"seed", explanation.seed}};
  document["firm"] = firm_json(explanation);
  document["events"] = ordered_json::array();
  for (const Event& event : explanation.events) document["events"].push_back(event_json(explanation, event));
  document["decisions"] = ordered_json::array();
  for (const LocationDecision& decision : explanation.decisions)
    document["decisions"].push_back(decision_json(explanation, decision));
  document["delays"] = ordered_json::array();
  for (const Hindrance& delay : explanation.delays) {
    document["delays"].push_back({{"from", delay.from},
                                  {"to", delay.to},
                                  {"cause", label_of(delay.cause).key},
                                  {"from_date", date_of(explanation, delay.from)},
                                  {"to_date", date_of(explanation, delay.to)},
                                  {"who", to_string(delay.who)}});
  }
  document["text"] = {{"zh", text_zh}, {"en", text_en}};
  document["complete"] = true;
  return indented(document);
}

}  // namespace park::study
