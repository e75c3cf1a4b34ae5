// SPDX-License-Identifier: MIT
#include "reduced/reduced_park.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <queue>
#include <utility>

#include "core/random.hpp"

namespace park::reduced {
namespace {

/// Kinds of chances, as numbered on the page.
enum class Kind : std::uint32_t { Firm = 1, Search = 2, FitOut = 3, Seekers = 4, Labour = 5 };

constexpr double floor_m2_per_worker = 12;
constexpr double block_m2 = 20'000;
constexpr double wanted_m2 = 40'000;  ///< free or under way beyond what is waited for
constexpr std::size_t most_blocks_under_way = 4;
constexpr int build_months = 12;
constexpr double home_wage_at_opening = 6'000;
constexpr double labour_share = 0.3;
constexpr double logit_scale = 12;
constexpr double hazard = 0.04 / 12;
constexpr double highest_hazard_ratio = 4;

struct Firm {
  double productivity = 1;
  std::int32_t employees = 0;
  std::uint32_t searches_ended = 0;
};

/// The month in which a firm looks at its location is the first in which the integrated hazard reaches this.
struct Clock {
  double threshold = 0;
  std::uint32_t firm = 0;
  friend bool operator>(const Clock& a, const Clock& b) { return a.threshold > b.threshold; }
};

struct Project {
  std::uint32_t firm = 0;
  int opens = 0;
};

struct Plant {
  std::uint32_t firm = 0;
  std::int32_t posts = 0;
  std::int32_t workers = 0;
};

class ReducedPark {
 public:
  ReducedPark(std::uint32_t firms, int months, std::uint64_t seed)
      : seed_(seed), searches_(static_cast<std::size_t>(months) + 10) {
    draw_firms(firms, months);
  }

  void live(int month) {
    month_ = month;
    integrate_hazard();
    begin_searches();
    choose();
    allot_floor();
    build();
    open_plants();
    move_labour();
    set_wage();
  }

  [[nodiscard]] Figures figures() const {
    return {signed_,
            gone_,
            static_cast<double>(queue_.size()),
            static_cast<double>(plants_.size()),
            jobs_,
            vacancies(),
            seekers_,
            free_m2_,
            blocks_begun_,
            wage_};
  }

 private:
  [[nodiscard]] RandomStream stream(Kind kind, std::uint32_t firm, std::uint32_t episode) const {
    return {seed_, static_cast<Draw>(kind), firm, episode};
  }

  void draw_firms(std::uint32_t count, int months) {
    const double last = hazard * highest_hazard_ratio * months;  // clocks beyond it never ring
    firms_.resize(count);
    std::vector<Clock> clocks;
    for (std::uint32_t i = 0; i < count; ++i) {
      RandomStream chances = stream(Kind::Firm, i, 0);
      const double radius = std::sqrt(-2 * std::log(chances.uniform()));
      const double angle = 2 * std::numbers::pi * chances.uniform();
      const double size = std::floor(22 * std::exp(1.1 * (radius * std::cos(angle))) + 0.5);
      firms_[i].employees = static_cast<std::int32_t>(std::clamp(size, 3.0, 1500.0));
      firms_[i].productivity = std::exp(0.25 * (radius * std::sin(angle)));
      const double threshold = -std::log(chances.uniform());
      if (threshold <= last) clocks.push_back({threshold, i});
    }
    clocks_ = decltype(clocks_)(std::greater<>{}, std::move(clocks));
  }

  void integrate_hazard() {
    if (month_ > 1) home_wage_ *= 1.004;
    const double margin = labour_share * (home_wage_ - wage_) / home_wage_;
    if (month_ == 1) first_margin_ = margin;
    integrated_ += hazard * std::min(highest_hazard_ratio, std::exp(4 * (margin - first_margin_)));
  }

  void begin_searches() {
    while (!clocks_.empty() && clocks_.top().threshold <= integrated_) {
      const std::uint32_t firm = clocks_.top().firm;
      clocks_.pop();
      RandomStream chances = stream(Kind::Search, firm, firms_[firm].searches_ended);
      const int ends = month_ + 3 + static_cast<int>(6 * chances.uniform());
      const auto slot = static_cast<std::size_t>(ends);
      if (slot < searches_.size()) searches_[slot].push_back(firm);
    }
  }

  void choose() {
    std::vector<std::uint32_t>& ending = searches_[static_cast<std::size_t>(month_)];
    std::sort(ending.begin(), ending.end());
    for (const std::uint32_t firm : ending) choose_for(firm);
  }

  void choose_for(std::uint32_t id) {
    Firm& firm = firms_[id];
    RandomStream chances = stream(Kind::Search, id, firm.searches_ended);
    (void)chances();  // its length
    const bool knows_park = chances.uniform() < 0.3;
    const bool knows_rival = chances.uniform() < 0.7;
    const double y = chances.uniform();
    const double floor = floor_m2_per_worker * firm.employees;
    const double wait = free_m2_ >= floor + waiting_m2_ ? 0.35 : 1.25;
    const double x = labour_share / firm.productivity;
    const double burden = 0.16 + 2.0 / firm.employees;
    const double park =
        knows_park ? std::exp(logit_scale * (x * (1 - wage_ / home_wage_) - burden - 0.04 * wait)) : 0;
    const double rival = knows_rival ? std::exp(logit_scale * (x * 0.28 - burden - 0.02)) : 0;
    const double all = 1 + park + rival;
    if (y < park / all) {
      signed_ += 1;
      queue_.push_back(id);
      waiting_m2_ += floor;
    } else if (y < park / all + rival / all) {
      gone_ += 1;
    } else {
      ++firm.searches_ended;
      clocks_.push({integrated_ - std::log(chances.uniform()), id});
    }
  }

  void allot_floor() {
    const auto left = std::remove_if(queue_.begin(), queue_.end(), [&](std::uint32_t id) {
      const double floor = floor_m2_per_worker * firms_[id].employees;
      if (floor > free_m2_) return false;
      free_m2_ -= floor;
      waiting_m2_ -= floor;
      const int fit_out = 2 + static_cast<int>(3 * stream(Kind::FitOut, id, 0).uniform());
      projects_.push_back({id, month_ + fit_out});
      return true;
    });
    queue_.erase(left, queue_.end());
  }

  void build() {
    const auto finished = std::remove(blocks_.begin(), blocks_.end(), month_);
    free_m2_ += block_m2 * static_cast<double>(blocks_.end() - finished);
    blocks_.erase(finished, blocks_.end());
    while (blocks_.size() < most_blocks_under_way &&
           free_m2_ + block_m2 * static_cast<double>(blocks_.size()) - waiting_m2_ < wanted_m2) {
      blocks_.push_back(month_ + build_months);
      blocks_begun_ += 1;
    }
  }

  void open_plants() {
    const auto left = std::remove_if(projects_.begin(), projects_.end(), [&](const Project& project) {
      if (project.opens > month_) return false;
      const std::int32_t posts = firms_[project.firm].employees;
      plants_.push_back({project.firm, posts, 0});
      posts_ += posts;
      return true;
    });
    projects_.erase(left, projects_.end());
  }

  void move_labour() {
    const auto month = static_cast<std::uint32_t>(month_);
    seekers_ += std::floor(40 * (wage_ / home_wage_) / 0.6 + stream(Kind::Seekers, month, 0).uniform());
    const double open = vacancies();
    const double chance = seekers_ + open > 0 ? seekers_ / (seekers_ + open) : 0;
    double left = 0;
    for (Plant& plant : plants_) {
      RandomStream chances = stream(Kind::Labour, plant.firm, month);
      const double workers = plant.workers;
      const double gap = plant.posts - workers;
      const double leaves = std::min(workers, std::floor(0.03 * workers + chances.uniform()));
      const double wanted = std::floor(chance * gap + chances.uniform());
      const double hires = std::min({seekers_, gap + leaves, wanted});
      plant.workers = static_cast<std::int32_t>(workers - leaves + hires);
      seekers_ -= hires;
      left += leaves;
      jobs_ += hires - leaves;
    }
    seekers_ += left;
  }

  void set_wage() {
    if (posts_ <= 0) return;
    wage_ *= std::min(1.02, std::max(0.99, 1.003 + 0.05 * (vacancies() / posts_ - 0.15)));
  }

  [[nodiscard]] double vacancies() const { return posts_ - jobs_; }

  std::uint64_t seed_;
  int month_ = 0;
  std::vector<Firm> firms_;
  std::priority_queue<Clock, std::vector<Clock>, std::greater<>> clocks_;
  std::vector<std::vector<std::uint32_t>> searches_;  ///< by the month in which they end
  std::vector<std::uint32_t> queue_;                  ///< for floor, in order of signing
  std::vector<Project> projects_;                     ///< with floor, in the order in which they took it
  std::vector<Plant> plants_;
  std::vector<int> blocks_;  ///< under way: month in which each is finished
  double integrated_ = 0, first_margin_ = 0;
  double wage_ = 3'800, home_wage_ = home_wage_at_opening;
  double free_m2_ = 40'000, waiting_m2_ = 0;
  double seekers_ = 4'000, posts_ = 0, jobs_ = 0;
  double signed_ = 0, gone_ = 0, blocks_begun_ = 0;
};

}  // namespace

std::vector<Figures> run(std::uint32_t firms, int months, std::uint64_t seed) {
  ReducedPark park(firms, months, seed);
  std::vector<Figures> course;
  course.reserve(static_cast<std::size_t>(months));
  for (int month = 1; month <= months; ++month) {
    park.live(month);
    course.push_back(park.figures());
  }
  return course;
}

}  // namespace park::reduced
