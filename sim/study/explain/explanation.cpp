// SPDX-License-Identifier: MIT
#include "study/explain/explanation.hpp"

#include <algorithm>
#include <map>

#include "core/assert.hpp"
#include "scenario/load.hpp"

namespace park::study {
namespace {

constexpr std::uint32_t park_place = 1;  ///< destination 0 of the places, after staying

bool is_spin_off(const Identity& who) {
  for (std::uint32_t path = who.path; path != 0; path >>= 8U) {
    if (static_cast<Offspring>((path & 0xffU) >> 6U) == Offspring::SpinOff) return true;
  }
  return false;
}

Problem unknown_firm(const Identity& who, const std::string& expected) {
  return {"command line", "/--firm", expected, "\"" + to_string(who) + "\""};
}

}  // namespace

const DecisionTerm& LocationDecision::chosen() const {
  const auto found = std::find_if(alternatives.begin(), alternatives.end(),
                                  [](const DecisionTerm& alternative) { return alternative.chosen; });
  PARK_ASSERT(found != alternatives.end());
  return *found;
}

const DecisionTerm* LocationDecision::best_elsewhere() const {
  const DecisionTerm* best = nullptr;
  for (const DecisionTerm& alternative : alternatives) {
    if (alternative.destination == 0) continue;
    if (best == nullptr || alternative.value > best->value) best = &alternative;
  }
  return best;
}

const DecisionTerm* LocationDecision::park() const {
  const auto found = std::find_if(alternatives.begin(), alternatives.end(),
                                  [](const DecisionTerm& one) { return one.destination == park_place; });
  return found == alternatives.end() ? nullptr : &*found;
}

bool Explanation::has_reviewed() const {
  return std::any_of(events.begin(), events.end(),
                     [](const Event& event) { return event.kind == EventKind::Reviewed; });
}

bool is_part_of(const Identity& who, const Identity& whole) {
  if (who.kind != whole.kind || who.root != whole.root) return false;
  std::uint32_t path = who.path;
  while (path > whole.path) path >>= 8U;
  return path == whole.path;
}

std::vector<Hindrance> merged(const std::vector<Delay>& delays) {
  std::vector<Hindrance> result;
  std::map<std::uint64_t, std::size_t> latest;  // by plant, into result
  for (const Delay& delay : delays) {
    const auto found = latest.find(delay.who.number());
    if (found != latest.end()) {
      Hindrance& before = result[found->second];
      if (before.cause == delay.cause && before.to + 1 == delay.month) {
        before.to = delay.month;
        continue;
      }
    }
    latest[delay.who.number()] = result.size();
    result.push_back({delay.who, delay.month, delay.month, delay.cause});
  }
  return result;
}

RunStory::RunStory(std::shared_ptr<const Scenario> scenario, std::uint64_t seed,
                   const std::atomic<bool>* cancel)
    : scenario_(std::move(scenario)), seed_(seed) {
  RunOptions options;
  options.cancel = cancel;
  options.each_month = [&](const World& world) {
    if (world.month == 0) pool_ = world.pool;
    if (world.month < world.scenario->months) return;
    decisions_ = world.journal.decisions;
    delays_ = world.journal.delays;
  };
  trace_ = trace_run(scenario_, seed_, options);
  if (trace_.run.ok() || is_cancelled()) return;
  if (trace_.run.is_bug) throw Bug(trace_.run.error);
  throw WorldError(trace_.run.error);
}

std::vector<LocationDecision> RunStory::decisions_of(const Identity& who) const {
  std::vector<LocationDecision> result;
  for (const DecisionTerm& term : decisions_) {
    if (term.who != who) continue;
    // Every decision is written down from staying onwards.
    if (term.destination == 0) result.push_back({term.month, {}});
    PARK_ASSERT(!result.empty());
    result.back().alternatives.push_back(term);
  }
  return result;
}

void RunStory::put_firm(Explanation& explanation) const {
  const Identity& who = explanation.who;
  if (is_spin_off(who)) return;
  const bool is_target = who.kind == Identity::Kind::Target;
  const std::size_t firm = is_target ? pool_->pool_agents + who.root - 1 : who.root;
  explanation.firm = &pool_->firms[firm];
  if (is_target) explanation.name = (*scenario_->targets)[who.root - 1].name;
}

Checked<Explanation> RunStory::explain(const Identity& who) const {
  const std::size_t targets = pool_->firms.size() - pool_->pool_agents;
  const bool is_known = who.kind == Identity::Kind::Pool     ? who.root < pool_->pool_agents
                        : who.kind == Identity::Kind::Target ? who.root >= 1 && who.root <= targets
                                                             : false;
  if (!is_known) {
    return Problems{unknown_firm(
        who, "a firm of the pool (p0 to p" + std::to_string(pool_->pool_agents - 1) +
                 ") or of the target list (" +
                 (targets > 0 ? "t01 to " + to_string(Identity{Identity::Kind::Target,
                                                               static_cast<std::uint32_t>(targets), 0})
                              : std::string("which is empty")) +
                 "); the district's own firms are followed together, not one by one")};
  }
  Explanation explanation;
  explanation.who = who;
  explanation.scenario = scenario_;
  explanation.seed = seed_;
  explanation.pool = pool_;
  for (const Event& event : trace_.events) {
    if (is_part_of(event.who, who)) explanation.events.push_back(event);
  }
  if (who.path != 0 && explanation.events.empty())
    return Problems{
        unknown_firm(who, "a plant that signed in this run (see --firm of the firm it grew out of)")};
  put_firm(explanation);
  if (who.path == 0) explanation.decisions = decisions_of(who);
  for (const FirmHistory& plant : trace_.firms) {
    if (is_part_of(plant.who, who)) explanation.plants.push_back(plant);
  }
  std::vector<Delay> own;
  std::copy_if(delays_.begin(), delays_.end(), std::back_inserter(own),
               [&](const Delay& delay) { return is_part_of(delay.who, who); });
  explanation.delays = merged(own);
  return explanation;
}

std::vector<RunStory::Eventful> RunStory::most_eventful(std::size_t count) const {
  std::map<std::uint64_t, Eventful> by_firm;
  for (const Event& event : trace_.events) {
    if (event.who.kind == Identity::Kind::Nobody) continue;
    const Identity firm{event.who.kind, event.who.root, 0};
    Eventful& entry = by_firm[firm.number()];
    entry.who = firm;
    ++entry.events;
  }
  std::vector<Eventful> result;
  result.reserve(by_firm.size());
  for (const auto& [number, entry] : by_firm) result.push_back(entry);
  std::stable_sort(result.begin(), result.end(),
                   [](const Eventful& a, const Eventful& b) { return a.events > b.events; });
  result.resize(std::min(result.size(), count));
  return result;
}

}  // namespace park::study
