// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace park::study {

/// Sixteen digits that two machines share if their C library's exp, log and pow give the same bits: it
/// chooses their variants by processor, and results of two kinds must not be mixed in one study.
[[nodiscard]] std::string mathematics_fingerprint();

}  // namespace park::study
