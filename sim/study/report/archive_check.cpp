// SPDX-License-Identifier: MIT
#include "study/report/archive_check.hpp"

#include <zlib.h>

#include <cstdint>
#include <fstream>
#include <iterator>
#include <optional>
#include <string_view>

namespace park::study {
namespace {

constexpr std::uint32_t end_signature = 0x06054b50;
constexpr std::uint32_t entry_signature = 0x02014b50;
constexpr std::uint32_t member_signature = 0x04034b50;
constexpr std::size_t end_bytes = 22;
constexpr std::size_t entry_bytes = 46;   ///< of a directory entry, before its name
constexpr std::size_t header_bytes = 30;  ///< before a member's name

/// A number of `bytes` bytes at `place`, the lowest first; 0 beyond the end.
std::uint32_t number_at(std::string_view file, std::size_t place, std::size_t bytes) {
  if (place + bytes > file.size()) return 0;
  std::uint32_t number = 0;
  for (std::size_t i = bytes; i-- > 0;) number = number * 256 + static_cast<unsigned char>(file[place + i]);
  return number;
}

/// A member of the archive as the directory has it.
struct Entry {
  std::uint32_t method = 0, checksum = 0, packed = 0, size = 0, place = 0;
};

Entry entry_at(std::string_view file, std::size_t place) {
  return {number_at(file, place + 10, 2), number_at(file, place + 16, 4), number_at(file, place + 20, 4),
          number_at(file, place + 24, 4), number_at(file, place + 42, 4)};
}

std::optional<std::string> inflated(std::string_view packed, std::size_t size) {
  std::string text(size, '\0');
  z_stream stream{};
  if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return std::nullopt;
  std::string input(packed);  // zlib asks for bytes that may be changed
  // NOLINTBEGIN(cppcoreguidelines-pro-type-reinterpret-cast): zlib's bytes are unsigned
  stream.next_in = reinterpret_cast<Bytef*>(input.data());
  stream.next_out = reinterpret_cast<Bytef*>(text.data());
  // NOLINTEND(cppcoreguidelines-pro-type-reinterpret-cast)
  stream.avail_in = static_cast<uInt>(input.size());
  stream.avail_out = static_cast<uInt>(text.size());
  const int result = inflate(&stream, Z_FINISH);
  inflateEnd(&stream);
  if (result != Z_STREAM_END || stream.total_out != size) return std::nullopt;
  return text;
}

bool has_checksum(const std::string& text, std::uint32_t checksum) {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast)
  const auto* bytes = reinterpret_cast<const Bytef*>(text.data());
  return crc32(0, bytes, static_cast<uInt>(text.size())) == checksum;
}

std::optional<std::string> member(std::string_view file, const Entry& entry) {
  if (number_at(file, entry.place, 4) != member_signature) return std::nullopt;
  const std::size_t begin = entry.place + header_bytes + number_at(file, entry.place + 26, 2) +
                            number_at(file, entry.place + 28, 2);
  if (begin + entry.packed > file.size()) return std::nullopt;
  const std::string_view packed = file.substr(begin, entry.packed);
  if (entry.method != 0) return inflated(packed, entry.size);
  return std::string(packed);
}

/// `<?xml ...?><root ...> ... </root>` or `<root .../>`.
bool is_closed(std::string_view xml) {
  const std::size_t declaration_end = xml.find("?>");
  const std::size_t root = xml.find('<', declaration_end == std::string_view::npos ? 0 : declaration_end);
  if (root == std::string_view::npos) return false;
  while (!xml.empty() && (xml.back() == '\n' || xml.back() == '\r')) xml.remove_suffix(1);
  const std::size_t name_end = xml.find_first_of(" />\r\n", root + 1);
  if (name_end == std::string_view::npos) return false;
  const std::string closing = "</" + std::string(xml.substr(root + 1, name_end - root - 1)) + ">";
  return xml.ends_with(closing) || (xml.ends_with("/>") && xml.find('<', root + 1) == std::string_view::npos);
}

}  // namespace

bool is_whole_workbook(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) return false;
  const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
  const std::string_view file = bytes;
  if (stream.bad() || file.size() < end_bytes) return false;
  const std::size_t end = file.size() - end_bytes;
  const std::size_t directory = number_at(file, end + 16, 4);
  if (number_at(file, end, 4) != end_signature || directory + number_at(file, end + 12, 4) != end)
    return false;
  std::size_t place = directory;
  for (std::uint32_t left = number_at(file, end + 10, 2); left > 0; --left) {
    if (number_at(file, place, 4) != entry_signature) return false;
    const Entry entry = entry_at(file, place);
    const std::optional<std::string> text = member(file, entry);
    if (!text || text->size() != entry.size || !has_checksum(*text, entry.checksum) || !is_closed(*text))
      return false;
    place += entry_bytes + number_at(file, place + 28, 2) + number_at(file, place + 30, 2) +
             number_at(file, place + 32, 2);
  }
  return place == end;
}

}  // namespace park::study
