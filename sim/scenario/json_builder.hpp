// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <deque>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "scenario/fault_list.hpp"
#include "scenario/json_reader.hpp"
#include "scenario/load.hpp"
#include "scenario/text_encoding.hpp"

namespace park {

// Only json_reader.cpp includes this header: it brings in all of nlohmann/json.
using nlohmann::json;

/// The parser's number for "out of range: number overflow".
inline constexpr int overflow_error_id = 406;

/// Walks the text and lets the builder know how far the parser has read: its SAX interface does not say.
class TrackedIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  TrackedIterator(const char* at, const char** furthest) : at_(at), furthest_(furthest) {}
  reference operator*() const { return *at_; }
  TrackedIterator& operator++() {
    ++at_;
    *furthest_ = at_;
    return *this;
  }
  TrackedIterator operator++(int) {
    TrackedIterator before = *this;
    ++*this;
    return before;
  }
  friend bool operator==(const TrackedIterator& a, const TrackedIterator& b) { return a.at_ == b.at_; }
  friend bool operator!=(const TrackedIterator& a, const TrackedIterator& b) { return a.at_ != b.at_; }

 private:
  const char* at_;
  const char** furthest_;
};

/// A fault before it has a file.
struct JsonFault {
  std::string pointer;
  std::string expected;
  std::string got;
};

/// A number too large for a double: where its text ends, and its place in the document.
struct Overflow {
  std::size_t end = 0;
  std::string token;
  json::json_pointer place;
  std::string pointer;
};

/// One pass over the text. Returns false from a callback to stop the parser.
class DocumentBuilder final : public nlohmann::json_sax<json> {
 public:
  explicit DocumentBuilder(std::string_view text) : text_(text), furthest_(text.data()) {}

  bool run() {
    const char* begin = text_.data();
    return json::sax_parse(TrackedIterator(begin, &furthest_),
                           TrackedIterator(begin + text_.size(), &furthest_), this);
  }

  bool null() override { return put(json(nullptr)); }
  bool boolean(bool value) override { return put(json(value)); }
  bool number_integer(json::number_integer_t value) override { return put(json(value)); }
  bool number_unsigned(json::number_unsigned_t value) override { return put(json(value)); }
  bool number_float(json::number_float_t value, const std::string&) override { return put(json(value)); }
  bool string(std::string& value) override { return put(json(std::move(value))); }
  bool binary(json::binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(json(json::value_t::object)); }
  bool start_array(std::size_t) override { return open(json(json::value_t::array)); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(std::string& name) override {
    Frame& frame = frames_.back();
    frame.key = std::move(name);
    auto [place, is_new] = frame.node->get_ref<json::object_t&>().try_emplace(frame.key);
    if (!is_new) {
      faults.push_back({shown_pointer(), "each key once", "the key again in line " + std::to_string(line())});
      ignored_.emplace_back();
    }
    target_ = is_new ? &place->second : &ignored_.back();
    return true;
  }

  bool parse_error(std::size_t position, const std::string& token, const json::exception& error) override {
    if (error.id == overflow_error_id) {
      overflow = Overflow{position, token, path(), shown_pointer()};
    } else {
      const TextPlace at = place_of(text_, position == 0 ? 0 : position - 1);
      faults.push_back({place_text(at), "valid JSON", reason(error.what())});
    }
    return false;
  }

  json document;
  std::vector<JsonFault> faults;
  std::optional<Overflow> overflow;

 private:
  struct Frame {
    json* node = nullptr;
    std::string key;
  };

  /// The place a value goes to: the root, the member whose key came last, or the end of an array.
  json* next_place() {
    if (frames_.empty()) return &document;
    json* parent = frames_.back().node;
    if (parent->is_object()) return target_;
    parent->push_back(nullptr);
    return &parent->back();
  }

  json* place(json value) {
    if (++values_ > max_json_values) {
      faults.push_back({place_text(here()), "at most 2000000 values", "more"});
      return nullptr;
    }
    json* node = next_place();
    *node = std::move(value);
    return node;
  }

  bool put(json value) { return place(std::move(value)) != nullptr; }

  bool open(json value) {
    if (frames_.size() >= static_cast<std::size_t>(max_json_depth)) {
      faults.push_back({place_text(here()), "nesting of at most 64 levels", "deeper nesting"});
      return false;
    }
    json* node = place(std::move(value));
    if (node == nullptr) return false;
    frames_.push_back({node, {}});
    return true;
  }

  bool close() {
    frames_.pop_back();
    return true;
  }

  [[nodiscard]] json::json_pointer path() const {
    json::json_pointer result;
    for (const Frame& frame : frames_) {
      const bool is_innermost = &frame == &frames_.back();
      if (frame.node->is_object()) {
        result.push_back(frame.key);
      } else {
        const std::size_t size = frame.node->size();
        result.push_back(std::to_string(is_innermost ? size : size - 1));
      }
    }
    return result;
  }

  [[nodiscard]] std::string shown_pointer() const {
    std::string pointer;
    for (const Frame& frame : frames_) {
      const bool is_innermost = &frame == &frames_.back();
      if (frame.node->is_object()) {
        pointer = pointer_to(pointer, frame.key);
      } else {
        pointer = pointer_to(pointer, frame.node->size() - (is_innermost ? 0 : 1));
      }
    }
    return pointer;
  }

  [[nodiscard]] TextPlace here() const {
    const auto read = static_cast<std::size_t>(furthest_ - text_.data());
    return place_of(text_, read == 0 ? 0 : read - 1);
  }
  [[nodiscard]] std::size_t line() const { return here().line; }

  static std::string place_text(TextPlace at) {
    return "/ (" + std::to_string(at.line) + ", " + std::to_string(at.column) + ")";
  }

  /// The part of the parser's message that says what it met, without its own line and column.
  static std::string reason(std::string_view message) {
    const std::size_t dash = message.find(" - ");
    if (dash != std::string_view::npos) message.remove_prefix(dash + 3);
    return shown(message, 160);
  }

  std::string_view text_;
  const char* furthest_;
  std::vector<Frame> frames_;
  json* target_ = nullptr;
  std::deque<json> ignored_;  ///< values of keys that came twice
  std::size_t values_ = 0;
};

}  // namespace park
