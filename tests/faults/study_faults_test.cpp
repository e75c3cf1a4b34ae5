// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <cstdlib>
#include <nlohmann/json.hpp>

#include "core/random.hpp"
#include "faults/cli_process.hpp"

namespace park {
namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;

/// What limits a child process before it becomes parksim; the program inherits it.
class Limits {
 public:
  explicit Limits(rlim_t file_bytes) {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit narrow{file_bytes, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &narrow);
    ::signal(SIGXFSZ, SIG_IGN);
  }
  ~Limits() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    ::signal(SIGXFSZ, SIG_DFL);
  }
  Limits(const Limits&) = delete;
  Limits& operator=(const Limits&) = delete;

 private:
  rlimit before_{};
};

class StudyFaults : public ::testing::Test {
 protected:
  /// Some hundred short runs, two seconds of work.
  [[nodiscard]] std::string study(int n = 150, int seed = 2026) const {
    const nlohmann::json document = {{"schema", "parksim/study/1"},
                                     {"scenarios", {shipped("whole_package")}},
                                     {"months", 36},
                                     {"factors", {"rent_free_months", "home_bias", "footloose_rate"}},
                                     {"design", {{"latin_hypercube", {{"n", n}}}}},
                                     {"outcomes", {"jobs", "firms_signed"}},
                                     {"replications", 4},
                                     {"seed", seed}};
    return scratch_.write("study.json", document.dump());
  }
  [[nodiscard]] std::string file(const std::string& name) const { return scratch_.file(name); }

  [[nodiscard]] std::string exported(const std::string& db) const {
    const std::string folder = file(db + ".csv");
    const Finished run = parksim({"study", "export", file(db), "--csv", folder, "--quiet"});
    EXPECT_EQ(run.code, 0) << run.err;
    return text_of(folder + "/study.json") + text_of(folder + "/runs.csv") + text_of(folder + "/points.csv");
  }

  [[nodiscard]] Finished run_study(const std::string& db, std::vector<std::string> more = {}) const {
    std::vector<std::string> words = {"study", "run", study_file_, "--out", file(db), "--quiet"};
    words.insert(words.end(), more.begin(), more.end());
    return parksim(words);
  }

  void remove_store(const std::string& db) const {
    for (const char* end : {"", "-wal", "-shm", "-journal"}) fs::remove(file(db + end));
  }

  /// Starts the study, kills it at a random moment, again and again, and lets it end.
  void expect_kills_change_nothing(int kills) {
    study_file_ = study();
    ASSERT_EQ(run_study("whole.db").code, 0);
    RandomStream moments{static_cast<std::uint64_t>(::getpid()), Draw::StudyDesign, 0};
    int struck = 0;
    for (int k = 0; k < kills; ++k) {
      const bool is_new = k % 4 == 0;
      if (is_new) remove_store("killed.db");
      const ParksimProcess process(
          {"study", "run", study_file_, "--out", file("killed.db"), "--quiet", "--resume"});
      if (is_new) {
        // While the file is being made: within some milliseconds of its being there.
        for (int i = 0; i < 1000000 && !fs::exists(file("killed.db")); ++i) std::this_thread::sleep_for(20us);
        std::this_thread::sleep_for(std::chrono::microseconds(static_cast<int>(4000 * moments.uniform())));
      } else {
        process.let_work(moments.uniform());
      }
      process.send(SIGKILL);
      if (process.wait().code == 128 + SIGKILL) ++struck;
    }
    EXPECT_GT(struck, 0);
    const Finished rest = run_study("killed.db", {"--resume"});
    ASSERT_EQ(rest.code, 0) << rest.err;
    EXPECT_EQ(exported("killed.db"), exported("whole.db"));
  }

  ScratchFolder scratch_;
  std::string study_file_;
};

TEST_F(StudyFaults, AKilledStudyGoesOnToTheSameResults) { expect_kills_change_nothing(6); }

/// Fifty kills where time is given: ./park check --full.
TEST_F(StudyFaults, SlowAStudyKilledOftenGoesOnToTheSameResults) {
  const char* kills = std::getenv("PARKSIM_KILLS");
  expect_kills_change_nothing(kills == nullptr ? 10 : std::atoi(kills));
}

/// What the file holds never shrinks: a run that a reader has seen stays.
TEST_F(StudyFaults, WhatIsCommittedStaysThroughAKill) {
  study_file_ = study(2000);
  const ParksimProcess process({"study", "run", study_file_, "--out", file("a.db"), "--quiet"});
  const auto rows = [&] {
    const std::string text = exported("a.db");
    return std::count(text.begin(), text.end(), '\n');
  };
  process.let_work(2.5);
  const auto before = rows();
  process.send(SIGKILL);
  ASSERT_EQ(process.wait().code, 128 + SIGKILL);
  const auto after = rows();
  // More rows than there are lines without any run: the document and the headings.
  EXPECT_GT(before, 100);
  EXPECT_GE(after, before);
}

TEST_F(StudyFaults, CtrlCKeepsWhatIsDone) {
  study_file_ = study(2000);
  const ParksimProcess process({"study", "run", study_file_, "--out", file("a.db"), "--json"});
  process.let_work(1);
  process.send(SIGINT);
  const Finished run = process.wait();
  EXPECT_EQ(run.code, 130) << run.err;
  const auto document = nlohmann::json::parse(run.out);
  EXPECT_EQ(document["complete"], false);
  EXPECT_GT(document["runs"]["ok"], 0);
  EXPECT_LT(document["runs"]["ok"], 8000);
  const Finished exporting = parksim({"study", "export", file("a.db"), "--csv", file("csv"), "--json"});
  EXPECT_EQ(nlohmann::json::parse(exporting.out)["rows"], document["runs"]["ok"]);
}

TEST_F(StudyFaults, ASecondWriterIsToldWhoHasTheFile) {
  study_file_ = study(2000);
  const ParksimProcess first({"study", "run", study_file_, "--out", file("a.db"), "--quiet"});
  first.let_work(0.5);
  const Finished second = run_study("a.db", {"--resume"});
  EXPECT_EQ(second.code, 1);
  EXPECT_NE(second.err.find("is being written by process "), std::string::npos) << second.err;
  const Finished merging = parksim({"study", "merge", file("a.db"), file("a.db")});
  EXPECT_EQ(merging.code, 1) << merging.err;
  // Readers are let in.
  EXPECT_EQ(parksim({"study", "export", file("a.db"), "--csv", file("csv")}).code, 0);
  first.send(SIGKILL);
  static_cast<void>(first.wait());
  // And a dead one has nothing.
  const ParksimProcess third({"study", "run", study_file_, "--out", file("a.db"), "--quiet", "--resume"});
  third.let_work(0.5);
  third.send(SIGINT);
  EXPECT_EQ(third.wait().code, 130);
}

TEST_F(StudyFaults, AFullDiskEndsTheStudyAndLosesNothing) {
  study_file_ = study();
  ASSERT_EQ(run_study("whole.db").code, 0);
  int full = 0;
  for (const rlim_t bytes : {0UL, 3000UL, 60000UL, 90000UL}) {
    const Finished run = [&] {
      const Limits narrow(bytes);
      return run_study("full.db", {"--resume"});
    }();
    if (run.code == 0) continue;
    ++full;
    EXPECT_EQ(run.code, 1) << bytes;
    if (bytes > 3000) {  // else there was no room for the words either
      EXPECT_NE(run.err.find("cannot write " + file("full.db")), std::string::npos) << run.err;
    }
  }
  EXPECT_GE(full, 3);
  ASSERT_EQ(run_study("full.db", {"--resume"}).code, 0);
  EXPECT_EQ(exported("full.db"), exported("whole.db"));
}

TEST_F(StudyFaults, WhatCannotBeWrittenIsSaid) {
  study_file_ = study();
  const Finished nowhere = parksim({"study", "run", study_file_, "--out", "/proc/no_such/a.db"});
  EXPECT_EQ(nowhere.code, 1) << nowhere.err;
  const Finished read_only = parksim({"study", "run", study_file_, "--out", "/proc/a.db"});
  EXPECT_EQ(read_only.code, 1);
  EXPECT_NE(read_only.err.find("cannot write /proc/a.db"), std::string::npos) << read_only.err;
}

/// The superuser may write anything: then somebody else tries.
TEST_F(StudyFaults, AReadOnlyFileIsSaidAndStaysAsItIs) {
  study_file_ = study(4);
  ASSERT_EQ(run_study("a.db").code, 0);
  const std::string before = text_of(file("a.db"));
  fs::permissions(scratch_.file(""), fs::perms::owner_all | fs::perms::group_all | fs::perms::others_all);
  fs::permissions(file("a.db"), fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read);
  const auto quoted = [](const std::string& path) { return "'" + path + "'"; };
  const std::string words = quoted(PARKSIM_BINARY) + " study run " + quoted(study_file_) + " --out " +
                            quoted(file("a.db")) + " --resume --quiet --lang en 2> " + quoted(file("err"));
  const pid_t child = ::fork();
  if (child == 0) {
    if (::geteuid() == 0 && ::setuid(65534) != 0) ::_exit(77);
    if (::access(PARKSIM_BINARY, X_OK) != 0) ::_exit(77);
    ::execl("/bin/sh", "sh", "-c", words.c_str(), nullptr);
    ::_exit(77);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  if (WEXITSTATUS(status) == 77) GTEST_SKIP() << "nobody cannot reach the program";
  EXPECT_EQ(WEXITSTATUS(status), 1);
  EXPECT_NE(text_of(file("err")).find("cannot write " + file("a.db")), std::string::npos)
      << text_of(file("err"));
  EXPECT_EQ(text_of(file("a.db")), before);
}

TEST_F(StudyFaults, AnotherStudyIsNotContinued) {
  study_file_ = study(4);
  ASSERT_EQ(run_study("a.db").code, 0);
  const Finished again = run_study("a.db");
  EXPECT_EQ(again.code, 2);
  EXPECT_NE(again.err.find("--resume"), std::string::npos);
  EXPECT_EQ(run_study("a.db", {"--resume"}).code, 0);
  study_file_ = study(4, 7);
  const Finished other = run_study("a.db", {"--resume"});
  EXPECT_EQ(other.code, 2);
  EXPECT_NE(other.err.find("a.db:/seed: "), std::string::npos) << other.err;
  study_file_ = study(4);
  EXPECT_EQ(run_study("a.db", {"--resume", "--shard", "0/2"}).code, 2);
  for (const char* shard : {"2/2", "1", "-1/2", "0/0", "a/b"})
    EXPECT_EQ(run_study("b.db", {"--shard", shard}).code, 2);
  static_cast<void>(scratch_.write("text.db", "no database"));
  EXPECT_EQ(run_study("text.db", {"--resume"}).code, 2);
  EXPECT_EQ(parksim({"study", "export", file("text.db"), "--csv", file("x")}).code, 2);
  EXPECT_EQ(parksim({"study", "export", file("none.db"), "--csv", file("x")}).code, 2);
  EXPECT_FALSE(fs::exists(file("x")));  // nothing is left behind
  EXPECT_EQ(parksim({"study"}).code, 2);
  EXPECT_NE(parksim({"study", "rum"}).err.find("nearest: run"), std::string::npos);
}

/// The C library without the processor's fused multiply-add computes exp otherwise.
TEST_F(StudyFaults, ResultsOfAnotherCLibraryAreNotMixedIn) {
  study_file_ = study(4);
  ASSERT_EQ(run_study("a.db", {"--shard", "0/2"}).code, 0);
  ::setenv("GLIBC_TUNABLES", "glibc.cpu.hwcaps=-FMA,-AVX2_Usable,-FMA4,-AVX2", 1);
  const Finished other = run_study("b.db", {"--shard", "1/2"});
  const Finished resumed = run_study("a.db", {"--shard", "0/2", "--resume"});
  ::unsetenv("GLIBC_TUNABLES");
  ASSERT_EQ(other.code, 0) << other.err;
  if (resumed.code == 0) GTEST_SKIP() << "this C library has one variant only";
  EXPECT_EQ(resumed.code, 2);
  EXPECT_NE(resumed.err.find("a.db:/fingerprint: "), std::string::npos) << resumed.err;
  const Finished merged = parksim({"study", "merge", file("c.db"), file("a.db"), file("b.db")});
  EXPECT_EQ(merged.code, 2);
  EXPECT_NE(merged.err.find("/fingerprint: "), std::string::npos) << merged.err;
}

TEST_F(StudyFaults, EveryCommandHelpsWithExamples) {
  for (const char* command : {"run", "merge", "export", "submit"}) {
    for (const char* language : {"zh", "en"}) {
      const Finished help = parksim({"study", command, "--help", "--lang", language});
      EXPECT_EQ(help.code, 0);
      EXPECT_NE(help.out.find(std::string("parksim study ") + command), std::string::npos) << help.out;
    }
  }
}

}  // namespace
}  // namespace park
