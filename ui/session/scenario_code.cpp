// SPDX-License-Identifier: MIT
#include "session/scenario_code.hpp"

#include <algorithm>
#include <cctype>
#include <optional>

#include "core/digest.hpp"
#include "scenario/fault_list.hpp"
#include "scenario/load.hpp"
#include "scenario/parameter_values.hpp"
#include "session/code_bytes.hpp"
#include "session/commands.hpp"
#include "session/same_scenario.hpp"

namespace park::ui {
namespace {

using Kind = CodeFault::Kind;

constexpr std::string_view family = "PARK";
constexpr std::string_view prefix = "PARK1-";
constexpr std::size_t max_code_bytes = 16384;
constexpr std::size_t max_changes = 1000;
constexpr int key_bytes = 3;
constexpr int fingerprint_bytes = 2;
constexpr int checksum_bytes = 4;

/// Which parts a code states; the others are the base's.
enum Stated : unsigned { Labels = 1, Start = 2, Months = 4, Seed = 8, Policy = 16, Shocks = 32 };

bool is_any_key(const ParameterKey&) { return true; }

bool is_plain_name(std::string_view name) {
  const auto is_plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
  return !name.empty() && name.size() <= 64 && std::ranges::all_of(name, is_plain);
}

/// Of everything in a base scenario that a code leaves unsaid.
std::uint64_t fingerprint(const Scenario& base) {
  Digest digest;
  Scenario named_alike = base;
  named_alike.map_path.clear();  // where the program is installed says nothing
  named_alike.targets_path.clear();
  named_alike.places_path.clear();
  named_alike.about_zh.clear();
  named_alike.about_en.clear();
  digest.add(std::string_view(to_json(named_alike)));
  return digest.value();
}

std::uint64_t checksum(std::string_view bytes) {
  Digest digest;
  digest.add(bytes);
  return digest.value() & 0xffffffffU;
}

class CodeWriter {
 public:
  CodeWriter(const Scenario& base, const Scenario& scenario) : base_(base), scenario_(scenario) {}

  std::string write() {
    bytes_.text(base_.name);
    bytes_.fixed(fingerprint(base_), fingerprint_bytes);
    const unsigned stated = stated_parts();
    bytes_.whole(stated);
    if ((stated & Labels) != 0) bytes_.text(scenario_.label_zh), bytes_.text(scenario_.label_en);
    if ((stated & Start) != 0) bytes_.text(to_string(scenario_.start));
    if ((stated & Months) != 0) bytes_.whole(static_cast<std::uint64_t>(scenario_.months));
    if ((stated & Seed) != 0) bytes_.whole(scenario_.seed);
    write_start_values();
    if ((stated & Policy) != 0) {
      write_timeline(scenario_.policy, [](const PolicyStep& step) { return step.ramp_months; });
    }
    if ((stated & Shocks) != 0) {
      write_timeline(scenario_.shocks, [](const Shock& shock) { return shock.months; });
    }
    bytes_.fixed(checksum(bytes_.bytes()), checksum_bytes);
    return std::string(prefix) + to_base64url(bytes_.bytes());
  }

 private:
  [[nodiscard]] unsigned stated_parts() const {
    unsigned stated = 0;
    if (scenario_.label_zh != base_.label_zh || scenario_.label_en != base_.label_en) stated |= Labels;
    if (scenario_.start != base_.start) stated |= Start;
    if (scenario_.months != base_.months) stated |= Months;
    if (scenario_.seed != base_.seed) stated |= Seed;
    if (!is_same_timeline(scenario_.policy, base_.policy)) stated |= Policy;
    if (!is_same_timeline(scenario_.shocks, base_.shocks)) stated |= Shocks;
    return stated;
  }

  void write_key(const ParameterKey& key) {
    bytes_.fixed(code_of_key(key_text(base_.facts->clauses, key)), key_bytes);
  }

  void write_start_values() {
    std::vector<ParameterKey> differing;
    for (const std::string& text : keys_that(base_.facts->clauses, &is_any_key)) {
      const ParameterKey key = *find_key(base_.facts->clauses, text);
      if (get(base_.parameters, key) != get(scenario_.parameters, key)) differing.push_back(key);
    }
    bytes_.whole(differing.size());
    for (const ParameterKey& key : differing) {
      write_key(key);
      bytes_.number(get(scenario_.parameters, key));
    }
  }

  template <class Step, class Length>
  void write_timeline(const std::vector<Step>& steps, const Length& length) {
    bytes_.whole(steps.size());
    for (const Step& step : steps) {
      write_key(step.key);
      bytes_.whole(static_cast<std::uint64_t>(step.at));
      bytes_.number(step.value);
      bytes_.whole(static_cast<std::uint64_t>(length(step)));
    }
  }

  const Scenario& base_;
  const Scenario& scenario_;
  ByteWriter bytes_;
};

/// Reads what follows the base and its fingerprint. Everything goes through the commands a person has, so
/// that a code can say nothing that a person could not.
class CodeReader {
 public:
  CodeReader(ByteReader& bytes, const Scenario& base) : bytes_(bytes), base_(base), scenario_(base) {}

  std::variant<Scenario, CodeFault> read() {
    const std::uint64_t stated = bytes_.whole();
    if (stated >= std::uint64_t{2} * Shocks) return CodeFault{Kind::Damaged, {}};
    read_frame(stated);
    read_start_values();
    if ((stated & Policy) != 0) {
      scenario_.policy.clear();
      read_timeline([](std::string key, double value, int at, int length) {
        return Command(SetPolicy{std::move(key), value, at, length});
      });
    }
    if ((stated & Shocks) != 0) {
      scenario_.shocks.clear();
      read_timeline([](std::string key, double value, int at, int length) {
        return Command(SetAssumption{std::move(key), value, at, length});
      });
    }
    if (!fault_ && (!bytes_.is_good() || !bytes_.is_at_end())) fault_ = CodeFault{Kind::Damaged, {}};
    if (fault_) return *fault_;
    return scenario_;
  }

 private:
  void read_frame(std::uint64_t stated) {
    if ((stated & Labels) != 0) {
      const std::string zh = bytes_.text();
      carry_out_here(SetLabels{zh, bytes_.text()});
    }
    if ((stated & Start) != 0) {
      const auto start = parse_year_month(bytes_.text());
      if (!start || start->year < first_festival_year || start->year > last_festival_year) {
        fail(Kind::BadValue, "start");
        return;
      }
      scenario_.start = *start;
    }
    const int months = (stated & Months) != 0 ? small_whole() : scenario_.months;
    carry_out_here(SetMonths{months});
    if ((stated & Seed) != 0) carry_out_here(SetSeed{bytes_.whole()});
  }

  void read_start_values() {
    const std::size_t count = change_count();
    for (std::size_t i = 0; i < count && !fault_; ++i) {
      const auto key = read_key();
      const double value = bytes_.number();
      if (!key) return;
      const std::string text = key_text(base_.facts->clauses, *key);
      if (is_policy_key(*key)) {
        carry_out_here(SetPolicy{text, value, {}, 0});
      } else {
        carry_out_here(SetAssumption{text, value, {}, 0});
      }
    }
  }

  template <class MakeCommand>
  void read_timeline(const MakeCommand& make_command) {
    const std::size_t count = change_count();
    for (std::size_t i = 0; i < count && !fault_; ++i) {
      const auto key = read_key();
      const int at = small_whole();
      const double value = bytes_.number();
      const int length = small_whole();
      if (key) carry_out_here(make_command(key_text(base_.facts->clauses, *key), value, at, length));
    }
  }

  std::size_t change_count() {
    const std::uint64_t count = bytes_.whole();
    if (count <= max_changes) return count;
    fail(Kind::Damaged, {});
    return 0;
  }

  int small_whole() { return static_cast<int>(std::min<std::uint64_t>(bytes_.whole(), 1'000'000)); }

  std::optional<ParameterKey> read_key() {
    const std::uint64_t code = bytes_.fixed(key_bytes);
    for (const std::string& text : keys_that(base_.facts->clauses, &is_any_key)) {
      if (code_of_key(text) == code) return find_key(base_.facts->clauses, text);
    }
    fail(Kind::UnknownKey, {});
    return std::nullopt;
  }

  void carry_out_here(const Command& command) {
    if (fault_ || !bytes_.is_good()) return;
    Checked<Scenario> changed = carry_out(command, std::move(scenario_), {base_, base_});
    if (changed.ok()) {
      scenario_ = std::move(changed).value();
      return;
    }
    const Problem& problem = changed.problems().front();
    fail(Kind::BadValue, problem.pointer + ": " + problem.expected + ", " + problem.got);
  }

  /// The first one is told.
  void fail(Kind kind, std::string detail) {
    if (!bytes_.is_good()) kind = Kind::Damaged;
    if (!fault_) fault_ = CodeFault{kind, std::move(detail)};
  }

  ByteReader& bytes_;
  const Scenario& base_;
  Scenario scenario_;
  std::optional<CodeFault> fault_;
};

/// Without white space and what chat programs put around a text.
std::string without_space(std::string_view text) {
  constexpr std::string_view zero_width_space = "\xe2\x80\x8b";
  constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
  std::string kept;
  while (!text.empty()) {
    if (text.starts_with(zero_width_space) || text.starts_with(byte_order_mark)) {
      text.remove_prefix(zero_width_space.size());
      continue;
    }
    if (std::isspace(static_cast<unsigned char>(text.front())) == 0) kept += text.front();
    text.remove_prefix(1);
  }
  return kept;
}

/// The bytes before the checksum, or why there are none.
std::variant<std::string, CodeFault> checked_bytes(std::string_view code) {
  if (code.size() > max_code_bytes) return CodeFault{Kind::NotACode, {}};
  const std::string text = without_space(code);
  if (text.empty()) return CodeFault{Kind::Empty, {}};
  if (!text.starts_with(family)) return CodeFault{Kind::NotACode, {}};
  if (!text.starts_with(prefix)) {
    const std::size_t dash = text.find('-');
    const bool is_number = dash != std::string::npos && dash > family.size() &&
                           std::all_of(text.begin() + static_cast<std::ptrdiff_t>(family.size()),
                                       text.begin() + static_cast<std::ptrdiff_t>(dash),
                                       [](char c) { return c >= '0' && c <= '9'; });
    return CodeFault{is_number ? Kind::OtherVersion : Kind::NotACode, text.substr(0, is_number ? dash : 0)};
  }
  auto bytes = from_base64url(std::string_view(text).substr(prefix.size()));
  if (!bytes) return CodeFault{Kind::Damaged, {}};
  if (bytes->size() <= checksum_bytes) return CodeFault{Kind::Damaged, {}};
  ByteReader stated(std::string_view(*bytes).substr(bytes->size() - checksum_bytes));
  const std::uint64_t stated_checksum = stated.fixed(checksum_bytes);
  bytes->resize(bytes->size() - checksum_bytes);
  if (checksum(*bytes) != stated_checksum) return CodeFault{Kind::Damaged, {}};
  return std::move(*bytes);
}

}  // namespace

std::shared_ptr<const Scenario> shipped_base(const std::string& name) {
  if (!is_plain_name(name)) return nullptr;
  Checked<Scenario> loaded = load_scenario(shipped_data_folder() / "scenarios" / (name + ".json"));
  return loaded.ok() ? std::make_shared<const Scenario>(std::move(loaded).value()) : nullptr;
}

std::uint32_t code_of_key(std::string_view key) {
  Digest digest;
  digest.add(key);
  return static_cast<std::uint32_t>(digest.value() & 0xffffffU);
}

std::variant<std::string, CodeFault> code_of(const Scenario& scenario, const BaseFinder& find_base) {
  for (const std::string& name : {scenario.name, std::string("baseline")}) {
    const auto base = find_base(name);
    // By its name the base is found again.
    if (!base || base->name != name || !is_same_park(*base, scenario)) continue;
    std::string code = CodeWriter(*base, scenario).write();
    if (code.size() > max_code_bytes) return CodeFault{Kind::TooLong, scenario.name};
    return code;
  }
  return CodeFault{Kind::OwnFiles, scenario.name};
}

std::variant<Scenario, CodeFault> scenario_of_code(std::string_view code, const BaseFinder& find_base) {
  auto checked = checked_bytes(code);
  if (const auto* fault = std::get_if<CodeFault>(&checked)) return *fault;
  ByteReader bytes(std::get<std::string>(checked));
  const std::string name = bytes.text();
  const std::uint64_t stated_fingerprint = bytes.fixed(fingerprint_bytes);
  if (!bytes.is_good()) return CodeFault{Kind::Damaged, {}};
  const auto base = find_base(name);
  if (!base) return CodeFault{Kind::UnknownBase, shown(name)};
  if ((fingerprint(*base) & 0xffffU) != stated_fingerprint) return CodeFault{Kind::OtherBase, name};
  return CodeReader(bytes, *base).read();
}

}  // namespace park::ui
