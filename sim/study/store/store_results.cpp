// SPDX-License-Identifier: MIT
#include "study/store/store_results.hpp"

#include <cmath>
#include <filesystem>
#include <fstream>

#include "scenario/fault_list.hpp"
#include "scenario/load.hpp"
#include "study/csv_text.hpp"
#include "study/store/store_layout.hpp"

namespace park::study {
namespace {

/// A CSV on its way to disk: beside its place until it is whole.
class CsvFile {
 public:
  explicit CsvFile(const std::filesystem::path& path)
      : path_(path), part_(path.string() + ".part"), file_(part_, std::ios::binary | std::ios::trunc) {
    check();
  }
  ~CsvFile() {
    std::error_code error;
    if (!is_finished_) std::filesystem::remove(part_, error);
  }
  CsvFile(const CsvFile&) = delete;
  CsvFile& operator=(const CsvFile&) = delete;

  void write(const CsvText& text) {
    file_ << text.text();
    check();
  }
  void finish() {
    file_.close();
    check();
    std::error_code error;
    std::filesystem::rename(part_, path_, error);
    if (error) throw WorldError("cannot write " + shown(path_.string(), 300) + ": " + error.message());
    is_finished_ = true;
  }

 private:
  void check() const {
    if (!file_) throw WorldError("cannot write " + shown(path_.string(), 300));
  }

  std::filesystem::path path_;
  std::filesystem::path part_;
  std::ofstream file_;
  bool is_finished_ = false;
};

void factor_heads(CsvText& text, const StudyOutline& outline) {
  for (const StudyFactor& factor : outline.factors) text.cell(factor.key);
  for (const StudyOutcome& outcome : outline.outcomes) text.cell(outcome.name);
  text.end_record();
}

CsvText run_heads(const StudyOutline& outline) {
  CsvText text;
  for (const char* head : {"point", "scenario", "replication", "run_seed", "status", "error", "digest"})
    text.cell(head);
  factor_heads(text, outline);
  return text;
}

CsvText run_record(const RunRow& row, const StudyOutline& outline) {
  CsvText text;
  text.cell(row.place.point).cell(outline.scenarios.at(row.place.scenario)).cell(row.place.replication);
  text.cell(row.seed).cell(row.status).cell(row.error).cell(row.digest);
  for (const double value : row.factors) text.cell(value);
  for (const double value : row.outcomes) text.cell(value);
  text.end_record();
  return text;
}

/// The runs of one point under one scenario, put together as they come.
class Cell {
 public:
  void add(const RunRow& row) {
    if (runs_ == 0) {
      place_ = row.place;
      factors_ = row.factors;
      sums_.assign(row.outcomes.size(), 0);
      counts_.assign(row.outcomes.size(), 0);
    }
    ++runs_;
    if (row.status != "ok") ++failed_;
    for (std::size_t i = 0; i < row.outcomes.size(); ++i) {
      if (!std::isfinite(row.outcomes[i])) continue;
      sums_[i] += row.outcomes[i];
      counts_[i] += 1;
    }
  }

  [[nodiscard]] bool is_other(const RunRow& row) const {
    return runs_ > 0 && (row.place.point != place_.point || row.place.scenario != place_.scenario);
  }

  [[nodiscard]] CsvText record(const StudyOutline& outline) const {
    CsvText text;
    text.cell(place_.point).cell(outline.scenarios.at(place_.scenario)).cell(runs_).cell(failed_);
    for (const double value : factors_) text.cell(value);
    for (std::size_t i = 0; i < sums_.size(); ++i) text.cell(sums_[i] / counts_[i]);
    text.end_record();
    return text;
  }

  [[nodiscard]] bool is_empty() const { return runs_ == 0; }

 private:
  RunPlace place_;
  std::vector<double> factors_;
  std::uint64_t runs_ = 0;
  std::uint64_t failed_ = 0;
  std::vector<double> sums_;
  std::vector<double> counts_;
};

CsvText point_heads(const StudyOutline& outline) {
  CsvText text;
  for (const char* head : {"point", "scenario", "runs", "failed"}) text.cell(head);
  factor_heads(text, outline);
  return text;
}

StoreHeader header_of(Database& database) {
  auto header = read_header(database);
  PARK_ASSERT(header.has_value());
  return std::move(*header);
}

}  // namespace

Checked<StudyResults> read_store(const std::string& path) {
  auto database = open_for_reading(path);
  if (!database.ok()) return database.problems();
  Database& open = *database.value();
  StudyResults results;
  StoreHeader header = header_of(open);
  results.outline = read_study_document(header.document, path);
  if (results.outline.design.kind == DesignKind::Search) {
    return Problems{{path, "/", "the results of a study (of a search: parksim report, parksim study export)",
                     "those of a search"}};
  }
  results.document = std::move(header.document);
  results.is_complete = header.is_complete;
  const StudyOutline& outline = results.outline;
  results.design =
      tabulate(*make_design(outline.design, outline.factors, outline.seed), outline.design, outline.factors);
  RowReader rows(open, outline, true);
  while (auto row = rows.next()) results.runs.push_back(std::move(*row));
  return results;
}

Checked<std::uint64_t> export_csv(const std::string& path, const std::string& folder) {
  auto database = open_for_reading(path);
  if (!database.ok()) return database.problems();
  const StoreHeader header = header_of(*database.value());
  const StudyOutline outline = read_study_document(header.document, path);
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) throw WorldError("cannot make the folder " + shown(folder, 300) + ": " + error.message());
  CsvFile runs(std::filesystem::path(folder) / "runs.csv");
  CsvFile points(std::filesystem::path(folder) / "points.csv");
  runs.write(run_heads(outline));
  points.write(point_heads(outline));
  std::uint64_t count = 0;
  Cell cell;
  RowReader rows(*database.value(), outline, true);
  while (const auto row = rows.next()) {
    runs.write(run_record(*row, outline));
    if (cell.is_other(*row)) {
      points.write(cell.record(outline));
      cell = Cell();
    }
    cell.add(*row);
    ++count;
  }
  if (!cell.is_empty()) points.write(cell.record(outline));
  runs.finish();
  points.finish();
  write_file(std::filesystem::path(folder) / "study.json", header.document);
  return count;
}

}  // namespace park::study
