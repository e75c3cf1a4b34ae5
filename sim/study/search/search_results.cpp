// SPDX-License-Identifier: MIT
#include "study/search/search_results.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

#include "scenario/load.hpp"
#include "study/csv_text.hpp"
#include "study/plan/outcome_reader.hpp"
#include "study/store/store_layout.hpp"

namespace park::study {
namespace {

constexpr std::array<std::pair<const char*, double Summary::*>, 6> statistics = {{{".mean", &Summary::mean},
                                                                                  {".lo", &Summary::lo},
                                                                                  {".hi", &Summary::hi},
                                                                                  {".p05", &Summary::p05},
                                                                                  {".p50", &Summary::p50},
                                                                                  {".p95", &Summary::p95}}};

/// Names of columns, made different where two objectives are of the same outcome.
class Heads {
 public:
  void add(std::string name) {
    for (int again = 2; !taken_.insert(folded(name)).second; ++again) {
      const std::size_t mark = again == 2 ? name.size() : name.rfind('_');
      name = name.substr(0, mark) + "_" + std::to_string(again);
    }
    heads_.push_back(std::move(name));
  }
  [[nodiscard]] std::vector<std::string> take() { return std::move(heads_); }

 private:
  std::vector<std::string> heads_;
  std::set<std::string> taken_;
};

std::vector<std::string> heads_of(const SearchOutline& outline) {
  Heads heads;
  for (const char* name :
       {"policy", "candidate", "keeps_limits", "is_overtaken", "cost_per_year", "cost_dearest_year"})
    heads.add(name);
  for (const Objective& objective : outline.objectives) {
    const std::string& name = outline.study.outcomes[objective.outcome].name;
    heads.add(name);
    heads.add(name + ".searched");
    for (const auto& [end, member] : statistics) heads.add(name + end);
  }
  for (std::size_t f = 0; f < outline.policy_factors; ++f) heads.add(outline.study.factors[f].key);
  return heads.take();
}

std::vector<double> row_of(std::size_t number, const FrontPolicy& policy, const Candidate& candidate) {
  std::vector<double> row = {static_cast<double>(number),     static_cast<double>(policy.candidate),
                             policy.keeps_limits ? 1.0 : 0.0, policy.is_overtaken ? 1.0 : 0.0,
                             policy.cost_per_year.mean,       policy.cost_dearest_year.mean};
  for (std::size_t o = 0; o < policy.objectives.size(); ++o) {
    row.push_back(policy.measured.objectives[o]);
    row.push_back(policy.searched.objectives[o]);
    for (const auto& [end, member] : statistics) row.push_back(policy.objectives[o].*member);
  }
  row.insert(row.end(), candidate.policy.begin(), candidate.policy.end());
  return row;
}

}  // namespace

std::size_t SearchResults::tried() const {
  return static_cast<std::size_t>(
      std::count_if(candidates.begin(), candidates.end(),
                    [](const Candidate& candidate) { return candidate.searched.is_complete(); }));
}

bool holds_search(const std::string& path) {
  const auto database = open_for_reading(path);
  if (!database.ok()) return false;
  const auto header = read_header(*database.value());
  return header && read_study_document(header->document, path).design.kind == DesignKind::Search;
}

Checked<SearchResults> read_search(const std::string& path) {
  auto database = open_for_reading(path);
  if (!database.ok()) return database.problems();
  const auto header = read_header(*database.value());
  PARK_ASSERT(header.has_value());
  const StudyOutline study = read_study_document(header->document, path);
  if (study.design.kind != DesignKind::Search)
    return Problems{
        {path, "/", "the results of a search (parksim search --out FILE.db)", "those of a study"}};
  SearchResults results;
  results.outline = read_search_document(header->document, path);
  results.is_complete = header->is_complete;
  const SearchOutline& outline = results.outline;
  RowReader rows(*database.value(), study, true);
  while (const auto row = rows.next()) {
    ++(row->status == "ok" ? results.ok : results.failed);
    const CandidatePlace place = CandidatePlace::of(row->place.point, outline);
    if (place.candidate >= results.candidates.size()) results.candidates.resize(place.candidate + 1);
    Candidate& candidate = results.candidates[place.candidate];
    if (candidate.searched.is_empty()) {
      const auto end = row->factors.begin() + static_cast<std::ptrdiff_t>(outline.policy_factors);
      candidate.policy.assign(row->factors.begin(), end);
      candidate.searched = FutureRuns(outline.futures, outline.replications(), study.outcomes.size());
    }
    put_run(candidate, outline, place.future, static_cast<std::size_t>(row->place.replication),
            row->outcomes);
  }
  results.front = front_of(outline, results.candidates);
  return results;
}

FrontTable front_table(const SearchOutline& outline, std::span<const Candidate> candidates,
                       const SearchFront& front) {
  FrontTable table;
  table.heads = heads_of(outline);
  if (candidates.empty() || front.scenario.objectives.empty()) return table;
  table.rows.push_back(row_of(0, front.scenario, candidates[0]));
  for (std::size_t p = 0; p < front.policies.size(); ++p) {
    const FrontPolicy& policy = front.policies[p];
    table.rows.push_back(row_of(p + 1, policy, candidates[policy.candidate]));
  }
  return table;
}

void write_front(Database& database, const FrontTable& table) {
  std::string columns;
  std::string places;
  constexpr std::size_t whole = 4;  // numbers and marks come first
  for (std::size_t c = 0; c < table.heads.size(); ++c) {
    columns += (c == 0 ? "" : ", ") + quoted_name(table.heads[c]) + (c < whole ? " INTEGER" : " REAL");
    places += c == 0 ? "?" : ", ?";
  }
  database.execute("DROP TABLE IF EXISTS front");
  database.execute("CREATE TABLE front (" + columns + ")");
  Statement insert(database, "INSERT INTO front VALUES (" + places + ")");
  for (const std::vector<double>& row : table.rows) {
    for (std::size_t c = 0; c < row.size(); ++c) insert.bind(static_cast<int>(c) + 1, row[c]);
    insert.run();
  }
}

void export_front(const SearchResults& results, const std::string& folder) {
  const FrontTable table = front_table(results.outline, results.candidates, results.front);
  CsvText text;
  for (const std::string& head : table.heads) text.cell(head);
  text.end_record();
  for (const std::vector<double>& row : table.rows) {
    for (const double value : row) text.cell(value);
    text.end_record();
  }
  write_file(std::filesystem::path(folder) / "front.csv", text.text());
}

}  // namespace park::study
