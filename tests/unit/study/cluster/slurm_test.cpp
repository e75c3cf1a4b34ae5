// SPDX-License-Identifier: MIT
#include "study/cluster/slurm.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

#include "scenario/load.hpp"
#include "unit/scenario/scratch_folder.hpp"

namespace park::study {
namespace {

SlurmJob job_in(const std::filesystem::path& folder) {
  SlurmJob job;
  job.program = folder / "pretended parksim";
  job.data = "/data";
  job.study = folder / "it's a study.json";
  job.folder = folder;
  job.out = folder / "all.db";
  job.name = "parksim-x";
  job.shards = 3;
  return job;
}

int run(const std::string& command) {
  const int status = std::system(command.c_str());
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/// The script run by hand, with a program and a scontrol that write down what they were asked.
class ClusterScripts : public ::testing::Test {
 protected:
  ClusterScripts() {
    write_scripts(job_in(scratch_.path()));
    is_in_state("RUNNING");
    program("sleep", "true");
  }
  [[nodiscard]] std::string path(const std::string& name) const { return (scratch_.path() / name).string(); }
  void program(const std::string& name, const std::string& text) const {
    scratch_.write(name, "#!/bin/bash\n" + text + "\n");
    std::filesystem::permissions(path(name), std::filesystem::perms::owner_all);
  }
  void is_in_state(const std::string& state) const {
    program("scontrol", "if [ $1 = show ]; then echo JobId=5 JobState=" + state +
                            " Reason=None; else echo \"$@\" >> " + path("asked") + "; fi");
  }
  [[nodiscard]] int shard(int restarts) const {
    return run("PATH=" + scratch_.path().string() +
               ":$PATH SLURM_ARRAY_JOB_ID=77 SLURM_ARRAY_TASK_ID=2 SLURM_RESTART_COUNT=" +
               std::to_string(restarts) + " bash " + path("shard.sh") + " 2>/dev/null");
  }
  [[nodiscard]] std::string asked() const {
    return std::filesystem::exists(path("asked")) ? read_file(path("asked")).value() : "";
  }

 private:
  test::ScratchFolder scratch_;
};

TEST_F(ClusterScripts, AShardThatSucceedsAsksForNothing) {
  program("pretended parksim", "for word; do echo \"$word\"; done > " + path("words"));
  EXPECT_EQ(shard(0), 0);
  EXPECT_EQ(asked(), "");
  EXPECT_EQ(read_file(path("words")).value(),
            "study\nrun\n" + path("it's a study.json") + "\n--out\n" + path("shard_2.db") +
                "\n--shard\n2/3\n--jobs\n1\n--resume\n--quiet\n--lang\nen\n");
}

TEST_F(ClusterScripts, AShardWhoseProcessIsKilledIsQueuedAgainAFewTimes) {
  program("pretended parksim", "kill -9 $$");
  EXPECT_EQ(shard(0), 137);
  EXPECT_EQ(asked(), "requeue 77_2\n");
  EXPECT_EQ(shard(most_restarts), 137);
  EXPECT_EQ(asked(), "requeue 77_2\n");
}

/// A controller that is busy answers nothing the first time, neither to the one question nor to the other.
TEST_F(ClusterScripts, AShardAsksAgainWhereTheControllerDoesNotAnswer) {
  program("pretended parksim", "kill -9 $$");
  program("scontrol", "echo x >> " + path("calls") + R"(
case $(wc -l < )" + path("calls") +
                          R"() in
  1|3) echo "Unable to contact slurm controller" >&2; exit 1;;
  2) echo JobId=5 JobState=RUNNING Reason=None;;
  *) echo "$@" >> )" + path("asked") +
                          R"(;;
esac)");
  EXPECT_EQ(shard(0), 137);
  EXPECT_EQ(asked(), "requeue 77_2\n");
}

TEST_F(ClusterScripts, ACancelledShardStaysCancelled) {
  program("pretended parksim", "exit 130");
  is_in_state("CANCELLED");
  EXPECT_EQ(shard(0), 130);
  EXPECT_EQ(asked(), "");
}

TEST_F(ClusterScripts, BadInputIsNotQueuedAgain) {
  program("pretended parksim", "exit 2");
  EXPECT_EQ(shard(0), 2);
  EXPECT_EQ(asked(), "");
}

TEST_F(ClusterScripts, AMergeTakesEveryShard) {
  program("pretended parksim", "for word; do echo \"$word\"; done > " + path("words"));
  EXPECT_EQ(run("bash " + path("merge.sh")), 0);
  EXPECT_EQ(read_file(path("words")).value(), "study\nmerge\n" + path("all.db") + "\n" + path("shard_0.db") +
                                                  "\n" + path("shard_1.db") + "\n" + path("shard_2.db") +
                                                  "\n--lang\nen\n");
}

TEST_F(ClusterScripts, SubmittingReadsTheNumbersOrSaysWhatWentWrong) {
  program("sbatch", "echo \"$@\" >> " + path("asked") + "; echo \"12;cluster\"");
  const std::string old = std::getenv("PATH");
  ::setenv("PATH", (std::filesystem::path(path("x")).parent_path().string() + ":" + old).c_str(), 1);
  const Submitted numbers = submit(job_in(std::filesystem::path(path("x")).parent_path()));
  program("sbatch", "echo 'no partition' >&2; exit 1");
  EXPECT_THROW(static_cast<void>(submit(job_in(std::filesystem::path(path("x")).parent_path()))),
               std::runtime_error);
  ::setenv("PATH", old.c_str(), 1);
  EXPECT_EQ(numbers.array, "12");
  EXPECT_EQ(numbers.merge, "12");
  EXPECT_NE(asked().find("--array=0-2"), std::string::npos);
  EXPECT_NE(asked().find("--dependency=afterok:12 --kill-on-invalid-dep=yes"), std::string::npos);
}

}  // namespace
}  // namespace park::study
