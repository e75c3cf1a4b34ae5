#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Report pages opened in a real browser: every chart drawn, nothing said on the console, nothing loaded, no name
read as markup. page_test.py PARKSIM SOURCE_FOLDER"""
import contextlib
import decimal
import json
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest

from samples import HOSTILE, MONTHS, SCENARIOS, SamplesTest

SKIPPED = 77
# Fans, developer's cash and two fans of floor, and wedges once; funnel, chain, land and bottlenecks by scenario.
RUN_CHARTS = 8 + 3 + 1 + 4 * SCENARIOS
BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
PARKSIM, SOURCE = sys.argv[1:3]


def browse(*options, url):
    with tempfile.TemporaryDirectory() as profile:
        return subprocess.run(
            [BROWSER, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
             "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
             f"--user-data-dir={profile}", "--virtual-time-budget=8000", "--window-size=1150,900",
             "--enable-logging=stderr", "--v=0", *options, url],
            text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120, check=True)


class PageTest(SamplesTest):
    parksim, source = PARKSIM, SOURCE

    def page_of(self, source, language="zh"):
        page = self.folder / f"{source.stem}.html"
        self.samples.must("report", source, "-o", page, "--lang", language)
        return page

    def open(self, page, language):
        """The document after its scripts ran; fails on anything said on the console."""
        shown = browse("--dump-dom", url=f"{page.as_uri()}#lang={language}")
        self.assertEqual([line for line in shown.stderr.splitlines() if "CONSOLE" in line], [])
        return shown.stdout

    def check(self, page, language, charts):
        document = self.open(page, language)
        pictures = re.findall(r'<div class="chart".*?<svg.*?</svg>', document, re.S)
        self.assertEqual(len(pictures), charts)
        self.assertTrue(f'data-charts="{charts}"' in document)
        for picture in pictures:
            self.assertGreater(len(re.findall(r"<(?:path|rect|circle|polygon|polyline)\b", picture)), 2, picture[:300])
        # Data, library, our own: a name that became markup would be one more.
        rest, scripts = re.subn(r"<script.*?</script>", "", document, flags=re.S)
        self.assertEqual(scripts, 3)
        for wrong in ("<script", "<img", "undefined", "NaN"):
            self.assertFalse(wrong in rest, f"{wrong}: {rest[max(0, rest.find(wrong) - 200):][:400]}")
        loads = re.search(r'(?:src|href|action)\s*=\s*["\']?\s*(?:https?:)?//.{,80}', rest)
        self.assertIsNone(loads)
        self.assertTrue("&lt;img" in rest)
        return rest

    def test_runs_in_both_languages(self):
        page = self.page_of(self.samples.runs())
        chinese = self.check(page, "zh", RUN_CHARTS)
        self.assertTrue("园区就业" in chinese)
        english = self.check(page, "en", RUN_CHARTS)
        self.assertTrue("Jobs in the park" in english)
        self.assertTrue('lang="en"' in english)

    def test_numbers_are_those_of_the_summary(self):
        summary = json.loads((self.samples.runs() / "summary.json").read_text())
        document = self.open(self.page_of(self.samples.runs()), "en")
        listed = json.loads(self.samples.must("indicators", "--json").stdout)
        label = next(row["labels"]["en"] for row in listed if row["key"] == "firms_signed")
        row = re.search(rf"<tr><td>{re.escape(label)}</td>.*?</tr>", document, re.S).group(0)
        for name in summary["scenarios"]:
            mean = summary["final"]["firms_signed"][name]["mean"]
            digits = 3 if mean < 0.9995 else 2 if mean < 9.995 else 1 if mean < 99.95 else 0
            self.assertIn(f"<td>{mean:.{digits}f}<small>", row)

    def test_single_run_without_wedges(self):
        folder = self.folder / "single"
        self.samples.must("run", self.samples.scenario("alone", "baseline", HOSTILE), "--months", MONTHS, "--replications", 2,
                          "--out", folder, "--quiet")
        self.check(self.page_of(folder), "zh", 8 + 3 + 4)

    def test_morris_study(self):
        store = self.samples.study("morris", {"morris": {"trajectories": 16, "levels": 4}})
        # Of each outcome: distribution, plane, bars, PAWN, delta, variance.
        self.check(self.page_of(store), "zh", 2 * 6)

    def test_sobol_study(self):
        store = self.samples.study("sobol", {"sobol": {"n": 32}})
        # Of each outcome: distribution, first and total order, PAWN, delta, variance.
        document = self.check(self.page_of(store), "en", 2 * 6)
        self.assertTrue("Sobol total order" in document)

    def effects(self, store):
        """What study analyze says of each outcome of a store."""
        return json.loads(self.samples.must("study", "analyze", store, "--json").stdout)["outcomes"]

    def curves(self, outcome):
        return min(6, sum(1 for row in outcome["effects"] if len(row["levels"]) > 1 and row["range"] > 0))

    def test_study_of_one_factor_at_a_time(self):
        store = self.samples.study("one_at_a_time", {"one_at_a_time": {"levels": 3}})
        outcomes = self.effects(store).values()
        self.assertGreater(sum(map(self.curves, outcomes)), 1)
        # Of each outcome: distribution, tornado and a curve a factor that does anything.
        document = self.check(self.page_of(store), "zh", sum(2 + self.curves(outcome) for outcome in outcomes))
        self.assertEqual(document.count("<td>建设方式</td>"), 2)  # in the table of effects of each outcome
        self.assertEqual(document.count("<td class=\"left\">边招边建</td>"), 2)

    def test_full_factorial_of_two_scenarios_and_their_difference(self):
        folder = self.samples.source / "scenarios"
        store = self.samples.study("factorial", {"full_factorial": {"levels": 2}}, 3,
                                   scenarios=[str(folder / "whole_package.json"), str(folder / "labour_squeeze.json")])
        outcomes = self.effects(store)
        self.assertEqual(len(outcomes), 6)
        self.assertEqual(outcomes["signed (labour_squeeze - whole_package)"]["pairing"]["between"], "scenarios")
        # Of each outcome: distribution, main effects, curves, and of those with a value that varies variance; fewer than 50 runs
        # allow no more.
        charts = sum(1 + (len(one["effects"]) > 0) + self.curves(one) + (one["variance"] is not None) for one in outcomes.values())
        document = self.check(self.page_of(store), "en", charts)
        self.assertIn("Main effects", document)

    def test_clause_screening(self):
        store = self.samples.study("clauses", {"clause_screening": {}}, 8, factors=["clause.rent_01", "clause.labour_02"])
        outcomes = self.effects(store)
        self.assertEqual([len(one["clauses"]) for one in outcomes.values()], [2, 2])
        moved = [any(row[effect]["p"] is not None and row[effect]["p"] < 1 for effect in ("main", "leave_one_out", "add_one_in"))
                 for one in outcomes.values() for row in one["clauses"]]
        self.assertTrue(any(moved), outcomes)
        drawn = [any(moved[:2]), any(moved[2:])]
        document = self.check(self.page_of(store), "zh", 2 + sum(drawn))
        self.assertIn("各条款的主效应", document)

    def test_search(self):
        page = self.page_of(self.samples.search())
        # Objectives two and three against the first; the range of each objective. No course: there are three.
        chinese = self.check(page, "zh", 2 + 3)
        self.assertTrue("推荐" in chinese)
        english = self.check(page, "en", 2 + 3)
        self.assertTrue("Third-party agencies 0 → " in english)

    def test_numbers_of_a_search_are_those_of_its_summary(self):
        store = self.samples.search()
        done = self.samples.must("search", self.folder / "search.search.json", "--out", store, "--resume", "--json")
        summary = json.loads(done.stdout)
        document = self.open(self.page_of(store), "en")
        for policy in [summary["as_is"], *summary["front"]]:
            name = "As it is" if policy["policy"] == 0 else f"Policy {policy['policy']}"
            mean = policy["objectives"][0]["measured"]
            digits = 3 if mean < 0.9995 else 2 if mean < 9.995 else 1 if mean < 99.95 else 0
            # Halves are rounded up on the page, and to the even digit by Python's format.
            shown = decimal.Decimal(mean).quantize(decimal.Decimal(1).scaleb(-digits), decimal.ROUND_HALF_UP)
            self.assertRegex(document, rf"<tr><td>{name}[^<]*</td><td>{re.escape(str(shown))}<small>")

    def test_search_under_way(self):
        store = self.folder / "search_under_way.db"
        shutil.copy(self.samples.search(), store)
        with contextlib.closing(sqlite3.connect(store)) as database:
            # Twelve policies and the scenario, two futures of six each: the check and the rest have not been.
            database.execute("DELETE FROM runs WHERE point >= 60 OR point % 6 > 1")
            database.execute("UPDATE study SET value = '0' WHERE key = 'complete'")
            database.commit()
        document = self.open(self.page_of(store), "en")
        self.assertTrue("The search is not finished" in document)

    def test_failed_runs_are_counted(self):
        store = self.folder / "failed.db"
        shutil.copy(self.samples.study("sample", {"latin_hypercube": {"n": 6}}), store)
        with contextlib.closing(sqlite3.connect(store)) as database:
            database.execute("UPDATE runs SET status = 'failed', error = 'a disk' WHERE point = 0")
            database.commit()
        document = self.open(self.page_of(store), "en")
        self.assertTrue("2 runs failed and count in no number" in document)
        self.assertTrue("12 runs in all, 2 of them failed" in document)

    def test_prints_on_a4(self):
        page, paper = self.page_of(self.samples.runs()), self.folder / "page.pdf"
        browse(f"--print-to-pdf={paper}", "--no-pdf-header-footer", url=page.as_uri())
        boxes = re.findall(rb"/MediaBox\s*\[([^\]]+)\]", paper.read_bytes())
        self.assertGreater(len(boxes), 2)
        for box in boxes:
            width, height = map(float, box.split()[2:])
            self.assertAlmostEqual(width, 595, delta=2)
            self.assertAlmostEqual(height, 842, delta=2)

    def test_without_the_chart_library_it_says_so(self):
        alone = self.folder / "elsewhere" / "bin" / "parksim"
        alone.parent.mkdir(parents=True)
        shutil.copy(PARKSIM, alone)
        done = self.samples.run("report", self.samples.runs(), "-o", self.folder / "x.html", program=alone)
        self.assertEqual(done.returncode, 1)
        self.assertIn("npm", done.stderr)
        self.assertFalse((self.folder / "x.html").exists())

    def test_bad_input_and_unwritable_paths(self):
        runs = self.samples.runs()
        (self.folder / "file").write_text("x")
        broken = self.folder / "broken"
        shutil.copytree(runs, broken)
        (broken / "summary.json").write_text('{"scenarios": [7]}')
        for words, code in (((runs,), 2), ((runs, "-o", self.folder), 2), ((self.folder / "none.db", "-o", "x.html"), 2),
                            ((self.folder, "-o", self.folder / "x.html"), 2), ((broken, "-o", self.folder / "x.html"), 2),
                            ((runs, "-o", "/proc/none.html"), 1), ((runs, "-o", self.folder / "file" / "x.html"), 1)):
            done = self.samples.run("report", *words)
            self.assertEqual(done.returncode, code, f"{words}\n{done.stderr}")
            self.assertNotEqual(done.stderr, "")
            self.assertFalse((self.folder / "x.html").exists())


if __name__ == "__main__":
    if BROWSER is None:
        print("no chromium: skipped")
        sys.exit(SKIPPED)
    if not (pathlib.Path(PARKSIM).parent / "echarts.min.js").exists():
        print("built without report pages: skipped")
        sys.exit(SKIPPED)
    unittest.main(argv=sys.argv[:1], verbosity=2)
