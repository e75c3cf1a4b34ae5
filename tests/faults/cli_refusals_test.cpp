// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>

#include "faults/cli_process.hpp"

namespace park {
namespace {

TEST(CliRefusals, EveryFaultIsSaidAtOnce) {
  const ScratchFolder scratch;
  const std::string file =
      scratch.write("bad.json", R"({"levers": {"standard_factory_rent": "x", "no_such": 1}})");
  const Finished run = parksim({"run", file, "--replications", "0", "--months", "601", "--jobs", "x", "--set",
                                "standard_factory_rents=9", "--set", "agencies=many", "--set", "nonsense"});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(run.out, "");
  EXPECT_EQ(lines_in(run.err), 8U) << run.err;
  EXPECT_NE(
      run.err.find("--set:/standard_factory_rents: expected a known key (nearest: standard_factory_rent)"),
      std::string::npos)
      << run.err;
  EXPECT_NE(run.err.find(file + ":/levers/no_such: expected"), std::string::npos) << run.err;
  EXPECT_NE(run.err.find("command line:/--replications: expected a whole number from 1 to 100000, got \"0\""),
            std::string::npos);
}

TEST(CliRefusals, UsageIsRefusedInTheSameManner) {
  EXPECT_EQ(parksim({"run", "x.json", "--reps", "5"}).err,
            "command line:/--reps: expected a known option (nearest: --replications), got \"--reps\"\n");
  for (const std::vector<std::string>& words : {std::vector<std::string>{},
                                                {"runn"},
                                                {"run"},
                                                {"compare", shipped("baseline")},
                                                {"schema", "nothing"},
                                                {"schema", "map", "map"},
                                                {"levers", "more"},
                                                {"validate"},
                                                {"new"},
                                                {"national"},
                                                {"national", "--parks", "63", "--out", "/nowhere/country"},
                                                {"run", shipped("baseline"), "--seed"},
                                                {"levers", "--lang", "fr"},
                                                {"run", shipped("baseline"), shipped("baseline")},
                                                {"--nonsense"}}) {
    const Finished run = parksim(words);
    EXPECT_EQ(run.code, 2) << (words.empty() ? "no words" : words.back());
    EXPECT_NE(run.err.find(": expected "), std::string::npos) << run.err;
    EXPECT_EQ(run.out, "");
  }
}

TEST(CliRefusals, FilesThatAreNone) {
  const ScratchFolder scratch;
  EXPECT_EQ(parksim({"validate", scratch.file("missing.json")}).code, 2);
  EXPECT_EQ(parksim({"validate", scratch.file("")}).code, 2);
  EXPECT_EQ(parksim({"validate", "/dev/zero"}).code, 2);
  for (const std::string& text :
       {std::string(), std::string("[1"), std::string(100000, '['),
        std::string(R"({"levers": {"standard_factory_rent": 1e400}})"),
        std::string(R"({"schema": "parksim/nothing/1"})"), std::string("\xff\xfe\x00", 3)}) {
    const Finished run = parksim({"validate", scratch.write("bad.json", text)});
    EXPECT_EQ(run.code, 2) << text.substr(0, 40);
    EXPECT_NE(run.err.find("bad.json:/"), std::string::npos) << run.err.substr(0, 200);
  }
}

TEST(CliRefusals, GoodFilesBesideBadOnesAreStillNamed) {
  const ScratchFolder scratch;
  const Finished run =
      parksim({"validate", shipped("baseline"), scratch.write("bad.csv", "what,is\nthis,?\n")});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(run.out, shipped("baseline") + ": ok (scenario)\n");
  EXPECT_NE(run.err.find("bad.csv:/1/"), std::string::npos) << run.err;
}

TEST(CliRefusals, ScenariosOfDifferentLengthAreNotCompared) {
  const ScratchFolder scratch;
  const std::string file =
      scratch.write("short.json", R"({"extends": ")" + shipped("baseline") + R"(", "months": 12})");
  const Finished run = parksim({"compare", shipped("baseline"), file, "--replications", "1"});
  EXPECT_EQ(run.code, 2);
  EXPECT_NE(run.err.find("short.json:/months: expected 120"), std::string::npos) << run.err;
  EXPECT_EQ(parksim({"compare", shipped("baseline"), file, "--replications", "1", "--months", "6"}).code, 0);
}

TEST(CliRefusals, WhatWedgesCannotTakeApartIsNamed) {
  const ScratchFolder scratch;
  const std::string file = scratch.write(
      "other.json",
      R"({"extends": ")" + shipped("baseline") +
          R"(", "base_district": {"labour_force": 160000}, "structural": {"pool_agents": 3000}})");
  const Finished run = parksim({"compare", shipped("baseline"), file, "--wedges", "--outcome", "job@120"});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(run.out, "");
  EXPECT_EQ(lines_in(run.err), 3U) << run.err;
  EXPECT_NE(run.err.find("command line:/--outcome: expected"), std::string::npos) << run.err;
  EXPECT_NE(run.err.find("nearest: jobs"), std::string::npos) << run.err;
  EXPECT_NE(run.err.find("other.json:/base_district/labour_force: expected 150000"), std::string::npos)
      << run.err;
  EXPECT_NE(run.err.find("other.json:/structural/pool_agents: expected 6000"), std::string::npos) << run.err;
}

TEST(CliRefusals, ExplanationsTakeAsManyScenariosAsTheyExplain) {
  const std::string baseline = shipped("baseline");
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"compare", baseline, baseline, baseline, "--wedges"},
        {"compare", baseline, "--wedges"},
        {"compare", baseline, baseline, "--outcome", "jobs"},
        {"run", baseline, "--wedges"},
        {"clauses"},
        {"clauses", baseline, baseline},
        {"clauses", baseline, "--replications", "0"},
        {"bottlenecks"},
        {"bottlenecks", baseline, baseline},
        {"bottlenecks", baseline, "--outcome", "jobs"},
        {"sweep"},
        {"sweep", baseline, baseline},
        {"sweep", baseline, "--levels", "1"},
        {"sweep", baseline, "--levels", "102"},
        {"sweep", baseline, "--kinds", "clauses"},
        {"sweep", baseline, "--kinds", ""},
        {"sweep", baseline, "--outcome", "jobs@121"},
        {"sweep", baseline, "--outcome", "jobs", "--outcome", "no_such"}}) {
    const Finished run = parksim(words);
    EXPECT_EQ(run.code, 2) << words.front() << " " << words.size();
    EXPECT_NE(run.err.find(": expected "), std::string::npos) << run.err;
    EXPECT_EQ(run.out, "");
  }
}

TEST(CliRefusals, AFullDiskIsTheWorldsFault) {
  EXPECT_EQ(
      parksim({"run", shipped("baseline"), "--replications", "1", "--months", "1", "--out", "/proc/none"})
          .code,
      1);
}

TEST(CliRefusals, TheFolderForResultsIsNoFile) {
  const ScratchFolder scratch;
  const std::string file = scratch.write("file", "text");
  EXPECT_EQ(parksim({"run", shipped("baseline"), "--replications", "1", "--out", file}).code, 2);
}

/// A copy of the program alone in a folder: nothing of its data is above it.
TEST(CliRefusals, HelpsEvenWithoutItsData) {
  const ScratchFolder scratch;
  const std::string alone = scratch.file("parksim");
  std::filesystem::copy_file(PARKSIM_BINARY, alone);
  const std::string nowhere = "PARKSIM_DATA='" + scratch.file("") + "' '" + alone + "' ";
  const auto run = [&](const std::string& words) {
    const std::string out = scratch.file("out");
    const int status = std::system((nowhere + words + " > '" + out + "' 2>&1").c_str());
    return std::pair(WEXITSTATUS(status), text_of(out));
  };
  const auto [code, text] = run("--help --lang en");
  EXPECT_EQ(code, 0);
  for (const char* word : {"study submit", "workbook", "PARKSIM_DATA"})
    EXPECT_NE(text.find(word), std::string::npos) << text;
  EXPECT_NE(run("run --help --lang zh").second.find("找不到程序的数据"), std::string::npos);
  EXPECT_EQ(run("--version").first, 0);
  EXPECT_EQ(run("levers").first, 1);
}

}  // namespace
}  // namespace park
