// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "session/analyses.hpp"
#include "session/autosave.hpp"
#include "session/chronicles.hpp"
#include "session/edited_scenario.hpp"
#include "session/live_ensemble.hpp"
#include "session/recent_files.hpp"
#include "session/scenario_code.hpp"
#include "session/state_folder.hpp"

namespace park::ui {

/// What a planner works with: open scenarios as tabs, one of them active, and their futures. Tab 0 is the
/// baseline, which cannot be edited. Belongs to one thread; the simulations run in threads of its own, and
/// nothing here waits for them but wait().
class Session {
 public:
  struct Options {
    std::size_t runs = 64;  ///< of each scenario
    int workers = 0;        ///< threads that simulate; 0: all cores
    /// Where recent files and what is not saved are put by; empty: nowhere. See StateFolder::standard_path.
    std::filesystem::path state_folder = {};
    /// What the others are compared with, and the file it stands in; null: the shipped baseline.
    std::shared_ptr<const Scenario> baseline = nullptr;
    std::filesystem::path baseline_file = {};
    /// Nothing is simulated before begin(): a window that opens has the processor to itself.
    bool waits_to_begin = false;
  };

  /// Opens the baseline. Throws WorldError if the shipped data cannot be read.
  Session() : Session(Options()) {}
  explicit Session(const Options& options);

  // Tabs.
  [[nodiscard]] std::size_t tab_count() const { return tabs_.size(); }
  [[nodiscard]] const EditedScenario& tab(std::size_t place) const { return *tabs_[place].edited; }
  [[nodiscard]] std::size_t active() const { return active_; }
  [[nodiscard]] const EditedScenario& active_tab() const { return tab(active_); }
  [[nodiscard]] static bool is_locked(std::size_t place) { return place == 0; }
  /// The tab of a place in the futures; nothing if it was closed since.
  [[nodiscard]] std::optional<std::size_t> tab_of(std::uint64_t owner) const;
  [[nodiscard]] std::uint64_t owner_of(std::size_t place) const { return tabs_[place].id; }

  void activate(std::size_t place);
  /// Opens a file in a tab of its own, or goes to the tab that has it; active afterwards. A bad file is all
  /// its problems, and nothing has changed.
  [[nodiscard]] Checked<std::size_t> open(const std::filesystem::path& file);
  /// A further tab with a copy of one as it is now, not yet in a file; active afterwards.
  std::size_t open_copy(std::size_t place, const std::string& label_zh, const std::string& label_en);
  /// A tab with the scenario of a code (see code_of); active afterwards.
  [[nodiscard]] std::variant<std::size_t, CodeFault> open_code(std::string_view code);
  /// What stands in that tab becomes the baseline of all: it changes places with the first tab, which may be
  /// edited from now on. What was active stays so.
  void make_baseline(std::size_t place);
  /// Closes any tab but the baseline, what is not saved is lost.
  void close(std::size_t place);
  [[nodiscard]] bool is_anything_unsaved() const;

  // The active scenario. Nothing here acts on the baseline: what is refused is a problem.
  [[nodiscard]] Problems apply(const Command& command);
  [[nodiscard]] Problems apply(const std::vector<Command>& commands);
  /// The mouse button is up: what comes next is another step of undo.
  void end_gesture();
  void undo();
  void redo();
  /// Writes the active scenario beside `file` and renames; the saved mark moves. Throws WorldError.
  void save(const std::filesystem::path& file);

  /// Lets the simulations begin that Options::waits_to_begin holds back; does nothing the second time.
  void begin();

  // Futures: scenario 0 is the reference, 1 the active one (unless that is the baseline), then the compared.
  [[nodiscard]] std::shared_ptr<const Futures> snapshot() const { return ensemble_.snapshot(); }
  [[nodiscard]] bool is_busy() const { return ensemble_.is_busy(); }
  [[nodiscard]] std::string failure() const { return ensemble_.failure(); }
  /// Blocks until all runs are there: for tests and still pictures.
  [[nodiscard]] std::shared_ptr<const Futures> wait() const { return ensemble_.wait(); }
  /// Generation of the newest question: a snapshot with a smaller one is of what was before.
  [[nodiscard]] std::uint64_t generation() const { return generation_; }

  static constexpr std::size_t max_futures = 4;
  /// Tabs that are shown beside the active one and the baseline, at most max_futures in all.
  void set_compared(const std::vector<std::size_t>& places);
  [[nodiscard]] std::vector<std::size_t> compared() const;
  /// Whether the baseline is lived under the active scenario's assumptions instead of its own.
  void set_shares_assumptions(bool shares);
  [[nodiscard]] bool shares_assumptions() const { return shares_assumptions_; }

  /// Answers that take seconds. Asked for only while the futures are complete, so that a slider that moves
  /// comes first.
  void want_wedges(const std::string& outcome);
  void want_bottlenecks();
  void want_clause_values();
  [[nodiscard]] const Analyses& analyses() const { return analyses_; }
  /// The life that the map of a place in the futures shows; see Chronicles::want.
  [[nodiscard]] std::shared_ptr<const ParkChronicle> want_chronicle(std::size_t place) {
    return chronicles_.want(place);
  }
  [[nodiscard]] Chronicles& chronicles() { return chronicles_; }

  // What is remembered from one time to the next.
  [[nodiscard]] const RecentFiles& recent() const { return recent_; }
  /// Why nothing is remembered or put by, in the system's words; empty if all is well.
  [[nodiscard]] std::string state_fault() const;
  /// Scenarios that an earlier program that crashed had not saved: their files as put by.
  [[nodiscard]] std::vector<KeptFolder::Unsaved> left_behind() const;
  /// Opens them all, each with its file and what it had become; what cannot be read is a problem.
  [[nodiscard]] Problems recover();
  void discard_left_behind();
  /// Nobody has told this state folder yet that the program was opened; never where nothing is remembered.
  [[nodiscard]] bool is_first_start() const;
  void remember_started();
  /// Blocks until everything that is not saved is put by: for tests.
  void flush();

  /// The reference of the newest question.
  [[nodiscard]] const std::shared_ptr<const Scenario>& reference() const { return reference_; }
  [[nodiscard]] const std::shared_ptr<SeedPools>& pools() const { return pools_; }

 private:
  struct Tab {
    std::uint64_t id = 0;
    std::unique_ptr<EditedScenario> edited;
    bool is_compared = false;
    std::shared_ptr<const Scenario> fitted;       ///< over the active tab's months
    std::shared_ptr<const Scenario> fitted_from;  ///< what it was made of
  };

  std::size_t add_tab(std::unique_ptr<EditedScenario> edited);
  [[nodiscard]] std::filesystem::path recent_list() const { return state_.path() / "recent_files"; }
  [[nodiscard]] std::filesystem::path started_mark() const { return state_.path() / "started"; }
  void remember(const std::filesystem::path& file);
  void put_by();
  [[nodiscard]] Problems recover(const KeptFolder::Unsaved& unsaved);
  [[nodiscard]] EditedScenario& active_edited() { return *tabs_[active_].edited; }
  [[nodiscard]] const std::shared_ptr<const Scenario>& fitted(Tab& tab, const Scenario& to);
  void update_reference();
  /// After anything that may change what is asked or is to be put by.
  void changed();
  void ask();

  Options options_;
  std::shared_ptr<SeedPools> pools_ = std::make_shared<SeedPools>();
  std::vector<Tab> tabs_;
  std::size_t active_ = 0;
  std::uint64_t last_id_ = 0;
  bool shares_assumptions_ = false;
  std::shared_ptr<const Scenario> reference_;
  std::uint64_t generation_ = 0;
  bool has_begun_ = false;
  LiveEnsemble::Asked asked_;
  StateFolder state_;
  RecentFiles recent_;
  std::vector<KeptFolder> left_behind_;
  bool is_first_start_ = false;
  std::optional<Autosave> autosave_;
  LiveEnsemble ensemble_;
  Analyses analyses_;
  Chronicles chronicles_;
};

}  // namespace park::ui
