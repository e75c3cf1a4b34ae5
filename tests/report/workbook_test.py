#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Workbooks opened by openpyxl, and by LibreOffice where it is. workbook_test.py PARKSIM SOURCE_FOLDER"""
import json
import resource
import shutil
import signal
import subprocess
import sys
import unittest

from samples import FORMULA, HOSTILE, MONTHS, SamplesTest

SKIPPED = 77
PARKSIM, SOURCE = sys.argv[1:3]
try:
    import openpyxl
except ImportError:
    print("no python3-openpyxl: skipped")
    sys.exit(SKIPPED)


def small_files():
    """No file may grow beyond this: a disk that is full."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (30000, 30000))


class WorkbookTest(SamplesTest):
    parksim, source = PARKSIM, SOURCE

    def write(self, source, name, language="en"):
        path = self.folder / name
        self.samples.must("workbook", source, "-o", path, "--lang", language)
        return path

    def rows(self, sheet):
        return list(sheet.iter_rows(values_only=True))

    def test_runs(self):
        summary = json.loads((self.samples.runs() / "summary.json").read_text())
        book = openpyxl.load_workbook(self.write(self.samples.runs(), "runs.xlsx"))
        self.assertEqual(book.sheetnames[:7],
                         ["About", "At the end", "Differences", "Charts", "Chart data", "Wedges", "Assumptions"])
        self.assertEqual(len(book.sheetnames), 9)
        ends = self.rows(book["At the end"])
        self.assertEqual(len(ends), 1 + len(summary["indicators"]))
        for row in ends[1:]:
            for place, name in ((3, "first"), (10, "second")):
                expected = summary["final"][row[0]][name]
                for value, member in zip(row[place:place + 7], ("mean", "lo", "hi", "p05", "p50", "p95", "n")):
                    if expected[member] is None:
                        self.assertIsNone(value)
                    else:
                        self.assertAlmostEqual(value, expected[member], delta=1e-12 * max(1, abs(expected[member])))
        self.assertEqual(len(self.rows(book["Chart data"])), 1 + MONTHS + 1)
        self.assertEqual(len(book["Charts"]._charts), 26)
        for chart in book["Charts"]._charts:
            self.assertEqual(len(chart.series), 6)  # mean and two percentiles of two scenarios
        share = next(row for row in book["At the end"].iter_rows() if row[0].value == "factory_vacancy")
        self.assertEqual(share[3].number_format, "0.0%")

    def test_assumptions_have_source_and_status(self):
        book = openpyxl.load_workbook(self.write(self.samples.runs(), "runs.xlsx"))
        heading, *rows = self.rows(book["Assumptions"])
        place = {name: i for i, name in enumerate(heading)}
        self.assertGreater(len(rows), 200)
        for row in rows:
            for name in ("Default", "Least allowed", "Greatest allowed"):
                self.assertIsInstance(row[place[name]], (int, float), row)
            self.assertIn(row[place["Status"]], ("measured", "chosen in range", "assumed", "calibrated"), row)
            self.assertTrue(row[place["Source"]], row)
            for value in row[4:6]:
                self.assertIsInstance(value, (int, float), row)

    def test_search(self):
        store = self.samples.search()
        done = self.samples.must("search", self.folder / "search.search.json", "--out", store, "--resume", "--json")
        summary = json.loads(done.stdout)
        book = openpyxl.load_workbook(self.write(store, "search.xlsx"))
        self.assertEqual(book.sheetnames, ["About", "Front", "Policies", "Assumptions"])
        front = self.rows(book["Front"])
        policies = [summary["as_is"], *summary["front"]]
        self.assertEqual(len(front), 1 + len(policies))
        for row, policy in zip(front[1:], policies):
            for o, objective in enumerate(policy["objectives"]):
                self.assertAlmostEqual(row[3 + 6 * o], objective["measured"], delta=1e-9)
                self.assertAlmostEqual(row[4 + 6 * o], objective["searched"], delta=1e-9)
            self.assertEqual(row[1], "yes" if policy["keeps_limits"] else "no")
        self.assertEqual(len(book["Front"]._charts), 2)
        levers = {row[0]: row[4:] for row in self.rows(book["Policies"])[1:]}
        for place, policy in enumerate(summary["front"]):
            for key, cells in levers.items():
                self.assertEqual(cells[place] is not None, key in policy["changes"], (key, policy))

    def test_names_cannot_be_formulas_and_sheet_names_are_legal(self):
        for language in ("zh", "en"):
            book = openpyxl.load_workbook(self.write(self.samples.runs(), "names.xlsx", language))
            texts = set()
            for sheet in book:
                self.assertLessEqual(len(sheet.title), 31)
                self.assertFalse(set("[]:*?/\\") & set(sheet.title), sheet.title)
                for row in sheet.iter_rows():
                    for cell in row:
                        self.assertIn(cell.data_type, ("s", "n"), f"{sheet.title} {cell.coordinate}: {cell.value}")
                        texts.add(cell.value)
            self.assertIn(FORMULA, texts)
            self.assertIn(HOSTILE, texts)

    def test_studies(self):
        store = self.samples.study("morris", {"morris": {"trajectories": 16, "levels": 4}})
        analysis = json.loads(self.samples.must("study", "analyze", store, "--json").stdout)
        book = openpyxl.load_workbook(self.write(store, "morris.xlsx"))
        self.assertEqual(book.sheetnames, ["About", "Outcomes", "Morris", "PAWN", "Delta", "Discovery", "Variance", "Shared seeds", "Assumptions"])
        for sheet in ("Morris", "PAWN", "Delta"):
            self.assertEqual(len(book[sheet]._charts), 2)
        first = self.rows(book["Morris"])[2:5]
        for row, expected in zip(first, analysis["outcomes"]["signed"]["morris"]):
            self.assertEqual(row[0], expected["factor"])
            self.assertAlmostEqual(row[3], expected["mu_star"], places=9)

    def test_effects_of_levels_and_of_clauses(self):
        alone = self.samples.study("one_at_a_time", {"one_at_a_time": {"levels": 3}})
        analysis = json.loads(self.samples.must("study", "analyze", alone, "--json").stdout)
        book = openpyxl.load_workbook(self.write(alone, "alone.xlsx"))
        self.assertEqual(book.sheetnames, ["About", "Outcomes", "Effects", "Shared seeds", "Assumptions"])
        self.assertEqual(len(book["Effects"]._charts), 2)
        rows = self.rows(book["Effects"])[2:]
        expected = [(effect["factor"], level) for effect in analysis["outcomes"]["signed"]["effects"] for level in effect["levels"]]
        self.assertEqual(len(expected), 9)
        for row, (factor, level) in zip(rows, expected):
            self.assertEqual(row[0], factor)
            self.assertEqual(row[3], level["value"])
            self.assertAlmostEqual(row[4], level["mean"], places=9)
        screened = self.samples.study("clauses", {"clause_screening": {}}, 2, factors=["clause.rent_01", "clause.labour_02"])
        analysis = json.loads(self.samples.must("study", "analyze", screened, "--json").stdout)
        sheet = openpyxl.load_workbook(self.write(screened, "clauses.xlsx"))["Clauses"]
        first = analysis["outcomes"]["signed"]["clauses"][0]
        row = self.rows(sheet)[2]
        self.assertEqual(row[0], first["factor"])
        self.assertAlmostEqual(row[3], first["main"]["mean"], places=9)

    def test_same_results_same_bytes(self):
        first = self.write(self.samples.runs(), "a.xlsx").read_bytes()
        self.assertEqual(first, self.write(self.samples.runs(), "b.xlsx").read_bytes())
        self.assertNotEqual(first, self.write(self.samples.runs(), "c.xlsx", "zh").read_bytes())

    def test_nothing_is_left_of_what_cannot_be_written(self):
        runs = self.samples.runs()
        for path in ("/proc/none.xlsx", self.folder / "runs" / "summary.json" / "x.xlsx"):
            self.assertEqual(self.samples.run("workbook", runs, "-o", path).returncode, 1)
        kept = self.folder / "disk" / "kept.xlsx"
        kept.parent.mkdir()
        kept.write_text("as it was")
        done = self.samples.run("workbook", runs, "-o", kept, preexec_fn=small_files)
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertEqual(kept.read_text(), "as it was")
        self.assertEqual([path.name for path in kept.parent.iterdir()], ["kept.xlsx"])

    @unittest.skipUnless(shutil.which("soffice"), "no LibreOffice")
    def test_libreoffice_reads_it(self):
        book = self.write(self.samples.runs(), "office.xlsx")
        subprocess.run(["soffice", f"-env:UserInstallation={(self.folder / 'profile').as_uri()}", "--headless", "--convert-to",
                        'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,2',
                        "--outdir", self.folder / "csv", book], check=True, timeout=180, stdout=subprocess.DEVNULL)
        text = next((self.folder / "csv").iterdir()).read_text()
        self.assertIn("firms_signed,", text)
        self.assertIn("=HYPERLINK", text)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
