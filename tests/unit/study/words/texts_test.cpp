// SPDX-License-Identifier: MIT
#include "study/words/texts.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "indicators/indicators.hpp"
#include "policy/catalogue.hpp"
#include "scenario/load.hpp"

namespace park {
namespace {

nlohmann::json catalogue(const char* file) {
  return nlohmann::json::parse(
      read_file(std::filesystem::path(PARKSIM_SOURCE_DIR) / "assets" / "i18n" / file).value());
}

std::set<std::string> keys(const nlohmann::json& document) {
  std::set<std::string> result;
  for (const auto& [key, text] : document.items()) result.insert(key);
  return result;
}

std::set<char> places(const std::string& text) {
  std::set<char> result;
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    if (text[i] == '{' && text[i + 2] == '}') result.insert(text[i + 1]);
  }
  return result;
}

TEST(Texts, BothLanguagesHaveTheSameKeysAndPlaces) {
  const auto zh = catalogue("zh.json");
  const auto en = catalogue("en.json");
  EXPECT_EQ(keys(zh), keys(en));
  for (const auto& [key, text] : zh.items()) {
    EXPECT_FALSE(text.get<std::string>().empty()) << key;
    EXPECT_EQ(places(text), places(en.at(key))) << key;
  }
}

TEST(Texts, EveryUnitOfTheCataloguesHasWords) {
  const auto zh = keys(catalogue("zh.json"));
  for (const auto rows : {lever_rows(), uncertainty_rows(), structural_rows()}) {
    for (const ParameterRow& row : rows) EXPECT_TRUE(zh.contains("unit." + std::string(row.unit))) << row.key;
  }
  for (const IndicatorRow& row : indicator_rows()) {
    EXPECT_TRUE(zh.contains("unit." + std::string(row.unit))) << row.key;
  }
}

TEST(Texts, PlacesAreFilledAndMissingKeysAreOurBug) {
  setenv("PARKSIM_DATA", PARKSIM_SOURCE_DIR, 1);
  const Texts en = Texts::load(Language::English);
  EXPECT_EQ(en("validate.ok", {"a.json", "map"}), "a.json: ok (map)");
  EXPECT_THROW(static_cast<void>(en("no.such.key")), Bug);
  EXPECT_EQ(en.unit("parsecs"), "parsecs");
}

}  // namespace
}  // namespace park
