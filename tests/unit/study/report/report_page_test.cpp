// SPDX-License-Identifier: MIT
#include "study/report/report_page.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "../../scenario/scratch_folder.hpp"
#include "core/assert.hpp"
#include "scenario/load.hpp"

namespace park::study {
namespace {

namespace fs = std::filesystem;

/// The shipped parts with a library of our own, which lies in the folder.
PageParts parts_with(const std::string& library, const test::ScratchFolder& folder) {
  PageParts parts;
  parts.assets = fs::path(PARKSIM_SOURCE_DIR) / "assets" / "report";
  parts.echarts = folder.path() / "library.js";
  std::ofstream(parts.echarts) << library;
  return parts;
}

nlohmann::ordered_json small_study() {
  return {{"kind", "study"}, {"name", "</script><b>"}, {"third", 1.0 / 3}};
}

TEST(ReportPage, DataCannotEndItsScriptAndNumbersAreShort) {
  const test::ScratchFolder folder;
  const std::string page = report_page(small_study(), "en", parts_with("var echarts;", folder));
  EXPECT_NE(page.find("var echarts;"), std::string::npos);
  EXPECT_NE(page.find(R"(\u003c/script>\u003cb>)"), std::string::npos);
  EXPECT_EQ(page.find("</script><b>"), std::string::npos);
  EXPECT_NE(page.find(R"("third":0.333333})"), std::string::npos);
  EXPECT_NE(page.find(R"(<html lang="en">)"), std::string::npos);
  EXPECT_EQ(page.find("{{data}}"), std::string::npos);
}

TEST(ReportPage, ALibraryThatWouldEndItsScriptIsRefused) {
  const test::ScratchFolder folder;
  const PageParts parts = parts_with("'</script>'", folder);
  EXPECT_THROW(static_cast<void>(report_page(small_study(), "en", parts)), WorldError);
}

}  // namespace
}  // namespace park::study
