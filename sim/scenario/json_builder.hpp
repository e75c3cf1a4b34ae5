// SPDX-License-Identifier: MIT
#pragma once

#include <rapidjson/error/error.h>
#include <rapidjson/reader.h>
#include <rapidjson/stream.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <deque>
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

// Only json_reader.cpp includes this header: it brings in all of nlohmann/json and of RapidJSON.
using nlohmann::json;

/// A fault before it has a file.
struct JsonFault {
  std::string pointer;
  std::string expected;
  std::string got;
};

/// A number too large for a double: where its text begins, and its place in the document.
struct Overflow {
  std::size_t begin = 0;
  std::string token;
  json::json_pointer place;
  std::string pointer;
};

[[nodiscard]] inline std::string place_text(TextPlace at) {
  return "/ (" + std::to_string(at.line) + ", " + std::to_string(at.column) + ")";
}

/// What stands where JSON does not allow it.
[[nodiscard]] inline const char* words_for(rapidjson::ParseErrorCode code) {
  switch (code) {
    case rapidjson::kParseErrorDocumentRootNotSingular:
      return "more behind the end of the document";
    case rapidjson::kParseErrorObjectMissName:
      return "a member without a name in double quotes";
    case rapidjson::kParseErrorObjectMissColon:
      return "a name without a colon behind it";
    case rapidjson::kParseErrorObjectMissCommaOrCurlyBracket:
      return "a member with neither a comma nor } behind it";
    case rapidjson::kParseErrorArrayMissCommaOrSquareBracket:
      return "an element with neither a comma nor ] behind it";
    case rapidjson::kParseErrorStringUnicodeEscapeInvalidHex:
      return "\\u without four hexadecimal digits";
    case rapidjson::kParseErrorStringUnicodeSurrogateInvalid:
      return "half of a pair of \\u escapes";
    case rapidjson::kParseErrorStringEscapeInvalid:
      return "a text with a line break, a control character or an unknown escape";
    case rapidjson::kParseErrorStringMissQuotationMark:
      return "a text without closing quotes";
    case rapidjson::kParseErrorStringInvalidEncoding:
      return "bytes that are not UTF-8";
    case rapidjson::kParseErrorNumberMissFraction:
      return "a decimal point without digits behind it";
    case rapidjson::kParseErrorNumberMissExponent:
      return "an exponent without digits";
    default:
      return "what is neither a value nor null";
  }
}

/// One pass over the text by RapidJSON's reader, which calls what is public here for each part of it. What
/// returns false stops it. The reader works on a copy of the text and leaves decoded strings in it.
class DocumentBuilder final : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, DocumentBuilder> {
 public:
  /// `text`: without NUL, which the reader takes for the end. It must outlive the builder.
  explicit DocumentBuilder(std::string_view text)
      : text_(text), copy_(with_room_behind(text)), stream_(copy_.data()) {}

  bool run() {
    rapidjson::Reader reader;
    constexpr unsigned flags = rapidjson::kParseInsituFlag | rapidjson::kParseValidateEncodingFlag |
                               rapidjson::kParseNumbersAsStringsFlag;
    const rapidjson::ParseResult result = reader.Parse<flags>(stream_, *this);
    if (!result.IsError()) return true;
    if (result.Code() == rapidjson::kParseErrorNumberTooBig) {
      note_overflow(result.Offset());
    } else if (result.Code() != rapidjson::kParseErrorTermination) {
      const bool is_end = result.Offset() >= text_.size();
      faults.push_back({place_text(place_of(text_, result.Offset())), "valid JSON",
                        is_end ? "the end of the file" : words_for(result.Code())});
    }
    return false;
  }

  bool Null() { return put(json(nullptr)); }
  bool Bool(bool value) { return put(json(value)); }
  bool String(const char* text, rapidjson::SizeType size, bool) { return put(json(std::string(text, size))); }
  bool StartObject() { return open(json(json::value_t::object)); }
  bool StartArray() { return open(json(json::value_t::array)); }
  bool EndObject(rapidjson::SizeType) { return close(); }
  bool EndArray(rapidjson::SizeType) { return close(); }

  bool Key(const char* text, rapidjson::SizeType size, bool) {
    Frame& frame = frames_.back();
    frame.key.assign(text, size);
    auto [place, is_new] = frame.node->get_ref<json::object_t&>().try_emplace(frame.key);
    if (!is_new) {
      const std::size_t line = place_of(text_, offset_of(text)).line;
      faults.push_back({shown_pointer(), "each key once", "the key again in line " + std::to_string(line)});
      ignored_.emplace_back();
    }
    target_ = is_new ? &place->second : &ignored_.back();
    return true;
  }

  /// A whole number if it is written as one and fits 64 bits, else a double.
  bool RawNumber(const char* text, rapidjson::SizeType size, bool) {
    const std::string_view token(text, size);
    if (token.find_first_of(".eE") == std::string_view::npos) {
      if (const auto whole = parsed<json::number_unsigned_t>(token)) return put(json(*whole));
      if (const auto whole = parsed<json::number_integer_t>(token)) return put(json(*whole));
    }
    if (const auto number = parsed<json::number_float_t>(token)) return put(json(*number));
    if (is_tiny(token)) return put(json(0.0));
    note_overflow(offset_of(text));
    return false;
  }

  json document;
  std::vector<JsonFault> faults;
  std::optional<Overflow> overflow;

 private:
  /// Of a character that the text's end cuts off the reader takes as many bytes as its first one says: NUL
  /// and up to two more.
  static std::string with_room_behind(std::string_view text) {
    std::string copy(text);
    copy.append(3, '\0');
    return copy;
  }

  struct Frame {
    json* node = nullptr;
    std::string key;
  };

  /// The number that is all of `token`, if `Number` can hold it.
  template <class Number>
  static std::optional<Number> parsed(std::string_view token) {
    Number number{};
    const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), number);
    if (error != std::errc() || end != token.data() + token.size()) return std::nullopt;
    return number;
  }

  /// Of a string or number that the reader hands over: it stands in the copy.
  [[nodiscard]] std::size_t offset_of(const char* text) const {
    return static_cast<std::size_t>(text - copy_.data());
  }

  /// Whether what a double cannot hold is too small, and not too large.
  static bool is_tiny(std::string_view token) {
    if (const auto number = parsed<long double>(token)) return std::abs(*number) < 1;
    return token.find("e-") != std::string_view::npos || token.find("E-") != std::string_view::npos;
  }

  void note_overflow(std::size_t begin) {
    const std::size_t end = std::min(text_.find_first_not_of("+-.0123456789eE", begin), text_.size());
    overflow = Overflow{begin, std::string(text_.substr(begin, end - begin)), path(), shown_pointer()};
  }

  /// The place a value goes to: the root, the member whose key came last, or the end of an array.
  json* next_place() {
    if (frames_.empty()) return &document;
    json* parent = frames_.back().node;
    if (parent->is_object()) return target_;
    return &parent->get_ref<json::array_t&>().emplace_back();
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

  [[nodiscard]] TextPlace here() {
    const std::size_t read = stream_.Tell();
    return place_of(text_, read == 0 ? 0 : read - 1);
  }

  std::string_view text_;
  std::string copy_;
  rapidjson::InsituStringStream stream_;
  std::vector<Frame> frames_;
  json* target_ = nullptr;
  std::deque<json> ignored_;  ///< values of keys that came twice
  std::size_t values_ = 0;
};

}  // namespace park
