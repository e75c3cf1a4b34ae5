// SPDX-License-Identifier: MIT
#include "scenario/scenario_title.hpp"

#include <nlohmann/json.hpp>
#include <system_error>

#include "scenario/load.hpp"

namespace park {
namespace {

constexpr std::uintmax_t most_bytes = 1U << 20U;
constexpr std::string_view schema_prefix = "parksim/scenario/";

std::string text_of(const nlohmann::json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

}  // namespace

std::optional<ScenarioTitle> title_in(const std::filesystem::path& file) {
  std::error_code error;
  const std::uintmax_t bytes = std::filesystem::file_size(file, error);
  if (error || bytes > most_bytes) return std::nullopt;
  const auto text = read_file(file);
  if (!text.ok()) return std::nullopt;
  const nlohmann::json json = nlohmann::json::parse(text.value(), nullptr, false);
  if (!json.is_object() || !text_of(json, "schema").starts_with(schema_prefix)) return std::nullopt;
  const auto labels = json.find("labels");
  if (labels == json.end() || !labels->is_object()) return std::nullopt;
  ScenarioTitle title{text_of(*labels, "zh"), text_of(*labels, "en")};
  if (title.zh.empty()) title.zh = title.en;
  if (title.en.empty()) title.en = title.zh;
  if (title.zh.empty()) return std::nullopt;
  return title;
}

}  // namespace park
