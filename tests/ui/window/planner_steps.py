# SPDX-License-Identifier: MIT
"""What a planner does in the window: drags levers, types values, saves, compares, reads what is wrong with a file.

Places are those of a window of 1920x1080 at 100 %."""
import json
import pathlib
import subprocess

from window_driver import expect

LEVERS = (0, 54, 320, 970)
CARDS = (340, 54, 1570, 102)
TABS = (90, 0, 800, 46)
PAGE = (330, 166, 1585, 860)
DIALOG = (560, 260, 800, 560)
UPPER = (0, 0, 1920, 740)  # all but the row of pictures that tell how far an analysis is

TOUR_NEXT = (382, 243)
FIRST_SLIDER_Y = 233
FIRST_VALUE = (292, 213)
FIRST_NAME = (100, 213)
KNOB_X = 213  # of weak_link_targeting in the whole package, 70 %


def walks_through_the_tour(window):
    """It comes by itself at the first start, and not again."""
    first = window.wait_until_still(UPPER)
    window.keep("00_tour")
    for turn in range(4):
        if turn == 0:
            window.click(*TOUR_NEXT)
        else:
            window.key("Right")
        page = window.wait_until_still(UPPER)
        expect(page.differing(first) > 0.01, "the tour does not turn its page")
        first = page
    window.keep("00_tour_end")
    window.key("Return")
    expect(window.wait_until_still(UPPER).differing(first) > 0.3, "the tour does not end")


def drags_a_lever(window):
    window.key("End")  # at the opening every policy looks the same
    before = window.wait_until_still(CARDS)
    window.press(KNOB_X, FIRST_SLIDER_Y)
    for x in range(KNOB_X, 60, -20):
        window.drag_on(x, FIRST_SLIDER_Y)
    window.wait_until("the cards answer while the lever is held", lambda: window.see(CARDS).differing(before) > 0.001)
    window.release()
    after = window.wait_until_still(CARDS)
    expect(after.differing(before) > 0.001, "the lever changes nothing")
    window.keep("11_dragged")
    window.key("ctrl+z")
    expect(window.wait_until_still(CARDS).differing(before) == 0, "one undo does not take the whole drag back")
    window.key("ctrl+y")
    expect(window.wait_until_still(CARDS).differing(after) == 0, "redo does not bring it again")
    window.key("ctrl+z")
    window.wait_until_still(CARDS)


def types_a_value(window):
    before = window.wait_until_still(LEVERS)
    window.click(*FIRST_VALUE)
    window.tool("type", "--delay", "60", "35")
    window.key("Return")
    window.move(700, 1010)
    expect(window.wait_until_still(LEVERS).differing(before) > 0.0005, "a typed value is not taken")
    window.keep("12_typed")
    window.key("ctrl+z")
    window.wait_until_still(LEVERS)


def begins_a_change_later(window):
    before = window.wait_until_still(LEVERS)
    window.move(*FIRST_NAME)
    # The clock stands left of the value.
    window.click(262, FIRST_NAME[1])
    window.move(700, 1010)
    expect(window.wait_until_still(LEVERS).differing(before) > 0.01, "no change over time appears below the lever")
    window.keep("13_scheduled")
    window.key("ctrl+z")
    window.wait_until_still(LEVERS)


def moves_a_lever_by_keys(window):
    before = window.wait_until_still(LEVERS)
    window.key("ctrl+f")
    window.tool("type", "--delay", "60", "agencies")
    window.key("Return", "Down", "Right")
    window.move(700, 1010)
    expect(window.wait_until_still(LEVERS).differing(before) > 0.01, "the search finds nothing")
    window.keep("14_searched")
    window.key("ctrl+z", "Escape", "ctrl+f", "ctrl+a", "BackSpace", "Escape", "Escape")
    expect(window.wait_until_still(LEVERS).differing(before) < 0.02, "the search does not go away")


def saves_to_a_file(window, parksim):
    window.press(KNOB_X, FIRST_SLIDER_Y)
    window.drag_on(120, FIRST_SLIDER_Y)
    window.drag_on(100, FIRST_SLIDER_Y)
    window.release()
    window.wait_until_still(CARDS)
    window.key("ctrl+s")
    window.wait_until_still(UPPER)
    window.keep("15_save_as")
    window.key("ctrl+a")
    window.tool("type", "--delay", "60", "mine")
    window.key("Return")
    file = pathlib.Path(window.home) / "mine.json"
    window.wait_until("the file is written", file.exists)
    saved = json.loads(file.read_text(encoding="utf-8"))
    expect(saved["levers"]["weak_link_targeting"] < 0.5, "the file does not hold what was dragged")
    done = subprocess.run([parksim, "validate", str(file)], capture_output=True, text=True, timeout=60)
    expect(done.returncode == 0, f"the saved file does not validate: {done.stderr}")
    window.wait_until_still(UPPER)


def tells_what_is_wrong_with_a_file(window):
    bad = pathlib.Path(window.home) / "bad.json"
    bad.write_text('{"schema": "parksim/scenario/1", "levers": {"agencies": 99, "agencys": 1}, "months": 9999}',
                   encoding="utf-8")
    tabs = window.wait_until_still(TABS)
    window.key("ctrl+o")
    opened = window.wait_until_still(DIALOG)
    window.keep("16_open")
    window.tool("type", "--delay", "40", str(bad))
    expect(window.wait_until_still(DIALOG).differing(opened) > 0.0005, "what is typed goes to no field")
    window.key("Return")
    problems = window.wait_until_still(DIALOG)
    window.keep("17_problems")
    expect(problems.differing(opened) > 0.05, "the problems of a bad file do not show")
    window.key("Escape")
    expect(window.wait_until_still(TABS).differing(tabs) == 0, "a bad file changes what is open")


def compares_scenarios(window):
    before = window.wait_until_still(PAGE)
    window.key("ctrl+d")
    window.wait_until_still(TABS)
    window.key("F7")
    window.wait_until_still(UPPER)
    window.keep("18_compared")
    expect(window.see(PAGE).differing(before) > 0.05, "the comparison does not show")
    window.key("Escape", "ctrl+w")
    window.wait_until_still(UPPER)


def opens_the_clauses(window):
    before = window.wait_until_still(PAGE)
    window.key("F6")
    page = window.wait_until_still(PAGE)
    expect(page.differing(before) > 0.05, "the clauses do not show")
    window.click(358, 366)
    expect(window.wait_until_still(PAGE).differing(page) > 0.0002, "a clause cannot be switched off")
    window.keep("19_clauses")
    window.key("ctrl+z", "Escape")
    window.wait_until_still(UPPER)


def shows_code_and_keys(window):
    before = window.wait_until_still(DIALOG)
    for key, name in (("ctrl+k", "20_code"), ("F1", "21_keys")):
        window.key(key)
        expect(window.wait_until_still(DIALOG).differing(before) > 0.1, f"{key} opens nothing")
        window.keep(name)
        window.key("Escape")
        expect(window.wait_until_still(DIALOG).differing(before) < 0.01, f"Escape does not close what {key} opened")
