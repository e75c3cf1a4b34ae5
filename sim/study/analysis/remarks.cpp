// SPDX-License-Identifier: MIT
#include "study/analysis/remarks.hpp"

#include <cmath>
#include <string>

#include "study/analysis/sentences.hpp"

namespace park::study {
namespace {

/// An interval this wide tells apart the factors that matter from those that do not.
constexpr double wanted_half_width = 0.05;

std::string interval_text(const Estimate& estimate) {
  return plain_number(estimate.value) + " [" + plain_number(estimate.lo) + ", " + plain_number(estimate.hi) +
         "]";
}

Remark remark_on_negative(const std::string& zh, const std::string& en) {
  return {
      "以下指数的估计为负：" + zh +
          "。真值不会小于零：影响接近零的因素，估计值因抽样误差约有一半落在零下。区间含零，"
          "就读作“看不出影响”，不要改成零或删去。",
      "Estimated below zero: " + en +
          ". The true index is never negative: where it is near zero, sampling error puts about half of "
          "the estimates below. If the interval contains zero, read it as \"no effect to be seen\"; do not "
          "set it to zero or drop it."};
}

Remark remark_on_width(double widest, std::size_t base, std::size_t factors) {
  const std::size_t wanted = base_rows_for(base, widest, wanted_half_width);
  const std::string rows = std::to_string(wanted);
  const std::string runs = std::to_string(wanted * (factors + 2));
  return {"最宽的区间为正负" + plain_number(widest) + "（" + std::to_string(base) +
              "个基点）。区间随基点数的平方根收窄：要到正负0.05，约需" + rows + "个基点，即" + runs +
              "次模拟。",
          "The widest interval is +-" + plain_number(widest) + " with " + std::to_string(base) +
              " base rows. Intervals shrink with the square root of the rows: +-0.05 takes about " + rows +
              " base rows, " + runs + " points."};
}

}  // namespace

Remark remark_on_constant(std::size_t values) {
  if (values == 0) return {"没有任何取值，无从分析。", "There is no value at all: nothing to analyse."};
  return {"各次取值全都相同：没有因素影响它。", "All values are the same: no factor moves it."};
}

Remark remark_on_few_values(std::size_t values, std::size_t wanted) {
  return {"只有" + std::to_string(values) + "个取值，不足" + std::to_string(wanted) +
              "个，未做PAWN、delta和PRIM。",
          "Only " + std::to_string(values) + " values, fewer than " + std::to_string(wanted) +
              ": no PAWN, delta and PRIM."};
}

Remark remark_on_lost_effects(std::size_t kept, std::size_t blocks) {
  return {"部分点没有取值：受影响最大的因素只有" + std::to_string(kept) + "个基本效应，本应为" +
              std::to_string(blocks) + "个。",
          "Some points have no value: the factor hit most has " + std::to_string(kept) +
              " elementary effects of " + std::to_string(blocks) + "."};
}

Remark remark_on_lost_base_rows(std::size_t kept, std::size_t base) {
  return {"部分点没有取值，其所在基点整组略去：" + std::to_string(base) + "个基点中用了" +
              std::to_string(kept) + "个。",
          "Some points have no value and their base rows were left out whole: " + std::to_string(kept) +
              " of " + std::to_string(base) + " base rows count."};
}

Remark remark_on_bias() {
  return {
      "PAWN与delta恒不小于零，样本有限时偏高：无关因素也不会是零。“无关因素上限”是100个无关因素中"
      "95个不会超过的值：PAWN的中位数、delta的未修正值不高于它，就看不出影响。delta已减去重抽样显出的偏差。",
      "PAWN and delta are never negative and too high in a finite sample: even a factor that does nothing "
      "gets more than zero. The dummy is what 95 of 100 such factors stay below: a PAWN median, or a raw "
      "delta, not above it shows no effect. Delta is given less the bias that resampling shows."};
}

Remark remark_on_boxes() {
  return {
      "情形是在同一批模拟中找出并衡量的，换一批模拟，可能性通常会略低。",
      "The boxes were found and measured in the same runs; in fresh ones the chance is as a rule a little "
      "lower."};
}

void add_effect_remarks(SampleKind design, const FactorEffectsTable& effects, std::vector<Remark>& remarks) {
  const std::string all = std::to_string(effects.factors.size());
  const std::string clear = std::to_string(effects.clarity.clear);
  const std::string tested = std::to_string(effects.clarity.effects);
  const std::string intervals = std::to_string(effects.clarity.intervals);
  const std::string chance = plain_number(effects.clarity.by_chance());
  remarks.push_back(
      {all + "个因素中，" + clear + "个的作用明显超出随机波动（全部取值一并检验，Holm，5%）。单看95%区间，" +
           tested + "个取值中有" + intervals + "个不含零，其中约" + chance + "个出于偶然。",
       clear + " of " + all +
           " factors do more than noise, all levels judged together (Holm, 5 %). Taken one "
           "by one, " +
           intervals + " of " + tested + " levels have an interval that leaves out zero, of which about " +
           chance + " by chance."});
  if (design == SampleKind::OneAtATime) {
    remarks.push_back({"逐一变动看不到因素之间的交互；幅度是几个含噪声的均值之差，略微偏大。",
                       "One factor at a time shows no interactions; a range is a difference between the "
                       "extremes of noisy means, so a little too wide."});
  } else {
    remarks.push_back(
        {"主效应是该取值的各点均值与全部点均值之差，已对其他因素取平均；幅度是几个含噪声的均值之差，略微偏大"
         "。",
         "A main effect is the mean of the points with that level less the mean of all points, "
         "averaged over the other factors; a range is a difference between the extremes of noisy "
         "means, so a little too wide."});
  }
}

Remark remark_on_clauses(std::size_t clauses, const Clarity& clarity) {
  const std::string all = std::to_string(clauses);
  const std::string still = std::to_string(clauses - clarity.effects);
  return {all + "条条款中，" + std::to_string(clarity.clear) +
              "条的主效应明显超出随机波动（一并检验，Holm，5%）；" + still + "条毫无影响。单看95%区间，有" +
              std::to_string(clarity.intervals) + "条不含零，其中约" + plain_number(clarity.by_chance()) +
              "条出于偶然。主效应是“取消该条少多少”与“只留该条多多少”的平均。",
          std::to_string(clarity.clear) + " of " + all +
              " clauses have a main effect that is more than noise, judged together (Holm, 5 %); " + still +
              " change nothing at all. Taken one by one, " + std::to_string(clarity.intervals) +
              " intervals leave out zero, of which about " + plain_number(clarity.by_chance()) +
              " by chance. A main effect is the mean of what is lost without the clause and what it brings "
              "alone."};
}

void add_sobol_remarks(const std::vector<AnalysisFactor>& factors, const std::vector<SobolIndex>& indices,
                       std::size_t base, std::vector<Remark>& remarks) {
  std::string zh;
  std::string en;
  double widest = 0;
  const auto look = [&](const AnalysisFactor& factor, const char* index, const Estimate& estimate) {
    const double half = (estimate.hi - estimate.lo) / 2;
    if (std::isfinite(half)) widest = std::max(widest, half);
    if (!(estimate.value < 0)) return;
    const std::string words = factor.key + " " + index + " " + interval_text(estimate);
    zh += (zh.empty() ? "" : "，") + words;
    en += (en.empty() ? "" : ", ") + words;
  };
  for (std::size_t f = 0; f < indices.size(); ++f) {
    look(factors[f], "S1", indices[f].first);
    look(factors[f], "ST", indices[f].total);
  }
  if (!zh.empty()) remarks.push_back(remark_on_negative(zh, en));
  if (widest > wanted_half_width) remarks.push_back(remark_on_width(widest, base, factors.size()));
}

}  // namespace park::study
