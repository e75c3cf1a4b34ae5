# SPDX-License-Identifier: MIT
"""A parkview on a display of its own, driven as a person does: by mouse and keyboard, seen by its pixels."""
import ctypes
import ctypes.util
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from display import Display, end_process

WIDTH, HEIGHT = 1920, 1080
ROUNDS_AT_REST = 50
ROUNDS_FOR_EVENT = 8
NICENESS_OF_ENSEMBLE = 15  # behind_the_window in ui/session/background_thread.hpp
SKIPPED = 77


def missing_tools():
    return [tool for tool in ("Xvfb", "xdotool", "import", "convert") if shutil.which(tool) is None]


class Failure(Exception):
    pass


def expect(is_true, what):
    if not is_true:
        raise Failure(what)


def run_test(test):
    """test(parkview, source, pictures) with what the command line says; returns the exit code."""
    missing = missing_tools()
    if missing:
        print(f"not run: {', '.join(missing)} missing")
        return SKIPPED
    try:
        test(sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3]))
    except Failure as failure:
        print(f"FAILED: {failure}")
        return 1
    return 0


class Picture:
    """Pixels of a part of the screen as RGB bytes."""

    def __init__(self, box, pixels):
        self.box = box
        self.pixels = pixels

    def differing(self, other):
        """Share of pixels that differ, 0 to 1."""
        if len(self.pixels) != len(other.pixels):
            raise Failure("pictures of different size compared")
        count = len(self.pixels) // 3
        mine, theirs = (int.from_bytes(pixels, "big") for pixels in (self.pixels, other.pixels))
        difference = (mine ^ theirs).to_bytes(3 * count, "big")
        red, green, blue = (int.from_bytes(difference[channel::3], "big") for channel in range(3))
        return 1 - (red | green | blue).to_bytes(count, "big").count(0) / count

    def colours(self):
        return len(set(zip(self.pixels[0::3], self.pixels[1::3], self.pixels[2::3])))

    def find(self, rgb, near=6):
        """Places of pixels of about this colour, on the screen."""
        x0, y0, width, _ = self.box
        found = []
        for i in range(0, len(self.pixels), 3):
            if all(abs(self.pixels[i + c] - rgb[c]) <= near for c in range(3)):
                pixel = i // 3
                found.append((x0 + pixel % width, y0 + pixel // width))
        return found


class Window:
    """Context: display, window manager none, program; `kept` is where pictures go. The window's size is told to the
    program before its arguments, unless they tell it themselves."""

    def __init__(self, program, arguments, kept, size=(WIDTH, HEIGHT), tells_size=True):
        self.program = program
        self.arguments = arguments
        self.size_told = ["--size", f"{size[0]}x{size[1]}"] if tells_size else []
        self.kept = pathlib.Path(kept)
        self.size = size
        self.home = tempfile.mkdtemp(prefix="parkview_home_")

    def __enter__(self):
        self.kept.mkdir(parents=True, exist_ok=True)
        self.start_display()
        self.start_program()
        return self

    def start_display(self):
        self.server = Display(f"{self.size[0]}x{self.size[1]}").__enter__()
        self.display = self.server.name
        self.environment = dict(os.environ, DISPLAY=self.display, HOME=self.home, XDG_STATE_HOME=self.home,
                                LANG="zh_CN.UTF-8")

    def start_program(self):
        self.errors = tempfile.TemporaryFile(mode="w+")
        self.process = subprocess.Popen(
            [self.program, *self.size_told, *self.arguments], env=self.environment, stderr=self.errors)
        found = self.tool("search", "--sync", "--onlyvisible", "--classname", "parkview", timeout=60)
        self.id = int(found.split()[-1])
        self.tool("windowfocus", "--sync", str(self.id))

    def __exit__(self, kind, value, trace):
        if kind is not None and self.process.poll() is None:
            self.keep("failure")
        end_process(self.process)
        self.server.__exit__()
        shutil.rmtree(self.home, ignore_errors=True)

    # ---- hands ---------------------------------------------------------------------------------------------------

    def tool(self, *words, timeout=20):
        done = subprocess.run(["xdotool", *words], env=self.environment, capture_output=True, text=True,
                              timeout=timeout)
        if done.returncode != 0:
            raise Failure(f"xdotool {' '.join(words)}: {done.stderr.strip()}")
        return done.stdout

    def key(self, *keys):
        for key in keys:
            self.tool("key", key)
            self.let_it_take_that()

    def move(self, x, y):
        self.tool("mousemove", str(int(x)), str(int(y)))
        self.let_it_take_that()

    def click(self, x, y, button=1):
        self.move(x, y)
        self.tool("click", str(button))
        self.let_it_take_that()

    def press(self, x, y):
        self.move(x, y)
        self.tool("mousedown", "1")
        self.let_it_take_that()

    def drag_on(self, x, y):
        """While the button is held; in steps, as a hand moves."""
        self.tool("mousemove", str(int(x)), str(int(y)))
        self.let_it_take_that()

    def release(self):
        self.tool("mouseup", "1")
        self.let_it_take_that()

    def ask_to_close(self):
        """What the cross of a window's frame sends: the client message WM_DELETE_WINDOW."""
        xlib = ctypes.CDLL(ctypes.util.find_library("X11"))
        xlib.XOpenDisplay.restype = ctypes.c_void_p
        xlib.XOpenDisplay.argtypes = [ctypes.c_char_p]
        xlib.XInternAtom.restype = ctypes.c_ulong
        xlib.XInternAtom.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
        xlib.XSendEvent.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_long, ctypes.c_void_p]
        xlib.XFlush.argtypes = xlib.XCloseDisplay.argtypes = [ctypes.c_void_p]

        class ClientMessage(ctypes.Structure):
            _fields_ = [("type", ctypes.c_int), ("serial", ctypes.c_ulong), ("send_event", ctypes.c_int),
                        ("display", ctypes.c_void_p), ("window", ctypes.c_ulong), ("message_type", ctypes.c_ulong),
                        ("format", ctypes.c_int), ("data", ctypes.c_long * 5), ("padding", ctypes.c_long * 16)]

        display = xlib.XOpenDisplay(self.display.encode())
        message = ClientMessage(type=33, send_event=1, display=display, window=self.id, format=32)
        message.message_type = xlib.XInternAtom(display, b"WM_PROTOCOLS", 0)
        message.data[0] = xlib.XInternAtom(display, b"WM_DELETE_WINDOW", 0)
        xlib.XSendEvent(display, self.id, 0, 0, ctypes.byref(message))
        xlib.XFlush(display)
        xlib.XCloseDisplay(display)

    # ---- eyes ----------------------------------------------------------------------------------------------------

    def see(self, box=None):
        """The pixels of a box (x, y, width, height); of the whole screen without."""
        if box is None:
            box = (0, 0, *self.size)
        x, y, width, height = (int(edge) for edge in box)
        shot = subprocess.run(
            ["import", "-window", "root", "-crop", f"{width}x{height}+{x}+{y}", "+repage", "-depth", "8", "rgb:-"],
            env=self.environment, capture_output=True, timeout=60, check=True)
        if len(shot.stdout) != 3 * width * height:
            raise Failure(f"a picture of {len(shot.stdout)} bytes for {width}x{height}")
        return Picture((x, y, width, height), shot.stdout)

    def title(self):
        """What the program says of itself in its window's title."""
        self.check_alive()
        return self.tool("getwindowname", str(self.id)).strip()

    def keep(self, name):
        """A PNG of the screen among the build's outputs."""
        subprocess.run(["import", "-window", "root", str(self.kept / f"{name}.png")], env=self.environment,
                       timeout=60, check=True)

    def wait_until(self, what, holds, seconds=120):
        """Looks again and again, as the machine may be slow; what is not true in time is a failure."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.check_alive()
            if holds():
                return
            time.sleep(0.25)
        raise Failure(f"not within {seconds} s: {what}")

    def wait_until_still(self, box=None, seconds=180):
        """Until the program rests and what is seen stays as it is. Where only a box is looked at, the runs of the
        ensemble are waited for, and neither the longer analyses nor the pictures drawn of their progress."""
        last = self.see(box)
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            rested = self.rests(ROUNDS_AT_REST, end, only_ensemble=box is not None)
            now = self.see(box)
            if rested and now.pixels == last.pixels:
                return now
            last = now
        raise Failure("the window does not come to rest")

    def let_it_take_that(self):
        """An event is taken when the program has gone round its loop; a person is no faster than this either."""
        time.sleep(0.05)
        end = time.monotonic() + 60
        before = self.naps()
        while self.naps() < before + ROUNDS_FOR_EVENT and time.monotonic() < end and self.process.poll() is None:
            time.sleep(0.01)

    def rests(self, rounds, end, only_ensemble):
        """Whether nobody works in the program while it goes round its loop so often: it naps a few milliseconds each
        time it finds nothing to do. On a busy machine that takes longer, as everything does."""
        before = self.naps()
        while self.naps() < before + rounds:
            self.check_alive()
            if self.is_somebody_working(only_ensemble) or time.monotonic() > end:
                time.sleep(0.05)
                return False
            time.sleep(0.01)
        return True

    def naps(self):
        """How often the first thread, which draws, lay down by itself."""
        status = self.read_of_thread(self.process.pid, "status")
        return int(status.split("\nvoluntary_ctxt_switches:")[1].split()[0])

    def is_somebody_working(self, only_ensemble):
        """Whether another thread (runs, analyses, the software renderer) runs or waits for a processor to do so."""
        for thread in os.listdir(f"/proc/{self.process.pid}/task"):
            if int(thread) == self.process.pid:
                continue
            fields = self.read_of_thread(thread, "stat").rpartition(") ")[2].split()
            if fields and fields[0] == "R" and (not only_ensemble or int(fields[16]) == NICENESS_OF_ENSEMBLE):
                return True
        return False

    def read_of_thread(self, thread, file):
        try:
            return pathlib.Path(f"/proc/{self.process.pid}/task/{thread}/{file}").read_text(encoding="ascii")
        except (FileNotFoundError, ProcessLookupError):
            self.check_alive()
            return ""  # a thread that has ended

    def check_alive(self):
        if self.process.poll() is not None:
            raise Failure(f"the program ended with {self.process.returncode}: {self.complaints()}")

    def complaints(self):
        self.errors.seek(0)
        lines = self.errors.read().splitlines()
        # SFML's remark on software rendering, not ours.
        return [line for line in lines if "vertical sync" not in line]

    def wait_for_end(self, seconds=30):
        try:
            return self.process.wait(seconds)
        except subprocess.TimeoutExpired as error:
            raise Failure("the window did not close") from error
