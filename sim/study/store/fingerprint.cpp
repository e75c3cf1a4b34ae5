// SPDX-License-Identifier: MIT
#include "study/store/fingerprint.hpp"

#include <cmath>

#include "core/digest.hpp"
#include "core/random.hpp"

namespace park::study {

std::string mathematics_fingerprint() {
  // The variants of exp differ in one value of about 1,400: this many cannot all agree by chance.
  constexpr int arguments = 50000;
  RandomStream stream{0, Draw::StudyDesign, 0};
  Digest digest;
  for (int i = 0; i < arguments; ++i) {
    const double x = 20 * stream.uniform() - 10;
    const double base = 10 * stream.uniform();
    digest.add(std::exp(x));
    digest.add(std::log(base));
    digest.add(std::pow(base, x));
  }
  return to_hex(digest.value());
}

}  // namespace park::study
