# SPDX-License-Identifier: MIT
"""Small results to make reports of, with names that try to break out of them."""
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=console.error(1)>"
FORMULA = "=HYPERLINK(\"http://x.example/\",\"[a]:*?/\\'\")"
SCENARIOS = 2
MONTHS = 36


class Samples:
    """A folder of compared runs with wedges, and stores of studies, made in `folder`."""

    def __init__(self, parksim, source, folder):
        self.parksim, self.source, self.folder = parksim, pathlib.Path(source), pathlib.Path(folder)
        self.environment = {**os.environ, "PARKSIM_DATA": str(source), "LC_ALL": "C.UTF-8"}

    def run(self, *words, program=None, **options):
        return subprocess.run([program or self.parksim, *map(str, words)], env=self.environment, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=300, check=False, **options)

    def must(self, *words):
        done = self.run(*words)
        if done.returncode != 0:
            raise AssertionError(f"{words}: exit {done.returncode}\n{done.stdout}{done.stderr}")
        return done

    def scenario(self, name, base, label):
        path = self.folder / f"{name}.json"
        path.write_text(json.dumps({"schema": "parksim/scenario/1", "extends": str(self.source / "scenarios" / f"{base}.json"),
                                    "name": name, "labels": {"zh": label, "en": label}, "about": {"zh": label, "en": label}}))
        return path

    def runs(self):
        folder = self.folder / "runs"
        if not folder.exists():
            pair = [self.scenario("first", "baseline", HOSTILE), self.scenario("second", "whole_package", FORMULA)]
            small = ["--months", MONTHS, "--out", folder, "--quiet"]
            self.must("compare", *pair, "--replications", 3, *small)
            self.must("compare", *pair, "--replications", 2, "--wedges", "--outcome", "firms_signed", *small)
        return folder

    def study(self, name, design, replications=2, **members):
        store = self.folder / f"{name}.db"
        if not store.exists():
            path = self.folder / f"{name}.study.json"
            path.write_text(json.dumps({
                "schema": "parksim/study/1", "name": name, "labels": {"zh": HOSTILE, "en": HOSTILE},
                "about": {"zh": FORMULA, "en": FORMULA}, "months": MONTHS, "seed": 7,
                "scenarios": [str(self.source / "scenarios" / "whole_package.json")],
                "factors": ["standard_factory_rent", "footloose_rate", "build_mode"], "design": design,
                "outcomes": [{"name": "signed", "indicator": "firms_signed", "at": MONTHS},
                             {"name": "cash", "indicator": "developer_cash", "trough": True}],
                "replications": replications, **members}))
            self.must("study", "run", path, "--out", store, "--quiet")
        return store

    def search(self):
        store = self.folder / "search.db"
        if not store.exists():
            path = self.folder / "search.search.json"
            path.write_text(json.dumps({
                "schema": "parksim/search/1", "name": "search", "labels": {"zh": HOSTILE, "en": HOSTILE},
                "about": {"zh": FORMULA, "en": FORMULA}, "months": MONTHS, "seed": 7,
                "scenarios": [str(self.scenario("start", "baseline", HOSTILE))],
                "factors": ["agencies", "build_mode", "standard_factory_rent", "clause.rent_01"],
                "outcomes": [{"name": "signed", "indicator": "firms_signed", "at": MONTHS},
                             {"name": "peak", "indicator": "developer_peak_funding"}],
                "objectives": [{"outcome": "signed", "direction": "maximise", "robust": "mean"},
                               {"outcome": "peak", "direction": "minimise"},
                               {"outcome": "cost_in_all", "direction": "minimise", "robust": "regret"}],
                "budget_per_year": 90e6, "futures": {"n": 2, "fresh": 4, "factors": ["footloose_rate"]},
                "design": {"nsga2": {"population": 12, "generations": 3, "front": 5}}}))
            self.must("search", path, "--out", store, "--quiet")
        return store


class SamplesTest(unittest.TestCase):
    """Tests that share one folder of samples; a subclass names `parksim` and the `source` of its data."""

    @classmethod
    def setUpClass(cls):
        cls.kept = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.kept.name)
        cls.samples = Samples(cls.parksim, cls.source, cls.folder)

    @classmethod
    def tearDownClass(cls):
        cls.kept.cleanup()
