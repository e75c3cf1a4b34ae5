// SPDX-License-Identifier: MIT
// Driver without libFuzzer: gives a reader every file of a corpus as it is, and then as many mutants of them
// as asked for. The same numbers give the same mutants, so that a failure comes again.
#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "fuzz/reader.hpp"

namespace {

namespace fs = std::filesystem;

using Chance = std::mt19937_64;

std::size_t below(Chance& chance, std::size_t limit) { return limit == 0 ? 0 : chance() % limit; }

std::vector<std::string> corpus_of(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::vector<std::string> corpus;
  corpus.reserve(files.size());
  for (const fs::path& file : files) {
    std::ostringstream bytes;
    bytes << std::ifstream(file, std::ios::binary).rdbuf();
    corpus.push_back(bytes.str());
  }
  return corpus;
}

/// What numbers, JSON, CSV and text stumble over.
constexpr const char* stumbling_blocks[] = {
    "1e400", "-0",           "NaN",      "null",    "{}",      "[]",
    "\"\"",  "\xEF\xBB\xBF", "\xFF\xFE", "\\u0000", "\\ud800", "99999999999999999999",
    "-1",    "0.1",          "true",     "\r\n",    ",,",      "\"",
    "../",   "[[[[[[[[",     "\x80"};

void mutate(std::string& bytes, const std::vector<std::string>& corpus, Chance& chance) {
  const std::size_t at = below(chance, bytes.size() + 1);
  const std::size_t length = below(chance, std::min<std::size_t>(64, bytes.size() - at) + 1);
  switch (below(chance, 6)) {
    case 0:
      if (at < bytes.size()) bytes[at] = static_cast<char>(chance());
      break;
    case 1:
      if (at < bytes.size()) bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(chance, 8)));
      break;
    case 2:
      bytes.erase(at, length);
      break;
    case 3:
      bytes.insert(at, bytes.substr(at, length));
      break;
    case 4:
      bytes.insert(at, stumbling_blocks[below(chance, std::size(stumbling_blocks))]);
      break;
    default: {
      const std::string& other = corpus[below(chance, corpus.size())];
      const std::size_t from = below(chance, other.size());
      bytes.replace(at, length, other, from, below(chance, 256));
    }
  }
}

}  // namespace

/// CORPUS_FOLDER MUTANTS SEED
int main(int count, char** arguments) {
  if (count != 4) return 2;
  const std::vector<std::string> corpus = corpus_of(arguments[1]);
  park::fuzz::promise(!corpus.empty(), "there is a corpus");
  for (const std::string& bytes : corpus) park::fuzz::read_bytes(bytes);
  const unsigned long mutants = std::stoul(arguments[2]);
  Chance chance(std::stoul(arguments[3]));
  for (unsigned long i = 0; i < mutants; ++i) {
    std::string bytes = corpus[below(chance, corpus.size())];
    for (std::size_t change = below(chance, 4) + 1; change > 0; --change) mutate(bytes, corpus, chance);
    park::fuzz::read_bytes(bytes);
  }
  std::printf("%zu files and %lu mutants of them read\n", corpus.size(), mutants);
  return 0;
}
