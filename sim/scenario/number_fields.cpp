// SPDX-License-Identifier: MIT
#include "scenario/number_fields.hpp"

#include <array>

namespace park {
namespace {

constexpr auto base_district_rows = std::to_array<NumberField<BaseDistrict>>({
    {"standard_floor_m2", &BaseDistrict::standard_floor_m2, 0, 1e7, false, "m2", "已建成标准厂房面积",
     "Standard factory floor standing"},
    {"standard_floor_let_share", &BaseDistrict::standard_floor_let_share, 0, 1, false, "share",
     "标准厂房已出租比例", "Share of the standing floor that is let"},
    {"ground_floor_share", &BaseDistrict::ground_floor_share, 0, 1, false, "share", "首层面积占比",
     "Ground floors' share of the standing floor"},
    {"idle_buildings_m2", &BaseDistrict::idle_buildings_m2, 0, 1e7, false, "m2", "可改造的闲置厂房面积",
     "Idle buildings that can be refitted"},
    {"wastewater_capacity_t_day", &BaseDistrict::wastewater_capacity_t_day, 0, 1e7, false, "t/day",
     "污水处理能力", "Waste-water treatment capacity"},
    {"wastewater_load_t_day", &BaseDistrict::wastewater_load_t_day, 0, 1e7, false, "t/day", "现有污水处理量",
     "Waste water treated at the start"},
    {"plating_capacity_t_day", &BaseDistrict::plating_capacity_t_day, 0, 1e6, false, "t/day",
     "电镀废水处理能力", "Plating effluent capacity"},
    {"plating_load_t_day", &BaseDistrict::plating_load_t_day, 0, 1e6, false, "t/day", "现有电镀废水处理量",
     "Plating effluent treated at the start"},
    {"steam_load_t_h", &BaseDistrict::steam_load_t_h, 0, 1e5, false, "t/h", "现有蒸汽用量",
     "Steam used at the start"},
    {"dormitory_beds_used", &BaseDistrict::dormitory_beds_used, 0, 1e6, true, "beds", "已入住宿舍床位",
     "Dormitory beds used at the start"},
    {"labour_force", &BaseDistrict::labour_force, 1, 1e7, true, "people", "区内劳动年龄人口",
     "People of working age living in the district"},
    {"seekers_unskilled", &BaseDistrict::seekers_unskilled, 0, 1e7, true, "people", "普工求职人数",
     "Unskilled people looking for work"},
    {"seekers_skilled", &BaseDistrict::seekers_skilled, 0, 1e7, true, "people", "技工求职人数",
     "Skilled people looking for work"},
    {"wage_yuan_month", &BaseDistrict::wage_yuan_month, 500, 50000, false, "yuan/month", "区内生产工人月薪",
     "All-in pay of a production worker in the district"},
    {"guangdong_wage_yuan_month", &BaseDistrict::guangdong_wage_yuan_month, 500, 50000, false, "yuan/month",
     "广东生产工人月薪", "All-in pay of a production worker in Guangdong"},
    {"farmland_quota_mu", &BaseDistrict::farmland_quota_mu, 0, 1e6, false, "mu", "在手耕地占补平衡指标",
     "Farmland quota in hand"},
    {"construction_quota_mu", &BaseDistrict::construction_quota_mu, 0, 1e6, false, "mu",
     "在手新增建设用地指标", "Construction land quota in hand"},
    {"treasury_cash_yuan", &BaseDistrict::treasury_cash_yuan, 0, 1e12, false, "yuan", "区财政期初现金",
     "Treasury cash at the start"},
    {"developer_debt_yuan", &BaseDistrict::developer_debt_yuan, 0, 1e12, false, "yuan",
     "园区开发公司期初债务", "Park developer's debt at the start"},
});
static_assert(base_district_rows.size() + 2 * stage_count + region_count ==
                  sizeof(BaseDistrict) / sizeof(double),
              "every member of BaseDistrict has a row");

constexpr auto activity_rows = std::to_array<NumberField<ActivityTraits>>({
    {"output_per_worker_year", &ActivityTraits::output_per_worker_year, 1000, 1e8, false, "yuan/worker/year",
     "人均年产值", "Output per worker"},
    {"materials_share", &ActivityTraits::materials_share, 0, 1, false, "share of output", "外购材料占产值比",
     "Bought inputs"},
    {"energy_share", &ActivityTraits::energy_share, 0, 1, false, "share of output", "能源费占产值比",
     "Electricity and steam"},
    {"water_effluent_share", &ActivityTraits::water_effluent_share, 0, 1, false, "share of output",
     "水费与排污费占产值比", "Water and effluent fees"},
    {"freight_t_per_10k_yuan", &ActivityTraits::freight_t_per_10k_yuan, 0, 100, false, "t/10,000 yuan",
     "每万元产值货运量", "Tonnes shipped per 10,000 yuan of output"},
    {"tax_share", &ActivityTraits::tax_share, 0, 1, false, "share of output", "税费占产值比", "All taxes"},
    {"floor_m2_per_worker", &ActivityTraits::floor_m2_per_worker, 0, 10000, false, "m2/worker",
     "人均厂房面积", "Floor per worker"},
    {"ground_floor_only", &ActivityTraits::ground_floor_only, 0, 1, true, "0 or 1", "只能用首层",
     "Needs a ground floor"},
    {"equipment_yuan_per_worker", &ActivityTraits::equipment_yuan_per_worker, 0, 1e8, false, "yuan/worker",
     "人均设备与装修投入", "Fit-out and equipment per worker"},
    {"effluent_t_day_per_worker", &ActivityTraits::effluent_t_day_per_worker, 0, 1000, false, "t/day/worker",
     "人均日排水量", "Effluent per worker"},
    {"steam_t_h_per_worker", &ActivityTraits::steam_t_h_per_worker, 0, 100, false, "t/h/worker",
     "人均蒸汽用量", "Steam per worker"},
    {"power_kw_per_worker", &ActivityTraits::power_kw_per_worker, 0, 10000, false, "kW/worker",
     "人均用电负荷", "Connected load per worker"},
    {"water_t_day_per_worker", &ActivityTraits::water_t_day_per_worker, 0, 1000, false, "t/day/worker",
     "人均日用水量", "Fresh water per worker"},
    {"pollution_class", &ActivityTraits::pollution_class, 0, 2, true, "0, 1 or 2", "排污类别",
     "0 none, 1 waste-water permit, 2 plating permit"},
    {"own_plot_share", &ActivityTraits::own_plot_share, 0, 1, false, "share of firms", "需独立用地的企业占比",
     "Firms of 100 workers that need a plot of their own"},
    {"skilled_share", &ActivityTraits::skilled_share, 0, 1, false, "share of posts", "技工岗位占比",
     "Posts that need a trained worker"},
    {"export_share", &ActivityTraits::export_share, 0, 1, false, "share of output", "出口占产值比",
     "Output that is exported, directly or in the garment"},
    {"pool_share", &ActivityTraits::pool_share, 0, 1, false, "share of firms", "占企业总体比例",
     "Share of the pool's firms; all sum to 1"},
    {"productivity_sigma", &ActivityTraits::productivity_sigma, 0, 2, false, "ln", "企业间生产率离散度",
     "Spread of relative productivity among firms"},
    {"land_mu_per_worker", &ActivityTraits::land_mu_per_worker, 0, 10, false, "mu/worker", "独立用地人均面积",
     "Land per worker on an own plot"},
});
static_assert(activity_rows.size() == sizeof(ActivityTraits) / sizeof(double));

constexpr auto origin_rows = std::to_array<NumberField<OriginTraits>>({
    {"wage_yuan_month", &OriginTraits::wage_yuan_month, 500, 50000, false, "yuan/month", "生产工人月薪",
     "All-in pay of a production worker"},
    {"rent_factor", &OriginTraits::rent_factor, 0, 10, false, "factor", "租金系数",
     "Times the uncertainty origin_rent"},
    {"electricity_yuan_kwh", &OriginTraits::electricity_yuan_kwh, 0, 5, false, "yuan/kWh", "电价",
     "Electricity"},
    {"pool_share", &OriginTraits::pool_share, 0, 1, false, "share of firms", "占企业总体比例",
     "Share of the pool's firms; regions sum to 1"},
    {"km_to_market", &OriginTraits::km_to_market, 0, max_km, false, "km", "到市场公路里程",
     "By road to the port or market it ships to"},
    {"passive_awareness_year", &OriginTraits::passive_awareness_year, 0, 1, false, "share/year",
     "自行获知比例", "Firms that hear of the park by themselves in a year"},
});
static_assert(origin_rows.size() == sizeof(OriginTraits) / sizeof(double));

constexpr auto destination_rows = std::to_array<NumberField<DestinationTraits>>({
    {"wage_ratio", &DestinationTraits::wage_ratio, 0, 5, false, "ratio", "工资比(粤港澳大湾区为 1)",
     "Wage relative to the Greater Bay Area"},
    {"rent_yuan_m2_month", &DestinationTraits::rent_yuan_m2_month, 0, 500, false, "yuan/m2/month", "厂房租金",
     "Factory rent"},
    {"electricity_yuan_kwh", &DestinationTraits::electricity_yuan_kwh, 0, 5, false, "yuan/kWh", "电价",
     "Electricity"},
    {"km_to_market", &DestinationTraits::km_to_market, 0, max_km, false, "km", "到市场里程", "To the market"},
    {"subsidy_factor", &DestinationTraits::subsidy_factor, 0, 10, false, "factor", "补贴系数",
     "Times the uncertainty rival_subsidy"},
    {"productivity_factor", &DestinationTraits::productivity_factor, 0, 5, false, "factor", "生产率系数",
     "Times the uncertainty inland_productivity"},
    {"wait_years", &DestinationTraits::wait_years, 0, 20, false, "years", "等候年限",
     "Typical wait for a place"},
    {"expected_share", &DestinationTraits::expected_share, 0, 1, false, "share of movers", "预期承接份额",
     "Share of movers it expects"},
    {"tariff_exposed", &DestinationTraits::tariff_exposed, 0, 1, false, "share", "关税暴露度",
     "Share of the extra tariff that hits its exports"},
});

}  // namespace

std::span<const NumberField<BaseDistrict>> base_district_fields() { return base_district_rows; }
std::span<const NumberField<ActivityTraits>> activity_fields() { return activity_rows; }
std::span<const NumberField<OriginTraits>> origin_fields() { return origin_rows; }
std::span<const NumberField<DestinationTraits>> destination_fields() { return destination_rows; }

}  // namespace park
