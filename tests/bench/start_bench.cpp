// SPDX-License-Identifier: MIT
// How long both programs take from their start to what a user waits for.
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <benchmark/benchmark.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

constexpr const char* scenario = PARKSIM_SOURCE_DIR "/scenarios/baseline.json";

/// A program started with its output thrown away and its settings in a folder of its own; ended with this.
class Program {
 public:
  Program(std::vector<std::string> words, const std::string& home) : begun_(Clock::now()) {
    std::vector<char*> arguments;
    arguments.reserve(words.size() + 1);
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    setenv("HOME", home.c_str(), 1);
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", 1, 0);
    const int error = posix_spawn(&id_, arguments.front(), &files, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&files);
    if (error != 0) throw std::runtime_error("cannot start " + words.front());
  }
  ~Program() {
    if (id_ <= 0) return;
    kill(id_, SIGTERM);
    waitpid(id_, nullptr, 0);
  }
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  /// Exit code, when it has ended.
  int wait() {
    int status = 0;
    waitpid(id_, &status, 0);
    id_ = 0;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

  [[nodiscard]] double seconds() const {
    return std::chrono::duration<double>(Clock::now() - begun_).count();
  }

 private:
  pid_t id_ = 0;
  Clock::time_point begun_;
};

void run(benchmark::State& state) {
  const std::string home = std::filesystem::temp_directory_path() / "parksim_bench_home";
  for ([[maybe_unused]] auto _ : state) {
    Program program({PARKSIM_PROGRAM, "run", scenario, "--replications", "1", "--quiet"}, home);
    if (program.wait() != 0) state.SkipWithError("parksim run failed");
    state.SetIterationTime(program.seconds());
  }
}
BENCHMARK(run)->Name("StartToFirstResult")->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(20);

/// Whether any of a row of pixels across the display is no longer black, as an empty one is.
bool is_drawn(Display* display) {
  const auto width = static_cast<unsigned>(DisplayWidth(display, DefaultScreen(display)));
  constexpr int below_the_title = 24;
  XImage* row =
      XGetImage(display, DefaultRootWindow(display), 0, below_the_title, width, 1, AllPlanes, ZPixmap);
  bool is_any = false;
  for (unsigned x = 0; x < width && !is_any; ++x)
    is_any = (XGetPixel(row, static_cast<int>(x), 0) & 0xffffffU) != 0;
  XDestroyImage(row);
  return is_any;
}

/// `is_first_ever`: without the shaders that the OpenGL driver keeps from one start to the next.
void dashboard(benchmark::State& state, bool is_first_ever) {
  Display* display = XOpenDisplay(nullptr);
  if (display == nullptr) {
    state.SkipWithError("no display");
    return;
  }
  const std::filesystem::path home = std::filesystem::temp_directory_path() / "parksim_bench_home";
  for ([[maybe_unused]] auto _ : state) {
    if (is_first_ever) std::filesystem::remove_all(home);
    Program program({PARKVIEW_PROGRAM, scenario, "--size", "1920x1080"}, home);
    constexpr double patience_s = 30;
    while (!is_drawn(display) && program.seconds() < patience_s)
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
    state.SetIterationTime(program.seconds());
    if (program.seconds() >= patience_s) state.SkipWithError("nothing was drawn");
  }
  if (!is_first_ever) std::filesystem::remove_all(home);  // the last to use it
  XCloseDisplay(display);
}
BENCHMARK_CAPTURE(dashboard, first_ever, true)
    ->Name("StartToFirstFrame/first_ever")
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond)
    ->Iterations(5);
BENCHMARK_CAPTURE(dashboard, later, false)
    ->Name("StartToFirstFrame")
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond)
    ->Iterations(10);

}  // namespace
