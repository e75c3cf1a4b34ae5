// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "study/search/search_front.hpp"
#include "study/words/texts.hpp"

namespace park::study {

/// Puts a search into the words of a language. Labels come from the catalogues.
class SearchWords {
 public:
  /// All must outlive it.
  SearchWords(const Texts& texts, const SearchOutline& outline, const ClauseCatalogue& clauses,
              const std::vector<IndicatorColumn>& columns)
      : texts_(texts), outline_(outline), clauses_(clauses), columns_(columns) {}

  /// What the policy changes: `Third-party agencies 0 → 3 agencies; ...`; words for nothing.
  [[nodiscard]] std::string policy(const Policy& policy) const;
  /// `Jobs in the park`.
  [[nodiscard]] std::string outcome(std::size_t outcome) const;
  /// Unit of an outcome in the catalogues.
  [[nodiscard]] std::string unit_of(std::size_t outcome) const;
  /// `mean`, `90 % of futures are no worse`, `regret ...`.
  [[nodiscard]] std::string statistic(const Robust& robust) const;
  /// `maximise Jobs in the park (90 % of futures are no worse)`.
  [[nodiscard]] std::string objective(const Objective& objective) const;
  /// A value of an outcome, in the language's units, with or without the unit.
  [[nodiscard]] std::string value(std::size_t outcome, double value) const;
  [[nodiscard]] std::string quantity(std::size_t outcome, double value) const;
  /// `at most 100 million yuan`.
  [[nodiscard]] std::string limit(const Limit& limit) const;

 private:
  [[nodiscard]] std::string factor_label(const std::string& key) const;
  [[nodiscard]] std::string change(const std::string& key, double from, double to) const;

  const Texts& texts_;
  const SearchOutline& outline_;
  const ClauseCatalogue& clauses_;
  const std::vector<IndicatorColumn>& columns_;
};

}  // namespace park::study
