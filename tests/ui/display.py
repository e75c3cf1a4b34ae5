# SPDX-License-Identifier: MIT
"""Displays of the tests' own, by Xvfb. display.py COMMAND [ARGUMENT...] runs a command on one."""
import os
import select
import subprocess
import sys


def end_process(process, seconds=20):
    """Asks a process to end, and ends it if it does not."""
    if process.poll() is not None:
        return
    process.terminate()
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


class Display:
    """A display under a number that was free, for as long as the `with` lasts. `name` is what DISPLAY is set to."""

    def __init__(self, size):
        self.size = size

    def __enter__(self):
        read, write = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{self.size}x24", "-noreset"],
            pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write)
        number = b""
        # It ends with an error where nobody reads the line to its end.
        while not number.endswith(b"\n"):
            if not select.select([read], [], [], 20)[0] or not (more := os.read(read, 16)):
                end_process(self.server)
                raise RuntimeError("Xvfb did not come up")
            number += more
        os.close(read)
        self.name = ":" + number.decode().strip()
        return self

    def __exit__(self, *_):
        end_process(self.server)


def run_on_display(*command, size="1280x720", env=None, **options):
    """subprocess.run on a display of its own."""
    with Display(size) as display:
        environment = {**(os.environ if env is None else env), "DISPLAY": display.name}
        return subprocess.run([str(word) for word in command], env=environment, **options)


if __name__ == "__main__":
    sys.exit(run_on_display(*sys.argv[1:], check=False).returncode)
