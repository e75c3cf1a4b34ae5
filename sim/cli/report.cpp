// SPDX-License-Identifier: MIT
#include "cli/commands.hpp"
#include "cli/report_request.hpp"
#include "cli/study_words.hpp"
#include "scenario/load.hpp"
#include "study/report/report_page.hpp"

namespace park::cli {

int report_command(const Request& request, const Console& console) {
  const study::PageParts parts = study::find_page_parts();
  const auto report = read_report(request);
  if (!report.ok()) return console.refuse(report.problems());
  const std::string page =
      study::report_page(report.value(), console.texts.is_chinese() ? "zh" : "en", parts);
  make_folder_of(*request.out);
  write_file(*request.out, page);
  return say_written(*request.out, console);
}

}  // namespace park::cli
