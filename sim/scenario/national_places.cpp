// SPDX-License-Identifier: MIT
#include "scenario/national_places.hpp"

#include <algorithm>
#include <boost/random/normal_distribution.hpp>
#include <cmath>
#include <nlohmann/json.hpp>
#include <numeric>
#include <vector>

#include "core/assert.hpp"
#include "core/random.hpp"
#include "policy/structural.hpp"
#include "scenario/load.hpp"
#include "scenario/national_atlas.hpp"
#include "scenario/number_fields.hpp"
#include "scenario/shipped_facts.hpp"

namespace park {
namespace {

using nlohmann::ordered_json;

constexpr double size_sigma = 0.5;     ///< of the logarithm of a cluster's size
constexpr double half_a_degree = 0.5;  ///< parks lie at most so far from their part's centre, each way

double rounded(double number, double step) { return std::round(number / step) * step; }

/// A number without the noise of its last bits, so that files are short.
double to_six_places(double number) { return std::round(number * 1e6) / 1e6; }

ordered_json fact(double value, double low, double high, const std::string& unit, const std::string& source) {
  return {{"value", to_six_places(value)},
          {"low", to_six_places(std::min(low, value))},
          {"high", to_six_places(std::max(high, value))},
          {"unit", unit},
          {"source", "assumed: " + source},
          {"status", "assumed"}};
}

double number(const ordered_json& fact, const char* key) { return fact.at(key).get<double>(); }

/// Triangular between low and high of a shipped fact, its value the most likely.
double draw(const ordered_json& fact, RandomStream& stream) {
  const double low = number(fact, "low");
  const double mode = number(fact, "value");
  const double high = number(fact, "high");
  const double u = stream.uniform();
  if (high <= low) return mode;
  const double rising = (mode - low) / (high - low);
  return u < rising ? low + std::sqrt(u * (high - low) * (mode - low))
                    : high - std::sqrt((1 - u) * (high - low) * (high - mode));
}

/// Shipped rivals of one kind, which generated ones are made after in turn.
struct Models {
  DestinationKind kind = DestinationKind::Inland;
  std::vector<const ordered_json*> places;
  double movers_share = 0;    ///< expected by all of the kind together
  double known_share = 0;     ///< of searching firms that know a given one of the shipped
  std::vector<double> sizes;  ///< of those generated, relative to their models
  double attention = 1;       ///< known_factor of one of size 1
};

/// A rival on the way: its size decides what it gets of what its kind shares out.
struct Draft {
  Models* models = nullptr;
  double size = 1;  ///< of its cluster, relative to the model's
  ordered_json place;
};

/// Share of searching firms that know none of the places, each known by itself in proportion to its size.
double share_without(const Models& models, double attention) {
  double share = 1;
  for (const double size : models.sizes) share *= 1 - std::min(1.0, models.known_share * attention * size);
  return share;
}

/// Attention at which as many firms know one place or more as of the shipped ones.
double attention_as_shipped(const Models& models) {
  const double wanted = std::pow(1 - models.known_share, static_cast<double>(models.places.size()));
  double low = 0;
  double high = max_known_factor;
  for (int halvings = 0; halvings < 60; ++halvings) {
    const double middle = 0.5 * (low + high);
    (share_without(models, middle) > wanted ? low : high) = middle;
  }
  return low;
}

class Country {
 public:
  Country(const NationalPlan& plan, ordered_json shipped) : plan_(plan), shipped_(std::move(shipped)) {
    for (const ordered_json& place : shipped_.at("destinations")) {
      const auto kind = place.at("kind").get<std::string>();
      Models* const models = kind == "inland" ? &inland_ : kind == "periphery" ? &periphery_ : nullptr;
      if (models == nullptr) continue;
      models->places.push_back(&place);
      models->movers_share += number(place.at("expected_share"), "value");
    }
    const Structural shipped_attention;
    inland_.known_share = shipped_attention.knows_inland_rival;
    periphery_.known_share = shipped_attention.knows_periphery;
    periphery_.kind = DestinationKind::Periphery;
    PARK_ASSERT(!inland_.places.empty() && !periphery_.places.empty());
  }

  [[nodiscard]] ordered_json places() {
    ordered_json result = {{"schema", shipped_.at("schema")}, {"origins", origins()}};
    ordered_json destinations = ordered_json::array({shipped_.at("destinations").at(0)});
    std::vector<Draft> drafts;
    for (std::size_t i = 0; i + 1 < plan_.parks; ++i) drafts.push_back(rival(i));
    for (Models* models : {&inland_, &periphery_}) models->attention = attention_as_shipped(*models);
    for (Draft& draft : drafts) destinations.push_back(finished(std::move(draft)));
    for (const ordered_json& place : shipped_.at("destinations")) {
      if (place.at("kind") == "overseas") destinations.push_back(place);
    }
    result["destinations"] = std::move(destinations);
    return result;
  }

 private:
  /// As many firms hear of our park by themselves as of the shipped one; in a larger pool it is a smaller
  /// share.
  [[nodiscard]] ordered_json origins() const {
    const Structural shipped_pool;
    const double share =
        std::min(1.0, shipped_pool.pool_agents * shipped_pool.pool_weight / static_cast<double>(plan_.firms));
    ordered_json origins = shipped_.at("origins");
    for (ordered_json& traits : origins) {
      const ordered_json old = traits.at("passive_awareness_year");
      traits["passive_awareness_year"] = {
          {"value", number(old, "value") * share},
          {"low", number(old, "low") * share},
          {"high", number(old, "high") * share},
          {"unit", old.at("unit")},
          {"source", "assumed: as many firms a year as of the shipped pool; there " + old.at("value").dump() +
                         " of its firms"},
          {"status", "assumed"}};
    }
    return origins;
  }

  [[nodiscard]] std::string by_law(const ordered_json& model) const {
    return "drawn between low and high of the shipped " + model.at("key").get<std::string>() +
           ", its value the most likely; seed " + std::to_string(plan_.seed);
  }

  Draft rival(std::size_t i) {
    Models& models = i % 4 == 3 ? periphery_ : inland_;
    const std::size_t n = models.sizes.size();
    const ordered_json& model = *models.places[n % models.places.size()];
    RandomStream stream{plan_.seed, Draw::NationalPlace, i};
    Draft draft{&models, 1, ordered_json::object()};
    boost::random::normal_distribution<double> normal;
    draft.size = std::exp(size_sigma * normal(stream) - size_sigma * size_sigma / 2);
    models.sizes.push_back(draft.size);
    const ProvincePart* const part = models.kind == DestinationKind::Inland ? &inland_part(n) : nullptr;
    const InventedName name = invented_name(part, i);
    const std::string digits = (n < 9 ? "0" : "") + std::to_string(n + 1);
    draft.place["key"] = model.at("kind").get<std::string>() + "_" + digits;
    draft.place["zh"] = name.zh;
    draft.place["en"] = name.en;
    draft.place["kind"] = model.at("kind");
    for (const char* key : {"wage_ratio", "rent_yuan_m2_month", "electricity_yuan_kwh", "subsidy_factor",
                            "productivity_factor", "wait_years", "tariff_exposed"}) {
      draft.place[key] = drawn(model.at(key), by_law(model), stream);
    }
    if (part != nullptr) {
      put_distances(draft.place, *part, stream);
    } else {
      draw_distances(draft.place, model, stream);
    }
    put_workers(draft, model, stream);
    return draft;
  }

  static ordered_json drawn(const ordered_json& model, const std::string& law, RandomStream& stream,
                            double step = 0.001) {
    const double value = rounded(draw(model, stream), step);
    return fact(value, number(model, "low"), number(model, "high"), model.at("unit"), law);
  }

  static void put_distances(ordered_json& place, const ProvincePart& part, RandomStream& stream) {
    const double north = half_a_degree * (2 * stream.uniform() - 1);
    const double east = half_a_degree * (2 * stream.uniform() - 1);
    const auto km = road_km_from_regions({part.centre.latitude + north, part.centre.longitude + east});
    const auto road = [](double length, const char* source) {
      const double value = std::max(10.0, rounded(length, 10));
      return fact(value, 0.85 * value, 1.2 * value, "km", source);
    };
    place["km_to_market"] =
        road(*std::min_element(km.begin(), km.end()), "road to the nearest origin region");
    ordered_json from = ordered_json::object();
    for (std::size_t r = 0; r < region_count; ++r) {
      from[std::string(region_labels[r].key)] =
          road(km[r], "great-circle distance x 1.28 detour to a made-up place");
    }
    place["km_from"] = std::move(from);
  }

  /// The periphery lies in the outer part of whichever origin province a firm is from, as the shipped one.
  void draw_distances(ordered_json& place, const ordered_json& model, RandomStream& stream) const {
    place["km_to_market"] = drawn(model.at("km_to_market"), by_law(model), stream, 10);
    ordered_json from = ordered_json::object();
    for (const auto& [region, km] : model.at("km_from").items())
      from[region] = drawn(km, by_law(model), stream, 10);
    place["km_from"] = std::move(from);
  }

  /// Inland parks are as large as their models. The shipped periphery is one place that stands for many:
  /// generated ones share its workers.
  void put_workers(Draft& draft, const ordered_json& model, RandomStream& stream) const {
    ordered_json workers = ordered_json::object();
    for (const auto& [stage, shipped] : model.at("workers").items()) {
      const double value = rounded(draft.size * shared_out(*draft.models) * draw(shipped, stream), 10);
      workers[stage] =
          fact(value, 0.5 * value, 1.6 * value, "persons", by_law(model) + ", times a size of its own");
    }
    draft.place["workers"] = std::move(workers);
  }

  /// Part of its model's workers that a rival of the kind has.
  [[nodiscard]] double shared_out(const Models& models) const {
    if (models.kind == DestinationKind::Inland) return 1;
    const std::size_t in_the_periphery = (plan_.parks - 1) / 4;
    return static_cast<double>(models.places.size()) / static_cast<double>(in_the_periphery);
  }

  /// What follows from the sizes of all of its kind.
  static ordered_json finished(Draft draft) {
    const Models& models = *draft.models;
    const double all = std::accumulate(models.sizes.begin(), models.sizes.end(), 0.0);
    const double expected = models.movers_share * draft.size / all;
    draft.place["expected_share"] =
        fact(rounded(expected, 1e-5), expected / 2, std::min(1.0, expected * 2), "share of movers",
             "its kind's share of movers as shipped, by size of cluster");
    const double known = std::min(models.attention * draft.size, 1 / models.known_share);
    draft.place["known_factor"] = fact(
        rounded(known, 1e-5), known / 2, known * 2, "x the share that knows its kind",
        "as many firms know one or more of its kind as of the shipped ones; large ones are known more often");
    return std::move(draft.place);
  }

  const NationalPlan& plan_;
  ordered_json shipped_;
  Models inland_;
  Models periphery_;
};

}  // namespace

std::string national_places(const NationalPlan& plan) {
  PARK_ASSERT(plan.parks >= fewest_national_parks && plan.parks <= most_national_parks && plan.firms > 0);
  static_cast<void>(shipped_facts());  // throws if the file is not what it must be
  const auto bytes = read_file(shipped_data_folder() / "scenarios" / "data" / "places.json");
  if (!bytes.ok()) throw WorldError(to_string(bytes.problems().front()));
  return Country(plan, ordered_json::parse(bytes.value())).places().dump(1) + "\n";
}

}  // namespace park
