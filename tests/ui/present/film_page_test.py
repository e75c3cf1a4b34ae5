# SPDX-License-Identifier: MIT
"""The briefing as a page, made by the program and opened in a real browser where there is one: a still of every
chapter, its words and numbers, nothing loaded, no name read as markup. film_page_test.py PARKVIEW SOURCE_FOLDER"""
import base64
import json
import pathlib
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from display import run_on_display

SKIPPED = 77
MONTHS = 24
CHAPTERS = 9
HOSTILE = "</title><script>alert(1)</script><img src=x>"
BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
PARKVIEW, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])


def brief(*arguments):
    return run_on_display(
        PARKVIEW, "brief", *arguments, "--months", MONTHS, "--replications", 4, "--size", "720p", "--quiet", text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=300, check=False)


class FilmPageTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.scratch.name)
        scenario = {"extends": str(SOURCE / "scenarios/whole_package.json"), "name": "hostile",
                    "labels": {"zh": HOSTILE, "en": HOSTILE}}
        (cls.folder / "hostile.json").write_text(json.dumps(scenario), encoding="utf-8")
        cls.page = cls.folder / "new" / "film.html"
        made = brief(SOURCE / "scenarios/baseline.json", cls.folder / "hostile.json", "--out", cls.page, "--lang", "en")
        if made.returncode != 0:
            raise AssertionError(made.stderr)
        cls.text = cls.page.read_text(encoding="utf-8")

    @classmethod
    def tearDownClass(cls):
        cls.scratch.cleanup()

    def test_every_chapter_has_its_still(self):
        pictures = re.findall(r'src="data:image/jpeg;base64,([A-Za-z0-9+/=]+)"', self.text)
        self.assertEqual(len(pictures), CHAPTERS)
        self.assertEqual(len(set(pictures)), CHAPTERS)
        for picture in pictures:
            data = base64.b64decode(picture, validate=True)
            self.assertEqual((data[:2], data[-2:]), (b"\xff\xd8", b"\xff\xd9"))
            frame = data.index(b"\xff\xc0")
            self.assertEqual(struct.unpack(">HH", data[frame + 5:frame + 9]), (720, 1280))

    def test_words_and_numbers_stand_beside_them(self):
        for words in ("January 2026 to December 2027", "4 runs each"):
            self.assertTrue(words in self.text, words)
        self.assertGreaterEqual(self.text.count("<table"), CHAPTERS)
        self.assertEqual(self.text.count("<svg"), 3)

    def test_names_stay_words_and_nothing_is_loaded(self):
        self.assertEqual(self.text.count("<img"), CHAPTERS)
        self.assertTrue("&lt;script&gt;" in self.text)
        for wrong in ("<script", "http:", "https:", "url("):
            self.assertFalse(wrong in self.text, wrong)

    def test_nothing_is_left_beside_it(self):
        self.assertEqual([file.name for file in self.page.parent.iterdir()], ["film.html"])

    def test_the_same_request_gives_the_same_page(self):
        again = self.folder / "again.html"
        made = brief(SOURCE / "scenarios/baseline.json", self.folder / "hostile.json", "--out", again, "--lang", "en")
        self.assertEqual(made.returncode, 0, made.stderr)
        self.assertTrue(again.read_bytes() == self.page.read_bytes())

    def test_a_place_that_cannot_be_written_is_told(self):
        made = brief("--out", "/proc/none/film.html")
        self.assertEqual(made.returncode, 1, made.stderr)
        self.assertIn("/proc/none/film.html", made.stderr)

    @unittest.skipUnless(BROWSER, "no browser")
    def test_a_browser_has_nothing_to_say(self):
        with tempfile.TemporaryDirectory() as profile:
            shown = subprocess.run(
                [BROWSER, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                 "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
                 f"--user-data-dir={profile}", "--virtual-time-budget=4000", "--enable-logging=stderr", "--v=0", "--dump-dom",
                 self.page.as_uri()],
                text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120, check=True)
        self.assertEqual([line for line in shown.stderr.splitlines() if "CONSOLE" in line], [])
        self.assertEqual(shown.stdout.count("<img"), CHAPTERS)


if __name__ == "__main__":
    if shutil.which("Xvfb") is None:
        print("Xvfb is not installed: no page is made")
        sys.exit(SKIPPED)
    unittest.main(argv=sys.argv[:1])
