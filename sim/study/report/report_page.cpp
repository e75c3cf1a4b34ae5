// SPDX-License-Identifier: MIT
#include "study/report/report_page.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <system_error>

#include "core/assert.hpp"
#include "scenario/load.hpp"
#include "study/document_parts.hpp"

namespace park::study {
namespace {

using nlohmann::ordered_json;
namespace fs = std::filesystem;

constexpr std::array<const char*, 6> scripts = {"words.js", "charts.js", "runs.js",
                                                "study.js", "search.js", "main.js"};

std::string part(const fs::path& path) {
  const auto bytes = read_file(path);
  if (!bytes.ok()) throw WorldError(to_string(bytes.problems().front()));
  return bytes.value();
}

/// A script inside a page ends at the first `</script`, whatever it stands in.
std::string script_part(const fs::path& path) {
  std::string text = part(path);
  if (text.find("</script") != std::string::npos)
    throw WorldError(path.string() + " holds </script and cannot stand inside a page");
  return text;
}

/// Inside JSON `<` stands in strings only, and `\u003c` means the same there.
std::string harmless(const std::string& json) {
  std::string text;
  text.reserve(json.size());
  for (const char character : json) {
    if (character == '<')
      text += "\\u003c";
    else
      text += character;
  }
  return text;
}

/// Six digits draw the same line and halve the page.
void round_numbers(ordered_json& document) {
  if (document.is_number_float()) {
    const double value = document.get<double>();
    if (value == 0 || !std::isfinite(value)) return;
    constexpr int digits = 6;
    const double scale = std::pow(10.0, digits - 1 - std::floor(std::log10(std::abs(value))));
    if (std::isfinite(scale)) document = std::round(value * scale) / scale;
  }
  if (!document.is_structured()) return;
  for (ordered_json& member : document) round_numbers(member);
}

bool has(const ordered_json& keys, const std::string& key) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

/// Without what the page does not draw: bands around courses that are no fans, the courses of single stages
/// and places, settings all scenarios share.
ordered_json drawn(ordered_json report) {
  if (report.at("kind") != "runs") return report;
  for (const auto& [key, indicator] : report["indicators"].items()) {
    if (key.find('.') != std::string::npos) indicator.erase("series");
    const bool is_fan = has(report.at("fans"), key) || has(report.at("developer_fans"), key);
    for (ordered_json& series : indicator["series"]) {
      series.erase("p50");
      if (is_fan) continue;
      series = {{"mean", std::move(series.at("mean"))}};
    }
  }
  ordered_json settings = ordered_json::array();
  for (ordered_json& row : report["settings"]) {
    bool is_same = row.at("changes").at(0).is_null() && row.at("values").at(0) == row.at("default");
    for (std::size_t s = 1; s < row.at("values").size(); ++s) {
      is_same = row["values"][s] == row["values"][0] && row["changes"][s] == row["changes"][0] &&
                (s == 1 || is_same);
    }
    if (!is_same) settings.push_back(std::move(row));
  }
  report["settings"] = std::move(settings);
  return report;
}

std::string filled(const std::string& pattern, const ordered_json& pieces) {
  std::string page;
  for (std::size_t place = 0; place < pattern.size();) {
    const std::size_t begin = pattern.find("{{", place);
    const std::size_t end = begin == std::string::npos ? begin : pattern.find("}}", begin);
    page += pattern.substr(place, begin == std::string::npos ? begin : begin - place);
    if (end == std::string::npos) break;
    const std::string name = pattern.substr(begin + 2, end - begin - 2);
    if (!pieces.contains(name))
      throw WorldError("the page has a place for " + name + ", which nothing fills");
    page += pieces.at(name).get_ref<const std::string&>();
    place = end + 2;
  }
  return page;
}

}  // namespace

PageParts find_page_parts() {
  PageParts parts;
  parts.assets = shipped_data_folder() / "assets" / "report";
  std::error_code error;
  const fs::path folder = fs::read_symlink("/proc/self/exe", error).parent_path();
  if (error) throw WorldError("cannot tell where this program lies: " + error.message());
  for (const fs::path& place : {folder, folder.parent_path()}) {
    parts.echarts = place / "echarts.min.js";
    if (fs::exists(parts.echarts, error)) return parts;
  }
  throw WorldError("report pages need Apache ECharts, and " + (folder / "echarts.min.js").string() +
                   " is missing: this program was built without npm. Install nodejs and npm and build again "
                   "(./park build), or configure with -DPARKSIM_ECHARTS=FILE");
}

std::string report_page(const ordered_json& report, std::string_view language, const PageParts& parts) {
  std::string script;
  for (const char* file : scripts) script += script_part(parts.assets / file);
  ordered_json shown = drawn(report);
  round_numbers(shown);
  return filled(part(parts.assets / "page.html"), {{"lang", language},
                                                   {"title", "parksim"},
                                                   {"style", part(parts.assets / "report.css")},
                                                   {"data", harmless(finished(shown))},
                                                   {"echarts", script_part(parts.echarts)},
                                                   {"script", std::move(script)}});
}

}  // namespace park::study
