# SPDX-License-Identifier: MIT
"""The dashboard as a person meets it: window_test.py PARKVIEW SOURCE_DIR PICTURES_DIR.

Each step acts by real mouse and keyboard events on a real window and looks at the pixels; every step's picture is
kept under PICTURES_DIR. Ends at the first step that fails."""
import os
import pathlib
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from display import run_on_display

import planner_steps
import window_driver
from window_driver import Window, expect

TOP_BAR = (0, 0, 1920, 46)
CARDS = (340, 54, 1570, 102)
MAIN = (340, 170, 1010, 560)
RIGHT_COLUMN = (1360, 170, 550, 560)
TIME_BAR = (0, 1032, 1920, 48)
MONTH_LABEL = (190, 1036, 96, 40)


def opens(window):
    window.wait_until_still()
    expect(window.see().colours() > 200, "the window shows next to nothing")
    window.keep("01_opened")


def scrubs_by_mouse(window):
    before = window.wait_until_still(CARDS)
    window.press(700, 1050)
    for x in range(760, 1300, 60):
        window.drag_on(x, 1050)
    window.release()
    after = window.wait_until_still(CARDS)
    expect(after.differing(before) > 0.001, "the cards stay as they are when the month changes")
    window.keep("02_scrubbed")


def goes_by_keys(window):
    window.key("Home")
    opening = window.wait_until_still(MONTH_LABEL)
    window.key("Right", "Right")
    later = window.wait_until_still(MONTH_LABEL)
    expect(later.differing(opening) > 0.01, "the arrow key does not change the month")
    window.key("Left", "Left")
    expect(window.wait_until_still(MONTH_LABEL).differing(opening) == 0, "back is not where it began")


def plays_and_pauses(window):
    window.key("Home")
    opening = window.wait_until_still(MONTH_LABEL)
    window.key("space")
    window.wait_until("months go by", lambda: window.see(MONTH_LABEL).differing(opening) > 0.01)
    window.key("space")
    window.wait_until_still(MONTH_LABEL)
    window.keep("03_played")


def shows_values_under_the_mouse(window):
    window.move(30, 1010)
    before = window.wait_until_still(RIGHT_COLUMN)
    window.move(1700, 280)
    window.wait_until("a table of values appears", lambda: window.see(RIGHT_COLUMN).differing(before) > 0.01)
    window.keep("04_hover")
    window.move(30, 1010)


def switches_pictures(window):
    before = window.wait_until_still(MAIN)
    window.key("7")
    expect(window.wait_until_still(MAIN).differing(before) > 0.01, "the key 7 shows no other picture")
    window.keep("05_bottlenecks")
    window.key("1")
    window.wait_until_still(MAIN)


def switches_language(window):
    before = window.wait_until_still(TOP_BAR)
    window.key("F2")
    english = window.wait_until_still(TOP_BAR)
    expect(english.differing(before) > 0.01, "the language stays")
    window.keep("06_english")
    window.key("F2")
    expect(window.wait_until_still(TOP_BAR).differing(before) == 0, "the way back to Chinese looks different")


def switches_theme(window):
    before = window.wait_until_still(TOP_BAR)
    window.key("F3")
    expect(window.wait_until_still(TOP_BAR).differing(before) > 0.5, "the theme stays dark")
    window.keep("07_light")
    window.key("F3")
    expect(window.wait_until_still(TOP_BAR).differing(before) == 0, "the way back to dark looks different")


def scales(window):
    before = window.wait_until_still(TOP_BAR)
    window.key("ctrl+equal", "ctrl+equal")
    window.wait_until_still()
    window.keep("08_scale_150")
    window.key("ctrl+minus", "ctrl+minus")
    expect(window.wait_until_still(TOP_BAR).differing(before) == 0, "the way back to 100 % looks different")


def exports(window):
    folder = pathlib.Path(os.environ["PARKSIM_DATA"]) / "out" / "dashboard"
    window.key("ctrl+p")
    window.wait_until("a PNG is written", lambda: any(folder.glob("*.png")))
    window.key("ctrl+e")
    window.wait_until("a CSV is written", lambda: any(folder.glob("*.csv")))
    png = next(folder.glob("*.png"))
    size = subprocess.run(["identify", "-format", "%wx%h", str(png)], capture_output=True, text=True, check=True)
    expect(size.stdout == "1920x1080", f"the exported picture has {size.stdout}")
    csv = next(folder.glob("*.csv")).read_text(encoding="utf-8").splitlines()
    # The mark by which Chinese spreadsheet programs know the encoding.
    expect(csv[0].startswith("\ufeffscenario,month,date,indicator"), f"the CSV begins with {csv[0]}")
    expect(len(csv) > 2 * 121 * 70, f"the CSV has {len(csv)} lines")


def saves(window):
    planner_steps.saves_to_a_file(window, str(pathlib.Path(window.program).with_name("parksim")))


def closes(window):
    window.ask_to_close()
    code = window.wait_for_end()
    expect(code == 0, f"closing ends with {code}: {window.complaints()}")
    expect(not window.complaints(), f"there are complaints: {window.complaints()}")


def run_tour(parkview, source, pictures, scratch):
    # The shipped data under a folder of the test's own, so that exports and saved files leave nothing behind.
    for name in ("assets", "scenarios"):
        (scratch / name).symlink_to(source / name)
    os.environ["PARKSIM_DATA"] = str(scratch)
    steps = [planner_steps.walks_through_the_tour, opens, scrubs_by_mouse, goes_by_keys, plays_and_pauses,
             shows_values_under_the_mouse, switches_pictures, switches_language, switches_theme, scales, exports,
             planner_steps.drags_a_lever, planner_steps.types_a_value, planner_steps.begins_a_change_later,
             planner_steps.moves_a_lever_by_keys, saves, planner_steps.tells_what_is_wrong_with_a_file,
             planner_steps.compares_scenarios, planner_steps.opens_the_clauses, planner_steps.shows_code_and_keys, closes]
    with Window(parkview, [], pictures) as window:
        for step in steps:
            began = time.monotonic()
            step(window)
            print(f"{step.__name__} {time.monotonic() - began:.1f} s", flush=True)


def still_pictures_are_the_same(parkview, scratch):
    """The same request gives the same bytes, whatever else the machine does."""
    pictures = []
    for name in ("one.png", "two.png"):
        file = scratch / name
        done = run_on_display(parkview, "--screenshot", file, "--size", "1280x720", "--month", "2031-06",
                              capture_output=True, text=True, timeout=300)
        expect(done.returncode == 0, f"no still picture: {done.stderr}")
        pictures.append(file.read_bytes())
    expect(pictures[0] == pictures[1], "two still pictures of one request differ")


def refuses_without_display(parkview):
    environment = {key: value for key, value in os.environ.items() if key != "DISPLAY"}
    done = subprocess.run([parkview, "--lang", "en"], env=environment, capture_output=True, text=True, timeout=60)
    expect(done.returncode == 1, f"without a display it ends with {done.returncode}")
    expect("display" in done.stderr and len(done.stderr.splitlines()) == 1, f"it says {done.stderr!r}")
    film = subprocess.run([parkview, "brief", "--lang", "en"], env=environment, capture_output=True, text=True,
                          timeout=60)
    expect(film.returncode == 1 and "./park brief --out film.mp4" in film.stderr, f"a film: {film.stderr!r}")


def refuses_bad_files(parkview, scratch):
    bad = scratch / "bad.json"
    bad.write_text('{"schema": "parksim/scenario/1", "lever": {}}', encoding="utf-8")
    done = subprocess.run([parkview, str(bad)], capture_output=True, text=True, timeout=60)
    expect(done.returncode == 2 and "bad.json" in done.stderr, f"a bad file: {done.returncode} {done.stderr!r}")


def is_used_by_a_planner(parkview, source, pictures):
    with tempfile.TemporaryDirectory(prefix="parkview_data_") as folder:
        scratch = pathlib.Path(folder)
        run_tour(parkview, source, pictures, scratch)
        still_pictures_are_the_same(parkview, scratch)
        refuses_without_display(parkview)
        refuses_bad_files(parkview, scratch)


if __name__ == "__main__":
    sys.exit(window_driver.run_test(is_used_by_a_planner))
