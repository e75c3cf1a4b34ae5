// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>

#include "faults/cli_process.hpp"
#include "unit/study/analysis/known_functions.hpp"

namespace park {
namespace {

using study::Ishigami;

std::string csv_of(const std::string& header, const std::vector<double>& values, std::size_t columns,
                   const std::vector<double>& y) {
  std::ostringstream text;
  text.precision(17);
  text << header << "\n";
  for (std::size_t r = 0; r < y.size(); ++r) {
    for (std::size_t c = 0; c < columns; ++c) text << values[r * columns + c] << ",";
    text << y[r] << "\n";
  }
  return text.str();
}

std::string saltelli_csv(std::size_t base) {
  const auto rows = study::saltelli_rows(base, 3);
  return csv_of("a,b,c,y", rows, 3, study::values_of<Ishigami>(rows));
}

std::vector<std::string> analyze(const std::string& file, const std::vector<std::string>& more) {
  std::vector<std::string> words = {"study", "analyze", file};
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

TEST(CliStudyAnalyze, SobolIndicesOfACsvFromElsewhere) {
  const ScratchFolder scratch;
  const std::string file = scratch.write("s.csv", saltelli_csv(2048));
  const Finished run =
      parksim(analyze(file, {"--factors", "a,b,c", "--outcomes", "y", "--design", "sobol", "--json"}));
  ASSERT_EQ(run.code, 0) << run.err;
  EXPECT_EQ(run.err, "");
  const auto rows = nlohmann::json::parse(run.out).at("outcomes").at("y").at("sobol");
  for (std::size_t f = 0; f < 3; ++f) {
    EXPECT_NEAR(rows.at(f).at("s1").get<double>(), Ishigami::first()[f], 0.03);
    EXPECT_NEAR(rows.at(f).at("st").get<double>(), Ishigami::total()[f], 0.03);
  }
  const Finished again = parksim(
      analyze(file, {"--factors", "a,b,c", "--outcomes", "y", "--design", "sobol", "--json", "--jobs", "1"}));
  EXPECT_EQ(again.out, run.out);
}

TEST(CliStudyAnalyze, MorrisWithStatedRanges) {
  const ScratchFolder scratch;
  const std::string file = scratch.write("m.csv", "a,b,y\n0,0,0\n5,0,10\n5,5,-5\n");
  const std::string ranges = scratch.write("r.json", R"({"a": [0, 10], "b": [0, 20]})");
  const Finished run = parksim(analyze(
      file, {"--factors", "a,b", "--outcomes", "y", "--design", "morris", "--ranges", ranges, "--json"}));
  ASSERT_EQ(run.code, 0) << run.err;
  const auto rows = nlohmann::json::parse(run.out).at("outcomes").at("y").at("morris");
  EXPECT_EQ(rows.at(0).at("mu_star"), 20);
  EXPECT_EQ(rows.at(1).at("mu"), -60);
}

TEST(CliStudyAnalyze, BoxesSpeakInTheCataloguesWords) {
  const ScratchFolder scratch;
  std::vector<double> x = study::sequence_points(500, 2);
  std::vector<double> y;
  for (std::size_t i = 0; i < x.size(); i += 2) {
    x[i] = 8 + 17 * x[i];
    y.push_back(x[i] > 18 ? 6000 : 4000);
  }
  const std::string file = scratch.write("p.csv", csv_of("origin_rent,other,jobs@120", x, 2, y));
  const std::vector<std::string> more = {"--factors", "origin_rent,other", "--outcomes",
                                         "jobs@120",  "--design",          "given",
                                         "--target",  "jobs@120>=5000"};
  const Finished english = parksim(analyze(file, more));
  ASSERT_EQ(english.code, 0) << english.err;
  EXPECT_NE(english.out.find("When rent in the origin regions is at least 18"), std::string::npos)
      << english.out;
  EXPECT_NE(english.out.find("is at least 5000 people is 100%"), std::string::npos) << english.out;
  std::vector<std::string> chinese = more;
  chinese.insert(chinese.end(), {"--lang", "zh"});
  const Finished run = parksim(analyze(file, chinese));
  EXPECT_NE(run.out.find("当沿海厂房租金不低于18"), std::string::npos) << run.out;
  EXPECT_NE(run.out.find("的可能性为100%"), std::string::npos) << run.out;
}

TEST(CliStudyAnalyze, EveryFaultIsSaidAtOnce) {
  const ScratchFolder scratch;
  const std::string file = scratch.write("bad.csv", "a,y\n1,2\nx,3\n");
  const std::string ranges = scratch.write("r.json", R"({"a": [1, 0], "aa": 1})");
  const Finished run =
      parksim(analyze(file, {"--factors", "a,a", "--outcomes", "y", "--design", "mad", "--order", "rows",
                             "--ranges", ranges, "--target", "z>=1", "--jobs", "0"}));
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(run.out, "");
  for (const std::string& words :
       {std::string("command line:/--factors: expected each name once"),
        std::string("command line:/--design: expected morris, sobol or given, got \"mad\""),
        std::string("command line:/--order: expected --design sobol with it"),
        std::string("command line:/--target: expected"), ranges + ":/a: expected a range with min below max",
        ranges + ":/aa: expected", file + ":/3/1: expected a number, got \"x\"",
        std::string("command line:/--jobs: expected")}) {
    EXPECT_NE(run.err.find(words), std::string::npos) << words << "\n" << run.err;
  }
}

TEST(CliStudyAnalyze, UsageIsRefused) {
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"study"},
        {"study", "analyse"},
        {"study", "analyze"},
        {"study", "analyze", "missing.csv", "--factors", "a", "--outcomes", "y", "--design", "given"},
        {"study", "analyze", "x.csv", "--factor", "a"}}) {
    const Finished run = parksim(words);
    EXPECT_EQ(run.code, 2) << words.back();
    EXPECT_NE(run.err.find(": expected "), std::string::npos) << run.err;
  }
  EXPECT_NE(parksim({"study", "analyse"}).err.find("nearest: analyze"), std::string::npos);
  EXPECT_NE(parksim({"study", "analyze", "x.csv", "--factor", "a"}).err.find("nearest: --factors"),
            std::string::npos);
  const Finished help = parksim({"study", "analyze", "--help"});
  EXPECT_EQ(help.code, 0);
  EXPECT_NE(help.out.find("Examples:"), std::string::npos);
}

/// A program that lies where no plug-in does.
TEST(CliStudyAnalyze, AMissingPlugInIsSaidInASentence) {
  const ScratchFolder scratch;
  std::filesystem::create_directories(scratch.file("a/b"));
  const std::string program = scratch.file("a/b/parksim");
  std::filesystem::copy_file(PARKSIM_BINARY, program);
  const std::string file = scratch.write("s.csv", saltelli_csv(16));
  const Finished run =
      run_program(program, analyze(file, {"--factors", "a,b,c", "--outcomes", "y", "--design", "sobol"}));
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(run.out, "");
  EXPECT_NE(run.err.find("Sobol indices need OpenTURNS, and its plug-in"), std::string::npos) << run.err;
  const Finished given =
      run_program(program, analyze(file, {"--factors", "a,b,c", "--outcomes", "y", "--design", "given"}));
  EXPECT_EQ(given.code, 0) << given.err;
}

}  // namespace
}  // namespace park
