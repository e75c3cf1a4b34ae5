// SPDX-License-Identifier: MIT
#include <atomic>
#include <mutex>
#include <nlohmann/json.hpp>
#include <string>

#include "cli/commands.hpp"
#include "cli/ensemble_request.hpp"
#include "reduced/reduced_park.hpp"
#include "study/document_parts.hpp"
#include "study/tasks.hpp"
#include "study/terminal/interrupt.hpp"
#include "study/words/readable.hpp"

namespace park::cli {
namespace {

using nlohmann::ordered_json;
using reduced::figure_count;
using reduced::figure_keys;

constexpr std::uint64_t most_firms = 10'000'000;
constexpr std::uint64_t most_months = 600;

struct ReducedRequest {
  std::uint32_t firms = 6000;
  int months = 120;
  study::EnsembleOptions options;
};

Checked<ReducedRequest> read_reduced_request(const Request& request) {
  Problems problems;
  ReducedRequest wanted;
  wanted.firms = static_cast<std::uint32_t>(
      whole_option(request.firms, "--firms", 1, most_firms, problems).value_or(wanted.firms));
  wanted.months = static_cast<int>(whole_option(request.months, "--months", 1, most_months, problems)
                                       .value_or(static_cast<std::uint64_t>(wanted.months)));
  read_replication_options(request, wanted.options, problems);
  if (!request.seed) wanted.options.seed = 1;
  if (!problems.empty()) return problems;
  return wanted;
}

/// Courses of the replications that were done, from the first on.
struct Courses {
  std::vector<std::vector<reduced::Figures>> runs;
  bool complete = true;
};

Courses live(const ReducedRequest& wanted, const Console& console) {
  const auto count = static_cast<std::size_t>(wanted.options.replications);
  const std::atomic<bool>& stopped = watch_for_interrupt();
  Progress progress(console.texts, console.is_quiet);
  Courses courses;
  courses.runs.resize(count);
  std::mutex mutex;
  std::size_t done = 0;
  study::for_each_task(count, wanted.options.jobs, [&](std::size_t r) {
    if (stopped) return;
    courses.runs[r] = reduced::run(wanted.firms, wanted.months, wanted.options.seed + r);
    const std::lock_guard lock(mutex);
    progress.report(++done, count);
  });
  std::size_t kept = 0;
  while (kept < count && !courses.runs[kept].empty()) ++kept;
  courses.complete = kept == count;
  courses.runs.resize(kept);
  return courses;
}

study::Summary summary_of(const Courses& courses, std::size_t month, std::size_t figure) {
  std::vector<double> values;
  values.reserve(courses.runs.size());
  for (const auto& run : courses.runs) values.push_back(run[month][figure]);
  return study::summarise(values);
}

std::string reduced_document(const ReducedRequest& wanted, const Courses& courses) {
  ordered_json document = {{"model", "reduced"},
                           {"firms", wanted.firms},
                           {"months", wanted.months},
                           {"seed", wanted.options.seed},
                           {"replications", courses.runs.size()}};
  const auto months = static_cast<std::size_t>(wanted.months);
  for (std::size_t f = 0; f < figure_count; ++f) {
    const std::string key(figure_keys[f]);
    document["final"][key] = study::summary_json(summary_of(courses, months - 1, f));
    ordered_json& course = document["mean"][key] = ordered_json::array();
    for (std::size_t m = 0; m < months; ++m) course.push_back(study::number(summary_of(courses, m, f).mean));
  }
  document["complete"] = courses.complete;
  return study::finished(document);
}

std::string reduced_table(const ReducedRequest& wanted, const Courses& courses, const Texts& texts) {
  TextTable table("lrr");
  table.add({texts("table.key"), texts("table.mean"), texts("table.range")});
  for (std::size_t f = 0; f < figure_count; ++f) {
    const auto s = summary_of(courses, static_cast<std::size_t>(wanted.months) - 1, f);
    table.add({std::string(figure_keys[f]), readable(texts, s.mean),
               readable(texts, s.p05) + " ~ " + readable(texts, s.p95)});
  }
  return texts("reduced.title", {std::to_string(wanted.firms), std::to_string(wanted.months),
                                 std::to_string(courses.runs.size())}) +
         "\n" + table.text();
}

}  // namespace

int reduced_command(const Request& request, const Console& console) {
  const auto checked = read_reduced_request(request);
  if (!checked.ok()) return console.refuse(checked.problems());
  const ReducedRequest& wanted = checked.value();
  const Courses courses = live(wanted, console);
  console.print(console.is_json ? reduced_document(wanted, courses)
                                : reduced_table(wanted, courses, console.texts));
  return courses.complete ? exit_code::fine : exit_code::stopped;
}

}  // namespace park::cli
