// SPDX-License-Identifier: MIT
#include "study/scenario_parts.hpp"

#include <algorithm>
#include <array>

#include "scenario/fault_list.hpp"
#include "scenario/load.hpp"
#include "scenario/number_fields.hpp"
#include "scenario/parameter_values.hpp"
#include "simulation.hpp"

namespace park::study {
namespace {

bool is_same(const PolicyStep& a, const PolicyStep& b) {
  return a.at == b.at && a.key == b.key && a.value == b.value && a.ramp_months == b.ramp_months;
}

bool is_same(const Shock& a, const Shock& b) {
  return a.at == b.at && a.key == b.key && a.value == b.value && a.months == b.months;
}

template <class Step>
bool is_same_timeline(const std::vector<Step>& a, const std::vector<Step>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const Step& x, const Step& y) { return is_same(x, y); });
}

/// Files of equal content are as good as one.
bool has_same_bytes(const std::string& a, const std::string& b) {
  if (a == b) return true;
  const auto a_bytes = read_file(a);
  const auto b_bytes = read_file(b);
  return a_bytes.ok() && b_bytes.ok() && a_bytes.value() == b_bytes.value();
}

/// Collects what can be no part.
class Obstacles {
 public:
  Obstacles(const std::string& a_file, const std::string& b_file, Problems& problems)
      : a_file_(a_file), faults_(b_file, problems) {}

  void check(bool is_same, const std::string& pointer, const std::string& a, const std::string& b) {
    if (is_same) return;
    faults_.add(pointer, a + " as in " + a_file_ + ", because wedges cannot take this difference apart", b);
  }
  void check(double a, double b, const std::string& pointer) {
    check(a == b, pointer, number_text(a), number_text(b));
  }
  template <std::size_t Count>
  void check(const std::array<double, Count>& a, const std::array<double, Count>& b,
             const std::array<KeyLabel, Count>& labels, const std::string& pointer) {
    for (std::size_t i = 0; i < Count; ++i) check(a[i], b[i], pointer + "/" + std::string(labels[i].key));
  }

 private:
  const std::string& a_file_;
  FaultList faults_;
};

void check_district(const BaseDistrict& a, const BaseDistrict& b, Obstacles& obstacles) {
  obstacles.check(a.firms, b.firms, stage_labels, "/base_district/firms");
  obstacles.check(a.workers, b.workers, stage_labels, "/base_district/workers");
  obstacles.check(a.away, b.away, region_labels, "/base_district/away");
  for (const NumberField<BaseDistrict>& field : base_district_fields()) {
    obstacles.check(a.*field.member, b.*field.member, "/base_district/" + std::string(field.key));
  }
}

void check_pool(const Scenario& a, const Scenario& b, Obstacles& obstacles) {
  for (const ParameterRow& row : structural_rows()) {
    const auto field = std::get<double Structural::*>(row.field);
    if (std::find(pool_parameters.begin(), pool_parameters.end(), field) == pool_parameters.end()) continue;
    obstacles.check(get(a.parameters, row), get(b.parameters, row), "/structural/" + std::string(row.key));
  }
}

}  // namespace

Checked<std::vector<ScenarioPart>> differing_parts(const Scenario& a, const Scenario& b,
                                                   const std::string& a_file, const std::string& b_file) {
  Problems problems;
  Obstacles obstacles(a_file, b_file, problems);
  obstacles.check(a.start == b.start, "/start", to_string(a.start), to_string(b.start));
  obstacles.check(a.months, b.months, "/months");
  check_district(a.base_district, b.base_district, obstacles);
  obstacles.check(a.map == b.map || has_same_bytes(a.map_path, b.map_path), "/map", a.map_path, b.map_path);
  obstacles.check(a.targets == b.targets || has_same_bytes(a.targets_path, b.targets_path), "/targets",
                  a.targets_path, b.targets_path);
  const std::string a_places = places_file(a).string();
  const std::string b_places = places_file(b).string();
  obstacles.check(has_same_bytes(a_places, b_places), "/places", a_places, b_places);
  check_pool(a, b, obstacles);
  if (!problems.empty()) return problems;
  std::vector<ScenarioPart> parts;
  const ClauseCatalogue& clauses = a.facts->clauses;
  for (std::string& key : keys_that(clauses, &is_any_key)) {
    const auto parameter = find_key(clauses, key);
    PARK_ASSERT(parameter.has_value());
    const double from = get(a.parameters, *parameter);
    const double to = get(b.parameters, *parameter);
    if (from != to) parts.push_back({ScenarioPart::Kind::Parameter, std::move(key), *parameter, from, to});
  }
  if (!is_same_timeline(a.policy, b.policy)) {
    parts.push_back({ScenarioPart::Kind::PolicyTimeline, "policy timeline", {}, 0, 0});
  }
  if (!is_same_timeline(a.shocks, b.shocks))
    parts.push_back({ScenarioPart::Kind::Shocks, "shocks", {}, 0, 0});
  return parts;
}

void switch_over(Scenario& scenario, const ScenarioPart& part, const Scenario& b) {
  switch (part.kind) {
    case ScenarioPart::Kind::Parameter:
      set(scenario.parameters, part.parameter, part.to);
      break;
    case ScenarioPart::Kind::PolicyTimeline:
      scenario.policy = b.policy;
      break;
    case ScenarioPart::Kind::Shocks:
      scenario.shocks = b.shocks;
      break;
  }
}

}  // namespace park::study
