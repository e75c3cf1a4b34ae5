// SPDX-License-Identifier: MIT
#include "session/futures.hpp"

#include "core/assert.hpp"

namespace park::ui {

Futures::Futures(Question question, std::vector<std::shared_ptr<const Fan>> fans,
                 std::vector<std::vector<PairedChange>> differences, std::size_t paired_runs)
    : question_(std::move(question)),
      fans_(std::move(fans)),
      differences_(std::move(differences)),
      paired_runs_(paired_runs) {
  PARK_ASSERT(fans_.size() == question_.scenarios.size() && differences_.size() == fans_.size());
  const std::size_t values = (months() + 1) * columns().size();
  for (std::size_t s = 0; s < fans_.size(); ++s) {
    PARK_ASSERT(fans_[s]->bands.size() == values && differences_[s].size() == values);
  }
}

std::optional<std::size_t> Futures::column(std::string_view key) const { return find_column(columns(), key); }

}  // namespace park::ui
