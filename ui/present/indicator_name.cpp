// SPDX-License-Identifier: MIT
#include "present/indicator_name.hpp"

#include <algorithm>

namespace park::ui {

std::string indicator_name(const IndicatorColumn& indicator, const Texts& texts) {
  const std::string name(texts.pick(indicator.zh, indicator.en));
  return name.substr(0, std::min(name.find(" ("), name.find("（")));
}

}  // namespace park::ui
