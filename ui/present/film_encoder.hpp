// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace park::ui {

/// What ffmpeg makes of frames.
enum class FilmFormat : std::uint8_t {
  Mp4,      ///< H.264, yuv420p
  Gif,      ///< 960 pixels wide
  Pictures  ///< frame_00000.png, ... in a folder
};

inline constexpr int gif_frames_a_second = 10;

struct EncoderWishes {
  std::filesystem::path out;  ///< file, or folder of pictures
  FilmFormat format = FilmFormat::Mp4;
  unsigned width = 0;  ///< even
  unsigned height = 0;
  int frames_a_second = 30;
};

/// The arguments of ffmpeg, which reads the frames from its standard input and writes to `written`.
[[nodiscard]] std::vector<std::string> ffmpeg_arguments(const EncoderWishes& wishes,
                                                        const std::filesystem::path& written);

/// An ffmpeg that takes frames through a pipe, started without a shell and out of reach of Ctrl-C. A film is
/// written beside its place and moved there by finish(): what is not finished leaves nothing. Whatever fails
/// is a WorldError with ffmpeg's own words.
class FilmEncoder {
 public:
  explicit FilmEncoder(EncoderWishes wishes);
  ~FilmEncoder();
  FilmEncoder(const FilmEncoder&) = delete;
  FilmEncoder& operator=(const FilmEncoder&) = delete;

  /// RGBA, rows from the lowest up, as OpenGL reads them.
  void add(std::span<const std::uint8_t> frame);
  /// After any number of frames but none: the film so far is whole.
  void finish();

 private:
  void start();
  /// Closes the pipe and waits; returns ffmpeg's exit status.
  int end();
  [[nodiscard]] std::string complaint() const;
  [[noreturn]] void fail();

  EncoderWishes wishes_;
  std::filesystem::path written_;
  pid_t process_ = -1;
  int pipe_ = -1;    ///< to its standard input
  int errors_ = -1;  ///< a file in memory that takes its words
};

}  // namespace park::ui
