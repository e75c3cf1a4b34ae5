// SPDX-License-Identifier: MIT
#include "plain/labour_by_person.hpp"

#include "core/random.hpp"
#include "plain/labour_rates.hpp"

namespace park::test {
namespace {

using Count = std::int64_t;

/// Gives one person after another a new state.
class PersonByPerson {
 public:
  explicit PersonByPerson(World& world)
      : world_(world),
        labour_(world.labour),
        rates_{world},
        stream_(world.seed ^ other_seed, Draw::Hiring, static_cast<std::uint64_t>(world.month)) {}

  void live() {
    keep_festival();
    quit();
    come_home();
    train();
    change_sectors();
    spend_fund();
    fill_beds();
    hire();
    const auto seekers =
        static_cast<double>(labour_.seekers_unskilled + labour_.seekers_skilled + labour_.seekers_returned);
    labour_.tightness =
        rates_.smoothed_tightness(labour_.vacancies_park + labour_.vacancies_district, seekers);
    labour_.wage_yuan_month = rates_.wage_at(labour_.tightness);
  }

 private:
  static constexpr std::uint64_t other_seed = 0x5eedULL << 40U;

  /// How many of `people` do what each does with `chance`.
  template <class Number>
  Number some_of(Number people, double chance) {
    Number doing = 0;
    for (Number i = 0; i < people; ++i) doing += stream_.uniform() < chance ? 1 : 0;
    return doing;
  }

  /// A whole number of mean `amount`.
  Count whole(double amount) {
    const double floor = std::floor(amount);
    return static_cast<Count>(floor) + (stream_.uniform() < amount - floor ? 1 : 0);
  }

  static Count take(Count& from, Count people) {
    const Count taken = std::clamp<Count>(people, 0, from);
    from -= taken;
    return taken;
  }

  template <class Rule>
  void each_crew(const Rule& rule) {
    for (Tenant& tenant : world_.tenants) rule(tenant);
    for (Project& project : world_.projects) rule(project);
  }

  void keep_festival() {
    const double back = rates_.is_month_after_festival() ? 0.85 : 1;
    each_crew([&](Crew& crew) {
      if (rates_.is_festival()) {
        move(present(crew), away(crew), rates_.s.festival_leave_share * (0.8 + 0.4 * stream_.uniform()));
      } else {
        move(away(crew), present(crew), back);
      }
    });
    for (std::size_t stage = 0; stage < stage_count; ++stage) {
      Count& here = labour_.district_workers[stage];
      Count& gone = labour_.district_away[stage];
      const Count leaving =
          rates_.is_festival() ? some_of(here, rates_.s.festival_leave_share) : -some_of(gone, back);
      here -= leaving;
      gone += leaving;
    }
  }

  /// People of a crew, and how many of them are skilled, and returned (all of whom are skilled).
  struct People {
    int& all;
    int& skilled;
    int& returned;
  };

  static People present(Crew& crew) { return {crew.workers, crew.skilled, crew.returnees}; }
  static People away(Crew& crew) {
    return {crew.festival_away, crew.festival_skilled, crew.festival_returnees};
  }

  /// Each of `from` goes with `chance`.
  void move(const People& from, const People& to, double chance) {
    const int beginners = some_of(from.all - from.skilled, chance);
    const int trained_here = some_of(from.skilled - from.returned, chance);
    const int returned = some_of(from.returned, chance);
    from.all -= beginners + trained_here + returned;
    from.skilled -= trained_here + returned;
    from.returned -= returned;
    to.all += beginners + trained_here + returned;
    to.skilled += trained_here + returned;
    to.returned += returned;
  }

  void quit() {
    const double chance = rates_.quits();
    double at_work = 0;
    double quits = 0;
    for (Tenant& tenant : world_.tenants) {
      at_work += tenant.workers;
      quits += quit(tenant, chance);
    }
    for (Project& project : world_.projects) (void)quit(project, chance);
    labour_.quit_rate = at_work > 0 ? quits / at_work : 0;
    for (Count& workers : labour_.district_workers) {
      const Count leaving = some_of(workers, rates_.usual_quits());
      const Count trained = some_of(leaving, 0.35);
      workers -= leaving;
      labour_.seekers_skilled += trained;
      labour_.seekers_unskilled += leaving - trained;
    }
  }

  int quit(Crew& crew, double chance) {
    const int beginners = some_of(crew.workers - crew.skilled, chance);
    const int trained_here = some_of(crew.skilled - crew.returnees, chance);
    const int returned = some_of(crew.returnees, chance);
    crew.workers -= beginners + trained_here + returned;
    crew.skilled -= trained_here + returned;
    crew.returnees -= returned;
    labour_.seekers_unskilled += beginners;
    labour_.seekers_skilled += trained_here;
    labour_.seekers_returned += returned;
    return beginners + trained_here + returned;
  }

  void come_home() {
    for (Count& away : labour_.away) {
      const Count home = some_of(away, rates_.returns());
      const Count to_factories = some_of(home, rates_.s.returnees_to_factories);
      away -= home;
      labour_.seekers_returned += to_factories;
      labour_.other_sector += home - to_factories;
    }
    const double places = rates_.levers.school_places_per_year / 12;
    labour_.seekers_returned += take(labour_.away[0], whole(places * rates_.s.parents_per_school_place));
    labour_.school_places_given += places;
  }

  void train() {
    labour_.seekers_skilled += labour_.trainees[0];
    labour_.trainees[0] = labour_.trainees[1];
    labour_.trainees[1] = labour_.trainees[2];
    const Count places = whole(rates_.training_begun());
    const Count seekers = take(labour_.seekers_unskilled, some_of(places, 0.5));
    labour_.trainees[2] = seekers + take(labour_.other_sector, places - seekers);
  }

  void change_sectors() {
    const Count joining = some_of(labour_.other_sector, rates_.joins_from_other_sectors());
    labour_.other_sector -= joining;
    labour_.seekers_unskilled += joining;
    for (Count* seekers : {&labour_.seekers_unskilled, &labour_.seekers_skilled, &labour_.seekers_returned}) {
      // The newly joined are among the seekers already, as they are in the rule.
      const Count giving_up = some_of(*seekers, rates_.s.seekers_give_up_month);
      const Count leaving = take(*seekers, some_of(*seekers, rates_.s.seekers_leave_month));
      labour_.away[0] += leaving;
      labour_.other_sector += take(*seekers, giving_up);
    }
  }

  void spend_fund() {
    const Count people = whole(rates_.bought_by_fund());
    const Count home = take(labour_.away[0], some_of(people, 0.5));
    labour_.seekers_returned += home;
    labour_.seekers_unskilled += take(labour_.other_sector, people - home);
  }

  void fill_beds() {
    labour_.beds_capacity +=
        std::clamp(rates_.levers.dormitory_beds - labour_.beds_capacity, 0.0, rates_.s.beds_built_month);
    const double used =
        static_cast<double>(labour_.moved_in) + rates_.s.bed_share_of_locals * static_cast<double>(jobs());
    labour_.beds_in_use = std::min(labour_.beds_capacity, used);
    const double free = labour_.beds_capacity - labour_.beds_in_use;
    const Count arrivals = whole(std::min(rates_.s.beds_fill_month * free, 0.3 * labour_.vacancies_park));
    labour_.moved_in += arrivals;
    labour_.seekers_unskilled += arrivals;
  }

  [[nodiscard]] Posts open_at(Activity activity, int wanted, const Crew& crew) const {
    return rates_.open(activity, wanted, crew.workers, crew.skilled, crew.festival_away);
  }

  [[nodiscard]] Posts open_in_district(std::size_t stage) const {
    return rates_.open_in_district(
        stage, static_cast<double>(labour_.district_workers[stage] + labour_.district_away[stage]));
  }

  void hire() {
    Posts park;
    for (Tenant& tenant : world_.tenants) {
      tenant.wanted = rates_.posts_of(tenant);
      park += open_at(tenant.plant.activity, tenant.wanted, tenant);
    }
    for (const Project& project : world_.projects) {
      if (const int posts = rates_.posts_of(project)) park += open_at(project.plant.activity, posts, project);
    }
    Posts district;
    for (std::size_t stage = 0; stage < stage_count; ++stage) district += open_in_district(stage);
    labour_.vacancies_park = park.trained + park.beginners;
    labour_.vacancies_district = district.trained + district.beginners;
    const auto trained = static_cast<double>(labour_.seekers_skilled + labour_.seekers_returned);
    const Posts filled = {
        rates_.filled(park.trained + district.trained, trained),
        rates_.filled(park.beginners + district.beginners, static_cast<double>(labour_.seekers_unskilled))};
    coast_share_ = trained > 0 ? static_cast<double>(labour_.seekers_returned) / trained : 0;
    for (Tenant& tenant : world_.tenants) {
      hire(tenant, open_at(tenant.plant.activity, tenant.wanted, tenant), filled);
      learn(tenant);
    }
    for (Project& project : world_.projects) {
      if (const int posts = rates_.posts_of(project))
        hire(project, open_at(project.plant.activity, posts, project), filled);
    }
    for (std::size_t stage = 0; stage < stage_count; ++stage) {
      const Posts open = open_in_district(stage);
      const Count skilled = take(labour_.seekers_skilled, some_of(whole(open.trained), filled.trained));
      const Count beginners =
          take(labour_.seekers_unskilled, some_of(whole(open.beginners), filled.beginners));
      labour_.district_workers[stage] += skilled + beginners;
    }
    labour_.park_jobs_last_month = static_cast<double>(jobs());
  }

  /// Each post is filled or not; a trained hand is from the coast as often as trained seekers are.
  void hire(Crew& crew, const Posts& open, const Posts& filled) {
    const Count for_trained = whole(open.trained);
    const Count hands = some_of(for_trained, filled.trained);
    const Count from_coast = some_of(hands, coast_share_);
    const auto coast = static_cast<int>(take(labour_.seekers_returned, from_coast));
    const auto here = static_cast<int>(take(labour_.seekers_skilled, hands - from_coast));
    const Count left = for_trained - coast - here;
    const auto beginners =
        static_cast<int>(take(labour_.seekers_unskilled, some_of(whole(open.beginners), filled.beginners) +
                                                             some_of(left, 0.4 * filled.beginners)));
    crew.workers += coast + here + beginners;
    crew.skilled += coast + here;
    crew.returnees += coast;
  }

  /// Rounded up to whole people, as MODEL.md says: a share of one person is one person.
  void learn(Tenant& tenant) const {
    const double wanted = tenant.workers * world_.traits(tenant.plant.activity).skilled_share;
    const double lacking = std::min<double>(wanted - tenant.skilled, tenant.workers - tenant.skilled);
    if (lacking > 0) tenant.skilled += static_cast<int>(std::ceil(lacking * rates_.s.learning_month));
  }

  [[nodiscard]] Count jobs() const {
    Count people = 0;
    for (const Tenant& tenant : world_.tenants) people += tenant.workers + tenant.festival_away;
    for (const Project& project : world_.projects) people += project.workers + project.festival_away;
    return people;
  }

  World& world_;
  Labour& labour_;
  LabourRates rates_;
  RandomStream stream_;
  double coast_share_ = 0;
};

}  // namespace

void live_labour_month_by_person(World& world) { PersonByPerson(world).live(); }

}  // namespace park::test
