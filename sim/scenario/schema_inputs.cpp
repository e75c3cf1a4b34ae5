// SPDX-License-Identifier: MIT
#include "scenario/park_map_features.hpp"
#include "scenario/schema_parts.hpp"
#include "scenario/target_limits.hpp"
#include "scenario/target_words.hpp"

namespace park {
namespace {

Schema array_of(Schema items, std::size_t min_items) {
  Schema schema = Schema::object();
  schema["type"] = "array";
  schema["items"] = std::move(items);
  schema["minItems"] = min_items;
  return schema;
}

Schema tuple_schema(std::vector<Schema> places) {
  Schema schema = Schema::object();
  schema["type"] = "array";
  schema["minItems"] = places.size();
  schema["maxItems"] = places.size();
  schema["prefixItems"] = std::move(places);
  return schema;
}

/// Longitude and latitude; an altitude may follow and is not used.
Schema position_schema() {
  const Schema lon = number_schema(-180, 180);
  const Schema lat = number_schema(-90, 90);
  return any_of({tuple_schema({lon, lat}), tuple_schema({lon, lat, Schema{{"type", "number"}}})});
}

/// GeoJSON allows members beyond these (RFC 7946, 6.1), so objects of a map stay open.
Schema geometry_schema(const std::string& type, Schema coordinates) {
  Schema schema = Schema::object();
  schema["type"] = "object";
  schema["properties"] = {{"type", {{"const", type}}}, {"coordinates", std::move(coordinates)}};
  schema["required"] = {"type", "coordinates"};
  return schema;
}

Schema properties_schema() {
  Schema dates = Schema::object();
  const Schema month =
      nullable(Schema{{"type", "string"}, {"pattern", "^(19|2[0-9])[0-9]{2}-(0[1-9]|1[0-2])$"}});
  dates = object_schema({{"approved", described_as(month, "批", "Approved"), false},
                         {"expropriated", described_as(month, "征", "Expropriated"), false},
                         {"supplied", described_as(month, "供", "Supplied"), false},
                         {"used", described_as(month, "用", "Used"), false}});
  const Schema text = text_schema(0, max_map_name_characters);
  Schema schema = object_schema(
      {{"id",
        described_as(any_of({text_schema(1, max_map_name_characters), Schema{{"type", "integer"}}}), "编号",
                     "Unique; may stand beside properties instead"),
        false},
       {"kind", described_as(key_schema(feature_kind_keys), "要素类别", "What it is"), true},
       {"zone", described_as(nullable(text), "功能分区", "Zone"), false},
       {"farmland", described_as(Schema{}, "是否耕地(地块)", "true if farmland (parcels)"), false},
       {"reserve",
        described_as(Schema{}, "是否留作后续开发(地块)", "true if kept for later phases (parcels)"), false},
       {"reserved_for", described_as(Schema{}, "预留环节(地块)", "Stage it is kept for (parcels)"), false},
       {"legal_state", described_as(Schema{}, "批征供用状态(地块必填)", "Legal state; parcels need one"),
        false},
       {"dates", described_as(Schema{}, "批征供用日期(地块)", "Dates of the steps behind it (parcels)"),
        false}});
  schema.erase("additionalProperties");
  Schema parcel = Schema::object();
  const Schema truth = nullable(Schema{{"type", "boolean"}});
  parcel["properties"] = {{"farmland", truth},
                          {"reserve", truth},
                          {"reserved_for", nullable(key_schema(keys_of(stage_labels)))},
                          {"legal_state", key_schema(legal_state_keys)},
                          {"dates", nullable(std::move(dates))}};
  parcel["required"] = {"legal_state"};
  parcel["type"] = "object";
  schema["if"] = {{"properties", {{"kind", {{"const", "parcel"}}}}}};
  schema["then"] = std::move(parcel);
  return schema;
}

}  // namespace

Schema map_schema() {
  const Schema line = array_of(position_schema(), 2);
  const Schema polygon = array_of(array_of(position_schema(), 4), 1);
  Schema feature = Schema::object();
  feature["type"] = "object";
  feature["properties"] = {
      {"type", {{"const", "Feature"}}},
      {"properties", properties_schema()},
      {"geometry",
       any_of({geometry_schema("LineString", line), geometry_schema("MultiLineString", array_of(line, 1)),
               geometry_schema("Polygon", polygon), geometry_schema("MultiPolygon", array_of(polygon, 1))})}};
  feature["required"] = {"type", "properties", "geometry"};
  Schema schema =
      schema_head("map", "园区地图(GeoJSON, WGS84)", "The park's map: a GeoJSON FeatureCollection, WGS84");
  schema["$comment"] =
      "The loader also checks: ids are present and unique; roads are lines, all else polygons, a parcel one "
      "polygon; "
      "rings are closed and do not cross themselves; parcels do not overlap and have 0.5 to 3000 mu; dates "
      "fit the "
      "legal state and each other; the map is at most 60 km across and has a parcel; a crs, if stated, is "
      "WGS84 or "
      "CGCS2000.";
  schema["type"] = "object";
  schema["properties"] = {{"type", {{"const", "FeatureCollection"}}},
                          {"features", array_of(std::move(feature), 1)}};
  schema["required"] = {"type", "features"};
  return schema;
}

Schema targets_schema() {
  const std::vector<std::string_view> names = target_headings();
  const auto member = [&](TargetColumn column, Schema schema, std::string_view zh, std::string_view en) {
    return SchemaMember{std::string(names[static_cast<std::size_t>(column)]),
                        described_as(std::move(schema), zh, en), true};
  };
  Schema name = text_schema(1, max_target_name_characters);
  name["pattern"] = R"(^[^\u0000-\u001f\u007f]+$)";
  const Schema row = object_schema(
      {member(TargetColumn::Name, std::move(name), "企业名称", "The firm's name"),
       member(TargetColumn::Stage, key_schema(keys_of(stage_labels)), "环节", "Stage; Chinese names too"),
       member(TargetColumn::Region, key_schema(keys_of(region_labels)), "区域", "Region; Chinese names too"),
       member(TargetColumn::Employees, number_schema(1, max_target_employees, true), "用工", "Workers"),
       member(TargetColumn::Investment, number_schema(0, max_target_investment_million_yuan), "投资(百万元)",
              "Million yuan; a heading 投资(万元) or 投资(亿元) is converted"),
       member(TargetColumn::Leader, number_schema(0, 1, true), "龙头", "1, 0, 是 or 否")});
  Schema schema = schema_head("targets", "N 清单(CSV，首行为表头，每行一家企业)",
                              "The list of named firms: a CSV file with a header, one row a firm");
  schema["$comment"] =
      "Describes the rows of the CSV as JSON objects. UTF-8 (with or without a byte order mark) or GB18030; "
      "comma; "
      "RFC 4180 quotes; LF or CRLF; columns in any order; Chinese headings. Each name once.";
  schema["type"] = "array";
  schema["items"] = row;
  schema["minItems"] = 1;
  schema["maxItems"] = max_target_firms;
  return schema;
}

}  // namespace park
