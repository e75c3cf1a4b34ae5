// SPDX-License-Identifier: MIT
#include "panels/exports.hpp"

#include <system_error>

#include "charts/csv_parts.hpp"
#include "panels/shown_futures.hpp"
#include "scenario/load.hpp"

namespace park::ui {
namespace {

/// Letters, digits and what is not ASCII stay; the rest becomes `_`, so that no name leaves the folder.
std::string plain(std::string text) {
  for (char& letter : text) {
    const auto byte = static_cast<unsigned char>(letter);
    const bool is_plain = byte >= 0x80U || std::isalnum(byte) != 0 || letter == '-';
    if (!is_plain) letter = '_';
  }
  return text;
}

/// A table; Chinese spreadsheet programs take one without a byte order mark for GBK.
void write(Dashboard& dashboard, const std::filesystem::path& file, const std::string& text,
           const Look& look) {
  try {
    std::error_code error;
    std::filesystem::create_directories(file.parent_path(), error);
    write_file(file, look.texts.is_chinese() ? "\xEF\xBB\xBF" + text : text);
    dashboard.say(look.texts("ui.export.written", {file.string()}));
  } catch (const WorldError& error) {
    dashboard.say(error.what(), true);
  }
}

}  // namespace

std::string file_stem(const EditedScenario& tab, const Texts& texts) {
  if (!tab.file().empty()) return plain(tab.file().stem().string());
  const std::string label = label_of(*tab.now(), texts);
  return plain(label.empty() ? tab.now()->name : label);
}

std::filesystem::path export_file(const Dashboard& dashboard, const std::string& what,
                                  const std::string& ending) {
  const Scenario& scenario = *dashboard.session.active_tab().now();
  const int month = dashboard.time.month();
  const std::string date = month == 0 ? "opening" : to_string(plus_months(scenario.start, month - 1));
  std::string stem = file_stem(dashboard.session.active_tab(), *dashboard.texts);
  stem.append("_").append(what).append("_").append(date);
  std::filesystem::path file = dashboard.export_folder / (stem + ending);
  std::error_code error;
  for (int n = 2; std::filesystem::exists(file, error); ++n)
    file = dashboard.export_folder / std::string(stem).append("_").append(std::to_string(n)).append(ending);
  return file;
}

void export_picture(Dashboard& dashboard, PictureKind kind, const Box& part) {
  dashboard.wanted_picture = {part, export_file(dashboard, std::string(name_of(kind)), ".png")};
}

void export_window(Dashboard& dashboard, float width, float height) {
  dashboard.wanted_picture = {{0, 0, width, height}, export_file(dashboard, "dashboard", ".png")};
}

void export_csv(Dashboard& dashboard, PictureKind kind, const std::string& text, const Look& look) {
  write(dashboard, export_file(dashboard, std::string(name_of(kind)), ".csv"), text, look);
}

void export_indicators(Dashboard& dashboard, const Look& look) {
  if (!dashboard.futures) return;
  const Futures& futures = *dashboard.futures;
  study::CsvText csv;
  for (const char* heading : {"scenario", "month", "date", "indicator", "unit", "mean", "p025", "p125", "p25",
                              "p50", "p75", "p875", "p975", "n"})
    csv.cell(heading);
  csv.end_record();
  for (std::size_t s = 0; s < futures.scenario_count(); ++s) {
    const TimeAxis axis{futures.scenario(s).start, static_cast<int>(futures.months()), 0};
    for (std::size_t month = 0; month <= futures.months(); ++month) {
      for (std::size_t c = 0; c < futures.columns().size(); ++c) {
        const Band& band = futures.band(s, month, c);
        csv.cell(label_of(futures.scenario(s), look.texts));
        add_month(csv, axis, static_cast<int>(month));
        csv.cell(futures.columns()[c].key).cell(futures.columns()[c].unit);
        for (const float value :
             {band.mean, band.p025, band.p125, band.p25, band.p50, band.p75, band.p875, band.p975})
          add_float(csv, value);
        csv.cell(static_cast<int>(band.n));
        csv.end_record();
      }
    }
  }
  write(dashboard, export_file(dashboard, "indicators", ".csv"), csv.text(), look);
}

}  // namespace park::ui
