// SPDX-License-Identifier: MIT
#pragma once

namespace park {

/// Asks for the memory at `place` some time before it is read: agents lie scattered over more memory than the
/// nearest cache holds. Changes nothing; `place` may lie outside any object.
inline void fetch_ahead(const void* place) { __builtin_prefetch(place); }

}  // namespace park
