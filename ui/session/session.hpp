// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "session/edited_scenario.hpp"
#include "session/live_ensemble.hpp"

namespace park::ui {

/// What a planner works with: open scenarios as tabs, one of them active, and their futures. Tab 0 is the
/// baseline, which cannot be edited. Belongs to one thread; the simulations run in threads of its own, and
/// nothing here waits for them but wait().
class Session {
 public:
  struct Options {
    std::size_t runs = 64;  ///< of each scenario
    int workers = 0;        ///< threads that simulate; 0: all cores
  };

  /// Opens the shipped baseline. Throws WorldError if the shipped data cannot be read.
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
  /// Closes any tab but the baseline, what is not saved is lost.
  void close(std::size_t place);

  // The active scenario. Nothing here acts on the baseline: what is refused is a problem.
  [[nodiscard]] Problems apply(const Command& command);
  [[nodiscard]] Problems apply(const std::vector<Command>& commands);
  /// The mouse button is up: what comes next is another step of undo.
  void end_gesture();
  void undo();
  void redo();
  /// Writes the active scenario beside `file` and renames; the saved mark moves. Throws WorldError.
  void save(const std::filesystem::path& file);

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
  [[nodiscard]] EditedScenario& active_edited() { return *tabs_[active_].edited; }
  [[nodiscard]] const std::shared_ptr<const Scenario>& fitted(Tab& tab, const Scenario& to);
  void update_reference();
  void ask();

  Options options_;
  std::shared_ptr<SeedPools> pools_ = std::make_shared<SeedPools>();
  std::vector<Tab> tabs_;
  std::size_t active_ = 0;
  std::uint64_t last_id_ = 0;
  bool shares_assumptions_ = false;
  std::shared_ptr<const Scenario> reference_;
  std::uint64_t generation_ = 0;
  LiveEnsemble::Asked asked_;
  LiveEnsemble ensemble_;
};

}  // namespace park::ui
