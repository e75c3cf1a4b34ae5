// SPDX-License-Identifier: MIT
#include "present/film_encoder.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

#include "core/assert.hpp"

namespace park::ui {
namespace {

constexpr int gif_width = 960;

std::string system_words() { return std::strerror(errno); }  // NOLINT(concurrency-mt-unsafe): read at once

void close_if_open(int& file) {
  if (file >= 0) ::close(file);
  file = -1;
}

/// In the names of a series of pictures `%` begins the number.
std::string as_pattern(const std::string& folder) {
  std::string text;
  for (const char c : folder) text += c == '%' ? std::string("%%") : std::string(1, c);
  return text;
}

/// A name with a colon or a dash in front would be a protocol or an option to ffmpeg.
std::string as_file(const std::filesystem::path& path) { return "file:" + path.string(); }

void append(std::vector<std::string>& words, std::initializer_list<const char*> more) {
  words.insert(words.end(), more.begin(), more.end());
}

}  // namespace

std::vector<std::string> ffmpeg_arguments(const EncoderWishes& wishes, const std::filesystem::path& written) {
  const std::string size = std::to_string(wishes.width) + "x" + std::to_string(wishes.height);
  std::vector<std::string> words = {"ffmpeg",
                                    "-hide_banner",
                                    "-loglevel",
                                    "error",
                                    "-y",
                                    "-f",
                                    "rawvideo",
                                    "-pixel_format",
                                    "rgba",
                                    "-video_size",
                                    size,
                                    "-framerate",
                                    std::to_string(wishes.frames_a_second),
                                    "-i",
                                    "-",
                                    "-an"};
  switch (wishes.format) {
    case FilmFormat::Mp4:
      append(words, {"-vf", "vflip", "-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-pix_fmt",
                     "yuv420p", "-movflags", "+faststart", "-f", "mp4"});
      words.push_back(as_file(written));
      break;
    case FilmFormat::Gif:
      // A palette a frame: one for all frames would keep the whole film in memory.
      append(words, {"-vf"});
      words.push_back("vflip,scale=" + std::to_string(gif_width) +
                      ":-1:flags=lanczos,split[a][b];[a]palettegen=stats_mode=single[p];"
                      "[b][p]paletteuse=new=1:dither=bayer:bayer_scale=5:diff_mode=rectangle");
      append(words, {"-f", "gif"});
      words.push_back(as_file(written));
      break;
    case FilmFormat::Pictures:
      append(words, {"-vf", "vflip", "-pix_fmt", "rgb24", "-f", "image2", "-start_number", "0"});
      words.push_back("file:" + as_pattern(written.string()) + "/frame_%05d.png");
      break;
  }
  return words;
}

FilmEncoder::FilmEncoder(EncoderWishes wishes) : wishes_(std::move(wishes)), written_(wishes_.out) {
  PARK_ASSERT(wishes_.width % 2 == 0 && wishes_.height % 2 == 0);
  std::error_code fault;
  if (wishes_.format == FilmFormat::Pictures) {
    std::filesystem::create_directories(wishes_.out, fault);
  } else {
    written_ += ".part";
    if (wishes_.out.has_parent_path()) std::filesystem::create_directories(wishes_.out.parent_path(), fault);
  }
  if (fault) throw WorldError(wishes_.out.string() + " cannot be written: " + fault.message());
  start();
}

FilmEncoder::~FilmEncoder() {
  if (process_ >= 0) {
    ::kill(process_, SIGKILL);
    end();
    std::error_code ignored;
    if (wishes_.format != FilmFormat::Pictures) std::filesystem::remove(written_, ignored);
  }
  close_if_open(errors_);
}

void FilmEncoder::start() {
  // A reader that is gone is an error of write(), not the end of the program.
  std::signal(SIGPIPE, SIG_IGN);
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw WorldError("no pipe to ffmpeg: " + system_words());
  pipe_ = ends[1];
  errors_ = ::memfd_create("ffmpeg", MFD_CLOEXEC);
  // A megabyte at a time, where the system allows it.
  ::fcntl(pipe_, F_SETPIPE_SZ, 1 << 20);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  if (errors_ >= 0) posix_spawn_file_actions_adddup2(&actions, errors_, STDERR_FILENO);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  // Ctrl-C goes to the group of the terminal, and the film is to be finished after it.
  posix_spawnattr_setpgroup(&attributes, 0);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
  const std::vector<std::string> words = ffmpeg_arguments(wishes_, written_);
  std::vector<char*> arguments;
  arguments.reserve(words.size() + 1);
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));  // NOLINT
  arguments.push_back(nullptr);
  const int fault = ::posix_spawnp(&process_, "ffmpeg", &actions, &attributes, arguments.data(), environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  close_if_open(ends[0]);
  if (fault == 0) return;
  process_ = -1;
  close_if_open(pipe_);
  close_if_open(errors_);
  errno = fault;
  throw WorldError("ffmpeg cannot be started: " + system_words() + " (package ffmpeg)");
}

void FilmEncoder::add(std::span<const std::uint8_t> frame) {
  PARK_ASSERT(process_ >= 0 && frame.size() == std::size_t{4} * wishes_.width * wishes_.height);
  while (!frame.empty()) {
    const ssize_t written = ::write(pipe_, frame.data(), frame.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      fail();
    }
    frame = frame.subspan(static_cast<std::size_t>(written));
  }
}

int FilmEncoder::end() {
  close_if_open(pipe_);
  int status = 0;
  while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) {
  }
  process_ = -1;
  return status;
}

std::string FilmEncoder::complaint() const {
  std::string words(4096, '\0');
  const ssize_t length = errors_ < 0 ? 0 : ::pread(errors_, words.data(), words.size(), 0);
  words.resize(length > 0 ? static_cast<std::size_t>(length) : 0);
  while (!words.empty() && words.back() == '\n') words.pop_back();
  return words;
}

void FilmEncoder::fail() {
  if (process_ >= 0) end();
  std::error_code ignored;
  if (wishes_.format != FilmFormat::Pictures) std::filesystem::remove(written_, ignored);
  const std::string words = complaint();
  throw WorldError(wishes_.out.string() + " cannot be written: " +
                   (words.empty() ? std::string("ffmpeg ended before its time") : words));
}

void FilmEncoder::finish() {
  PARK_ASSERT(process_ >= 0);
  if (const int status = end(); !WIFEXITED(status) || WEXITSTATUS(status) != 0 || !complaint().empty())
    fail();
  if (wishes_.format == FilmFormat::Pictures) return;
  std::error_code fault;
  std::filesystem::rename(written_, wishes_.out, fault);
  if (!fault) return;
  std::error_code ignored;
  std::filesystem::remove(written_, ignored);
  throw WorldError(wishes_.out.string() + " cannot be written: " + fault.message());
}

}  // namespace park::ui
