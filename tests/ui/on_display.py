# SPDX-License-Identifier: MIT
"""Commands of the tests on a display of their own. on_display.py COMMAND [ARGUMENT...]"""
import pathlib
import subprocess
import sys
import tempfile

# Else xvfb-run makes a folder for it and ends with 5, whatever the command said, if it cannot take that away again.
# It splits the name at spaces, which the folder of a build may have.
_scratch = tempfile.TemporaryDirectory(dir="/tmp", ignore_cleanup_errors=True)


def on_display(*command, size="1280x720"):
    """The command under Xvfb; the display's authority lies in a file of this process."""
    authority = pathlib.Path(_scratch.name) / "authority"
    authority.touch()
    return ["xvfb-run", "-a", "-f", str(authority), "-s", f"-screen 0 {size}x24", *map(str, command)]


if __name__ == "__main__":
    sys.exit(subprocess.run(on_display(*sys.argv[1:]), check=False).returncode)
