# SPDX-License-Identifier: MIT
"""The briefing as it is played to an audience: player_test.py PARKVIEW SOURCE_DIR PICTURES_DIR.

Keys, a clicker, the mouse and a lever act on a real window of a short film; what the window's title says and what its
pixels show is looked at after each. Pictures are kept under PICTURES_DIR. Ends at the first step that fails."""
import os
import re
import sys
import time

import window_driver
from window_driver import Window, expect

SIZE = (1280, 720)
HEAD = (0, 0, 1280, 100)
SUBTITLE = (36, 62, 560, 34)
MAP = (40, 100, 1200, 330)
BOARD = (680, 0, 600, 720)
CARDS = (36, 510, 1208, 110)


class Said:
    """What the title says: `parksim · chapter 3/9 · 2026-05 · playing`."""

    def __init__(self, title):
        found = re.fullmatch(r"parksim · chapter (\d+)/(\d+) · (\d{4})-(\d\d) · (.+)", title)
        expect(found is not None, f"the title says {title!r}")
        chapter, self.chapters, year, month = map(int, found.groups()[:4])
        self.chapter, self.month, self.doing = chapter, 12 * year + month, found.group(5)


def said(window):
    return Said(window.title())


def wait_until_said(window, what, holds, seconds=120):
    window.wait_until(what, lambda: holds(said(window)), seconds)
    return said(window)


def comes_to(window, what, holds):
    """Waits until the title says so, and looks whether it stays at that: the title follows a key by some frames."""
    wait_until_said(window, what, holds, 60)
    window.let_it_take_that()
    expect(holds(said(window)), f"not for long: {what}; the title says {window.title()!r}")


def settles(window):
    """What the title says once it has stopped following the mouse, which draws as long as it is held."""
    before, now = None, window.title()
    while now != before:
        window.let_it_take_that()
        before, now = now, window.title()
    return Said(now)


def begins_playing(window):
    window.wait_until("the film begins", lambda: window.title() != "parksim")
    wait_until_said(window, "the film plays", lambda now: now.doing == "playing")
    expect(window.see().colours() > 200, "the window shows next to nothing")
    window.keep("01_begins")


def pauses_and_goes_on(window):
    window.key("space")
    wait_until_said(window, "space pauses", lambda now: now.doing == "paused")
    window.move(600, 300)
    window.wait_until_still()
    window.keep("02_paused")
    window.key("space")
    wait_until_said(window, "space goes on", lambda now: now.doing == "playing")


def goes_by_chapters(window):
    window.key("space")
    window.key("Home")
    comes_to(window, "Home leads to chapter 1", lambda now: now.chapter == 1)
    for chapter in (2, 3, 4):
        window.key("Page_Down")
        comes_to(window, f"page down leads to chapter {chapter}", lambda now, wanted=chapter: now.chapter == wanted)
    window.key("Page_Up")
    comes_to(window, "page up leads to chapter 3, paused as before", lambda now: (now.chapter, now.doing) == (3, "paused"))
    window.wait_until_still()
    window.keep("03_third_chapter")


def steps_by_arrows(window):
    window.key("Right")  # away from the opening, whose date is that of the first month too
    cards = window.wait_until_still(CARDS)
    before = said(window).month
    window.key("Right", "Right", "Right")
    comes_to(window, "three steps right lead three months on", lambda now: now.month == before + 3)
    expect(window.wait_until_still(CARDS).differing(cards) > 0.002, "the cards stay as they are after three months")
    window.key("Left", "Left", "Left")
    comes_to(window, "three steps left lead back", lambda now: now.month == before)


def scrubs_by_mouse(window):
    window.press(200, 712)
    early = settles(window)
    window.drag_on(700, 712)
    window.drag_on(1000, 712)
    comes_to(window, f"scrubbing leads on from chapter {early.chapter}",
             lambda now: now.chapter > early.chapter and now.month > early.month)
    late = settles(window)
    window.release()
    window.move(600, 300)
    expect(settles(window).chapter == late.chapter, "the mouse still scrubs after it was let go")
    window.keep("04_scrubbed")


def goes_black_and_back(window):
    window.wait_until_still()
    before = window.see()
    window.key("b")
    expect(window.wait_until_still().colours() == 1, "b does not make it black")
    window.key("b")
    expect(window.wait_until_still().differing(before) == 0, "after black it is another picture")


def gives_up_a_lever(window):
    goes_to_the_middle(window)
    before = window.wait_until_still()
    window.key("l")
    comes_to(window, "l shows the levers", lambda now: now.doing == "moving levers")
    expect(window.wait_until_still(BOARD).differing(Picture_of(before, BOARD)) > 0.5, "no levers are to be seen")
    window.key("Down", "Right", "Right")
    window.keep("05_levers")
    window.key("Escape")
    comes_to(window, "Esc leads back to the pause", lambda now: now.doing == "paused")
    expect(window.wait_until_still().differing(before) == 0, "after giving up it is another film")


def Picture_of(whole, box):
    """A part of a picture of the whole screen."""
    x, y, width, height = box
    rows = [whole.pixels[3 * ((y + row) * SIZE[0] + x):3 * ((y + row) * SIZE[0] + x + width)] for row in range(height)]
    return window_driver.Picture(box, b"".join(rows))


def goes_to_the_middle(window):
    """Into the chapter of milestones, in which months go by."""
    window.key("End")
    comes_to(window, "End leads to the last chapter", lambda now: now.chapter == now.chapters)
    while said(window).chapter > said(window).chapters - 2:
        window.key("Page_Up", "Page_Up")
        window.wait_until_still()
    window.key("Page_Up", "Right", "Right")


def moves_a_lever(window):
    """Searches one by its name, drags nothing: arrows move it; the film goes on from the same month."""
    at_pause = said(window)
    head = window.wait_until_still(SUBTITLE)
    window.key("l")
    window.key("slash")
    window.tool("type", "--delay", "60", "training subsidy")
    window.key("Return")
    window.key("Down")
    window.key("shift+Right", "shift+Right", "shift+Right")
    window.wait_until_still(BOARD)
    window.keep("06_lever_moved")
    window.key("Return")
    later = wait_until_said(window, "the film goes on with the new policy", lambda now: now.doing == "playing")
    window.key("space")
    expect(later.chapter == at_pause.chapter and 0 <= later.month - at_pause.month <= 6,
           f"it goes on in chapter {later.chapter}, {later.month - at_pause.month} months later")
    window.wait_until_still()
    window.keep("07_goes_on_with_the_new_policy")
    expect(window.see(SUBTITLE).differing(head) > 0.1, "nothing on the screen says that the policy was changed")


def goes_on_to_the_end(window):
    window.key("End")
    window.wait_until_still()
    comes_to(window, "End leads to the last chapter", lambda now: now.chapter == now.chapters)
    window.keep("08_end")


def ends(window):
    window.key("Escape")
    code = window.wait_for_end()
    expect(code == 0, f"Esc ends with {code}: {window.complaints()}")
    expect(not window.complaints(), f"there are complaints: {window.complaints()}")


def plays_to_an_audience(parkview, source, pictures):
    os.environ["PARKSIM_DATA"] = str(source)
    arguments = ["brief", str(source / "scenarios/baseline.json"), str(source / "scenarios/whole_package.json"), "--size",
                 "720p", "--months", "24", "--replications", "4", "--lang", "en"]
    steps = [begins_playing, pauses_and_goes_on, goes_by_chapters, steps_by_arrows, scrubs_by_mouse, goes_black_and_back,
             gives_up_a_lever, moves_a_lever, goes_on_to_the_end, ends]
    with Window(parkview, arguments, pictures, SIZE, tells_size=False) as window:
        for step in steps:
            began = time.monotonic()
            step(window)
            print(f"{step.__name__} {time.monotonic() - began:.1f} s", flush=True)


if __name__ == "__main__":
    sys.exit(window_driver.run_test(plays_to_an_audience))
