// SPDX-License-Identifier: MIT
#pragma once

#include "world/world.hpp"

/// The fourteen steps of a month, each a free function that advances the world. Order: simulation.cpp.
namespace park {

/// Sets World::now from the scenario's start values, policy timeline and shocks; scales levers by their
/// clauses.
void put_policy_in_force(World& world);

void move_surroundings(World& world);    // 1
void move_rivals(World& world);          // 2
void recruit(World& world);              // 3
void relocate(World& world);             // 4
void negotiate_contracts(World& world);  // 5
void advance_land(World& world);         // 6
void advance_factories(World& world);    // 7
void advance_utilities(World& world);    // 8
void serve_projects(World& world);       // 9
void finance_projects(World& world);     // 10
void move_labour(World& world);          // 11
void produce(World& world);              // 12
void pass_milestones(World& world);      // 13
void close_treasury(World& world);       // 14

}  // namespace park
