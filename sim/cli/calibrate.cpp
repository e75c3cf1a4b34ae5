// SPDX-License-Identifier: MIT
#include "cli/commands.hpp"
#include "cli/ensemble_request.hpp"
#include "scenario/fault_list.hpp"
#include "scenario/load.hpp"
#include "study/calibration/calibration.hpp"
#include "study/terminal/interrupt.hpp"
#include "study/terminal/progress.hpp"
#include "study/words/readable.hpp"

namespace park::cli {
namespace {

std::string parameters_words(const study::CalibrationPlan& plan, const study::Calibration& calibration,
                             const Texts& texts) {
  TextTable table("llrrr");
  table.add({texts("table.key"), texts("table.label"), texts("table.bounds"), texts("table.before"),
             texts("table.after")});
  for (std::size_t f = 0; f < plan.factors.size(); ++f) {
    const study::Factor& factor = plan.factors[f];
    const ParameterRow& row = *factor.parameter.row;
    table.add({factor.key, std::string(texts.pick(row.zh, row.en)),
               readable(texts, factor.min) + " ~ " + readable(texts, factor.max),
               readable(texts, calibration.before.values[f]), readable(texts, calibration.after.values[f])});
  }
  return table.text();
}

std::string verdict(const study::TargetState& target, const Texts& texts) {
  return texts(target.miss <= 0 ? "patterns.holds" : "patterns.missed");
}

std::string targets_words(const study::Calibration& calibration, const Texts& texts) {
  TextTable table("llrrrrl");
  table.add({texts("table.target"), texts("table.scope"), texts("table.band"), texts("table.before"),
             texts("table.after"), texts("table.confirmed"), texts("table.verdict")});
  std::size_t holding = 0;
  for (std::size_t i = 0; i < calibration.after.targets.size(); ++i) {
    const study::TargetState& before = calibration.before.targets[i];
    const study::TargetState& after = calibration.after.targets[i];
    const study::TargetState* confirmed =
        calibration.confirmed ? &calibration.confirmed->targets[i] : nullptr;
    const study::TargetState& last = confirmed != nullptr ? *confirmed : after;
    holding += last.miss <= 0 ? 1 : 0;
    table.add({after.name, after.scope, readable(texts, after.low) + " ~ " + readable(texts, after.high),
               readable(texts, before.value.mean), readable(texts, after.value.mean),
               confirmed != nullptr ? readable(texts, confirmed->value.mean) : "-",
               verdict(before, texts) + " > " + verdict(last, texts)});
  }
  return table.text() + "\n" +
         texts("patterns.summary",
               {std::to_string(holding), std::to_string(calibration.after.targets.size())}) +
         "\n";
}

std::string report(const study::CalibrationPlan& plan, const study::Calibration& calibration,
                   const Texts& texts) {
  return texts("calibrate.line", {std::to_string(calibration.evaluations), std::to_string(plan.replications),
                                  std::to_string(plan.seed), readable(texts, calibration.before.objective),
                                  readable(texts, calibration.after.objective)}) +
         "\n\n" + parameters_words(plan, calibration, texts) + "\n" + targets_words(calibration, texts);
}

}  // namespace

int calibrate_command(const Request& request, const Console& console) {
  Problems problems;
  check_words(request, "TARGETS", 1, 1, problems);
  const int jobs = read_jobs(request, problems);
  if (request.out && (request.out->empty() || std::filesystem::is_directory(*request.out)))
    problems.push_back({command_line_source, "/--out", "a scenario file", "\"" + shown(*request.out) + "\""});
  if (request.words.size() != 1) return console.refuse(problems);
  const auto plan = study::load_calibration(request.words.front());
  if (!plan.ok()) append(problems, plan.problems());
  if (!problems.empty()) return console.refuse(problems);
  study::CalibrationOptions options;
  options.jobs = jobs;
  options.cancel = &watch_for_interrupt();
  Progress progress(console.texts, console.is_quiet);
  options.progress = [&](std::size_t done, std::size_t all) { progress.report(done, all); };
  const auto calibration = study::calibrate(plan.value(), options);
  if (!calibration) return exit_code::stopped;
  // Printed before it is written, so that a full disk does not take the fit with it.
  console.print(console.is_json ? study::calibration_document(plan.value(), *calibration)
                                : report(plan.value(), *calibration, console.texts));
  if (request.out)
    write_file(*request.out, study::fitted_scenario(plan.value(), calibration->after.values, *request.out));
  if (request.out && !console.is_json) console.remark(console.texts("run.written", {*request.out}));
  return calibration->is_complete ? exit_code::fine : exit_code::stopped;
}

}  // namespace park::cli
