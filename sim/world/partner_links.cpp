// SPDX-License-Identifier: MIT
#include "world/partner_links.hpp"

#include <cmath>
#include <numeric>

#include "core/random_lanes.hpp"
#include "world/alias_table.hpp"

namespace park {
namespace {

/// Places by which the firms of a stage are picked. Each firm holds places in proportion to the root of its
/// size, so that large firms have many partners; there are twice as many places as firms.
struct Places {
  std::vector<std::uint32_t> holders;            ///< of all stages, end to end
  std::array<std::size_t, stage_count> first{};  ///< of a stage
  std::array<std::size_t, stage_count> firms{};  ///< half the places of a stage
};

std::size_t stage_of_firm(const PoolFirm& firm) { return index_of(stage_of(firm.activity)); }

/// Room for every stage's places and one more, for firms without a place at the end. The first entry is for
/// picks that find nobody.
Places room_for_places(const Pool& pool) {
  Places places;
  for (std::size_t c = 0; c < firm_class_count; ++c) {
    places.firms[index_of(stage_of(static_cast<Activity>(c / region_count)))] +=
        static_cast<std::size_t>(pool.agents_in_class[c]);
  }
  std::size_t size = 1;
  for (std::size_t s = 0; s < stage_count; ++s) {
    places.first[s] = size;
    size += 2 * places.firms[s] + 1;
  }
  places.holders.resize(size);
  places.holders[0] = FirmId::none_value;
  return places;
}

/// A firm has the places from where its predecessors' size ends. Its number is written to the first of them
/// (where it has none, the next firm's goes over it) and then carried on to the others.
Places hand_out_places(const Pool& pool) {
  Places places = room_for_places(pool);
  std::vector<double> size(pool.firms.size());
  for (std::size_t i = 0; i < size.size(); ++i) {
    size[i] = std::sqrt(static_cast<double>(pool.firms[i].employees));
  }
  std::array<double, stage_count> whole{};
  for (std::size_t i = 0; i < size.size(); ++i) whole[stage_of_firm(pool.firms[i])] += size[i];
  std::array<double, stage_count> per_size{};
  for (std::size_t s = 0; s < stage_count; ++s)
    per_size[s] = static_cast<double>(2 * places.firms[s]) / whole[s];
  std::array<double, stage_count> before{};
  std::array<std::size_t, stage_count> next = places.first;
  for (std::uint32_t i = 0; i < size.size(); ++i) {
    const std::size_t s = stage_of_firm(pool.firms[i]);
    places.holders[next[s]] = i;
    before[s] += size[i];
    next[s] = places.first[s] + std::min(2 * places.firms[s],
                                         static_cast<std::size_t>(std::floor(before[s] * per_size[s] + 0.5)));
  }
  for (std::size_t s = 0; s < stage_count; ++s) {
    std::uint32_t holder = 0;
    const std::span<std::uint32_t> holders =
        std::span(places.holders).subspan(places.first[s], 2 * places.firms[s]);
    for (std::uint32_t& place : holders) place = holder = std::max(holder, place);
  }
  return places;
}

/// Half a slot of what an activity buys: a stage, by its share, and a place within the stage by what is left
/// of the draw.
struct StageHalf {
  AliasTable::Half half;
  std::size_t first_place = 0;
  double places = 0;
};
struct StageSlot {
  std::array<StageHalf, 2> halves;
};

/// The stages an activity buys from, by what it spends there.
class Suppliers {
 public:
  Suppliers(const Scenario& scenario, std::size_t activity, const Places& places) : holders_(places.holders) {
    std::vector<std::size_t> stages;
    std::vector<double> bought;
    for (std::size_t s = 0; s < stage_count; ++s) {
      if (scenario.facts->chain.bought[s][activity] <= 0) continue;
      stages.push_back(s);
      bought.push_back(scenario.facts->chain.bought[s][activity]);
    }
    const AliasTable shares(bought);
    for (const AliasTable::Slot& slot : shares.slots()) {
      StageSlot& own = slots_.emplace_back();
      for (std::size_t h = 0; h < 2; ++h) {
        const std::size_t stage = stages[slot.halves[h].outcome];
        const std::size_t firms = places.firms[stage];
        own.halves[h] = {slot.halves[h], firms > 0 ? places.first[stage] : 0,
                         2.0 * static_cast<double>(firms)};
      }
    }
    if (slots_.empty()) slots_.emplace_back();  // buys nothing: nobody's place
    count_ = slots_.size();
  }

  [[nodiscard]] std::uint32_t pick(std::uint32_t word) const {
    const std::uint64_t scaled = std::uint64_t{word} * count_;
    const StageSlot& slot = slots_[scaled >> 32U];
    const double part = AliasTable::part_of(scaled);
    const StageHalf& stage = slot.halves[part >= slot.halves[1].half.start ? 1 : 0];
    return holders_[stage.first_place + static_cast<std::uint32_t>(stage.half.rest(part) * stage.places)];
  }

 private:
  std::span<const std::uint32_t> holders_;
  std::vector<StageSlot> slots_;
  std::uint64_t count_ = 0;
};

/// Words for `wanted` picks of each firm. Two firms share a stream, since a block of four words serves two
/// picks each.
std::vector<std::uint32_t> draw_words(std::uint64_t seed, std::size_t firms, std::size_t wanted) {
  const std::size_t of_pair = 2 * wanted;
  const std::size_t pairs = (firms + 1) / 2;
  std::vector<std::uint32_t> words((pairs + random_lanes) * of_pair);
  PhiloxLanes counters{};
  counters[2].fill(RandomStream::kind_word(Draw::PoolPartners, 0));
  for (std::size_t first = 0; first < pairs; first += random_lanes) {
    for (std::size_t i = 0; i < random_lanes; ++i) counters[0][i] = static_cast<std::uint32_t>(first + i);
    for (std::size_t done = 0; done < of_pair; done += 4) {
      counters[3].fill(static_cast<std::uint32_t>(done / 4));
      const PhiloxLanes blocks = philox4x32_10(counters, RandomStream::key_of(seed));
      const std::size_t count = std::min<std::size_t>(4, of_pair - done);
      for (std::size_t i = 0; i < random_lanes; ++i) {
        for (std::size_t w = 0; w < count; ++w) words[(first + i) * of_pair + done + w] = blocks[w][i];
      }
    }
  }
  return words;
}

/// Whom each firm picks, `wanted` places a firm; none_value where it found nobody. Counts the links of each
/// firm into `links`.
std::vector<std::uint32_t> pick_suppliers(const Scenario& scenario, std::uint64_t seed, const Pool& pool,
                                          std::size_t wanted, std::uint32_t* links) {
  const Places places = hand_out_places(pool);
  std::vector<Suppliers> suppliers;
  for (std::size_t a = 0; a < activity_count; ++a) suppliers.emplace_back(scenario, a, places);
  std::vector<std::uint32_t> chosen = draw_words(seed, pool.firms.size(), wanted);
  std::uint32_t* pick = chosen.data();
  const auto firms = static_cast<std::uint32_t>(pool.firms.size());
  for (std::uint32_t i = 0; i < firms; ++i) {
    const Suppliers& of_activity = suppliers[index_of(pool.firms[i].activity)];
    std::uint32_t own = 0;
    for (std::size_t k = 0; k < wanted; ++k, ++pick) {
      const std::uint32_t partner = of_activity.pick(*pick);
      if (partner == i || partner == FirmId::none_value) {
        *pick = FirmId::none_value;
        continue;
      }
      *pick = partner;
      ++own;
      ++links[partner];
    }
    links[i] += own;
  }
  return chosen;
}

}  // namespace

void link_partners(const Scenario& scenario, std::uint64_t seed, Pool& pool) {
  const auto wanted = static_cast<std::size_t>(scenario.parameters.structural.partner_links);
  pool.first_partner.assign(pool.firms.size() + 1, 0);
  const std::vector<std::uint32_t> chosen =
      pick_suppliers(scenario, seed, pool, wanted, pool.first_partner.data());
  std::exclusive_scan(pool.first_partner.begin(), pool.first_partner.end(), pool.first_partner.begin(), 0U);
  pool.partners.resize(pool.first_partner.back());
  std::uint32_t* partners = pool.partners.data();
  std::vector<std::uint32_t> next(pool.first_partner.begin(), pool.first_partner.end() - 1);
  std::uint32_t* place = next.data();
  const std::uint32_t* pick = chosen.data();
  const auto firms = static_cast<std::uint32_t>(next.size());
  for (std::uint32_t a = 0; a < firms; ++a) {
    for (std::size_t k = 0; k < wanted; ++k, ++pick) {
      const std::uint32_t b = *pick;
      if (b == FirmId::none_value) continue;
      partners[place[a]++] = b;
      partners[place[b]++] = a;
    }
  }
}

}  // namespace park
