// SPDX-License-Identifier: MIT
#pragma once

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace park {

/// What a finished process left behind. `code` is 128 + signal if a signal ended it.
struct Finished {
  int code = -1;
  std::string out;
  std::string err;
};

/// A folder of its own, gone with the test.
class ScratchFolder {
 public:
  ScratchFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "parksim_test_XXXXXX").string();
    path_ = ::mkdtemp(pattern.data());
  }
  ~ScratchFolder() { std::filesystem::remove_all(path_); }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

  [[nodiscard]] std::string file(const std::string& name) const { return (path_ / name).string(); }
  [[nodiscard]] std::string write(const std::string& name, const std::string& text) const {
    std::ofstream(file(name), std::ios::binary) << text;
    return file(name);
  }

 private:
  std::filesystem::path path_;
};

inline std::size_t lines_in(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

inline std::string text_of(const std::filesystem::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

/// Variables of the environment beside those that every test sets.
using Environment = std::vector<std::pair<std::string, std::string>>;

/// `parksim` under way, in English unless the arguments or the environment say otherwise.
class ParksimProcess {
 public:
  explicit ParksimProcess(const std::vector<std::string>& arguments, std::string program = PARKSIM_BINARY,
                          Environment environment = {})
      : program_(std::move(program)), environment_(std::move(environment)) {
    id_ = ::fork();
    if (id_ == 0) become_parksim(arguments);
  }

  void send(int signal) const { ::kill(id_, signal); }

  /// Waits until it has worked for so long, counted in its processor time: on a busy machine nothing is done
  /// in a second of the wall's. Gives up when it ends or after two minutes.
  void let_work(double seconds) const {
    for (int i = 0; i < 12000 && processor_seconds() < seconds; ++i)
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }

  [[nodiscard]] Finished wait() const {
    int status = 0;
    ::waitpid(id_, &status, 0);
    const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return {code, text_of(scratch_.file("out")), text_of(scratch_.file("err"))};
  }

 private:
  /// From /proc/ID/stat: utime and stime, the 14th and 15th word; the second is a name in brackets. One that
  /// has ended has worked for ever.
  [[nodiscard]] double processor_seconds() const {
    const std::string text = text_of("/proc/" + std::to_string(id_) + "/stat");
    const std::size_t bracket = text.rfind(')');
    if (bracket == std::string::npos) return 1e9;
    std::istringstream words(text.substr(bracket + 1));
    std::string word;
    words >> word;
    if (word == "Z") return 1e9;
    for (int i = 4; i < 14; ++i) words >> word;
    double user = 0;
    double system = 0;
    words >> user >> system;
    return (user + system) / static_cast<double>(::sysconf(_SC_CLK_TCK));
  }

  void become_parksim(const std::vector<std::string>& arguments) const {
    ::setenv("PARKSIM_DATA", PARKSIM_SOURCE_DIR, 1);
    ::setenv("LC_ALL", "en_US.UTF-8", 1);
    for (const auto& [name, value] : environment_) ::setenv(name.c_str(), value.c_str(), 1);
    redirect("out", STDOUT_FILENO);
    redirect("err", STDERR_FILENO);
    std::string program = program_;
    std::vector<std::string> words = arguments;
    std::vector<char*> pointers = {program.data()};
    for (std::string& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    ::execv(program.c_str(), pointers.data());
    ::_exit(127);
  }

  void redirect(const char* name, int descriptor) const {
    const int file = ::open(scratch_.file(name).c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    ::dup2(file, descriptor);
    ::close(file);
  }

  std::string program_;
  Environment environment_;
  ScratchFolder scratch_;
  pid_t id_ = -1;
};

inline Finished parksim(const std::vector<std::string>& arguments) {
  return ParksimProcess(arguments).wait();
}

inline Finished parksim_within(const Environment& environment, const std::vector<std::string>& arguments) {
  return ParksimProcess(arguments, PARKSIM_BINARY, environment).wait();
}

/// The same by a copy of the program that lies elsewhere.
inline Finished run_program(const std::string& program, const std::vector<std::string>& arguments) {
  return ParksimProcess(arguments, program).wait();
}

inline std::string shipped(const std::string& name) {
  return std::string(PARKSIM_SOURCE_DIR) + "/scenarios/" + name + ".json";
}

}  // namespace park
