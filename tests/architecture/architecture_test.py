# SPDX-License-Identifier: MIT
"""Checks the source tree given as argument; prints each violation and exits 1 if there is one."""
import sys

from architecture import violations

found = violations(sys.argv[1])
for violation in found:
    print(violation)
print(f"{len(found)} violations")
sys.exit(1 if found else 0)
