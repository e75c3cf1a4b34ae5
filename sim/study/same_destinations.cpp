// SPDX-License-Identifier: MIT
#include "study/same_destinations.hpp"

#include <algorithm>

namespace park::study {
namespace {

std::string words_of(const std::vector<DestinationTraits>& destinations, std::size_t d) {
  const std::string place = "destination " + std::to_string(d + 1);
  return d < destinations.size() ? place + " " + destinations[d].key : "no " + place;
}

}  // namespace

std::optional<OtherDestination> other_destination(const Scenario& first, const Scenario& other) {
  const std::vector<DestinationTraits>& a = first.facts->places.destinations;
  const std::vector<DestinationTraits>& b = other.facts->places.destinations;
  const auto is_alike = [](const DestinationTraits& x, const DestinationTraits& y) { return x.key == y.key; };
  const auto differs = std::mismatch(a.begin(), a.end(), b.begin(), b.end(), is_alike).first;
  const auto d = static_cast<std::size_t>(differs - a.begin());
  if (d == a.size() && d == b.size()) return std::nullopt;
  return OtherDestination{words_of(a, d), words_of(b, d)};
}

}  // namespace park::study
