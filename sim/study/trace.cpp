// SPDX-License-Identifier: MIT
#include "study/trace.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <span>

namespace park::study {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(ExitCause::Count)> exit_keys = {
    "loss", "labour", "finance", "market", "rival", "age"};
constexpr std::array<std::string_view, static_cast<std::size_t>(WithdrawalCause::Count)> withdrawal_keys = {
    "paper", "space", "permit", "labour", "finance", "service", "market"};

constexpr std::array<std::string_view, 3> utility_keys = {"wastewater", "plating_park", "steam"};

std::string key_at(std::span<const std::string_view> keys, std::uint32_t index) {
  return index < keys.size() ? std::string(keys[index]) : std::string();
}

/// The plant of a firm that has just signed.
std::optional<Plant> plant_of(const World& world, const Identity& who) {
  for (const Project& project : world.projects) {
    if (project.plant.who == who) return project.plant;
  }
  for (const Tenant& tenant : world.tenants) {
    if (tenant.plant.who == who) return tenant.plant;
  }
  return std::nullopt;
}

/// Reads the journal month by month, while the plants it speaks of are still there.
class HistoryKeeper {
 public:
  explicit HistoryKeeper(Trace& trace) : trace_(trace) {}

  void read(const World& world) {
    const std::vector<Event>& events = world.journal.events;
    for (std::size_t i = trace_.events.size(); i < events.size(); ++i) {
      trace_.events.push_back(events[i]);
      note(world, events[i]);
    }
  }

 private:
  void note(const World& world, const Event& event) {
    if (event.kind == EventKind::Signed) {
      latest_[event.who.number()] = trace_.firms.size();
      FirmHistory history;
      history.who = event.who;
      history.plant = plant_of(world, event.who);
      history.signed_month = event.month;
      trace_.firms.push_back(std::move(history));
      return;
    }
    const auto found = latest_.find(event.who.number());
    if (found == latest_.end()) return;
    FirmHistory& history = trace_.firms[found->second];
    switch (event.kind) {
      case EventKind::Started:
        history.started_month = event.month;
        break;
      case EventKind::Producing:
        history.producing_month = event.month;
        break;
      case EventKind::AtCapacity:
        history.at_capacity_month = event.month;
        break;
      case EventKind::Withdrawn:
        history.withdrawn_month = event.month;
        history.reason = key_at(withdrawal_keys, event.place);
        break;
      case EventKind::Closed:
        history.closed_month = event.month;
        history.reason = key_at(exit_keys, event.place);
        break;
      default:
        break;
    }
  }

  Trace& trace_;
  std::map<std::uint64_t, std::size_t> latest_;  ///< identity to its latest entry in firms
};

}  // namespace

Trace trace_run(const std::shared_ptr<const Scenario>& scenario, std::uint64_t seed,
                const RunOptions& options) {
  Trace trace;
  HistoryKeeper keeper(trace);
  RunOptions full = options;
  full.journal = JournalMode::Full;
  full.each_month = [&](const World& world) {
    keeper.read(world);
    if (options.each_month) options.each_month(world);
  };
  trace.run = run_once(scenario, seed, indicator_columns(*scenario), full);
  return trace;
}

std::string place_of(const Event& event, const Scenario& scenario) {
  switch (event.kind) {
    case EventKind::ChosePark:
    case EventKind::ChoseRival:
    case EventKind::ChoseOverseas: {
      const auto& destinations = scenario.facts->places.destinations;
      return event.place < destinations.size() ? destinations[event.place].key : std::string();
    }
    case EventKind::LandApproved:
    case EventKind::LandExpropriated:
    case EventKind::LandSupplied: {
      const auto& parcels = scenario.map->parcels;
      return event.place < parcels.size() ? parcels[event.place].id : std::string();
    }
    case EventKind::BlockStarted:
    case EventKind::BlockFinished:
      return "block_" + std::to_string(event.place);
    case EventKind::ClauseVoided:
      return scenario.facts->clauses.clauses.at(event.place).id;
    case EventKind::UtilityOpened:
      return key_at(utility_keys, event.place);
    case EventKind::Signed:
      return event.place < site_form_count ? std::string(site_form_labels[event.place].key) : std::string();
    case EventKind::Withdrawn:
      return key_at(withdrawal_keys, event.place);
    case EventKind::Closed:
      return key_at(exit_keys, event.place);
    default:
      return {};
  }
}

}  // namespace park::study
