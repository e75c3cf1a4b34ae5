# SPDX-License-Identifier: MIT
"""Every command that writes files, on a disk that fills up and killed at any moment: a file under its name is the old one
or the new one, whole, and a full disk is told with exit code 1, its place, and nothing left lying about.

writers_test.py PARKSIM SOURCE
"""
import pathlib
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

PARKSIM, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])
KILLS = 4
SHORT = ["--replications", "2", "--months", "6"]

STUDY = """{"schema": "parksim/study/1", "labels": {"zh": "试", "en": "trial"}, "scenarios": ["SCENARIOS/baseline.json"],
 "months": 3, "factors": ["standard_factory_rent", "approval_months"], "outcomes": [{"name": "jobs", "indicator": "jobs"}],
 "design": {"latin_hypercube": {"n": 4}}, "replications": 2}"""

CALIBRATION = """{"schema": "parksim/calibration/1", "scenario": "SCENARIOS/baseline.json", "parameters": ["optimism"],
 "targets": [{"outcome": "jobs@6", "low": 0, "high": 10}], "replications": 2, "seed": 1, "evaluations": 3}"""


def on_a_full_disk(limit):
    """No file may grow beyond `limit` bytes. The signal stays ignored in the program."""

    def prepare():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    return prepare


ENVIRONMENT = {"PARKSIM_DATA": str(SOURCE), "LANG": "en_US.UTF-8"}


def parksim(words, before=None):
    return subprocess.run([PARKSIM, *map(str, words), "--quiet"], capture_output=True, text=True, check=False,
                          preexec_fn=before, restore_signals=False, env=ENVIRONMENT)


def files_in(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


class WritersTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = pathlib.Path(tempfile.mkdtemp(prefix="parksim_writers_"))
        scenarios = str(SOURCE / "scenarios")
        for name, text in (("study.json", STUDY), ("calibration.json", CALIBRATION)):
            (cls.scratch / name).write_text(text.replace("SCENARIOS", scenarios), encoding="utf-8")
        cls.baseline, cls.package = SOURCE / "scenarios/baseline.json", SOURCE / "scenarios/whole_package.json"
        cls.must("compare", cls.baseline, cls.package, *SHORT, "--out", cls.scratch / "source")
        cls.must("study", "run", cls.scratch / "study.json", "--out", cls.scratch / "study.db")
        for shard in ("0/2", "1/2"):
            cls.must("study", "run", cls.scratch / "study.json", "--shard", shard,
                     "--out", cls.scratch / f"shard_{shard[0]}.db")

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.scratch)

    @classmethod
    def must(cls, *words):
        done = parksim(words)
        if done.returncode != 0:
            raise AssertionError(f"{words}: exit code {done.returncode}: {done.stderr}")

    def withstands(self, words, other_words=None, may_leave=()):
        """`words` and `other_words` (another result, written first) write below a folder that {out} stands for."""
        folder = self.scratch / "out"

        def begin():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            if other_words:
                self.must(*place(other_words))

        def place(line):
            return [str(word).replace("{out}", str(folder)) for word in line]

        def unbroken(what):
            for name, content in files_in(folder).items():
                if name in new or name in old:
                    self.assertTrue(content in (old.get(name), new.get(name)),
                                    f"{what}: {name} is neither old nor new but {len(content)} bytes")
                else:
                    strays.append(name)

        begin()
        old = files_in(folder)
        started = time.monotonic()
        self.must(*place(words))
        took = time.monotonic() - started
        new = files_in(folder)
        changed = {name for name in new if new[name] != old.get(name)}
        self.assertTrue(changed, "wrote nothing")
        largest = max(len(new[name]) for name in changed)
        for limit in (0, largest // 2, largest - 1):
            begin()
            strays = []
            done = parksim(place(words), on_a_full_disk(limit))
            self.assertEqual(done.returncode, 1, f"{limit} bytes: {done.stderr}")
            self.assertIn(str(folder), done.stderr)
            unbroken(f"a disk of {limit} bytes")
            self.assertEqual([name for name in strays if name not in may_leave], [], f"left on a disk of {limit} bytes")
        for kill in range(KILLS):
            begin()
            strays = []
            process = subprocess.Popen([PARKSIM, *place(words), "--quiet"], stdout=subprocess.DEVNULL,
                                       stderr=subprocess.DEVNULL, env=ENVIRONMENT)
            time.sleep(took * (kill + 1) / (KILLS + 0.5))
            process.kill()
            process.wait()
            unbroken("killed")

    def test_run(self):
        line = ["run", self.baseline, *SHORT, "--out", "{out}/runs"]
        self.withstands([*line, "--seed", "2"], line)

    def test_compare(self):
        line = ["compare", self.baseline, self.package, *SHORT, "--wedges", "--outcome", "jobs@6", "--out", "{out}"]
        self.withstands([*line, "--seed", "2"], line)

    def test_bottlenecks(self):
        self.withstands(["bottlenecks", self.baseline, *SHORT, "--out", "{out}"])

    def test_clauses(self):
        self.withstands(["clauses", self.baseline, "--replications", "2", "--months", "1", "--out", "{out}"])

    def test_sweep(self):
        self.withstands(["sweep", self.baseline, "--replications", "2", "--months", "1", "--levels", "2",
                         "--kinds", "uncertainties", "--out", "{out}"])

    def test_report(self):
        self.withstands(["report", self.scratch / "source", "-o", "{out}/page.html"],
                        ["report", self.scratch / "study.db", "-o", "{out}/page.html"])

    def test_workbook(self):
        self.withstands(["workbook", self.scratch / "source", "-o", "{out}/book.xlsx"],
                        ["workbook", self.scratch / "study.db", "-o", "{out}/book.xlsx"])

    def test_export(self):
        self.withstands(["study", "export", self.scratch / "study.db", "--csv", "{out}"])

    def test_merge(self):
        """A merge that was cut short holds nothing and can be done over."""
        shards = [self.scratch / "shard_0.db", self.scratch / "shard_1.db"]
        whole, again = self.scratch / "whole.db", self.scratch / "again.db"
        self.must("study", "merge", whole, *shards)
        for limit in (0, 4096, whole.stat().st_size - 1):
            for path in self.scratch.glob("again.db*"):
                path.unlink()
            done = parksim(["study", "merge", again, *shards], on_a_full_disk(limit))
            self.assertEqual(done.returncode, 1, f"{limit} bytes: {done.stderr}")
            self.assertIn(str(again), done.stderr)
            self.must("study", "merge", again, *shards)
            self.assertEqual(again.read_bytes(), whole.read_bytes(), f"after a disk of {limit} bytes")

    def test_calibrate(self):
        self.withstands(["calibrate", self.scratch / "calibration.json", "--out", "{out}/fitted.json"])

    def test_new(self):
        self.withstands(["new", "{out}/park"])

    def test_national(self):
        self.withstands(["national", self.baseline, "--out", "{out}/country"])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
