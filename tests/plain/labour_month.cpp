// SPDX-License-Identifier: MIT
#include "plain/labour_month.hpp"

#include "core/random.hpp"
#include "plain/labour_rates.hpp"

namespace park::test {
namespace {

constexpr std::array cost_kinds = {CostKind::Schools, CostKind::Training, CostKind::Labour,
                                   CostKind::Dormitories};
enum Cost : std::size_t { Schools, Training, LabourSupport, Dormitories };

PlainCrew crew_of(const Crew& crew) {
  PlainCrew plain;
  plain.here = {crew.workers - crew.skilled, crew.skilled - crew.returnees, crew.returnees};
  plain.gone_home = {crew.festival_away - crew.festival_skilled,
                     crew.festival_skilled - crew.festival_returnees, crew.festival_returnees};
  plain.carries = crew.carries;
  return plain;
}

/// Whole people of `amount` and of what was left over before; the rest is left over.
std::int64_t whole(float& left_over, double amount) {
  const double due = static_cast<double>(left_over) + amount;
  const double people = std::floor(due);
  left_over = static_cast<float>(due - people);
  return static_cast<std::int64_t>(people);
}
std::int64_t whole(double& left_over, double amount) {
  left_over += amount;
  const double people = std::floor(left_over);
  left_over -= people;
  return static_cast<std::int64_t>(people);
}

std::int64_t by_chance(double people, double u) { return static_cast<std::int64_t>(std::floor(people + u)); }

/// At most `from` holds.
std::int64_t take(std::int64_t& from, std::int64_t people) {
  const std::int64_t taken = std::min(from, people);
  from -= taken;
  return taken;
}

/// Of `leaving` people, who is trained and who of them came from the coast, given the shares wanted; nobody
/// leaves who is not there.
People split(const People& here, std::int64_t leaving, std::int64_t trained, std::int64_t from_coast) {
  People people;
  trained =
      std::clamp(trained, leaving - std::min(leaving, here.beginners), std::min(leaving, here.trained()));
  people.from_coast = std::clamp(from_coast, trained - std::min(trained, here.trained_here),
                                 std::min(trained, here.from_coast));
  people.trained_here = trained - people.from_coast;
  people.beginners = leaving - trained;
  return people;
}

void move(People& from, People& to, const People& people) {
  from.beginners -= people.beginners;
  from.trained_here -= people.trained_here;
  from.from_coast -= people.from_coast;
  to.beginners += people.beginners;
  to.trained_here += people.trained_here;
  to.from_coast += people.from_coast;
}

/// One labour month over a copied state.
class Month {
 public:
  explicit Month(const World& before) : world_(before), rates_{before}, now_(labour_state_of(before)) {}

  LabourState live() {
    keep_festival();
    quit();
    come_home();
    train();
    change_sectors();
    spend_fund();
    fill_beds();
    hire();
    const auto seekers = static_cast<double>(now_.seekers.all());
    now_.tightness = rates_.smoothed_tightness(now_.vacancies_park + now_.vacancies_district, seekers);
    now_.wage_yuan_month = rates_.wage_at(now_.tightness);
    return now_;
  }

 private:
  [[nodiscard]] RandomStream draws(Draw draw, std::uint64_t identity) const {
    return {world_.seed, draw, identity, static_cast<std::uint32_t>(world_.month)};
  }

  void keep_festival() {
    for (std::size_t i = 0; i < now_.tenants.size(); ++i) {
      keep_festival(now_.tenants[i], world_.tenants[i].plant.who);
    }
    for (std::size_t i = 0; i < now_.projects.size(); ++i) {
      if (now_.projects[i].here.all() + now_.projects[i].gone_home.all() > 0)
        keep_festival(now_.projects[i], world_.projects[i].plant.who);
    }
    for (std::size_t stage = 0; stage < stage_count; ++stage) {
      std::int64_t& here = now_.district[stage];
      std::int64_t& gone = now_.district_gone_home[stage];
      std::int64_t leaving = 0;
      if (rates_.is_festival()) {
        leaving = by_chance(static_cast<double>(here) * rates_.s.festival_leave_share, 0);
      } else {
        leaving = -(rates_.is_month_after_festival() ? by_chance(0.85 * static_cast<double>(gone), 0) : gone);
      }
      here -= leaving;
      gone += leaving;
    }
  }

  void keep_festival(PlainCrew& crew, const Identity& who) {
    if (rates_.is_festival()) {
      RandomStream stream = draws(Draw::Festival, who.number());
      const double share = rates_.s.festival_leave_share * (0.8 + 0.4 * stream.uniform());
      const std::int64_t leaving = by_chance(static_cast<double>(crew.here.all()) * share, stream.uniform());
      const auto in_proportion = static_cast<double>(leaving * crew.here.trained()) /
                                 static_cast<double>(std::max<std::int64_t>(1, crew.here.all()));
      move(crew.here, crew.gone_home, split(crew.here, leaving, by_chance(in_proportion, 0.5), 0));
      return;
    }
    const double share = rates_.is_month_after_festival() ? 0.85 : 1;
    const auto part = [&](std::int64_t people) { return by_chance(share * static_cast<double>(people), 0); };
    const People& gone = crew.gone_home;
    const std::int64_t back = part(gone.all());
    const std::int64_t trained = std::min(back, part(gone.trained()));
    const std::int64_t from_coast = std::min(trained, part(gone.from_coast));
    move(crew.gone_home, crew.here, {back - trained, trained - from_coast, from_coast});
  }

  void quit() {
    const double rate = rates_.quits();
    double at_work = 0;
    double quits = 0;
    for (PlainCrew& crew : now_.tenants) {
      at_work += static_cast<double>(crew.here.all());
      quits += static_cast<double>(quit(crew, rate));
    }
    for (PlainCrew& crew : now_.projects) (void)quit(crew, rate);
    now_.quit_rate = at_work > 0 ? quits / at_work : 0;
    for (std::size_t stage = 0; stage < stage_count; ++stage) {
      RandomStream stream = draws(Draw::Quits, 1000000 + stage);
      const std::int64_t leaving =
          take(now_.district[stage],
               by_chance(static_cast<double>(now_.district[stage]) * rates_.usual_quits(), stream.uniform()));
      const std::int64_t trained = by_chance(0.35 * static_cast<double>(leaving), 0.5);
      now_.seekers.trained_here += trained;
      now_.seekers.beginners += leaving - trained;
    }
  }

  std::int64_t quit(PlainCrew& crew, double rate) {
    const auto here = static_cast<double>(crew.here.all());
    const std::int64_t leaving = std::min(crew.here.all(), whole(crew.carries.leaving, here * rate));
    if (leaving == 0) return 0;
    const double share = static_cast<double>(leaving) / here;
    const double trained_due =
        static_cast<double>(crew.carries.leaving_skilled) + static_cast<double>(crew.here.trained()) * share;
    const double coast_due = static_cast<double>(crew.carries.leaving_returned) +
                             static_cast<double>(crew.here.from_coast) * share;
    const People leavers = split(crew.here, leaving, by_chance(trained_due, 0), by_chance(coast_due, 0));
    // Who could not leave this month is due later.
    crew.carries.leaving_skilled = static_cast<float>(trained_due - static_cast<double>(leavers.trained()));
    crew.carries.leaving_returned = static_cast<float>(coast_due - static_cast<double>(leavers.from_coast));
    move(crew.here, now_.seekers, leavers);
    return leaving;
  }

  void come_home() {
    for (std::size_t region = 0; region < region_count; ++region) {
      RandomStream stream = draws(Draw::ReturnMigration, region);
      const auto away = static_cast<double>(now_.away[region]);
      const std::int64_t home = take(now_.away[region], by_chance(away * rates_.returns(), stream.uniform()));
      const std::int64_t to_factories =
          by_chance(static_cast<double>(home) * rates_.s.returnees_to_factories, stream.uniform());
      now_.seekers.from_coast += std::min(home, to_factories);
      now_.other_sector += home - std::min(home, to_factories);
    }
    const double places = rates_.levers.school_places_per_year / 12;
    const double parents = rates_.s.parents_per_school_place;
    now_.school_places_carry += places;
    const auto drawn = static_cast<std::int64_t>(std::floor(now_.school_places_carry * parents));
    if (drawn > 0) now_.school_places_carry -= static_cast<double>(drawn) / parents;
    now_.seekers.from_coast += take(now_.away[0], drawn);
    now_.school_places_given += places;
    now_.cost_yuan[Schools] += places * rates_.s.school_place_cost;
  }

  void train() {
    auto& trainees = now_.trainees;
    now_.seekers.trained_here += trainees[0];
    trainees[0] = trainees[1];
    trainees[1] = trainees[2];
    const std::int64_t places = whole(now_.training_carry, rates_.training_begun());
    const std::int64_t seekers = take(now_.seekers.beginners, places / 2);
    trainees[2] = seekers + take(now_.other_sector, places - seekers);
    now_.cost_yuan[Training] +=
        static_cast<double>(trainees[2]) * (rates_.s.training_cost + rates_.levers.training_subsidy);
  }

  void change_sectors() {
    RandomStream stream = draws(Draw::CohortFlow, 100);
    const double joining = static_cast<double>(now_.other_sector) * rates_.joins_from_other_sectors();
    now_.seekers.beginners += take(now_.other_sector, by_chance(joining, stream.uniform()));
    for (std::int64_t* seekers :
         {&now_.seekers.beginners, &now_.seekers.trained_here, &now_.seekers.from_coast}) {
      const auto people = static_cast<double>(*seekers);
      now_.other_sector +=
          take(*seekers, by_chance(people * rates_.s.seekers_give_up_month, stream.uniform()));
      now_.away[0] += take(*seekers, by_chance(people * rates_.s.seekers_leave_month, stream.uniform()));
    }
  }

  void spend_fund() {
    const double bought = rates_.bought_by_fund();
    const std::int64_t people = whole(now_.fund_carry, bought);
    const std::int64_t home = take(now_.away[0], people / 2);
    now_.seekers.from_coast += home;
    now_.seekers.beginners += take(now_.other_sector, people - home);
    now_.cost_yuan[LabourSupport] += bought * rates_.s.recruitment_cost_per_person +
                                     static_cast<double>(jobs()) * rates_.levers.stay_subsidy;
  }

  void fill_beds() {
    const double built =
        std::clamp(rates_.levers.dormitory_beds - now_.beds_capacity, 0.0, rates_.s.beds_built_month);
    now_.beds_capacity += built;
    now_.cost_yuan[Dormitories] += built * rates_.s.bed_cost;
    const double used =
        static_cast<double>(now_.moved_in) + rates_.s.bed_share_of_locals * static_cast<double>(jobs());
    now_.beds_in_use = std::min(now_.beds_capacity, used);
    const double free = now_.beds_capacity - now_.beds_in_use;
    const std::int64_t arrivals =
        whole(now_.arrivals_carry, std::min(rates_.s.beds_fill_month * free, 0.3 * now_.vacancies_park));
    now_.moved_in += arrivals;
    now_.seekers.beginners += arrivals;
  }

  [[nodiscard]] Posts open_at(const Plant& plant, double wanted, const PlainCrew& crew) const {
    return rates_.open(plant.activity, wanted, static_cast<double>(crew.here.all()),
                       static_cast<double>(crew.here.trained()), static_cast<double>(crew.gone_home.all()));
  }

  [[nodiscard]] Posts open_in_district(std::size_t stage) const {
    return rates_.open_in_district(
        stage, static_cast<double>(now_.district[stage] + now_.district_gone_home[stage]));
  }

  void hire() {
    Posts park;
    for (std::size_t i = 0; i < now_.tenants.size(); ++i) {
      now_.posts[i] = rates_.posts_of(world_.tenants[i]);
      park += open_at(world_.tenants[i].plant, now_.posts[i], now_.tenants[i]);
    }
    for (std::size_t i = 0; i < now_.projects.size(); ++i) {
      const Project& project = world_.projects[i];
      if (const int posts = rates_.posts_of(project)) park += open_at(project.plant, posts, now_.projects[i]);
    }
    Posts district;
    for (std::size_t stage = 0; stage < stage_count; ++stage) district += open_in_district(stage);
    now_.vacancies_park = park.trained + park.beginners;
    now_.vacancies_district = district.trained + district.beginners;
    // The beds that stand now widen the reach of this month's hiring.
    World with_beds = world_;
    with_beds.labour.beds_capacity = now_.beds_capacity;
    const LabourRates rates{with_beds};
    const auto trained = static_cast<double>(now_.seekers.trained());
    const Posts filled = {
        rates.filled(park.trained + district.trained, trained),
        rates.filled(park.beginners + district.beginners, static_cast<double>(now_.seekers.beginners))};
    const double from_coast = trained > 0 ? static_cast<double>(now_.seekers.from_coast) / trained : 0;
    for (std::size_t i = 0; i < now_.tenants.size(); ++i) {
      const Plant& plant = world_.tenants[i].plant;
      hire(now_.tenants[i], open_at(plant, now_.posts[i], now_.tenants[i]), filled, from_coast);
      learn(now_.tenants[i], world_.traits(plant.activity).skilled_share);
    }
    for (std::size_t i = 0; i < now_.projects.size(); ++i) {
      const Project& project = world_.projects[i];
      if (const int posts = rates_.posts_of(project))
        hire(now_.projects[i], open_at(project.plant, posts, now_.projects[i]), filled, from_coast);
    }
    for (std::size_t stage = 0; stage < stage_count; ++stage) hire_for_district(stage, filled);
    now_.park_jobs = static_cast<double>(jobs());
  }

  void hire(PlainCrew& crew, const Posts& open, const Posts& filled, double coast_share) {
    if (open.trained + open.beginners <= 0) return;
    const double trained = open.trained * filled.trained;
    const std::int64_t coast =
        take(now_.seekers.from_coast, whole(crew.carries.from_coast, trained * coast_share));
    const std::int64_t here =
        take(now_.seekers.trained_here, whole(crew.carries.trained, trained * (1 - coast_share)));
    const double left = std::max(0.0, open.trained - static_cast<double>(coast + here));
    const std::int64_t beginners =
        take(now_.seekers.beginners,
             whole(crew.carries.beginners, (open.beginners + 0.4 * left) * filled.beginners));
    crew.here.from_coast += coast;
    crew.here.trained_here += here;
    crew.here.beginners += beginners;
  }

  void learn(PlainCrew& crew, double skilled_share) const {
    const double wanted = skilled_share * static_cast<double>(crew.here.all());
    const double lacking =
        std::min(wanted - static_cast<double>(crew.here.trained()), static_cast<double>(crew.here.beginners));
    if (lacking <= 0) return;
    const auto learned = static_cast<std::int64_t>(std::ceil(lacking * rates_.s.learning_month));
    crew.here.beginners -= learned;
    crew.here.trained_here += learned;
  }

  void hire_for_district(std::size_t stage, const Posts& filled) {
    const Posts open = open_in_district(stage);
    if (open.trained + open.beginners <= 0) return;
    RandomStream stream = draws(Draw::CohortFlow, stage);
    const std::int64_t trained =
        take(now_.seekers.trained_here, by_chance(open.trained * filled.trained, stream.uniform()));
    const std::int64_t beginners =
        take(now_.seekers.beginners, by_chance(open.beginners * filled.beginners, stream.uniform()));
    now_.district[stage] += trained + beginners;
  }

  [[nodiscard]] std::int64_t jobs() const {
    std::int64_t people = 0;
    for (const PlainCrew& crew : now_.tenants) people += crew.here.all() + crew.gone_home.all();
    for (const PlainCrew& crew : now_.projects) people += crew.here.all() + crew.gone_home.all();
    return people;
  }

  const World& world_;
  LabourRates rates_;
  LabourState now_;
};

}  // namespace

LabourState labour_state_of(const World& world) {
  const Labour& labour = world.labour;
  LabourState state;
  for (const Tenant& tenant : world.tenants) {
    state.tenants.push_back(crew_of(tenant));
    state.posts.push_back(tenant.wanted);
  }
  for (const Project& project : world.projects) state.projects.push_back(crew_of(project));
  state.seekers = {labour.seekers_unskilled, labour.seekers_skilled, labour.seekers_returned};
  state.district = labour.district_workers;
  state.district_gone_home = labour.district_away;
  state.other_sector = labour.other_sector;
  state.away = labour.away;
  state.trainees = labour.trainees;
  state.moved_in = labour.moved_in;
  state.wage_yuan_month = labour.wage_yuan_month;
  state.tightness = labour.tightness;
  state.vacancies_park = labour.vacancies_park;
  state.vacancies_district = labour.vacancies_district;
  state.quit_rate = labour.quit_rate;
  state.beds_capacity = labour.beds_capacity;
  state.beds_in_use = labour.beds_in_use;
  state.school_places_given = labour.school_places_given;
  state.park_jobs = labour.park_jobs_last_month;
  state.school_places_carry = labour.school_places_carry;
  state.training_carry = labour.training_carry;
  state.fund_carry = labour.fund_carry;
  state.arrivals_carry = labour.arrivals_carry;
  for (std::size_t k = 0; k < cost_kinds.size(); ++k) {
    state.cost_yuan[k] =
        world.accounts.cost_this_month[clause_category_count + static_cast<std::size_t>(cost_kinds[k])];
  }
  return state;
}

LabourState live_labour_month(const World& before) { return Month(before).live(); }

}  // namespace park::test
