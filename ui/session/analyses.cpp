// SPDX-License-Identifier: MIT
#include "session/analyses.hpp"

#include "core/assert.hpp"

namespace park::ui {
namespace {

/// One thread only: the ensemble and the window come first.
study::EnsembleOptions options_for(const Subject& subject, int replications, const std::atomic<bool>& cancel,
                                   std::atomic<float>& progress) {
  study::EnsembleOptions options;
  options.replications = replications;
  options.seed = subject.seed;
  options.jobs = 1;
  options.cancel = &cancel;
  options.progress = [&progress](std::size_t done, std::size_t all) {
    progress = static_cast<float>(done) / static_cast<float>(all);
  };
  return options;
}

template <class Found>
std::shared_ptr<const Finding<Found>> finding(const Subject& subject, Found found) {
  if (!found.runs.complete) return nullptr;  // given up
  return std::make_shared<const Finding<Found>>(Finding<Found>{subject, std::move(found)});
}

std::shared_ptr<const Finding<study::Wedges>> find_wedges(const Subject& subject, const std::string& text,
                                                          int replications, const std::atomic<bool>& cancel,
                                                          std::atomic<float>& progress) {
  const auto& a = subject.reference;
  const auto& b = subject.scenario;
  const auto outcome = study::parse_outcome(text, indicator_columns(*a), a->start, a->months);
  PARK_ASSERT(outcome.ok());
  auto parts = study::differing_parts(*a, *b, a->name, b->name);
  if (!parts.ok()) throw WorldError(to_string(parts.problems().front()));
  const auto options = options_for(subject, replications, cancel, progress);
  return finding(subject, study::find_wedges(a, b, std::move(parts).value(), outcome.value(), options));
}

}  // namespace

void Analyses::look_at(Subject subject) {
  if (subject == subject_) return;
  subject_ = std::move(subject);
  // Given up means it must be asked again.
  if (wedges_.is_busy()) asked_wedges_ = {};
  if (bottlenecks_.is_busy()) asked_bottlenecks_ = {};
  if (clause_values_.is_busy()) asked_clauses_ = {};
  wedges_.give_up();
  bottlenecks_.give_up();
  clause_values_.give_up();
}

void Analyses::want_wedges(const std::string& outcome) {
  if (asked_wedges_ == subject_ && asked_outcome_ == outcome) return;
  asked_wedges_ = subject_;
  asked_outcome_ = outcome;
  wedges_.ask(
      [subject = subject_, outcome, replications = replications_.wedges](const auto& cancel, auto& progress) {
        return find_wedges(subject, outcome, replications, cancel, progress);
      });
}

void Analyses::want_bottlenecks() {
  if (asked_bottlenecks_ == subject_) return;
  asked_bottlenecks_ = subject_;
  bottlenecks_.ask(
      [subject = subject_, replications = replications_.bottlenecks](const auto& cancel, auto& progress) {
        const auto options = options_for(subject, replications, cancel, progress);
        return finding(subject, study::find_bottlenecks(subject.scenario, options));
      });
}

void Analyses::want_clause_values() {
  if (asked_clauses_ == subject_) return;
  asked_clauses_ = subject_;
  clause_values_.ask(
      [subject = subject_, replications = replications_.clauses](const auto& cancel, auto& progress) {
        const auto options = options_for(subject, replications, cancel, progress);
        return finding(subject, study::value_clauses(subject.scenario, options));
      });
}

}  // namespace park::ui
