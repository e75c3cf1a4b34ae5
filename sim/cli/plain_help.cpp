// SPDX-License-Identifier: MIT
#include "cli/plain_help.hpp"

#include <algorithm>

namespace park::cli {
namespace {

/// The only words that are not in assets/i18n: they are for when that cannot be found.
struct Words {
  const char *usage, *commands, *missing;
};
constexpr Words chinese = {
    "用法：parksim 命令 [选项]\n", "命令：\n",
    "找不到程序的数据，因此没有详细说明。请把环境变量 PARKSIM_DATA 设为含有 scenarios/ 与 assets/ "
    "的文件夹（即源代码所在处），再运行 parksim --help。\n原因："};
constexpr Words english = {
    "Usage: parksim COMMAND [OPTIONS]\n", "Commands:\n",
    "The program's data are not found, and with them its full help. Set PARKSIM_DATA to the "
    "folder that holds scenarios/ and assets/ (the clone), and run parksim --help again.\n"
    "The reason: "};

bool asks(std::span<const char* const> words, std::string_view option) {
  return std::any_of(words.begin(), words.end(), [&](const char* word) { return word == option; });
}

}  // namespace

std::optional<std::string> plain_help(std::span<const char* const> words, Language language,
                                      const std::vector<std::string_view>& commands,
                                      std::string_view reason) {
  if (asks(words, "--version")) return std::string("parksim ") + PARKSIM_VERSION + "\n";
  if (!asks(words, "--help") && !asks(words, "-h")) return std::nullopt;
  const Words& text = language == Language::Chinese ? chinese : english;
  std::string help = text.usage + std::string("\n") + text.commands;
  for (const std::string_view command : commands) help += "  " + std::string(command) + "\n";
  return help + "\n" + text.missing + std::string(reason) + "\n";
}

}  // namespace park::cli
