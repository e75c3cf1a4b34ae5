// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "faults/cli_process.hpp"

namespace park {
namespace {

std::vector<std::string> long_run(const std::string& out) {
  return {"run", shipped("whole_package"), "--replications", "20000", "--months", "12", "--json", "--out",
          out};
}

/// Lets it work until some replications are done, then stops it by Ctrl-C. How long that takes depends on the
/// build: one stopped before, or even before it had read its files, is begun again and given twice the time.
Finished stopped(const std::vector<std::string>& arguments) {
  for (int seconds = 1; seconds < 60; seconds *= 2) {
    const ParksimProcess process(arguments);
    process.let_work(seconds);
    process.send(SIGINT);
    Finished run = process.wait();
    const bool is_stopped_early = run.out.empty() || run.out.find("\"replications\":0,") != std::string::npos;
    if (!is_stopped_early) return run;
  }
  ADD_FAILURE() << "no replication in a minute";
  return {};
}

/// What a stopped work of 20,000 replications printed: some of them, said to be incomplete.
nlohmann::json stopped_document(const Finished& run) {
  EXPECT_EQ(run.code, 130) << run.err;
  nlohmann::json document = nlohmann::json::parse(run.out);
  EXPECT_EQ(document["complete"], false);
  EXPECT_GT(document["replications"], 0U);
  EXPECT_LT(document["replications"], 20000U);
  return document;
}

TEST(CliInterrupt, KeepsWhatIsDone) {
  const ScratchFolder scratch;
  const std::string out = scratch.file("out");
  const Finished run = stopped(long_run(out));
  const nlohmann::json document = stopped_document(run);
  const auto done = document["replications"].get<std::size_t>();
  EXPECT_EQ(document["digest"].size(), done);
  EXPECT_EQ(document["final"]["jobs"]["n"], done);
  EXPECT_EQ(text_of(out + "/summary.json"), run.out);
  for (const char* file : {"series.csv", "runs.csv", "events.csv", "firms.csv"}) {
    EXPECT_TRUE(std::filesystem::exists(out + "/" + file)) << file;
  }
  EXPECT_NE(run.err.find("Stopped"), std::string::npos) << run.err;
}

TEST(CliInterrupt, AnExplanationKeepsWhatIsDoneToo) {
  const ScratchFolder scratch;
  const std::string out = scratch.file("out");
  const Finished run = stopped({"bottlenecks", shipped("whole_package"), "--replications", "20000",
                                "--months", "6", "--json", "--out", out});
  const nlohmann::json document = stopped_document(run);
  const auto done = document["replications"].get<std::size_t>();
  EXPECT_EQ(document["shadow_prices"][0]["gain"]["jobs"]["n"], done);
  EXPECT_EQ(text_of(out + "/bottlenecks.json"), run.out);
}

TEST(CliInterrupt, ASweepKeepsWhatIsDoneToo) {
  const ScratchFolder scratch;
  const std::string out = scratch.file("out");
  // A replication is 64 runs.
  const Finished run =
      stopped({"sweep", shipped("whole_package"), "--replications", "20000", "--months", "1", "--set",
               "pool_agents=500", "--levels", "2", "--kinds", "uncertainties", "--json", "--out", out});
  const nlohmann::json document = stopped_document(run);
  const auto done = document["replications"].get<std::size_t>();
  EXPECT_EQ(document["outcomes"][0]["factors"][0]["levels"][0]["effect"]["n"], done);
  EXPECT_EQ(text_of(out + "/sweep.json"), run.out);
}

TEST(CliInterrupt, TheSecondTimeEndsItAtOnce) {
  const ScratchFolder scratch;
  const std::string out = scratch.file("out");
  const ParksimProcess process(long_run(out));
  process.let_work(1);
  process.send(SIGINT);
  process.send(SIGTERM);
  EXPECT_EQ(process.wait().code, 130);
}

}  // namespace
}  // namespace park
