// SPDX-License-Identifier: MIT
#include "panels/edits.hpp"

#include "study/words/problem_words.hpp"

namespace park::ui {
namespace {

/// What a scenario is called in its file, in both languages at once.
constexpr KeyLabel my_policy = {"my_policy", "我的方案", "My policy"};

void leave_baseline(Dashboard& dashboard) {
  Session& session = dashboard.session;
  if (!Session::is_locked(session.active())) return;
  session.open_copy(session.active(), std::string(my_policy.zh), std::string(my_policy.en));
  dashboard.say((*dashboard.texts)("ui.levers.copied_from_baseline"));
}

}  // namespace

void say(Dashboard& dashboard, const Problems& problems) {
  if (problems.empty()) return;
  const Texts& texts = *dashboard.texts;
  dashboard.say(problem_line(texts, told_in(texts, {problems.front()}).front()), true);
}

void edit(Dashboard& dashboard, const Command& command) {
  leave_baseline(dashboard);
  say(dashboard, dashboard.session.apply(command));
}

void edit(Dashboard& dashboard, const std::vector<Command>& commands) {
  leave_baseline(dashboard);
  say(dashboard, dashboard.session.apply(commands));
}

}  // namespace park::ui
