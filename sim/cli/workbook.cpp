// SPDX-License-Identifier: MIT
#include "study/report/workbook.hpp"

#include "cli/commands.hpp"
#include "cli/report_request.hpp"
#include "cli/study_words.hpp"

namespace park::cli {

int workbook_command(const Request& request, const Console& console) {
  const auto report = read_report(request);
  if (!report.ok()) return console.refuse(report.problems());
  make_folder_of(*request.out);
  study::write_workbook(report.value(), console.texts.is_chinese() ? "zh" : "en", *request.out);
  return say_written(*request.out, console);
}

}  // namespace park::cli
