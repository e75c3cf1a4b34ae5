// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/ids.hpp"
#include "policy/keys.hpp"
#include "world/choice_terms.hpp"

namespace park {

/// Who a record is about, the same under every policy. `kind` p: pool firm, t: target list, d: district firm;
/// nobody for what happens to land and buildings by themselves.
/// `path` holds up to four generations, eight bits each: two for the kind (0 return, 1 expansion, 2 branch, 3
/// spin-off), six for the ordinal.
struct Identity {
  enum class Kind : std::uint8_t { Pool, Target, District, Nobody };
  Kind kind = Kind::Nobody;
  std::uint32_t root = 0;
  std::uint32_t path = 0;

  /// One number for random streams.
  [[nodiscard]] constexpr std::uint64_t number() const {
    return (static_cast<std::uint64_t>(kind) << 60U) | (static_cast<std::uint64_t>(root) << 32U) | path;
  }
  friend constexpr bool operator==(const Identity&, const Identity&) = default;
};

/// Return: the pool firm itself, a second time.
enum class Offspring : std::uint8_t { Return = 0, Expansion = 1, Branch = 2, SpinOff = 3 };

/// The identity of a child; `ordinal` 1 to 63. Four generations deep at most (PARK_ASSERT by has_room).
[[nodiscard]] constexpr bool has_room_for_offspring(const Identity& parent) {
  return (parent.path >> 24U) == 0;
}
[[nodiscard]] constexpr Identity offspring(const Identity& parent, Offspring kind, std::uint32_t ordinal) {
  Identity child = parent;
  child.path = (parent.path << 8U) | (static_cast<std::uint32_t>(kind) << 6U) | (ordinal & 63U);
  return child;
}

enum class EventKind : std::uint8_t {
  Reviewed,
  Visited,
  ChosePark,
  ChoseRival,
  ChoseOverseas,
  Stayed,
  Refused,
  Signed,
  SiteReserved,
  PermitGranted,
  LoanGranted,
  Started,
  Producing,
  AtCapacity,
  Withdrawn,
  Closed,
  Expanded,
  Branched,
  SpunOff,
  BlockStarted,
  BlockFinished,
  LandApproved,
  LandExpropriated,
  LandSupplied,
  Defaulted,
  ProjectPackaged,
  ClauseVoided,
  UtilityOpened,
  Count
};

/// What holds a project up.
enum class Cause : std::uint8_t { Space, Permit, Labour, Finance, Service, Market, Count };
inline constexpr auto cause_count = static_cast<std::size_t>(Cause::Count);

struct Event {
  int month = 0;  ///< the month in which it happened, 1 for the first
  EventKind kind = EventKind::Signed;
  Identity who;
  std::uint32_t place = 0;  ///< destination, block or parcel index, or cause, by kind
  double amount = 0;        ///< people, m2, mu or yuan, by kind
};

/// One alternative at a decision, with its terms in yuan per yuan of output.
struct DecisionTerm {
  int month = 0;
  Identity who;
  std::uint32_t destination = 0;  ///< 0 is staying, d + 1 is destination d
  bool chosen = false;
  double value = 0;  ///< V, the logit's systematic part
  double probability = 0;
  ChoiceTerms
      terms{};  ///< at the firm's own productivity; V = logit_scale * (their sum less that of staying)
};

/// A month in which a project waited beyond its usual time.
struct Delay {
  int month = 0;
  Identity who;
  Stage stage = Stage::Garment;
  Cause cause = Cause::Space;
};

enum class JournalMode : std::uint8_t { Off, Counts, Full };

/// Plain records that rules append; indicators read them. Off keeps only this month's bottleneck counts and
/// usual times.
struct Journal {
  JournalMode mode = JournalMode::Off;
  std::array<std::array<double, stage_count>, cause_count> held_up_this_month{};
  std::array<double, stage_count>
      usual_this_month{};  ///< projects that wait no longer than they would anyhow
  std::array<double, static_cast<std::size_t>(EventKind::Count)> counts{};
  std::vector<Event> events;
  std::vector<DecisionTerm> decisions;
  std::vector<Delay> delays;

  void record(int month, EventKind kind, const Identity& who, std::uint32_t place = 0, double amount = 0) {
    if (mode == JournalMode::Off) return;
    counts[static_cast<std::size_t>(kind)] += 1;
    if (mode == JournalMode::Full) events.push_back({month, kind, who, place, amount});
  }
  void pass_usual_time(Stage stage) { usual_this_month[index_of(stage)] += 1; }
  void hold_up(int month, const Identity& who, Stage stage, Cause cause) {
    held_up_this_month[static_cast<std::size_t>(cause)][index_of(stage)] += 1;
    if (mode == JournalMode::Full) delays.push_back({month, who, stage, cause});
  }
};

}  // namespace park
