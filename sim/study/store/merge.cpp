// SPDX-License-Identifier: MIT
#include <algorithm>

#include "study/store/store_layout.hpp"
#include "study/store/store_results.hpp"
#include "study/store/writer_lock.hpp"

namespace park::study {
namespace {

struct OpenShard {
  std::unique_ptr<Database> database;
  StoreHeader header;
};

/// What keeps shards from being one study; the first one is what the others are held against.
Problems contradictions(const std::vector<OpenShard>& shards) {
  Problems problems;
  const StoreHeader& first = shards.front().header;
  const std::string& first_file = shards.front().database->path();
  for (std::size_t i = 1; i < shards.size(); ++i) {
    const StoreHeader& header = shards[i].header;
    const std::string& file = shards[i].database->path();
    if (header.document != first.document)
      problems.push_back({file, "/", "the study of " + first_file, "another"});
    if (header.fingerprint != first.fingerprint) {
      problems.push_back(
          {file, "/fingerprint",
           first.fingerprint + " as in " + first_file + ", as results of two C libraries are not mixed",
           header.fingerprint});
    }
    if (header.shard.count != first.shard.count) {
      problems.push_back({file, "/shard", "one of " + std::to_string(first.shard.count) + " shards",
                          to_string(header.shard)});
    }
    for (std::size_t j = 0; j < i; ++j) {
      if (shards[j].header.shard == header.shard)
        problems.push_back({file, "/shard", "each shard once", to_string(header.shard) + " again"});
    }
  }
  return problems;
}

/// Shards run the point that all others are compared with each for themselves: its rows must be equal.
void check_repeated(Database& out, const RunRow& row, std::uint64_t number, const std::string& file) {
  Statement known(out, "SELECT digest FROM runs WHERE id = ?");
  known.bind(1, static_cast<std::int64_t>(number));
  if (known.step() && known.text(0) != row.digest)
    throw WorldError(file + " has another result for a run than the shards before it");
}

StoreTally copy_rows(std::vector<OpenShard>& shards, Database& out, const StudyOutline& outline) {
  StoreTally tally;
  RowInserter inserter(out, outline);
  const std::uint64_t cells = outline.cells();
  for (OpenShard& shard : shards) {
    RowReader rows(*shard.database, outline, false);
    while (const auto row = rows.next()) {
      if (inserter.insert(*row)) {
        ++(row->status == "ok" ? tally.ok : tally.failed);
      } else {
        check_repeated(out, *row, row->place.number(outline, cells), shard.database->path());
      }
    }
  }
  const bool are_all_there = shards.size() == shards.front().header.shard.count;
  tally.is_complete = are_all_there && std::all_of(shards.begin(), shards.end(), [](const OpenShard& shard) {
                        return shard.header.is_complete;
                      });
  return tally;
}

}  // namespace

Checked<StoreTally> merge_shards(const std::string& path, const std::vector<std::string>& files) {
  Problems problems;
  std::vector<OpenShard> shards;
  for (const std::string& file : files) {
    auto database = open_for_reading(file);
    if (!database.ok()) {
      append(problems, database.problems());
      continue;
    }
    OpenShard shard{std::move(database).value(), {}};
    shard.header = read_header(*shard.database).value();
    shards.push_back(std::move(shard));
  }
  if (problems.empty()) problems = contradictions(shards);
  const FileState state = state_of(path);
  const auto taken = [&] { problems.push_back({path, "/", "a new file", "one that is there already"}); };
  if (state == FileState::Other) taken();
  if (!problems.empty()) return problems;
  StoreHeader header = shards.front().header;
  const StudyOutline outline = read_study_document(header.document, shards.front().database->path());
  if (outline.design.kind == DesignKind::Search)
    return Problems{{files.front(), "/", "the results of a study", "those of a search, which has no shards"}};
  const WriterLock lock(path);
  Database out(path, Database::Mode::Create);
  if (read_header(out)) {
    taken();
    return problems;
  }
  header.shard = Shard();
  header.is_complete = false;
  // All of it or nothing: a merge that was cut short leaves a file without tables, which may be merged into.
  prepare_for_writing(out);
  out.execute("BEGIN IMMEDIATE");
  create_tables(out, outline, header);
  const StoreTally tally = copy_rows(shards, out, outline);
  write_completeness(out, tally.is_complete);
  out.execute("COMMIT");
  leave_alone(out);
  return tally;
}

}  // namespace park::study
