#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Measures how time and memory of a national scenario grow with firms, parks and months.

national_growth.py PARKSIM OUT [--quick]    (./park bench --national)

Each row is `parksim run baseline.json --jobs 1` in a country that `parksim national` made: processor seconds of one
replication (many less one, so that loading and printing are left out; the pool is drawn anew in each) and the
peak memory of the process with one replication. One of the three sizes moves, the others stay at 100,000 firms,
50 parks, 120 months. The least of five measurements, as everything else that the machine does only adds. Writes
national.csv, national.md and national.svg into OUT.
"""

import argparse
import csv
import os
import pathlib
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
from growth_picture import picture

FIRMS, PARKS, MONTHS = 100_000, 50, 120
SERIES = {
    "firms": [6_000, 12_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000],
    "parks": [5, 10, 20, 30, 40, 50, 62],
    "months": [60, 120, 180, 240],
}
UNMOVED = {"firms": FIRMS, "parks": PARKS, "months": MONTHS}
FIELDS = ["moved", "firms", "parks", "months", "cpu_seconds_a_run", "peak_megabytes"]


def rows_asked(quick):
    """Every point once, those of the unmoved sizes for each series."""
    for moved, values in SERIES.items():
        for value in values[:2] if quick else values:
            yield {"moved": moved, **UNMOVED, moved: value}
    if not quick:
        yield {"moved": "all", "firms": 1_000_000, "parks": 50, "months": 240}


def run(command):
    """Processor seconds and peak megabytes of a process."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"{' '.join(map(str, command))} ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def measured(parksim, scenario, row, times):
    """Seconds of a replication and peak megabytes; small pools are run more often."""
    command = [parksim, "run", scenario, "--months", str(row["months"]), "--jobs", "1", "--seed", "1", "--quiet",
               "--json"]
    further = max(2, min(60, 1_000_000 // row["firms"]))
    one, many, megabytes = [], [], []
    for _ in range(times):
        seconds, memory = run([*command, "--replications", "1"])
        one.append(seconds)
        megabytes.append(memory)
        many.append(run([*command, "--replications", str(1 + further)])[0])
    return (min(many) - min(one)) / further, min(megabytes)


def table(rows):
    lines = ["| moved | firms | parks | months | processor seconds a run | peak memory, MB |",
             "|---|--:|--:|--:|--:|--:|"]
    for row in rows:
        lines.append(f"| {row['moved']} | {row['firms']:,} | {row['parks']} | {row['months']} "
                     f"| {row['cpu_seconds_a_run']:.3g} | {row['peak_megabytes']:.0f} |")
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("parksim", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--quick", action="store_true", help="two points of each series, once each")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    rows = []
    with tempfile.TemporaryDirectory() as scratch:
        for row in rows_asked(options.quick):
            country = pathlib.Path(scratch) / f"{row['firms']}_{row['parks']}"
            if not country.exists():
                subprocess.run([options.parksim, "national", "--firms", str(row["firms"]), "--parks",
                                str(row["parks"]), "--out", country], check=True, stdout=subprocess.DEVNULL)
            seconds, megabytes = measured(options.parksim, country / "baseline.json", row, 1 if options.quick else 5)
            row |= {"cpu_seconds_a_run": round(seconds, 5), "peak_megabytes": round(megabytes, 2)}
            rows.append(row)
            print(f"{row['moved']:>6}: {row['firms']:>9,} firms {row['parks']:>3} parks {row['months']:>4} months  "
                  f"{seconds:8.4f} s  {megabytes:7.1f} MB", file=sys.stderr, flush=True)
    with open(options.out / "national.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, FIELDS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    (options.out / "national.md").write_text(table(rows), encoding="utf-8")
    (options.out / "national.svg").write_text(picture(rows), encoding="utf-8")
    print(f"Written: {options.out}/national.csv, national.md, national.svg")


if __name__ == "__main__":
    main()
