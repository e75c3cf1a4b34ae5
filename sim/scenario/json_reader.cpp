// SPDX-License-Identifier: MIT
#include "scenario/json_reader.hpp"

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "scenario/json_builder.hpp"
#include "scenario/text_encoding.hpp"

namespace park {
namespace {

/// Overflowing numbers that are looked for in one document; each costs another pass.
constexpr std::size_t max_overflows = 20;

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

/// Blanks an overflowing number out, so that the next pass gets beyond it. False if it is not where it should
/// be.
bool blank_out(std::string& text, const Overflow& overflow) {
  constexpr std::string_view stand_in = "null";
  const std::size_t length = overflow.token.size();
  if (length < stand_in.size() || text.compare(overflow.begin, length, overflow.token) != 0) return false;
  text.replace(overflow.begin, length, length, ' ');
  text.replace(overflow.begin, stand_in.size(), stand_in);
  return true;
}

void discard_at(json& document, const json::json_pointer& place) {
  if (document.contains(place)) document[place] = json(json::value_t::discarded);
}

}  // namespace

std::optional<json> read_json(std::string_view bytes, FaultList& faults) {
  if (looks_like_utf16(bytes)) {
    faults.add("/ (1, 1)", "text in UTF-8", "UTF-16");
    return std::nullopt;
  }
  std::string text(without_byte_order_mark(bytes));
  if (is_blank(text)) {
    faults.add("/ (1, 1)", "a JSON document", "an empty file");
    return std::nullopt;
  }
  if (const std::size_t nul = text.find('\0'); nul != std::string::npos) {
    faults.add(place_text(place_of(text, nul)), "valid JSON", "a byte of zero");
    return std::nullopt;
  }
  std::vector<Overflow> overflows;
  while (true) {
    DocumentBuilder builder(text);
    const bool is_parsed = builder.run();
    if (builder.overflow && overflows.size() < max_overflows && blank_out(text, *builder.overflow)) {
      overflows.push_back(*builder.overflow);
      continue;
    }
    if (builder.overflow) overflows.push_back(*builder.overflow);
    for (const Overflow& overflow : overflows) {
      faults.add(overflow.pointer, "a number a double can hold", shown(overflow.token));
    }
    for (const JsonFault& fault : builder.faults) faults.add(fault.pointer, fault.expected, fault.got);
    if (!is_parsed) return std::nullopt;
    for (const Overflow& overflow : overflows) discard_at(builder.document, overflow.place);
    return std::move(builder.document);
  }
}

}  // namespace park
