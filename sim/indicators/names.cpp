// SPDX-License-Identifier: MIT
#include <array>
#include <charconv>

#include "indicators/indicators.hpp"

namespace park {
namespace {

constexpr std::array<KeyLabel, static_cast<std::size_t>(EventKind::Count)> event_labels = {{
    {"reviewed", "启动选址", "begins to compare locations"},
    {"visited", "领导走访", "visited by the district's leaders"},
    {"chose_park", "选定本园区", "chooses the park"},
    {"chose_rival", "选定其他园区", "chooses a rival"},
    {"chose_overseas", "选定海外", "chooses overseas"},
    {"stayed", "留在原地", "stays"},
    {"refused", "未获准入", "refused entry"},
    {"signed", "签约", "signs"},
    {"site_reserved", "落实场地", "site reserved"},
    {"permit_granted", "办妥环保手续", "permit granted"},
    {"loan_granted", "获得贷款", "loan granted"},
    {"started", "动工", "starts"},
    {"producing", "投产", "begins production"},
    {"at_capacity", "达效", "reaches design capacity"},
    {"withdrawn", "签约后流失", "withdraws"},
    {"closed", "停产", "closes"},
    {"expanded", "扩产", "expands"},
    {"branched", "追加产能", "adds a branch"},
    {"spun_off", "衍生创业", "start-up spun off"},
    {"block_started", "厂房开工", "block started"},
    {"block_finished", "厂房竣工", "block finished"},
    {"land_approved", "用地获批", "land approved"},
    {"land_expropriated", "完成征收", "land expropriated"},
    {"land_supplied", "供地", "land supplied"},
    {"defaulted", "贷款违约", "defaults"},
    {"project_packaged", "包装项目申报", "project packaged"},
    {"clause_voided", "政策清理", "clause voided"},
    {"utility_opened", "公用设施投用", "utility opened"},
}};

constexpr std::array<KeyLabel, cause_count> cause_labels = {{
    {"space", "场地", "space (land or floor)"},
    {"permit", "排污用能", "permits and utilities"},
    {"labour", "用工", "labour"},
    {"finance", "融资", "finance"},
    {"service", "服务", "service"},
    {"market", "市场", "market"},
}};

constexpr std::array<KeyLabel, cost_kind_count> cost_kind_labels = {{
    {"teams", "驻点招商", "Stationed teams"},
    {"agencies", "第三方招商", "Agencies"},
    {"packaging", "项目包装", "Project packaging"},
    {"expropriation", "征地盘活", "Expropriation and revitalisation"},
    {"farmland_quota", "耕地与挂钩指标", "Farmland and linked quota"},
    {"utilities", "公用设施", "Utilities"},
    {"factory_grant", "厂房建设补助", "Factory grants"},
    {"service", "专班服务", "Service officers"},
    {"matching", "银企对接", "Matching events"},
    {"guarantee_capital", "担保公司注资", "Guarantee capital"},
    {"interest_discount", "贴息", "Interest discount"},
    {"recruitment", "招工稳岗", "Recruitment and stay subsidies"},
    {"training_places", "培训", "Training"},
    {"schools", "学位", "School places"},
    {"dormitories", "宿舍", "Dormitories"},
    {"claw_back", "追缴", "Clawed back"},
}};

constexpr std::array<KeyLabel, choice_term_count> choice_term_labels = {{
    {"revenue", "产出", "output"},
    {"materials", "原料", "materials"},
    {"premium", "外购配套加价", "premium on inputs from elsewhere"},
    {"labour", "人工", "labour"},
    {"rent", "租金", "rent"},
    {"energy", "能源", "energy"},
    {"water_effluent", "用水排污", "water and effluent"},
    {"freight", "运费", "freight"},
    {"tax", "税负", "taxes"},
    {"benefits", "优惠政策", "policy benefits"},
    {"finance", "融资", "finance"},
    {"tariff", "关税", "tariff"},
    {"other", "其他成本", "other costs"},
    {"loan_discount", "贷款贴息", "interest discount"},
    {"moving_cost", "搬迁成本", "cost of moving"},
    {"home_bias", "留乡偏好", "home bias"},
    {"distance", "距离", "distance"},
    {"waiting", "等待", "waiting"},
    {"partners_there", "协作企业已在园区", "partners already there"},
    {"leaders_visit", "领导上门", "the leaders' visit"},
    {"tailor_made", "量身定做厂房", "floor built to suit"},
}};

constexpr std::string_view kind_letters = "ptd";
constexpr std::string_view offspring_letters = "rxbs";

}  // namespace

KeyLabel label_of(EventKind kind) { return event_labels[static_cast<std::size_t>(kind)]; }
KeyLabel label_of(ChoiceTerm term) { return choice_term_labels[static_cast<std::size_t>(term)]; }
KeyLabel label_of(Cause cause) { return cause_labels[static_cast<std::size_t>(cause)]; }

std::vector<KeyLabel> cost_labels(const Scenario& scenario) {
  std::vector<KeyLabel> labels;
  for (const ClauseCategory& category : scenario.facts->clauses.categories) {
    labels.push_back({category.key, category.zh, category.en});
  }
  for (KeyLabel label : cost_kind_labels) labels.push_back(label);
  return labels;
}

std::string to_string(const Identity& identity) {
  if (identity.kind == Identity::Kind::Nobody) return {};
  std::string text(1, kind_letters[static_cast<std::size_t>(identity.kind)]);
  const std::string root = std::to_string(identity.root);
  if (identity.kind != Identity::Kind::Pool && root.size() < 2) text += '0';
  text += root;
  for (int shift = 24; shift >= 0; shift -= 8) {
    const std::uint32_t step = (identity.path >> static_cast<unsigned>(shift)) & 0xffU;
    if (step == 0) continue;
    text += '.';
    text += offspring_letters[step >> 6U];
    text += std::to_string(step & 63U);
  }
  return text;
}

std::optional<Identity> parse_identity(std::string_view text) {
  Identity identity;
  const auto number = [&](std::uint32_t& value) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{}) return false;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return true;
  };
  if (text.empty()) return std::nullopt;
  const std::size_t kind = kind_letters.find(text.front());
  if (kind == std::string_view::npos) return std::nullopt;
  identity.kind = static_cast<Identity::Kind>(kind);
  text.remove_prefix(1);
  if (!number(identity.root)) return std::nullopt;
  while (text.size() >= 3 && text.front() == '.') {
    const std::size_t letter = offspring_letters.find(text[1]);
    if (letter == std::string_view::npos || !has_room_for_offspring(identity)) return std::nullopt;
    text.remove_prefix(2);
    std::uint32_t ordinal = 0;
    if (!number(ordinal) || ordinal == 0 || ordinal > 63) return std::nullopt;
    identity = offspring(identity, static_cast<Offspring>(letter), ordinal);
  }
  if (!text.empty()) return std::nullopt;
  return identity;
}

}  // namespace park
