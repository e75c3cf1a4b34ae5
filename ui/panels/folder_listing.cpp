// SPDX-License-Identifier: MIT
#include "panels/folder_listing.hpp"

#include <algorithm>
#include <cctype>
#include <system_error>

namespace park::ui {
namespace {

namespace fs = std::filesystem;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Cuts a run of digits off the front, without leading noughts.
std::string_view take_number(std::string_view& text) {
  std::size_t end = 0;
  while (end < text.size() && is_digit(text[end])) ++end;
  std::string_view number = text.substr(0, end);
  text.remove_prefix(end);
  while (number.size() > 1 && number.front() == '0') number.remove_prefix(1);
  return number;
}

/// A folder, a file of the ending, or nothing of interest.
bool read_entry(const fs::directory_entry& found, std::string_view ending, FolderEntry& entry) {
  std::error_code error;
  entry.name = found.path().filename().string();
  entry.path = found.path();
  if (entry.name.starts_with('.')) return false;
  entry.is_folder = found.is_directory(error);
  if (error) return false;
  if (entry.is_folder) return true;
  if (!found.is_regular_file(error) || error || !entry.name.ends_with(ending)) return false;
  entry.bytes = found.file_size(error);
  return !error;
}

}  // namespace

bool is_before(std::string_view a, std::string_view b) {
  const auto whole_a = a;
  const auto whole_b = b;
  while (!a.empty() && !b.empty()) {
    if (is_digit(a.front()) && is_digit(b.front())) {
      const std::string_view x = take_number(a);
      const std::string_view y = take_number(b);
      if (x.size() != y.size()) return x.size() < y.size();
      if (x != y) return x < y;
      continue;
    }
    const int x = std::tolower(static_cast<unsigned char>(a.front()));
    const int y = std::tolower(static_cast<unsigned char>(b.front()));
    if (x != y) return x < y;
    a.remove_prefix(1);
    b.remove_prefix(1);
  }
  if (a.empty() != b.empty()) return a.empty();
  return whole_a < whole_b;  // the same but for capitals or noughts: an order all the same
}

std::size_t FolderListing::place_of(std::string_view name) const {
  const auto found = std::ranges::find(entries, name, &FolderEntry::name);
  return found == entries.end() ? 0 : static_cast<std::size_t>(found - entries.begin());
}

FolderListing list_folder(const fs::path& folder, std::string_view ending) {
  FolderListing listing;
  std::error_code error;
  listing.folder = fs::absolute(folder, error).lexically_normal();
  if (listing.folder.has_parent_path() && !listing.folder.has_filename())
    listing.folder = listing.folder.parent_path();  // without a slash at the end
  const fs::path above = listing.folder.parent_path();
  if (above != listing.folder) listing.entries.push_back({"..", above, true, 0});
  const auto begin = static_cast<std::ptrdiff_t>(listing.entries.size());
  fs::directory_iterator found(listing.folder, error);
  for (; !error && found != fs::directory_iterator(); found.increment(error)) {
    FolderEntry entry;
    if (read_entry(*found, ending, entry)) listing.entries.push_back(std::move(entry));
  }
  if (error) listing.fault = error.message();
  std::sort(listing.entries.begin() + begin, listing.entries.end(),
            [](const FolderEntry& a, const FolderEntry& b) {
              if (a.is_folder != b.is_folder) return a.is_folder;
              return is_before(a.name, b.name);
            });
  return listing;
}

std::string with_ending(std::string name, std::string_view ending) {
  if (!name.ends_with(ending)) name += ending;
  return name;
}

}  // namespace park::ui
